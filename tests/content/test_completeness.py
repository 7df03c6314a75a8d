"""What every piece of the content must have: its place in an order, a source, two voices, Spanish.

What the law asks for, and of whom, is said by the worked cases; no list of it is repeated here.
"""

import re
from collections import Counter

import pytest
from spoken import TRANSLATED

from interview.content import Sourced, Text
from interview.languages import texts
from interview.loading.content_files import walk
from interview.loading.folders import TRANSLATIONS

STATES = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP"""

YOU = re.compile(r"\byour?\b", re.IGNORECASE)


def ids(items):
    return [item.id for item in items]


# ---------------------------------------------------------------- each is there


def test_every_fact_is_asked_once_and_has_one_place_in_the_order_of_the_result(content):
    order = content.interview.facts_order
    assert Counter(ids(content.questions)) == Counter(order)
    assert len(set(order)) == len(order)


def test_every_choice_has_values_and_nothing_else_has(content):
    chosen = {q.id for q in content.questions if q.type in ("choice", "choices")}
    assert {q.id for q in content.questions if q.type != "yes_no" and q.values} == chosen


def test_the_states_and_territories_are_all_there(content):
    assert sorted(ids(content.states.states)) == sorted(STATES.split())


def test_every_criterion_is_asked_by_a_program_and_none_twice_by_one(content):
    used = [program.criteria for program in content.programs.values()]
    assert set(content.criteria) == {criterion for criteria in used for criterion in criteria}
    assert [criteria for criteria in used if len(set(criteria)) < len(criteria)] == []


@pytest.mark.parametrize("kind", ["criteria", "grounds"])
def test_what_may_be_unclear_says_why(content, kind):
    of = content.criteria.values() if kind == "criteria" else content.priorities.grounds
    assert [rule.id for rule in of if (rule.unclear_if is None) != (rule.unclear is None)] == []


def test_the_flags_stand_in_one_list_each_id_once(content):
    assert [flag for flag, times in Counter(ids(content.flags)).items() if times > 1] == []


def test_every_factor_has_papers_that_show_it_or_says_what_weighs_against_it(content):
    assert [f.id for f in content.factors.positive if not f.evidence] == []
    assert [f.id for f in content.factors.adverse if not f.mitigation] == []


def test_every_start_of_an_escalation_is_one_of_its_steps(content):
    starts = [start.step for start in content.escalation.starts]
    assert [step for step in starts if step not in ids(content.escalation.steps)] == []


def test_the_events_of_every_timeline_stand_in_order(content):
    for timeline in content.law.timelines:
        days = [event.date for event in timeline.events]
        assert days == sorted(days), timeline.id


def test_a_timeline_that_is_told_beside_a_flag_has_one_event_a_day(content):
    told = {name for flag in content.flags for name in flag.timelines}
    for timeline in content.law.timelines:
        days = [event.date for event in timeline.events]
        assert timeline.id not in told or len(set(days)) == len(days), timeline.id


def test_the_law_was_not_checked_before_what_it_tells(content):
    last = max(event.date for line in content.law.timelines for event in line.events)
    assert content.law.last_legal_check >= last


# ---------------------------------------------------------------- each has its texts and source


def _everything(content):
    for name in content.__dataclass_fields__:
        yield from walk(getattr(content, name), (name,))


def test_every_rule_option_factor_and_event_says_where_it_comes_from(content):
    sourced = [
        (place, found) for place, found in _everything(content) if isinstance(found, Sourced)
    ]
    assert len(sourced) > 350
    for place, found in sourced:
        for cited in found.source:
            assert cited.document in content.sources, place
            assert cited.pinpoint.strip(), place


def test_every_document_that_is_listed_is_cited(content):
    cited = {
        citation.document
        for _, found in _everything(content)
        if isinstance(found, Sourced)
        for citation in found.source
    }
    assert cited == set(content.sources)


def test_every_text_stands_in_both_voices(content):
    found = [value for _, value in _everything(content) if isinstance(value, Text)]
    assert len(found) > 1_500
    assert [text for text in found if not (text.to_self.strip() and text.to_client.strip())] == []


def test_a_question_that_says_you_speaks_to_the_person_and_to_a_helper(content):
    """Only what names nobody may be asked of both in the same words; the first asks who reads."""
    first, *others = content.questions
    of_both = [
        q.id for q in others if q.ask.to_self == q.ask.to_client and YOU.search(q.ask.to_self)
    ]
    assert of_both == []
    assert first.ask.to_self == first.ask.to_client


# ---------------------------------------------------------------- each has its Spanish


@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_missing_stale_or_left_over(content, language):
    assert texts.gaps(content, TRANSLATIONS, language) == []
