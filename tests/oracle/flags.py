"""Flags (section 4), row by row in the table's order; which are raised; the lane."""

from dataclasses import dataclass

from oracle.dates import Day
from oracle.flag_conditions import (
    CASE_UNKNOWN,
    FINAL_ORDER,
    HAD_OR_HAS_DACA,
    HELD_OR_IN_A_CASE,
    HISTORY,
    LEFT,
    NOT_SURE,
    STATUS,
    TWO_YEARS_AFTER_ENTRY,
    asylum_late,
    asylum_year,
    daca_ending,
    first_daca,
    order_new,
    other_relief,
    parole,
    recent_entry,
    theft_arrest,
    travel_planned,
)
from oracle.truth import Judged, Person, Truth, judge, outcomes
from oracle.words import (
    AS_OF,
    Tree,
    after,
    all_,
    any_,
    birthday,
    has_any,
    includes,
    is_,
    not_,
    unsure_of,
    yes,
)


@dataclass(frozen=True)
class Flag:
    """A row. `cautious`: raised when UNKNOWN too, `unless` that is YES; `since`: from its day."""

    id: str
    urgency: str
    condition: Tree
    cautious: bool = False
    unless: Tree | None = None
    since: Day = (1, 1, 1)


# ------------------------------------------------------------------------------- the table

FLAGS = [
    Flag("detained", "now", yes("detained")),
    Flag("removal_date", "now", yes("removal_date_set")),
    Flag("hearing_soon", "now", yes("hearing_soon")),
    Flag("missed_hearing", "now", includes(HISTORY, "missed_hearing")),
    Flag("open_charge", "now", yes("open_charge")),
    Flag("theft_arrest", "now", theft_arrest(), since=(2025, 1, 29)),
    Flag("recent_entry", "now", recent_entry(), cautious=True, unless=yes("two_year_proof")),
    Flag("asylum_year", "now", asylum_year(), cautious=True),
    Flag("order_new", "now", order_new()),
    Flag(
        "citizen_held",
        "now",
        all_(any_(yes("possible_citizen"), is_(STATUS, "citizen")), HELD_OR_IN_A_CASE),
    ),
    Flag("check_in", "soon", yes("reports_to_ice")),
    Flag("case_unknown", "soon", unsure_of(*CASE_UNKNOWN)),
    Flag("court_case", "soon", is_("case_stage", "nta_received", "in_proceedings")),
    Flag("removal_order", "soon", FINAL_ORDER),
    Flag("protection", "soon", yes("protection_granted")),
    Flag("came_back", "soon", yes("reentered_after_order")),
    Flag(
        "came_back_no_order",
        "before",
        all_(
            any_(is_("early_trips", "long"), LEFT),
            is_("last_entry_manner", "without_inspection"),
        ),
    ),
    Flag(
        "no_proof",
        "before",
        all_(is_("two_year_proof", "no"), not_(after(TWO_YEARS_AFTER_ENTRY, AS_OF))),
        since=(2025, 1, 21),
    ),
    Flag(
        "tps",
        "soon",
        any_(is_(STATUS, "tps"), includes("ended_status", "tps")),
        since=(2025, 1, 20),
    ),
    Flag("parole", "soon", parole(), since=(2025, 1, 20)),
    Flag("visa_waiver", "soon", includes("ended_status", "visa_waiver")),
    Flag("earlier_yes", "soon", all_(is_("request", "granted"), HELD_OR_IN_A_CASE)),
    Flag("conviction", "soon", yes("any_conviction")),
    Flag(
        "gang",
        "soon",
        any_(yes("gang_conviction"), yes("gang_participation"), yes("gang_accusation")),
    ),
    Flag("security", "soon", any_(yes("security_concern"), yes("persecution"))),
    Flag("citizen_claim", "before", includes(HISTORY, "false_citizen_claim")),
    Flag("voted", "before", includes(HISTORY, "voted_or_registered")),
    Flag("false_documents", "before", includes(HISTORY, "false_documents")),
    Flag("signed_departure", "before", includes(HISTORY, "signed_departure")),
    Flag("advance_parole", "before", is_("late_trips", "advance_parole")),
    Flag("left_without_permission", "before", LEFT),
    Flag("travel_planned", "soon", travel_planned()),
    Flag("outside_us", "soon", is_("in_us_now", "no")),
    Flag("asylum_late", "soon", asylum_late()),
    Flag("fear", "before", yes("fears_return")),
    Flag(
        "victim",
        "before",
        includes("victim_or_witness", "crime_victim", "domestic_violence", "trafficking"),
    ),
    Flag("minor", "before", after(birthday(18), AS_OF)),
    Flag("child_protection", "soon", yes("parent_neglect")),
    Flag("possible_citizen", "before", any_(yes("possible_citizen"), is_(STATUS, "citizen"))),
    Flag("lpr", "before", is_(STATUS, "lpr")),
    Flag("daca_ending", "soon", daca_ending()),
    Flag("request_open", "soon", is_("request", "pending", "denied")),
    Flag("not_a_lawyer", "soon", is_("helper", "notario_or_consultant")),
    Flag("arrest", "before", yes("any_arrest")),
    Flag("helped_entry", "before", includes(HISTORY, "helped_entry")),
    Flag("visa_abuse", "before", yes("visa_abuse")),
    Flag("trips", "before", is_("early_trips", "brief", "long")),
    Flag("other_relief", "before", other_relief()),
    Flag("care", "before", any_(has_any("health"), has_any("caregiving"))),
    Flag(
        "no_status",
        "before",
        is_(STATUS, "none", "overstayed", "daca", "tps", "parole"),
        since=(2025, 1, 20),
    ),
    Flag("refugee", "before", is_(STATUS, "asylee_refugee"), since=(2025, 12, 18)),
    Flag(
        "military",
        "before",
        any_(
            is_("military_service", "serving", "honorable", "other_discharge"),
            yes("military_family"),
        ),
    ),
    Flag("daca_texas", "before", all_(HAD_OR_HAS_DACA, is_("state", "TX"))),
    Flag("first_daca", "before", first_daca()),
    Flag("not_sure", "before", unsure_of(*NOT_SURE)),
]


# -------------------------------------------------------------------- raised, and the lane


def judge_flag(flag: Flag, person: Person) -> Judged:
    """Its condition's truth, NO on days before its own, and the facts that leave it open."""
    if person.as_of < flag.since:
        return False, set()
    truth, open_facts = judge(flag.condition, person)
    if truth is None and flag.unless is not None:
        open_facts = open_facts | judge(flag.unless, person)[1]
    return truth, open_facts


def is_raised(flag: Flag, truth: Truth, person: Person) -> bool:
    """Section 1; before the end (section 9) first_daca never, and a cautious flag only where
    no answer to the facts not reached could leave it unraised."""
    if person.as_of < flag.since or (flag.id == "first_daca" and person.unreached):
        return False
    if not flag.cautious:
        return truth is True
    could_be = outcomes(flag.condition, person)
    unless = {False} if flag.unless is None else outcomes(flag.unless, person)
    return not (False in could_be or (None in could_be and True in unless))


def lane(raised: list[Flag], flags: list[Truth], results: list[str], level: str) -> str:
    """How soon. Only what is told of on the day takes part."""
    urgencies = {flag.urgency for flag in raised}
    if "now" in urgencies:
        return "red"
    if "soon" in urgencies:
        return "orange"
    doubt = None in flags or "may_match" in results or level != "none"
    return "yellow" if urgencies or doubt else "blue"
