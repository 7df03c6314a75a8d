"""A day opens with four words, closes by its clock whatever happens, and leaves a rounded tally."""

import dataclasses
import datetime
import threading

import pytest
from cluster import POSTGRES
from days import CHEAP, PLAN
from sqlalchemy import create_engine, make_url, text
from test_moves import refused

from interview.desk.life import PlanError, ReviewerPlan, Watch, find_day
from interview.desk.memory import KEY_FILE, KeyFileError
from interview.desk.store import StoreError

ONLY_THE_DAY = {
    "event": 1, "slot": 0, "ticket": 0, "move": 0, "signoff": 0, "session": 0, "tally": 1,
}  # fmt: skip


def is_closed(desk) -> bool:
    left = desk.left_over()
    return (left.state, dict(left.tables), left.key_file_is_gone) == ("closed", ONLY_THE_DAY, True)


def test_a_day_opens_with_the_words_of_the_coordinator_alone(make_team):
    team = make_team()
    assert (team.desk.state, team.desk.is_unlocked) == ("open", True)
    assert refused(team.start_again().unlock, "four other words here") == "no_words"
    number_of = team.desk.plan.word
    team.desk.unlock(team.words.upper())
    assert (team.desk.state, number_of) == ("open", "luna")


def test_before_the_words_a_day_that_was_stopped_does_nothing(team):
    number = team.ready()
    desk = team.start_again()
    assert refused(desk.call_next, team("reviewer 1")) == "locked"
    desk.unlock(team.words)
    assert desk.call_next(team("reviewer 1")).number == number


def test_after_a_new_start_a_scan_brings_the_answers_back(team):
    desk = team.desk
    mine, other = team.ready(packed=b"abcmine"), team.ready(packed=b"abcother")
    slips = {number: desk.slip(team("helper"), number) for number in (mine, other)}
    desk = team.start_again()
    desk.unlock(team.words)
    desk.call_next(team("reviewer 1"))
    assert refused(desk.open_visit, team("reviewer 1"), mine) == "no_visit"
    assert refused(desk.bring, team("reviewer 1"), mine, slips[other]) == "wrong_slip"
    assert refused(desk.bring, team("reviewer 1"), mine, b"no slip at all") == "wrong_slip"
    assert refused(desk.bring, team("reviewer 1"), other, slips[other]) == "no_such_ticket"
    desk.bring(team("reviewer 1"), mine, slips[mine])
    assert desk.open_visit(team("reviewer 1"), mine) == b"abcmine"
    # An old slip never takes the place of answers that were changed since.
    desk.change(team("reviewer 1"), mine, b"abcchanged")
    desk.bring(team("reviewer 1"), mine, slips[mine])
    assert desk.open_visit(team("reviewer 1"), mine) == b"abcchanged"


def test_a_slip_of_another_day_is_refused(make_team):
    one, other = make_team(name="one"), make_team(name="other")
    number = one.ready()
    assert other.ready() == number
    slip = one.desk.slip(one("helper"), number)
    assert refused(other.desk.bring, other("helper"), number, slip) == "wrong_slip"


@pytest.mark.parametrize(
    ("state", "can"),
    [
        ("open", {"arrive", "call", "move"}),
        ("paused", {"call", "move"}),
        ("closing", {"move"}),
    ],
)
def test_what_can_be_done_hangs_on_the_state_of_the_day(team, state, can):
    waiting, inside = team.ready(), team.arrived()
    if state != "open":
        getattr(team.desk, {"paused": "pause", "closing": "begin_closing"}[state])(
            team("coordinator")
        )
    assert team.desk.state == state
    tried = {
        "arrive": lambda: team.desk.arrive(team("door"), "es"),
        "call": lambda: team.desk.call_next(team("reviewer 1")).number == waiting,
        "move": lambda: team.desk.begin(team("door"), inside),
    }
    why = {"arrive": "closed_to_new", "call": "no_calls"}
    for name, call in tried.items():
        if name in can:
            call()
        else:
            assert refused(call) == why[name]


def test_a_day_goes_only_ways_that_the_table_has(team):
    coordinator = team("coordinator")
    assert refused(team.desk.resume, coordinator) == "not_allowed"
    team.desk.pause(coordinator)
    assert refused(team.desk.pause, coordinator) == "not_allowed"
    team.desk.begin_closing(coordinator)
    team.desk.resume(coordinator)
    assert team.desk.state == "open"
    for name in ("door", "helper", "reviewer 1", "exit", "student"):
        for call in (team.desk.pause, team.desk.begin_closing, team.desk.close):
            assert refused(call, team(name)) == "not_allowed"


def test_the_day_closes_by_its_clock_at_the_next_click(team):
    number, coordinator = team.ready(), team("coordinator")
    team.clock.time = team.desk.closes_at
    assert refused(team.desk.open_visit, coordinator, number) == "not_open"
    assert is_closed(team.desk)


def test_the_day_closes_by_its_clock_while_nobody_clicks(team):
    team.ready()
    watch = Watch(team.desk, seconds=0.01)
    watch.start()
    assert team.desk.state == "open"
    team.clock.time = team.desk.closes_at
    while team.desk.state != "closed":
        pass
    watch.stop()
    assert is_closed(team.desk)


def test_the_day_closes_by_its_clock_after_a_crash_and_asks_for_no_words(team):
    team.ready()
    team.clock.time = team.desk.closes_at
    desk = team.start_again()
    assert is_closed(desk)
    assert refused(desk.unlock, team.words) == "not_open"


@pytest.mark.parametrize("cut", ["_delete_rows", "compact"])
def test_a_closing_that_was_cut_off_is_ended_at_the_next_start(team, monkeypatch, cut):
    team.ready(packed=b"abcMARKER")
    coordinator = team("coordinator")

    def power_cut(*_):
        raise SystemExit

    monkeypatch.setattr(team.desk if cut[0] == "_" else team.desk.store, cut, power_cut)
    with pytest.raises(SystemExit):
        team.desk.close(coordinator)
    monkeypatch.undo()
    assert is_closed(team.start_again())


def test_a_clock_that_is_put_back_opens_nothing_again(team):
    team.desk.close(team("coordinator"))
    team.clock.go(minutes=-600)
    desk = team.start_again()
    assert is_closed(desk)
    assert refused(desk.unlock, team.words) == "not_open"


def test_the_end_is_put_off_once_and_not_past_midnight(make_team):
    team = make_team()
    coordinator, before = team("coordinator"), team.desk.closes_at
    longest = team.content.desk.plan.longest_extension_minutes
    assert refused(team.desk.extend, coordinator, longest + 1) == "too_long"
    assert refused(team.desk.extend, coordinator, 0) == "too_long"
    team.desk.extend(coordinator, 60)
    assert team.desk.closes_at - before == datetime.timedelta(minutes=60)
    assert refused(team.desk.extend, coordinator, 30) == "extended_before"
    late = make_team(dataclasses.replace(PLAN, closes=datetime.time(23)), "late")
    assert refused(late.desk.extend, late("coordinator"), 61) == "too_long"


def test_a_second_process_is_refused_with_a_sentence(team):
    with pytest.raises(StoreError, match="open in another process already"):
        find_day(team.folder, team.content, team.clock, team.database, CHEAP)


@pytest.mark.parametrize("database", [POSTGRES], indirect=True)
def test_a_day_on_a_server_gives_its_lock_back_and_waits_for_that_of_a_killed_process(team):
    engine = create_engine(make_url(team.database).set(drivername="postgresql+psycopg"))
    with engine.connect() as other:
        held = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
        assert other.execute(held).scalar_one() == 1
        team.stop()
        assert other.execute(held).scalar_one() == 0
        # A server sees only after a while that the process before this one was killed.
        name = {"name": team.desk.event_id}
        lock = "SELECT {}(hashtextextended(:name, 0))"
        other.execute(text(lock.format("pg_advisory_lock")), name)
        unlocked = text(lock.format("pg_advisory_unlock"))
        late = threading.Timer(0.5, lambda: other.execute(unlocked, name))
        late.start()
        team.desk = find_day(team.folder, team.content, team.clock, team.database, CHEAP)
        late.join()
    engine.dispose()
    assert team("coordinator") is not None


def test_a_day_without_its_key_file_is_closed_and_not_opened(team):
    team.ready()
    (team.folder / KEY_FILE).unlink()
    assert is_closed(team.start_again())


def test_a_key_file_that_was_broken_is_told(team):
    (team.folder / KEY_FILE).write_bytes(b"nothing")
    desk = team.start_again()
    with pytest.raises(KeyFileError, match="the key of the day is not there"):
        desk.unlock(team.words)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"closes": datetime.time(8)}, "closes before it opens"),
        ({"languages": ("en", "fr")}, "no language 'fr' here"),
        ({"reviewers": (ReviewerPlan(True, ("en",)),)}, "no reviewer speaks 'es'"),
        ({"reviewers": (ReviewerPlan(False, ("en", "es")),)}, "nobody could take a court case"),
        ({"exits": 0}, "at least one door and one exit"),
        ({"smallest": 10}, "no number of fewer than 11"),
        ({"day": datetime.date(2026, 12, 4)}, "the day would be over already"),
    ],
)
def test_a_plan_that_cannot_be_is_refused(make_team, change, says):
    with pytest.raises(PlanError, match=says):
        make_team(dataclasses.replace(PLAN, **change))


def test_what_cannot_be_swept_while_something_reads_is_swept_the_next_time(
    team, monkeypatch, database
):
    team.ready()
    coordinator, compact, tries = team("coordinator"), team.desk.store.compact, []

    def busy_once():
        tries.append(1)
        if len(tries) == 1:
            raise StoreError("something reads on")
        compact()

    monkeypatch.setattr(team.desk.store, "compact", busy_once)
    with pytest.raises(StoreError):
        team.desk.close(coordinator)
    team.desk.tick(), team.desk.tick()
    assert len(tries) == 2
    assert is_closed(team.desk)
