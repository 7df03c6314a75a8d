"""One walk over a tree: each condition becomes something once, from the comparisons up."""

import pytest

from interview.rules import conditions as c
from interview.rules.folding import Fold
from interview.rules.parsing import parse_condition as condition
from interview.rules.references import resolve

HELD = condition("detained is yes")
TEXAN = condition("state is TX")
MATCHES = condition("program daca is matches")


@pytest.fixture
def made():
    """Every comparison that was made into something, in order."""
    return []


@pytest.fixture
def fold(made):
    """Writes a tree as text."""

    def write(comparison):
        made.append(comparison)
        return f"{getattr(comparison, 'fact', 'program')}"

    return Fold(
        leaves={c.Is: write, c.ProgramIs: write},
        group=lambda kind, parts: f"{kind.__name__}({', '.join(parts)})",
        rule=lambda holds, unclear: f"{holds} unless {unclear}",
        ground=lambda ground, rule: f"{ground}: {rule}",
    )


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("detained is yes", "detained"),
        ({"all": ["detained is yes", "state is TX"]}, "All(detained, state)"),
        ({"any": ["detained is yes", {"none": ["state is TX"]}]}, "Any_(detained, None_(state))"),
        ("held", "detained"),
        ("ground 1a", "1a: detained"),
        ("ground 2c", "2c: detained unless state"),
        ("any ground", "Any_(1a: detained, 2c: detained unless state)"),
        ("program daca is matches", "program"),
    ],
)
def test_a_tree_is_made_from_its_comparisons_up(fold, written, text):
    grounds = {"1a": c.Rule(HELD), "2c": c.Rule(HELD, TEXAN)}
    assert fold.condition(resolve(condition(written), {"held": HELD}, grounds)) == text


def test_each_condition_is_made_once_but_for_what_a_program_came_to(fold, made):
    tree = c.All((HELD, TEXAN, HELD, MATCHES, MATCHES))
    assert fold.condition(tree) == "All(detained, state, detained, program, program)"
    assert fold.rule(c.Rule(tree, TEXAN)) == fold.rule(c.Rule(tree, TEXAN))
    # What names no program is made once; the sentence about the program anew with each tree.
    assert made == [HELD, TEXAN, MATCHES, MATCHES, MATCHES, MATCHES]


def test_a_fold_has_seen_its_conditions_and_not_its_rules(fold):
    fold.rule(c.Rule(HELD, TEXAN))
    assert fold.seen == [HELD, TEXAN]


@pytest.mark.parametrize(
    "unresolved", [c.Named("held"), c.GroundHolds("1a"), c.HasAny("offenses")], ids=str
)
def test_what_was_not_resolved_or_has_no_leaf_is_made_into_nothing(fold, unresolved):
    with pytest.raises(TypeError) as refused:
        fold.condition(unresolved)
    assert str(refused.value) == f"this condition was not resolved: {unresolved}"
