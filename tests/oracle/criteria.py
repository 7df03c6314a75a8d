"""Programs (section 2): the criteria in the table's order, and which program asks which."""

from oracle.grounds import GROUNDS
from oracle.truth import Truth
from oracle.words import (
    AS_OF,
    Tree,
    all_,
    any_,
    before,
    birthday,
    date_of,
    day,
    has_any,
    is_,
    is_not,
    not_,
    on_or_after,
    on_or_before,
    rule,
    yes,
)

_ARRIVAL = date_of("first_arrival_date")
_LONG_TRIP_RETURN = date_of("long_trip_return_date")
_NO_LONG_TRIP = is_not("early_trips", "long")
_LEFT_WITHOUT_PERMISSION = is_("late_trips", "no_permission")
_NEVER_LEFT_WITHOUT_PERMISSION = not_(_LEFT_WITHOUT_PERMISSION)
_NEW_YEAR = day(2010, 1, 1)

# "bar_crimes": felony_over_one_year is yes, or significant_offenses has any, or
# misdemeanor_jail is over_90, or (misdemeanors is three_or_more and three_on_separate_dates
# is yes).
BAR_CRIMES = any_(
    yes("felony_over_one_year"),
    has_any("significant_offenses"),
    is_("misdemeanor_jail", "over_90"),
    all_(is_("misdemeanors", "three_or_more"), yes("three_on_separate_dates")),
)

# "unrecorded_trip": late_trips is none and last_entry_date on or after August 15, 2012.
UNRECORDED_TRIP = all_(
    is_("late_trips", "none"),
    on_or_after(date_of("last_entry_date"), day(2012, 8, 15)),
)


def _doubtful_residence(that: Tree) -> tuple[Tree, ...]:
    """What leaves each of the three residence criteria unsettled."""
    return (
        all_(that, UNRECORDED_TRIP),
        all_(that, is_("state", "MP")),
        all_(that, is_("late_trips", "with_status")),
    )


def _resident_since_2007() -> Tree:
    """Here by June 15, 2007; not early_trips long; not late_trips no_permission."""
    by_then = on_or_before(_ARRIVAL, day(2007, 6, 15))
    that = all_(by_then, _NO_LONG_TRIP, _NEVER_LEFT_WITHOUT_PERMISSION)
    return rule(that, unclear_if=any_(*_doubtful_residence(that)))


def _resident_since_2010() -> Tree:
    """Here by January 1, 2010, and back by then from a long trip; no trip without permission."""
    by_then = on_or_before(_ARRIVAL, _NEW_YEAR)
    back_by_then = any_(_NO_LONG_TRIP, on_or_before(_LONG_TRIP_RETURN, _NEW_YEAR))
    that = all_(by_then, back_by_then, _NEVER_LEFT_WITHOUT_PERMISSION)
    return rule(that, unclear_if=any_(*_doubtful_residence(that)))


def _resident_before_2010() -> Tree:
    """The same, before that day; unclear too with a brief trip, or one without permission."""
    by_then = before(_ARRIVAL, _NEW_YEAR)
    back_by_then = any_(_NO_LONG_TRIP, before(_LONG_TRIP_RETURN, _NEW_YEAR))
    that = all_(by_then, back_by_then, _NEVER_LEFT_WITHOUT_PERMISSION)
    trips = any_(_LEFT_WITHOUT_PERMISSION, is_("early_trips", "brief"))
    return rule(
        that,
        unclear_if=any_(all_(by_then, back_by_then, trips), *_doubtful_residence(that)),
    )


def _no_status_now() -> Tree:
    that = is_not("immigration_status", "lpr", "citizen", "visa", "asylee_refugee", "tps")
    return rule(that, unclear_if=is_("immigration_status", "tps"))


def _school_or_service() -> Tree:
    that = any_(
        is_("education", "in_school", "graduated", "ged"),
        is_("military_service", "honorable"),
    )
    serving = all_(is_("education", "none"), is_("military_service", "serving"))
    return rule(that, unclear_if=serving)


def _no_bar_crimes() -> Tree:
    that = any_(not_(BAR_CRIMES), yes("cleared_or_juvenile_only"), yes("status_crimes_only"))
    return rule(that, unclear_if=all_(not_(that), yes("some_cleared")))


def _no_threat() -> Tree:
    that = not_(any_(yes("gang_conviction"), yes("gang_participation"), yes("security_concern")))
    return rule(that, unclear_if=all_(that, yes("persecution")))


CRITERIA: dict[str, Tree] = {
    "born_after_1981_06_15": on_or_after(date_of("birth_date"), day(1981, 6, 16)),
    "at_least_15": any_(
        on_or_before(birthday(15), AS_OF),
        is_("case_stage", "in_proceedings", "final_order"),
    ),
    "arrived_before_16": before(_ARRIVAL, birthday(16)),
    "resident_since_2007": _resident_since_2007(),
    "resident_since_2010": _resident_since_2010(),
    "resident_before_2010": _resident_before_2010(),
    "present_2012": yes("present_2012_06_15"),
    "present_2014": yes("present_2014_11_20"),
    "present_now": yes("in_us_now"),
    "no_status_2012": is_not("lawful_status_2012_06_15", "yes"),
    "no_status_2014": is_not("lawful_status_2014_11_20", "yes"),
    "no_status_now": _no_status_now(),
    "school_or_service": _school_or_service(),
    "no_bar_crimes": _no_bar_crimes(),
    "no_threat": _no_threat(),
    "child_2014": is_("child_2014_11_20", "us_citizen", "lpr"),
    "not_a_priority": not_(any_(*GROUNDS.values())),
}

# The x of the table's last three columns; first what DACA and expanded DACA share.
_BOTH = [
    "present_2012",
    "present_now",
    "no_status_2012",
    "no_status_now",
    "school_or_service",
    "no_bar_crimes",
    "no_threat",
]
PROGRAMS: dict[str, list[str]] = {
    "daca": [
        "born_after_1981_06_15",
        "at_least_15",
        "arrived_before_16",
        "resident_since_2007",
        *_BOTH,
    ],
    "expanded_daca": ["at_least_15", "arrived_before_16", "resident_since_2010", *_BOTH],
    "dapa": [
        "resident_before_2010",
        "present_2014",
        "present_now",
        "no_status_2014",
        "child_2014",
        "not_a_priority",
    ],
}


def program_result(truths: list[Truth]) -> str:
    """matches when every criterion is YES, does_not_match when one is NO, else may_match."""
    if False in truths:
        return "does_not_match"
    return "may_match" if None in truths else "matches"
