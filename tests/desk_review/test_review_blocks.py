"""The review: everything that a reviewer must see stands in it, in the order of asking next."""

import datetime
import re
from statistics import median

import pytest
from people import QUIET, people

from interview.desk.review import Effects, WhatIf
from interview.rules import Interval

TODAY = datetime.date(2026, 11, 30)
CROWD = 120
# Spanish says the same in more words.
MOST_WORDS = {"en": 180, "es": 195}
ORDER = [
    "urgent", "doubts", "dated", "other_flags", "programs", "priorities", "factors", "options",
    "answers",
]  # fmt: skip


@pytest.fixture(scope="module")
def crowd(somebody):
    return [somebody(written, TODAY) for written in people(CROWD, 71, TODAY)]


def lines_of(review, *kinds):
    found = [line for part in review.parts for line in part.all_lines()]
    return [line for line in found if line.kind in kinds]


def ids(lines):
    return [line.id for line in lines]


def test_there_are_twenty_seven_people(people27):
    assert len(people27) == 27


def test_the_parts_stand_in_the_order_of_asking_next(people27, maker, tongue):
    for one in people27:
        review = maker.review(one.answers, one.result.as_of, tongue)
        assert [part.id for part in review.parts] == ORDER
        assert review.lane == one.result.lane
        folded = [part.id for part in review.parts if part.is_folded]
        assert folded == ["priorities", "factors", "options", "answers"]
        assert not any(part.lines for part in review.parts if part.is_folded)


def test_what_stands_open_is_read_in_a_minute(people27, maker, tongue):
    words = [maker.review(one.answers, one.result.as_of, tongue).open_words() for one in people27]
    assert median(words) <= MOST_WORDS[tongue.language]


def test_every_raised_flag_stands_once_and_those_of_today_first(crowd, people27, maker, tongues):
    for one in (*people27, *crowd):
        review = maker.review(one.answers, one.result.as_of, tongues["en"])
        urgent, others = review.part("urgent").lines, review.part("other_flags").all_lines()
        assert sorted(ids((*urgent, *others))) == sorted(one.result.raised())
        assert {line.data for line in urgent} <= {"now"}
        assert "now" not in {line.data for line in others}
        assert all(line.source for line in urgent)
        opened = ids(review.part("other_flags").lines)
        assert {line.id for line in others if line.data == "soon"} <= set(opened)
        assert all(line.facts for line in urgent)


def test_every_missing_and_every_unsure_fact_stands_once(
    crowd, people27, maker, screening, tongues
):
    for one in (*people27, *crowd):
        review = maker.review(one.answers, one.result.as_of, tongues["en"])
        lines = lines_of(review, "doubt")
        asked = screening.path.answered(one.result.answers)
        unsure = {q.id for q in asked if q.unsure and one.result.answers.answer(q.id) is None}
        assert sorted(ids(lines)) == sorted(unsure | set(one.result.missing))


def test_every_dated_fact_stands_once_and_in_order(crowd, people27, maker, screening, tongues):
    for one in (*people27, *crowd):
        review = maker.review(one.answers, one.result.as_of, tongues["en"])
        given = {q.id: one.result.answers.answer(q.id) for q in screening.path.questions}
        wanted = [fact for fact, answer in given.items() if isinstance(answer, Interval)]
        wanted.sort(key=lambda fact: given[fact].first)
        dated = [line for line in review.part("dated").lines if line.facts]
        assert [given[line.id].first for line in dated] == [given[f].first for f in wanted]
        assert sorted(ids(dated)) == sorted(wanted)
        deadlines = [line.id for line in review.part("dated").lines if not line.facts]
        assert deadlines == [deadline.id for deadline in one.result.deadlines]


def test_every_answer_can_be_changed_where_it_stands(people27, maker, screening, tongues):
    for one in people27:
        review = maker.review(one.answers, one.result.as_of, tongues["en"])
        asked = [q.id for q in screening.path.answered(one.result.answers) if q.unsure]
        assert ids(review.part("answers").folded) == asked
        everywhere = {
            fact for part in review.parts for line in part.all_lines() for fact in line.facts
        }
        assert set(asked) <= everywhere <= {q.id for q in screening.path.questions}


def test_what_was_skipped_is_marked(content, maker, screening, somebody, tongues):
    sensitive = [q for q in content.questions if q.sensitive and q.unsure]
    one = somebody({**QUIET, **{q.id: "unsure" for q in sensitive}}, TODAY)
    review = maker.review(one.answers, TODAY, tongues["en"])
    marked = {line.id for line in review.part("answers").folded if line.is_skipped}
    on_path = {q.id for q in screening.path.answered(one.result.answers)}
    assert marked == {q.id for q in sensitive} & on_path
    assert marked
    quiet = maker.review(somebody(QUIET, TODAY).answers, TODAY, tongues["en"])
    assert not any(line.is_skipped for line in lines_of(quiet, "answer"))


def test_each_program_says_how_it_stands_and_each_criterion_is_told_once(people27, maker, tongues):
    for one in people27:
        review = maker.review(one.answers, one.result.as_of, tongues["en"])
        part = review.part("programs")
        told = {line.id: line.data for line in lines_of(review, "program")}
        assert told == dict(one.result.programs)
        history = {line.id for line in part.folded if line.kind == "program"}
        assert history == {
            name
            for name, found in one.result.programs.items()
            if one.result.statuses[name] == "ended" and found == "does_not_match"
        }
        over = {name for name, status in one.result.statuses.items() if status == "ended"}
        needed = {c for p, names in one.result.criteria_of.items() if p not in over for c in names}
        told = lines_of(review, "criterion")
        assert set(ids(told)) == needed
        assert len(ids(part.folded)) == len(set(ids(part.folded)))
        for line in told:
            assert line.mark == one.result.criteria[line.id].value
        opened = [inner for line in part.lines for inner in line.inner]
        assert "yes" not in {line.mark for line in opened}


# ---------------------------------------------------------------- what could change the result


def test_what_could_change_really_does(crowd, maker, screening, content, tongues):
    """Another answer is found for each effect that is named, by trying all of them here."""
    questions = {q.id: q for q in content.questions}
    tried = 0
    for one in crowd:
        review = maker.review(one.answers, TODAY, tongues["en"])
        for line in lines_of(review, "doubt"):
            question = questions[line.id]
            if not line.effects.is_any or question.type in ("date", "choices"):
                continue
            tried += 1
            others = [
                screening.screen({**one.answers, line.id: value}, TODAY)
                for value in question.value_ids
            ]
            assert set(line.effects.lanes) == {o.lane for o in others} - {one.result.lane}
            raised = set(one.result.raised())
            assert set(line.effects.flags) == {f for o in others for f in raised ^ set(o.raised())}
            assert set(line.effects.programs) == {
                name for o in others for name in o.programs
                if o.programs[name] != one.result.programs[name]
            }  # fmt: skip
    assert tried > CROWD


def test_what_could_change_stands_before_what_only_may_matter(crowd, maker, tongues):
    for one in crowd:
        part = maker.review(one.answers, TODAY, tongues["en"]).part("doubts")
        assert all(line.effects.is_any for line in part.lines)
        could = [line.effects.is_any for line in (*part.lines, *part.folded)]
        assert could == sorted(could, reverse=True)


@pytest.mark.parametrize(
    ("fact", "known"),
    [("birth_date", "unsure"), ("birth_date", "1981"), ("first_arrival_date", "2007")],
)
def test_a_date_that_is_open_is_tried_on_both_sides_of_what_a_rule_compares(
    maker, somebody, tongues, fact, known
):
    dates = {"birth_date": "1994-03-10", "first_arrival_date": "1996-05-01", fact: known}
    one = somebody({**QUIET, **dates, "last_entry_date": "2007-06-01"}, TODAY)
    review = maker.review(one.answers, TODAY, tongues["en"])
    [line] = [line for line in lines_of(review, "doubt") if line.id == fact]
    assert line.effects.programs


DATES = [
    ("birth_date", "1981", 1),
    ("birth_date", "unsure", 29),
    ("first_arrival_date", "2007", 1),
    ("first_arrival_date", "unsure", 29),
    ("last_entry_date", "2012-08", 1),
]


@pytest.mark.parametrize(("fact", "known", "step"), DATES, ids=[f"{d[0]} {d[1]}" for d in DATES])
def test_of_a_date_no_day_could_change_more_than_is_named(
    maker, screening, somebody, tongues, fact, known, step
):
    """Each day that the answer leaves open is tried here, or one of so many where all are."""
    dates = {"birth_date": "1992-03-10", "first_arrival_date": "2000-05-01",
             "last_entry_date": "2012-07-01", "present_2012_06_15": "unsure"}  # fmt: skip
    one = somebody({**QUIET, **dates, fact: known}, TODAY)
    lines = lines_of(maker.review(one.answers, TODAY, tongues["en"]), "doubt")
    effects = next((line.effects for line in lines if line.id == fact), Effects())
    given = one.answers[fact] or Interval(datetime.date(1930, 1, 1).toordinal(), TODAY.toordinal())
    flags, programs = set(), set()
    for day in range(given.first, given.last + 1, step):
        other = screening.screen({**one.answers, fact: Interval(day, day)}, TODAY)
        flags |= set(one.result.raised()) ^ set(other.raised())
        programs |= {p for p in other.programs if other.programs[p] != one.result.programs[p]}
    assert flags <= set(effects.flags)
    assert programs <= set(effects.programs)
    if step == 1:
        assert (flags, programs) == (set(effects.flags), set(effects.programs))


def test_what_is_known_of_a_list_is_kept_while_the_rest_is_tried(content, screening, somebody):
    """A list with one value ticked and the rest not sure: the tick is never taken back."""
    tries = WhatIf(screening)
    for question in content.questions:
        if question.type != "choices" or question.id not in QUIET:
            continue
        for value in question.value_ids:
            one = somebody({**QUIET, question.id: [value, "unsure"]}, TODAY)
            effects = tries.effects(one.answers, one.result, question.id)
            for flag in effects.flags:
                if flag not in one.result.raised():
                    continue
                without = {**one.answers, question.id: frozenset((value,))}
                assert flag not in screening.screen(without, TODAY).raised()


# ---------------------------------------------------------------- words

ENGLISH_WORDS = re.compile(r"\b(the|and|with|your|lawyer|answers?|because|before|person|years?)\b")


def every_text(review):
    yield from (review.chip, review.answered, review.made_on, review.banner, review.change)
    for part in review.parts:
        yield from (part.title, part.nothing, part.folded_title)
        for line in part.all_lines():
            yield from (line.chip, line.text, line.note, *line.because)


def test_a_spanish_review_has_no_english_left(people27, maker, tongues):
    for one in people27:
        review = maker.review(one.answers, one.result.as_of, tongues["es"])
        for text in every_text(review):
            assert not ENGLISH_WORDS.search(re.sub(r"\*[^*]+\*", "", text)), text


def test_a_review_speaks_of_the_person_whoever_answered(people27, maker, tongues):
    for one in people27:
        both = [
            maker.review({**one.answers, "answering_for": voice}, one.result.as_of, tongues["en"])
            for voice in ("self", "client")
        ]
        assert both[0].parts == both[1].parts
        assert both[0].answered != both[1].answered
