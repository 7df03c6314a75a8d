"""The facts (facts.yaml) in the file's order, each with its asked_if.

The order is that of `missing`. An asked_if only ever names facts above it, so it is also an
order in which the asked_ifs can be judged.
"""

from oracle.words import (
    ALWAYS,
    AS_OF,
    Tree,
    after,
    all_,
    birthday,
    includes,
    is_,
    is_not,
    yes,
)

_CAME_OTHERWISE = is_not("last_entry_manner", "inspected")
_CAME_UNSEEN = is_not("last_entry_manner", "inspected", "paroled")
_HAD_STATUS = is_not("immigration_status", "none")
_ARREST = is_not("any_arrest", "no")
_CONVICTION = all_(_ARREST, is_not("any_conviction", "no"))
_FINAL_ORDER = is_("case_stage", "final_order")

FACTS: dict[str, Tree] = {
    # Who is answering, and what is urgent.
    "answering_for": ALWAYS,
    "in_us_now": ALWAYS,
    "detained": ALWAYS,
    "held_in": yes("detained"),
    "reports_to_ice": is_not("detained", "yes"),
    "removal_date_set": ALWAYS,
    "case_stage": ALWAYS,
    "hearing_soon": is_not("case_stage", "no_case"),
    "fears_return": ALWAYS,
    "possible_citizen": ALWAYS,
    # Age, arrival, residence.
    "birth_date": ALWAYS,
    "immigration_status": ALWAYS,
    "ended_status": is_("immigration_status", "overstayed"),
    "first_arrival_date": ALWAYS,
    "last_entry_date": ALWAYS,
    "last_entry_manner": ALWAYS,
    "two_year_proof": _CAME_OTHERWISE,
    "caught_at_entry": _CAME_OTHERWISE,
    "caught_earlier": ALWAYS,
    "early_trips": ALWAYS,
    "long_trip_return_date": is_("early_trips", "long"),
    "late_trips": ALWAYS,
    "in_us_since_2014_01_01": _CAME_UNSEEN,
    "present_2012_06_15": ALWAYS,
    "present_2014_11_20": ALWAYS,
    "lawful_status_2012_06_15": _HAD_STATUS,
    "lawful_status_2014_11_20": _HAD_STATUS,
    "state": ALWAYS,
    # School, service, children, DACA so far.
    "education": ALWAYS,
    "military_service": ALWAYS,
    "daca_history": ALWAYS,
    "daca_expiry_date": is_("daca_history", "current", "expired"),
    "child_2014_11_20": ALWAYS,
    # Police and courts.
    "any_arrest": ALWAYS,
    "open_charge": _ARREST,
    "theft_or_assault_arrest": _ARREST,
    "any_conviction": _ARREST,
    "felony_label": _CONVICTION,
    "felony_over_one_year": _CONVICTION,
    "aggravated_felony": _CONVICTION,
    "significant_offenses": _CONVICTION,
    "misdemeanor_jail": _CONVICTION,
    "misdemeanors": _CONVICTION,
    "three_on_separate_dates": all_(_CONVICTION, is_not("misdemeanors", "none", "one_or_two")),
    "status_crimes_only": _CONVICTION,
    "cleared_or_juvenile_only": _CONVICTION,
    "some_cleared": all_(_CONVICTION, is_not("cleared_or_juvenile_only", "yes")),
    "last_conviction_date": _CONVICTION,
    "sentence_completed": _CONVICTION,
    "abuse_victim_too": all_(_CONVICTION, includes("significant_offenses", "domestic_violence")),
    "gang_conviction": _CONVICTION,
    "gang_participation": ALWAYS,
    "gang_accusation": ALWAYS,
    "security_concern": ALWAYS,
    "persecution": ALWAYS,
    # Immigration history.
    "visa_abuse": _HAD_STATUS,
    "removal_order_date": _FINAL_ORDER,
    "order_on_appeal_or_reinstated": _FINAL_ORDER,
    "left_after_order": _FINAL_ORDER,
    "reentered_after_order": all_(_FINAL_ORDER, is_not("left_after_order", "no")),
    "protection_granted": _FINAL_ORDER,
    "immigration_history": ALWAYS,
    "travel_planned": ALWAYS,
    "parent_neglect": after(birthday(21), AS_OF),
    # Reasons for discretion.
    "family": ALWAYS,
    "health": ALWAYS,
    "caregiving": ALWAYS,
    "victim_or_witness": ALWAYS,
    "helped_law_enforcement": ALWAYS,
    "military_family": ALWAYS,
    "community": ALWAYS,
    "pending_relief": ALWAYS,
    # A request for discretion, so far; help so far.
    "request": ALWAYS,
    "request_agency": is_("request", "pending", "denied"),
    "request_level": is_("request", "denied"),
    "helper": ALWAYS,
}

DATES = {
    "birth_date",
    "first_arrival_date",
    "last_entry_date",
    "long_trip_return_date",
    "daca_expiry_date",
    "last_conviction_date",
    "removal_order_date",
}

CHOICES = {
    "ended_status",
    "significant_offenses",
    "immigration_history",
    "family",
    "health",
    "caregiving",
    "victim_or_witness",
    "community",
    "pending_relief",
}

# Section 9: asked even where only an unsure answer leaves them open, for they can raise a
# `now` flag.
ASKED_IN_DOUBT = {"hearing_soon", "open_charge", "theft_or_assault_arrest"}
