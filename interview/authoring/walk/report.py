"""What a walk found, as plain data, as lines of text, and as the claims of the product."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from interview.authoring.walk.influence import idle_questions
from interview.authoring.walk.lanes import tally_lanes
from interview.authoring.walk.outcomes import Outcome, Outcomes
from interview.authoring.walk.paths import Lengths, count_paths, pages_seen, questions_asked
from interview.authoring.walk.walking import Walk
from interview.content import Content

# Only the wording of the pages hangs on who answers.
WORDING = ("answering_for",)
LANES = ("red", "yellow", "blue")


@dataclass(frozen=True)
class Walked:
    """One whole walk: counts are exact, of classes of people."""

    with_unsure: bool
    paths: int
    people: int
    lanes: dict[str, int]
    questions: Lengths
    pages: Lengths
    outcomes: dict[str, int]
    dead_ends: list[str]
    never_asked: list[str]
    idle: list[str]

    def unreachable(self) -> list[str]:
        """Return the outcomes, lanes among them, that nobody can reach."""
        lost = [f"lane {lane}" for lane, people in self.lanes.items() if not people]
        return lost + [outcome for outcome, people in self.outcomes.items() if not people]


class WalkInParts:
    """A walk, and what is counted in it, one part after another."""

    def __init__(self, content: Content, as_of: datetime.date, with_unsure: bool) -> None:
        self.walk = Walk(content, as_of, with_unsure)
        outcomes = Outcomes(content, self.walk.reader)
        self.outcomes: list[Outcome] = list(outcomes.all())
        self.lane = outcomes.lane()
        self.counts: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.outcomes)

    def __iter__(self) -> Iterator[Outcome]:
        """Count each outcome, and yield it when that is done."""
        for outcome in self.outcomes:
            self.counts[str(outcome)] = self.walk.tally((outcome.formula,))[(True,)]
            yield outcome

    def finish(self) -> Walked:
        """Return everything that the walk found, counting what is not counted yet."""
        if len(self.counts) < len(self.outcomes):
            list(self)
        walk = self.walk
        return Walked(
            with_unsure=walk.with_unsure,
            paths=count_paths(walk),
            people=walk.people(),
            lanes=tally_lanes(walk, self.lane),
            questions=questions_asked(walk),
            pages=pages_seen(walk),
            outcomes=self.counts,
            dead_ends=walk.dead_ends(),
            never_asked=walk.never_asked(),
            idle=idle_questions(walk, self.outcomes, WORDING),
        )


def claims(content: Content, as_of: datetime.date) -> list[str]:
    """Return what is wrong with this: every path ends at a summary, every question and outcome can
    be reached, and each question has somebody for whom its answer changes something.

    `as_of` is the local date of the walk.
    """
    known, unsure = (WalkInParts(content, as_of, mode).finish() for mode in (False, True))
    return problems(content, known, unsure)


def problems(content: Content, known: Walked, unsure: Walked) -> list[str]:
    """Say what the walk of those who know every answer, and the walk of all, show to be wrong."""
    lanes = {lane.id for lane in content.wording.lanes}
    return [
        *(f"{fact}: somebody is asked this question and has no answer to give"
          for fact in unsure.dead_ends),
        *(f"there are no words for the lane {lane}" for lane in LANES if lane not in lanes),
        *(f"{fact}: {_who_is_asked(fact, unsure)}" for fact in known.never_asked),
        *(f"nobody can reach: {outcome}" for outcome in unsure.unreachable()),
        *(f"{fact}: no answer to this question changes anything for anybody"
          for fact in unsure.idle if fact not in known.never_asked),
    ]  # fmt: skip


def _who_is_asked(fact: str, unsure: Walked) -> str:
    if fact in unsure.never_asked:
        return "nobody can be asked this question"
    return "only people who are unsure of another answer can be asked this question"


def plain(walked: Walked) -> dict[str, Any]:
    """Return a walk as plain data for JSON."""
    return {
        "answers": "with unsure" if walked.with_unsure else "all known",
        "paths": walked.paths,
        "people": walked.people,
        "lanes": walked.lanes,
        "questions": vars(walked.questions),
        "pages": vars(walked.pages),
        "dead_ends": walked.dead_ends,
        "never_asked": walked.never_asked,
        "idle": walked.idle,
        "unreachable": walked.unreachable(),
        "outcomes": walked.outcomes,
    }


def text(walked: Walked) -> Iterator[str]:
    """Yield a walk as lines to read."""
    yield "With unsure answers" if walked.with_unsure else "All answers known"
    yield f"  paths (sequences of questions)   {walked.paths:,}"
    yield f"  classes of people                {walked.people:,}"
    for lane, people in walked.lanes.items():
        yield f"    end in lane {lane:<20} {people:,}"
    for name, lengths in (("questions", walked.questions), ("pages", walked.pages)):
        yield (
            f"  {name + ' asked':<32} shortest {lengths.shortest}, "
            f"typical {lengths.typical}, longest {lengths.longest}"
        )
    for name, found in (
        ("dead ends", walked.dead_ends),
        ("never asked", walked.never_asked),
        ("change nothing", walked.idle),
        (_unreached(walked.with_unsure), walked.unreachable()),
    ):
        yield f"  {name:<32} {', '.join(found) or 'none'}"


def _unreached(with_unsure: bool) -> str:
    return "outcomes that nobody reaches" if with_unsure else "only for people who are unsure"
