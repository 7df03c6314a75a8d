"""Proves claims over all people at once, and finds the smallest person who breaks one."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from interview.authoring.claims import (
    Change,
    Check,
    Claim,
    FlagText,
    OnePerson,
    ReachClaim,
    Sentence,
    StatusClaim,
    TextClaim,
    Transition,
    Two,
    TwoPeople,
    without,
)
from interview.authoring.crowd import MadeUpPerson, Span, answerable
from interview.authoring.prove.by_parts import ByParts
from interview.authoring.prover import (
    Cast,
    Disagreement,
    Edition,
    OpenAnswers,
    Replay,
    World,
    every,
    near_usual,
    smallest,
    some,
)
from interview.authoring.reach import problems, reach
from interview.authoring.texts import days_said, text_checks
from interview.languages import read_languages, translations
from interview.loading import read


@dataclass(frozen=True)
class Counterexample:
    """The smallest people who break a claim, and how they break it."""

    people: tuple[MadeUpPerson, ...]
    broken: tuple[str, ...]


@dataclass(frozen=True)
class Verdict:
    """What became of one claim; proved where nothing is wrong."""

    claim: Claim
    counterexamples: tuple[Counterexample, ...]
    wrong: tuple[str, ...]
    seconds: float

    @property
    def proved(self) -> bool:
        """Say whether the claim holds."""
        return not self.counterexamples and not self.wrong


class Proving:
    """Proves the claims of one edition as of every day of a span; `today` is a local date."""

    def __init__(
        self, questions: Path, translations_folder: Path, edition: Edition, span: Span
    ) -> None:
        self.questions = questions
        self.translations_folder = translations_folder
        self.edition = edition
        self.span = span

    def prove(self, claim: Claim) -> Verdict:
        """Prove one claim, or find who breaks it; raise Disagreement if a proof is at fault."""
        began = time.perf_counter()
        broken: tuple[Counterexample, ...] = ()
        wrong: tuple[str, ...] = ()
        match claim.body:
            case OnePerson() as body:
                broken, wrong = self._one_person(body)
            case TwoPeople() as body:
                broken, wrong = self._two_people(body)
            case other:
                wrong = tuple(self._elsewhere(other))
        return Verdict(claim, broken, wrong, time.perf_counter() - began)

    # ------------------------------------------------------------ one person

    @cached_property
    def _whole(self) -> "_Whole":
        return _Whole(self.edition, self.span)

    @cached_property
    def _parts(self) -> ByParts:
        return ByParts(self.edition.content, self.span)

    def _one_person(self, body: OnePerson) -> tuple[tuple[Counterexample, ...], tuple[str, ...]]:
        broken = tuple(
            Counterexample((person,), (sentence.line,))
            for sentence in body.forbidden
            if not self._parts.nobody_meets(sentence)
            if (person := self._whole.smallest(sentence)) is not None
        )
        lacking = [line for line in body.somebody if self._whole.anybody(line) is None]
        return broken, tuple(_nobody(sentence.line) for sentence in lacking)

    # ------------------------------------------------------------ two people

    def _two_people(self, body: TwoPeople) -> tuple[tuple[Counterexample, ...], tuple[str, ...]]:
        content = without(self.edition.content, body.apart_from)
        edition = replace(self.edition, content=content)
        parts = ByParts(content, self.span)
        broken: list[Counterexample] = []
        lacking = list(body.somebody)
        wrong: list[str] = []
        for change in body.changes:
            if not parts.happens_somewhere(change):
                wrong.append(_nobody(change.line))
            lacking = [
                line for line in lacking if not self._happens_in_part(line, change, parts, edition)
            ]
            left = parts.left_over(change, body.never)
            if not left and not lacking:
                continue
            cast = Cast(answerable(content), self.span)
            two = change.make(cast, content)
            broken += self._changed(body, two, cast, edition) if left else []
            lacking = [line for line in lacking if not self._happens(line, two, cast, edition)]
        return tuple(broken), (*wrong, *(_nobody(line.line) for line in lacking))

    def _happens_in_part(
        self, line: Transition, change: Change, parts: ByParts, edition: Edition
    ) -> bool:
        found = parts.happens(change, line)
        if found is not None:
            two, world, cast = found
            self._replayed(two, world, (line,), cast, edition)
        return found is not None

    def _happens(self, line: Transition, two: Two, cast: Cast, edition: Edition) -> bool:
        wanted = every((two.related, line.formula(two.before, two.after)))
        world = near_usual(cast, _people(two), wanted)
        if world is None:
            return False
        self._replayed(two, world, (line,), cast, edition)
        return True

    def _replayed(
        self, two: Two, world: World, lines: tuple[Transition, ...], cast: Cast, edition: Edition
    ) -> Counterexample:
        """Return the two people of a world, and which of the lines the real evaluator confirms."""
        before = cast.found(two.before_answers, world, two.before_reached)
        after = cast.found(two.after_answers, world, two.after_reached)
        was = edition.conclude(before.answers, before.as_of, before.reached)
        then = edition.conclude(after.answers, after.as_of, after.reached)
        seen = tuple(change for line in lines for change in line.seen(was, then))
        if not seen:
            raise Disagreement(f"nothing of {lines} is seen from {before} to {after}")
        return Counterexample((before, after), seen)

    def _changed(
        self, body: TwoPeople, two: Two, cast: Cast, edition: Edition
    ) -> Iterator[Counterexample]:
        """The smallest two people for the first thing that changes and never should."""
        changing = some(line.formula(two.before, two.after) for line in body.never)
        likely = cast.likely(two.after, edition.content)
        wanted = every((two.related, changing))
        world = smallest(cast, _people(two), wanted, self.span.last, likely)
        if world is None:
            return
        yield self._replayed(two, world, body.never, cast, edition)

    # ------------------------------------------------------------ texts, reach and check

    def _elsewhere(self, body: object) -> Iterator[str]:
        content = self.edition.content
        match body:
            case StatusClaim():
                yield from body.broken(content)
            case TextClaim() | FlagText():
                folder = self.translations_folder
                codes = read_languages(folder).codes
                said = {language: translations(folder, language) for language in codes}
                yield from body.broken(content, said)
            case ReachClaim():
                # Asked of the last day first: what can be reached then can be reached on some day.
                yield from problems(content, reach(content, self.span.last_day, self.span))
            case Check():
                reading = read(self.questions)
                checks = text_checks.TextChecks(reading, self.translations_folder)
                for finding in (*checks.run(), *days_said(reading)):
                    if finding.check in body.checks:
                        yield str(finding)


class _Whole:
    """Anybody at all, screened by the whole content; worked out once for all claims."""

    def __init__(self, edition: Edition, span: Span) -> None:
        self._content, self._span = edition.content, span
        self._cast = Cast(answerable(edition.content), span)
        self._replay = Replay(edition)

    def smallest(self, sentence: Sentence) -> MadeUpPerson | None:
        """Return the smallest person who meets a sentence, or None where nobody does."""
        anybody = self._cast.anybody(self._content)
        wanted = anybody.truth(sentence.condition).yes
        likely = self._cast.likely(anybody, self._content)
        world = smallest(self._cast, [self._cast.answers], wanted, self._span.last, likely)
        return _confirmed(sentence, self._cast, self._replay, world)

    def anybody(self, sentence: Sentence) -> MadeUpPerson | None:
        """Return somebody who meets a sentence, or None where nobody does."""
        anybody = self._cast.anybody(self._content)
        wanted = anybody.truth(sentence.condition).yes
        world = near_usual(self._cast, [self._cast.answers], wanted)
        return _confirmed(sentence, self._cast, self._replay, world)


def _people(two: Two) -> list[OpenAnswers]:
    """The answers of two people, each once where the second's are made from the first's."""
    return [two.before_answers, two.after_answers] if two.is_free else [two.before_answers]


def _confirmed(
    sentence: Sentence, cast: Cast, replay: Replay, world: World | None
) -> MadeUpPerson | None:
    """The person of a world, of whom the real evaluator says the same."""
    if world is None:
        return None
    person = cast.found(cast.answers, world)
    if not replay.holds(sentence.condition, person.answers, person.as_of):
        raise Disagreement(f'"{sentence.line}" does not hold of {person}')
    return person


def _nobody(line: str) -> str:
    return f'nobody is like this, so the claim says too little: "{line}"'
