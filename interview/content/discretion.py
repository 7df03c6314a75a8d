"""What the files on prosecutorial discretion may say."""

from typing import Annotated

from pydantic import Field

from interview.content.model import (
    AnyCondition,
    AnyText,
    Conditioned,
    Day,
    MaybeCondition,
    MaybeText,
    Model,
    Sourced,
)
from interview.content.outcomes import MemoStatus


class GoodFactor(Conditioned):
    """An equity: a fact that weighs for a person, and the papers that show it."""

    name: AnyText
    plain: AnyText
    lists: str | None = None
    evidence: tuple[AnyText, ...]


class AdverseFactor(Conditioned):
    """A fact that weighs against a person, and what can weigh against it."""

    name: AnyText
    plain: AnyText
    mitigation: tuple[AnyText, ...]


class Factors(Model):
    """The factors for and against a person, and what to tell a lawyer of them."""

    positive: tuple[GoodFactor, ...]
    adverse: tuple[AdverseFactor, ...]
    to_tell_a_lawyer: tuple[AnyText, ...]


class Option(Sourced):
    """Something that an officer or government lawyer could be asked to do."""

    id: str
    condition: MaybeCondition = None
    ask: AnyText
    who: AnyText


class Stage(Conditioned):
    """A stage of a case: before a Notice to Appear is filed, in proceedings, after an order."""

    name: AnyText
    intro: AnyText
    deciders: AnyText
    options: tuple[Option, ...]


class Options(Model):
    """What can be asked for at each stage of a case."""

    stages: tuple[Stage, ...]
    stage_unknown: AnyText
    not_established: AnyText


class MemoEvent(Model):
    """From this day on, the memo stood like this."""

    date: Day
    status: MemoStatus
    text: AnyText


class Memo(Conditioned):
    """Guidance that may fit a person, and how it stood over time."""

    title: AnyText
    author: AnyText
    date: Day | None = None
    says: AnyText
    helps: AnyText
    statuses: Annotated[tuple[MemoEvent, ...], Field(min_length=1)]


class Memos(Model):
    """Every memo."""

    memos: tuple[Memo, ...]


class SourcedText(Sourced):
    """One sentence or two, with where they come from."""

    id: str
    text: AnyText


class DetentionGroup(Sourced):
    """A group of people who were not to be detained without approval."""

    id: str
    condition: MaybeCondition = None
    text: AnyText


class Detention(Sourced):
    """Guidance on who was not to be detained without a Field Office Director's approval."""

    condition: AnyCondition
    about: AnyText
    groups: tuple[DetentionGroup, ...]
    approver: AnyText
    status_text: AnyText
    what_to_do: tuple[AnyText, ...]


class RequestStep(Sourced):
    """One step in building a request for prosecutorial discretion."""

    id: str
    name: AnyText
    what: AnyText
    caution: MaybeText = None


class Request(Model):
    """How a request for prosecutorial discretion is built."""

    intro: AnyText
    lawyer_first: AnyText
    steps: tuple[RequestStep, ...]


class Decisions(Model):
    """How a decision is told, and what a favorable one does and does not do."""

    notice: tuple[SourcedText, ...]
    effect: tuple[SourcedText, ...]


class EscalationStart(Model):
    """The step at which those who meet a condition begin."""

    condition: AnyCondition
    step: str


class Escalation(Model):
    """How to go on after a refusal: shown only to those for whom it cannot make things worse."""

    shown_if: AnyCondition
    intro: AnyText
    not_shown: AnyText
    not_confirmed: AnyText
    limits: tuple[AnyText, ...]
    starts: tuple[EscalationStart, ...]
    steps: tuple[RequestStep, ...]
