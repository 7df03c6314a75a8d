"""Answers that the prover may choose: any that the questions take, not known ones included."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from interview.authoring.crowd import Answerable, WrittenAnswers
from interview.authoring.prover.calendar_days import date_of, key_at_or_below
from interview.authoring.prover.solver import (
    FALSE,
    TRUE,
    Formula,
    World,
    every,
    implied,
    negation,
    one_of,
    open_formula,
    same,
    some,
)
from interview.authoring.prover.written_dates import (
    WrittenDate,
    is_interval,
    is_written_alike,
    open_date,
    written_in,
)
from interview.content import Question
from interview.rules import UNSURE, Answer, Interval
from interview.screening import Answers


@dataclass(frozen=True)
class ChoiceAnswer:
    """One value, or not known."""

    values: Mapping[str, Formula]
    known: Formula

    @property
    def fully_known(self) -> Formula:
        """Hold where nothing is left open."""
        return self.known


@dataclass(frozen=True)
class ChoicesAnswer:
    """Any values, with or without a doubt beside them; no value and a doubt is not known."""

    values: Mapping[str, Formula]
    unsure: Formula

    @property
    def known(self) -> Formula:
        """Hold where something is said."""
        return some((negation(self.unsure), *self.values.values()))

    @property
    def fully_known(self) -> Formula:
        """Hold where nothing is left open."""
        return negation(self.unsure)


OpenAnswer = ChoiceAnswer | ChoicesAnswer | WrittenDate
OpenAnswers = dict[str, OpenAnswer]


def open_answers(questions: Iterable[Answerable], name: str) -> tuple[OpenAnswers, list[Formula]]:
    """Return an answer to every question, and what makes them answers that can be given."""
    answers: OpenAnswers = {}
    limits: list[Formula] = []
    for question, values in questions:
        answer, limit = open_answer(question, values, f"{name}.{question.id}")
        answers[question.id] = answer
        limits.append(limit)
    return answers, limits


def open_answer(
    question: Question, values: tuple[str, ...], name: str
) -> tuple[OpenAnswer, Formula]:
    """Return any answer to one question that uses these values, and what limits it."""
    if question.type == "date":
        return open_date(name)
    if question.type == "choices":
        chosen = {value: open_formula(f"{name}.{value}") for value in values}
        return ChoicesAnswer(chosen, open_formula(f"{name}.{UNSURE}")), TRUE
    picked, known, limit = one_of(name, values)
    return ChoiceAnswer(picked, known), limit


def is_value(answer: OpenAnswer, value: str) -> Formula:
    """Hold where an answer is, or has, this value."""
    assert not isinstance(answer, WrittenDate)
    return answer.values.get(value, FALSE)


# ---------------------------------------------------------------- comparing two answers


def all_values(one: OpenAnswer, other: OpenAnswer) -> list[str]:
    """Return the values of two answers to a closed question, each once."""
    assert not isinstance(one, WrittenDate) and not isinstance(other, WrittenDate)
    return list(dict.fromkeys((*one.values, *other.values)))


def are_same(one: OpenAnswer, other: OpenAnswer) -> Formula:
    """Hold where two answers to the same question are the same."""
    if isinstance(one, WrittenDate) and isinstance(other, WrittenDate):
        return is_written_alike(one, other)
    alike = [same(is_value(one, v), is_value(other, v)) for v in all_values(one, other)]
    return every((same(one.fully_known, other.fully_known), *alike))


def may_become(less: OpenAnswer, more: OpenAnswer) -> Formula:
    """Hold where `more` says all that `less` says, and perhaps what it leaves open."""
    if isinstance(less, WrittenDate) and isinstance(more, WrittenDate):
        within = every(
            (
                more.known,
                key_at_or_below(less.first, more.first),
                key_at_or_below(more.last, less.last),
            )
        )
        return implied(less.known, within)
    values = all_values(less, more)
    kept = every(implied(is_value(less, v), is_value(more, v)) for v in values)
    return every((kept, implied(less.fully_known, are_same(less, more))))


def are_given(answers: OpenAnswers, given: Answers) -> Formula:
    """Hold where the answers are exactly these, as the evaluator has them."""
    return every(_is_given(answer, given.get(fact)) for fact, answer in answers.items())


def _is_given(answer: OpenAnswer, given: Answer) -> Formula:
    if isinstance(answer, WrittenDate):
        return is_interval(answer, given) if isinstance(given, Interval) else negation(answer.known)
    if isinstance(answer, ChoicesAnswer):
        said = given if isinstance(given, frozenset) else frozenset((UNSURE,))
        parts = [f if value in said else negation(f) for value, f in answer.values.items()]
        doubt = answer.unsure if UNSURE in said else negation(answer.unsure)
        return every((doubt, *parts))
    return is_value(answer, given) if isinstance(given, str) else negation(answer.known)


# ---------------------------------------------------------------- reading a world


def write(answers: OpenAnswers, world: World) -> WrittenAnswers:
    """Return the answers of a world as a facts file has them, without those not known."""
    found = {fact: _written(answer, world) for fact, answer in answers.items()}
    return {fact: value for fact, value in found.items() if value is not None}


def _written(answer: OpenAnswer, world: World) -> str | list[str] | None:
    if isinstance(answer, WrittenDate):
        return written_in(answer, world)
    chosen = [value for value, formula in answer.values.items() if world.holds(formula)]
    if isinstance(answer, ChoiceAnswer):
        return chosen[0] if chosen else None
    if world.holds(answer.unsure):
        return [*chosen, UNSURE] if chosen else None
    return chosen


def as_of_in(day: WrittenDate, world: World) -> datetime.date:
    """Return the date of the screening in a world."""
    return date_of(day.first, world)
