"""Runs the worked cases on every mutant of the content: a mistake that no case notices survives."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from interview.authoring.mutate.mutants import Breeder, Mutant
from interview.content import Content
from interview.files import Case, CaseRunner, read_cases
from interview.loading import ContentError, read, with_changed_file
from interview.screening import AnswerReader, Screening

# Whether two contents conclude the same of everybody; the prover's question.
Equal = Callable[[Content, Content], bool]


@dataclass(frozen=True)
class Fate:
    """What became of a mutant: refused by the checks, noticed by a case, the same, or survived."""

    mutant: Mutant
    noticed_by: str


REFUSED, SAME, SURVIVED = "the loader", "nothing changes for anybody", ""


def fates(folder: Path, wanted: str, equal: Equal | None) -> Iterator[Fate]:
    """Yield the fate of each mutant of the files whose name contains `wanted`, in their order."""
    reading = read(folder)
    if reading.content is None:
        raise ContentError(reading.problems)
    cases = read_cases(folder, AnswerReader(reading.content))
    breeder = Breeder(reading.content)
    for name, document in reading.documents.items():
        if wanted not in name:
            continue
        for _, mutant in breeder.mutants(name, document):
            changed = with_changed_file(reading, name, mutant.data)
            yield Fate(mutant, _fate(reading.content, changed, cases, equal))


def _fate(content: Content, changed: Content | None, cases: list[Case], equal: Equal | None) -> str:
    if changed is None:
        return REFUSED
    runner = CaseRunner(Screening(changed), AnswerReader(changed))
    for number, case in enumerate(cases):
        if runner.run(case):
            # The next mutant of this rule is probably noticed by the same case.
            cases.insert(0, cases.pop(number))
            return case.name
    if equal is not None and equal(content, changed):
        return SAME
    return SURVIVED
