"""The worked cases: answers, a date, and exactly what must come out."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview.files.odd_answers import OddAnswers
from interview.loading import ContentError, Document, Place, Problem, read_file
from interview.screening import AnswerReader, Result, Screening, memo_status_on

_KEYS = {"name", "as_of", "answers", "expect", "person"}
ALWAYS_EXPECTED = ("lane", "results", "level", "grounds", "possible", "flags", "escalation")
ALSO_EXPECTED = (
    "missing",
    "factors",
    "options",
    "memos",
    "notes",
    "skipped",
    "odd",
    "detention",
    "status",
    "memo_status",
    "today",
    "deadlines",
    "circuit",
)
# Of these, a case speaks only of what it names: a new program is no matter of an older case.
_NAMED_ONLY = ("results", "status", "memo_status")


@dataclass(frozen=True)
class Case:
    """One worked case and where it stands."""

    name: str
    file: str
    line: int
    # Where it stands among the cases of its file, from 0.
    number: int
    as_of: datetime.date
    answers: dict[str, Any]
    expect: dict[str, Any]
    person: str = ""


@dataclass(frozen=True)
class CaseDifference:
    """Something that came out otherwise than a case says."""

    key: str
    expected: Any
    got: Any

    def __str__(self) -> str:
        return f"{self.key}: expected {self.expected}, got {self.got}"


def read_cases(folder: Path, reader: AnswerReader) -> list[Case]:
    """Read every case of a questions folder; raise ContentError with every problem."""
    cases: list[Case] = []
    problems: list[Problem] = []
    for path in sorted((folder / "cases").glob("*.yaml")):
        document = read_file(path, f"{folder.name}/cases/{path.name}")
        if not document.problems and not isinstance(document.data, list):
            document.complain((), "a file of cases is a list: each case begins with - name:")
        if not document.problems:
            cases += _cases(document, reader)
        problems += document.problems
    if problems:
        raise ContentError(problems)
    return cases


def _cases(document: Document, reader: AnswerReader) -> Iterator[Case]:
    for number, written in enumerate(document.data):
        before = len(document.problems)
        if not isinstance(written, dict):
            document.complain((number,), "a case begins with name:")
            continue
        _check_keys(document, (number,), written)
        as_of = _date(document, (number, "as_of"), written.get("as_of"))
        answers = written.get("answers") or {}
        if not isinstance(answers, dict):
            document.complain((number, "answers"), "write a group of facts, such as {detained: no}")
            continue
        for fact, message in reader.read_all(answers)[1]:
            document.complain((number, "answers", fact), message)
        if len(document.problems) == before and as_of is not None:
            yield Case(
                name=written["name"],
                file=document.file,
                line=document.line((number,)),
                number=number,
                as_of=as_of,
                answers=answers,
                expect=written["expect"],
                person=written.get("person", ""),
            )


def _check_keys(document: Document, place: Place, written: dict[str, Any]) -> None:
    for key in sorted(_KEYS - {"person"} - set(written)):
        document.complain(place, f'"{key}" is missing. Add a line "{key}: ..."')
    for key in sorted(set(written) - _KEYS):
        document.complain((*place, key), f'"{key}" is not a setting of a case. Take it out')
    expect = written.get("expect")
    if not isinstance(expect, dict):
        if "expect" in written:
            message = "write a group of what must come out, such as lane: red"
            document.complain((*place, "expect"), message)
        return
    # A case may be about what is odd alone.
    for key in ALWAYS_EXPECTED if set(expect) != {"odd"} else ():
        if key not in expect:
            document.complain((*place, "expect"), f'"{key}" is missing under expect')
    for key in expect:
        if key not in ALWAYS_EXPECTED + ALSO_EXPECTED:
            document.complain((*place, "expect", key), f'"{key}" is nothing that a case can expect')


def _date(document: Document, place: Place, written: Any) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(str(written))
    except ValueError:
        document.complain(place, f'as_of: "{written}" is no date. Write 2015-06-15')
        return None


class CaseRunner:
    """Runs cases against one content's screening."""

    def __init__(self, screening: Screening, reader: AnswerReader) -> None:
        self.screening = screening
        self.reader = reader
        self.odd = OddAnswers(screening)
        self.memos = screening.content.memos

    def run(self, case: Case) -> list[CaseDifference]:
        """Return what came out otherwise than the case says; empty when it holds."""
        answers, _ = self.reader.read_all(case.answers)
        result = self.screening.screen(answers, case.as_of)
        got = self.outcome(result)
        return [
            CaseDifference(key, _plain(expected), found)
            for key, expected in case.expect.items()
            if (found := _as_named(key, expected, _plain(got[key]))) != _plain(expected)
        ]

    def outcome(self, result: Result) -> dict[str, Any]:
        """Return a result in the words of a case's expect."""
        found = result.to_dict()
        return {
            "lane": result.lane,
            "results": dict(result.programs),
            "level": result.level,
            "grounds": result.holding(),
            "possible": result.possible(),
            "flags": list(result.raised()),
            "escalation": list(result.escalation),
            "missing": list(result.missing),
            "factors": {"positive": list(result.positive), "adverse": list(result.adverse)},
            "options": list(result.options),
            "memos": list(result.memos),
            "notes": list(result.notes),
            "skipped": self.screening.skipped(result),
            "odd": self.odd.ids(result),
            "detention": self.detention_groups(result),
            "today": list(result.today),
            "deadlines": found["deadlines"],
            "circuit": found.get("circuit", {}),
            "status": {name: status or "none" for name, status in result.statuses.items()},
            "memo_status": self.memo_statuses(result.as_of),
        }

    def memo_statuses(self, as_of: datetime.date) -> dict[str, str]:
        """Return how each memo stood on a local date, whoever it fits."""
        stood = {memo.id: memo_status_on(memo.statuses, as_of) for memo in self.memos}
        return {name: event.status if event else "none" for name, event in stood.items()}

    def detention_groups(self, result: Result) -> list[str]:
        """Return the groups of the detention guidance that a held person is in."""
        guidance, holds = self.screening.content.detention, self.screening.holds
        if not holds(guidance.condition, result):
            return []
        return [g.id for g in guidance.groups if g.condition is None or holds(g.condition, result)]


def _as_named(key: str, expected: Any, got: Any) -> Any:
    """Of programs, only those that a case names; what is not there on the day is "none"."""
    if key not in _NAMED_ONLY or not isinstance(expected, dict):
        return got
    return {name: got.get(name, "none") for name in expected}


def _plain(value: Any) -> Any:
    """An empty list may be written as [] or left empty; a day is a day, read or written."""
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, datetime.date):
        return value.isoformat()
    return [] if value is None else value
