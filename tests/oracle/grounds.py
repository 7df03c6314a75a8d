"""Enforcement priorities (section 3): the grounds in the table's order, and the level."""

from oracle.truth import Truth
from oracle.words import (
    Tree,
    all_,
    any_,
    date_of,
    day,
    has_any,
    is_,
    is_not,
    not_,
    on_or_after,
    rule,
    yes,
)

# "cleared_or_juvenile_only is yes or some_cleared is yes".
_CLEARED = any_(yes("cleared_or_juvenile_only"), yes("some_cleared"))
_NOT_STATUS_CRIMES = is_not("status_crimes_only", "yes")
_UNSEEN = is_("last_entry_manner", "without_inspection")


def _unclear_if_cleared(condition: Tree) -> Tree:
    """A ground of convictions, with (that) and _CLEARED as what leaves it unsettled."""
    return rule(condition, unclear_if=all_(condition, _CLEARED))


def _caught() -> Tree:
    """1b."""
    at_entry = yes("caught_at_entry")
    return rule(at_entry, unclear_if=all_(yes("caught_earlier"), not_(at_entry)))


def _gang() -> Tree:
    """1c. What a person did at 16 or older counts whatever became of a conviction."""
    convicted, took_part = yes("gang_conviction"), yes("gang_participation")
    return rule(
        any_(convicted, took_part),
        unclear_if=all_(convicted, not_(took_part), _CLEARED),
    )


def _new_entry() -> Tree:
    """2c."""
    cannot_show = is_("in_us_since_2014_01_01", "no")
    since_2014 = on_or_after(date_of("last_entry_date"), day(2014, 1, 1))
    return rule(
        all_(_UNSEEN, cannot_show),
        unclear_if=all_(_UNSEEN, not_(cannot_show), since_2014),
    )


def _recent_order() -> Tree:
    """3."""
    ordered = all_(
        is_("case_stage", "final_order"),
        on_or_after(date_of("removal_order_date"), day(2014, 1, 1)),
    )
    return rule(ordered, unclear_if=all_(ordered, yes("order_on_appeal_or_reinstated")))


GROUNDS: dict[str, Tree] = {
    "1a": yes("security_concern"),
    "1b": _caught(),
    "1c": _gang(),
    "1d": _unclear_if_cleared(all_(yes("felony_label"), _NOT_STATUS_CRIMES)),
    "1e": _unclear_if_cleared(yes("aggravated_felony")),
    "2a": _unclear_if_cleared(all_(is_("misdemeanors", "three_or_more"), _NOT_STATUS_CRIMES)),
    "2b": _unclear_if_cleared(
        any_(
            has_any("significant_offenses"),
            is_("misdemeanor_jail", "exactly_90", "over_90"),
        )
    ),
    "2c": _new_entry(),
    "2d": yes("visa_abuse"),
    "3": _recent_order(),
}


def level(grounds: dict[str, Truth]) -> str:
    """The most serious level with a YES, unless a more serious one has an UNKNOWN."""
    for number in "123":
        here = [truth for ground, truth in grounds.items() if ground[0] == number]
        if True in here:
            above = [truth for ground, truth in grounds.items() if ground[0] < number]
            return "unknown" if None in above else number
    return "unknown" if None in grounds.values() else "none"
