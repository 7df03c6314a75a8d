"""Made-up people for the whole-suite comparisons: answers as plain parsed values.

    people(count, seed, as_of) -> one dict of answers after another, always the same ones

Uniformly random people are nearly all red and match nothing. So each person starts from a
profile (someone near a program's match, someone with a record, someone with a case, ...)
and is then disturbed a little: an edge date, a doubt, a blank, another value. Answers to
questions that are off the person's path are kept, because every rule must ignore them.
"""

import calendar
import datetime
from collections.abc import Callable, Iterator
from random import Random

Answers = dict[str, object]
Date = datetime.date

# About this man nothing is doubtful: too old for DACA, without children, never arrested.
QUIET = {
    "answering_for": "self", "in_us_now": "yes", "detained": "no", "removal_date_set": "no",
    "case_stage": "no_case", "fears_return": "no", "possible_citizen": "no",
    "birth_date": "1975-03-10", "immigration_status": "none", "first_arrival_date": "2000-05-01",
    "last_entry_date": "2000-05-01", "last_entry_manner": "without_inspection",
    "caught_at_entry": "no", "caught_earlier": "no", "early_trips": "none", "late_trips": "none",
    "in_us_since_2014_01_01": "yes", "present_2012_06_15": "yes", "present_2014_11_20": "yes",
    "state": "CA", "education": "graduated", "military_service": "none", "daca_history": "never",
    "child_2014_11_20": "neither", "any_arrest": "no", "gang_participation": "no",
    "gang_accusation": "no", "security_concern": "no", "persecution": "no",
    "immigration_history": [], "travel_planned": "no", "family": [], "health": [],
    "caregiving": [], "victim_or_witness": [], "helped_law_enforcement": "no",
    "military_family": "no", "community": [], "pending_relief": [], "request": "not_made",
    "helper": "nobody",
}  # fmt: skip
UNSURE = "unsure"
_ONE_DAY = datetime.timedelta(days=1)


# ------------------------------------------------------- every fact and what it may hold


def _words(text: str) -> list[str]:
    return text.split()


_YES_NO = _words("""
    in_us_now detained removal_date_set hearing_soon fears_return possible_citizen
    caught_at_entry caught_earlier in_us_since_2014_01_01 present_2012_06_15
    present_2014_11_20 lawful_status_2012_06_15 lawful_status_2014_11_20 any_arrest
    open_charge theft_or_assault_arrest any_conviction felony_label felony_over_one_year
    aggravated_felony three_on_separate_dates status_crimes_only cleared_or_juvenile_only
    sentence_completed abuse_victim_too gang_conviction gang_participation gang_accusation
    security_concern persecution visa_abuse order_on_appeal_or_reinstated left_after_order
    reentered_after_order travel_planned parent_neglect helped_law_enforcement
    military_family
""")

_ONE_OF = {
    "answering_for": "self client",
    "case_stage": "no_case nta_received in_proceedings final_order",
    "immigration_status": ("none overstayed daca tps parole visa asylee_refugee lpr citizen"),
    "last_entry_manner": "inspected without_inspection",
    "early_trips": "none brief long",
    "late_trips": "none advance_parole no_permission",
    "state": "CA TX TX MP NY GU",
    "education": "in_school graduated ged none",
    "military_service": "none serving honorable other_discharge",
    "daca_history": "never current expired denied terminated",
    "child_2014_11_20": "us_citizen lpr neither",
    "misdemeanor_jail": "none under_90 exactly_90 over_90",
    "misdemeanors": "none one_or_two three_or_more",
    "request": "not_made pending granted denied",
    "request_agency": "ice cbp uscis",
    "request_level": "officer supervisor field_office headquarters",
    "helper": "lawyer accredited_representative notario_or_consultant nobody",
}

_ANY_OF = {
    "significant_offenses": (
        "domestic_violence sexual_abuse burglary firearm drug_distribution dui"
    ),
    "immigration_history": (
        "false_citizen_claim voted_or_registered false_documents helped_entry"
        " missed_hearing signed_departure"
    ),
    "family": ("spouse_citizen_lpr child_citizen_lpr parent_citizen_lpr sibling_citizen_lpr"),
    "health": ("serious_illness mental_illness disability pregnant nursing seriously_ill_relative"),
    "caregiving": "young_child infirm_person",
    "victim_or_witness": (
        "crime_victim domestic_violence trafficking crime_witness civil_plaintiff"
    ),
    "community": "work school faith volunteering taxes home no_ties_abroad",
    "pending_relief": (
        "family_petition employment_petition adjustment u_visa t_visa vawa asylum tps cancellation"
    ),
}

_DATES = _words("""
    birth_date first_arrival_date last_entry_date long_trip_return_date daca_expiry_date
    last_conviction_date removal_order_date
""")

VALUES: dict[str, list[str]] = {
    **{fact: ["yes", "no"] for fact in _YES_NO},
    **{fact: values.split() for fact, values in _ONE_OF.items()},
}
PICKS: dict[str, list[str]] = {fact: picks.split() for fact, picks in _ANY_OF.items()}
ALL_FACTS: list[str] = [*VALUES, *PICKS, *_DATES]

# What only someone with a record, or a case, is asked.
_RECORD = _words("""
    open_charge theft_or_assault_arrest any_conviction felony_label felony_over_one_year
    aggravated_felony significant_offenses misdemeanor_jail misdemeanors
    three_on_separate_dates status_crimes_only cleared_or_juvenile_only
    last_conviction_date sentence_completed abuse_victim_too gang_conviction
""")
_CASE = _words("""
    case_stage hearing_soon detained removal_date_set removal_order_date
    order_on_appeal_or_reinstated left_after_order reentered_after_order request
    request_agency request_level immigration_history
""")


# ------------------------------------------------------------------------------- dates


def _around(day: Date) -> list[Date]:
    """The day, the one before and the one after, where the calendar has them."""
    days = []
    for step in (-_ONE_DAY, 0 * _ONE_DAY, _ONE_DAY):
        try:
            days.append(day + step)
        except OverflowError:
            continue
    return days


def _years_from(day: Date, years: int) -> Date:
    """The same day some years on (or back), kept inside the calendar."""
    year = min(max(day.year + years, Date.min.year), Date.max.year)
    if (day.month, day.day) == (2, 29) and not calendar.isleap(year):
        return Date(year, 3, 1)
    return day.replace(year=year)


def _days_from(day: Date, days: int) -> Date:
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return day


# The fixed days on which a rule turns.
_THRESHOLDS = [
    Date(1981, 6, 15),
    Date(1981, 6, 16),
    Date(2007, 6, 15),
    Date(2010, 1, 1),
    Date(2012, 6, 15),
    Date(2012, 8, 14),
    Date(2012, 8, 15),
    Date(2014, 1, 1),
    Date(2014, 11, 20),
]
_LEAP_DAYS = [Date(year, 2, 29) for year in (1980, 1996, 2000, 2004)]

# Fixed thresholds and leap days with the days around them, as an answer states them.
EDGE_DATES: list[str] = sorted(
    {near.isoformat() for day in _THRESHOLDS + _LEAP_DAYS for near in _around(day)}
)

# Dates at the end of the calendar: a birthday after year 9999 must not trip anyone.
_FAR_DATES = ["0001-01-01", "0004-02-29", "9990-02", "9999", "9999-12-31"]

# The ages, and the other spans of years, at which a rule turns.
_AGES = [15, 16, 18, 21, 65]
_SPANS = [1, 2, 5, 10]


def _edges_of_as_of(as_of: Date, years: list[int]) -> list[Date]:
    """The days whose anniversary, after so many years, falls on as_of or a day off it."""
    return [near for n in years for near in _around(_years_from(as_of, -n))]


def _edge_for(rng: Random, fact: str, answers: Answers, as_of: Date) -> Date:
    """A day on which, or next to which, some rule about this fact turns."""
    choices = [Date.fromisoformat(text) for text in EDGE_DATES]
    if fact == "birth_date":
        choices += 3 * _edges_of_as_of(as_of, _AGES)
        choices += 3 * _edges_of(answers.get("first_arrival_date"), -16)
    elif fact == "daca_expiry_date":
        choices += 3 * _around(_days_from(as_of, 150))
        choices += 3 * _edges_of_as_of(as_of, _SPANS)
    else:
        choices += _edges_of_as_of(as_of, _SPANS)
    if fact == "first_arrival_date":
        choices += 3 * _edges_of(answers.get("birth_date"), 16)
    choices += _around(as_of)
    return rng.choice(choices)


def _edges_of(other: object, years: int) -> list[Date]:
    """Around the day some years off another answer, where that is a whole date."""
    if not isinstance(other, str) or other.count("-") != 2:
        return []
    return _around(_years_from(Date.fromisoformat(other), years))


def _blurred(rng: Random, day: Date) -> str:
    """As much of the date as this person knows."""
    text = day.isoformat()
    return rng.choices([text, text[:7], text[:4], UNSURE], [70, 15, 10, 5])[0]


# ----------------------------------------------------------------------- single answers


def _some_picks(rng: Random, fact: str) -> list[str]:
    """None, one or several of the values, at times with a doubt beside them."""
    how_many = rng.choices([0, 1, 2, 3], [40, 35, 15, 10])[0]
    chosen = set(rng.sample(PICKS[fact], min(how_many, len(PICKS[fact]))))
    picks = [value for value in PICKS[fact] if value in chosen]
    return [*picks, UNSURE] if rng.random() < 0.2 else picks


def _any_answer(rng: Random, fact: str, answers: Answers, as_of: Date) -> object:
    """Something that this fact may hold, doubts and blanks included."""
    roll = rng.random()
    if roll < 0.05:
        return None
    if roll < 0.12:
        return UNSURE if fact != "answering_for" else "self"
    if fact in PICKS:
        return _some_picks(rng, fact)
    if fact in _DATES:
        if roll > 0.99:
            return rng.choice(_FAR_DATES)
        return _blurred(rng, _edge_for(rng, fact, answers, as_of))
    return rng.choice(VALUES[fact])


def _set_any(rng: Random, answers: Answers, fact: str, as_of: Date) -> None:
    answers[fact] = _any_answer(rng, fact, answers, as_of)


# ----------------------------------------------------------------------------- profiles


def _quiet(as_of: Date) -> Answers:
    """Someone about whom nothing is doubtful: too old for DACA, no children, lane blue."""
    return {
        **{fact: "no" for fact in _YES_NO if fact not in _RECORD},
        **{fact: [] for fact in PICKS if fact not in _RECORD},
        "answering_for": "self",
        "in_us_now": "yes",
        "case_stage": "no_case",
        "birth_date": "1975-03-10",
        "immigration_status": "none",
        "first_arrival_date": "2000-05-01",
        "last_entry_date": "2000-05-01",
        "last_entry_manner": "without_inspection",
        "early_trips": "none",
        "late_trips": "none",
        "in_us_since_2014_01_01": "yes",
        "present_2012_06_15": "yes",
        "present_2014_11_20": "yes",
        "state": "CA",
        "education": "graduated",
        "military_service": "none",
        "daca_history": "never",
        "child_2014_11_20": "neither",
        "request": "not_made",
        "helper": "nobody",
    }


def _student(as_of: Date) -> Answers:
    """Matches DACA and expanded DACA, and holds DACA that ends a year from now: blue."""
    return {
        **_quiet(as_of),
        "birth_date": _years_from(as_of, -19).isoformat() if as_of.year < 2017 else "1996-04-20",
        "first_arrival_date": "2001-09-01",
        "last_entry_date": "2001-09-01",
        "immigration_status": "daca",
        "daca_history": "current",
        "daca_expiry_date": _days_from(as_of, 365).isoformat(),
    }


def _first_timer(as_of: Date) -> Answers:
    """Matches DACA and has never had it."""
    return {**_student(as_of), "immigration_status": "none", "daca_history": "never"}


def _parent(as_of: Date) -> Answers:
    """Matches DAPA."""
    return {**_quiet(as_of), "child_2014_11_20": "us_citizen"}


def _late_child(as_of: Date) -> Answers:
    """Came between 2007 and 2010: expanded DACA, not DACA."""
    return {
        **_first_timer(as_of),
        "first_arrival_date": "2009-12-31",
        "last_entry_date": "2009-12-31",
    }


def _one_step(rng: Random, answers: Answers, as_of: Date) -> None:
    """Disturb one answer: an edge date half of the time, else anything."""
    if rng.random() < 0.5:
        fact = rng.choice(_DATES[:4] if rng.random() < 0.8 else _DATES)
        day = _edge_for(rng, fact, answers, as_of)
        answers[fact] = _blurred(rng, day) if rng.random() < 0.4 else day.isoformat()
    else:
        _set_any(rng, answers, rng.choice(ALL_FACTS), as_of)


def _near_a_match(rng: Random, as_of: Date) -> Answers:
    makers = [_quiet, _student, _first_timer, _parent, _late_child]
    answers = rng.choice(makers)(as_of)
    for _ in range(rng.choice([0, 1, 1, 2, 2, 3, 5])):
        _one_step(rng, answers, as_of)
    return answers


def _on_an_edge(rng: Random, as_of: Date) -> Answers:
    """Near a match, with the dates that decide it moved to where the rules turn."""
    answers = rng.choice([_student, _first_timer, _parent, _late_child])(as_of)
    for fact in rng.sample(_DATES[:4], rng.randint(1, 3)):
        answers[fact] = _edge_for(rng, fact, answers, as_of).isoformat()
    return answers


def _with_a_record(rng: Random, as_of: Date) -> Answers:
    """A record that leaves most of its own questions at "no", so that each one tells."""
    answers = _near_a_match(rng, as_of)
    for fact in _RECORD:
        answers[fact] = "no" if fact in _YES_NO else "none"
    answers |= {"any_arrest": "yes", "any_conviction": "yes"}
    answers |= {"significant_offenses": [], "last_conviction_date": "2012-03"}
    for fact in rng.sample(_RECORD, rng.randint(0, 6)):
        _set_any(rng, answers, fact, as_of)
    if rng.random() < 0.2:
        _set_any(rng, answers, rng.choice(["any_arrest", "any_conviction"]), as_of)
    return answers


def _with_a_case(rng: Random, as_of: Date) -> Answers:
    answers = _near_a_match(rng, as_of)
    answers["case_stage"] = rng.choice([*VALUES["case_stage"], "final_order", UNSURE])
    answers["removal_order_date"] = rng.choice(_around(Date(2014, 1, 1))).isoformat()
    for fact in rng.sample(_CASE, rng.randint(1, len(_CASE))):
        if fact != "case_stage":
            _set_any(rng, answers, fact, as_of)
    return answers


def _chaos(rng: Random, as_of: Date) -> Answers:
    answers: Answers = {}
    for fact in ALL_FACTS:
        if rng.random() < 0.9:
            _set_any(rng, answers, fact, as_of)
    return answers


def _mostly_unknown(rng: Random, as_of: Date) -> Answers:
    answers: Answers = {}
    for fact in ALL_FACTS:
        roll = rng.random()
        if roll < 0.2:
            _set_any(rng, answers, fact, as_of)
        elif roll < 0.5:
            answers[fact] = UNSURE if fact not in PICKS else [UNSURE]
    answers["answering_for"] = "client"
    return answers


def _a_few_doubts(rng: Random, as_of: Date) -> Answers:
    """A settled person who then is unsure of, or says nothing to, a few questions."""
    answers = _near_a_match(rng, as_of)
    for fact in rng.sample(ALL_FACTS, rng.randint(1, 6)):
        if fact == "answering_for":
            continue
        if rng.random() < 0.4:
            answers.pop(fact, None)
        elif fact in PICKS:
            answers[fact] = rng.choice([UNSURE, [UNSURE], [PICKS[fact][0], UNSURE]])
        else:
            answers[fact] = UNSURE
    return answers


_PROFILES: list[tuple[Callable[[Random, Date], Answers], int]] = [
    (_near_a_match, 30),
    (_on_an_edge, 15),
    (_with_a_record, 20),
    (_with_a_case, 12),
    (_a_few_doubts, 12),
    (_chaos, 6),
    (_mostly_unknown, 5),
]


def _keep_off_path_answers(rng: Random, answers: Answers, as_of: Date) -> None:
    """Fill some of what the profile left out: mostly answers to questions never asked."""
    for fact in ALL_FACTS:
        if fact not in answers and rng.random() < 0.4:
            _set_any(rng, answers, fact, as_of)


def people(count: int, seed: int, as_of: Date) -> Iterator[Answers]:
    """`count` made-up people; the same ones for the same seed and day."""
    rng = Random(seed)
    makers = [maker for maker, _ in _PROFILES]
    weights = [weight for _, weight in _PROFILES]
    for _ in range(count):
        maker = rng.choices(makers, weights)[0]
        answers = maker(rng, as_of)
        if maker is not _mostly_unknown and rng.random() < 0.5:
            _keep_off_path_answers(rng, answers, as_of)
        yield answers
