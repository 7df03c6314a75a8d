"""What the lists that the checks go by may say, and how a condition is put in words."""

from typing import Annotated, Literal

from pydantic import ConfigDict, Field, PositiveInt

from interview.content.model import AnyText, Model


class ConditionWords(Model):
    """How a condition is said in a sentence; {fact}, {values} and dates are put in."""

    fact_is: AnyText
    fact_is_not: AnyText
    includes: AnyText
    includes_not: AnyText
    has_any: AnyText
    has_none: AnyText
    not_known: AnyText
    known: AnyText
    before: AnyText
    on_or_before: AnyText
    after: AnyText
    on_or_after: AnyText
    as_of: AnyText
    date_fact: AnyText
    years_after: AnyText
    birthday: AnyText
    days_after: AnyText
    days_before: AnyText
    all_of: AnyText
    any_of: AnyText
    none_of: AnyText
    that: AnyText
    ground_holds: AnyText
    any_ground: AnyText
    program_is: AnyText
    flag_raised: AnyText
    flag_not_raised: AnyText
    result_matches: AnyText
    result_may_match: AnyText
    result_does_not_match: AnyText
    or_word: AnyText
    always: AnyText
    asked_if: AnyText
    applies_if: AnyText
    unclear_if: AnyText


class ReviewWords(Model):
    """The words of the page that a reviewing lawyer signs."""

    title: AnyText
    intro: AnyText
    item: AnyText
    english: AnyText
    condition: AnyText
    source: AnyText
    changed: AnyText
    not_committed: AnyText
    since_new: AnyText
    since_changed: AnyText
    signed: AnyText
    date: AnyText
    helper_voice: AnyText


class BannedWord(Model):
    """A word that no text may say; a star stands for any ending."""

    word: str
    why: str
    unless: tuple[str, ...] = ()


class BannedWords(Model):
    """The words that no text may say, by language; English has some."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, tuple[BannedWord, ...]]

    en: tuple[BannedWord, ...]

    def by_language(self) -> dict[str, tuple[BannedWord, ...]]:
        """Return the words that each language does not say, by its code."""
        return dict(self)


class Waiver(Model):
    """A text that may be harder to read than the rest, and why."""

    text: str
    reason: str


class Waivers(Model):
    """The texts that may be harder to read than the rest, by language."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, tuple[Waiver, ...]]

    en: tuple[Waiver, ...] = ()

    def by_language(self) -> dict[str, tuple[Waiver, ...]]:
        """Return the waivers of each language, by its code."""
        return dict(self)


class Term(Model):
    """A term of the field and the agreed Spanish words for it; `unless` names other uses of it.

    The agreed words of another language stand under its code.
    """

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, tuple[str, ...]]

    english: str
    spanish: Annotated[tuple[str, ...], Field(min_length=1)]
    unless: tuple[str, ...] = ()

    def by_language(self) -> dict[str, tuple[str, ...]]:
        """Return the agreed words by the code of their language."""
        return {"es": self.spanish, **self.__pydantic_extra__}


class Terms(Model):
    """The terms with agreed Spanish words."""

    terms: tuple[Term, ...]


class Sign(Model):
    """What a translation must not lose, as one language says it: a negation, a month, a judge.

    `values` tells kinds of it apart. `unless` are phrases in which it does not count. `echo` are
    words that only repeat it in a sentence, and count alone after one of `echo_after`.
    """

    compare: Literal["count", "presence", "kept", "each_kept", "order", "set"] = "count"
    about: str = ""
    opposite: str = ""
    words: tuple[str, ...] = ()
    values: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    unless: tuple[str, ...] = ()
    echo: tuple[str, ...] = ()
    echo_after: tuple[str, ...] = ()


class Idiom(Model):
    """A phrase of the English and what a language says for it: together they are no difference."""

    sign: str
    english: Annotated[tuple[str, ...], Field(min_length=1)]
    here: Annotated[tuple[str, ...], Field(min_length=1)]


class LengthLimit(Model):
    """How long the texts of some places may be, in letters; a star stands for any step."""

    places: Annotated[tuple[str, ...], Field(min_length=1)]
    most: PositiveInt


class GuardWaiver(Model):
    """A text whose translation rightly differs in one sign, and why."""

    text: str
    sign: str
    reason: str


class GuardWords(Model):
    """What the guard of the translations knows of a language; English says how to compare."""

    signs: dict[str, Sign] = Field(default_factory=dict)
    idioms: tuple[Idiom, ...] = ()
    opening: dict[str, str] = Field(default_factory=dict)
    own_words: tuple[str, ...] = ()
    shared_words: tuple[str, ...] = ()
    both_ways: tuple[str, ...] = ()
    lengths: tuple[LengthLimit, ...] = ()
    waivers: tuple[GuardWaiver, ...] = ()
