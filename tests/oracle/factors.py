"""Factors and the escalation ladder (section 5)."""

from typing import Any

from oracle.flag_conditions import HAS_CHILD_2014
from oracle.truth import Person, judge
from oracle.words import (
    AS_OF,
    Tree,
    after,
    all_,
    any_,
    before,
    birthday,
    date_of,
    has_any,
    includes,
    is_,
    is_not,
    not_,
    on_or_before,
    years_after,
    yes,
)


def _clean_history() -> Tree:
    """No arrest, nothing in the immigration history, no order, no gang tie, no concern."""
    said_no = ("any_arrest", "gang_participation", "gang_accusation", "security_concern")
    return all_(
        not_(has_any("immigration_history")),
        is_not("case_stage", "final_order"),
        *(is_(fact, "no") for fact in said_no),
    )


POSITIVE: dict[str, Tree] = {
    "long_residence": on_or_before(years_after(10, "first_arrival_date"), AS_OF),
    "came_as_child": before(date_of("first_arrival_date"), birthday(16)),
    "family_ties": any_(has_any("family"), HAS_CHILD_2014),
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
    "clean_history": _clean_history(),
}

ADVERSE: dict[str, Tree] = {
    "criminal_history": yes("any_conviction"),
    "came_back": yes("reentered_after_order"),
    "missed_hearing": includes("immigration_history", "missed_hearing"),
    "fraud": includes("immigration_history", "false_documents", "false_citizen_claim"),
    "gang": any_(yes("gang_conviction"), yes("gang_participation")),
}


def factors(person: Person) -> dict[str, list[str]]:
    """Those that hold."""
    return {
        name: [factor for factor, tree in table.items() if judge(tree, person)[0] is True]
        for name, table in (("positive", POSITIVE), ("adverse", ADVERSE))
    }


# -------------------------------------------------------------------------- escalation

SHOWN = any_(
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


def escalation(person: Person) -> dict[str, Any]:
    """The steps above whoever denied; from the first where nobody did, or it is unsure who."""
    if judge(SHOWN, person)[0] is not True:
        return {"shown": False, "steps": []}
    # A level counts only beside a denial.
    denied = judge(is_("request", "denied"), person)[0] is True
    by = [who for who in FIRST_STEP if judge(is_("request_level", who), person)[0] is True]
    first = FIRST_STEP[by[0]] if denied and by else "ask_decision"
    return {"shown": True, "steps": STEPS[STEPS.index(first) :]}
