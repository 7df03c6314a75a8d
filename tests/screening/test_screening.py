"""What a screening concludes beyond the single rules: results, level, lane, missing, steps."""

import datetime
import json

import pytest
from people import QUIET

from interview.rules.truth import NO, UNKNOWN, YES
from interview.screening.programs import Programs

TODAY = datetime.date(2015, 6, 15)

# Convicted, and every further question about it answered with the mildest answer.
RECORD = {
    "any_arrest": "yes", "open_charge": "no", "theft_or_assault_arrest": "no",
    "any_conviction": "yes", "felony_label": "no", "felony_over_one_year": "no",
    "aggravated_felony": "no", "significant_offenses": [], "misdemeanor_jail": "none",
    "misdemeanors": "one_or_two", "status_crimes_only": "no", "cleared_or_juvenile_only": "no",
    "some_cleared": "no", "last_conviction_date": "2012-03-05", "sentence_completed": "yes",
    "gang_conviction": "no",
}  # fmt: skip
ORDERED = {
    "case_stage": "final_order", "hearing_soon": "no", "removal_order_date": "2013-05-01",
    "order_on_appeal_or_reinstated": "no", "left_after_order": "no",
}  # fmt: skip


@pytest.fixture
def screened(screening, reader):
    """Screen the quiet man with some answers changed."""

    def screened(as_of=TODAY, **changed):
        answers, refused = reader.read_all({**QUIET, **changed})
        assert refused == []
        return screening.screen(answers, as_of)

    return screened


def test_a_settled_person_without_a_warning_sign_is_blue(screened):
    result = screened()
    assert (result.lane, result.level, result.raised(), result.missing) == ("blue", "none", (), ())


@pytest.mark.parametrize(
    ("changed", "lane"),
    [
        ({"detained": "yes"}, "red"),
        ({"fears_return": "yes"}, "yellow"),
        ({"reports_to_ice": "yes"}, "orange"),
        ({"reports_to_ice": "yes", "detained": "yes"}, "red"),
        ({"any_arrest": "yes", "any_conviction": "no", "open_charge": "no",
          "theft_or_assault_arrest": "no"}, "yellow"),
        ({"detained": "unsure"}, "yellow"),
        ({"present_2014_11_20": "unsure", "child_2014_11_20": "neither"}, "blue"),
        ({"caught_at_entry": "yes"}, "yellow"),
        ({"caught_earlier": "yes"}, "yellow"),
        ({"birth_date": "1990-01", "first_arrival_date": "2005", "early_trips": "none",
          "last_entry_date": "2005-02-01", "daca_history": "current",
          "daca_expiry_date": "2016-06-15"}, "blue"),
        ({"birth_date": "1989", "first_arrival_date": "2005", "daca_history": "current",
          "daca_expiry_date": "2016-06-15"}, "yellow"),
    ],
    ids=str,
)  # fmt: skip
def test_the_lane_is_red_for_now_orange_for_soon_yellow_for_any_doubt_and_else_blue(
    screened, changed, lane
):
    assert screened(**changed).lane == lane


@pytest.mark.parametrize(
    ("changed", "result"),
    [
        ({"child_2014_11_20": "us_citizen"}, "matches"),
        ({"child_2014_11_20": "unsure"}, "may_match"),
        ({"child_2014_11_20": "unsure", "in_us_now": "no"}, "does_not_match"),
        ({"child_2014_11_20": "us_citizen", "caught_earlier": "yes"}, "may_match"),
        ({"child_2014_11_20": "us_citizen", "caught_at_entry": "yes"}, "does_not_match"),
        ({"child_2014_11_20": "us_citizen", "state": "MP"}, "may_match"),
    ],
    ids=str,
)
def test_a_program_matches_when_every_criterion_does_and_fails_on_the_first_no(
    screened, changed, result
):
    assert screened(**changed).programs["dapa"] == result


@pytest.mark.parametrize(
    ("changed", "level", "holding", "possible"),
    [
        ({}, "none", [], []),
        ({"security_concern": "yes"}, "1", ["1a"], []),
        ({"security_concern": "unsure"}, "unknown", [], ["1a"]),
        ({"in_us_since_2014_01_01": "no"}, "2", ["2c"], []),
        ({"in_us_since_2014_01_01": "no", "security_concern": "unsure"}, "unknown", ["2c"], ["1a"]),
        ({"security_concern": "yes", "in_us_since_2014_01_01": "unsure"}, "1", ["1a"], ["2c"]),
        (ORDERED | {"removal_order_date": "2014-01-01"}, "3", ["3"], []),
        (ORDERED | {"removal_order_date": "2013-12-31"}, "none", [], []),
        (ORDERED | {"removal_order_date": "2014"}, "3", ["3"], []),
        (ORDERED | {"removal_order_date": "unsure"}, "unknown", [], ["3"]),
        (ORDERED | {"removal_order_date": "2014-01-01", "in_us_since_2014_01_01": "unsure"},
         "unknown", ["3"], ["2c"]),
        (ORDERED | {"removal_order_date": "unsure", "in_us_since_2014_01_01": "no"},
         "2", ["2c"], ["3"]),
        (RECORD | {"felony_label": "yes", "misdemeanors": "three_or_more",
                   "three_on_separate_dates": "yes"}, "1", ["1d", "2a"], []),
        (RECORD | {"felony_label": "yes", "cleared_or_juvenile_only": "yes"},
         "unknown", [], ["1d"]),
    ],
    ids=str,
)  # fmt: skip
def test_the_level_is_that_of_the_most_serious_ground_unless_a_more_serious_one_is_open(
    screened, changed, level, holding, possible
):
    result = screened(**changed)
    assert (result.level, result.holding(), result.possible()) == (level, holding, possible)


# ---------------------------------------------------------------- what is missing


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({"detained": "unsure"}, ("detained",)),
        ({"case_stage": "unsure"}, ("case_stage", "hearing_soon", "removal_order_date",
          "order_on_appeal_or_reinstated", "left_after_order", "reentered_after_order",
          "protection_granted")),
        ({"late_trips": "unsure"}, ("late_trips",)),
        ({"state": "unsure"}, ()),
        ({"state": "unsure", "daca_history": "current", "daca_expiry_date": "2016-06-15"},
         ("state",)),
        ({"community": "unsure"}, ()),
        ({"family": ["unsure"]}, ("family",)),
        ({"family": ["sibling_citizen_lpr", "unsure"]}, ("family",)),
        ({"family": ["child_citizen_lpr", "unsure"]}, ()),
        ({"birth_date": "1975"}, ()),
        ({"birth_date": "1994"}, ("birth_date", "parent_neglect")),
        (RECORD | {"last_conviction_date": "2012"}, ()),
        (RECORD | {"any_conviction": "unsure", "felony_label": "unsure"},
         ("any_conviction", "felony_label")),
        (RECORD | {"misdemeanors": "unsure"}, ("misdemeanors",)),
        ({"immigration_history": ["helped_entry", "unsure"]}, ("immigration_history",)),
        ({"daca_history": "current", "daca_expiry_date": "2015-11"}, ("daca_expiry_date",)),
    ],
    ids=str,
)  # fmt: skip
def test_missing_is_what_keeps_a_rule_open_and_what_decides_whether_it_applies(
    screened, changed, missing
):
    assert screened(**changed).missing == missing


# ---------------------------------------------------------------- stage, options, escalation


@pytest.mark.parametrize(
    ("changed", "stage"),
    [
        ({"case_stage": "no_case"}, "before_nta"),
        ({"case_stage": "nta_received"}, "before_nta"),
        ({"case_stage": "in_proceedings"}, "in_proceedings"),
        (ORDERED, "after_order"),
        ({"case_stage": "unsure"}, None),
    ],
    ids=str,
)
def test_the_options_are_those_of_the_stage_of_the_case(content, screened, changed, stage):
    result = screened(**changed)
    at_stage = {s.id: {option.id for option in s.options} for s in content.options.stages}
    assert result.stage == stage
    assert set(result.options) <= at_stage.get(stage, set())
    assert bool(result.options) == (stage is not None)


LADDER = (
    "ask_decision", "supervisor", "field_office", "headquarters", "congress", "public_attention",
)  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "steps"),
    [
        ({}, ()),
        ({"detained": "yes"}, LADDER),
        ({"detained": "unsure"}, ()),
        ({"removal_date_set": "yes"}, LADDER),
        ({"case_stage": "nta_received"}, LADDER),
        ({"case_stage": "in_proceedings"}, LADDER),
        (ORDERED, LADDER),
        ({"case_stage": "unsure"}, ()),
        ({"request": "pending"}, ()),
        ({"request": "denied"}, LADDER),
        ({"request": "denied", "request_level": "officer"}, LADDER[1:]),
        ({"request": "denied", "request_level": "supervisor"}, LADDER[2:]),
        ({"request": "denied", "request_level": "field_office"}, LADDER[3:]),
        ({"request": "denied", "request_level": "headquarters"}, LADDER[4:]),
        ({"request": "denied", "request_level": "unsure"}, LADDER),
        ({"detained": "yes", "request": "pending", "request_level": "headquarters"}, LADDER),
    ],
    ids=str,
)
def test_the_ladder_starts_above_whoever_said_no_and_is_shown_to_few(screened, changed, steps):
    result = screened(**changed)
    assert (result.escalation, result.escalation_shown) == (steps, bool(steps))


# ---------------------------------------------------------------- memos, notes and options

IN_COURT = {"case_stage": "in_proceedings", "hearing_soon": "no"}
ANY_CASE = (
    "johnson_priorities_2014", "meissner_2000", "cooper", "field_manual_2006",
    "howard_2005_discretion",
)  # fmt: skip
YOUNG = {"birth_date": "1994-03", "daca_history": "never"}


@pytest.mark.parametrize(
    ("changed", "memos"),
    [
        ({}, ()),
        (IN_COURT, ANY_CASE),
        ({"detained": "yes"}, ANY_CASE[:4]),
        ({"removal_date_set": "yes"}, ("johnson_priorities_2014", "meissner_2000",
                                       "cooper", "field_manual_2006")),
        ({"request": "granted"}, ("meissner_2000",)),
        ({"request": "pending", "request_agency": "uscis"},
         ("johnson_priorities_2014", "meissner_2000", "cooper", "uscis_2011_nta", "aytes_2006")),
        ({"child_2014_11_20": "lpr"}, ("johnson_deferred_action_2014",)),
        (YOUNG, ("johnson_deferred_action_2014", "napolitano_2012")),
        (YOUNG | {"in_us_now": "no"}, ()),
        (YOUNG | {"in_us_now": "no", "daca_history": "denied"},
         ("napolitano_2012",)),
        ({"victim_or_witness": ["crime_witness"]}, ("morton_2011_victims",)),
        ({"pending_relief": ["family_petition"]}, ("uscis_2011_nta", "aytes_2006")),
        ({"pending_relief": ["cancellation"]}, ()),
        (IN_COURT | {"pending_relief": ["family_petition"]},
         (*ANY_CASE[:3], "morton_2010_petitions", *ANY_CASE[3:], "howard_2005_adjustment")),
        (IN_COURT | {"pending_relief": ["u_visa"]},
         (*ANY_CASE[:3], "morton_2010_petitions", "vincent_2009_u_visa", *ANY_CASE[3:])),
        (ORDERED | {"pending_relief": ["u_visa"]},
         (*ANY_CASE[:3], "vincent_2009_u_visa", *ANY_CASE[3:])),
        ({"health": ["nursing"]}, ("myers_2007_nursing",)),
        ({"health": ["serious_illness"]}, ("torres_2006_medical",)),
        ({"military_service": "honorable"}, ("forman_2004_military",)),
        ({"military_family": "yes"}, ("uscis_2013_parole_in_place",)),
        ({"military_family": "yes", "last_entry_manner": "inspected"}, ()),
        ({"immigration_history": ["voted_or_registered"]}, ("yates_2002_voting",)),
    ],
    ids=str,
)  # fmt: skip
def test_a_memo_is_named_to_those_whose_facts_make_it_relevant(screened, changed, memos):
    assert screened(**changed).memos == memos


@pytest.mark.parametrize(
    ("changed", "notes"),
    [
        ({}, ("keep_proof",)),
        ({"last_entry_manner": "inspected"}, ()),
        ({"last_entry_manner": "unsure"}, ()),
        ({"fears_return": "yes"}, ("keep_proof", "relief_exception")),
        ({"pending_relief": ["asylum"], "last_entry_manner": "inspected"}, ("relief_exception",)),
    ],
    ids=str,
)
def test_who_came_without_inspection_keeps_proof_and_relief_is_an_exception_beside_the_level(
    screened, changed, notes
):
    assert screened(**changed).notes == notes


@pytest.mark.parametrize(
    ("option", "changed", "offered"),
    [
        ("no_arrest", {}, True),
        ("no_arrest", {"detained": "yes"}, False),
        ("no_detention", {"detained": "yes"}, False),
        ("release", {}, False),
        ("release", {"detained": "yes"}, True),
        ("no_nta", {"case_stage": "no_case"}, True),
        ("no_nta", {"case_stage": "nta_received"}, False),
        ("no_filing", {"case_stage": "no_case"}, False),
        ("no_filing", {"case_stage": "nta_received"}, True),
        ("cancel_nta", {"case_stage": "nta_received"}, True),
        ("cancel_nta", {"case_stage": "no_case"}, False),
        ("early_voluntary_departure", {"in_us_now": "no"}, False),
        ("parole_in_place", {}, True),
        ("parole_in_place", {"last_entry_manner": "inspected"}, False),
        ("parole_on_arrival", {}, False),
        ("parole_on_arrival", {"in_us_now": "no"}, True),
        ("parole_on_arrival", {"detained": "yes", "caught_at_entry": "yes"}, True),
        ("no_second_inspection", {}, False),
        ("no_second_inspection", {"in_us_now": "no"}, True),
        ("continuance", IN_COURT, True),
        ("stay", ORDERED, True),
        ("stay", IN_COURT, False),
        ("release_for_daca", IN_COURT | YOUNG | {"detained": "yes", "daca_history": "never"}, True),
        ("release_for_daca", IN_COURT | YOUNG, False),
        ("release_for_daca", IN_COURT | {"detained": "yes"}, False),
    ],
)
def test_an_option_is_offered_where_it_can_be_asked_for(screened, option, changed, offered):
    assert (option in screened(**changed).options) == offered


@pytest.mark.parametrize(
    ("as_of", "history", "offered"),
    [
        ("2017-09-04", {"daca_history": "never"}, True),
        ("2017-09-05", {"daca_history": "never"}, False),
        ("2020-12-03", {"daca_history": "never"}, False),
        ("2020-12-04", {"daca_history": "never"}, True),
        ("2021-07-15", {"daca_history": "never"}, True),
        ("2021-07-16", {"daca_history": "never"}, False),
        ("2026-11-23", {"daca_history": "never"}, False),
        ("2026-11-23", {"daca_history": "terminated"}, False),
        ("2026-11-23", {"daca_history": "current", "daca_expiry_date": "2027-05-01"}, True),
        ("2026-11-23", {"daca_history": "expired", "daca_expiry_date": "2026-01-01"}, True),
        ("2026-11-23", {"daca_history": "expired", "daca_expiry_date": "2025-01-01"}, False),
    ],
)
def test_nobody_is_told_to_ask_for_release_for_a_first_daca_while_none_is_granted(
    screened, as_of, history, offered
):
    held = IN_COURT | YOUNG | {"detained": "yes"} | history
    result = screened(datetime.date.fromisoformat(as_of), **held)
    assert ("release_for_daca" in result.options) == offered


# ---------------------------------------------------------------- partial dates


@pytest.mark.parametrize(
    ("flag", "changed", "truth"),
    [
        ("recent_entry", {"last_entry_date": "2013-06-15"}, NO),
        ("recent_entry", {"last_entry_date": "2013-06-16"}, YES),
        ("recent_entry", {"last_entry_date": "2013-06"}, UNKNOWN),
        ("recent_entry", {"last_entry_date": "2013-07"}, YES),
        ("recent_entry", {"last_entry_date": "2014", "last_entry_manner": "unsure"}, UNKNOWN),
        ("minor", {"birth_date": "1997-06-16"}, YES),
        ("minor", {"birth_date": "1997-06-15"}, NO),
        ("minor", {"birth_date": "1997-06"}, UNKNOWN),
        ("daca_ending", {"daca_history": "current", "daca_expiry_date": "2015-11-11"}, YES),
        ("daca_ending", {"daca_history": "current", "daca_expiry_date": "2015-11-12"}, NO),
        ("daca_ending", {"daca_history": "current", "daca_expiry_date": "2015-11"}, UNKNOWN),
    ],
)
def test_a_flag_about_a_date_is_raised_only_when_the_whole_interval_agrees(
    screened, flag, changed, truth
):
    assert screened(**changed).flags[flag] is truth


@pytest.mark.parametrize("as_of", [datetime.date(1, 1, 1), datetime.date(9999, 12, 31)])
def test_a_screening_can_be_run_as_of_any_day_of_the_calendar(screened, as_of):
    assert screened(as_of, birth_date="9999-12", daca_history="current").as_of == as_of


def test_the_answers_handed_in_are_left_as_they_were(screening, reader):
    answers, _ = reader.read_all({"any_arrest": "no", "any_conviction": "yes"})
    before = dict(answers)
    screening.screen(answers, TODAY)
    assert answers == before


# ---------------------------------------------------------------- the result as data


def test_the_written_result_has_the_keys_of_the_command_line_in_their_order(screening, screened):
    plain = screened().to_dict()
    assert list(plain) == [
        "as_of", "lane", "programs", "priority", "flags", "missing", "factors", "escalation",
        "options", "memos", "status", "notes", "deadlines", "today",
    ]  # fmt: skip
    assert plain["as_of"] == "2015-06-15"
    assert plain["priority"] == {"level": "none", "grounds": [], "possible": []}
    assert plain["escalation"] == {"shown": False, "steps": []}
    assert plain["status"] == {
        "daca": "open", "expanded_daca": "blocked", "dapa": "blocked", "priorities": "open",
    }  # fmt: skip


def test_each_program_lists_all_its_criteria_each_yes_no_or_unknown(content, screening, screened):
    plain = screened(state="unsure", birth_date="unsure").to_dict()
    there_are = Programs(content).on(TODAY)
    assert plain["programs"].keys() == there_are.keys()
    for program, needed in there_are.items():
        found = plain["programs"][program]["criteria"]
        assert list(found) == list(needed)
        assert set(found.values()) <= {"yes", "no", "unknown"}
    assert plain["programs"]["daca"]["criteria"]["born_after_1981_06_15"] == "unknown"


def test_a_result_can_be_written_as_json_and_read_again(screening, screened):
    plain = screened(**RECORD, child_2014_11_20="us_citizen").to_dict()
    assert json.loads(json.dumps(plain))["flags"] == [
        {"id": "conviction", "urgency": "soon"},
        {"id": "arrest", "urgency": "before"},
        {"id": "other_relief", "urgency": "before"},
    ]


@pytest.mark.parametrize(
    ("day", "named"), [("2014-11-19", False), ("2014-11-20", True), ("2014-11-21", True)]
)
def test_a_memo_is_named_from_the_day_on_which_it_was_issued(screened, day, named):
    result = screened(datetime.date.fromisoformat(day), request="pending")
    assert ("johnson_priorities_2014" in result.memos) is named
