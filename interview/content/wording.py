"""What the fixed words of the summary and of the urgent page may say."""

from typing import Annotated

from pydantic import Field, field_validator

from interview.content.model import (
    AnyText,
    BeginningText,
    DatedText,
    MaybeDatedText,
    Signable,
    Sourced,
    each_once,
    every_key,
    one_each,
)
from interview.content.outcomes import LANES, URGENCIES, Lane, Urgency
from interview.content.rules import FirstStep, TextFor, TextForSome


class Situation(Sourced):
    """What to do in one of the situations.

    `say`: words for the person to say, and `say_how`. `for_whom` heads the steps of each voice,
    where both are shown.
    """

    id: str
    title: DatedText
    say: MaybeDatedText = None
    say_how: MaybeDatedText = None
    for_whom: MaybeDatedText = None
    steps: tuple[BeginningText, ...]


class LastWord(Sourced):
    """What the urgent page ends with."""

    text: DatedText


class FindLawyer(Sourced):
    """Where to find a lawyer; the urgent page, which knows of nobody, says it all."""

    title: DatedText
    texts: tuple[TextForSome, ...]


class UrgentDoor(Signable):
    """The page that asks nothing: the first situation open, the `others` folded."""

    title: AnyText
    others: AnyText
    situations: tuple[Situation, ...]
    last: LastWord
    find_lawyer: FindLawyer


class LaneText(Signable):
    """The first thing that a summary says; `steps` fill up the three first things to do."""

    id: Lane
    chip: DatedText
    headline: DatedText
    limit: DatedText
    steps: Annotated[tuple[FirstStep, ...], Field(min_length=3)]
    do_not: tuple[TextForSome, ...]


class Labels(Signable):
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
    memo_issued: AnyText
    memo_listed: AnyText
    memo_ended: AnyText
    memo_replaced: AnyText
    memo_blocked: AnyText
    memo_not_known: AnyText
    program_over: AnyText
    program_matches: AnyText
    program_may_match: AnyText
    program_does_not_match: AnyText
    since: AnyText
    on_or_about: AnyText
    source: AnyText
    one_source: AnyText
    unread: AnyText
    who_decides: AnyText
    memo_groups: AnyText
    papers: AnyText
    behind: AnyText


class Headings(Signable):
    """The headings of the summary's sections, and the sentence that opens each."""

    why: AnyText
    why_more: AnyText
    do_now: AnyText
    do_not: AnyText
    places: AnyText
    flags: AnyText
    same_lawyer: AnyText
    today: AnyText
    deadlines: AnyText
    deadlines_intro: AnyText
    no_flags: AnyText
    programs: AnyText
    programs_intro: AnyText
    over: AnyText
    program_asked: AnyText
    exceptions: AnyText
    possible_grounds: AnyText
    unknown: AnyText
    unknown_intro: AnyText
    unknown_behind: AnyText
    nothing_unknown: AnyText
    good: AnyText
    good_intro: AnyText
    no_good: AnyText
    adverse: AnyText
    adverse_intro: AnyText
    to_tell: AnyText
    options: AnyText
    options_lead: AnyText
    detention: AnyText
    request: AnyText
    memos: AnyText
    memos_intro: AnyText
    decisions: AnyText
    effect: AnyText
    escalation: AnyText
    keep: AnyText
    everything_else: AnyText
    answers: AnyText
    answers_intro: AnyText


class Wording(Signable):
    """The fixed words of the summary.

    `see_a_lawyer` is the first thing to do, by the most urgent flag.
    `not_for_them` is said above the programs to those for whom they are not; the rest is folded.
    `so_far` is said above a result before the end; {parts} are those with more to ask.
    """

    lanes: Annotated[tuple[LaneText, ...], Field(json_schema_extra=one_each("id", LANES))]
    see_a_lawyer: Annotated[dict[Urgency, FirstStep], Field(json_schema_extra=every_key(URGENCIES))]
    labels: Labels
    headings: Headings
    not_for_them: tuple[TextFor, ...] = ()
    so_far: AnyText
    made_on: AnyText
    not_advice: tuple[AnyText, ...]
    keep_like_cash: AnyText

    @field_validator("lanes")
    @classmethod
    def _have_every_lane(cls, lanes: tuple[LaneText, ...]) -> tuple[LaneText, ...]:
        each_once([lane.id for lane in lanes], LANES)
        return lanes

    @field_validator("see_a_lawyer")
    @classmethod
    def _say_every_urgency(cls, steps: dict[Urgency, FirstStep]) -> dict[Urgency, FirstStep]:
        each_once(list(steps), URGENCIES)
        return steps
