"""The second reading of the spec, against results worked out by hand from results.md.

Each row changes a few answers of someone about whom nothing is found, and says what follows.
The law over time is a small one made up here, so that nothing a lawyer edits is repeated.
"""

import datetime

import oracle
import pytest


def day(text):
    return datetime.date.fromisoformat(text)


def _events(*rows):
    return [{"date": day(date)} | ({"status": status} if status else {}) for date, status in rows]


LAW = oracle.Law(
    timelines={
        "daca": _events(("2012-06-15", "announced"), ("2012-08-15", "open"), ("2022-01-01", None)),
        "expanded_daca": _events(("2014-11-20", "announced"), ("2015-02-16", "blocked")),
        "dapa": _events(("2014-11-20", "announced"), ("2015-02-16", "blocked")),
        "priorities": _events(("2014-11-20", "announced"), ("2017-02-20", "ended")),
        "bond": _events(("2025-09-05", None), ("2026-10-01", None), ("2027-01-01", None)),
        "habeas": _events(("2026-12-01", None)),
        "enforcement": _events(("2025-01-20", None)),
    },
    named_by={"detained": ["habeas"], "tps": ["enforcement"], "no_status": ["enforcement"]},
    courts={"TX": "5", "CA": "9", "GA": "11"},
    decisions=[
        {"court": "5", "date": day("2026-02-06"), "bond": False},
        {"court": "9", "date": day("2026-03-01"), "bond": True},
        {"court": "11", "date": day("2026-05-01"), "bond": "yes"},
        {"court": "11", "date": day("2026-08-01"), "bond": "open"},
    ],
)

# On a visa, let in long ago: nothing is found, and nothing is left open.
NOBODY = {
    "answering_for": "self",
    "in_us_now": "yes",
    "detained": "no",
    "reports_to_ice": "no",
    "removal_date_set": "no",
    "case_stage": "no_case",
    "fears_return": "no",
    "possible_citizen": "no",
    "birth_date": "1975-03-10",
    "immigration_status": "visa",
    "first_arrival_date": "2000-05-01",
    "last_entry_date": "2000-05-01",
    "last_entry_manner": "inspected",
    "caught_earlier": "no",
    "early_trips": "none",
    "late_trips": "none",
    "present_2012_06_15": "yes",
    "present_2014_11_20": "yes",
    "lawful_status_2012_06_15": "yes",
    "lawful_status_2014_11_20": "yes",
    "state": "CA",
    "education": "graduated",
    "military_service": "none",
    "daca_history": "never",
    "child_2014_11_20": "neither",
    "any_arrest": "no",
    "gang_participation": "no",
    "gang_accusation": "no",
    "security_concern": "no",
    "persecution": "no",
    "visa_abuse": "no",
    "immigration_history": [],
    "travel_planned": "no",
    "family": [],
    "health": [],
    "caregiving": [],
    "victim_or_witness": [],
    "helped_law_enforcement": "no",
    "military_family": "no",
    "community": [],
    "pending_relief": [],
    "request": "not_made",
    "helper": "nobody",
}
UNSEEN = {
    "last_entry_manner": "without_inspection",
    "two_year_proof": "yes",
    "caught_at_entry": "no",
    "in_us_since_2014_01_01": "yes",
}
PAROLED = UNSEEN | {"last_entry_manner": "paroled"}
ORDERED = {
    "case_stage": "final_order",
    "hearing_soon": "no",
    "removal_order_date": "2010-01-01",
    "order_on_appeal_or_reinstated": "no",
    "left_after_order": "no",
    "protection_granted": "no",
}
ARRESTED = {
    "any_arrest": "yes",
    "open_charge": "no",
    "theft_or_assault_arrest": "no",
    "any_conviction": "no",
}
CONVICTED = ARRESTED | {
    "any_conviction": "yes",
    "felony_label": "no",
    "felony_over_one_year": "no",
    "aggravated_felony": "no",
    "significant_offenses": [],
    "misdemeanor_jail": "none",
    "misdemeanors": "one_or_two",
    "status_crimes_only": "no",
    "cleared_or_juvenile_only": "no",
    "some_cleared": "no",
    "last_conviction_date": "2012-03-01",
    "sentence_completed": "no",
    "gang_conviction": "no",
}
# Matches DACA and expanded DACA.
STUDENT = UNSEEN | {
    "birth_date": "1996-04-20",
    "immigration_status": "none",
    "first_arrival_date": "2001-09-01",
    "last_entry_date": "2001-09-01",
    "parent_neglect": "no",
}
# Matches DAPA.
PARENT = UNSEEN | {"immigration_status": "none", "child_2014_11_20": "us_citizen"}
CHILD = {
    "first_arrival_date": "2012-05-01",
    "last_entry_date": "2012-05-01",
    "parent_neglect": "no",
}


def screened(as_of, changes, **how):
    """The result of NOBODY with these answers; "blank" takes an answer away."""
    answers = {fact: a for fact, a in (NOBODY | changes).items() if a != "blank"}
    return oracle.screen(answers, day(as_of), law=LAW, **how)


def flags(found):
    return " ".join(flag["id"] for flag in found["flags"])


def test_about_nobody_nothing_is_found():
    assert screened("2026-11-29", {}) == {
        "as_of": "2026-11-29",
        "lane": "blue",
        "programs": {
            "daca": {
                "result": "does_not_match",
                "criteria": {
                    "born_after_1981_06_15": "no",
                    "at_least_15": "yes",
                    "arrived_before_16": "no",
                    "resident_since_2007": "yes",
                    "present_2012": "yes",
                    "present_now": "yes",
                    "no_status_2012": "no",
                    "no_status_now": "no",
                    "school_or_service": "yes",
                    "no_bar_crimes": "yes",
                    "no_threat": "yes",
                },
            },
            "expanded_daca": {
                "result": "does_not_match",
                "criteria": {
                    "at_least_15": "yes",
                    "arrived_before_16": "no",
                    "resident_since_2010": "yes",
                    "present_2012": "yes",
                    "present_now": "yes",
                    "no_status_2012": "no",
                    "no_status_now": "no",
                    "school_or_service": "yes",
                    "no_bar_crimes": "yes",
                    "no_threat": "yes",
                },
            },
            "dapa": {
                "result": "does_not_match",
                "criteria": {
                    "resident_before_2010": "yes",
                    "present_2014": "yes",
                    "present_now": "yes",
                    "no_status_2014": "no",
                    "child_2014": "no",
                    "not_a_priority": "yes",
                },
            },
        },
        "priority": {"level": "none", "grounds": [], "possible": []},
        "flags": [],
        "missing": [],
        "factors": {"positive": ["long_residence", "clean_history"], "adverse": []},
        "escalation": {"shown": False, "steps": []},
        "options": [],
        "status": {
            "daca": "open",
            "expanded_daca": "blocked",
            "dapa": "blocked",
            "priorities": "ended",
        },
        "notes": [],
        "deadlines": [],
        "today": [],
    }


# ------------------------------------------------------------------------------ flags

# As in the table; the cautious ones are tried below.
URGENCY = {
    "now": "detained removal_date hearing_soon missed_hearing open_charge theft_arrest"
    " recent_entry asylum_year order_new citizen_held",
    "soon": "check_in case_unknown court_case removal_order protection came_back tps parole"
    " visa_waiver earlier_yes conviction gang security travel_planned outside_us asylum_late"
    " child_protection daca_ending request_open not_a_lawyer",
    "before": "came_back_no_order no_proof citizen_claim voted false_documents signed_departure"
    " advance_parole left_without_permission fear victim minor possible_citizen lpr arrest"
    " helped_entry visa_abuse trips other_relief care no_status refugee military daca_texas"
    " first_daca not_sure",
}


@pytest.mark.parametrize(
    ("changes", "raised"),
    [
        ({"detained": "yes", "held_in": "TX"}, "detained"),
        ({"removal_date_set": "yes"}, "removal_date"),
        ({"case_stage": "in_proceedings", "hearing_soon": "yes"}, "hearing_soon court_case"),
        ({"case_stage": "no_case", "hearing_soon": "yes"}, ""),  # off the path
        ({"immigration_history": ["missed_hearing"]}, "missed_hearing"),
        (ARRESTED | {"open_charge": "yes"}, "open_charge arrest"),
        (ARRESTED | {"theft_or_assault_arrest": "yes"}, "theft_arrest arrest"),
        (ARRESTED | {"theft_or_assault_arrest": "yes", "immigration_status": "lpr"}, "lpr arrest"),
        (
            ARRESTED | {"theft_or_assault_arrest": "yes", "immigration_status": "unsure"},
            "theft_arrest arrest",
        ),
        # 30 days after the order is on or after as_of.
        (ORDERED | {"removal_order_date": "2026-10-30"}, "order_new removal_order"),
        (ORDERED | {"removal_order_date": "2026-10-29"}, "removal_order"),
        (ORDERED | {"removal_order_date": "2026-10"}, "removal_order"),
        ({"possible_citizen": "yes", "detained": "yes"}, "detained citizen_held possible_citizen"),
        (
            {"immigration_status": "citizen", "case_stage": "nta_received", "hearing_soon": "no"},
            "citizen_held court_case possible_citizen",
        ),
        ({"reports_to_ice": "yes"}, "check_in"),
        ({"reports_to_ice": "yes", "detained": "unsure"}, "check_in"),
        ({"reports_to_ice": "yes", "detained": "yes"}, "detained"),
        ({"case_stage": "unsure"}, "case_unknown not_sure"),
        ({"removal_date_set": "blank"}, "case_unknown"),
        (ORDERED | {"protection_granted": "yes"}, "removal_order protection"),
        (
            ORDERED | {"left_after_order": "yes", "reentered_after_order": "yes"},
            "removal_order came_back",
        ),
        (ORDERED | {"reentered_after_order": "yes"}, "removal_order"),  # never left: skipped
        (UNSEEN | {"late_trips": "no_permission"}, "came_back_no_order left_without_permission"),
        (
            UNSEEN | {"early_trips": "long", "long_trip_return_date": "2009-01-01"},
            "came_back_no_order trips",
        ),
        ({"early_trips": "long", "long_trip_return_date": "2009-01-01"}, "trips"),
        (UNSEEN | {"two_year_proof": "no"}, "no_proof"),
        ({"immigration_status": "tps"}, "tps no_status"),
        ({"immigration_status": "overstayed", "ended_status": ["tps"]}, "tps no_status"),
        ({"immigration_status": "visa", "ended_status": ["tps"]}, ""),  # off the path
        ({"immigration_status": "parole"}, "parole no_status"),
        ({"immigration_status": "overstayed", "ended_status": ["parole"]}, "parole no_status"),
        (PAROLED | {"immigration_status": "none"}, "parole no_status"),
        (PAROLED | {"immigration_status": "unsure"}, "parole"),  # not known counts as none here
        (PAROLED, ""),
        ({"immigration_status": "unsure"}, ""),
        (
            {"immigration_status": "overstayed", "ended_status": ["visa_waiver"]},
            "visa_waiver no_status",
        ),
        ({"request": "granted", "removal_date_set": "yes"}, "removal_date earlier_yes"),
        ({"request": "granted"}, ""),
        (CONVICTED, "conviction arrest"),
        ({"gang_accusation": "yes"}, "gang"),
        ({"persecution": "yes"}, "security"),
        ({"immigration_history": ["false_citizen_claim"]}, "citizen_claim"),
        ({"immigration_history": ["voted_or_registered", "unsure"]}, "voted not_sure"),
        ({"immigration_history": ["false_documents"]}, "false_documents"),
        ({"immigration_history": ["signed_departure"]}, "signed_departure"),
        ({"late_trips": "advance_parole"}, "advance_parole"),
        ({"late_trips": "with_status"}, ""),
        ({"travel_planned": "yes"}, "travel_planned"),
        ({"travel_planned": "yes", "immigration_status": "unsure"}, "travel_planned"),
        ({"travel_planned": "yes", "immigration_status": "citizen"}, "possible_citizen"),
        ({"in_us_now": "no"}, "outside_us"),
        ({"victim_or_witness": ["trafficking"]}, "victim"),
        ({"victim_or_witness": ["crime_witness"]}, ""),
        # The 18th and the 21st birthday are after as_of.
        (CHILD | {"birth_date": "2008-11-30"}, "minor"),
        (CHILD | {"birth_date": "2008-11-29"}, ""),
        (CHILD | {"birth_date": "2008-11"}, ""),
        (CHILD | {"birth_date": "2005-11-30", "parent_neglect": "yes"}, "child_protection"),
        (CHILD | {"birth_date": "2005-11-29", "parent_neglect": "yes"}, ""),
        # Less than 150 days after as_of.
        ({"daca_history": "current", "daca_expiry_date": "2027-04-27"}, "daca_ending"),
        ({"daca_history": "current", "daca_expiry_date": "2027-04-28"}, ""),
        ({"daca_history": "terminated"}, "daca_ending"),
        (
            {"daca_history": "current", "daca_expiry_date": "2028-01-01", "state": "TX"},
            "daca_texas",
        ),
        ({"request": "denied", "request_level": "officer"}, "request_open"),
        ({"helper": "notario_or_consultant"}, "not_a_lawyer"),
        ({"immigration_history": ["helped_entry"]}, "helped_entry"),
        ({"visa_abuse": "yes"}, "visa_abuse"),
        ({"early_trips": "brief"}, "trips"),
        ({"family": ["sibling_citizen_lpr"]}, ""),
        ({"family": ["parent_citizen_lpr"]}, "other_relief"),
        ({"caregiving": ["young_child"]}, "care"),
        ({"immigration_status": "asylee_refugee"}, "refugee"),
        ({"military_service": "other_discharge"}, "military"),
        # first_daca: never had it, or the first anniversary of its end is before as_of.
        (STUDENT, "no_status first_daca"),
        (
            STUDENT | {"daca_history": "expired", "daca_expiry_date": "2025-11-28"},
            "daca_ending no_status first_daca",
        ),
        (
            STUDENT | {"daca_history": "expired", "daca_expiry_date": "2025-11-29"},
            "daca_ending no_status",
        ),
        (
            STUDENT | {"daca_history": "current", "daca_expiry_date": "2024-02-29"},
            "daca_ending no_status first_daca",
        ),
        ({"late_trips": "unsure"}, "not_sure"),
        (UNSEEN | {"last_entry_date": "2025-03-01"}, "recent_entry"),
        ({"fears_return": "yes", "last_entry_date": "2026-03-01"}, "asylum_year fear"),
        ({"fears_return": "yes", "last_entry_date": "2025-03-01"}, "asylum_late fear"),
    ],
)
def test_the_flags_of_november_29_2026(changes, raised):
    found = screened("2026-11-29", changes)
    assert flags(found) == raised
    for flag in found["flags"]:
        assert flag["id"] in URGENCY[flag["urgency"]].split()


RECENT = UNSEEN | {"last_entry_date": "2025-03-01"}
AFRAID = {"fears_return": "yes", "last_entry_date": "2026-03-01"}


@pytest.mark.parametrize(
    ("changes", "raised"),
    [
        # The second anniversary is after as_of; the law says so even to who has papers.
        (UNSEEN | {"last_entry_date": "2024-11-30"}, "recent_entry"),
        (UNSEEN | {"last_entry_date": "2024-11-29"}, ""),
        (UNSEEN | {"last_entry_date": "2024-11-29", "two_year_proof": "no"}, "no_proof"),
        # A part of a date may hide it: raised, unless two_year_proof is yes.
        (UNSEEN | {"last_entry_date": "2024-11", "two_year_proof": "no"}, "recent_entry"),
        (UNSEEN | {"last_entry_date": "2024-11", "two_year_proof": "unsure"}, "recent_entry"),
        (UNSEEN | {"last_entry_date": "2024-11"}, ""),
        (UNSEEN | {"last_entry_date": "unsure"}, ""),
        (UNSEEN | {"last_entry_date": "unsure", "two_year_proof": "blank"}, "recent_entry"),
        # So may how the person came, where they are, and what they hold.
        (RECENT | {"last_entry_manner": "unsure", "two_year_proof": "no"}, "recent_entry"),
        (RECENT | {"last_entry_manner": "unsure"}, ""),
        (RECENT | {"last_entry_manner": "inspected"}, ""),
        (PAROLED | {"last_entry_date": "2025-03-01"}, ""),
        (RECENT | {"in_us_now": "no"}, "outside_us"),
        (RECENT | {"in_us_now": "unsure", "two_year_proof": "no"}, "recent_entry"),
        (RECENT | {"in_us_now": "unsure"}, ""),
        (RECENT | {"immigration_status": "lpr"}, "lpr"),
        (RECENT | {"immigration_status": "asylee_refugee"}, "refugee"),
        (RECENT | {"immigration_status": "unsure", "two_year_proof": "no"}, "recent_entry"),
        # The first anniversary is on or after as_of; then late until the second.
        (AFRAID | {"last_entry_date": "2025-11-29"}, "asylum_year fear"),
        (AFRAID | {"last_entry_date": "2025-11-28"}, "asylum_late fear"),
        (AFRAID | {"last_entry_date": "2024-11-30"}, "asylum_late fear"),
        (AFRAID | {"last_entry_date": "2024-11-29"}, "fear"),
        (AFRAID | {"last_entry_date": "2025-11"}, "asylum_year fear"),
        (AFRAID | {"last_entry_date": "unsure"}, "asylum_year fear"),
        (AFRAID | {"pending_relief": ["asylum"]}, "fear other_relief"),
        (AFRAID | {"pending_relief": ["unsure"]}, "asylum_year fear"),
        (AFRAID | {"fears_return": "unsure"}, "asylum_year"),
        (AFRAID | {"fears_return": "unsure", "last_entry_date": "2000"}, ""),
        (AFRAID | {"in_us_now": "no"}, "outside_us fear"),
        (AFRAID | {"immigration_status": "citizen"}, "fear possible_citizen"),
    ],
)
def test_the_cautious_flags(changes, raised):
    assert flags(screened("2026-11-29", changes)) == raised


@pytest.mark.parametrize(
    ("as_of", "changes", "raised"),
    [
        # February 29 comes back on March 1.
        ("2026-02-28", UNSEEN | {"last_entry_date": "2024-02-29"}, "recent_entry"),
        ("2026-03-01", UNSEEN | {"last_entry_date": "2024-02-29"}, ""),
        ("2026-02-28", CHILD | {"birth_date": "2008-02-29"}, "minor"),
        ("2026-03-01", CHILD | {"birth_date": "2008-02-29"}, ""),
        # Each flag from its day.
        ("2025-01-19", {"immigration_status": "tps"}, ""),
        ("2025-01-20", {"immigration_status": "tps"}, "tps no_status"),
        ("2025-01-19", {"immigration_status": "parole"}, ""),
        ("2025-01-20", UNSEEN | {"two_year_proof": "no"}, ""),
        ("2025-01-21", UNSEEN | {"two_year_proof": "no"}, "no_proof"),
        ("2025-01-28", ARRESTED | {"theft_or_assault_arrest": "yes"}, "arrest"),
        ("2025-01-29", ARRESTED | {"theft_or_assault_arrest": "yes"}, "theft_arrest arrest"),
        ("2025-12-17", {"immigration_status": "asylee_refugee"}, ""),
        ("2025-12-18", {"immigration_status": "asylee_refugee"}, "refugee"),
        # Nothing is a first DACA before there is DACA.
        ("2012-06-14", STUDENT, "minor"),
        ("2012-06-15", STUDENT, "minor first_daca"),
    ],
)
def test_flags_by_day(as_of, changes, raised):
    assert flags(screened(as_of, changes)) == raised


@pytest.mark.parametrize(
    ("as_of", "changes", "lane"),
    [
        ("2026-11-29", {"detained": "yes"}, "red"),
        ("2026-11-29", {"reports_to_ice": "yes"}, "orange"),
        ("2026-11-29", {"late_trips": "unsure"}, "yellow"),
        ("2026-11-29", {"immigration_status": "unsure"}, "yellow"),  # no flag, but open ones
        ("2025-01-19", UNSEEN | {"immigration_status": "none"}, "blue"),
        ("2025-01-20", UNSEEN | {"immigration_status": "none"}, "yellow"),
        ("2024-01-01", UNSEEN | {"in_us_since_2014_01_01": "no"}, "yellow"),  # level 2
        # Raised by nothing, yet open: cautious unless two_year_proof is yes.
        ("2026-11-29", UNSEEN | {"last_entry_date": "2024-11"}, "yellow"),
        # Open now, but not told of yet.
        ("2012-06-14", {"caught_earlier": "yes"}, "blue"),
        ("2015-06-15", {"caught_earlier": "yes"}, "yellow"),
    ],
)
def test_the_lane(as_of, changes, lane):
    assert screened(as_of, changes)["lane"] == lane


# ------------------------------------------------------------------ criteria and grounds


@pytest.mark.parametrize(
    ("base", "changes", "criterion", "truth"),
    [
        (STUDENT, {"birth_date": "1981-06-16"}, "born_after_1981_06_15", "yes"),
        (STUDENT, {"birth_date": "1981-06-15"}, "born_after_1981_06_15", "no"),
        (STUDENT, {"birth_date": "1981-06"}, "born_after_1981_06_15", "unknown"),
        (STUDENT, {"birth_date": "2000-06-15"}, "at_least_15", "yes"),
        (STUDENT, {"birth_date": "2000-06-16"}, "at_least_15", "no"),
        (STUDENT, {"birth_date": "2000-06"}, "at_least_15", "unknown"),
        (STUDENT, ORDERED | {"birth_date": "2000-06-16"}, "at_least_15", "yes"),
        (STUDENT, {"birth_date": "1985-09-01"}, "arrived_before_16", "no"),
        (STUDENT, {"birth_date": "1985-09-02"}, "arrived_before_16", "yes"),
        (
            STUDENT,
            {"birth_date": "1984-02-29", "first_arrival_date": "2000-02-28"},
            "arrived_before_16",
            "yes",
        ),
        (STUDENT, {"first_arrival_date": "2007-06-15"}, "resident_since_2007", "yes"),
        (STUDENT, {"first_arrival_date": "2007-06-16"}, "resident_since_2007", "no"),
        (STUDENT, {"late_trips": "no_permission"}, "resident_since_2007", "no"),
        (STUDENT, {"late_trips": "with_status"}, "resident_since_2007", "unknown"),
        (STUDENT, {"late_trips": "advance_parole"}, "resident_since_2007", "yes"),
        (STUDENT, {"state": "MP"}, "resident_since_2007", "unknown"),
        (STUDENT, {"early_trips": "long"}, "resident_since_2007", "no"),
        # unrecorded_trip: no trip since, yet the last entry was on or after that day.
        (STUDENT, {"last_entry_date": "2012-08-15"}, "resident_since_2007", "unknown"),
        (STUDENT, {"last_entry_date": "2012-08-14"}, "resident_since_2007", "yes"),
        (STUDENT, {"first_arrival_date": "2010-01-01"}, "resident_since_2010", "yes"),
        (STUDENT, {"first_arrival_date": "2010-01-02"}, "resident_since_2010", "no"),
        (
            STUDENT,
            {"early_trips": "long", "long_trip_return_date": "2010-01-01"},
            "resident_since_2010",
            "yes",
        ),
        (PARENT, {"first_arrival_date": "2009-12-31"}, "resident_before_2010", "yes"),
        (PARENT, {"first_arrival_date": "2010-01-01"}, "resident_before_2010", "no"),
        (PARENT, {"early_trips": "brief"}, "resident_before_2010", "unknown"),
        (PARENT, {"late_trips": "no_permission"}, "resident_before_2010", "unknown"),
        (
            PARENT,
            {"early_trips": "long", "long_trip_return_date": "2010-01-01"},
            "resident_before_2010",
            "no",
        ),
        (STUDENT, {"immigration_status": "tps"}, "no_status_now", "unknown"),
        (STUDENT, {"immigration_status": "parole"}, "no_status_now", "yes"),
        (STUDENT, {"immigration_status": "none"}, "no_status_2012", "yes"),  # skipped: NO
        (STUDENT, {"education": "none"}, "school_or_service", "no"),
        (
            STUDENT,
            {"education": "none", "military_service": "serving"},
            "school_or_service",
            "unknown",
        ),
        (STUDENT, CONVICTED | {"misdemeanor_jail": "exactly_90"}, "no_bar_crimes", "yes"),
        (STUDENT, CONVICTED | {"misdemeanor_jail": "over_90"}, "no_bar_crimes", "no"),
        (
            STUDENT,
            CONVICTED | {"misdemeanor_jail": "over_90", "some_cleared": "yes"},
            "no_bar_crimes",
            "unknown",
        ),
        (
            STUDENT,
            CONVICTED | {"felony_over_one_year": "yes", "cleared_or_juvenile_only": "yes"},
            "no_bar_crimes",
            "yes",
        ),
        (
            STUDENT,
            CONVICTED | {"misdemeanors": "three_or_more", "three_on_separate_dates": "no"},
            "no_bar_crimes",
            "yes",
        ),
        (STUDENT, {"persecution": "yes"}, "no_threat", "unknown"),
        (STUDENT, {"security_concern": "yes", "persecution": "yes"}, "no_threat", "no"),
        (STUDENT, {"present_2012_06_15": "no"}, "present_2012", "no"),
        (PARENT, {"present_2014_11_20": "no"}, "present_2014", "no"),
        (PARENT, {"in_us_now": "no"}, "present_now", "no"),
        (PARENT, {}, "no_status_2014", "yes"),
        (PARENT, {}, "child_2014", "yes"),
        (
            PARENT,
            {"immigration_status": "overstayed", "lawful_status_2014_11_20": "yes"},
            "no_status_2014",
            "no",
        ),
        (PARENT, {"caught_at_entry": "yes"}, "not_a_priority", "no"),
        (PARENT, {"caught_earlier": "yes"}, "not_a_priority", "unknown"),
    ],
)
def test_a_criterion_on_june_15_2015(base, changes, criterion, truth):
    programs = screened("2015-06-15", base | changes)["programs"].values()
    assert {p["criteria"][criterion] for p in programs if criterion in p["criteria"]} == {truth}


@pytest.mark.parametrize(
    ("changes", "level", "grounds", "possible"),
    [
        ({"security_concern": "yes"}, "1", "1a", ""),
        (UNSEEN | {"caught_at_entry": "yes", "caught_earlier": "yes"}, "1", "1b", ""),
        ({"caught_earlier": "yes"}, "unknown", "", "1b"),
        (CONVICTED | {"gang_conviction": "yes"}, "1", "1c", ""),
        (CONVICTED | {"gang_conviction": "yes", "some_cleared": "yes"}, "unknown", "", "1c"),
        (
            CONVICTED
            | {"gang_conviction": "yes", "some_cleared": "yes", "gang_participation": "yes"},
            "1",
            "1c",
            "",
        ),
        (CONVICTED | {"felony_label": "yes", "status_crimes_only": "yes"}, "none", "", ""),
        (CONVICTED | {"felony_label": "yes", "some_cleared": "yes"}, "unknown", "", "1d"),
        (CONVICTED | {"aggravated_felony": "unsure"}, "unknown", "", "1e"),
        (
            CONVICTED | {"misdemeanor_jail": "exactly_90", "aggravated_felony": "unsure"},
            "unknown",
            "2b",
            "1e",
        ),
        (CONVICTED | {"misdemeanors": "three_or_more"}, "2", "2a", ""),
        (CONVICTED | {"significant_offenses": ["dui", "unsure"]}, "2", "2b", ""),
        (UNSEEN | {"in_us_since_2014_01_01": "no"}, "2", "2c", ""),
        (UNSEEN | {"last_entry_date": "2014-01-01"}, "unknown", "", "2c"),
        (UNSEEN | {"last_entry_date": "2013-12-31"}, "none", "", ""),
        # Paroled: not asked whether here since 2014, and no ground.
        (PAROLED | {"in_us_since_2014_01_01": "no"}, "none", "", ""),
        ({"visa_abuse": "yes"}, "2", "2d", ""),
        ({"visa_abuse": "yes", "immigration_status": "none"}, "none", "", ""),
        (ORDERED | {"removal_order_date": "2014-01-01"}, "3", "3", ""),
        (ORDERED | {"removal_order_date": "2013-12-31"}, "none", "", ""),
        (
            ORDERED | {"removal_order_date": "2014-01-01", "order_on_appeal_or_reinstated": "yes"},
            "unknown",
            "",
            "3",
        ),
    ],
)
def test_the_priorities_of_june_15_2015(changes, level, grounds, possible):
    assert screened("2015-06-15", changes)["priority"] == {
        "level": level,
        "grounds": grounds.split(),
        "possible": possible.split(),
    }


@pytest.mark.parametrize(
    ("as_of", "told", "level"),
    [
        ("2012-06-14", [], "none"),
        ("2014-11-19", ["daca"], "none"),
        ("2014-11-20", ["daca", "expanded_daca", "dapa"], "2"),
    ],
)
def test_a_program_and_the_memo_are_not_told_of_before_their_first_event(as_of, told, level):
    found = screened(as_of, UNSEEN | {"in_us_since_2014_01_01": "no"})
    assert (list(found["programs"]), found["priority"]["level"]) == (told, level)


# ------------------------------------------------------------------- the rest of section 5


@pytest.mark.parametrize(
    ("as_of", "changes", "missing"),
    [
        ("2026-11-29", {"removal_date_set": "unsure"}, "removal_date_set"),
        # (b), and in the asked_if of what it leaves open (c).
        (
            "2026-11-29",
            {"case_stage": "unsure"},
            "case_stage hearing_soon removal_order_date order_on_appeal_or_reinstated"
            " left_after_order reentered_after_order protection_granted",
        ),
        ("2026-11-29", {"immigration_history": ["unsure"]}, "immigration_history"),
        ("2026-11-29", CHILD | {"birth_date": "2008-11"}, "birth_date"),
        # What would settle a cautious flag: the date, or the papers that make it less urgent.
        (
            "2025-01-20",
            UNSEEN | {"last_entry_date": "2023", "two_year_proof": "unsure"},
            "last_entry_date two_year_proof",
        ),
        ("2025-01-20", UNSEEN | {"last_entry_date": "2023"}, "last_entry_date"),
        # YES or NO already: the papers no longer matter.
        (
            "2025-01-20",
            UNSEEN | {"last_entry_date": "2024-03-01", "two_year_proof": "unsure"},
            "",
        ),
        # Nothing waits for a program that does not match, or for what can be told of nobody.
        ("2026-11-29", {"present_2012_06_15": "unsure", "education": "unsure"}, ""),
        ("2026-11-29", {"request_level": "unsure", "family": ["unsure"]}, "family"),
        ("2012-06-14", STUDENT | {"education": "unsure"}, ""),
        ("2012-06-15", STUDENT | {"education": "unsure"}, "education"),
        ("2014-11-19", UNSEEN | {"in_us_since_2014_01_01": "unsure"}, ""),
        (
            "2014-11-20",
            UNSEEN | {"in_us_since_2014_01_01": "unsure"},
            "in_us_since_2014_01_01",
        ),
        # A flag before its day asks for nothing.
        ("2025-01-20", UNSEEN | {"two_year_proof": "unsure"}, ""),
        ("2025-01-21", UNSEEN | {"two_year_proof": "unsure"}, "two_year_proof"),
    ],
)
def test_what_is_missing(as_of, changes, missing):
    assert screened(as_of, changes)["missing"] == missing.split()


@pytest.mark.parametrize(
    ("changes", "positive", "adverse"),
    [
        ({"first_arrival_date": "2016-11-29"}, "long_residence clean_history", ""),
        ({"first_arrival_date": "2016-11-30"}, "clean_history", ""),
        ({"birth_date": "1961-11-29"}, "long_residence elderly clean_history", ""),
        ({"birth_date": "1961-11-30"}, "long_residence clean_history", ""),
        ({"any_arrest": "unsure"}, "long_residence", ""),
        ({"immigration_history": ["unsure"]}, "long_residence", ""),
        ({"immigration_history": ["voted_or_registered"]}, "long_residence", ""),
        (ORDERED, "long_residence", ""),
        ({"gang_accusation": "yes"}, "long_residence", ""),
        ({"gang_participation": "yes"}, "long_residence", "gang"),
        ({"persecution": "yes"}, "long_residence clean_history", ""),
        (
            {"first_arrival_date": "1991-03-09"},
            "long_residence came_as_child clean_history",
            "",
        ),
        (
            {
                "family": ["sibling_citizen_lpr"],
                "health": ["nursing"],
                "caregiving": ["young_child"],
            },
            "long_residence family_ties health caregiver clean_history",
            "",
        ),
        (
            {"child_2014_11_20": "lpr", "military_service": "other_discharge"},
            "long_residence family_ties clean_history",
            "",
        ),
        (
            {"military_family": "yes", "victim_or_witness": ["civil_plaintiff"]},
            "long_residence military victim_or_witness clean_history",
            "",
        ),
        (
            {"helped_law_enforcement": "yes", "community": ["taxes"], "pending_relief": ["tps"]},
            "long_residence cooperation community_ties possible_relief clean_history",
            "",
        ),
        ({"immigration_status": "lpr"}, "long_residence lpr clean_history", ""),
        (
            CHILD | {"birth_date": "2008-11-30"},
            "long_residence came_as_child juvenile clean_history",
            "",
        ),
        (
            {"immigration_history": ["missed_hearing", "false_documents"]},
            "long_residence",
            "missed_hearing fraud",
        ),
        (
            ORDERED | {"left_after_order": "yes", "reentered_after_order": "yes"},
            "long_residence",
            "came_back",
        ),
        (
            CONVICTED | {"significant_offenses": ["domestic_violence"], "abuse_victim_too": "yes"},
            "long_residence time_since_offense abuse_mitigation",
            "criminal_history",
        ),
        (
            CONVICTED | {"last_conviction_date": "2021-11", "sentence_completed": "yes"},
            "long_residence rehabilitation",
            "criminal_history",
        ),
        (
            CONVICTED | {"last_conviction_date": "2021-10"},
            "long_residence time_since_offense",
            "criminal_history",
        ),
    ],
)
def test_factors(changes, positive, adverse):
    assert screened("2026-11-29", changes)["factors"] == {
        "positive": positive.split(),
        "adverse": adverse.split(),
    }


@pytest.mark.parametrize(
    ("changes", "deadlines"),
    [
        (
            AFRAID | RECENT,
            [("asylum_year", "2026-03-01", "2026-03-01"),
             ("two_years_here", "2027-03-01", "2027-03-01")],
        ),
        (AFRAID | {"last_entry_date": "2024-02-29"}, []),  # 2025-03-01: more than a year ago
        (
            AFRAID | {"last_entry_date": "2024-11-29"},
            [("asylum_year", "2025-11-29", "2025-11-29")],
        ),
        (AFRAID | {"last_entry_date": "2024-11-28"}, []),
        (AFRAID | {"last_entry_date": "2024"}, [("asylum_year", "2025-01-01", "2025-12-31")]),
        (AFRAID | {"last_entry_date": "unsure"}, []),
        # Part of it is after as_of, so it is listed.
        (UNSEEN | {"last_entry_date": "2024-11"}, [("two_years_here", "2026-11-01", "2026-11-30")]),
        (UNSEEN | {"last_entry_date": "2024-11-29"}, []),
        (
            {"daca_history": "current", "daca_expiry_date": "2027-02-10"},
            [
                ("renewal_opens", "2026-09-13", "2026-09-13"),
                ("renewal_closes", "2026-10-13", "2026-10-13"),
                ("daca_ends", "2027-02-10", "2027-02-10"),
                ("daca_year_after", "2028-02-10", "2028-02-10"),
            ],
        ),
        (
            {"daca_history": "expired", "daca_expiry_date": "2026-01-15"},
            [("daca_year_after", "2027-01-15", "2027-01-15")],
        ),
        ({"daca_history": "terminated", "daca_expiry_date": "2026-01-15"}, []),
        (
            ORDERED
            | {"removal_order_date": "2026-10-30", "immigration_history": ["missed_hearing"]},
            [
                ("appeal", "2026-11-29", "2026-11-29"),
                ("motion_to_reopen", "2027-01-28", "2027-01-28"),
                ("absent_motion", "2027-04-28", "2027-04-28"),
            ],
        ),
        (
            ORDERED | {"removal_order_date": "2026-10-29"},
            [("motion_to_reopen", "2027-01-27", "2027-01-27")],
        ),
        (
            ORDERED
            | {
                "removal_order_date": "2026-10-29",
                "left_after_order": "yes",
                "reentered_after_order": "yes",
            },
            [],
        ),
        (
            CHILD | {"birth_date": "2008-11-30"},
            [("turns_18", "2026-11-30", "2026-11-30")],
        ),
        (
            CHILD | {"birth_date": "2008-12", "parent_neglect": "unsure"},
            [
                ("turns_18", "2026-12-01", "2026-12-31"),
                ("turns_21", "2029-12-01", "2029-12-31"),
            ],
        ),
        # Not on the path: not in its date either.
        ({"removal_order_date": "2026-11-01"}, []),
    ],
)  # fmt: skip
def test_the_deadlines_of_november_29_2026(changes, deadlines):
    expected = [{"id": name, "from": first, "to": last} for name, first, last in deadlines]
    assert screened("2026-11-29", changes)["deadlines"] == expected


@pytest.mark.parametrize(
    ("as_of", "changes", "today"),
    [
        # A held person: bond in any case. Habeas has no event by then.
        ("2026-11-29", {"detained": "yes"}, ["bond/2026-10-01"]),
        ("2026-12-01", {"detained": "yes"}, ["bond/2026-10-01", "habeas/2026-12-01"]),
        ("2025-09-04", {"detained": "yes"}, []),
        # Two flags name it; it is said once.
        ("2026-11-29", {"immigration_status": "tps"}, ["enforcement/2025-01-20"]),
    ],
)
def test_what_is_true_today(as_of, changes, today):
    assert screened(as_of, changes)["today"] == today


@pytest.mark.parametrize(
    ("as_of", "changes", "circuit"),
    [
        ("2026-11-29", {"held_in": "TX"}, ("5", "no", "2026-02-06")),
        ("2026-02-05", {"held_in": "TX"}, ("5", "open", "2025-09-05")),
        ("2026-11-29", {"held_in": "unsure"}, ("9", "yes", "2026-03-01")),  # lives in CA
        ("2026-11-29", {"held_in": "unsure", "state": "unsure"}, None),
        ("2026-07-31", {"held_in": "GA"}, ("11", "yes", "2026-05-01")),
        ("2026-08-01", {"held_in": "GA"}, ("11", "open", "2025-09-05")),
        ("2025-09-04", {"held_in": "TX"}, None),
        ("2026-11-29", {"held_in": "TX", "detained": "unsure"}, None),
    ],
)
def test_the_circuit(as_of, changes, circuit):
    found = screened(as_of, {"detained": "yes"} | changes).get("circuit")
    assert found == (circuit and dict(zip(("court", "bond", "since"), circuit, strict=True)))


@pytest.mark.parametrize(
    ("as_of", "changes", "options", "notes"),
    [
        ("2025-05-19", RECENT | {"case_stage": "in_proceedings"}, ["join_termination"],
         ["registration"]),
        ("2025-05-20", RECENT | {"case_stage": "in_proceedings"}, [], ["registration"]),
        ("2025-05-20", {"case_stage": "in_proceedings"}, ["join_termination"], []),
        ("2025-05-20", {"case_stage": "unsure"}, [], []),
        ("2025-04-10", UNSEEN, [], ["keep_proof"]),
        ("2025-04-11", UNSEEN, [], ["registration", "keep_proof"]),
        ("2015-06-15", {"pending_relief": ["u_visa"]}, [], ["relief_exception"]),
        ("2014-11-19", {"pending_relief": ["u_visa"]}, [], []),
    ],
)  # fmt: skip
def test_join_termination_and_the_notes(as_of, changes, options, notes):
    found = screened(as_of, changes)
    assert (found["options"], found["notes"]) == (options, notes)


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({"request": "denied", "request_level": "officer"}, "supervisor"),
        ({"request": "denied", "request_level": "supervisor"}, "field_office"),
        ({"request": "denied", "request_level": "field_office"}, "headquarters"),
        ({"request": "denied", "request_level": "headquarters"}, "congress"),
        ({"request": "denied", "request_level": "unsure"}, "ask_decision"),
        ({"detained": "yes", "request": "pending", "request_level": "officer"}, "ask_decision"),
        ({"request": "pending", "request_level": "officer"}, None),
        ({"case_stage": "unsure"}, None),
    ],
)
def test_escalation(changes, first):
    found = screened("2026-11-29", changes)["escalation"]
    assert (found["shown"], next(iter(found["steps"]), None)) == (first is not None, first)


# ------------------------------------------------------------- section 9: before the end


def so_far(changes, as_of="2026-11-29"):
    return screened(as_of, changes, partial=True)


def test_with_nothing_left_to_reach_it_is_the_end():
    assert so_far({}) == screened("2026-11-29", {})


@pytest.mark.parametrize(
    ("changes", "lane", "raised", "not_reached"),
    [
        ({"helper": "blank"}, "yellow", "", "helper"),  # never blue
        ({"late_trips": "blank"}, "yellow", "", "late_trips"),  # not reached is not "not sure"
        ({"late_trips": "unsure", "helper": "blank"}, "yellow", "not_sure", "helper"),
        ({"case_stage": "blank"}, "yellow", "",
         "case_stage hearing_soon removal_order_date order_on_appeal_or_reinstated"
         " left_after_order reentered_after_order protection_granted"),
        # Only hearing_soon is asked of who is not sure of a case.
        ({"case_stage": "unsure"}, "orange", "case_unknown not_sure", "hearing_soon"),
        ({"case_stage": "unsure", "hearing_soon": "no"}, "orange", "case_unknown not_sure", ""),
        ({"any_arrest": "unsure"}, "yellow", "not_sure", "open_charge theft_or_assault_arrest"),
        (STUDENT | {"helper": "blank"}, "yellow", "no_status", "helper"),  # never first_daca
        # recent_entry waits while an answer could leave it unraised.
        (RECENT | {"in_us_now": "blank"}, "yellow", "", "in_us_now"),
        (RECENT | {"two_year_proof": "blank"}, "red", "recent_entry", "two_year_proof"),
        (RECENT | {"last_entry_date": "2024-11", "two_year_proof": "blank"}, "yellow", "",
         "two_year_proof"),
        (RECENT | {"last_entry_date": "2024-11", "two_year_proof": "no", "helper": "blank"}, "red",
         "recent_entry", "helper"),
        (AFRAID | {"pending_relief": "blank"}, "yellow", "fear", "pending_relief"),
        (AFRAID | {"fears_return": "unsure", "helper": "blank"}, "red", "asylum_year", "helper"),
        # How the person came is not sure: proof is not asked, and counts as reached.
        ({"last_entry_manner": "unsure", "last_entry_date": "2025-03-01", "helper": "blank"}, "red",
         "recent_entry", "helper"),
        # A status counts as not known only once it is reached.
        (ARRESTED | {"theft_or_assault_arrest": "yes", "immigration_status": "blank"}, "yellow",
         "arrest", "immigration_status ended_status"),
        (ARRESTED | {"theft_or_assault_arrest": "yes", "immigration_status": "unsure"}, "red",
         "theft_arrest arrest", ""),
        (PAROLED | {"immigration_status": "blank"}, "yellow", "",
         "immigration_status ended_status"),
        ({"travel_planned": "yes", "immigration_status": "blank"}, "yellow", "",
         "immigration_status ended_status"),
        # A birth date that is not whole leaves parent_neglect open: not asked.
        (CHILD | {"birth_date": "2005-11", "parent_neglect": "blank"}, "yellow", "", ""),
    ],
)  # fmt: skip
def test_a_result_before_the_end(changes, lane, raised, not_reached):
    found = so_far(changes)
    assert (found["lane"], flags(found)) == (lane, raised)
    assert found.get("not_reached", []) == not_reached.split()
    assert found.get("so_far", False) == bool(not_reached)


def test_before_the_end_only_reached_facts_are_missing():
    found = so_far({"birth_date": "2008-11", "removal_date_set": "blank", "helper": "blank"})
    assert found["missing"] == ["birth_date"]


# --------------------------------------------------------- dates at the ends of the calendar


def test_days_and_years_are_counted_beyond_the_calendar():
    found = oracle.screen(
        NOBODY | {"daca_history": "current", "daca_expiry_date": "9999-12-31"},
        day("9999-12-31"),
        law=LAW,
    )
    assert found["deadlines"][-1] == {
        "id": "daca_year_after",
        "from": "10000-12-31",
        "to": "10000-12-31",
    }
