"""What the prover says of everybody is what a visit to everybody of a small content finds."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from interview.authoring.crowd.people import Span, whole_span
from interview.authoring.reach.everybody import Everybody, Range
from interview.authoring.reach.report import problems, reach
from interview.content import Content
from interview.rules.conditions import All, None_
from interview.rules.parsing import parse_condition
from interview.rules.truth import NO, YES
from interview.screening.screening import Result, Screening
from tests.authoring.small_content import AS_OF, Small, ages, crimes, flag, question

DAY = Span(AS_OF, AS_OF)
CONTENTS = [crimes, ages]


def one_by_one(small: Small, with_unsure: bool) -> list[tuple[Result, frozenset[str]]]:
    """Screen everybody; return each result with the questions asked, found without the prover."""
    screening = Screening(small.content)
    path = screening.path
    laid_out = [path.lay_out_asked(answers, AS_OF) for answers in small.everybody(with_unsure)]
    pages = [[page for _, page in path.asked_pages(answers)] for answers in laid_out]
    asked = [frozenset(q.id for page in seen for q in page) for seen in pages]
    return [(screening.conclude(a, AS_OF), f) for a, f in zip(laid_out, asked, strict=True)]


def outcomes_of(result: Result, content: Content) -> set[str]:
    """Name what came out, but for what a small content never concludes."""
    judged = (("criterion", result.criteria), ("ground", result.grounds))
    unclear = {ground.id for ground in content.priorities.grounds if ground.rule.unclear_if}
    found = {f"lane {result.lane}", f"level {result.level}"}
    found |= {f"program {program} {value}" for program, value in result.programs.items()}
    found |= {f"{k} {n} {t.value}" for k, truths in judged for n, t in truths.items()
              if t in (YES, NO)}  # fmt: skip
    found |= {f"ground {n} unclear" for n, t in result.grounds.items()
              if t not in (YES, NO) and n in unclear}  # fmt: skip
    found |= {f"flag {raised}" for raised in result.raised()}
    shown = result.escalation_shown
    return found | ({"escalation shown", "detention"} if shown else {"escalation not_shown"})


@pytest.mark.sampled(3)
@pytest.mark.parametrize("who_knows", [True, False])
@pytest.mark.parametrize("make", CONTENTS)
def test_what_is_out_of_reach_is_what_nobody_meets_when_everybody_is_visited(
    make: Callable[[Content], Small], who_knows: bool, content: Content
) -> None:
    small = make(content)
    visited = one_by_one(small, with_unsure=not who_knows)
    everybody = Everybody(small.content, DAY)
    met = set().union(*(outcomes_of(result, small.content) for result, _ in visited))
    asked = [facts for _, facts in visited]
    facts = {q.id for q in small.content.questions}
    assert set(everybody.out_of_reach(who_knows)) == set(everybody.outcomes) - met
    assert set(everybody.never_asked(who_knows)) == facts - frozenset().union(*asked)


@pytest.mark.sampled(2)
@pytest.mark.parametrize("make", CONTENTS)
def test_how_much_is_asked_is_what_a_visit_to_everybody_counts(
    make: Callable[[Content], Small], content: Content
) -> None:
    small = make(content)
    asked = [facts for _, facts in one_by_one(small, with_unsure=True)]
    pages = Screening(small.content).path.pages
    seen = [sum(any(q.id in facts for q in page) for page in pages) for facts in asked]
    everybody = Everybody(small.content, DAY)
    assert set(everybody.always_asked()) == frozenset.intersection(*asked)
    assert everybody.questions_asked() == Range(min(map(len, asked)), max(map(len, asked)))
    assert everybody.pages_seen() == Range(min(seen), max(seen))


def test_a_page_is_seen_once_however_many_of_its_questions_are_asked(content: Content) -> None:
    everybody = Everybody(crimes(content).content, DAY)
    assert (everybody.questions_asked(), everybody.pages_seen()) == (Range(4, 7), Range(3, 6))


def test_conditions_that_cannot_turn_out_both_ways_are_found(content: Content) -> None:
    never = All((parse_condition("stage is open"), parse_condition("stage is order")))
    always = None_((never,))
    both = parse_condition("arrest is yes")
    small = crimes(content).content
    assert Everybody(small, DAY).sides([never, both, always]) == (
        {never},
        {never, always} - {never},
    )


def test_a_condition_about_the_day_has_every_day_of_the_span(content: Content) -> None:
    later = parse_condition("as_of is after 2005-01-01")
    small = crimes(content).content
    assert Everybody(small, DAY).sides([later]) == ({later}, set())
    assert Everybody(small, Span(AS_OF, date(2005, 1, 2))).sides([later]) == (set(), set())


# ---------------------------------------------------------------- planted mistakes


def wrong(content: Content) -> list[str]:
    return problems(content, reach(content, DAY))


def changed(content: Content, *questions: Any) -> Content:
    part = content.parts["one"].model_copy(update={"questions": questions})
    return replace(content, parts={"one": part})


def test_a_question_that_nothing_hangs_on_is_named(content: Content) -> None:
    assert wrong(crimes(content).content) == [
        "taste: no answer to this question changes anything for anybody",
    ]


def test_a_question_that_only_opens_what_nothing_hangs_on_is_named(content: Content) -> None:
    small = crimes(content).content
    more = question("more", asked_if="taste is sweet")
    assert wrong(changed(small, *small.questions, more)) == [
        "taste: no answer to this question changes anything for anybody",
        "more: no answer to this question changes anything for anybody",
    ]


def test_a_question_that_nobody_can_be_asked_is_named(content: Content) -> None:
    small = crimes(content).content
    *others, last = small.questions
    lost = question("lost", asked_if={"all": ["arrest is yes", "conviction is not yes",
                                              "kinds has any"]})  # fmt: skip
    assert "lost: nobody can be asked this question" in wrong(changed(small, *others, last, lost))


def test_a_question_that_contradicts_itself_is_asked_of_nobody(content: Content) -> None:
    small = crimes(content).content
    lost = question("lost", asked_if={"all": ["stage is not known", "stage is order"]})
    assert "lost: nobody can be asked this question" in wrong(
        changed(small, *small.questions, lost)
    )


def test_a_question_that_only_a_skipped_answer_opens_is_asked_of_nobody(content: Content) -> None:
    small = crimes(content).content
    lost = question("lost", asked_if="gone is yes")
    gone = question("gone", asked_if="2003-01-01 is after 2004-01-01")
    assert wrong(changed(small, *small.questions, gone, lost))[:2] == [
        "gone: nobody can be asked this question",
        "lost: nobody can be asked this question",
    ]


def test_a_question_without_an_answer_to_give_is_a_dead_end(content: Content) -> None:
    small = crimes(content).content
    empty = question("empty", "choice", unsure=False)
    assert "empty: somebody is asked this question and has no answer to give" in wrong(
        changed(small, *small.questions, empty)
    )


def test_an_outcome_that_nobody_can_reach_is_named(content: Content) -> None:
    small = crimes(content).content
    never = flag("never", "now", {"all": ["cleared is yes", "stage is open"]})
    assert "nobody can reach: flag never" in wrong(replace(small, flags=(*small.flags, never)))


# ---------------------------------------------------------------- the product's own content


@pytest.mark.audit
def test_the_real_content_ends_at_a_summary_for_everybody_and_leaves_nothing_out(
    content: Content,
) -> None:
    span = whole_span(content, content.law.last_legal_check)
    for days in (span, span.last_day):
        found = reach(content, days, span)
        assert problems(content, found) == []
        assert 0 < found.pages.fewest < found.questions.fewest < found.questions.most
        assert found.questions.most <= len(content.questions)
        assert all(name.startswith("flag ") for name in found.only_unsure)
