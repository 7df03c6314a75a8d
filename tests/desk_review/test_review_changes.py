"""What changed before signing: held against a comparison of the two results by hand."""

import datetime
from random import Random

import pytest
from people import PICKS, QUIET, VALUES, people

from interview.desk.review import changes

TODAY = datetime.date(2026, 11, 30)
EDITS = 200


def edited(written, chance):
    """The same answers with one of them changed: another value, another list, not sure."""
    fact = chance.choice(sorted(set(written) & (VALUES.keys() | PICKS.keys())))
    if fact in PICKS:
        return {**written, fact: chance.sample(PICKS[fact], chance.randrange(3))}
    return {**written, fact: chance.choice([v for v in VALUES[fact] if v != written[fact]])}


@pytest.fixture(scope="module")
def pairs(somebody):
    chance = Random(83)
    crowd = people(EDITS, 83, TODAY)
    return [(somebody(w, TODAY), somebody(edited(w, chance), TODAY)) for w in crowd]


def differing(kind, before, after):
    """The ids of a kind of thing that two results say otherwise."""
    if kind == "lane":
        return {"lane"} if before.lane != after.lane else set()
    if kind == "level":
        return {"level"} if before.level != after.level else set()
    if kind == "flag":
        return set(before.raised()) ^ set(after.raised())
    if kind == "program":
        return {p for p in after.programs if before.programs[p] != after.programs[p]}
    if kind == "criterion":
        asked = {name for names in after.criteria_of.values() for name in names}
        return {name for name in asked if before.criteria[name] is not after.criteria[name]}
    if kind == "deadline":
        return {name for name, _ in set(before.deadlines) ^ set(after.deadlines)}
    return set(before.missing) ^ set(after.missing)


KINDS = ["lane", "flag", "program", "criterion", "level", "deadline", "missing"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_told_is_what_two_results_say_otherwise(pairs, screening, tongues, kind):
    told = 0
    for before, after in pairs:
        found = changes(screening, before.result, after.result, tongues["en"])
        ids = [row.id for row in found.rows if row.kind == kind]
        assert sorted(ids) == sorted(differing(kind, before.result, after.result))
        told += len(ids)
    assert told


def test_the_kinds_stand_in_the_order_of_a_review(pairs, screening, tongues):
    for before, after in pairs:
        kinds = [
            row.kind for row in changes(screening, before.result, after.result, tongues["en"]).rows
        ]
        assert kinds == sorted(kinds, key=KINDS.index)


def test_both_columns_differ_and_turn_round_with_the_two_results(pairs, screening, tongue):
    for before, after in pairs[:60]:
        there = changes(screening, before.result, after.result, tongue)
        back = changes(screening, after.result, before.result, tongue)
        for row in (*there.answers, *there.rows):
            assert row.before and row.after and row.before != row.after, row
        turned = {(row.kind, row.id, row.after, row.before) for row in back.rows}
        assert {(row.kind, row.id, row.before, row.after) for row in there.rows} == turned


def test_where_nothing_changes_that_is_said(content, people27, screening, tongue):
    for one in people27:
        found = changes(screening, one.result, one.result, tongue)
        assert (found.answers, found.rows, found.is_empty) == ((), (), True)
        assert found.nothing == tongue.say(content.desk.review.changes.nothing)


def test_an_answer_that_leads_to_other_questions_tells_those_too(screening, somebody, tongues):
    before = somebody(QUIET, TODAY)
    after = somebody({**QUIET, "case_stage": "final_order"}, TODAY)
    found = changes(screening, before.result, after.result, tongues["en"])
    facts = [row.id for row in found.answers]
    assert "case_stage" in facts
    assert len(facts) > 1
    assert not found.is_empty
    assert found.nothing == ""
