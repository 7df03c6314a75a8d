"""Everything that must be there, written down once by hand, and looked for in the content.

The lists here are the product's own promise: whoever takes a fact, a rule or an event out of the
content must take it out here too, and say why.
"""

import re
from collections import Counter

import pytest

from interview.content import Sourced, Text
from interview.languages import language, texts
from interview.loading.content_files import walk
from interview.loading.folders import TRANSLATIONS

YES_NO = "yes no"
# Each fact in the order of the result: its type, and the values that it takes.
FACTS = {
    "answering_for": ("choice", "self client"),
    "in_us_now": ("yes_no", YES_NO),
    "detained": ("yes_no", YES_NO),
    "removal_date_set": ("yes_no", YES_NO),
    "case_stage": ("choice", "no_case nta_received in_proceedings final_order"),
    "hearing_soon": ("yes_no", YES_NO),
    "fears_return": ("yes_no", YES_NO),
    "possible_citizen": ("yes_no", YES_NO),
    "birth_date": ("date", ""),
    "immigration_status": (
        "choice",
        "none overstayed daca tps parole visa asylee_refugee lpr citizen",
    ),
    "first_arrival_date": ("date", ""),
    "last_entry_date": ("date", ""),
    "last_entry_manner": ("choice", "inspected without_inspection"),
    "caught_at_entry": ("yes_no", YES_NO),
    "caught_earlier": ("yes_no", YES_NO),
    "early_trips": ("choice", "none brief long"),
    "long_trip_return_date": ("date", ""),
    "late_trips": ("choice", "none advance_parole no_permission"),
    "in_us_since_2014_01_01": ("yes_no", YES_NO),
    "present_2012_06_15": ("yes_no", YES_NO),
    "present_2014_11_20": ("yes_no", YES_NO),
    "lawful_status_2012_06_15": ("yes_no", YES_NO),
    "lawful_status_2014_11_20": ("yes_no", YES_NO),
    "state": ("state", ""),
    "education": ("choice", "in_school graduated ged none"),
    "military_service": ("choice", "none serving honorable other_discharge"),
    "daca_history": ("choice", "never current expired denied terminated"),
    "daca_expiry_date": ("date", ""),
    "child_2014_11_20": ("choice", "us_citizen lpr neither"),
    "any_arrest": ("yes_no", YES_NO),
    "open_charge": ("yes_no", YES_NO),
    "theft_or_assault_arrest": ("yes_no", YES_NO),
    "any_conviction": ("yes_no", YES_NO),
    "felony_label": ("yes_no", YES_NO),
    "felony_over_one_year": ("yes_no", YES_NO),
    "aggravated_felony": ("yes_no", YES_NO),
    "significant_offenses": (
        "choices",
        "domestic_violence sexual_abuse burglary firearm drug_distribution dui",
    ),
    "misdemeanor_jail": ("choice", "none under_90 exactly_90 over_90"),
    "misdemeanors": ("choice", "none one_or_two three_or_more"),
    "three_on_separate_dates": ("yes_no", YES_NO),
    "status_crimes_only": ("yes_no", YES_NO),
    "cleared_or_juvenile_only": ("yes_no", YES_NO),
    "last_conviction_date": ("date", ""),
    "sentence_completed": ("yes_no", YES_NO),
    "abuse_victim_too": ("yes_no", YES_NO),
    "gang_conviction": ("yes_no", YES_NO),
    "gang_participation": ("yes_no", YES_NO),
    "gang_accusation": ("yes_no", YES_NO),
    "security_concern": ("yes_no", YES_NO),
    "persecution": ("yes_no", YES_NO),
    "visa_abuse": ("yes_no", YES_NO),
    "removal_order_date": ("date", ""),
    "order_on_appeal_or_reinstated": ("yes_no", YES_NO),
    "left_after_order": ("yes_no", YES_NO),
    "reentered_after_order": ("yes_no", YES_NO),
    "immigration_history": (
        "choices",
        "false_citizen_claim voted_or_registered false_documents helped_entry missed_hearing "
        "signed_departure",
    ),
    "travel_planned": ("yes_no", YES_NO),
    "parent_neglect": ("yes_no", YES_NO),
    "family": (
        "choices",
        "spouse_citizen_lpr child_citizen_lpr parent_citizen_lpr sibling_citizen_lpr",
    ),
    "health": (
        "choices",
        "serious_illness mental_illness disability pregnant nursing seriously_ill_relative",
    ),
    "caregiving": ("choices", "young_child infirm_person"),
    "victim_or_witness": (
        "choices",
        "crime_victim domestic_violence trafficking crime_witness civil_plaintiff",
    ),
    "helped_law_enforcement": ("yes_no", YES_NO),
    "military_family": ("yes_no", YES_NO),
    "community": ("choices", "work school faith volunteering taxes home no_ties_abroad"),
    "pending_relief": (
        "choices",
        "family_petition employment_petition adjustment u_visa t_visa vawa asylum tps cancellation",
    ),
    "request": ("choice", "not_made pending granted denied"),
    "request_agency": ("choice", "ice cbp uscis"),
    "request_level": ("choice", "officer supervisor field_office headquarters"),
    "helper": ("choice", "lawyer accredited_representative notario_or_consultant nobody"),
}

CRITERIA = {
    "daca": """
        born_after_1981_06_15 at_least_15 arrived_before_16 resident_since_2007 present_2012
        present_now no_status_2012 no_status_now school_or_service no_bar_crimes no_threat""",
    "expanded_daca": """
        at_least_15 arrived_before_16 resident_since_2010 present_2012 present_now no_status_2012
        no_status_now school_or_service no_bar_crimes no_threat""",
    "dapa": """
        resident_before_2010 present_2014 present_now no_status_2014 child_2014
        not_a_priority""",
}
UNCLEAR_CRITERIA = """
    resident_since_2007 resident_since_2010 resident_before_2010 no_status_now school_or_service
    no_threat"""
GROUNDS = {"1": "1a 1b 1c 1d 1e", "2": "2a 2b 2c 2d", "3": "3"}
UNCLEAR_GROUNDS = "1b 1c 1d 1e 2a 2b 2c 3"
FLAGS = {
    "now": """
        detained removal_date hearing_soon missed_hearing open_charge theft_arrest recent_entry""",
    "soon": """
        case_unknown court_case removal_order came_back conviction gang security citizen_claim
        voted false_documents signed_departure advance_parole left_without_permission
        travel_planned outside_us fear victim minor child_protection possible_citizen lpr
        daca_ending request_open not_a_lawyer""",
    "before": """
        arrest helped_entry visa_abuse trips other_relief care military daca_texas first_daca
        not_sure""",
}
POSITIVE = """
    long_residence came_as_child family_ties juvenile elderly health caregiver military
    victim_or_witness cooperation community_ties possible_relief lpr time_since_offense
    rehabilitation abuse_mitigation"""
ADVERSE = "criminal_history came_back missed_hearing fraud gang"
OPTIONS = {
    "before_nta": """
        no_resources no_arrest no_fast_removal no_second_inspection no_nta no_filing cancel_nta
        charges early_voluntary_departure parole_in_place parole_on_arrival no_detention release
        deferred_action""",
    "in_proceedings": """
        join_closure join_termination continuance amend_charges no_opposition_relief
        no_opposition_departure limit_issues no_appeal deferred_action settle release_in_court
        release_for_daca""",
    "after_order": """
        no_opposition_reopen join_reopen stay supervised_release deferred_action remand""",
}
MEMOS = """
    johnson_priorities_2014 johnson_deferred_action_2014 napolitano_2012 meissner_2000 cooper
    morton_2011_victims morton_2010_petitions vincent_2009_u_visa myers_2007_nursing
    torres_2006_medical field_manual_2006 howard_2005_discretion howard_2005_adjustment
    forman_2004_military uscis_2013_parole_in_place uscis_2011_nta aytes_2006 yates_2002_voting"""
NOTES = "keep_proof registration relief_exception"
STEPS = "ask_decision supervisor field_office headquarters congress public_attention"
STARTS = "supervisor field_office headquarters congress"
REQUEST = """
    specific_ask in_writing package use_memos positive_factors problems evidence continuance
    details_in_writing congress"""
NOTICE = """
    yes_in_file yes_in_writing letter_contents letter_benefit no_without_notice silence
    remind_officer"""
EFFECT = """
    no_status not_permanent new_case later_office time_counts work_permit no_travel no_right"""
DETENTION = "illness disability elderly pregnant nursing caretaker not_in_public_interest"
SITUATIONS = "detained_now court_soon paper_with_deadline"
EVENTS = {
    "daca": """
        2012-06-15 2012-08-15 2014-11-20 2014-11-24 2017-02-20 2017-06-15 2017-09-05 2018-01-09
        2020-06-18 2020-07-28 2020-12-04 2021-07-16 2022-08-30 2022-10-05 2022-10-14 2022-10-31
        2023-09-13 2025-01-17 2025-01-24 2025-03-11 2025-05-20 2025-07-29 2025-09-29 2025-10-01
        2025-10-27 2026-06-25 2026-08-05 2026-08-13 2026-09-17 2026-10-02 2026-10-02 2026-10-02""",
    "expanded_daca": """
        2014-11-20 2014-11-24 2015-02-16 2015-05-26 2015-11-09 2016-06-23 2017-02-20 2017-06-15
        2026-10-02""",
    "dapa": """
        2014-11-20 2015-02-16 2015-05-26 2015-11-09 2016-06-23 2017-02-20 2017-06-15
        2026-10-02""",
    "priorities": """
        2014-11-20 2015-01-05 2015-02-16 2015-04-06 2015-06-17 2017-01-25 2017-02-20 2017-08-15
        2021-01-20 2021-09-30 2022-06-10 2022-07-26 2023-06-23 2025-01-20 2026-10-02""",
    "enforcement": """
        2025-01-20 2025-01-21 2025-01-21 2025-01-31 2025-01-31 2025-02-28 2025-09-05 2026-06-05
        2026-06-23 2026-06-30 2026-07-17 2026-08-13 2026-10-01 2026-10-02 2026-10-02""",
}
STATES = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY
    NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR GU VI AS MP"""


def ids(items):
    return [item.id for item in items]


# ---------------------------------------------------------------- each is there


def test_every_fact_is_asked_once_with_its_type_and_values(content, reader):
    assert list(content.interview.facts_order) == list(FACTS)
    found = {question.id: question for question in content.questions}
    assert Counter(found.keys()) == Counter(FACTS.keys())
    for fact, (type_, values) in FACTS.items():
        assert found[fact].type == type_, fact
        if type_ in ("choice", "choices"):
            assert ids(found[fact].values) == values.split(), fact


def test_the_states_and_territories_are_all_there(content):
    assert sorted(ids(content.states.states)) == sorted(STATES.split())


def test_only_birth_and_conviction_are_asked_without_the_day(content):
    to_the_month = {question.id for question in content.questions if question.precision == "month"}
    assert to_the_month == {"birth_date", "last_conviction_date"}


def test_every_criterion_of_every_program_is_there_in_table_order(content):
    found = {name: list(program.criteria) for name, program in content.programs.items()}
    assert found == {name: criteria.split() for name, criteria in CRITERIA.items()}
    used = {criterion for criteria in found.values() for criterion in criteria}
    assert set(content.criteria) == used
    unclear = [c.id for c in content.criteria.values() if c.unclear_if is not None]
    assert sorted(unclear) == sorted(UNCLEAR_CRITERIA.split())


def test_every_ground_is_there_with_its_level(content):
    grounds = content.priorities.grounds
    assert {
        level: [ground.id for ground in grounds if ground.level == level] for level in GROUNDS
    } == {level: found.split() for level, found in GROUNDS.items()}
    assert [g.id for g in grounds if g.unclear_if is not None] == UNCLEAR_GROUNDS.split()
    assert [level.level for level in content.priorities.levels] == ["1", "2", "3"]


def test_every_flag_is_there_with_its_urgency_in_table_order(content):
    expected = [(flag, urgency) for urgency, flags in FLAGS.items() for flag in flags.split()]
    assert [(flag.id, flag.urgency) for flag in content.flags] == expected


def test_every_factor_is_there_with_papers_that_show_it_or_what_weighs_against_it(content):
    assert ids(content.factors.positive) == POSITIVE.split()
    assert ids(content.factors.adverse) == ADVERSE.split()
    assert [f.id for f in content.factors.positive if not f.evidence] == []
    assert [f.id for f in content.factors.adverse if not f.mitigation] == []
    assert len(content.factors.to_tell_a_lawyer) >= 3


def test_every_option_is_there_at_its_stage_with_who_decides(content):
    found = {stage.id: ids(stage.options) for stage in content.options.stages}
    assert found == {stage: options.split() for stage, options in OPTIONS.items()}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("memos", MEMOS),
        ("notes", NOTES),
    ],
)
def test_every_memo_and_note_is_there(content, name, expected):
    assert ids(getattr(content, name)) == expected.split()


def test_every_step_of_escalation_request_decision_and_detention_is_there(content):
    assert ids(content.escalation.steps) == STEPS.split()
    assert [start.step for start in content.escalation.starts] == STARTS.split()
    assert ids(content.request.steps) == REQUEST.split()
    assert ids(content.decisions.notice) == NOTICE.split()
    assert ids(content.decisions.effect) == EFFECT.split()
    assert ids(content.detention.groups) == DETENTION.split()
    assert ids(content.urgent_door.situations) == SITUATIONS.split()


def test_every_event_of_every_timeline_is_there_on_its_day(content):
    found = {
        timeline.id: [event.date.isoformat() for event in timeline.events]
        for timeline in content.law.timelines
    }
    assert found == {timeline: dates.split() for timeline, dates in EVENTS.items()}
    assert content.law.last_legal_check.isoformat() == "2026-10-02"
    assert content.law.stale_after_days == 60


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


def test_every_question_speaks_to_the_person_and_to_a_helper(content):
    """Only what names nobody may be asked of both in the same words."""
    same = {q.id for q in content.questions if q.ask.to_self == q.ask.to_client}
    assert same == {"answering_for"}


# ---------------------------------------------------------------- each has its Spanish


def test_no_spanish_is_missing_stale_or_left_over(content):
    assert texts.gaps(content, TRANSLATIONS, "es") == []


# Names, and words that are the same in both languages; abbreviations in capitals need no list.
EQUAL_IN_SPANISH = {
    "No",
    "American Immigration Council", "William R. Yates, INS",
    "Error: {title}",
    "Alabama", "Alaska", "Arizona", "Arkansas", "California", "Colorado", "Connecticut",
    "Delaware", "Florida", "Georgia", "Idaho", "Illinois", "Indiana", "Iowa", "Kansas",
    "Kentucky", "Maine", "Maryland", "Massachusetts", "Michigan", "Minnesota", "Montana",
    "Nebraska", "Nevada", "Ohio", "Oklahoma", "Rhode Island", "Tennessee", "Texas", "Utah",
    "Vermont", "Virginia", "Washington", "Wisconsin", "Wyoming", "Guam", "Puerto Rico",
}  # fmt: skip


def _without_places(text):
    """A sentence without what is put in: "{fact}: {values}" is the same in every language."""
    return re.sub(r"\{\w+\}", "", text)


def test_no_spanish_equals_its_english_by_accident(content):
    spanish = language.translations(TRANSLATIONS, "es")
    wanted = texts.wanted(content)
    equal = {english for english in wanted if spanish.get(english) == english}
    equal = {english for english in equal if re.search(r"[a-z]", _without_places(english))}
    assert equal - EQUAL_IN_SPANISH == set()
    assert EQUAL_IN_SPANISH - equal == set()
