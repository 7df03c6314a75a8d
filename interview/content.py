"""What the content files may say: frozen, spelled-out models that refuse every unknown key."""

import datetime
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator

from interview import conditions
from interview.conditions import Condition, Rule

Voice = Literal["self", "client"]
Urgency = Literal["now", "soon", "before"]
Status = Literal[
    "announced", "open", "renewals_only", "accepted_not_decided", "blocked", "ended", "replaced"
]
MemoStatus = Literal["issued", "listed", "ended", "replaced", "blocked", "not_known"]


@dataclass(frozen=True)
class Text:
    """A sentence in the two voices: to the person, and to someone who helps the person."""

    to_self: str
    to_client: str

    def said_to(self, voice: Voice) -> str:
        """Return the English sentence for one voice."""
        return self.to_self if voice == "self" else self.to_client

    def both(self) -> tuple[str, ...]:
        """Return the one or two different English sentences."""
        return tuple(dict.fromkeys((self.to_self, self.to_client)))


def _read_text(written: Any) -> Text:
    if isinstance(written, str) and written.strip():
        one = " ".join(written.split())
        return Text(one, one)
    if isinstance(written, dict) and set(written) == {"self", "client"}:
        pair = [written["self"], written["client"]]
        if all(isinstance(text, str) and text.strip() for text in pair):
            return Text(*(" ".join(text.split()) for text in pair))
    raise ValueError("write one sentence for everybody, or two: self: ... and client: ...")


def _read_citation(written: Any) -> "Citation":
    if isinstance(written, dict) and len(written) == 1:
        [(document, place)] = written.items()
        if isinstance(place, str) and place.strip():
            return Citation(document, place.strip())
    raise ValueError("a source is a document and a place in it, such as {advisory: p. 7}")


@dataclass(frozen=True)
class Citation:
    """Where a rule comes from: a document of sources.yaml, and the page or section in it."""

    document: str
    place: str


AnyText = Annotated[Text, PlainValidator(_read_text)]
MaybeText = Annotated[Text | None, PlainValidator(_read_text)]
AnyCondition = Annotated[Condition, PlainValidator(conditions.parse)]
MaybeCondition = Annotated[Condition | None, PlainValidator(conditions.parse)]
Source = Annotated[
    tuple[Annotated[Citation, PlainValidator(_read_citation)], ...], Field(min_length=1)
]


class Model(BaseModel):
    """A piece of content."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


class Sourced(Model):
    """A piece of content that says where it comes from and how sure that is."""

    source: Source
    certainty: Literal["high", "medium"] = "high"


class Conditioned(Sourced):
    """A piece of content for those whose answers meet a condition."""

    id: str
    condition: AnyCondition

    @property
    def rule(self) -> Rule:
        """Return the condition, with its unclear_if where it has one."""
        return Rule(self.condition, getattr(self, "unclear_if", None))


# ---------------------------------------------------------------- questions


class Value(Model):
    """One answer that a question offers."""

    id: str
    label: AnyText
    hint: MaybeText = None


class Question(Sourced):
    """One fact, one question, one form field."""

    id: str
    type: Literal["yes_no", "choice", "choices", "date", "state"]
    short: AnyText
    ask: AnyText
    hint: AnyText
    why: AnyText
    when_unsure: AnyText
    find_out: AnyText
    asked_if: MaybeCondition = None
    values: tuple[Value, ...] = ()
    precision: Literal["day", "month"] = "day"
    unsure: bool = True
    page: str | None = None
    sensitive: bool = False
    remember: MaybeText = None
    words: tuple[str, ...] = ()


class Part(Model):
    """The questions of one part, in the order of asking."""

    title: AnyText
    intro: AnyText
    questions: tuple[Question, ...]


class Interview(Model):
    """The order of the parts, of the programs, and of the facts in a result."""

    name: AnyText
    parts: tuple[str, ...]
    programs: tuple[str, ...]
    facts_order: tuple[str, ...]


class States(Model):
    """The states and territories, by their two letters."""

    states: tuple[Value, ...]


# ---------------------------------------------------------------- rules


class Oddity(Model):
    """Two answers that hardly fit together: asked back once, then taken."""

    id: str
    about: str
    condition: AnyCondition
    text: AnyText


class Oddities(Model):
    oddities: tuple[Oddity, ...]


class NamedCondition(Sourced):
    """A condition that several rules share by its name."""

    id: str
    condition: AnyCondition
    meaning: AnyText


class NamedConditions(Model):
    conditions: tuple[NamedCondition, ...]


class Criterion(Conditioned):
    """One requirement of one or more programs."""

    unclear_if: MaybeCondition = None
    requirement: AnyText
    unclear: MaybeText = None


class Criteria(Model):
    criteria: tuple[Criterion, ...]


class Program(Sourced):
    """A program, its criteria in order, and what each result means."""

    id: str
    name: AnyText
    about: AnyText
    criteria: tuple[str, ...]
    matches: AnyText
    may_match: AnyText
    does_not_match: AnyText
    promise: AnyText
    timeline: str


class Level(Sourced):
    """A level of the 2014 priorities: who could make an exception, and on what standard."""

    level: Literal["1", "2", "3"]
    name: AnyText
    deciders: AnyText
    standard: AnyText


class Ground(Conditioned):
    """One ground of the 2014 priorities."""

    level: Literal["1", "2", "3"]
    unclear_if: MaybeCondition = None
    name: AnyText
    plain: AnyText
    unclear: MaybeText = None


class Priorities(Model):
    """The enforcement priorities of November 20, 2014."""

    about: AnyText
    timeline: str
    levels: tuple[Level, ...]
    grounds: tuple[Ground, ...]
    level_texts: dict[str, AnyText]


class Flag(Conditioned):
    """A reason to see a lawyer, and how soon."""

    urgency: Urgency
    name: AnyText
    reason: AnyText
    do: AnyText


class Flags(Model):
    flags: tuple[Flag, ...]


class Note(Conditioned):
    """Something to know beside the result."""

    beside: Literal["level", "general"]
    text: AnyText


class Notes(Model):
    notes: tuple[Note, ...]


# ---------------------------------------------------------------- discretion


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
    stages: tuple[Stage, ...]
    stage_unknown: AnyText
    not_established: AnyText


class MemoEvent(Model):
    """From this day on, the memo stood like this."""

    date: datetime.date
    status: MemoStatus
    text: AnyText


class Memo(Conditioned):
    """Guidance that may fit a person, and how it stood over time."""

    title: AnyText
    author: AnyText
    date: datetime.date | None = None
    says: AnyText
    helps: AnyText
    statuses: Annotated[tuple[MemoEvent, ...], Field(min_length=1)]


class Memos(Model):
    memos: tuple[Memo, ...]


class Said(Sourced):
    """One sentence or two, with where they come from."""

    id: str
    text: AnyText


class DetentionGroup(Sourced):
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
    intro: AnyText
    lawyer_first: AnyText
    steps: tuple[RequestStep, ...]


class Decisions(Model):
    """How a decision is told, and what a favorable one does and does not do."""

    notice: tuple[Said, ...]
    effect: tuple[Said, ...]


class EscalationStart(Model):
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


# ---------------------------------------------------------------- law over time, words, sources


class Event(Sourced):
    """Something that happened to a program or memo, and its effect on a person."""

    date: datetime.date
    event: AnyText
    effect: AnyText
    status: Status | None = None
    headline: MaybeText = None


class Timeline(Model):
    id: str
    name: AnyText
    before: AnyText
    events: Annotated[tuple[Event, ...], Field(min_length=1)]


class Law(Model):
    """The dated events of every program and memo, and the date of the last legal check."""

    last_legal_check: datetime.date
    stale_after_days: int
    last_check_text: AnyText
    stale_text: AnyText
    not_checked_text: AnyText
    timelines: tuple[Timeline, ...]


class Word(Sourced):
    id: str
    word: AnyText
    meaning: AnyText


class Glossary(Model):
    words: tuple[Word, ...]


class Document(Model):
    """A document that rules come from.

    `cited_as`: the short name before its places; without one, its places are whole citations.
    `own_words`: its places are described in this product's words, so they are translated.
    """

    id: str
    title: AnyText
    cited_as: MaybeText = None
    own_words: bool = False
    author: MaybeText = None
    date: str | None = None
    note: MaybeText = None


class Sources(Model):
    sources: tuple[Document, ...]


class Situation(Sourced):
    id: str
    title: AnyText
    steps: tuple[AnyText, ...]


class LastWord(Sourced):
    text: AnyText


class FindLawyer(Sourced):
    title: AnyText
    texts: tuple[AnyText, ...]


class UrgentDoor(Model):
    """The page that asks nothing."""

    title: AnyText
    intro: AnyText
    situations: tuple[Situation, ...]
    last: LastWord
    find_lawyer: FindLawyer


class LaneStep(Model):
    """One of the first things to do; fills up the list when there are fewer than three flags."""

    name: AnyText
    what: AnyText


class Lane(Model):
    """The first thing that a summary says."""

    id: Literal["red", "yellow", "blue"]
    chip: AnyText
    headline: AnyText
    limit: AnyText
    steps: tuple[LaneStep, ...]
    do_not: tuple[AnyText, ...]


class Labels(Model):
    """The fixed words of answers, results and chips."""

    yes: AnyText
    no: AnyText
    unsure: AnyText
    none_of_these: AnyText
    not_answered: AnyText
    and_more_unsure: AnyText
    truth_yes: AnyText
    truth_no: AnyText
    truth_unknown: AnyText
    urgency_now: AnyText
    urgency_soon: AnyText
    urgency_before: AnyText
    status_announced: AnyText
    status_open: AnyText
    status_renewals_only: AnyText
    status_accepted_not_decided: AnyText
    status_blocked: AnyText
    status_ended: AnyText
    status_replaced: AnyText
    status_none: AnyText
    memo_issued: AnyText
    memo_listed: AnyText
    memo_ended: AnyText
    memo_replaced: AnyText
    memo_blocked: AnyText
    memo_not_known: AnyText
    you_answered: AnyText
    source: AnyText
    one_source: AnyText
    who_decides: AnyText
    papers: AnyText
    find_out: AnyText
    behind: AnyText


class Headings(Model):
    """The headings of the summary's sections, and the sentence that opens each."""

    do_now: AnyText
    do_not: AnyText
    flags: AnyText
    flags_intro: AnyText
    no_flags: AnyText
    programs: AnyText
    programs_intro: AnyText
    program_asked: AnyText
    priorities: AnyText
    priorities_intro: AnyText
    exceptions: AnyText
    unknown: AnyText
    unknown_intro: AnyText
    nothing_unknown: AnyText
    good: AnyText
    good_intro: AnyText
    no_good: AnyText
    adverse: AnyText
    adverse_intro: AnyText
    to_tell: AnyText
    options: AnyText
    detention: AnyText
    request: AnyText
    memos: AnyText
    memos_intro: AnyText
    decisions: AnyText
    effect: AnyText
    escalation: AnyText
    keep: AnyText
    answers: AnyText
    answers_intro: AnyText
    limits: AnyText
    last: AnyText


class Wording(Model):
    """The fixed words of the summary."""

    lanes: tuple[Lane, ...]
    labels: Labels
    headings: Headings
    made_on: AnyText
    not_advice: tuple[AnyText, ...]
    keep_like_cash: AnyText


# ---------------------------------------------------------------- what the checks go by


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
    all_of: AnyText
    any_of: AnyText
    none_of: AnyText
    that: AnyText
    ground_holds: AnyText
    any_ground: AnyText
    program_is: AnyText
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
    spanish: AnyText
    condition: AnyText
    source: AnyText
    changed: AnyText
    not_committed: AnyText
    signed: AnyText
    date: AnyText
    helper_voice: AnyText


class BannedWord(Model):
    """A word that no text may say; a star stands for any ending."""

    word: str
    why: str
    unless: tuple[str, ...] = ()


class BannedWords(Model):
    en: tuple[BannedWord, ...]
    es: tuple[BannedWord, ...]


class Waiver(Model):
    """A text that may be harder to read than the rest, and why."""

    text: str
    reason: str


class Waivers(Model):
    en: tuple[Waiver, ...] = ()
    es: tuple[Waiver, ...] = ()


class Term(Model):
    """A term of the field and the agreed Spanish words for it; `unless` names other uses of it."""

    english: str
    spanish: Annotated[tuple[str, ...], Field(min_length=1)]
    unless: tuple[str, ...] = ()


class Terms(Model):
    terms: tuple[Term, ...]


# ---------------------------------------------------------------- the words of the web pages


class Frame(Model):
    """What stands around every page."""

    skip: AnyText
    language: AnyText
    help: AnyText
    urgent: AnyText
    leave: AnyText
    back: AnyText
    part_of: AnyText
    footer: AnyText
    more: AnyText
    error_title: AnyText
    changed_copy: AnyText


class StartPage(Model):
    title: AnyText
    lead: AnyText
    urgent_title: AnyText
    urgent_text: AnyText
    urgent_link: AnyText
    before: AnyText
    promises: tuple[AnyText, ...]
    start: AnyText
    go_on: AnyText


class QuestionPages(Model):
    """The words around a question; `titles` are the headings of pages with several questions."""

    title: AnyText
    titles: dict[str, AnyText]
    go_on: AnyText
    skip: AnyText
    why: AnyText
    not_sure: AnyText
    remember: AnyText
    one_word: AnyText
    many_words: AnyText
    divider: AnyText
    day: AnyText
    month: AnyText
    year: AnyText
    month_unknown: AnyText
    year_unknown: AnyText
    some_unsure: AnyText
    choose_state: AnyText
    sensitive: AnyText


class Mistakes(Model):
    """What is said of an answer that cannot be taken, or that is asked back."""

    one: AnyText
    many: AnyText
    choose_one: AnyText
    choose_some: AnyText
    none_and_more: AnyText
    choose_state: AnyText
    date_missing: AnyText
    year_wrong: AnyText
    day_wrong: AnyText
    month_missing: AnyText
    no_such_day: AnyText
    if_right: AnyText


class CheckPage(Model):
    title: AnyText
    intro: AnyText
    change: AnyText
    go_on: AnyText


class NextStepsPage(Model):
    title: AnyText
    sections: AnyText
    print_it: AnyText
    finish: AnyText
    change: AnyText


class Chapter(Model):
    title: AnyText
    texts: tuple[AnyText, ...]


class ReadingPage(Model):
    """A page that is only read."""

    title: AnyText
    intro: AnyText
    chapters: tuple[Chapter, ...] = ()


class AboutPage(ReadingPage):
    timelines: AnyText
    timelines_intro: AnyText
    documents: AnyText
    documents_intro: AnyText


class MapPage(ReadingPage):
    same_page: AnyText
    answers: AnyText
    any_date: AnyText
    any_state: AnyText


class LeavePages(Model):
    clearing: AnyText
    cleared: AnyText
    cleared_text: AnyText
    remembers: AnyText
    again: AnyText


class Trouble(Model):
    """A page for when something went wrong; `id` is the status, or what happened."""

    id: str
    title: AnyText
    text: AnyText
    action: AnyText


class Pages(Model):
    """All the words of the web pages that stand in no other file."""

    languages: dict[str, str]
    frame: Frame
    start: StartPage
    question: QuestionPages
    mistakes: Mistakes
    check: CheckPage
    next_steps: NextStepsPage
    words: ReadingPage
    privacy: ReadingPage
    about: AboutPage
    map: MapPage
    leave: LeavePages
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True)
class Content:
    """The whole content of a questions folder, checked and with every reference resolved."""

    interview: Interview
    parts: dict[str, Part]
    states: States
    oddities: tuple[Oddity, ...]
    conditions: NamedConditions
    criteria: dict[str, Criterion]
    programs: dict[str, Program]
    priorities: Priorities
    flags: tuple[Flag, ...]
    notes: tuple[Note, ...]
    factors: Factors
    options: Options
    memos: tuple[Memo, ...]
    detention: Detention
    request: Request
    decisions: Decisions
    escalation: Escalation
    law: Law
    glossary: dict[str, Word]
    sources: dict[str, Document]
    urgent_door: UrgentDoor
    wording: Wording
    condition_words: ConditionWords
    review_words: ReviewWords
    pages: Pages

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question in the order of asking."""
        return tuple(
            question for part in self.interview.parts for question in self.parts[part].questions
        )
