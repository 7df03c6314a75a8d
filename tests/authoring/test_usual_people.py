"""Somebody found near usual answers is somebody; who is not found so does not exist."""

import pytest

from interview.authoring.claims import OnePerson, read_claims
from interview.authoring.crowd import Span, answerable
from interview.authoring.prover import Cast, Edition, Replay, near_usual
from interview.authoring.prover.asking import Prover
from interview.authoring.prover.solver import every, negation, open_formula
from interview.loading import QUESTIONS, load

CONTENT = load(QUESTIONS)
DAY = Span(CONTENT.law.last_legal_check, CONTENT.law.last_legal_check)
SENTENCES = [
    sentence
    for claim in read_claims(QUESTIONS, CONTENT)
    if isinstance(claim.body, OnePerson)
    for sentence in (*claim.body.forbidden[:3], *claim.body.somebody)
]


def test_a_wish_that_stands_in_the_way_is_given_up_and_the_others_are_kept() -> None:
    one, other, third = (open_formula(name) for name in ("one", "other", "third"))
    prover = Prover([every((one, other))])
    world = prover.find_near([negation(one), third])
    assert [world.holds(part) for part in (one, other, third)] == [True, True, True]


def test_what_is_impossible_without_any_wish_is_impossible() -> None:
    one = open_formula("one")
    prover = Prover([one])
    with prover.supposing(negation(one)):
        assert prover.find_near([one, open_formula("other")]) is None
    assert prover.find_near([negation(one)]) is not None


@pytest.mark.audit
@pytest.mark.slow
def test_near_usual_answers_there_is_somebody_exactly_where_there_is_anybody() -> None:
    cast, replay = Cast(answerable(CONTENT), DAY), Replay(Edition(CONTENT))
    anybody = cast.anybody(CONTENT)
    found = {}
    for sentence in SENTENCES:
        wanted = anybody.truth(sentence.condition).yes
        world = near_usual(cast, [cast.answers], wanted)
        found[sentence.line] = world is not None
        assert found[sentence.line] is (cast.prover.find(wanted) is not None), sentence.line
        if world is not None:
            person = cast.found(cast.answers, world)
            assert replay.holds(sentence.condition, person.answers, person.as_of)
    assert set(found.values()) == {True, False}
