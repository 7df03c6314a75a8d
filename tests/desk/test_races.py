"""Two hundred hands on one ticket, and a power cut at any write: nobody twice, nobody lost."""

import os
import random
import signal
import subprocess
import sys
import textwrap
import threading
from pathlib import Path

from days import CHEAP, HandClock

from interview.desk.life import find_day
from interview.desk.rights import Refused


def at_once(call, count) -> list:
    """What each of so many threads that begin together came to."""
    gate, found = threading.Barrier(count), []

    def run():
        gate.wait()
        try:
            found.append(call())
        except Refused as refused:
            found.append(refused.reason)

    threads = [threading.Thread(target=run) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def test_of_two_hundred_who_call_one_ticket_one_has_it(team):
    number = team.ready()
    reviewers = [team("reviewer 1"), team("reviewer 3")]
    found = at_once(lambda: team.desk.call_next(random.choice(reviewers)), 200)
    assert [one.number for one in found if one not in (None, "holds_one")] == [number]
    held = next(one for one in team.desk.every() if one.number == number)
    assert (held.state, held.holder in {r.slot for r in reviewers}) == ("with_reviewer", True)


def test_of_two_hundred_who_sign_one_ticket_one_has_signed(team):
    number, desk = team.ready(), team.desk
    desk.call_next(team("reviewer 1"))
    standing = team("reviewer 1")
    found = at_once(lambda: desk.sign(standing, number, "advice", True, False), 200)
    assert sorted(found) == ["leaving", *["no_such_ticket"] * 199]
    with desk.store.read() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM signoff").scalar_one() == 1


def test_two_hundred_who_come_at_once_have_two_hundred_numbers(team):
    door = team("door")
    found = at_once(lambda: team.desk.arrive(door, "es").number, 200)
    assert sorted(found) == list(range(1, 201))


def test_of_two_hundred_who_use_one_card_one_comes_in(team):
    code = team.card("reviewer 1").code
    found = at_once(lambda: team.desk.enter(code), 200)
    assert sum(isinstance(one, tuple) for one in found) == 1


# A child plays a day as fast as it can, and says on one line each thing that it was told is done.
CHILD = """
import random, sys
sys.path[:0] = [{here!r}]
from pathlib import Path
from days import CHEAP, HandClock, Team
from interview.desk.life import find_day
from interview.loading import QUESTIONS, load

def tell(*said):
    print(*said, flush=True)

team = Team(Path({folder!r}), load(QUESTIONS), database={database!r})
tell("words", team.words)
stray = random.Random({seed})
desk = team.desk
for _ in range(400):
    number = team.arrived()
    tell("came", number)
    desk.begin(team("door"), number)
    desk.finish(team("helper"), number, b"abcMARKER", stray.choice(["now", "soon", None]), False)
    tell("ready", number)
    called = desk.call_next(team("reviewer 1"))
    tell("called", called.number)
    desk.sign(team("reviewer 1"), called.number, "advice", True, stray.random() < 0.3)
    tell("signed", called.number)
"""


def killed_child(folder, database, seed, lines) -> list[list[str]]:
    """Play a day in a child, kill it after so many lines and a moment; return what it told."""
    code = textwrap.dedent(CHILD).format(
        here=str(Path(__file__).parent), folder=str(folder), database=database, seed=seed
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as child:
        told = [child.stdout.readline().split() for _ in range(lines)]
        threading.Event().wait(random.Random(seed).random() * 0.02)
        os.kill(child.pid, signal.SIGKILL)
        told += [line.split() for line in child.stdout]
    assert child.returncode == -signal.SIGKILL
    return [line for line in told if len(line) > 1]


def test_after_kill_9_at_any_write_nobody_is_lost_and_nothing_is_half(tmp_path, content, database):
    for seed in range(4 if database is None else 1):
        folder = tmp_path / f"day{seed}"
        told = killed_child(folder, database, seed, lines=20 + 37 * seed)
        desk = find_day(folder, content, HandClock(), database, CHEAP)
        desk.unlock(" ".join(told[0][1:]))
        _holds(desk, told)
        desk.close_here()
        desk.shut()


def _holds(desk, told) -> None:
    tickets = {one.number: one for one in desk.every()}
    said = {what: {int(line[1]) for line in told if line[0] == what} for what in
            ("came", "ready", "called", "signed")}  # fmt: skip
    assert said["came"] <= tickets.keys()
    assert all(tickets[number].ready for number in said["ready"])
    assert all(tickets[n].state in ("leaving", "second_look") for n in said["signed"])
    with desk.store.read() as connection:
        signed = connection.exec_driver_sql("SELECT number FROM signoff").scalars().all()
        moves = connection.exec_driver_sql(
            "SELECT number, begin, goal FROM move ORDER BY number, seq"
        ).all()
    # A sign-off and its move stand or fall together, and every state is where its moves led.
    assert sorted(signed) == sorted(
        n for n, begin, goal in moves if begin == "with_reviewer" and goal != "waiting"
    )
    led = {number: goal for number, _, goal in moves}
    assert led == {number: ticket.state for number, ticket in tickets.items()}
    assert len([t for t in tickets.values() if t.state == "with_reviewer"]) <= 1
