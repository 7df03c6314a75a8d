"""What is printed for the day, cards as a scanner types them, and practice."""

import dataclasses

import pytest
from answers import QUIET
from open_event import PLAN, opened
from test_small_day import called, handed_in, ticket_for

from interview.cli.event.plan import normal_code

pytestmark = pytest.mark.content


def test_a_card_enters_as_its_picture_types_it(event):
    """A scanner types capitals without accents, and Enter."""
    one = event.tablet()
    one.enter(normal_code(event.card("helper")) + "\r\n")
    assert one.get("/desk-floor").status_code == 200


def test_a_code_of_a_ticket_joins_as_its_picture_types_it(event):
    _, code = ticket_for(event.member("door"))
    tablet = event.tablet()
    assert tablet.join(code.upper()).headers["Location"] == "/"
    again = event.tablet()
    again.join(code)
    assert again.note() == "no_card", "a code works once"


def test_everything_for_the_day_comes_as_a_paper(event):
    coordinator = event.member("coordinator")
    roles = [sheet.id for sheet in event.desk.content.desk.role_sheets.roles]
    for paper in ("wall", "plan_b", "tickets", *(f"role.{role}" for role in roles)):
        coordinator.do("/desk-print", "print", paper=paper)
        found = coordinator.get("/desk-file")
        assert found.data.startswith(b"%PDF-"), paper
        assert found.headers["Cache-Control"] == "no-store"
    coordinator.do("/desk-print", "print", paper="another")
    assert coordinator.get("/desk-file").headers["Location"] == "/desk-print"


def test_practice_stands_on_every_page(tmp_path):
    event = opened(tmp_path / "day", plan=dataclasses.replace(PLAN, is_practice=True))
    practice = str(event.desk.content.desk.screens.frame.practice.to_self)
    door, reviewer = event.member("door"), event.member("reviewer")
    _, code = ticket_for(door)
    tablet = event.tablet()
    tablet.join(code)
    tablet.follow("/")
    pages = [door.page, tablet.page, handed_in(tablet, QUIET)]
    called(reviewer)
    for address in ("/desk-reviews", "/desk-review", "/desk-sign", "/desk-wall"):
        reviewer.get(address)
        pages.append(reviewer.page)
    assert all(practice in page for page in pages)
    event.desk.shut()


def test_results_at_once_open_when_the_answers_are_handed_in(tmp_path):
    event = opened(tmp_path / "day", plan=dataclasses.replace(PLAN, results="at_once"))
    _, code = ticket_for(event.member("door"))
    tablet = event.tablet()
    tablet.join(code)
    assert 'href="/steps"' in handed_in(tablet, QUIET)
    assert tablet.get("/steps").status_code == 200
    event.desk.shut()
