"""`interview event` on a command line: a day from its plan to its end, each message a sentence."""

import datetime
import importlib
import itertools

import pytest

from interview.cli import main
from interview.cli.event import PARTS, parameters, plan
from interview.cli.event import run as running
from interview.desk.tickets import spare_tickets

NOON = datetime.datetime(2026, 12, 5, 12, tzinfo=datetime.UTC)


@pytest.fixture
def run(runner, monkeypatch):
    """Run a part of `event` at noon of a day, with what is typed."""
    for module in (parameters, plan, running):
        monkeypatch.setattr(module, "clock", lambda: NOON)

    def called(*arguments, typed=""):
        return runner.invoke(main, ["event", *map(str, arguments)], input=typed)

    return called


def planned(run, folder, *options) -> dict[str, str]:
    """Plan a day; return the codes of its cards by role and number."""
    made = run("plan", folder, *options)
    assert made.exit_code == 0, made.stderr
    return dict(line.split(": ", 1) for line in made.stdout.splitlines())


def test_every_part_explains_itself(run):
    for part in PARTS:
        said = run(part, "--help")
        assert (said.exit_code, said.stdout[:6]) == (0, "Usage:")


def test_a_plan_makes_a_card_for_each_of_the_team(run, tmp_path):
    codes = planned(run, tmp_path / "day", "--helpers", "2", "--students", "1",
                    "--reviewer", "full:en,es", "--reviewer", "partial:es")  # fmt: skip
    assert list(codes) == [
        "coordinator 1", "door 1", "helper 1", "helper 2", "exit 1", "reviewer 1", "reviewer 2",
        "student 1",
    ]  # fmt: skip
    assert [int(code.split()[0]) for code in codes.values()] == list(range(1, 9))
    assert {len(code.split()) for code in codes.values()} == {5}


def test_open_hands_an_open_desk_to_the_pages_and_takes_it_up_again(run, tmp_path, monkeypatch):
    folder, served = tmp_path / "day", []
    words = planned(run, folder)["coordinator 1"].partition(" ")[2]
    monkeypatch.setattr(
        running, "_serve", lambda desk, *_, **options: served.append((desk.state, options))
    )
    for _ in range(2):
        said = run("open", folder, "--port", "9443", typed=f"{words}\n")
        assert said.exit_code == 0, said.stderr
    assert [state for state, _ in served] == ["open", "open"]
    assert served[0][1]["port"] == 9443
    wrong = run("open", folder, typed="one two three four\n")
    assert (wrong.exit_code, len(served)) == (2, 2)
    assert "These words do not open this day" in wrong.stderr


def test_status_tells_numbers_and_close_tells_what_is_left(run, tmp_path):
    folder = tmp_path / "day"
    planned(run, folder)
    assert "Not open yet" in run("status", folder).stdout
    assert run("close", folder, typed="n\n").exit_code == 1
    closed = run("close", folder, "--yes").stdout
    assert "The key of the day is gone." in closed
    assert {"ticket: 0", "slot: 0", "session: 0", "move: 0", "signoff: 0"} <= {*closed.splitlines()}
    assert "Closed" in run("status", folder).stdout
    assert "This day is closed" in run("open", folder).stderr


def test_a_new_card_takes_the_place_of_the_old_one(run, tmp_path):
    folder = tmp_path / "day"
    codes = planned(run, folder)
    words = codes["coordinator 1"].partition(" ")[2]
    made = run("cards", folder, "--slot", "2", typed=f"{words}\n")
    assert made.exit_code == 0, made.stderr
    name, _, code = made.stdout.strip().partition(": ")
    assert (name, code.split()[0]) == ("door 1", "2")
    assert code != codes["door 1"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["plan", "{here}/Dropbox/day"], "copied to other computers"),
        (["plan", "{here}/day", "--closes", "08:00"], "closes before it opens"),
        (["plan", "{here}/day", "--closes", "11:00"], "the day would be over already"),
        (["plan", "{here}/day", "--reviewer", "partial:en,es"], "nobody could take a court case"),
        (["plan", "{here}/day", "--reviewer", "judge"], "is not such as full:en,es"),
        (["plan", "{here}/day", "--closes", "noon"], "is not an hour such as 17:00"),
        (["open", "{here}/nowhere"], "there is no day in it"),
        (["close", "{here}/nowhere"], "there is no day in it"),
        (["status", "{here}/nowhere"], "there is no day in it"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(run, tmp_path, arguments, says):
    said = run(*(one.format(here=tmp_path) for one in arguments))
    assert (said.exit_code, "Traceback" in said.stderr) == (2, False)
    assert says in said.stderr


def test_without_the_packages_of_an_event_the_command_says_what_to_install(run, monkeypatch):
    found = importlib.import_module

    def lacks(name):
        if name == "interview.cli.event.run":
            raise ModuleNotFoundError("No module named sqlalchemy", name="sqlalchemy")
        return found(name)

    monkeypatch.setattr(importlib, "import_module", lacks)
    said = run("open", "x")
    assert (said.exit_code, said.stderr) == (
        2,
        "an event needs one more part of this program. Install it:"
        " pip install 'next-steps-interview[event]'\n",
    )


def test_spare_tickets_have_numbers_that_the_door_never_gives(content):
    spare = spare_tickets(content.desk.tickets, "es", 30)
    first = content.desk.tickets.first_spare
    assert [number for number, _ in spare] == list(itertools.islice(itertools.count(first), 30))
    assert {word for _, word in spare} <= {*content.desk.tickets.words["es"]}
