"""A second, independent reading of the spec, written to be checked by eye against it.

It restates by hand what `facts.yaml` and `results.md` say and shares nothing with the
interview: no data file, no module. It is slow on purpose and simple on purpose, so that
where it and the interview disagree, a reader can tell which of the two misread the spec.

    screen(answers, as_of) -> the result of results.md section 8, without the further keys

Answers are plain parsed values: "yes", "no", "unsure", a value, a list of values for
`choices`, "2007-06-15" or "2007-06" or "2007" for a date; None or no key is not known.

A condition is a small tree of tuples. One walk, `judge`, gives its truth (True, False, or
None for UNKNOWN) together with the facts that leave it UNKNOWN, which section 5 needs.
"""

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Truth = bool | None
Tree = tuple[Any, ...]
# Year, month, day rather than datetime.date: a 65th birthday may fall after year 9999.
Day = tuple[int, int, int]
Interval = tuple[Day, Day]

UNSURE = "unsure"


# --------------------------------------------------------------- facts (facts.yaml)


def _words(text: str) -> list[str]:
    return text.split()


# Every fact in the file's order, which is the order of `missing`. An asked_if only ever
# names facts above it, so this is also an order in which they can be judged.
FACTS = _words("""
    answering_for in_us_now detained removal_date_set case_stage hearing_soon fears_return
    possible_citizen
    birth_date immigration_status first_arrival_date last_entry_date last_entry_manner
    caught_at_entry caught_earlier early_trips long_trip_return_date late_trips
    in_us_since_2014_01_01 present_2012_06_15 present_2014_11_20 lawful_status_2012_06_15
    lawful_status_2014_11_20 state
    education military_service daca_history daca_expiry_date child_2014_11_20
    any_arrest open_charge theft_or_assault_arrest any_conviction felony_label
    felony_over_one_year aggravated_felony significant_offenses misdemeanor_jail
    misdemeanors three_on_separate_dates status_crimes_only cleared_or_juvenile_only
    last_conviction_date sentence_completed abuse_victim_too gang_conviction
    gang_participation gang_accusation security_concern persecution
    visa_abuse removal_order_date order_on_appeal_or_reinstated left_after_order
    reentered_after_order immigration_history travel_planned parent_neglect
    family health caregiving victim_or_witness helped_law_enforcement military_family
    community pending_relief
    request request_agency request_level helper
""")

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
    "significant_offenses",
    "immigration_history",
    "family",
    "health",
    "caregiving",
    "victim_or_witness",
    "community",
    "pending_relief",
}


# ------------------------------------------------------ the words of a condition


def is_(fact: str, *values: str) -> Tree:
    """The answer is one of these values."""
    return ("is", fact, values)


def yes(fact: str) -> Tree:
    return is_(fact, "yes")


def includes(fact: str, *values: str) -> Tree:
    """The answer to a `choices` fact names at least one of these values."""
    return ("includes", fact, values)


def has_any(fact: str) -> Tree:
    return ("has any", fact)


def not_known(*facts: str) -> Tree:
    """One of these is on the path and not fully known. Always YES or NO."""
    return ("not known", facts)


def not_(part: Tree) -> Tree:
    return ("not", part)


def all_(*parts: Tree) -> Tree:
    return ("all", parts)


def any_(*parts: Tree) -> Tree:
    return ("any", parts)


def settled(truth: bool) -> Tree:
    """A part whose truth was worked out elsewhere."""
    return ("settled", truth)


def rule(condition: Tree, unclear_if: Tree) -> Tree:
    """Section 1: the condition's value while unclear_if is NO, UNKNOWN otherwise."""
    return ("rule", condition, unclear_if)


# A moment is what a comparison of dates has on either side.


def day(year: int, month: int, day_of_month: int) -> Tree:
    return ("day", (year, month, day_of_month))


def days_after_as_of(days: int) -> Tree:
    return ("as_of", days)


AS_OF = days_after_as_of(0)


def date_of(fact: str) -> Tree:
    return ("date", fact, 0)


def years_after(years: int, fact: str) -> Tree:
    return ("date", fact, years)


def birthday(age: int) -> Tree:
    return years_after(age, "birth_date")


def before(left: Tree, right: Tree) -> Tree:
    return ("before", left, right)


def on_or_before(left: Tree, right: Tree) -> Tree:
    return ("on or before", left, right)


def after(left: Tree, right: Tree) -> Tree:
    return before(right, left)


def on_or_after(left: Tree, right: Tree) -> Tree:
    return on_or_before(right, left)


# --------------------------------------------------------- asked_if (facts.yaml)

_NOT_INSPECTED = not_(is_("last_entry_manner", "inspected"))
_HAD_STATUS = not_(is_("immigration_status", "none"))
_ARREST = not_(is_("any_arrest", "no"))
_CONVICTION = all_(_ARREST, not_(is_("any_conviction", "no")))
_FINAL_ORDER = is_("case_stage", "final_order")

ASKED_IF: dict[str, Tree] = {
    "hearing_soon": not_(is_("case_stage", "no_case")),
    "caught_at_entry": _NOT_INSPECTED,
    "long_trip_return_date": is_("early_trips", "long"),
    "in_us_since_2014_01_01": _NOT_INSPECTED,
    "lawful_status_2012_06_15": _HAD_STATUS,
    "lawful_status_2014_11_20": _HAD_STATUS,
    "daca_expiry_date": is_("daca_history", "current", "expired"),
    "open_charge": _ARREST,
    "theft_or_assault_arrest": _ARREST,
    "any_conviction": _ARREST,
    "felony_label": _CONVICTION,
    "felony_over_one_year": _CONVICTION,
    "aggravated_felony": _CONVICTION,
    "significant_offenses": _CONVICTION,
    "misdemeanor_jail": _CONVICTION,
    "misdemeanors": _CONVICTION,
    "three_on_separate_dates": all_(_CONVICTION, not_(is_("misdemeanors", "none", "one_or_two"))),
    "status_crimes_only": _CONVICTION,
    "cleared_or_juvenile_only": _CONVICTION,
    "last_conviction_date": _CONVICTION,
    "sentence_completed": _CONVICTION,
    "abuse_victim_too": all_(_CONVICTION, includes("significant_offenses", "domestic_violence")),
    "gang_conviction": _CONVICTION,
    "visa_abuse": _HAD_STATUS,
    "removal_order_date": _FINAL_ORDER,
    "order_on_appeal_or_reinstated": _FINAL_ORDER,
    "left_after_order": _FINAL_ORDER,
    "reentered_after_order": all_(_FINAL_ORDER, not_(is_("left_after_order", "no"))),
    "parent_neglect": after(birthday(21), AS_OF),
    "request_agency": is_("request", "pending", "denied"),
    "request_level": is_("request", "denied"),
}


# ------------------------------------------------- enforcement priorities (section 3)

_CLEARED = yes("cleared_or_juvenile_only")
_STATUS_CRIMES = yes("status_crimes_only")
_WITHOUT_INSPECTION = is_("last_entry_manner", "without_inspection")


def _unclear_if_cleared(condition: Tree) -> Tree:
    """A ground of convictions, unsettled where all of them were cleared or juvenile."""
    return rule(condition, unclear_if=all_(condition, _CLEARED))


def _recent_order() -> Tree:
    """Ground 3."""
    ordered = all_(
        _FINAL_ORDER,
        on_or_after(date_of("removal_order_date"), day(2014, 1, 1)),
    )
    on_appeal = yes("order_on_appeal_or_reinstated")
    return rule(ordered, unclear_if=all_(ordered, on_appeal))


GROUNDS: dict[str, Tree] = {
    "1a": yes("security_concern"),
    "1b": rule(
        yes("caught_at_entry"),
        unclear_if=all_(yes("caught_earlier"), not_(yes("caught_at_entry"))),
    ),
    "1c": rule(
        any_(yes("gang_conviction"), yes("gang_participation")),
        unclear_if=all_(yes("gang_conviction"), not_(yes("gang_participation")), _CLEARED),
    ),
    "1d": _unclear_if_cleared(all_(yes("felony_label"), not_(_STATUS_CRIMES))),
    "1e": _unclear_if_cleared(yes("aggravated_felony")),
    "2a": _unclear_if_cleared(all_(is_("misdemeanors", "three_or_more"), not_(_STATUS_CRIMES))),
    "2b": _unclear_if_cleared(
        any_(
            has_any("significant_offenses"),
            is_("misdemeanor_jail", "exactly_90", "over_90"),
        )
    ),
    "2c": rule(
        all_(_WITHOUT_INSPECTION, is_("in_us_since_2014_01_01", "no")),
        unclear_if=all_(
            _WITHOUT_INSPECTION,
            not_(is_("in_us_since_2014_01_01", "no")),
            on_or_after(date_of("last_entry_date"), day(2014, 1, 1)),
        ),
    ),
    "2d": yes("visa_abuse"),
    "3": _recent_order(),
}


# ---------------------------------------------------------------- programs (section 2)

_ARRIVAL = date_of("first_arrival_date")
_LONG_TRIP_RETURN = date_of("long_trip_return_date")
_LONG_TRIP = is_("early_trips", "long")
_LEFT_WITHOUT_PERMISSION = is_("late_trips", "no_permission")

_BAR_CRIMES = any_(
    yes("felony_over_one_year"),
    has_any("significant_offenses"),
    is_("misdemeanor_jail", "over_90"),
    all_(is_("misdemeanors", "three_or_more"), yes("three_on_separate_dates")),
)

_UNRECORDED_TRIP = all_(
    is_("late_trips", "none"),
    on_or_after(date_of("last_entry_date"), day(2012, 8, 15)),
)


def _doubtful_residence(that: Tree) -> Tree:
    """What leaves each of the three residence criteria unsettled."""
    return any_(all_(that, _UNRECORDED_TRIP), all_(that, is_("state", "MP")))


def _resident_since_2007() -> Tree:
    that = all_(
        on_or_before(_ARRIVAL, day(2007, 6, 15)),
        not_(_LONG_TRIP),
        not_(_LEFT_WITHOUT_PERMISSION),
    )
    return rule(that, unclear_if=_doubtful_residence(that))


def _resident_since_2010() -> Tree:
    new_year = day(2010, 1, 1)
    that = all_(
        on_or_before(_ARRIVAL, new_year),
        any_(not_(_LONG_TRIP), on_or_before(_LONG_TRIP_RETURN, new_year)),
        not_(_LEFT_WITHOUT_PERMISSION),
    )
    return rule(that, unclear_if=_doubtful_residence(that))


def _resident_before_2010() -> Tree:
    new_year = day(2010, 1, 1)
    first_two = all_(
        before(_ARRIVAL, new_year),
        any_(not_(_LONG_TRIP), before(_LONG_TRIP_RETURN, new_year)),
    )
    that = all_(first_two, not_(_LEFT_WITHOUT_PERMISSION))
    trips = any_(_LEFT_WITHOUT_PERMISSION, is_("early_trips", "brief"))
    return rule(that, unclear_if=any_(all_(first_two, trips), _doubtful_residence(that)))


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
    "no_status_2012": not_(yes("lawful_status_2012_06_15")),
    "no_status_2014": not_(yes("lawful_status_2014_11_20")),
    "no_status_now": rule(
        not_(is_("immigration_status", "lpr", "citizen", "visa", "asylee_refugee", "tps")),
        unclear_if=is_("immigration_status", "tps"),
    ),
    "school_or_service": rule(
        any_(
            is_("education", "in_school", "graduated", "ged"),
            is_("military_service", "honorable"),
        ),
        unclear_if=all_(is_("education", "none"), is_("military_service", "serving")),
    ),
    "no_bar_crimes": any_(not_(_BAR_CRIMES), _CLEARED, _STATUS_CRIMES),
    "no_threat": _no_threat(),
    "child_2014": is_("child_2014_11_20", "us_citizen", "lpr"),
    "not_a_priority": not_(any_(*GROUNDS.values())),
}

# The x of the table's last three columns.
PROGRAMS: dict[str, list[str]] = {
    "daca": [
        "born_after_1981_06_15",
        "at_least_15",
        "arrived_before_16",
        "resident_since_2007",
        "present_2012",
        "present_now",
        "no_status_2012",
        "no_status_now",
        "school_or_service",
        "no_bar_crimes",
        "no_threat",
    ],
    "expanded_daca": [
        "at_least_15",
        "arrived_before_16",
        "resident_since_2010",
        "present_2012",
        "present_now",
        "no_status_2012",
        "no_status_now",
        "school_or_service",
        "no_bar_crimes",
        "no_threat",
    ],
    "dapa": [
        "resident_before_2010",
        "present_2014",
        "present_now",
        "no_status_2014",
        "child_2014",
        "not_a_priority",
    ],
}


# ------------------------------------------------------------------- flags (section 4)

# The answers that must not stay open before someone files: not_sure is about these.
NOT_SURE_FACTS = [
    "case_stage",
    "left_after_order",
    "reentered_after_order",
    "any_arrest",
    "any_conviction",
    "gang_participation",
    "security_concern",
    "persecution",
    "immigration_history",
    "late_trips",
    "possible_citizen",
]

_HAS_CHILD_2014 = is_("child_2014_11_20", "us_citizen", "lpr")
_EXPIRY = date_of("daca_expiry_date")


def flags_now() -> dict[str, Tree]:
    """Today, before signing or saying anything."""
    return {
        "detained": yes("detained"),
        "removal_date": yes("removal_date_set"),
        "hearing_soon": yes("hearing_soon"),
        "missed_hearing": includes("immigration_history", "missed_hearing"),
        "open_charge": yes("open_charge"),
        "theft_arrest": yes("theft_or_assault_arrest"),
        "recent_entry": all_(after(years_after(2, "last_entry_date"), AS_OF), _NOT_INSPECTED),
    }


def flags_soon() -> dict[str, Tree]:
    """Within days."""
    return {
        "case_unknown": not_known("case_stage"),
        "court_case": is_("case_stage", "nta_received", "in_proceedings"),
        "removal_order": _FINAL_ORDER,
        "came_back": yes("reentered_after_order"),
        "conviction": yes("any_conviction"),
        "gang": any_(yes("gang_conviction"), yes("gang_participation"), yes("gang_accusation")),
        "security": any_(yes("security_concern"), yes("persecution")),
        "citizen_claim": includes("immigration_history", "false_citizen_claim"),
        "voted": includes("immigration_history", "voted_or_registered"),
        "false_documents": includes("immigration_history", "false_documents"),
        "signed_departure": includes("immigration_history", "signed_departure"),
        "advance_parole": is_("late_trips", "advance_parole"),
        "left_without_permission": _LEFT_WITHOUT_PERMISSION,
        "travel_planned": yes("travel_planned"),
        "outside_us": is_("in_us_now", "no"),
        "fear": yes("fears_return"),
        "victim": includes("victim_or_witness", "crime_victim", "domestic_violence", "trafficking"),
        "minor": after(birthday(18), AS_OF),
        "child_protection": yes("parent_neglect"),
        "possible_citizen": any_(yes("possible_citizen"), is_("immigration_status", "citizen")),
        "lpr": is_("immigration_status", "lpr"),
        "daca_ending": any_(
            is_("daca_history", "expired", "terminated"),
            all_(is_("daca_history", "current"), before(_EXPIRY, days_after_as_of(150))),
        ),
        "request_open": is_("request", "pending", "denied"),
        "not_a_lawyer": is_("helper", "notario_or_consultant"),
    }


def flags_before(daca_result: str) -> dict[str, Tree]:
    """Before filing, travelling or contacting the government."""
    return {
        "arrest": yes("any_arrest"),
        "helped_entry": includes("immigration_history", "helped_entry"),
        "visa_abuse": yes("visa_abuse"),
        "trips": is_("early_trips", "brief", "long"),
        "other_relief": any_(
            has_any("pending_relief"),
            includes(
                "family",
                "spouse_citizen_lpr",
                "child_citizen_lpr",
                "parent_citizen_lpr",
            ),
            _HAS_CHILD_2014,
        ),
        "care": any_(has_any("health"), has_any("caregiving")),
        "military": any_(
            is_("military_service", "serving", "honorable", "other_discharge"),
            yes("military_family"),
        ),
        "daca_texas": all_(is_("daca_history", "current", "expired"), is_("state", "TX")),
        "first_daca": _first_daca(daca_result),
        "not_sure": not_known(*NOT_SURE_FACTS),
    }


def _first_daca(daca_result: str) -> Tree:
    """The program is judged by its result word, so that half is never UNKNOWN."""
    # "More than 1 year before as_of" is read as: its first anniversary is before as_of.
    long_expired = before(years_after(1, "daca_expiry_date"), AS_OF)
    return all_(
        settled(daca_result != "does_not_match"),
        any_(
            is_("daca_history", "never", "denied", "terminated"),
            all_(is_("daca_history", "expired"), long_expired),
        ),
    )


# --------------------------------------------------- factors and escalation (section 5)

POSITIVE: dict[str, Tree] = {
    "long_residence": on_or_before(years_after(10, "first_arrival_date"), AS_OF),
    "came_as_child": before(_ARRIVAL, birthday(16)),
    "family_ties": any_(has_any("family"), _HAS_CHILD_2014),
    "juvenile": after(birthday(18), AS_OF),
    "elderly": on_or_before(birthday(65), AS_OF),
    "health": has_any("health"),
    "caregiver": has_any("caregiving"),
    "military": any_(is_("military_service", "honorable", "serving"), yes("military_family")),
    "victim_or_witness": has_any("victim_or_witness"),
    "cooperation": yes("helped_law_enforcement"),
    "community_ties": has_any("community"),
    "possible_relief": has_any("pending_relief"),
    "lpr": is_("immigration_status", "lpr"),
    "time_since_offense": on_or_before(years_after(5, "last_conviction_date"), AS_OF),
    "rehabilitation": yes("sentence_completed"),
    "abuse_mitigation": yes("abuse_victim_too"),
}

ADVERSE: dict[str, Tree] = {
    "criminal_history": yes("any_conviction"),
    "came_back": yes("reentered_after_order"),
    "missed_hearing": includes("immigration_history", "missed_hearing"),
    "fraud": includes("immigration_history", "false_documents", "false_citizen_claim"),
    "gang": any_(yes("gang_conviction"), yes("gang_participation")),
}

ESCALATION_SHOWN = any_(
    yes("detained"),
    yes("removal_date_set"),
    is_("case_stage", "nta_received", "in_proceedings", "final_order"),
    is_("request", "denied"),
)

STEPS = [
    "ask_decision",
    "supervisor",
    "field_office",
    "headquarters",
    "congress",
    "public_attention",
]

# Who said no, and the step above them.
FIRST_STEP = {
    "officer": "supervisor",
    "supervisor": "field_office",
    "field_office": "headquarters",
    "headquarters": "congress",
}


# ------------------------------------------------------------- the person and the path


@dataclass
class Person:
    """The answers as given, the day, and the truth of each fact's asked_if."""

    answers: dict[str, object]
    as_of: datetime.date
    asked: dict[str, Truth] = field(default_factory=dict)

    def skipped(self, fact: str) -> bool:
        return self.asked[fact] is False

    def value(self, fact: str) -> object:
        """A yes_no, choice, state or date as given; None where it is not known."""
        given = self.answers.get(fact)
        return None if given == UNSURE else given

    def picks(self, fact: str) -> set[str]:
        """A `choices` answer; "unsure" among them where more may be true."""
        given = self.answers.get(fact)
        return set(given) if isinstance(given, list) else {UNSURE}

    def fully_known(self, fact: str) -> bool:
        """Whether nothing about this fact is left to find out (section 5)."""
        if fact in CHOICES:
            return UNSURE not in self.picks(fact)
        value = self.value(fact)
        if fact in DATES and value is not None:
            return str(value).count("-") == 2
        return value is not None

    def unsettled(self, fact: str) -> bool:
        """On the path, and not fully known."""
        return not self.skipped(fact) and not self.fully_known(fact)


def person_on_path(answers: dict[str, object], as_of: datetime.date) -> Person:
    """Judge every asked_if, each from the ones above it."""
    person = Person(answers, as_of)
    for fact in FACTS:
        person.asked[fact] = judge(ASKED_IF.get(fact, settled(True)), person)[0]
    return person


# -------------------------------------------------------------------- dates (section 1)


def interval_of(text: str) -> Interval:
    """The whole interval that a full or partial date names."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return (year, 1, 1), (year, 12, 31)
    if len(rest) == 1:
        month = rest[0]
        return (year, month, 1), (year, month, calendar.monthrange(year, month)[1])
    return (year, rest[0], rest[1]), (year, rest[0], rest[1])


def anniversary(of: Day, years: int) -> Day:
    """The same day years later; February 29 gives March 1 in common years."""
    year, month, day_of_month = of[0] + years, of[1], of[2]
    if (month, day_of_month) == (2, 29) and not calendar.isleap(year):
        return (year, 3, 1)
    return (year, month, day_of_month)


def days_later(start: datetime.date, days: int) -> Day:
    try:
        later = start + datetime.timedelta(days=days)
    except OverflowError:
        return (10000, 1, 1)  # later than every date that can be written
    return (later.year, later.month, later.day)


def interval_at(moment: Tree, person: Person) -> Interval | None:
    """Where this moment may lie; None where nothing is known of it."""
    if moment[0] == "day":
        return moment[1], moment[1]
    if moment[0] == "as_of":
        on = days_later(person.as_of, moment[1])
        return on, on
    _, fact, years = moment
    text = person.value(fact)
    if text is None:
        return None
    first, last = interval_of(str(text))
    return anniversary(first, years), anniversary(last, years)


def compare(how: str, left: Interval | None, right: Interval | None) -> Truth:
    """YES or NO only where the whole of both intervals agrees."""
    if left is None or right is None:
        return None
    if how == "before":
        surely, never = left[1] < right[0], left[0] >= right[1]
    else:
        surely, never = left[1] <= right[0], left[0] > right[1]
    return True if surely else False if never else None


# -------------------------------------------------------- the walk (sections 1 and 5)

# A truth, and the facts in UNKNOWN comparisons reached through UNKNOWN parts only.
Judged = tuple[Truth, set[str]]


def judge(tree: Tree, person: Person) -> Judged:
    """Strong Kleene logic. A part that is YES or NO leaves no fact open."""
    kind = tree[0]
    if kind == "settled":
        return tree[1], set()
    if kind == "not known":
        return any(person.unsettled(fact) for fact in tree[1]), set()
    if kind == "not":
        truth, open_facts = judge(tree[1], person)
        return (None if truth is None else not truth), open_facts
    if kind in ("all", "any"):
        return _judge_list(kind, [judge(part, person) for part in tree[1]])
    if kind == "rule":
        return _judge_rule(judge(tree[1], person), judge(tree[2], person))
    return _judge_comparison(tree, person)


def _judge_list(kind: str, parts: list[Judged]) -> Judged:
    deciding = kind == "any"  # one YES decides an "any", one NO an "all"
    truths = [truth for truth, _ in parts]
    if deciding in truths:
        return deciding, set()
    if None in truths:
        return None, _open_facts(parts)
    return not deciding, set()


def _judge_rule(condition: Judged, unclear_if: Judged) -> Judged:
    if unclear_if[0] is False:
        return condition
    return None, _open_facts([condition, unclear_if])


def _open_facts(parts: Iterable[Judged]) -> set[str]:
    return {fact for _, open_facts in parts for fact in open_facts}


def _judge_comparison(tree: Tree, person: Person) -> Judged:
    facts = facts_compared(tree)
    if any(person.skipped(fact) for fact in facts):
        return False, set()  # the fact does not apply: a comparison with it is NO
    truth = _compare_answer(tree, person)
    return truth, (facts if truth is None else set())


def facts_compared(tree: Tree) -> set[str]:
    if tree[0] in ("before", "on or before"):
        return {moment[1] for moment in tree[1:] if moment[0] == "date"}
    return {tree[1]}


def _compare_answer(tree: Tree, person: Person) -> Truth:
    kind = tree[0]
    if kind in ("before", "on or before"):
        left, right = (interval_at(moment, person) for moment in tree[1:])
        return compare(kind, left, right)
    if kind == "is":
        value = person.value(tree[1])
        return None if value is None else value in tree[2]
    picks = person.picks(tree[1])
    wanted = picks - {UNSURE} if kind == "has any" else picks & set(tree[2])
    if wanted:
        return True
    return None if UNSURE in picks else False


# -------------------------------------------------------------------------- the result


def program_result(truths: list[Truth]) -> str:
    """Section 2."""
    if False in truths:
        return "does_not_match"
    return "may_match" if None in truths else "matches"


def level(grounds: dict[str, Truth]) -> str:
    """Section 3. A ground's level is its first character."""
    for number in "123":
        here = [truth for ground, truth in grounds.items() if ground[0] == number]
        if True in here and None not in _more_serious(grounds, number):
            return number
        if True in here:
            return "unknown"
    return "unknown" if None in grounds.values() else "none"


def _more_serious(grounds: dict[str, Truth], number: str) -> list[Truth]:
    return [truth for ground, truth in grounds.items() if ground[0] < number]


def lane(urgencies: set[str], flags: list[Truth], results: list[str], priority: str) -> str:
    """Section 4. `urgencies` are those of the flags that are raised."""
    if urgencies & {"now", "soon"}:
        return "red"
    doubt = None in flags or "may_match" in results or priority != "none"
    return "yellow" if urgencies or doubt else "blue"


def missing(open_facts: set[str], person: Person) -> list[str]:
    """Section 5: (a) and (b) are given; (c) adds what decides whether those are asked."""
    found = {fact for fact in open_facts if person.unsettled(fact)}
    todo = list(found)
    while todo:
        asked_if = ASKED_IF.get(todo.pop())
        why_asked = judge(asked_if, person)[1] if asked_if else set()
        more = {fact for fact in why_asked if person.unsettled(fact)} - found
        found |= more
        todo += more
    return [fact for fact in FACTS if fact in found]


def holding(factors: dict[str, Tree], person: Person) -> list[str]:
    return [name for name, tree in factors.items() if judge(tree, person)[0] is True]


def escalation(person: Person) -> dict[str, Any]:
    """Section 5. The step above whoever denied; from the bottom where nobody did."""
    if judge(ESCALATION_SHOWN, person)[0] is not True:
        return {"shown": False, "steps": []}
    first = "ask_decision"
    # "Not denied, or the level unsure" starts at the bottom: a level counts only beside a denial.
    denied = judge(is_("request", "denied"), person)[0] is True
    for who, next_step in FIRST_STEP.items():
        if denied and judge(is_("request_level", who), person)[0] is True:
            first = next_step
    return {"shown": True, "steps": STEPS[STEPS.index(first) :]}


def word(truth: Truth) -> str:
    return {True: "yes", False: "no", None: "unknown"}[truth]


def screen(answers: dict[str, object], as_of: datetime.date) -> dict[str, Any]:
    """The result of section 8, without options, memos, status and notes."""
    person = person_on_path(answers, as_of)

    grounds = {name: judge(tree, person) for name, tree in GROUNDS.items()}
    ground_truths = {name: truth for name, (truth, _) in grounds.items()}

    criteria = {name: judge(tree, person) for name, tree in CRITERIA.items()}
    results = {
        program: program_result([criteria[name][0] for name in names])
        for program, names in PROGRAMS.items()
    }

    trees_by_urgency = {
        "now": flags_now(),
        "soon": flags_soon(),
        "before": flags_before(results["daca"]),
    }
    flags = {
        (name, urgency): judge(tree, person)
        for urgency, trees in trees_by_urgency.items()
        for name, tree in trees.items()
    }
    raised = [key for key, (truth, _) in flags.items() if truth is True]

    doubtful = [
        criteria[name]
        for program, names in PROGRAMS.items()
        if results[program] == "may_match"
        for name in names
    ]
    open_facts = _open_facts([*flags.values(), *grounds.values(), *doubtful])
    # case_unknown and not_sure are YES or NO, so the walk names no fact for them.
    raises_not_sure = {fact for fact in NOT_SURE_FACTS if person.unsettled(fact)}

    return {
        "as_of": as_of.isoformat(),
        "lane": lane(
            {urgency for _, urgency in raised},
            [truth for truth, _ in flags.values()],
            list(results.values()),
            level(ground_truths),
        ),
        "programs": {
            program: {
                "result": results[program],
                "criteria": {name: word(criteria[name][0]) for name in names},
            }
            for program, names in PROGRAMS.items()
        },
        "priority": {
            "level": level(ground_truths),
            "grounds": [name for name, t in ground_truths.items() if t is True],
            "possible": [name for name, t in ground_truths.items() if t is None],
        },
        "flags": [{"id": name, "urgency": urgency} for name, urgency in raised],
        "missing": missing(open_facts | raises_not_sure, person),
        "factors": {
            "positive": holding(POSITIVE, person),
            "adverse": holding(ADVERSE, person),
        },
        "escalation": escalation(person),
    }
