"""What the files of rules may say: criteria, programs, priorities, flags and notes."""

from typing import Annotated, Literal

from pydantic import Field, field_validator

from interview.content.model import (
    AnyCondition,
    AnyText,
    Conditioned,
    DatedText,
    MaybeCondition,
    MaybeDatedText,
    MaybeText,
    Model,
    Signable,
    Sourced,
    Text,
    each_once,
    every_key,
    one_each,
)
from interview.content.outcomes import LEVELS, Level, Urgency


class NamedCondition(Sourced):
    """A condition that several rules share by its name."""

    id: str
    condition: AnyCondition
    meaning: AnyText


class NamedConditions(Model):
    """Every condition with a name."""

    conditions: tuple[NamedCondition, ...]


class Criterion(Conditioned):
    """One requirement of one or more programs; on a day without it, no program asks it.

    `brief` is the same in a few words, for a lawyer.
    """

    unclear_if: MaybeCondition = None
    requirement: DatedText
    brief: MaybeText = None
    unclear: MaybeDatedText = None


class Criteria(Model):
    """Every criterion."""

    criteria: tuple[Criterion, ...]


class Program(Sourced):
    """A program, its criteria in order, and what each result means."""

    id: str
    name: DatedText
    about: DatedText
    criteria: tuple[str, ...]
    matches: DatedText
    may_match: DatedText
    does_not_match: DatedText
    promise: DatedText
    timeline: str


class PriorityLevel(Sourced):
    """A level of the 2014 priorities: who could make an exception, and on what standard."""

    level: Level
    name: DatedText
    deciders: DatedText
    standard: DatedText


class Ground(Conditioned):
    """One ground of the 2014 priorities."""

    level: Level
    unclear_if: MaybeCondition = None
    name: DatedText
    plain: DatedText
    unclear: MaybeDatedText = None


LEVEL_TEXTS = (*LEVELS, "none", "unknown", "at_least_2", "at_least_3")


class Priorities(Signable):
    """The enforcement priorities: levels, grounds, and who decides."""

    title: DatedText
    intro: DatedText
    about: DatedText
    timeline: str
    levels: Annotated[tuple[PriorityLevel, ...], Field(json_schema_extra=one_each("level", LEVELS))]
    grounds: tuple[Ground, ...]
    level_texts: Annotated[dict[str, DatedText], Field(json_schema_extra=every_key(LEVEL_TEXTS))]

    @field_validator("level_texts")
    @classmethod
    def _say_every_level(cls, texts: dict[str, Text]) -> dict[str, Text]:
        return each_once(texts, LEVEL_TEXTS)

    @field_validator("levels")
    @classmethod
    def _have_every_level(cls, levels: tuple[PriorityLevel, ...]) -> tuple[PriorityLevel, ...]:
        each_once([level.level for level in levels], LEVELS)
        return levels


class TextFor(Model):
    """A text for those to whom it `applies`."""

    applies: AnyCondition
    text: DatedText


class TextForSome(Model):
    """A text; where it `applies` to some only, it is for them."""

    applies: MaybeCondition = None
    text: DatedText


class DoNot(Model):
    """What not to do before a lawyer looks, for those to whom it `applies`, from its day on."""

    applies: MaybeCondition = None
    text: MaybeDatedText = None


class FirstStep(Model):
    """One of the three first things to do: the deed in a few words, and how.

    It is only for those to whom it `applies`; `if_unknown`: only where something is not known. Of
    `where`, the first that applies is said in place of what. `dated` is said in its place where the
    `deadline` is ahead, with its first day for {date}.
    """

    applies: MaybeCondition = None
    if_unknown: bool = False
    name: DatedText
    what: DatedText
    where: tuple[TextFor, ...] = ()
    deadline: str | None = None
    dated: MaybeDatedText = None


class FlagWording(Model):
    """What a flag says to those to whom it `applies`: other words in their place, or `also`.

    `date` names the question whose answer stands for {date} in its reason.
    """

    applies: AnyCondition
    date: str | None = None
    reason: MaybeDatedText = None
    do: MaybeDatedText = None
    also: MaybeDatedText = None
    first: FirstStep | None = None


class Flag(Conditioned):
    """A reason to see a lawyer, and how soon; `first` is what else to do at once.

    What not to do stands open at the top of the page, never in a fold alone.
    A `cautious` flag is raised where its condition is UNKNOWN too, unless `cautious_unless` is YES.
    `timelines` are those whose latest event is told beside it. Of `where`, the first that applies
    and has other words is said, and every `also`. With `own_words`, none of those that all flags
    have.
    """

    urgency: Urgency
    cautious: bool = False
    cautious_unless: MaybeCondition = None
    own_words: bool = False
    timelines: tuple[str, ...] = ()
    name: DatedText
    reason: DatedText
    do: DatedText
    first: FirstStep | None = None
    do_not: tuple[DoNot, ...] = ()
    where: tuple[FlagWording, ...] = ()


class Flags(Signable):
    """Every flag, in table order.

    `where` says words for all of them to those to whom it applies, after each flag's own.
    """

    flags: tuple[Flag, ...]
    where: tuple[FlagWording, ...] = ()


class Note(Conditioned):
    """Something to know beside the result; `told_by`: the timeline that says it already.

    Of `where`, the first that applies is said in place of the text.
    """

    beside: Literal["level", "general"]
    told_by: str | None = None
    text: DatedText
    where: tuple[TextFor, ...] = ()


class Notes(Model):
    """Every note."""

    notes: tuple[Note, ...]
