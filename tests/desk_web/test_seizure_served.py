"""Whoever takes the disk has no answer, at any moment; nor who reads the memory afterwards.

The answers of these people are marked: a month of birth that nobody else has. What is
looked for is that month in every form in which it could lie: typed, as a value, as the words of a
page, packed, sealed, and as the letters of a slip. None is so short that chance could write it.
"""

import re
import sys
import time
from pathlib import Path

import pytest
from answers import QUIET
from at_tablet import answered
from real_line import Caller, Day
from test_small_day import called, signed, ticket_for
from visitor import made

from interview.paper import slip_bytes
from interview.screening import Carried

pytestmark = [
    pytest.mark.content,
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="memory is read in /proc"),
]
MARKED = {**QUIET, "birth_date": "1913-03", "state": "WY"}
FORMS = (b"1913-03", b"birth_date-year=1913", b"March 1913", b"marzo de 1913")


def everything(day):
    """Each file that a raid would find: the folder of the day, what lies beside it, the log."""
    return [path for path in day.folder.parent.rglob("*") if path.is_file()]


def found_on_disk(day, marks):
    return {
        (path.name, mark) for path in everything(day) for mark in marks if mark in path.read_bytes()
    }


def found_in_memory(pid, marks):
    found = set()
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        where, rights = line.split()[:2]
        if not rights.startswith("rw"):
            continue
        begin, end = (int(one, 16) for one in where.split("-"))
        with Path(f"/proc/{pid}/mem").open("rb") as memory:
            memory.seek(begin)
            try:
                held = memory.read(end - begin)
            except OSError:
                continue
        found |= {mark for mark in marks if mark in held}
    return found


def test_ten_moments_of_a_day_and_afterwards(tmp_path):
    app = made()
    site = app.extensions["next_steps"]
    day = Day(tmp_path / "day")
    marks = [*FORMS]
    moments = []

    def look():
        moments.append(found_on_disk(day, marks))

    try:
        door, reviewer = day.member("door"), day.member("reviewer")
        out, coordinator = day.member("exit"), day.member("coordinator")
        number, code = ticket_for(door)
        look()
        tablet = Caller(day.port, app)
        tablet.join(code)
        look()
        answered(tablet, MARKED)
        look()
        tablet.post("/hand-in", {"csrf_token": tablet.token})
        tablet.follow("/handed")
        slip = re.search(r'class="groups">([^<]+)<', tablet.page)[1]
        sealed = slip_bytes(slip)
        packed = site.slips.packing.pack(Carried(_as_given(site, MARKED), "en", "self"))
        marks += [sealed, sealed[-40:], packed[8:], slip[:24].encode()]
        look()
        called(reviewer)
        look()
        reviewer.get("/desk-review")
        assert FORMS[2].decode() in reviewer.page
        look()
        signed(reviewer, hand_over=["next_steps", "sheet"])
        look()
        out.do("/desk-exit", "show", number=number)
        out.do("/desk-exit", "print", number=number, paper="sheet")
        assert out.get("/desk-paper").status_code == 200
        look()
        pid = day.process.pid
        assert found_in_memory(pid, [sealed]), "what waits for the exit is in memory, sealed"
        out.do("/desk-exit", "done", number=number)
        look()
        coordinator.do("/desk-close", "begin")
        look()
        coordinator.do("/desk-close", "close")
        look()
        _wait_for_the_fresh_process(day, pid)
        look()
        assert moments == [set()] * len(moments) and len(moments) > 10
        assert found_in_memory(pid, marks) == set()
    finally:
        day.stop()
    assert found_on_disk(day, marks) == set()


def _as_given(site, answers):
    known = {fact: said for fact, said in answers.items() if not isinstance(said, list)}
    return site.reader.read_all({f: v for f, v in known.items()})[0]


def _wait_for_the_fresh_process(day, pid):
    for _ in range(200):
        if b"interview.desk.serving" in Path(f"/proc/{pid}/cmdline").read_bytes():
            break
        time.sleep(0.1)
    else:
        raise AssertionError("the process of the day is still there")
    day.wait()
