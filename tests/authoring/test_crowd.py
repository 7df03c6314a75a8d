"""The made-up people: drawn without the prover, the same each time, on the edges of the rules."""

import datetime
import subprocess
import sys
from dataclasses import replace

import pytest

from interview.authoring.crowd.crowd import Crowd
from interview.content import Content
from interview.rules import UNSURE
from interview.rules.parsing import parse_condition
from interview.screening.answers import AnswerReader
from tests.authoring.small_content import ages

AS_OF = datetime.date(2015, 6, 15)


def test_the_same_seed_and_day_make_the_same_people(content: Content) -> None:
    first, second = (list(Crowd(content).people(200, 5, AS_OF)) for _ in range(2))
    assert first == second
    assert first != list(Crowd(content).people(200, 6, AS_OF))


@pytest.mark.parametrize("as_of", [datetime.date.min, AS_OF, datetime.date.max], ids=str)
def test_every_answer_is_one_that_its_question_takes(
    content: Content, reader: AnswerReader, as_of: datetime.date
) -> None:
    for answers in Crowd(content).people(1_000, 1, as_of):
        assert reader.read_all(answers)[1] == []


def test_people_are_unsure_know_part_of_a_date_and_doubt_a_list(content: Content) -> None:
    said = [one for answers in Crowd(content).people(1_000, 1, AS_OF) for one in answers.values()]
    lists = [one for one in said if isinstance(one, list)]
    texts = {one for one in said if isinstance(one, str)}
    assert {"[x, unsure]", "[unsure]", "[]"} == {
        "[x, unsure]" if one[1:] else "[unsure]" if one else "[]"
        for one in lists
        if not one or UNSURE in one
    }
    assert UNSURE in texts
    assert {len(text) for text in texts if text[:4].isdigit()} == {4, 7, 10}


def test_dates_lie_on_the_edges_that_the_content_names(content: Content) -> None:
    small = ages(content).content
    arrivals = {a.get("arrival") for a in Crowd(small).people(2_000, 1, AS_OF)}
    assert {"2003-01-31", "2003-02-01", "2001-12-31", "2002-01-01"} <= arrivals


def test_an_edge_moves_with_the_rule(content: Content) -> None:
    small = ages(content).content
    moved = small.flags[1].model_copy(
        update={"condition": parse_condition("arrival is on or after 2003-02-11")}
    )
    crowd = Crowd(replace(small, flags=(small.flags[0], moved)))
    assert "2003-02-11" in {a.get("arrival") for a in crowd.people(2_000, 1, AS_OF)}


def test_a_crowd_needs_no_prover() -> None:
    code = "import sys; sys.modules['z3'] = None; import interview.authoring.crowd"
    subprocess.run([sys.executable, "-c", code], check=True)
