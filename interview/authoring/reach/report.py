"""What can come of the interview, as plain data, as lines of text, and as what is wrong with it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from interview.authoring.crowd import Span
from interview.authoring.reach.everybody import Everybody, Range, idle_questions
from interview.content import LANES, Content

# Only the wording of the pages hangs on who answers.
WORDING = ("answering_for",)


@dataclass(frozen=True)
class Reach:
    """Who is asked what, and what nobody reaches, as of any day of a span."""

    span: Span
    questions: Range
    pages: Range
    asked_of: dict[str, str]
    dead_ends: list[str]
    idle: list[str]
    out_of_reach: list[str]
    only_unsure: list[str]


def reach(content: Content, span: Span, ever: Span | None = None) -> Reach:
    """Find out everything of a report, over all people.

    An outcome that can be reached on another day of `ever`, if that is given, is not out of reach.
    """
    everybody = Everybody(content, span)
    lost = lost_now = everybody.out_of_reach()
    if lost and ever is not None:
        lost = Everybody(content, ever).out_of_reach(among=lost)
    return Reach(
        span=span,
        questions=everybody.questions_asked(),
        pages=everybody.pages_seen(),
        asked_of=_asked_of(content, everybody),
        dead_ends=everybody.dead_ends(),
        idle=idle_questions(content, span, WORDING),
        out_of_reach=lost,
        only_unsure=[o for o in everybody.out_of_reach(who_knows=True) if o not in lost_now],
    )


def _asked_of(content: Content, everybody: Everybody) -> dict[str, str]:
    never = everybody.never_asked()
    found = {question.id: "some" for question in content.questions}
    found |= dict.fromkeys(everybody.always_asked(), "everybody")
    found |= dict.fromkeys(everybody.never_asked(who_knows=True), "only the unsure")
    return found | dict.fromkeys(never, "no one")


_WHO = {
    "no one": "nobody can be asked this question",
    "only the unsure": "only people who are unsure of another answer can be asked this question",
}


def problems(content: Content, found: Reach) -> list[str]:
    """Say what is wrong: every path ends at a summary, every question and outcome can be reached,
    and each question has somebody for whom its answer changes something."""
    lanes = {lane.id for lane in content.wording.lanes}
    return [
        *(f"{fact}: somebody is asked this question and has no answer to give"
          for fact in found.dead_ends),
        *(f"there are no words for the lane {lane}"
          for lane in LANES if lane not in lanes),
        *(f"{fact}: {_WHO[who]}" for fact, who in found.asked_of.items() if who in _WHO),
        *(f"nobody can reach: {outcome}" for outcome in found.out_of_reach),
        *(f"{fact}: no answer to this question changes anything for anybody"
          for fact in found.idle if found.asked_of[fact] not in _WHO),
    ]  # fmt: skip


def plain(found: Reach) -> dict[str, Any]:
    """Return what was found as plain data for JSON."""
    first, last = found.span.first.isoformat(), found.span.last.isoformat()
    return asdict(found) | {"span": {"first": first, "last": last}}


def text(found: Reach) -> Iterator[str]:
    """Yield what was found as lines to read."""
    asked = {
        who: [fact for fact, whom in found.asked_of.items() if whom == who]
        for who in ("everybody", "some", "only the unsure", "no one")
    }
    yield f"As of {found.span.in_words}"
    for name, met in (("questions", found.questions), ("pages", found.pages)):
        yield f"  {name + ' of one person':<30} {met.fewest} to {met.most}"
    for who in ("everybody", "some"):
        yield f"  {'asked of ' + who:<30} {len(asked[who])} questions"
    for name, listed in (
        ("asked of only the unsure", asked["only the unsure"]),
        ("never asked", asked["no one"]),
        ("dead ends", found.dead_ends),
        ("change nothing", found.idle),
        ("outcomes that nobody reaches", found.out_of_reach),
        ("only for people who are unsure", found.only_unsure),
    ):
        yield f"  {name:<30} {', '.join(listed) or 'none'}"
