"""Cards enter once; wrong words cost time for good, and strangers kill nothing."""

import itertools
import random

from days import BOTH
from test_moves import refused

from interview.paper import word_list

WORDS = word_list("en").words


def wrong(card, count=1):
    """Codes that find the card and have three wrong words."""
    stray = random.Random(7)
    for _ in range(count):
        yield " ".join((str(card.slot), card.words[0], *stray.sample(WORDS, 3)))


def test_a_card_enters_once_and_comes_back_on_its_own_device_alone(team):
    card = team.card("reviewer 1")
    token, standing = team.desk.enter(card.code)
    assert (standing.role, standing.nth, standing.slot) == ("reviewer", 1, card.slot)
    assert refused(team.desk.enter, card.code) == "used_card"
    team.clock.go(minutes=team.content.desk.rights.role("reviewer").idle_minutes, seconds=1)
    assert team.desk.standing(token) is None
    assert refused(team.desk.enter, card.code) == "used_card"
    back, _ = team.desk.enter(card.code, token)
    assert team.desk.standing(back).slot == card.slot
    team.desk.leave(back)
    assert team.desk.standing(back) is None
    assert refused(team.desk.enter, card.code, back) == "used_card"


def test_words_may_be_typed_without_accents_and_in_any_letters(team):
    card = team.desk.issue_card(team("coordinator"), team.card("reviewer 3").slot)
    assert card.languages == ("es",)
    typed = card.code.upper().translate(str.maketrans("ÁÉÍÓÚÑÜ", "AEIOUNU"))
    assert team.desk.enter(f"  {typed}, ")[1].slot == card.slot


def test_a_wrong_try_waits_twice_as_long_each_time_and_a_restart_forgets_none(team):
    card, pauses = team.card("reviewer 1"), []
    rule = team.content.desk.rights.tries
    for code in wrong(card, rule.most_wrong - 1):
        assert refused(team.desk.enter, code) == "no_card"
        team.start_again()
        assert refused(team.desk.enter, card.code) == "too_soon"
        seconds = next(n for n in itertools.count() if _enters_after(team, card, n))
        pauses.append(seconds)
    assert pauses == [1, 2, 4, 8]


def _enters_after(team, card, seconds) -> bool:
    """Say whether the card would be looked at after so many seconds; the clock goes on with it."""
    if seconds:
        team.clock.go(seconds=1)
    with team.desk.store.read() as connection:
        row = connection.exec_driver_sql(
            f"SELECT wait_until FROM slot WHERE number = {card.slot}"
        ).one()
    return row[0] <= int(team.clock().timestamp())


def test_after_five_wrong_tries_a_card_is_dead_and_the_coordinator_sees_it(team):
    card = team.card("reviewer 1")
    for code in wrong(card, 5):
        refused(team.desk.enter, code)
        team.clock.go(minutes=2)
    assert refused(team.desk.enter, card.code) == "no_card"
    assert team.desk.board(team("coordinator")).dead_cards == (card.slot,)
    fresh = team.desk.issue_card(team("coordinator"), card.slot)
    assert team.desk.enter(fresh.code)[1].slot == card.slot


def test_a_stranger_without_a_card_enters_nowhere_and_kills_nothing(team):
    stray = random.Random(11)
    for _ in range(1_000):
        code = " ".join((str(stray.randrange(2, 12)), *stray.sample(WORDS, 4)))
        assert refused(team.desk.enter, code) in ("no_card", "too_soon")
    # One in 2,048 of such tries meets the first word, and is counted.
    team.clock.go(seconds=team.content.desk.rights.tries.longest_wait_seconds)
    assert not any(card.is_dead for card in team.desk.cards(team("coordinator")))
    for name in ("door", "exit", "reviewer 1", "reviewer 2"):
        assert team.desk.enter(team.card(name).code)[1].slot == team.card(name).slot


def test_a_stranger_who_saw_cards_kills_no_more_than_some_of_them(team):
    rule, names = team.content.desk.rights.tries, ("door", "exit", "helper", "student", "reviewer")
    for name in names:
        for code in wrong(team.card(name), rule.most_wrong + 1):
            refused(team.desk.enter, code)
            team.clock.go(minutes=2)
    dead = [card.slot for card in team.desk.cards(team("coordinator")) if card.is_dead]
    assert len(dead) == rule.most_dead
    team.clock.go(minutes=2)
    alive = next(team.card(name) for name in names if team.card(name).slot not in dead)
    assert team.desk.enter(alive.code)[1].slot == alive.slot


def test_the_card_of_the_coordinator_never_dies(team):
    card = team.card("coordinator")
    for code in wrong(card, 20):
        refused(team.desk.enter, code)
        team.clock.go(minutes=2)
    assert team.desk.enter(card.code)[1].role == "coordinator"


def test_unknown_dead_and_wrong_cards_are_all_answered_alike(team):
    card = team.card("door")
    codes = ("", "door", "77 a b c d", f"{card.slot}", "0 " + " ".join(card.words), "1" * 400)
    assert {refused(team.desk.enter, code) for code in codes} == {"no_card"}


def test_a_session_ends_after_four_hours_however_busy(team):
    token, _ = team.desk.enter(team.card("door").code)
    minutes = team.content.desk.rights.session_minutes
    for _ in range(minutes // 5):
        team.clock.go(minutes=5)
        assert team.desk.standing(token) is not None
    team.clock.go(minutes=1)
    assert team.desk.standing(token) is None


def test_the_coordinator_ends_a_session_and_its_card_with_it(team):
    token, standing = team.desk.enter(team.card("door").code)
    shown = next(s for s in team.desk.sessions(team("coordinator")) if s.slot == standing.slot)
    team.desk.end_session(team("coordinator"), shown.id)
    assert team.desk.standing(token) is None
    assert refused(team.desk.enter, team.card("door").code, token) == "used_card"


def test_a_new_card_ends_the_sessions_of_the_old_one(team):
    token, standing = team.desk.enter(team.card("door").code)
    team.desk.issue_card(team("coordinator"), standing.slot)
    assert team.desk.standing(token) is None
    assert refused(team.desk.enter, team.card("door").code, token) == "no_card"


def test_a_new_card_of_the_coordinator_opens_the_day_again(team):
    fresh = team.desk.issue_card(team("coordinator"), team.card("coordinator").slot)
    number = team.ready(packed=b"abcthese")
    team.start_again()
    assert refused(team.desk.unlock, team.words) == "no_words"
    team.desk.unlock(" ".join(fresh.words))
    assert team.desk.enter(fresh.code)[1].role == "coordinator"
    assert team.state(number) == "waiting"


def test_a_reviewer_who_comes_later_gets_a_card(team):
    card = team.desk.add_card(team("coordinator"), "reviewer", True, BOTH)
    assert (card.nth, team.desk.enter(card.code)[1].can_court) == (4, True)
    for role in ("coordinator", "person", "nobody"):
        assert refused(team.desk.add_card, team("coordinator"), role, True, BOTH) == "no_slot"


def test_no_secret_of_a_session_and_no_words_are_in_the_store(team):
    token, _ = team.desk.enter(team.card("door").code)
    with team.desk.store.read() as connection:
        kept = str(connection.exec_driver_sql("SELECT * FROM session").all())
        slots = connection.exec_driver_sql("SELECT * FROM slot ORDER BY number").all()
    assert token not in kept
    assert " ".join(team.card("door").words) not in str(slots)
    assert not any(word in str(slots[0]) for word in team.words.split())
