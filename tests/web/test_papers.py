"""Papers from the web: without script, made when asked for, of one size from outside."""

import datetime
import io
import re
import zipfile

import pytest
from people import QUIET, people
from visitor import AS_OF, OWN

from interview.paper import KINDS, Order, has_press
from interview.screening import letter_asks
from interview.web import Settings, create_app

pytestmark = pytest.mark.skipif(not has_press(), reason='the extra "paper" is not installed')
# Before a judge, with good in a life: a letter may ask for several things.
IN_COURT = {
    **QUIET, "case_stage": "in_proceedings", "hearing_soon": "no", "family": ["child_citizen_lpr"],
    "community": ["work"], "reports_to_ice": "no", "birth_date": "1975-03",
}  # fmt: skip


@pytest.fixture
def finished(make_visitor):
    """Somebody at the page of papers."""

    def finished(answers, language="en"):
        visitor = make_visitor()
        visitor.next_steps(answers, language)
        visitor.press([("show", "papers")])
        return visitor

    return finished


def saved(visitor, kind, **more):
    """Press a button that saves a paper, and return what comes."""
    form = {**visitor.page.hidden, "show": kind, **more}
    response = visitor.client.post("/steps", data=form, headers=OWN)
    assert (response.status_code, response.headers["Location"]) == (303, "/steps")
    return visitor.client.get("/steps")


@pytest.mark.parametrize(("kind", "name"), [("checklist", "papers"), ("chronology", "days")])
@pytest.mark.parametrize("language", ["en", "es"])
def test_a_paper_is_saved_as_the_command_line_writes_it(finished, app, site, kind, name, language):
    visitor = finished(IN_COURT, language)
    response = saved(visitor, kind)
    assert response.mimetype == "application/pdf"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}.pdf"'
    answers = site.reader.read_all(IN_COURT)[0]
    result = site.screening.screen(answers, AS_OF)
    order = Order(site.screening, site.speakers[language, "self"].tongue, AS_OF, result)
    pdf = KINDS[kind].make[".pdf"](order)
    assert response.get_data().startswith(pdf)


def test_after_a_paper_the_list_of_papers_is_there_again(finished):
    visitor = finished(IN_COURT)
    saved(visitor, "chronology")
    assert ("show", "checklist") in visitor.open("/steps").buttons


@pytest.mark.parametrize("kind", ["checklist", "chronology"])
def test_every_paper_of_a_kind_has_one_size_whoever_it_is(finished, kind):
    crowd = [IN_COURT, *people(4, 5, AS_OF)]
    assert len({len(saved(finished(some), kind).get_data()) for some in crowd}) == 1


def test_a_letter_is_offered_where_one_may_be_and_to_nobody_else(finished, site):
    offered = 0
    for written in (QUIET, IN_COURT, {**QUIET, "detained": "yes"}, *people(6, 9, AS_OF)):
        result = site.screening.screen(site.reader.read_all(written)[0], AS_OF)
        asks = letter_asks(site.content, result)
        page = finished(written).page
        assert (("show", "letter") in page.buttons) is bool(asks)
        assert len(page.fields.get("ask", [])) == len(asks)
        offered += bool(asks)
    assert offered


def test_a_letter_asks_for_what_was_chosen(finished, site):
    visitor = finished(IN_COURT)
    result = site.screening.screen(site.reader.read_all(IN_COURT)[0], AS_OF)
    asks = letter_asks(site.content, result)
    assert len(asks) > 1
    letters = []
    for number in range(len(asks)):
        response = saved(visitor, "letter", ask=str(number))
        with zipfile.ZipFile(io.BytesIO(response.get_data())) as opened:
            letters.append(opened.read("word/document.xml"))
        visitor.open("/steps")
    assert len(set(letters)) == len(asks)


def test_whoever_may_have_no_letter_gets_none_whatever_is_posted(finished):
    response = saved(finished(QUIET), "letter")
    assert response.status_code == 303


@pytest.mark.parametrize("address", ["/paper/questions/es", "/paper/papers/en"])
def test_blank_papers_are_for_everybody(visitor, address):
    response = visitor.client.get(address)
    assert response.status_code == 200
    assert response.get_data().startswith(b"%PDF-")
    named = response.headers["Content-Disposition"]
    assert re.fullmatch(r'attachment; filename="[a-z]+-e[ns]\.pdf"', named)


def test_a_blank_paper_is_of_the_day_and_the_questions_that_are_served():
    days = (datetime.date(2015, 3, 18), AS_OF)
    for _ in range(2):
        first, later = (
            create_app(Settings(as_of=day)).test_client().get("/paper/papers/en").get_data()
            for day in days
        )
        assert first != later


def test_before_the_end_there_are_no_papers_but_the_slip(make_visitor):
    visitor = make_visitor()
    visitor.interview(QUIET, until="/q/9")
    visitor.open("/steps")
    form = {**visitor.page.hidden, "show": "checklist"}
    visitor._arrive(visitor.client.post("/steps", data=form, headers=OWN), "/steps")
    assert visitor.address == "/so-far"
