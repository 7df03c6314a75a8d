"""Whose result differs between two editions: proved for all, the smallest person, a count."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from interview.authoring.crowd import MadeUpPerson, Span, crowd_of_both
from interview.authoring.diff.differences import (
    ABSENT,
    JUDGED_KINDS,
    LISTS,
    NO_LONGER_TOLD,
    NOW_TOLD,
    SINGLE,
    TODAY,
    TOLD_OF,
    TOLD_OTHERWISE,
    WHOLE,
    Compared,
    Kind,
    ResultDifference,
    kinds_seen,
    shared_questions,
    timeline_of,
)
from interview.authoring.prover import (
    FALSE,
    TRUE,
    Cast,
    ChoiceAnswer,
    ChoicesAnswer,
    Concluded,
    Disagreement,
    Edition,
    EncodedPerson,
    Formula,
    are_same,
    at_most,
    concluded,
    every,
    is_value,
    negation,
    smallest,
    some,
)


class Comparing:
    """Compares two editions over all people, as of every day of a span."""

    def __init__(self, old: Edition, new: Edition, span: Span) -> None:
        self.old, self.new, self.span = old, new, span
        self.questions = shared_questions(old, new)
        self.cast = Cast(self.questions, span)
        self.before = _results(self.cast, old)
        self.after = _results(self.cast, new)

    def differ(self) -> bool:
        """Say whether the editions tell anybody apart; no person is looked for."""
        return next(self._possible_kinds(), None) is not None

    def compare(self) -> Compared:
        """Find every kind of difference, with the smallest person for each."""
        kinds = list(self._possible_kinds())
        if not kinds:
            return Compared((), self.span, 0)
        people = self._smallest_people(kinds)
        counted, touched = self._count()
        differences = tuple(ResultDifference(kind, people[kind], counted[kind]) for kind in kinds)
        return Compared(differences, self.span, touched)

    def seen(self, person: MadeUpPerson) -> tuple[Kind, ...]:
        """Return how the real evaluators differ on a person."""
        old, new = (concluded_under(edition, person) for edition in (self.old, self.new))
        return tuple(kinds_seen(old, new))

    # ------------------------------------------------------------ all people

    def _possible_kinds(self) -> Iterator[Kind]:
        """Ask once for all; only then conclusion by conclusion, and value by value."""
        suspects = [name for name in self._names() if self._differs(name) is not FALSE]
        if self.cast.prover.find(some(self._differs(name) for name in suspects)) is None:
            return
        for name in suspects:
            if self.cast.prover.find(self._differs(name)) is None:
                continue
            for kind in self._kinds_of(name):
                if self.cast.prover.find(self._formula(kind)) is not None:
                    yield kind

    def _names(self) -> list[str]:
        names = dict.fromkeys((*self.before.answers, *self.after.answers))
        return [
            name
            for name in names
            if name in (*SINGLE, *LISTS, *WHOLE) or name.partition(" ")[0] in JUDGED_KINDS
            if name not in self.cast.answers
        ]

    def _pair(self, name: str) -> tuple[ChoiceAnswer | ChoicesAnswer, ...]:
        absent = ChoiceAnswer({ABSENT: TRUE}, TRUE)
        pair = (self.before.answers.get(name, absent), self.after.answers.get(name, absent))
        return tuple(a for a in pair if isinstance(a, ChoiceAnswer | ChoicesAnswer))

    def _differs(self, name: str) -> Formula:
        return negation(are_same(*self._pair(name)))

    def _kinds_of(self, name: str) -> Iterator[Kind]:
        old, new = self._pair(name)
        if name in WHOLE:
            yield Kind(name, "", "")
        elif name == TODAY:
            for timeline in dict.fromkeys(map(timeline_of, (*old.values, *new.values))):
                yield from (Kind(told, timeline, timeline) for told in TOLD_OF)
        elif name in LISTS:
            for item in dict.fromkeys((*old.values, *new.values)):
                yield Kind(f"{name} no longer has", item, "")
                yield Kind(f"{name} now has", "", item)
        else:
            for was in old.values:
                yield from (Kind(name, was, now) for now in new.values if now != was)

    def _formula(self, kind: Kind) -> Formula:
        if kind.name in WHOLE:
            return self._differs(kind.name)
        if kind.name in TOLD_OF:
            return self._told_of(kind)
        if kind.name.endswith((" has", " no longer has")):
            old, new = self._pair(kind.name.partition(" ")[0])
            item = kind.before or kind.after
            had, has = is_value(old, item), is_value(new, item)
            return every((had, negation(has))) if kind.before else every((negation(had), has))
        old, new = self._pair(kind.name)
        return every((is_value(old, kind.before), is_value(new, kind.after)))

    def _told_of(self, kind: Kind) -> Formula:
        """A timeline is told of, is no longer, or another of its events is."""
        old, new = self._pair(TODAY)
        events = [
            e for e in dict.fromkeys((*old.values, *new.values)) if timeline_of(e) == kind.before
        ]
        had, has = ([is_value(told, event) for event in events] for told in (old, new))
        differ = some(
            some((every((was, negation(now))), every((negation(was), now))))
            for was, now in zip(had, has, strict=True)
        )
        return {
            NO_LONGER_TOLD: every((some(had), negation(some(has)))),
            NOW_TOLD: every((negation(some(had)), some(has))),
            TOLD_OTHERWISE: every((some(had), some(has), differ)),
        }[kind.name]

    # ------------------------------------------------------------ the smallest people

    def _smallest_people(self, kinds: list[Kind]) -> dict[Kind, MadeUpPerson]:
        """One person serves for several kinds where none of them has a smaller one."""
        found: dict[Kind, MadeUpPerson] = {}
        for kind in kinds:
            served = (p for p in dict.fromkeys(map(_Held, found.values())) if self._serves(p, kind))
            held = next(served, None)
            found[kind] = held.person if held else self._smallest(kind)
        return found

    def _serves(self, held: "_Held", kind: Kind) -> bool:
        if kind not in self.seen(held.person):
            return False
        known = [answer.known for answer in self.cast.answers.values()]
        fewer = at_most(len(held.person.answers) - 1, known)
        return self.cast.prover.find(self._formula(kind), fewer) is None

    def _smallest(self, kind: Kind) -> MadeUpPerson:
        cast = self.cast
        likely = cast.likely(self.after, self.new.content)
        world = smallest(cast, [cast.answers], self._formula(kind), self.span.last, likely)
        assert world is not None
        person = cast.found(cast.answers, world)
        if kind not in self.seen(person):
            raise Disagreement(f"{kind}: not so for {person}")
        return person

    # ------------------------------------------------------------ the crowd

    def _count(self) -> tuple[Counter[Kind], int]:
        counted: Counter[Kind] = Counter()
        touched = 0
        for person in crowd_of_both(self.old.content, self.new.content, self.questions, self.span):
            kinds = self.seen(person)
            counted.update(kinds)
            touched += bool(kinds)
        return counted, touched


@dataclass(frozen=True)
class _Held:
    """A person already found; told apart by what is answered."""

    person: MadeUpPerson

    def __hash__(self) -> int:
        return hash((self.person.as_of, repr(self.person.answers)))


def _results(cast: Cast, edition: Edition) -> EncodedPerson:
    asked = {question.id for question in edition.content.questions}
    answers = {fact: answer for fact, answer in cast.answers.items() if fact in asked}
    person = cast.person_with_missing(edition.content, answers)
    person.conclude("asked", ChoicesAnswer({f: person.asked[f] for f in person.asked_if}, FALSE))
    flags = person.answers["flags"]
    assert isinstance(flags, ChoicesAnswer)
    urgency = {flag.id: flag.urgency for flag in edition.content.flags}
    with_urgency = {f"{flag} ({urgency[flag]})": raised for flag, raised in flags.values.items()}
    person.conclude("flags", ChoicesAnswer(with_urgency, FALSE))
    return person


def concluded_under(edition: Edition, person: MadeUpPerson) -> Concluded:
    """Return what an edition concludes, with each flag's urgency and the questions asked."""
    result = edition.screen(person.answers, person.as_of)
    found = concluded(edition.content, result)
    urgency = {flag.id: flag.urgency for flag in edition.content.flags}
    found["flags"] = frozenset(f"{flag} ({urgency[flag]})" for flag in result.raised())
    asked = edition.screening.path.asked(result.answers)
    found["asked"] = frozenset(question.id for question in asked)
    return found


def both_spans(old: Span, new: Span) -> Span:
    """Return the days of both."""
    return Span(min(old.first, new.first), max(old.last, new.last))
