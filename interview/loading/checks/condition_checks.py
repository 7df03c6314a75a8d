"""Checks each line of a condition against the questions, the values and the programs there are."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview.content import RESULTS, Question
from interview.loading.document import Place
from interview.rules import conditions as c
from interview.rules import did_you_mean

# The verbs that each type of question can be compared with.
_FITTING: dict[str, tuple[type, ...]] = {
    "yes_no": (c.Is, c.NotKnown),
    "choice": (c.Is, c.NotKnown),
    "state": (c.Is, c.NotKnown),
    "choices": (c.Includes, c.HasAny, c.NotKnown),
    "date": (c.Compare, c.NotKnown),
}
_FITTING_WORDS = {
    "yes_no": "is, is not",
    "choice": "is, is not, is one of",
    "state": "is, is not, is one of",
    "choices": "includes, includes any of, has any",
    "date": "is before, is on or before, is after, is on or after",
}


def lines_of(written: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield each line of a condition as it is written, with its own place in the file."""
    if isinstance(written, str):
        yield place, written
    elif isinstance(written, dict):
        for word, parts in written.items():
            for number, part in enumerate(parts if isinstance(parts, list) else ()):
                yield from lines_of(part, (*place, word, number))


@dataclass(frozen=True)
class Vocabulary:
    """What a condition may speak of."""

    questions: Mapping[str, Question]
    programs: tuple[str, ...]
    flags: tuple[str, ...] = ()

    def problems(self, comparison: c.Comparison) -> Iterator[str]:
        """Yield what is wrong with a comparison, each with what to write instead."""
        if isinstance(comparison, c.ProgramIs):
            yield from self._program_problems(comparison)
            return
        if isinstance(comparison, c.FlagRaised):
            if comparison.flag not in self.flags:
                near = did_you_mean(comparison.flag, self.flags)
                yield f'there is no flag "{comparison.flag}". {near}'
            return
        for fact in c.comparison_facts(comparison):
            question = self.questions.get(fact)
            if question is None:
                near = did_you_mean(fact, self.questions, "`interview map` lists them all")
                yield f'there is no question "{fact}". {near}'
            elif not isinstance(comparison, _FITTING[question.type]):
                yield f'"{fact}" is of type {question.type}: use {_FITTING_WORDS[question.type]}'
            else:
                yield from self._value_problems(comparison, question)

    def _program_problems(self, comparison: c.ProgramIs) -> Iterator[str]:
        if comparison.program not in self.programs:
            near = did_you_mean(comparison.program, self.programs)
            yield f'there is no program "{comparison.program}". {near}'
        if comparison.result not in RESULTS:
            near = did_you_mean(comparison.result, RESULTS, _allowed(RESULTS))
            yield f'no program is "{comparison.result}". {near}'

    def _value_problems(self, comparison: c.Comparison, question: Question) -> Iterator[str]:
        allowed = question.value_ids
        listed: tuple[str, ...] = getattr(comparison, "values", ())
        for number, value in enumerate(listed):
            if value == "unsure":
                yield f'"{question.id}" has no value "unsure". Use "is not known"'
            elif value not in allowed:
                near = did_you_mean(value, allowed, _allowed(allowed))
                yield f'"{question.id}" has no value "{value}". {near}'
            elif value in listed[:number]:
                yield f'"{value}" stands twice in this line. Keep one of the two'


def _allowed(values: Iterable[str]) -> str:
    return f"Allowed: {', '.join(values)}"
