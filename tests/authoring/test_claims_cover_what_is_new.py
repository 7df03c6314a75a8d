"""A new flag, program or language: check says which claim must be extended, where and how."""

import dataclasses

import pytest

from interview.authoring.claims import claim_reader, read_claims
from interview.languages import read_languages
from interview.loading import QUESTIONS, TRANSLATIONS, ContentError, read_file

CLAIMS = read_file(QUESTIONS / "claims.yaml", "questions/claims.yaml")
LISTED = CLAIMS.data["claims"]


def line_of(claim, *steps):
    number = [written["id"] for written in LISTED].index(claim)
    return CLAIMS.line(("claims", number, *steps))


def problems(content):
    """What is wrong with the product's claims about a content: the line, and the message."""
    try:
        read_claims(QUESTIONS, content)
    except ContentError as error:
        return [(problem.line, problem.rule, problem.message) for problem in error.problems]
    return []


def with_flag(content, **changed):
    flag = content.flags[0].model_copy(update={"id": "new_flag", "cautious": False, **changed})
    return dataclasses.replace(content, flags=(*content.flags, flag))


def without_flag(content, kind, message, *claims):
    told = f'"new_flag" is {kind}, and this claim leaves it out. {message}'
    return [(line_of(claim), claim, told) for claim in claims]


def test_the_product_s_claims_name_all_that_they_must(content):
    assert problems(content) == []


@pytest.mark.parametrize(
    ("urgency", "claims"),
    [
        ("now", ("urgent_answers_raise_their_flag", "only_these_cannot_wait_a_day")),
        ("soon", ("urgent_answers_raise_their_flag",)),
        ("before", ()),
    ],
)
def test_an_urgent_flag_must_be_named_by_the_claims_about_its_urgency(content, urgency, claims):
    assert problems(with_flag(content, urgency=urgency)) == without_flag(
        content, f"a flag of the urgency {urgency}",
        'Add a condition with "flags includes new_flag"', *claims,
    )  # fmt: skip


def test_a_flag_that_an_unknown_answer_raises_is_apart_from_what_stays_settled(content):
    """A cautious flag, one that says `is not known`, and one that speaks of a program."""
    of_doubt = {flag.id: flag for flag in content.flags}
    for like in ("recent_entry", "not_sure", "first_daca"):
        doubtful = of_doubt[like]
        changed = {"urgency": "before", "condition": doubtful.condition,
                   "cautious": doubtful.cautious}  # fmt: skip
        assert problems(with_flag(content, **changed)) == without_flag(
            content, "a flag that an unknown answer raises", "Add it to apart_from",
            "unknown_is_right",
        ), like  # fmt: skip


def test_a_program_whose_status_no_claim_speaks_of_is_named(content):
    first = next(iter(content.programs.values()))
    program = first.model_copy(update={"id": "new", "timeline": "bond"})
    changed = dataclasses.replace(content, programs={**content.programs, "new": program})
    assert problems(changed) == [
        (CLAIMS.line(("claims",)), "new",
         'no claim says what the status of "bond" never is. Add a claim with '
         "status: {timeline: bond, never: [...], seen: [...]}")
    ]  # fmt: skip


def test_a_new_language_must_have_its_words_in_every_claim_about_words(content, monkeypatch):
    listed = read_languages(TRANSLATIONS)
    new = listed["es"].model_copy(update={"code": "pt"})
    more = listed.model_copy(update={"languages": (*listed.languages, new)})
    monkeypatch.setattr(claim_reader, "read_languages", lambda folder: more)
    told = 'there are no words for pt here. Add a line "pt: [...]"'
    wanted = [
        (line_of(claim["id"], kind, *steps), claim["id"], told)
        for claim in LISTED
        for kind in ("text", "flag_text")
        if kind in claim
        for steps in ([(key,) for key in claim_reader.WORD_LISTS] if kind == "text" else [()])
    ]
    assert len(wanted) > 4
    assert problems(content) == wanted


def test_what_is_nothing_to_cover_is_refused_with_what_there_is(content, tmp_path):
    text = (QUESTIONS / "claims.yaml").read_text(encoding="utf-8")
    (tmp_path / "claims.yaml").write_text(
        text.replace("covers: [doubt]", "covers: [doubts]"), encoding="utf-8"
    )
    with pytest.raises(ContentError) as refused:
        read_claims(tmp_path, content)
    [problem] = refused.value.problems
    assert problem.message == (
        '"doubts" is nothing to cover. Write one of now, soon, before, doubt'
    )
