"""A sign-off: what a reviewer chose, read from a form and refused with a sentence."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from interview.content import SignOffWords
from interview.desk.sign_off.choices import WHY, ChoiceGroup, SignOffForm
from interview.languages import Tongue

# What a form sends: each field with what was chosen there.
Chosen = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class SignOff:
    """What a reviewer chose, by the ids of the choices; an empty text where nothing had to be.

    `not_right` has the flags that the reviewer does not agree with, each with the reason why.
    """

    outcome: str
    agreed: str = ""
    not_right: tuple[tuple[str, str], ...] = ()
    papers: tuple[str, ...] = ()
    by_when: str = ""
    agreement: str = ""
    hand_over: tuple[str, ...] = ()
    second_look: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the choices as JSON takes them."""
        return {**asdict(self), "not_right": [list(pair) for pair in self.not_right]}

    def to_bytes(self) -> bytes:
        """Return the choices as bytes, to be sealed in memory until the exit."""
        return json.dumps(self.to_dict(), separators=(",", ":")).encode()

    @classmethod
    def from_bytes(cls, written: bytes) -> "SignOff":
        """Return the choices that `to_bytes` wrote."""
        found = json.loads(written)
        listed = {name: tuple(found[name]) for name in ("papers", "hand_over")}
        return cls(**{**found, **listed, "not_right": tuple(map(tuple, found["not_right"]))})

    def is_agreed(self, words: SignOffWords) -> bool:
        """Say whether the reviewer agrees with the result."""
        return self.agreed == words.agreed[0].id


class SignOffError(ValueError):
    """A sign-off that is not whole; `mistakes` has a sentence by the field it stands at."""

    def __init__(self, mistakes: dict[str, str]) -> None:
        self.mistakes = mistakes
        super().__init__(" ".join(mistakes.values()))


def read_sign_off(
    words: SignOffWords, form: SignOffForm, chosen: Chosen, tongue: Tongue
) -> SignOff:
    """Return what was chosen; raise SignOffError with a sentence for each field that is wrong.

    A field that the form does not have, or a choice that it does not offer, is refused.
    """
    reading = _Reading(words, form, chosen, tongue)
    found, mistakes = reading.read(), dict(reading.mistakes())
    if mistakes:
        raise SignOffError(mistakes)
    return found


class _Reading:
    def __init__(
        self, words: SignOffWords, form: SignOffForm, chosen: Chosen, tongue: Tongue
    ) -> None:
        self.words, self.form, self.tongue = words, form, tongue
        self.chosen = {field: tuple(filter(None, given)) for field, given in chosen.items()}
        alone = {one.id for one in words.outcomes if one.alone}
        self.is_alone = bool(alone.intersection(self._given("outcome")))

    def _given(self, field: str) -> tuple[str, ...]:
        return self.chosen.get(field, ())

    def _one(self, field: str) -> str:
        return next(iter(self._given(field)), "")

    def read(self) -> SignOff:
        flags = [group.field.removeprefix(WHY) for group in self.form.why]
        return SignOff(
            outcome=self._one("outcome"),
            agreed=self._one("agreed"),
            not_right=tuple((f, why) for f in flags if (why := self._one(f"{WHY}{f}"))),
            papers=self._given("papers"),
            by_when=self._one("by_when"),
            agreement=self._one("agreement"),
            hand_over=self._given("hand_over"),
            second_look=self._one("second_look"),
        )

    # ------------------------------------------------------------ mistakes

    def mistakes(self) -> Iterator[tuple[str, str]]:
        """Yield each field that is wrong with a sentence; the last of a field stands."""
        if self.is_alone:
            if any(given for field, given in self.chosen.items() if field != "outcome"):
                yield "outcome", self._say("alone")
            return
        yield from self._one_of_each()
        yield from self._agreement_with_flags()
        yield from self._papers_and_day()
        yield from self._unknown()

    def _one_of_each(self) -> Iterator[tuple[str, str]]:
        for group in (self.form.outcome, self.form.agreed, self.form.agreement):
            if len(self._given(group.field)) != 1:
                yield group.field, self._say("one", group)

    def _agreement_with_flags(self) -> Iterator[tuple[str, str]]:
        agree, disagree = (one.id for one in self.words.agreed)
        has_marked = any(self._given(group.field) for group in self.form.why)
        if self._one("agreed") == agree and has_marked:
            yield "agreed", self._say("agreed_with_flags")
        if self._one("agreed") == disagree and self.form.why and not has_marked:
            yield "agreed", self._say("which_flags")

    def _papers_and_day(self) -> Iterator[tuple[str, str]]:
        papers, day = self._given("papers"), self._given("by_when")
        if papers and not day:
            yield "by_when", self._say("by_when")
        if day and not papers:
            yield "papers", self._say("no_papers")

    def _unknown(self) -> Iterator[tuple[str, str]]:
        """What the form does not offer, and several where one is chosen."""
        groups = {group.field: group for group in self.form.groups()}
        gated = {one.id for one in self.words.hand_over if one.only_if == "letter"}
        for field, given in self.chosen.items():
            group = groups.get(field)
            if group is None:
                if given:
                    yield "outcome", self._say("unknown", self.form.outcome)
                continue
            strange = set(given) - {choice.id for choice in group.choices}
            if strange:
                is_letter = field == "hand_over" and strange <= gated
                yield field, self._say("no_letter" if is_letter else "unknown", group)
            elif len(given) > 1 and not group.many:
                yield field, self._say("one", group)

    def _say(self, mistake: str, group: ChoiceGroup | None = None) -> str:
        said = self.tongue.say(getattr(self.words.mistakes, mistake))
        return said.format(title=group.title) if group else said
