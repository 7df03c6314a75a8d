"""Deadlines (section 5), row by row in the table's order."""

from oracle.dates import anniversary, written
from oracle.flag_conditions import AFRAID_AND_HERE, UNSEEN_AND_HERE
from oracle.truth import Person, interval_at, judge
from oracle.words import (
    AS_OF,
    Tree,
    after,
    all_,
    birthday,
    date_of,
    days_after,
    days_before,
    includes,
    is_,
    is_not,
    on_or_after,
    years_after,
    yes,
)

_EXPIRY = "daca_expiry_date"
_HAS_DACA = is_("daca_history", "current")
_FINAL_ORDER = is_("case_stage", "final_order")


def _while_ahead(it: Tree, *conditions: Tree) -> tuple[Tree, Tree]:
    """A date, listed while "it is on or after as_of" and the rest are not NO."""
    return it, all_(*conditions, on_or_after(it, AS_OF))


def _birthday(age: int, *conditions: Tree) -> tuple[Tree, Tree]:
    """A birthday, listed while "it is after as_of" and the rest are not NO."""
    return birthday(age), all_(*conditions, after(birthday(age), AS_OF))


def _two_years_here() -> tuple[Tree, Tree]:
    it = years_after(2, "last_entry_date")
    return it, all_(*UNSEEN_AND_HERE, after(it, AS_OF))


DEADLINES: dict[str, tuple[Tree, Tree]] = {
    "asylum_year": (years_after(1, "last_entry_date"), all_(*AFRAID_AND_HERE)),
    "two_years_here": _two_years_here(),
    "renewal_opens": (days_before(150, _EXPIRY), _HAS_DACA),
    "renewal_closes": (days_before(120, _EXPIRY), _HAS_DACA),
    "daca_ends": (date_of(_EXPIRY), _HAS_DACA),
    "daca_year_after": (years_after(1, _EXPIRY), is_("daca_history", "current", "expired")),
    "appeal": _while_ahead(days_after(30, "removal_order_date"), _FINAL_ORDER),
    "motion_to_reopen": _while_ahead(
        days_after(90, "removal_order_date"),
        _FINAL_ORDER,
        is_not("reentered_after_order", "yes"),
    ),
    "absent_motion": _while_ahead(
        days_after(180, "removal_order_date"),
        _FINAL_ORDER,
        includes("immigration_history", "missed_hearing"),
        is_not("order_on_appeal_or_reinstated", "yes"),
    ),
    "turns_18": _birthday(18),
    "turns_21": _birthday(21, yes("parent_neglect")),
}


def deadlines(person: Person) -> list[dict[str, str]]:
    """Those whose `when` is YES or UNKNOWN, by their first day, then as in the table."""
    listed = []
    for name, (moment, when) in DEADLINES.items():
        it = interval_at(moment, person)
        if it is None or judge(when, person)[0] is False:
            continue
        # Left out where its last day is before the day one year before as_of.
        if it[1] >= anniversary(person.as_of, -1):
            listed.append((it, name))
    listed.sort(key=lambda found: found[0][0])  # keeps the table's order within one day
    return [
        {"id": name, "from": written(first), "to": written(last)} for (first, last), name in listed
    ]
