"""How a conclusion changes: `program daca goes from matches to may_match`.

One closed form: a name, `goes from` one or more values, `to` one or more values or
`anything else`. `any program` stands for each of them, `any flag of now` for those so urgent.
"""

import re
from dataclasses import dataclass

from interview.authoring.prover import (
    KINDS,
    Concluded,
    EncodedPerson,
    Formula,
    every,
    is_value,
    some,
    vocabulary,
)
from interview.content import Content
from interview.rules import ConditionError, did_you_mean

_LINE = re.compile(
    r"(?:(any|\w+) )??(\w+)(?: of (\w+))? goes from (?:one of )?(.+?) to (?:one of )?(.+)"
)
_ELSE = "anything else"


@dataclass(frozen=True)
class Transition:
    """A change of one of these conclusions, from one of these values to one of those."""

    line: str
    names: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]

    def formula(self, before: EncodedPerson, after: EncodedPerson) -> Formula:
        """Hold where one of the conclusions changes so from one person to the other."""
        return some(
            every(
                (
                    some(is_value(before.answers[name], value) for value in self.before),
                    some(is_value(after.answers[name], value) for value in self.after),
                )
            )
            for name in self.names
        )

    def seen(self, before: Concluded, after: Concluded) -> list[str]:
        """Return the conclusions that the real evaluator changed so, in words."""
        return [
            f"{name} goes from {before[name]} to {after[name]}"
            for name in self.names
            if before[name] in self.before and after[name] in self.after
        ]


def parse_transition(line: str, content: Content) -> Transition:
    """Read a line; raise ConditionError, which says what may stand there."""
    match = _LINE.fullmatch(" ".join(line.split()))
    if match is None:
        raise ConditionError(
            f'cannot read "{line}". Write: lane goes from red to one of yellow, blue; '
            "program daca goes from matches to anything else; any flag goes from yes to no"
        )
    kind, name, urgency = match[1], match[2], match[3]
    names, values = _subject(kind, name, content)
    if urgency is not None:
        names = _so_urgent(names, urgency, content)
    before = _listed(match[4], values)
    after = tuple(v for v in values if v not in before) if match[5] == _ELSE else None
    return Transition(line, names, before, after or _listed(match[5], values))


def _so_urgent(names: tuple[str, ...], urgency: str, content: Content) -> tuple[str, ...]:
    """Those of the names that are flags of this urgency."""
    flags = {f"flag {flag.id}": flag.urgency for flag in content.flags}
    must_be_known(urgency, tuple(dict.fromkeys(flags.values())), "urgency of a flag")
    found = tuple(name for name in names if flags.get(name) == urgency)
    if not found:
        raise ConditionError(f'only a flag is "of {urgency}": write any flag of {urgency}')
    return found


def _subject(
    kind: str | None, name: str, content: Content
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if kind is None:
        known = vocabulary.conclusions(content)
        if name in known and not known[name].is_list:
            return (name,), known[name].values
        raise ConditionError(
            f'"{name}" is no conclusion that changes: use lane, level, escalation, or '
            f"any or an id with {', '.join(KINDS)}"
        )
    if kind == "any" and name in KINDS:
        return tuple(f"{name} {one}" for one in vocabulary.of_kind(content, name)), KINDS[name]
    if kind in KINDS:
        must_be_known(name, vocabulary.of_kind(content, kind), kind)
        return (f"{kind} {name}",), KINDS[kind]
    raise ConditionError(f'"{kind} {name}" is nothing that changes. Use {", ".join(KINDS)}')


def _listed(text: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    values = tuple(part.strip() for part in text.split(","))
    for value in values:
        must_be_known(value, allowed, "value")
    return values


def must_be_known(wanted: str, known: tuple[str, ...], kind: str) -> None:
    """Raise ConditionError for an id that nothing has, with the nearest one that something has."""
    if wanted not in known:
        raise ConditionError(f'there is no {kind} "{wanted}". {did_you_mean(wanted, known)}')
