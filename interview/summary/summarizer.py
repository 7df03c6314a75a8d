"""A result as blocks of plain language, made once; page, paper and plain text all show the same.

Every sentence comes from the content files; this module only chooses and orders them.
"""

from collections.abc import Iterator

from interview.content import FirstStep, Flag, LaneText
from interview.languages import Tongue
from interview.screening import Result, Screening
from interview.summary.blocks import ContactLine, Section, Summary
from interview.summary.conclusions import first_step, flag_section, program_sections
from interview.summary.contact_lines import ContactBook
from interview.summary.context import SummaryContext
from interview.summary.discretion import (
    advocate_section,
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
from interview.summary.law_today import day_ahead, deadline_section, notes, today_section
from interview.summary.picking import need_of

FIRST_STEPS = 3
# Of what the lane says not to do, the first two are for everybody; the rest only fills up.
ALWAYS_SAID, MOST_DO_NOT = 2, 4
MOST_REASONS = 3


class Summarizer:
    """Builds summaries of one content; `book` are those who can help, or None."""

    def __init__(self, screening: Screening, book: ContactBook | None = None) -> None:
        self.screening, self.book = screening, book

    def build(self, result: Result, tongue: Tongue, reads: str | None = None) -> Summary:
        """Return the summary of a result in one language and voice.

        `reads` is the code of the language of who reads, for whom contacts are chosen, where this
        one stands beneath it.
        """
        contacts = self.contacts(result, tongue, reads)
        return _summary(SummaryContext(self.screening, result, tongue), contacts)

    def contacts(
        self, result: Result, tongue: Tongue, reads: str | None = None
    ) -> tuple[ContactLine, ...]:
        """Return who can help the person of a result, the best fit first."""
        if self.book is None:
            return ()
        need = need_of(self.screening.content, result, reads or tongue.language)
        return self.book.lines(need, tongue, result.as_of)


def _summary(context: SummaryContext, contacts: tuple[ContactLine, ...]) -> Summary:
    wording, labels, headings = context.content.wording, context.labels, context.headings
    lane = next(lane for lane in wording.lanes if lane.id == context.result.lane)
    flags = context.raised()
    return Summary(
        language=context.tongue.language,
        name=context.say(context.content.interview.name),
        lane=lane.id,
        chip=context.say(lane.chip),
        headline=context.say(lane.headline),
        why=_why(context, lane, flags),
        limit=context.say(lane.limit),
        dates=context.dates(),
        banner=context.banner(),
        do_now_title=context.say(headings.do_now),
        do_now=_first_steps(context, lane, flags),
        do_not_title=context.say(headings.do_not),
        do_not=_do_not(context, lane, flags),
        places_title=context.say(headings.places),
        find_lawyer=lawyer_section(context),
        sections=tuple(_sections(context, flags)),
        not_advice=tuple(context.say(text) for text in wording.not_advice),
        legend=tuple((word, context.label("truth", word)) for word in ("yes", "no", "unknown")),
        behind=context.say(labels.behind),
        keep_like_cash=context.say(wording.keep_like_cash),
        direction=context.tongue.direction,
        contacts=contacts,
        partly=context.tongue.about.in_english if context.tongue.is_partial else "",
    )


def _why(context: SummaryContext, lane: LaneText, flags: list[Flag]) -> str:
    """Say which answers make it so urgent; how many more there are is said, and all stand below."""
    if not flags:
        return context.say(lane.limit)
    urgent = [flag for flag in flags if flag.urgency == flags[0].urgency]
    reasons = " · ".join(context.say(flag.name) for flag in urgent[:MOST_REASONS])
    more = len(urgent) - MOST_REASONS
    said = context.headings.why_more if more > 0 else context.headings.why
    return context.say(said).format(reasons=reasons, count=more)


def _first_steps(
    context: SummaryContext, lane: LaneText, flags: list[Flag]
) -> tuple[tuple[str, str], ...]:
    """Three things to do: with a flag, see a lawyer; then what the flags ask for, then the rest."""
    first, *others = (step for step in lane.steps if _is_for(context, step))
    if flags:
        first = context.content.wording.see_a_lawyer[flags[0].urgency]
        asked_for = (first_step(context, flag) for flag in flags)
        others = [step for step in asked_for if step] + others
    # Several flags may ask for the same deed.
    return tuple(dict.fromkeys(_said(context, step) for step in (first, *others)))[:FIRST_STEPS]


def _said(context: SummaryContext, step: FirstStep) -> tuple[str, str]:
    """The deed in a few words, and how, in the words for this person."""
    what = next(iter(context.said_for(step.where)), context.say(step.what))
    if step.dated and (day := day_ahead(context, step.deadline)):
        what = context.say(step.dated).format(date=day)
    return context.say(step.name), what


def _do_not(context: SummaryContext, lane: LaneText, flags: list[Flag]) -> tuple[str, ...]:
    """What not to do: all that the flags ask for, then what the lane says, a few in all."""
    asked_for = context.say_all(
        line.text
        for flag in flags
        for line in flag.do_not
        if line.text and (line.applies is None or context.holds(line.applies))
    )
    own, of_lane = tuple(dict.fromkeys(asked_for)), context.said_for_some(lane.do_not)
    room = max(ALWAYS_SAID, MOST_DO_NOT - len(own))
    return (*own, *of_lane[:room])


def _is_for(context: SummaryContext, step: FirstStep) -> bool:
    """Say whether a step of the lane is for this person, and leads to something."""
    if step.if_unknown and not context.result.missing:
        return False
    return step.applies is None or context.holds(step.applies)


def _sections(context: SummaryContext, flags: list[Flag]) -> Iterator[Section]:
    yield flag_section(context, flags)
    if context.holds(context.content.detention.condition):
        yield detention_section(context)
    if deadlines := deadline_section(context):
        yield deadlines
    if today := today_section(context):
        yield today
    yield from program_sections(context)
    yield from _everything_else(context)


def _everything_else(context: SummaryContext) -> Iterator[Section]:
    """What most people read later, or a lawyer reads: each is one title."""
    yield unknown_section(context)
    yield good_section(context)
    if context.result.adverse:
        yield adverse_section(context)
    yield option_section(context)
    yield escalation_section(context)
    if context.result.escalation_shown:
        yield request_section(context)
    if context.result.memos:
        yield memo_section(context)
    yield decision_section(context)
    if general := notes(context, "general"):
        title = context.say(context.headings.keep)
        yield Section("notes", title, is_folded=True, bullets=general)
    if context.is_for_advocate:
        yield advocate_section(context)
    yield answer_section(context)
