"""The arrows and lines of the blank interview lead exactly where the path leads."""

import datetime
from dataclasses import replace
from random import Random

import pytest
from paper_reader import PaperReader
from partial_people import stopped

from interview.paper import NoPaper
from interview.paper.blank import leads
from interview.rules import UNSURE, conditions
from interview.rules import dates as written
from interview.screening import Path

TODAY = datetime.date(2026, 11, 30)


def _path_of(path, answers, as_of):
    return [question.id for question in path.answered(path.lay_out_asked(answers, as_of))]


@pytest.mark.parametrize("as_of", [TODAY, datetime.date(2015, 6, 15)])
def test_a_thousand_people_meet_on_paper_what_the_path_asks(content, screening, reader, as_of):
    path = screening.path
    on_paper = PaperReader(path.questions, leads(path), as_of)
    for number, (_, whole) in enumerate(stopped(content, 1000, 16, as_of)):
        answers, refused = reader.read_all(whole)
        assert refused == []
        assert on_paper.walk(answers) == _path_of(path, answers, as_of), f"person {number}"


# ---------------------------------------------------------------- other questions than today's


def _any_condition(chance, earlier):
    """A condition of any shape on some questions that were asked before."""
    parts = tuple(
        _any_comparison(chance, chance.choice(earlier)) for _ in range(chance.choice((1, 1, 2, 3)))
    )
    group = chance.choice((conditions.All, conditions.Any_, conditions.None_))
    negated = tuple(conditions.None_((p,)) if chance.random() < 0.4 else p for p in parts)
    return negated[0] if len(parts) == 1 else group(negated)


def _any_comparison(chance, question):
    fact = question.id
    if question.type == "date":
        day = datetime.date(chance.choice((1990, 2000, 2010)), 6, 15)
        verb = chance.choice(("is before", "is on or after"))
        there = conditions.Literal(written.day(day), day.isoformat())
        return conditions.Compare(conditions.DateFact(fact), verb, there)
    if question.type == "choices":
        some = tuple(chance.sample(question.value_ids, 2))
        listed = chance.choice((conditions.Includes(fact, some), conditions.HasAny(fact)))
        return listed if chance.random() < 0.8 else conditions.NotKnown(fact)
    some = tuple(chance.sample(question.value_ids, chance.choice((1, 2))))
    return conditions.Is(fact, some) if chance.random() < 0.9 else conditions.NotKnown(fact)


def _with_other_leads(content, seed):
    """A content of some questions that hang on each other at random."""
    chance, kept = Random(seed), []
    every = [q for q in content.questions if q.type != "state"]
    for question in chance.sample(every, 14):
        near = [one for one in kept[-6:] if one.asked_if is None or chance.random() < 0.5]
        asked_if = _any_condition(chance, near) if near and chance.random() < 0.6 else None
        kept.append(question.model_copy(update={"asked_if": asked_if, "page": None}))
    part = content.parts["urgent"].model_copy(update={"questions": tuple(kept)})
    interview = content.interview.model_copy(update={"parts": ("urgent",)})
    return replace(content, parts={"urgent": part}, interview=interview, flags=(), programs={})


def _any_answer(chance, question):
    if question.unsure and chance.random() < 0.2:
        return None
    if question.type == "date":
        day = chance.choice(
            ("1989", "1995-03", "1990-06-15", "2000-06-14", "2000-06", "2024-01-01")
        )
        return written.parse(day)
    if question.type == "choices":
        boxes = [*question.value_ids, UNSURE]
        return frozenset(chance.sample(boxes, chance.choice((0, 1, 2))))
    return chance.choice(question.value_ids)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_questions_hang_on_the_paper_leads_where_the_path_leads(content, seed):
    path = Path(_with_other_leads(content, seed))
    on_paper = PaperReader(path.questions, leads(path), TODAY)
    chance = Random(seed)
    for _ in range(60):
        answers = {question.id: _any_answer(chance, question) for question in path.questions}
        assert on_paper.walk(answers) == _path_of(path, answers, TODAY)


# ---------------------------------------------------------------- what paper cannot ask


def test_a_question_that_hangs_on_a_flag_is_refused_with_a_reason(content):
    flag = conditions.FlagRaised(content.flags[0].id)
    part = content.parts["good"]
    last = part.questions[-1].model_copy(update={"asked_if": flag})
    changed = part.model_copy(update={"questions": (*part.questions[:-1], last)})
    path = Path(replace(content, parts=content.parts | {"good": changed}))
    with pytest.raises(NoPaper, match=f'"{last.id}".*pencil'):
        leads(path)
