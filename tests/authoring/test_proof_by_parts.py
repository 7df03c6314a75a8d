"""What is proved of slices is true of the whole content, and what breaks it is still found."""

import dataclasses

import pytest

from interview.authoring.claims import OnePerson, TwoPeople, read_claims, without
from interview.authoring.claims.claims import NEVER
from interview.authoring.crowd import Span, answerable
from interview.authoring.prove import Proving
from interview.authoring.prove.by_parts import ByParts
from interview.authoring.prover import Cast, Edition, Slices, is_value, negation
from interview.loading import QUESTIONS, TRANSLATIONS, load
from interview.rules import conditions as c

CONTENT = load(QUESTIONS)
CLAIMS = {claim.id: claim.body for claim in read_claims(QUESTIONS, CONTENT)}
OF_ONE = {name: body for name, body in CLAIMS.items() if isinstance(body, OnePerson)}
OF_TWO = {name: body for name, body in CLAIMS.items() if isinstance(body, TwoPeople)}
DAY = Span(CONTENT.law.last_legal_check, CONTENT.law.last_legal_check)


@pytest.mark.slow
@pytest.mark.parametrize("body", OF_ONE.values(), ids=OF_ONE)
def test_what_a_slice_says_of_one_person_the_whole_says_too(body):
    cast, parts = Cast(answerable(CONTENT), DAY), ByParts(CONTENT, DAY)
    anybody = cast.anybody(CONTENT)
    for sentence in body.forbidden:
        whole = cast.prover.find(anybody.truth(sentence.condition).yes) is None
        assert whole or not parts.nobody_meets(sentence), sentence.line


@pytest.mark.audit
@pytest.mark.slow
@pytest.mark.parametrize("body", OF_TWO.values(), ids=OF_TWO)
def test_what_slices_say_of_two_people_the_whole_says_too(body):
    content = without(CONTENT, body.apart_from)
    parts = ByParts(content, DAY)
    for change in body.changes[:3]:
        left = parts.left_over(change, body.never)
        cast = Cast(answerable(content), DAY)
        two = change.make(cast, content)
        for line in body.never:
            world = cast.prover.find(two.related, line.formula(two.before, two.after))
            assert world is None or line in left, line.line
        # All is proved without the whole: else nothing would be won.
        assert left == ()


def test_a_conclusion_is_in_its_slice_with_all_that_it_hangs_on():
    slices = Slices(CONTENT)
    for flag in CONTENT.flags:
        reached = slices.reached_by([f"flag {flag.id}"])
        assert {*c.facts(flag.condition), f"flag {flag.id}"} <= reached
        asked_ifs = {q.id: q.asked_if for q in CONTENT.questions if q.asked_if is not None}
        for fact in reached & asked_ifs.keys():
            assert reached >= set(c.facts(asked_ifs[fact]))
        for part in c.comparisons(flag.condition):
            if isinstance(part, c.ProgramIs):
                criteria = CONTENT.programs[part.program].criteria
                assert reached >= {f"criterion {criterion}" for criterion in criteria}
        sliced = slices.content_of(reached)
        assert {question.id for question in sliced.questions} == reached & slices.facts


def proving(content):
    return Proving(QUESTIONS, TRANSLATIONS, Edition(content), DAY)


def verdict(content, body):
    [claim] = [claim for claim in read_claims(QUESTIONS, CONTENT) if claim.body == body]
    return proving(content).prove(claim)


@pytest.mark.slow
def test_a_flag_that_nobody_gets_any_more_breaks_what_is_said_of_one_person():
    first = next(flag for flag in CONTENT.flags if flag.urgency == "now")
    broken = first.model_copy(update={"condition": NEVER})
    flags = tuple(broken if flag is first else flag for flag in CONTENT.flags)
    content = dataclasses.replace(CONTENT, flags=flags)
    found = verdict(content, CLAIMS["urgent_answers_raise_their_flag"])
    assert [example.broken for example in found.counterexamples]
    assert not found.proved


@pytest.mark.audit
@pytest.mark.slow
def test_a_flag_that_an_unsure_answer_takes_away_breaks_what_is_said_of_two_people():
    """A flag of now that is raised by something known and not by its doubt, planted as its twin."""
    fact = next(q for q in CONTENT.questions if q.type == "yes_no" and q.asked_if is None)
    planted = next(flag for flag in CONTENT.flags if flag.urgency == "now").model_copy(
        update={"id": "planted", "condition": c.NotKnown(fact.id)}
    )
    content = dataclasses.replace(CONTENT, flags=(*CONTENT.flags, planted))
    body = CLAIMS["unknown_is_right"]
    flags = next(line for line in body.never if line.names[0].startswith("flag "))
    of_planted = dataclasses.replace(flags, names=(*flags.names, "flag planted"))
    never = tuple(of_planted if line is flags else line for line in body.never)
    [claim] = [claim for claim in read_claims(QUESTIONS, CONTENT) if claim.body == body]
    claim = dataclasses.replace(claim, body=dataclasses.replace(body, never=never))
    found = proving(content).prove(claim)
    broken = [line for example in found.counterexamples for line in example.broken]
    assert any("flag planted" in line for line in broken)


def known_fact(_):
    """A flag that a doubt lowers: it is raised for whoever knows what the blue may leave open."""
    cast = Cast(answerable(CONTENT), DAY)
    anybody = cast.anybody(CONTENT)
    is_blue = is_value(anybody.answers["lane"], "blue")
    fact = next(
        question.id
        for question in CONTENT.questions
        if question.asked_if is None
        and cast.prover.find(is_blue, negation(anybody.answers[question.id].known))
    )
    return c.None_((c.NotKnown(fact),))


def nothing_on_record(change):
    """A flag that something on record lowers."""
    return c.Is(change.fact, change.before)


@pytest.mark.audit
@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "condition"),
    [("not_sure_never_helps", known_fact), ("one_more_on_record_never_helps", nothing_on_record)],
)
def test_a_lane_that_falls_is_left_to_the_whole_which_shows_who_breaks_the_claim(name, condition):
    body = CLAIMS[name]
    change = body.changes[0]
    planted = next(flag for flag in CONTENT.flags if flag.urgency == "now").model_copy(
        update={"id": "planted", "condition": condition(change), "cautious": False}
    )
    content = dataclasses.replace(CONTENT, flags=(*CONTENT.flags, planted))
    apart = without(content, body.apart_from)
    left = ByParts(apart, DAY).left_over(change, body.never)
    cast = Cast(answerable(apart), DAY)
    two = change.make(cast, apart)
    whole = [
        line
        for line in body.never
        if cast.prover.find(two.related, line.formula(two.before, two.after)) is not None
    ]
    assert list(left) == whole != []
    assert {line.names for line in left} == {("lane",)}
    [claim] = [claim for claim in read_claims(QUESTIONS, CONTENT) if claim.body == body]
    claim = dataclasses.replace(claim, body=dataclasses.replace(body, changes=(change,)))
    found = proving(content).prove(claim)
    # Nothing is shown here that the real evaluator did not confirm.
    [example] = found.counterexamples
    assert all(line.startswith("lane goes from ") for line in example.broken)
    assert example.broken
