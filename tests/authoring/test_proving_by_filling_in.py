"""A slow second reading: what is settled must come out of every way of filling in what is unknown.

It needs no prover: each unknown answer is filled in with every value that its question takes.
"""

import datetime
import itertools
from collections.abc import Iterator

import pytest
from people import people

from interview.content import Content, Question
from interview.rules import UNSURE, is_fully_known
from interview.rules.truth import UNKNOWN
from interview.screening.answers import AnswerReader, Answers
from interview.screening.screening import Result, Screening

# Flags that speak of what is unknown now.
_OF_NOW = (
    "case_unknown", "first_daca", "not_sure", "theft_arrest", "travel_planned", "parole",
    "recent_entry", "asylum_year",
)  # fmt: skip
_MOST_WAYS = 60


def _open(screening: Screening, result: Result) -> list[Question]:
    return [
        question
        for question in screening.path.asked(result.answers)
        if not is_fully_known(result.answers.answer(question.id))
    ]


def _ways(content: Content, question: Question) -> list[object]:
    """Every answer in full; of dates, a few from every age."""
    if question.type == "date":
        return [f"{year}-01-01" for year in (1950, 1990, 2005, 2009, 2013, 2025)]
    values = question.value_ids
    return [[value] for value in values] + [[]] if question.type == "choices" else list(values)


def _filled(
    content: Content, reader: AnswerReader, answers: Answers, open_: list[Question]
) -> Iterator[Answers]:
    """Each way of filling in, if there are not too many; doubts beside values are left out."""
    for ways in itertools.product(*(_ways(content, question) for question in open_)):
        written = dict(zip((q.id for q in open_), ways, strict=True))
        yield {**answers, **reader.read_all(written)[0]}


def _settled(result: Result) -> dict[str, object]:
    settled: dict[str, object] = {
        f"program {name}": value for name, value in result.programs.items() if value != "may_match"
    }
    for kind, truths in (
        ("criterion", result.criteria),
        ("ground", result.grounds),
        ("flag", {f: t for f, t in result.flags.items() if f not in _OF_NOW}),
    ):
        settled |= {f"{kind} {name}": t for name, t in truths.items() if t is not UNKNOWN}
    if result.level != "unknown":
        settled["level"] = result.level
    return settled


@pytest.mark.parametrize("as_of", [datetime.date(2015, 3, 18), datetime.date(2026, 10, 2)])
def test_what_is_settled_comes_out_of_every_way_of_filling_in_the_rest(
    content: Content, screening: Screening, reader: AnswerReader, as_of: datetime.date
) -> None:
    looked_at = 0
    for written in people(600, seed=7, as_of=as_of):
        answers, _ = reader.read_all(written)
        result = screening.screen(answers, as_of)
        open_ = _open(screening, result)
        said = [
            f for f, value in answers.items() if result.answers.is_asked(f) and value is not None
        ]
        partly = [q for q in open_ if answers.get(q.id) is not None]
        count = 1
        for question in open_:
            count *= len(_ways(content, question))
        if not open_ or partly or count > _MOST_WAYS:
            continue
        for filled in _filled(content, reader, answers, open_):
            later = screening.screen(filled, as_of)
            if not all(later.answers.is_asked(f) for f in said):
                continue
            after = _settled(later)
            looked_at += 1
            assert {name: after.get(name) for name in _settled(result)} == _settled(result), written
    assert looked_at > 500


def test_a_doubt_beside_a_value_is_open(screening: Screening, reader: AnswerReader) -> None:
    answers, _ = reader.read_all({"family": ["spouse_citizen_lpr", UNSURE]})
    result = screening.screen(answers, datetime.date(2015, 3, 18))
    assert "family" in [question.id for question in _open(screening, result)]
