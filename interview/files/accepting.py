"""Worked cases whose expectations are written anew, after what comes out now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from interview.files.cases import Case, CaseDifference, CaseRunner
from interview.loading import Place, rewritten, write_whole


@dataclass(frozen=True)
class Accepted:
    """A case, and what is expected of it otherwise than before."""

    case: Case
    differences: tuple[CaseDifference, ...]

    def lines(self) -> Iterator[str]:
        """Yield each change: the key, what was expected, and what is expected now."""
        for difference in self.differences:
            for key, old, new in _parts(difference.key, difference.expected, difference.got):
                yield f"{key}: {old} -> {new}"


def accept_outcomes(folder: Path, cases: list[Case], runner: CaseRunner) -> list[Accepted]:
    """Write into the files of a questions folder what comes out now; return what changed.

    Only the values that changed are written: names, order, answers and comments stay. Raise
    ContentError where a file cannot be written; each file is written whole or not at all.
    """
    found = [
        Accepted(case, tuple(differences)) for case in cases if (differences := runner.run(case))
    ]
    texts = {}
    for file in dict.fromkeys(accepted.case.file for accepted in found):
        path = folder / "cases" / Path(file).name
        mine = (accepted for accepted in found if accepted.case.file == file)
        values = dict(value for accepted in mine for value in _values(accepted))
        texts[path] = rewritten(path.read_text(encoding="utf-8"), values)
    for path, text in texts.items():
        write_whole(path, text)
    return found


def _values(accepted: Accepted) -> Iterator[tuple[Place, Any]]:
    for difference in accepted.differences:
        place: Place = (accepted.case.number, "expect", difference.key)
        expected, got = difference.expected, difference.got
        if isinstance(got, Mapping) and isinstance(expected, Mapping) and [*got] == [*expected]:
            yield from (((*place, key), got[key]) for key in got if got[key] != expected[key])
        else:
            yield place, got


def _parts(key: str, expected: Any, got: Any) -> Iterator[tuple[str, Any, Any]]:
    """Of a group, only what is not the same."""
    if isinstance(expected, Mapping) and isinstance(got, Mapping) and expected.keys() == got.keys():
        for name in got:
            if got[name] != expected[name]:
                yield from _parts(f"{key}.{name}", expected[name], got[name])
    else:
        yield key, expected, got
