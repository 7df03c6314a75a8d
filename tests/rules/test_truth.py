"""The strong Kleene tables, whole: unknown is never no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.rules.truth import NO, UNKNOWN, YES, Truth, all_of, any_of, from_bool, negate

truths = st.lists(st.sampled_from(Truth))

ALL_OF = {
    (YES, YES): YES,
    (YES, NO): NO,
    (YES, UNKNOWN): UNKNOWN,
    (NO, YES): NO,
    (NO, NO): NO,
    (NO, UNKNOWN): NO,
    (UNKNOWN, YES): UNKNOWN,
    (UNKNOWN, NO): NO,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
ANY_OF = {
    (YES, YES): YES,
    (YES, NO): YES,
    (YES, UNKNOWN): YES,
    (NO, YES): YES,
    (NO, NO): NO,
    (NO, UNKNOWN): UNKNOWN,
    (UNKNOWN, YES): YES,
    (UNKNOWN, NO): UNKNOWN,
    (UNKNOWN, UNKNOWN): UNKNOWN,
}
NEGATED = {YES: NO, NO: YES, UNKNOWN: UNKNOWN}


def _named(value):
    return value.name if isinstance(value, Truth) else " ".join(truth.name for truth in value)


@pytest.mark.parametrize(("pair", "expected"), ALL_OF.items(), ids=_named)
def test_all_of_two_truths_is_their_kleene_and(pair, expected):
    assert all_of(pair) is expected


@pytest.mark.parametrize(("pair", "expected"), ANY_OF.items(), ids=_named)
def test_any_of_two_truths_is_their_kleene_or(pair, expected):
    assert any_of(pair) is expected


@pytest.mark.parametrize(("truth", "expected"), NEGATED.items(), ids=_named)
def test_the_negation_of_unknown_is_unknown(truth, expected):
    assert negate(truth) is expected


def test_nothing_is_missing_from_an_empty_list_and_nothing_is_found_in_it():
    assert (all_of([]), any_of([])) == (YES, NO)


@pytest.mark.parametrize("truth", Truth)
def test_a_truth_has_no_boolean_value(truth):
    with pytest.raises(TypeError, match=r"^a truth may be unknown: compare it with YES, NO or"):
        bool(truth)


def test_a_settled_fact_is_yes_or_no():
    assert (from_bool(True), from_bool(False)) == (YES, NO)


@given(truths)
def test_not_all_is_the_same_as_any_not(found):
    assert negate(all_of(found)) is any_of(map(negate, found))


@given(truths)
def test_the_order_of_the_parts_does_not_matter(found):
    assert all_of(found) is all_of(reversed(found))
    assert any_of(found) is any_of(reversed(found))
