"""A result as blocks of plain language, made once; page, paper and plain text all show the same.

Every sentence comes from the content files; this module only chooses and orders them.
"""

from collections.abc import Iterator

from interview.content import Flag, LaneText
from interview.languages import Tongue
from interview.screening import Result, Screening
from interview.summary.blocks import Section, Summary
from interview.summary.conclusions import flag_section, priority_section, program_section
from interview.summary.context import Told
from interview.summary.discretion import (
    decision_section,
    detention_section,
    escalation_section,
    lawyer_section,
    memo_section,
    option_section,
    request_section,
)
from interview.summary.factors import (
    adverse_section,
    answer_section,
    good_section,
    unknown_section,
)

FIRST_STEPS = 3
MOST_REASONS = 4


class Summarizer:
    """Builds summaries of one content."""

    def __init__(self, screening: Screening) -> None:
        self.screening = screening

    def build(self, result: Result, tongue: Tongue) -> Summary:
        """Return the summary of a result in one language and voice."""
        return _summary(Told(self.screening, result, tongue))


def _summary(told: Told) -> Summary:
    lane = next(lane for lane in told.content.wording.lanes if lane.id == told.result.lane)
    flags = told.raised()
    return Summary(
        language=told.tongue.language,
        name=told.say(told.content.interview.name),
        lane=lane.id,
        chip=told.say(lane.chip),
        headline=told.say(lane.headline),
        limit=told.say(lane.limit),
        dates=told.dates(),
        banner=told.banner(),
        do_now_title=told.say(told.headings.do_now),
        do_now=_first_steps(told, lane, flags),
        do_not_title=told.say(told.headings.do_not),
        do_not=tuple(told.say(text) for text in lane.do_not),
        sections=tuple(_sections(told, flags)),
        not_advice=tuple(told.say(text) for text in told.content.wording.not_advice),
        legend=tuple((word, told.label("truth", word)) for word in ("yes", "no", "unknown")),
        behind=told.say(told.labels.behind),
    )


def _first_steps(told: Told, lane: LaneText, flags: list[Flag]) -> tuple[tuple[str, str], ...]:
    """Three things to do: with a flag, see a lawyer; then what the flags ask for, then the rest."""
    first, *others = lane.steps
    if flags:
        first = told.content.wording.see_a_lawyer[flags[0].urgency]
        others = [flag.first for flag in flags if flag.first] + others
    reasons = " · ".join(told.say(flag.name) for flag in flags[:MOST_REASONS])
    if len(flags) > MOST_REASONS:
        reasons += " …"
    steps = [(told.say(first.name), told.say(first.what).format(reasons=reasons))]
    steps += [(told.say(step.name), told.say(step.what)) for step in others]
    return tuple(steps[:FIRST_STEPS])


def _sections(told: Told, flags: list[Flag]) -> Iterator[Section]:
    if told.holds(told.content.detention.condition):
        yield detention_section(told)
    yield flag_section(told, flags)
    yield program_section(told)
    yield priority_section(told)
    yield unknown_section(told)
    yield good_section(told)
    if told.result.adverse:
        yield adverse_section(told)
    yield option_section(told)
    yield escalation_section(told)
    if told.result.escalation_shown:
        yield request_section(told)
    if told.result.memos:
        yield memo_section(told)
    yield decision_section(told)
    if general := told.notes("general"):
        yield Section("notes", told.say(told.headings.keep), bullets=general)
    yield lawyer_section(told)
    yield answer_section(told)
