"""A name that nothing has, and what may be meant."""

import pytest

from interview.rules.names import did_you_mean

KNOWN = ("detained", "state")


@pytest.mark.parametrize(
    ("wanted", "otherwise", "said"),
    [
        ("detaned", None, 'Did you mean "detained"?'),
        ("detaned", "Look at the map", 'Did you mean "detained"?'),
        ("zzz", None, "Known: detained, state"),
        ("zzz", "Look at the map", "Look at the map"),
        ("zzz", "", ""),
    ],
)
def test_the_nearest_name_is_offered_or_else_what_the_caller_says(wanted, otherwise, said):
    assert did_you_mean(wanted, KNOWN, otherwise) == said
