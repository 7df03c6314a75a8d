"""The people of these tests, as facts files: what each of them answers."""

QUIET = {
    "answering_for": "self",
    "in_us_now": "yes",
    "detained": "no",
    "reports_to_ice": "no",
    "removal_date_set": "no",
    "case_stage": "no_case",
    "birth_date": "1975-03",
    "immigration_status": "none",
    "first_arrival_date": "2000-05-01",
    "last_entry_date": "2000-05-01",
    "last_entry_manner": "without_inspection",
    "two_year_proof": "yes",
    "early_trips": "none",
    "late_trips": "none",
    "state": "CA",
    "any_arrest": "no",
    "request": "not_made",
    "daca_history": "never",
}
LONGEST = {
    **QUIET,
    "case_stage": "final_order",
    "birth_date": "2010-05",
    "first_arrival_date": "2011",
    "last_entry_date": "2014-03",
    "early_trips": "long",
    "long_trip_return_date": "2012-01",
    "immigration_status": "overstayed",
    "ended_status": ["visa"],
    "daca_history": "expired",
    "daca_expiry_date": "2020",
    "any_arrest": "yes",
    "any_conviction": "yes",
    "significant_offenses": ["domestic_violence"],
    "misdemeanors": "three_or_more",
    "some_cleared": "no",
    "left_after_order": "yes",
    "request": "denied",
}
# Answers that a search finds wherever they leak.
MARKED = {
    **LONGEST,
    "answering_for": "client",
    "first_arrival_date": "2003-07-13",
    "last_entry_date": "2013-11-29",
    "state": "WY",
    "immigration_history": ["voted_or_registered"],
    "health": ["mental_illness"],
}

# ---------------------------------------------------------------- one person in each lane

RED = {
    **LONGEST,
    "birth_date": "1979-05",
    "immigration_history": ["missed_hearing"],
    "family": ["child_citizen_lpr"],
    "community": ["work", "taxes"],
    "early_trips": "none",
    "detained": "no",
    "removal_date_set": "no",
}
BLUE = {
    **QUIET, "immigration_status": "visa", "last_entry_manner": "inspected",
    "health": [], "caregiving": [], "victim_or_witness": [], "family": [], "community": ["work"],
    "pending_relief": [], "immigration_history": [], "significant_offenses": [],
    "education": "graduated", "military_service": "none", "child_2014_11_20": "neither",
    "helper": "nobody", "in_us_since_2014_01_01": "yes",
}  # fmt: skip
ORANGE = {**BLUE, "immigration_status": "overstayed", "ended_status": ["tps"]}
YELLOW = {**BLUE, "any_arrest": "yes", "any_conviction": "no", "open_charge": "no",
          "theft_or_assault_arrest": "no"}  # fmt: skip
LANES = {"red": RED, "orange": ORANGE, "yellow": YELLOW, "blue": BLUE}
