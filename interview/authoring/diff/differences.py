"""The ways in which a result can differ between two editions, and what can be compared at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from interview.authoring.crowd import Answerable, MadeUpPerson, Span, answerable
from interview.authoring.prover import Concluded, Edition

# Lists that change item by item; what is missing, and who is asked what, change as a whole.
LISTS = (
    "flags",
    "positive",
    "adverse",
    "stage",
    "options",
    "memos",
    "notes",
    "steps",
    "deadlines",
    "today",
    "circuit",
)
WHOLE = ("missing", "asked")
JUDGED_KINDS = ("program", "criterion", "ground")
SINGLE = ("lane", "level", "escalation")
ABSENT = "(not there)"
# The law of today changes by timelines: one edit of a rule may touch every event of one.
TODAY = "today"
NO_LONGER_TOLD, NOW_TOLD, TOLD_OTHERWISE = (
    f"{TODAY} {told}" for told in ("no longer has", "now has", "has another event of")
)
TOLD_OF = (NO_LONGER_TOLD, NOW_TOLD, TOLD_OTHERWISE)


@dataclass(frozen=True)
class Kind:
    """One way in which a result differs: a conclusion, and what it was and is."""

    name: str
    before: str
    after: str

    def __str__(self) -> str:
        if self.name.partition(" ")[0] in LISTS:
            return f"{self.name}: {self.before or self.after}"
        if self.name in WHOLE:
            return f"what is {self.name} differs"
        return f"{self.name} goes from {self.before} to {self.after}"


@dataclass(frozen=True)
class ResultDifference:
    """One kind, the smallest person for it, and how many of the crowd it meets."""

    kind: Kind
    person: MadeUpPerson
    count: int


@dataclass(frozen=True)
class Compared:
    """Everything that differs; where `differences` is empty, that nothing does is proved."""

    differences: tuple[ResultDifference, ...]
    span: Span
    touched: int

    @property
    def ways(self) -> str:
        """Say in how many ways results differ."""
        count = len(self.differences)
        return f"{count} way" if count == 1 else f"{count} ways"


def kinds_seen(old: Concluded, new: Concluded) -> Iterator[Kind]:
    """Yield the kinds of difference between two results of the real evaluator."""
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name, ABSENT), new.get(name, ABSENT)
        if was == now:
            continue
        first = name.partition(" ")[0]
        if name in SINGLE or first in JUDGED_KINDS:
            yield Kind(name, str(was), str(now))
        elif name in WHOLE:
            yield Kind(name, "", "")
        elif name == TODAY:
            assert isinstance(was, frozenset) and isinstance(now, frozenset)
            yield from _timelines_seen(was, now)
        elif name in LISTS:
            assert isinstance(was, frozenset) and isinstance(now, frozenset)
            yield from (Kind(f"{name} no longer has", item, "") for item in sorted(was - now))
            yield from (Kind(f"{name} now has", "", item) for item in sorted(now - was))


def timeline_of(event: str) -> str:
    """Return the timeline of an event's name."""
    return event.partition("/")[0]


def _timelines_seen(was: frozenset[str], now: frozenset[str]) -> Iterator[Kind]:
    had, has = ({timeline_of(event) for event in told} for told in (was, now))
    for timeline in sorted({timeline_of(event) for event in was ^ now}):
        both = TOLD_OTHERWISE if timeline in had else NOW_TOLD
        yield Kind(both if timeline in has else NO_LONGER_TOLD, timeline, timeline)


def shared_questions(old: Edition, new: Edition) -> list[Answerable]:
    """Return the questions with the values that both editions take; those of one edition too."""
    before = {question.id: (question, values) for question, values in answerable(old.content)}
    found: list[Answerable] = []
    for question, values in answerable(new.content):
        if question.id not in before:
            found.append((question, values))
            continue
        earlier, taken = before.pop(question.id)
        if _is_alike(earlier.type, question.type):
            found.append((question, tuple(value for value in values if value in taken)))
    return found + list(before.values())


def _is_alike(one: str, other: str) -> bool:
    single = ("yes_no", "choice", "state")
    return one == other or (one in single and other in single)
