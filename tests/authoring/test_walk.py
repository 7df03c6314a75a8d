"""The walk's whole numbers, checked by visiting everybody of a small content one by one."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from interview.authoring.walk.lanes import tally_lanes
from interview.authoring.walk.outcomes import Outcomes, comparisons
from interview.authoring.walk.paths import Lengths, count_paths, pages_seen, questions_asked
from interview.authoring.walk.report import claims
from interview.authoring.walk.walking import Walk
from interview.content import Content
from interview.rules.compiling import compile_condition
from interview.screening.screening import Screening
from tests.authoring.small_content import AS_OF, Small, ages, crimes, flag, question


def one_by_one(small: Small, with_unsure: bool) -> dict[tuple[Any, ...], Any]:
    """Screen everybody; return one result for each class of people, found without the walk."""
    screening = Screening(small.content)
    judges = [compile_condition(c, screening.path.layout).judge for c in comparisons(small.content)]
    found = {}
    for answers in small.everybody(with_unsure):
        result = screening.screen(answers, AS_OF)
        asked = tuple(q.id for q in screening.path.asked(result.answers))
        truths = tuple(judge(result.answers.row) for judge in judges)
        found[asked, truths] = result
    return found


CONTENTS = [crimes, ages]


@pytest.mark.parametrize("with_unsure", [False, True])
@pytest.mark.parametrize("make", CONTENTS)
def test_the_walk_counts_what_a_visit_to_everybody_counts(
    make: Callable[[Content], Small], with_unsure: bool, content: Content
) -> None:
    small = make(content)
    visited = one_by_one(small, with_unsure)
    walk = Walk(small.content, AS_OF, with_unsure)
    outcomes = Outcomes(small.content, walk.reader)
    lanes = Counter(result.lane for result in visited.values())
    programs = Counter(result.programs["daca"] for result in visited.values())
    levels = Counter(result.level for result in visited.values())
    tallied = {
        (o.kind, o.value): walk.tally((o.formula,))[(True,)]
        for o in outcomes.all()
        if o.kind in ("program", "level")
    }
    sequences = {asked for asked, _ in visited}
    assert walk.people() == len(visited)
    assert count_paths(walk) == len(sequences)
    assert tally_lanes(walk, outcomes.lane()) == {
        lane: lanes[lane] for lane in ("red", "yellow", "blue")
    }
    assert tallied == {
        **{("program", r): programs[r] for r in ("matches", "may_match", "does_not_match")},
        **{
            ("level", level): levels[level]
            for level in {key[1] for key in tallied if key[0] == "level"}
        },
    }
    assert sum(tallied[key] for key in tallied if key[0] == "level") == len(visited)
    assert questions_asked(walk).longest == max(map(len, sequences))
    assert questions_asked(walk).shortest == min(map(len, sequences))


def test_a_page_is_seen_once_however_many_of_its_questions_are_asked(content: Content) -> None:
    walk = Walk(crimes(content).content, AS_OF, with_unsure=False)
    assert questions_asked(walk) == Lengths(shortest=4, typical=6, longest=7)
    assert pages_seen(walk) == Lengths(shortest=3, typical=5, longest=6)


def changed(content: Content, *questions: Any) -> Content:
    part = content.parts["one"].model_copy(update={"questions": questions})
    return replace(content, parts={"one": part})


def test_a_question_that_nothing_hangs_on_is_named(content: Content) -> None:
    small = crimes(content).content
    assert claims(small, AS_OF) == [
        "taste: no answer to this question changes anything for anybody",
    ]


def test_a_question_that_nobody_can_be_asked_is_named(content: Content) -> None:
    small = crimes(content).content
    *others, last = small.questions
    lost = question("lost", asked_if={"all": ["arrest is yes", "conviction is not yes",
                                              "kinds has any"]})  # fmt: skip
    problems = claims(changed(small, *others, last, lost), AS_OF)
    assert (
        "lost: only people who are unsure of another answer can be asked this question" in problems
    )


def test_a_question_that_contradicts_itself_is_asked_of_nobody(content: Content) -> None:
    small = crimes(content).content
    lost = question("lost", asked_if={"all": ["stage is not known", "stage is order"]})
    problems = claims(changed(small, *small.questions, lost), AS_OF)
    assert "lost: only people who are unsure of another answer can be asked this question" in (
        problems
    )


def test_a_question_that_only_a_skipped_answer_opens_is_asked_of_nobody(content: Content) -> None:
    small = crimes(content).content
    lost = question("lost", asked_if="gone is yes")
    gone = question("gone", asked_if="2003-01-01 is after 2004-01-01")
    problems = claims(changed(small, *small.questions, gone, lost), AS_OF)
    assert problems[:2] == [
        "gone: nobody can be asked this question",
        "lost: nobody can be asked this question",
    ]


def test_an_outcome_that_nobody_can_reach_is_named(content: Content) -> None:
    small = crimes(content).content
    never = flag("never", "now", {"all": ["cleared is yes", "stage is open"]})
    assert "nobody can reach: flag never yes" in claims(
        replace(small, flags=(*small.flags, never)), AS_OF
    )


def test_the_real_content_ends_at_a_summary_for_everybody_and_leaves_nothing_out(
    content: Content,
) -> None:
    assert claims(content, content.law.last_legal_check) == []
