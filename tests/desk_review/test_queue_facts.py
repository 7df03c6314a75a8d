"""What the queue learns: how soon, and whether it is a court case; what is not known is no no."""

import datetime

import pytest
from people import QUIET, people

from interview.desk.review import QueueFacts, queue_facts
from interview.rules import NO

TODAY = datetime.date(2026, 11, 30)
TABLE = [
    ("nothing at all", {"birth_date": "1940-01-01", "immigration_status": "lpr"}, ("rest", False)),
    ("held", {"detained": "yes"}, ("now", True)),
    ("told to leave", {"removal_date_set": "yes"}, ("now", False)),
    ("in court", {"case_stage": "in_proceedings", "hearing_soon": "no"}, ("rest", True)),
    ("a hearing soon", {"case_stage": "in_proceedings", "hearing_soon": "yes"}, ("now", True)),
    ("an old order", {"case_stage": "final_order", "removal_order_date": "2010-05",
                      "left_after_order": "no"}, ("rest", True)),
    ("came back after an order", {"case_stage": "final_order", "removal_order_date": "2003-05",
                                  "left_after_order": "yes"}, ("rest", True)),
]  # fmt: skip


@pytest.mark.parametrize(("who", "written", "found"), TABLE, ids=[row[0] for row in TABLE])
def test_the_queue_learns_three_words(content, somebody, who, written, found):
    facts = queue_facts(content, somebody({**QUIET, **written}, TODAY).result)
    assert (facts.rank, facts.court) == found


@pytest.mark.parametrize("fact", ["case_stage", "detained"])
def test_what_may_be_a_court_case_is_one(content, somebody, fact):
    one = somebody({**QUIET, fact: "unsure"}, TODAY)
    facts = queue_facts(content, one.result)
    is_open = any(one.result.flags[flag] is not NO for flag in content.desk.review.court)
    assert facts.court == is_open


def test_the_words_are_those_of_the_flags(content, somebody):
    for written in people(200, 91, TODAY):
        result = somebody(written, TODAY).result
        urgencies = {result.urgencies[flag] for flag in result.raised()}
        facts = queue_facts(content, result)
        assert (facts.rank == "now") == ("now" in urgencies) == (result.lane == "red")
        wanted = next((u for u in ("soon", "before") if u in urgencies), "none")
        assert facts.worth == wanted
        assert facts.urgency == next((u for u in ("now", "soon", "before") if u in urgencies), None)


def test_nothing_else_is_told():
    assert list(QueueFacts.__dataclass_fields__) == ["rank", "worth", "court"]
