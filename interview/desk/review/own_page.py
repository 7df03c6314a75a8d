"""What a person sees before a reviewer has signed, and what a helper sees: never a result."""

from dataclasses import dataclass

from interview.content import Direction, FirstStep, Lane
from interview.languages import Tongue
from interview.screening import Answers, Result, Screening
from interview.summary import SummaryContext, first_step


@dataclass(frozen=True)
class BeforeReview:
    """How soon, the first steps of what is for today, and that a lawyer will go through it.

    `steps` are those of all flags of now, each a deed and how; none where nothing is for today.
    """

    language: str
    direction: Direction
    lane: Lane
    chip: str
    title: str
    steps_title: str
    steps: tuple[tuple[str, str], ...]
    wait: str


@dataclass(frozen=True)
class HowFar:
    """How far somebody is, for a helper: the number of the part they are in, from 1; or done."""

    part: int
    parts: int
    is_done: bool
    said: str


def before_review(screening: Screening, result: Result, tongue: Tongue) -> BeforeReview:
    """Return what a person is told who waits for a reviewer; what cannot wait is told at once."""
    context = SummaryContext(screening, result, tongue)
    words = screening.content.desk.review.own_page
    lane = next(lane for lane in screening.content.wording.lanes if lane.id == result.lane)
    steps = _steps_of_now(context)
    return BeforeReview(
        language=tongue.language,
        direction=tongue.direction,
        lane=result.lane,
        chip=context.say(lane.chip),
        title=context.say(words.title),
        steps_title=context.say(words.do_now) if steps else "",
        steps=steps,
        wait=context.say(words.wait),
    )


def _steps_of_now(context: SummaryContext) -> tuple[tuple[str, str], ...]:
    """See a lawyer today, then the first step of each flag of now; several may ask for the same."""
    flags = [flag for flag in context.raised() if flag.urgency == "now"]
    if not flags:
        return ()
    first = context.content.wording.see_a_lawyer["now"]
    steps = (first, *(step for flag in flags if (step := first_step(context, flag))))
    return tuple(dict.fromkeys(_said(context, step) for step in steps))


def _said(context: SummaryContext, step: FirstStep) -> tuple[str, str]:
    what = next(iter(context.said_for(step.where)), context.say(step.what))
    return context.say(step.name), what


def how_far(screening: Screening, answers: Answers, result: Result, tongue: Tongue) -> HowFar:
    """Return how far somebody is: the part of the first question that was not reached.

    `answers`: those given so far; `result`: what was concluded of them before the end, or at it.
    """
    words, content = screening.content.desk.review.own_page, screening.content
    parts = [content.parts[name] for name in content.interview.parts]
    left = set(result.not_reached) - answers.keys()
    asked = (n for n, part in enumerate(parts, 1) if any(q.id in left for q in part.questions))
    part = next(asked, None)
    if part is None:
        return HowFar(len(parts), len(parts), True, tongue.say(words.done))
    said = tongue.say(words.progress).format(number=part, count=len(parts))
    return HowFar(part, len(parts), False, said)
