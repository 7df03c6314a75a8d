"""Practice: twenty-seven made-up people in all states, and its mark on the day."""

import datetime
from collections import Counter

from days import CHEAP, HandClock

from interview.cli.event.run import made_up_people
from interview.desk.life import practice_day
from interview.loading import QUESTIONS
from interview.screening import Packing, edition_of

LISTED = ("en", "es")


def test_twenty_seven_people_who_are_none_are_in_all_states(tmp_path, content):
    people = made_up_people(content, QUESTIONS)
    assert len(people) == 27
    assert {one.language for one in people} == set(content.desk.plan.defaults.languages)
    assert {one.urgency for one in people} >= {"now", "soon", "before"}
    desk, cards = practice_day(tmp_path / "day", content, HandClock(), people, CHEAP)
    states = Counter(ticket.state for ticket in desk.every())
    assert states.keys() >= {"arrived", "interview", "waiting", "second_look", "leaving", "done"}
    assert (states.total(), desk.is_practice, desk.state) == (27, True, "open")
    _, reviewer = desk.enter(next(card for card in cards if card.role == "reviewer").code)
    called = desk.call_next(reviewer)
    packed = desk.open_visit(reviewer, called.number)
    assert packed in {one.packed for one in people}
    desk.close_here()
    desk.shut()


def test_every_made_up_person_is_one_that_the_questions_know(content):
    packing = Packing(edition_of(content, LISTED))
    assert {len(one.packed) for one in made_up_people(content, QUESTIONS)} == {packing.length}


def test_practice_late_in_the_evening_ends_before_midnight(tmp_path, content):
    clock = HandClock(22)
    desk, _ = practice_day(
        tmp_path / "day", content, clock, made_up_people(content, QUESTIONS), CHEAP
    )
    assert desk.closes_at.date() == datetime.date(2026, 12, 5)
    desk.shut()
