"""Made-up people who show that something can be; what they do not show is left to the prover."""

import datetime
from collections.abc import Iterable, Iterator, Sequence

from interview.authoring.crowd import Crowd, MadeUpPerson, Span, WrittenAnswers
from interview.authoring.prover import Edition
from interview.content import Content
from interview.rules import NO, YES, Condition, Truth, compile_condition
from interview.screening import Screening

_PEOPLE, _SEED, _OTHER_ANSWERS, _DAYS, _A_DAY = 400, 20_150_318, 12, 6, 100


def without_witness(content: Content, as_of: datetime.date, facts: Sequence[str]) -> list[str]:
    """Return the questions that mattered to none of some made-up people; others surely matter."""
    people = list(Crowd(content).people(_PEOPLE, _SEED, as_of))
    edition = Edition(content)
    other_answers = {fact: _answers(people, fact) for fact in facts}
    left = list(facts)
    for person in people:
        if not left:
            break
        outcome = _outcome(edition, person, as_of)
        for fact in tuple(left):
            changed = ({**person, fact: answer} for answer in other_answers[fact])
            if any(_outcome(edition, other, as_of) != outcome for other in changed):
                left.remove(fact)
    return left


def _answers(people: Sequence[WrittenAnswers], fact: str) -> list[str | list[str]]:
    found: list[str | list[str]] = []
    for person in people:
        if fact in person and person[fact] not in found:
            found.append(person[fact])
    return found[:_OTHER_ANSWERS]


def _outcome(edition: Edition, person: WrittenAnswers, as_of: datetime.date) -> dict[str, object]:
    return dict(_told(edition.conclude(person, as_of)))


def _told(concluded: dict[str, str | frozenset[str]]) -> Iterator[tuple[str, object]]:
    """What a person reads; which facts are missing changes with any answer and says nothing."""
    for name, value in concluded.items():
        if name != "missing" and not name.startswith("flag "):
            yield name, value


def sides_seen(
    content: Content, conditions: Iterable[Condition], span: Span
) -> dict[Truth, set[Condition]]:
    """Return the conditions that are YES of somebody made up, and those that are NO of somebody."""
    screening, reader = Screening(content), Edition(content).reader
    judges = {one: compile_condition(one, screening.path.layout).judge for one in conditions}
    seen: dict[Truth, set[Condition]] = {YES: set(), NO: set()}
    for person in _spread(content, span):
        answers, _ = reader.read_all(person.answers)
        row = screening.screen(answers, person.as_of).answers.row
        for condition, judge in judges.items():
            truth = judge(row)
            if truth in seen:
                seen[truth].add(condition)
    return seen


def _spread(content: Content, span: Span) -> Iterator[MadeUpPerson]:
    """People of some days of the span, the first and the last among them."""
    crowd = Crowd(content)
    for number in range(min(_DAYS, span.days)):
        apart = datetime.timedelta(days=(span.days - 1) * number // max(_DAYS - 1, 1))
        for answers in crowd.people(_A_DAY, _SEED + number, span.last - apart):
            yield MadeUpPerson(answers, span.last - apart)
