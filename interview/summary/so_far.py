"""Before the end: what to do at once for a flag that came up, and what can be said so far."""

from collections.abc import Iterable
from dataclasses import dataclass

from interview.content import BreakOut, Deed, Flag, Lane, TextForSome
from interview.languages import Tongue
from interview.screening import Result, Screening
from interview.summary.context import SummaryContext

# What can be read in fear, on a phone.
MOST_DEEDS, MOST_SO_FAR = 4, 2


@dataclass(frozen=True)
class BreakOutBlock:
    """What a break-out says: `also` names the other flags that came up at the same time."""

    lane: Lane
    headline: str
    why: str
    deeds: tuple[tuple[str, str], ...]
    do_not: str
    also: str = ""


@dataclass(frozen=True)
class SoFarBlock:
    """What can be said before the end: the flags by urgency, the parts with more to ask."""

    lane: Lane
    chip: str
    headline: str
    why: str
    deeds: tuple[tuple[str, str], ...]
    do_not: str
    flags: tuple[str, ...]
    not_asked: tuple[str, ...]


class BeforeTheEnd:
    """Builds what is said before the end, of one content."""

    def __init__(self, screening: Screening) -> None:
        self._screening = screening
        self._break_outs = {one.flag: one for one in screening.content.break_outs.break_outs}

    def break_out(self, result: Result, tongue: Tongue, newly: frozenset[str]) -> BreakOutBlock:
        """Return what to do for the most urgent of the flags that came up; one is of now."""
        context = SummaryContext(self._screening, result, tongue)
        first, *others = (flag for flag in context.raised() if flag.id in newly)
        found, also = self._of(first), ""
        if others:
            names = " · ".join(context.say(flag.name) for flag in others)
            also = context.say(context.content.break_outs.words.also).format(reasons=names)
        return BreakOutBlock(
            lane=result.lane,
            headline=context.say(found.headline),
            why=context.say(found.why),
            deeds=_deeds(context, found.deeds, MOST_DEEDS),
            do_not=_first_for(context, found.do_not),
            also=also,
        )

    def so_far(self, result: Result, tongue: Tongue) -> SoFarBlock:
        """Return what can be said so far."""
        context = SummaryContext(self._screening, result, tongue)
        words = context.content.break_outs.so_far
        flags = context.raised()
        urgent = self._of(flags[0]) if flags and flags[0].urgency == "now" else None
        said = urgent or words.lanes[result.lane]
        lane = next(lane for lane in context.content.wording.lanes if lane.id == result.lane)
        return SoFarBlock(
            lane=result.lane,
            chip=context.say(lane.chip),
            headline=context.say(urgent.headline if urgent else lane.headline),
            why=context.say(words.why),
            deeds=_deeds(context, said.deeds, MOST_SO_FAR),
            do_not=_first_for(context, said.do_not),
            flags=tuple(context.say(flag.name) for flag in flags),
            not_asked=context.parts_not_asked(),
        )

    def _of(self, flag: Flag) -> BreakOut:
        """The flag's own break-out; where nobody wrote one yet, what the flag itself says."""
        if flag.id in self._break_outs:
            return self._break_outs[flag.id]
        red = self._screening.content.break_outs.so_far.lanes["red"]
        first = (
            (Deed.model_construct(name=flag.first.name, what=flag.first.what),)
            if flag.first
            else red.deeds
        )
        return BreakOut.model_construct(
            flag=flag.id, headline=flag.name, why=flag.reason, deeds=first, do_not=red.do_not
        )


def _deeds(
    context: SummaryContext, deeds: Iterable[Deed], most: int
) -> tuple[tuple[str, str], ...]:
    day = context.result.as_of
    said = (
        (context.say(deed.name), context.say(deed.what) if deed.what else "")
        for deed in deeds
        if (deed.first_day is None or deed.first_day <= day)
        and (deed.applies is None or context.holds(deed.applies))
    )
    return tuple(said)[:most]


def _first_for(context: SummaryContext, texts: Iterable[TextForSome]) -> str:
    return next(iter(context.said_for_some(texts)), "")
