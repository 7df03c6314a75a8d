"""The answers behind a conclusion: those that settled it, and no others."""

import datetime

import pytest
from people import people

from interview.rules.conditions import Rule

TODAY = datetime.date(2015, 6, 15)
# Of some made-up people only these answers are kept: of all else they are not sure.
ALWAYS_GIVEN = ("in_us_now", "birth_date", "any_arrest", "late_trips")


@pytest.fixture
def behind(content, screening, reader):
    """Return the facts behind a rule for someone with these answers."""
    rules = {f"criterion {found.id}": found.rule for found in content.criteria.values()}
    rules |= {f"ground {found.id}": found.rule for found in content.priorities.grounds}
    rules |= {f"flag {found.id}": found.rule for found in content.flags}

    def behind(name, **written):
        answers, refused = reader.read_all(written)
        assert refused == []
        return screening.answers_behind(rules[name], screening.screen(answers, TODAY))

    return behind


@pytest.mark.parametrize(
    ("rule", "answers", "facts"),
    [
        ("flag detained", {"detained": "yes"}, ("detained",)),
        ("criterion at_least_15", {"birth_date": "1994", "case_stage": "no_case"}, ("birth_date",)),
        ("criterion at_least_15", {"birth_date": "2010", "case_stage": "final_order"},
         ("case_stage",)),
        ("criterion at_least_15", {"birth_date": "2010", "case_stage": "no_case"},
         ("case_stage", "birth_date")),
        ("criterion arrived_before_16", {"birth_date": "1994", "first_arrival_date": "2003"},
         ("birth_date", "first_arrival_date")),
        ("criterion resident_since_2007", {"first_arrival_date": "2008", "early_trips": "none"},
         ("first_arrival_date",)),
        ("criterion resident_since_2007",
         {"first_arrival_date": "2006", "early_trips": "long", "late_trips": "none"},
         ("early_trips",)),
        ("criterion resident_since_2007",
         {"first_arrival_date": "2006", "early_trips": "none", "late_trips": "none", "state": "MP",
          "last_entry_date": "2006"},
         ("first_arrival_date", "early_trips", "late_trips", "state")),
        ("criterion no_status_now", {"immigration_status": "tps"}, ("immigration_status",)),
        ("criterion school_or_service", {"education": "ged", "military_service": "none"},
         ("education",)),
        ("criterion no_bar_crimes", {"any_arrest": "no"}, ()),
        ("criterion no_bar_crimes",
         {"any_arrest": "yes", "any_conviction": "yes", "significant_offenses": ["dui"],
          "felony_over_one_year": "no", "misdemeanor_jail": "none", "misdemeanors": "one_or_two",
          "cleared_or_juvenile_only": "no", "some_cleared": "no", "status_crimes_only": "no"},
         ("significant_offenses", "status_crimes_only", "cleared_or_juvenile_only")),
        ("criterion not_a_priority", {"security_concern": "yes"}, ("security_concern",)),
        ("ground 2c", {"last_entry_manner": "without_inspection", "in_us_since_2014_01_01": "no"},
         ("last_entry_manner", "in_us_since_2014_01_01")),
        ("ground 2c", {"last_entry_manner": "inspected"}, ("last_entry_manner",)),
        ("ground 1d",
         {"any_arrest": "yes", "any_conviction": "yes", "felony_label": "yes",
          "status_crimes_only": "no", "cleared_or_juvenile_only": "yes"},
         ("felony_label", "status_crimes_only", "cleared_or_juvenile_only")),
        ("flag gang", {"gang_accusation": "yes", "gang_participation": "no"}, ("gang_accusation",)),
    ],
)  # fmt: skip
def test_only_the_answers_that_settled_a_rule_are_named_in_facts_order(
    behind, rule, answers, facts
):
    assert behind(rule, **answers) == facts


def test_what_is_off_the_path_is_never_given_as_a_reason(behind):
    assert behind("flag conviction", any_arrest="no", any_conviction="yes") == ()


def test_a_result_can_be_asked_whether_a_condition_of_the_content_holds(content, screening, reader):
    held, _ = reader.read_all({"detained": "yes"})
    free, _ = reader.read_all({"detained": "no"})
    unsure, _ = reader.read_all({"detained": "unsure"})
    detained = next(flag for flag in content.flags if flag.id == "detained")
    found = [
        screening.holds(detained.condition, screening.screen(answers, TODAY))
        for answers in (held, free, unsure)
    ]
    assert found == [True, False, False]


def test_an_unclear_rule_is_explained_by_its_unclear_if_too(content):
    """Every rule with unclear_if says in words what nobody can settle."""
    rules = [*content.criteria.values(), *content.priorities.grounds]
    for rule in rules:
        assert (rule.unclear_if is None) == (rule.unclear is None), rule.id
        assert isinstance(rule.rule, Rule)


def test_what_an_unsure_answer_passed_over_is_behind_nothing(content, screening, reader):
    """An answer that somebody did not give is no reason; the one that left it open is."""
    rules = [
        *(found.rule for found in content.criteria.values()),
        *(found.rule for found in content.priorities.grounds),
        *(found.rule for found in content.flags),
    ]
    passed_over = 0
    for written in people(60, 29, TODAY):
        unsure = {fact: given for fact, given in written.items() if fact in ALWAYS_GIVEN}
        answers, _ = reader.read_all(unsure)
        result = screening.screen(answers, TODAY)
        put = {question.id for question in screening.path.answered(result.answers)}
        passed_over += len(screening.path.asked(result.answers)) - len(put)
        for rule in rules:
            assert set(screening.answers_behind(rule, result)) <= put
    assert passed_over


def test_for_a_question_passed_over_stands_the_unsure_answer_that_it_hangs_on(behind):
    assert behind("criterion no_bar_crimes", any_arrest="yes") == ("any_conviction",)
    assert behind("criterion no_bar_crimes") == ("any_arrest",)
