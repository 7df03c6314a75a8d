"""What the files on prosecutorial discretion may say."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from interview.content.letter_voice import AskInLetter, FactorInLetter, MaybeLetterText, Office
from interview.content.model import (
    WRITTEN,
    AnyCondition,
    AnyText,
    BeginningText,
    Conditioned,
    DatedText,
    MaybeCondition,
    MaybeDatedText,
    MaybeText,
    Model,
    Signable,
    Sourced,
    Timed,
)
from interview.content.outcomes import MemoStatus
from interview.content.rules import TextFor
from interview.content.scalars import Day


class Evidence(Model):
    """A paper that shows something; `kind`, one of the checklist's, says from whom it comes."""

    text: DatedText
    kind: str | None = None


def _only_a_text(written: Any) -> Any:
    """Most papers are written as their text alone."""
    has_kind = isinstance(written, dict) and "kind" in written
    if has_kind and written["kind"] is None:
        raise ValueError("kind: name one of the checklist's, or write the text alone")
    return written if has_kind or isinstance(written, Evidence) else {"text": written}


AnyEvidence = Annotated[
    Evidence, BeforeValidator(_only_a_text), WithJsonSchema({WRITTEN: "evidence"})
]


class GoodFactor(Conditioned):
    """An equity: a fact that weighs for a person, and the papers that show it."""

    name: DatedText
    plain: DatedText
    letter: FactorInLetter | None = None
    lists: str | None = None
    evidence: tuple[AnyEvidence, ...]


class AdverseFactor(Conditioned):
    """A fact that weighs against a person, and what can weigh against it."""

    name: DatedText
    plain: DatedText
    mitigation: tuple[DatedText, ...]


class Factors(Signable):
    """The factors for and against a person, and what to tell a lawyer of them."""

    positive: tuple[GoodFactor, ...]
    adverse: tuple[AdverseFactor, ...]
    to_tell_a_lawyer: tuple[DatedText, ...]


class Option(Timed):
    """Something that an officer or government lawyer could be asked to do.

    `beside` is read beside it, `also` by those to whom it applies; `timelines` say what has
    followed such requests. `brief` is the same in a few words, for a lawyer. Without `letter`
    nobody drafts a letter that asks for it.
    """

    id: str
    condition: MaybeCondition = None
    timelines: tuple[str, ...] = ()
    beside: MaybeDatedText = None
    also: tuple[TextFor, ...] = ()
    ask: DatedText
    brief: MaybeText = None
    who: DatedText
    letter: AskInLetter | None = None


class Relief(Conditioned):
    """A way to stay that a lawyer may ask about; `also` is what else these answers say of it."""

    name: DatedText
    text: DatedText
    also: tuple[TextFor, ...] = ()


class Reliefs(Model):
    """Every way to stay that is worth asking about: on the sheet for a lawyer, never as a match."""

    reliefs: tuple[Relief, ...]


class Stage(Conditioned):
    """A stage of a case: before a Notice to Appear is filed, in proceedings, after an order."""

    name: DatedText
    intro: DatedText
    deciders: DatedText
    options: tuple[Option, ...]


class Options(Signable):
    """What can be asked for at each stage of a case, and the offices that letters go to."""

    offices: tuple[Office, ...] = ()
    stages: tuple[Stage, ...]
    stage_unknown: DatedText
    not_established: DatedText


class MemoEvent(Model):
    """From this day on, the memo stood like this."""

    date: Day
    status: MemoStatus
    text: AnyText
    sets: tuple[Day, ...] = ()


class Memo(Conditioned):
    """Guidance that may fit a person, and how it stood over time."""

    title: DatedText
    author: DatedText
    date: Day | None = None
    says: DatedText
    helps: DatedText
    letter: MaybeLetterText = None
    statuses: Annotated[tuple[MemoEvent, ...], Field(min_length=1)]


class Memos(Model):
    """Every memo."""

    memos: tuple[Memo, ...]


class SourcedText(Sourced):
    """One sentence or two, with where they come from."""

    id: str
    text: DatedText


class DetentionGroup(Sourced):
    """A group of people who were not to be detained without approval."""

    id: str
    condition: MaybeCondition = None
    text: DatedText


class Detention(Sourced):
    """Guidance on who was not to be detained without a Field Office Director's approval.

    `also_to_do` comes right after the first thing to do, for those to whom it applies.
    """

    condition: AnyCondition
    about: MaybeDatedText = None
    groups: tuple[DetentionGroup, ...]
    approver: DatedText
    status_text: DatedText
    timelines: tuple[str, ...] = ()
    what_to_do: tuple[BeginningText, ...]
    also_to_do: tuple[TextFor, ...] = ()


class RequestStep(Sourced):
    """One step in building a request for prosecutorial discretion, or in taking a refusal further.

    `also` is said to those to whom it applies.
    """

    id: str
    name: DatedText
    what: DatedText
    also: tuple[TextFor, ...] = ()
    caution: MaybeDatedText = None


class Request(Signable):
    """How a request for prosecutorial discretion is built."""

    intro: DatedText
    lawyer_first: DatedText
    steps: tuple[RequestStep, ...]


class Decisions(Model):
    """How a decision is told, and what a favorable one does and does not do."""

    notice: tuple[SourcedText, ...]
    effect: tuple[SourcedText, ...]


class Point(Sourced):
    """Something that an advocate can use, for those to whom it `applies`, or for all.

    On a day on which its text is not said yet, it is left out.
    """

    id: str
    applies: MaybeCondition = None
    name: AnyText
    text: MaybeDatedText = None


class Advocates(Signable):
    """What only an advocate uses: for helpers, and on the sheet for a lawyer."""

    title: AnyText
    intro: AnyText
    points: tuple[Point, ...]


class EscalationStart(Model):
    """The step at which those who meet a condition begin."""

    condition: AnyCondition
    step: str


class Escalation(Signable):
    """How to go on after a refusal: shown only to those for whom it cannot make things worse."""

    shown_if: AnyCondition
    intro: DatedText
    not_shown: DatedText
    not_confirmed: DatedText
    limits: tuple[DatedText, ...]
    starts: tuple[EscalationStart, ...]
    steps: tuple[RequestStep, ...]
