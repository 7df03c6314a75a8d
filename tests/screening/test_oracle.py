"""Thousands of made-up people, screened here and by a second reading of the spec: no difference.

tests/oracle restates the spec by hand and shares nothing with the product but these inputs.
"""

import datetime
import json
from collections import Counter
from typing import get_args

import oracle
import pytest
from people import QUIET, people

from interview.content import LANES, Bond
from interview.files.result_writer import ResultWriter

pytestmark = pytest.mark.slow

# A day of each time of the law, from the first memos to today.
DATES = [
    datetime.date(2015, 3, 18),
    datetime.date(2019, 9, 1),
    datetime.date(2025, 6, 1),
    datetime.date(2026, 11, 29),
]
# The days on which a fixed date of the rules is as_of itself, a leap day, and the last one.
EDGES = [
    datetime.date(2012, 8, 15),
    datetime.date(2014, 1, 1),
    datetime.date(2016, 2, 29),
    datetime.date(2021, 7, 16),
    datetime.date(2025, 9, 5),
    datetime.date(9999, 12, 31),
]
PEOPLE = [*((day, 1_500) for day in DATES), *((day, 200) for day in EDGES)]


def crowd(count, as_of):
    """Made-up people, and one of whom nothing is doubtful: chance makes nobody so quiet."""
    return [QUIET, *people(count, seed=2, as_of=as_of)]


@pytest.fixture(scope="module")
def concluded(screening, reader):
    """Return the whole result, as its JSON is read, of answers as of a day."""
    writer = ResultWriter()

    def concluded(answers, as_of):
        read, refused = reader.read_all(answers)
        assert refused == []
        result = screening.screen(read, as_of)
        one_of_many = json.loads(writer.line(result))
        assert one_of_many == result.to_dict()
        return one_of_many

    return concluded


@pytest.mark.parametrize(("as_of", "count"), PEOPLE, ids=lambda value: str(value))
def test_every_made_up_person_gets_the_result_of_the_second_reading(concluded, as_of, count):
    for answers in crowd(count, as_of):
        expected = oracle.screen(answers, as_of)
        found = concluded(answers, as_of)
        assert read_twice(found) == read_twice(expected), answers


def read_twice(result):
    """The parts of a result that both readings conclude; of those free in form, what they say."""
    return {
        **{key: part for key, part in result.items() if key != "memos"},
        "options": [option for option in result["options"] if option == "join_termination"],
        "status": {name: status for name, status in result["status"].items() if status},
        "notes": sorted(result["notes"]),
    }


def test_the_second_reading_has_every_key_of_the_result_but_the_memos(concluded):
    for as_of in DATES:
        answers = next(people(1, seed=2, as_of=as_of))
        found, expected = concluded(answers, as_of), oracle.screen(answers, as_of)
        assert {*found} - {*expected} == {"memos"}


def test_the_made_up_people_reach_every_conclusion(content, concluded):
    """Agreement says little of a rule that nobody among them meets."""
    met: Counter[str] = Counter()
    for answers, as_of in [(one, day) for day, count in PEOPLE for one in crowd(count, day)]:
        found = concluded(answers, as_of)
        met[f"lane {found['lane']}"] += 1
        met[f"level {found['priority']['level']}"] += 1
        for program, judged in found["programs"].items():
            met[f"{program} {judged['result']}"] += 1
            met.update(f"{criterion} {truth}" for criterion, truth in judged["criteria"].items())
        met.update(f"flag {flag['id']}" for flag in found["flags"])
        met.update(f"holds {ground}" for ground in found["priority"]["grounds"])
        met.update(f"possible {ground}" for ground in found["priority"]["possible"])
        met.update(f"good {factor}" for factor in found["factors"]["positive"])
        met.update(f"adverse {factor}" for factor in found["factors"]["adverse"])
        met.update(f"first step {step}" for step in found["escalation"]["steps"][:1])
        met.update(f"deadline {deadline['id']}" for deadline in found["deadlines"])
        met.update(f"bond {found['circuit'][key]}" for key in ["bond"] if "circuit" in found)
    results = ("matches", "may_match", "does_not_match")
    wanted = {f"lane {lane}" for lane in LANES}
    wanted |= {f"level {level}" for level in ("1", "2", "3", "none", "unknown")}
    wanted |= {f"{program} {result}" for program in content.programs for result in results}
    wanted |= {f"{c} {truth}" for c in content.criteria for truth in ("yes", "no", "unknown")}
    wanted |= {f"flag {flag.id}" for flag in content.flags}
    wanted |= {f"holds {ground.id}" for ground in content.priorities.grounds}
    wanted |= {f"possible {ground.id}" for ground in content.priorities.grounds}
    wanted |= {f"good {factor.id}" for factor in content.factors.positive}
    wanted |= {f"adverse {factor.id}" for factor in content.factors.adverse}
    wanted |= {f"first step {step.id}" for step in content.escalation.steps[:5]}
    wanted |= {f"deadline {deadline.id}" for deadline in content.deadlines}
    wanted |= {f"bond {bond}" for bond in get_args(Bond)}
    assert wanted - set(met) == set()
