"""What nobody is sure of, in the next steps: told as unknown, and never as if it had been said."""

import datetime

import pytest
from people import people
from summary_parts import flag, section

from interview.languages import Tongue
from interview.summary import plain_text

TODAY = datetime.date(2026, 11, 29)
ENGLISH = Tongue("en", "self", {})
UNCLEAR_CRIMES = {
    "any_arrest": "yes", "any_conviction": "yes", "significant_offenses": ["dui"],
    "felony_over_one_year": "no", "misdemeanor_jail": "none", "misdemeanors": "one_or_two",
    "status_crimes_only": "no",
}  # fmt: skip


def unclear_texts(content):
    """The notes that nobody has settled something, each with the rule that says when."""
    ruled = [*content.criteria.values(), *content.priorities.grounds]
    return [(one.unclear.to_self, one.rule) for one in ruled if one.unclear is not None]


def test_that_nobody_has_settled_something_is_said_where_the_answers_say_so_and_nowhere_else(
    content, screening, reader, summarizer
):
    texts, told = unclear_texts(content), set()
    # The whole of them, and the same people unsure of every second answer.
    crowd = [*people(60, 15, TODAY)]
    crowd += [{f: a for n, (f, a) in enumerate(one.items()) if n % 2} for one in crowd]
    for written in crowd:
        result = screening.screen(reader.read_all(written)[0], TODAY)
        said = plain_text.render(summarizer.build(result, ENGLISH))
        for text in {text for text, _ in texts if _flat(text) in _flat(said)}:
            told.add(text)
            shared = [rule for words, rule in texts if words == text]
            assert any(screening.holds(one.unclear_if, result) for one in shared), text
    assert told


@pytest.mark.parametrize(("cleared", "is_said"), [("some", True), ("no", False), ("unsure", False)])
def test_a_note_on_erased_convictions_is_for_who_has_one(build, content, cleared, is_said):
    answers = {"cleared_or_juvenile_only": "no", "some_cleared": "no"}
    if cleared == "some":
        answers["some_cleared"] = "yes"
    elif cleared == "unsure":
        answers = {}
    said = plain_text.render(build(**UNCLEAR_CRIMES, **answers))
    note = content.criteria["no_bar_crimes"].unclear.to_self
    assert (_flat(note) in _flat(said)) is is_said


def test_what_an_unsure_answer_passed_over_stands_apart_from_what_nobody_knew(build):
    unknown = section(build(any_arrest="unsure"), "unknown")
    assert "any_arrest" in {card.id for card in unknown.cards}
    behind = {card.id for card in unknown.more_cards}
    assert "any_conviction" in behind and not behind & {card.id for card in unknown.cards}
    assert unknown.more_title
    assert unknown.title.endswith(f"({len(unknown.cards)})")


def test_nothing_stands_apart_where_nothing_was_passed_over(build):
    unknown = section(build(fears_return="unsure"), "unknown")
    assert (unknown.more_title, unknown.more_cards) == ("", ())


def test_a_flag_of_what_nobody_is_sure_of_names_each_answer(build, content):
    asked = [
        "case_stage", "any_arrest", "gang_participation", "security_concern", "persecution",
        "immigration_history", "late_trips", "possible_citizen",
    ]  # fmt: skip
    unsure = build(**dict.fromkeys(asked, "unsure"))
    [because] = flag(unsure, "not_sure").because
    names = {q.id: q.short.to_self for q in content.questions}
    assert all(names[fact] in because for fact in asked)
    assert because.count("I'm not sure") == 1


def _flat(text):
    return " ".join(text.split())
