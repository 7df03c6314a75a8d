"""A ticket from the door to the exit, back and aside: all by the one table of moves."""

import pytest

from interview.desk.rights import Refused

WAY = ("door", "reviewer 1", "exit")


def refused(call, *args, **named) -> str:
    with pytest.raises(Refused) as found:
        call(*args, **named)
    return found.value.reason


def test_a_visit_goes_from_the_door_to_the_exit(team):
    desk = team.desk
    number = team.arrived()
    assert team.state(number) == "arrived"
    desk.begin(team("door"), number)
    assert team.state(number) == "interview"
    desk.finish(team("helper"), number, b"abc answers", "soon", False)
    assert team.state(number) == "waiting"
    assert desk.call_next(team("reviewer")).number == number
    assert desk.open_visit(team("reviewer"), number) == b"abc answers"
    assert desk.sign(team("reviewer"), number, "advice", True, False, b"papers") == "leaving"
    assert desk.rest_of(team("exit"), number) == b"papers"
    assert desk.open_visit(team("exit"), number, "print_papers") == b"abc answers"
    desk.let_go(team("exit"), number)
    assert (team.state(number), desk.has_visit(number)) == ("done", False)


def test_a_second_look_is_never_taken_by_the_slot_that_signed(team):
    number = team.signed("reviewer 1", second_look=True)
    assert team.state(number) == "second_look"
    assert team.desk.call_second_look(team("reviewer 1")) is None
    assert refused(team.desk.hand_over, team("coordinator"), number, team.card("reviewer 1").slot)
    assert team.desk.call_second_look(team("reviewer 3")).number == number
    assert team.desk.sign(team("reviewer 3"), number, "advice", True, False) == "leaving"


def test_what_a_student_signs_goes_to_the_second_look(team):
    number = team.ready()
    team.desk.call_next(team("student"))
    assert team.desk.sign(team("student"), number, "advice", True, False) == "second_look"
    assert refused(team.desk.call_second_look, team("student")) == "not_allowed"


@pytest.mark.parametrize(
    ("urgency", "court", "language", "takes"),
    [
        ("now", False, "es", {"reviewer 1", "reviewer 3", "student"}),
        (None, False, "en", {"reviewer 1", "reviewer 2", "student"}),
        ("soon", True, "es", {"reviewer 1"}),
        ("soon", True, "en", {"reviewer 1", "reviewer 2"}),
    ],
)
def test_a_ticket_goes_only_to_who_has_its_language_and_its_court(
    team, urgency, court, language, takes
):
    number = team.ready(urgency, court, language)
    took = set()
    for name in ("reviewer 1", "reviewer 2", "reviewer 3", "student"):
        called = team.desk.call_next(team(name))
        if called:
            took.add(name)
            team.desk.give_back(team(name), number, is_conflict=False)
    assert took == takes


def test_after_a_conflict_a_ticket_keeps_its_place_and_goes_to_somebody_else(team):
    first, second = team.ready(), team.ready()
    desk = team.desk
    assert desk.call_next(team("reviewer 1")).number == first
    desk.give_back(team("reviewer 1"), first, is_conflict=True)
    assert desk.call_next(team("reviewer 1")).number == second
    assert desk.call_next(team("reviewer 3")).number == first


def test_who_is_not_there_is_called_again_after_some_minutes_and_before_the_others(team):
    desk, first = team.desk, team.ready()
    team.clock.go(minutes=1)
    second, third = team.ready(), team.ready()
    assert desk.call_next(team("reviewer 1")).number == first
    desk.not_there(team("reviewer 1"), first)
    assert desk.call_next(team("reviewer 1")).number == second
    team.clock.go(minutes=team.content.desk.queue.away_minutes)
    assert desk.call_next(team("reviewer 3")).number == first
    assert team.state(third) == "waiting"


def test_one_slot_holds_one_ticket(team):
    team.ready(), team.ready()
    team.desk.call_next(team("reviewer 1"))
    assert refused(team.desk.call_next, team("reviewer 1")) == "holds_one"


def test_the_coordinator_hands_a_ticket_over_and_never_sees_it(team):
    number, desk = team.ready(), team.desk
    desk.call_next(team("reviewer 1"))
    desk.hand_over(team("coordinator"), number, team.card("reviewer 3").slot)
    assert refused(desk.open_visit, team("reviewer 1"), number) == "no_such_ticket"
    assert refused(desk.open_visit, team("coordinator"), number) == "no_such_ticket"
    assert desk.open_visit(team("reviewer 3"), number) == b"abcanswers"
    desk.hand_over(team("coordinator"), number, None)
    assert team.state(number) == "waiting"
    assert refused(desk.open_visit, team("reviewer 3"), number) == "no_such_ticket"


@pytest.mark.parametrize(("slot", "reason"), [("door", "no_slot"), ("reviewer 2", "cannot_take")])
def test_a_ticket_is_handed_only_to_who_can_take_it(team, slot, reason):
    number = team.ready()
    found = refused(team.desk.hand_over, team("coordinator"), number, team.card(slot).slot)
    assert (found, team.state(number)) == (reason, "waiting")


@pytest.mark.parametrize("way", ["set_left", "set_stopped"])
def test_from_anywhere_somebody_goes_and_nothing_of_the_answers_stays(team, way):
    called = team.ready()
    team.desk.call_next(team("reviewer 1"))
    signed = team.ready()
    team.desk.call_next(team("reviewer 3"))
    team.desk.sign(team("reviewer 3"), signed, "advice", True, False)
    looked = team.ready()
    team.desk.call_next(team("reviewer 3"))
    team.desk.sign(team("reviewer 3"), looked, "advice", True, True)
    inside = [team.arrived(), team.ready(), called, signed, looked]
    for number in inside:
        getattr(team.desk, way)(team("coordinator"), number)
        assert team.state(number) == way.removeprefix("set_")
        assert not team.desk.has_visit(number)
        assert refused(getattr(team.desk, way), team("coordinator"), number) == "not_this_move"


def test_who_goes_back_to_the_questions_keeps_the_place_in_line(team):
    first = team.ready()
    team.clock.go(minutes=10)
    second = team.ready()
    team.desk.reopen(team("helper"), first)
    team.clock.go(minutes=10)
    team.desk.finish(team("helper"), first, b"abcother", None, False)
    assert team.desk.call_next(team("reviewer 1")).number == first
    assert team.desk.call_next(team("reviewer 3")).number == second


def test_now_comes_first_and_then_who_is_due(team):
    quiet = team.ready(None)
    team.clock.go(minutes=20)
    soon = team.ready("soon")
    by_the_door = team.ready(None, yes=["held"])
    before = team.ready("before")
    team.clock.go(minutes=1)
    now = team.ready("now")
    called = []
    for _ in range(5):
        called.append(team.desk.call_next(team("reviewer 1")).number)
        team.desk.sign(team("reviewer 1"), called[-1], "advice", True, False)
    assert called == [by_the_door, now, soon, quiet, before]


def test_a_spare_ticket_of_paper_is_taken_in_with_its_number_and_word(team):
    desk, word = team.desk, team.content.desk.tickets.words["es"][0]
    spare = team.content.desk.tickets.first_spare
    found = desk.arrive(team("door"), "es", number=spare, word=word.upper())
    assert (found.number, found.word) == (spare, word)
    assert refused(desk.arrive, team("door"), "es", number=spare, word=word) == "same_number"
    # No word but one of the lists can be typed: no name ends up there.
    typed = desk.arrive(team("door"), "es", number=spare + 1, word="Maria Perez")
    assert typed.word in team.content.desk.tickets.words["es"]
    assert team.arrived() == 1


def test_the_wall_has_numbers_and_places_and_nothing_else(team):
    number, desk = team.ready("now", court=True), team.desk
    desk.set_place(team("door"), number, "T4")
    desk.call_next(team("reviewer 1"))
    [called] = desk.wall()
    assert vars(called) == {"number": number, "place": "T4", "reviewer": 1}
    desk.seated(team("reviewer 1"), number)
    assert desk.wall() == ()
    desk.call_again(team("reviewer 1"), number)
    assert [one.number for one in desk.wall()] == [number]


def test_a_tablet_is_joined_to_one_ticket_until_the_answers_are_in(team):
    desk, mine, other = team.desk, team.arrived(), team.arrived()
    desk.begin(team("helper"), mine), desk.begin(team("helper"), other)
    code = desk.invite(team("helper"), mine)
    token, person = desk.accept(code)
    assert refused(desk.accept, code) == "no_card"
    assert desk.may(person, "fill_in", mine)
    assert not desk.may(person, "fill_in", other)
    assert refused(desk.finish, person, other, b"abcx", None, False) == "no_such_ticket"
    desk.finish(person, mine, b"abcx", None, False)
    assert desk.standing(token) is None


def test_an_invitation_ends_after_some_minutes(team):
    number = team.arrived()
    code = team.desk.invite(team("helper"), number)
    team.clock.go(minutes=team.content.desk.queue.invitation_minutes, seconds=1)
    assert refused(team.desk.accept, code) == "no_card"
