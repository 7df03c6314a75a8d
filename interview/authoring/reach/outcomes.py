"""Everything that can come out of a screening, by name, as formulas about an encoded person."""

from collections.abc import Iterator

from interview.authoring.prover import (
    ChoiceAnswer,
    ChoicesAnswer,
    EncodedPerson,
    Formula,
    every,
    first_that_holds,
)
from interview.content import Conditioned, Content

Outcome = tuple[str, Formula]


def outcomes(content: Content, person: EncodedPerson) -> dict[str, Formula]:
    """Return each outcome as a report names it, and when it comes out."""
    return dict(_all(content, person))


def _all(content: Content, person: EncodedPerson) -> Iterator[Outcome]:
    for name in ("lane", "level", "escalation", *(f"program {p}" for p in content.programs)):
        yield from _values(person, name, name)
    for kind, judged in (("criterion", content.criteria.values()),
                         ("ground", content.priorities.grounds)):  # fmt: skip
        for one in judged:
            yield f"{kind} {one.id} yes", person.rule(one.rule).yes
            yield f"{kind} {one.id} no", person.rule(one.rule).no
            yield from _unclear(kind, one, person)
    for kind, noted in (
        ("flag", content.flags),
        ("note", content.notes),
        ("factor", (*content.factors.positive, *content.factors.adverse)),
        ("memo", content.memos),
    ):
        for item in noted:
            yield f"{kind} {item.id}", person.rule(item.rule).yes
            yield from _unclear(kind, item, person)
    yield from _values(person, "stage", "stage")
    yield from _values(person, "options", "option")
    yield from _values(person, "deadlines", "deadline")
    yield from _values(person, "circuit", "circuit")
    yield from _starts(content, person)
    yield from _detention(content, person)


def _values(person: EncodedPerson, name: str, shown: str) -> Iterator[Outcome]:
    conclusion = person.answers[name]
    assert isinstance(conclusion, ChoiceAnswer | ChoicesAnswer)
    return ((f"{shown} {value}", holds) for value, holds in conclusion.values.items())


def _unclear(kind: str, item: Conditioned, person: EncodedPerson) -> Iterator[Outcome]:
    if item.rule.unclear_if is not None:
        yield f"{kind} {item.id} unclear", person.rule(item.rule).unknown


def _starts(content: Content, person: EncodedPerson) -> Iterator[Outcome]:
    """The step at which the ladder begins, where a start of the content says so."""
    shown = person.truth(content.escalation.shown_if).yes
    starts = content.escalation.starts
    fitting = {str(n): person.truth(start.condition).yes for n, start in enumerate(starts)}
    for number, begins in first_that_holds(fitting).items():
        yield f"escalation starts at {starts[int(number)].step}", every((shown, begins))


def _detention(content: Content, person: EncodedPerson) -> Iterator[Outcome]:
    shown = person.truth(content.detention.condition).yes
    yield "detention", shown
    for group in content.detention.groups:
        if group.condition is not None:
            fits = person.truth(group.condition).yes
            yield f"detention {group.id}", every((shown, fits))
