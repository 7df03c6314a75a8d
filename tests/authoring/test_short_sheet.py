"""The short sign-up sheet asks what the shipped flags of today hang on."""

from interview.rules import conditions


def test_the_short_sheet_asks_all_that_can_make_somebody_red(content):
    short = set(content.papers.sign_up.short)
    urgent = [flag.condition for flag in content.flags if flag.urgency == "now"]
    assert {fact for one in urgent for fact in conditions.facts(one)} <= short
    assert 12 <= len(short) <= 18
