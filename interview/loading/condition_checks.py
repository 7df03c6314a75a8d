"""Checks each line of a condition against the questions, the values and the programs there are."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview.content import Question
from interview.loading.documents import Place
from interview.rules import conditions as c

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
RESULTS = ("matches", "may_match", "does_not_match")


def lines_of(written: Any, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield each line of a condition as it is written, with its own place in the file."""
    if isinstance(written, str):
        yield place, written
    elif isinstance(written, dict):
        for word, parts in written.items():
            for number, part in enumerate(parts if isinstance(parts, list) else ()):
                yield from lines_of(part, (*place, word, number))


def hint(wanted: str, known: Iterable[str], all_of_them: str = "Known") -> str:
    """Return the nearest name, or every one that is there."""
    listed = list(known)
    near = difflib.get_close_matches(wanted, listed, n=1)
    return f'Did you mean "{near[0]}"?' if near else f"{all_of_them}: {', '.join(listed)}"


@dataclass(frozen=True)
class Vocabulary:
    """What a condition may speak of."""

    questions: Mapping[str, Question]
    states: tuple[str, ...]
    programs: tuple[str, ...]
    flags: tuple[str, ...] = ()

    def problems(self, comparison: c.Comparison) -> Iterator[str]:
        """Yield what is wrong with a comparison, each with what to write instead."""
        if isinstance(comparison, c.ProgramIs):
            yield from self._program_problems(comparison)
            return
        if isinstance(comparison, c.FlagRaised):
            if comparison.flag not in self.flags:
                yield f'there is no flag "{comparison.flag}". {hint(comparison.flag, self.flags)}'
            return
        for fact in c.comparison_facts(comparison):
            question = self.questions.get(fact)
            if question is None:
                near = difflib.get_close_matches(fact, self.questions, n=1)
                also = f' Did you mean "{near[0]}"?' if near else " `interview map` lists them all"
                yield f'there is no question "{fact}".{also}'
            elif not isinstance(comparison, _FITTING[question.type]):
                yield f'"{fact}" is of type {question.type}: use {_FITTING_WORDS[question.type]}'
            else:
                yield from self._value_problems(comparison, question)

    def _program_problems(self, comparison: c.ProgramIs) -> Iterator[str]:
        if comparison.program not in self.programs:
            yield f'there is no program "{comparison.program}". ' + hint(
                comparison.program, self.programs
            )
        if comparison.result not in RESULTS:
            yield f'no program is "{comparison.result}". ' + hint(
                comparison.result, RESULTS, "Allowed"
            )

    def _value_problems(self, comparison: c.Comparison, question: Question) -> Iterator[str]:
        allowed = self._values(question)
        listed: tuple[str, ...] = getattr(comparison, "values", ())
        for number, value in enumerate(listed):
            if value == "unsure":
                yield f'"{question.id}" has no value "unsure". Use "is not known"'
            elif value not in allowed:
                yield f'"{question.id}" has no value "{value}". ' + hint(value, allowed, "Allowed")
            elif value in listed[:number]:
                yield f'"{value}" stands twice in this line. Keep one of the two'

    def _values(self, question: Question) -> tuple[str, ...]:
        if question.type == "yes_no":
            return ("yes", "no")
        if question.type == "state":
            return self.states
        return tuple(value.id for value in question.values)
