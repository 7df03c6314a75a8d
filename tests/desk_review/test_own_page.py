"""Before the review: how soon, the first steps of what is for today, and nothing of the rest."""

import datetime

import pytest
from people import QUIET, people

from interview.desk.review import before_review, how_far
from interview.desk.review.own_page import BeforeReview
from interview.summary import SummaryContext, first_step

TODAY = datetime.date(2026, 11, 30)


def test_a_person_who_waits_is_told_how_soon_and_that_a_lawyer_comes(
    content, screening, people27, tongue
):
    lanes = {lane.id: lane for lane in content.wording.lanes}
    for one in people27:
        page = before_review(screening, one.result, tongue)
        assert (page.lane, page.chip) == (one.result.lane, tongue.say(lanes[page.lane].chip))
        assert page.wait == tongue.say(content.desk.review.own_page.wait)


def test_the_first_steps_of_every_flag_of_today_are_told_at_once(
    content, screening, somebody, tongues
):
    """And of no other flag."""
    tongue, told = tongues["en"], 0
    for written in people(200, 101, TODAY):
        result = somebody(written, TODAY).result
        steps = [name for name, _ in before_review(screening, result, tongue).steps]
        now = [flag for flag in result.raised() if result.urgencies[flag] == "now"]
        assert bool(steps) == bool(now)
        if now:
            assert steps[0] == content.wording.see_a_lawyer["now"].name.to_self
            told += 1
        context = SummaryContext(screening, result, tongue)
        wanted = [first_step(context, flag) for flag in content.flags if flag.id in now]
        assert set(steps[1:]) == {step.name.to_self for step in wanted if step}
    assert told > 20


def test_nothing_of_programs_grounds_or_criteria_can_be_on_the_page():
    assert set(BeforeReview.__dataclass_fields__) == {
        "language", "direction", "lane", "chip", "title", "steps_title", "steps", "wait",
    }  # fmt: skip


# ---------------------------------------------------------------- how far, for a helper


def test_a_helper_sees_the_part_and_nothing_of_a_result(content, screening, reader, tongue):
    parts = [content.parts[name] for name in content.interview.parts]
    written, words = {}, content.desk.review.own_page
    seen = []
    for number, part in enumerate(parts, 1):
        answers, _ = reader.read_all(written)
        result = screening.screen(answers, TODAY, reached=answers.keys())
        found = how_far(screening, answers, result, tongue)
        assert (found.part, found.parts, found.is_done) == (number, len(parts), False)
        assert found.said == tongue.say(words.progress).format(number=number, count=len(parts))
        seen.append(found.part)
        written |= {q.id: QUIET.get(q.id, "unsure") for q in part.questions if q.id in QUIET}
    answers, _ = reader.read_all(written)
    done = how_far(screening, answers, screening.screen(answers, TODAY), tongue)
    assert (done.is_done, done.said) == (True, tongue.say(words.done))
    assert seen == list(range(1, len(parts) + 1))


@pytest.mark.parametrize("lane", ["red", "blue"])
def test_two_people_of_different_lanes_look_alike_to_a_helper(screening, reader, tongues, lane):
    written = {**QUIET, "detained": "yes" if lane == "red" else "no"}
    answers, _ = reader.read_all(written)
    found = how_far(screening, answers, screening.screen(answers, TODAY), tongues["en"])
    assert found.is_done
