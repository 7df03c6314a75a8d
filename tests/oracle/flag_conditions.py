"""What the rows of the flags (section 4) have in common, and their longer conditions."""

from oracle.words import (
    AS_OF,
    Tree,
    after,
    all_,
    any_,
    before,
    date_of,
    days_after,
    days_after_as_of,
    has_any,
    includes,
    is_,
    is_not,
    not_,
    not_known,
    on_or_after,
    program_is_not_a_mismatch,
    years_after,
    yes,
)

# ------------------------------------------------------- what several rows have in common

HISTORY, STATUS = "immigration_history", "immigration_status"
FINAL_ORDER = is_("case_stage", "final_order")
COURT_OR_ORDER = is_("case_stage", "nta_received", "in_proceedings", "final_order")
HELD_OR_IN_A_CASE = any_(yes("detained"), yes("removal_date_set"), COURT_OR_ORDER)
LEFT = is_("late_trips", "no_permission")
HERE = is_not("in_us_now", "no")
NOT_SETTLED_HERE = is_not(STATUS, "asylee_refugee", "lpr", "citizen")
NOT_LET_IN = is_not("last_entry_manner", "inspected", "paroled")
NO_ASYLUM_ASKED = not_(includes("pending_relief", "asylum"))
AFRAID_AND_HERE = (yes("fears_return"), NO_ASYLUM_ASKED, HERE, NOT_SETTLED_HERE)
UNSEEN_AND_HERE = (NOT_LET_IN, HERE, NOT_SETTLED_HERE)
YEAR_AFTER_ENTRY = years_after(1, "last_entry_date")
TWO_YEARS_AFTER_ENTRY = years_after(2, "last_entry_date")
HAD_OR_HAS_DACA = is_("daca_history", "current", "expired")
HAS_CHILD_2014 = is_("child_2014_11_20", "us_citizen", "lpr")

# "An immigration_status that is not known counts as neither lpr nor citizen in theft_arrest
# and travel_planned, and as none in parole where last_entry_manner is paroled."
STATUS_NOT_KNOWN = not_known(STATUS)

NOT_SURE = (
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
)
CASE_UNKNOWN = ("case_stage", "removal_date_set")


# ------------------------------------------------------------------- the longer conditions


def theft_arrest() -> Tree:
    """theft_or_assault_arrest is yes, and immigration_status is not one of lpr, citizen."""
    neither = any_(is_not(STATUS, "lpr", "citizen"), STATUS_NOT_KNOWN)
    return all_(yes("theft_or_assault_arrest"), neither)


def travel_planned() -> Tree:
    """travel_planned is yes, and immigration_status is not citizen."""
    return all_(yes("travel_planned"), any_(is_not(STATUS, "citizen"), STATUS_NOT_KNOWN))


def recent_entry() -> Tree:
    """The second anniversary of last_entry_date is after as_of, uninspected, still here."""
    return all_(after(TWO_YEARS_AFTER_ENTRY, AS_OF), *UNSEEN_AND_HERE)


def asylum_year() -> Tree:
    """The first anniversary of last_entry_date is on or after as_of, and there is fear."""
    return all_(on_or_after(YEAR_AFTER_ENTRY, AS_OF), *AFRAID_AND_HERE)


def asylum_late() -> Tree:
    """The first anniversary is before as_of and the second after it, and there is fear."""
    within = (before(YEAR_AFTER_ENTRY, AS_OF), after(TWO_YEARS_AFTER_ENTRY, AS_OF))
    return all_(*within, *AFRAID_AND_HERE)


def order_new() -> Tree:
    """case_stage is final_order, and 30 days after removal_order_date is on or after as_of."""
    return all_(FINAL_ORDER, on_or_after(days_after(30, "removal_order_date"), AS_OF))


def parole() -> Tree:
    """Parole today or ended; or let in on parole, and none or overstayed since."""
    nothing_now = any_(is_(STATUS, "none", "overstayed"), STATUS_NOT_KNOWN)
    return any_(
        is_(STATUS, "parole"),
        includes("ended_status", "parole"),
        all_(is_("last_entry_manner", "paroled"), nothing_now),
    )


def daca_ending() -> Tree:
    """expired or terminated, or current and it ends less than 150 days after as_of."""
    ends_soon = before(date_of("daca_expiry_date"), days_after_as_of(150))
    return any_(
        is_("daca_history", "expired", "terminated"),
        all_(is_("daca_history", "current"), ends_soon),
    )


def first_daca() -> Tree:
    """daca may match; never had it, or lost it, or it ended more than a year ago."""
    long_over = before(years_after(1, "daca_expiry_date"), AS_OF)
    first_again = is_("daca_history", "never", "denied", "terminated")
    return all_(
        program_is_not_a_mismatch("daca"),
        any_(first_again, all_(HAD_OR_HAS_DACA, long_over)),
    )


def other_relief() -> Tree:
    relatives = includes("family", "spouse_citizen_lpr", "child_citizen_lpr", "parent_citizen_lpr")
    return any_(has_any("pending_relief"), relatives, HAS_CHILD_2014)
