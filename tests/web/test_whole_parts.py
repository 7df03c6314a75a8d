"""The compact way: a helper has a whole part on one page, and reads it aloud or fills it in."""

import re
from urllib.parse import urlencode

import pytest
from answers import LONGEST, QUIET
from audited import so_many
from people import people
from spoken import LANGUAGES
from visitor import AS_OF, BREAK_OUT, CHECK, NEXT_STEPS, Visitor, site_of
from werkzeug.datastructures import MultiDict

FIRST = {"answering_for": "client"}
AT_MOST = 8
ZIPPED = {"Accept-Encoding": "gzip"}
EVERYONE = [dict(person) | FIRST for person in people(so_many(8, 60), 15, AS_OF)]
MOST_FOLLOW_UPS = 12
FEBRUARY_31 = {"day": "31", "month": "2", "year": "1990"}
THE_PERSON = {"en": "the person you are helping", "es": "la persona a quien usted ayuda"}


@pytest.fixture
def helper(visitor):
    """A helper who chose the compact way on the first question."""
    return compact(visitor)


def compact(visitor, language="en"):
    visitor.start(language, "client")
    visitor.press([*visitor.page.kept(), ("compact", "1")])
    return visitor


def fill_in(visitor, answers):
    """Fill in the part that is shown, with what follows from it, and go on."""
    for _ in range(MOST_FOLLOW_UPS):
        before = set(visitor.page.fields)
        past_break_outs(visitor, [*visitor.fill(answers), ("more", "1")])
        if set(visitor.page.fields) == before:
            break
    return past_break_outs(visitor, visitor.fill(answers))


def past_break_outs(visitor, posted):
    """Press, and go on from what breaks out: it has nothing to fill in."""
    visitor.press(posted)
    return visitor.press([]) if visitor.address == BREAK_OUT else visitor.page


def filled_in(visitor, answers):
    """Go through all parts; return how many pages were met, the check among them."""
    for count in range(1, AT_MOST + 1):
        if not visitor.page.fields:
            return count
        facts = set(visitor.page.fields)
        fill_in(visitor, answers)
        if set(visitor.page.fields) == facts:
            # Something was odd and asked back: the same answers again.
            past_break_outs(visitor, visitor.fill(answers))
    raise AssertionError("no end")


def result_of(visitor):
    page = visitor.open(NEXT_STEPS)
    return page.data("lane"), page.paired("criterion", "truth"), page.data("flag"), page.text


def test_a_helper_meets_at_most_eight_pages_and_the_result_is_that_of_one_by_one(app):
    for person in [QUIET | FIRST, LONGEST | FIRST, FIRST, *EVERYONE]:
        one_by_one, by_parts = Visitor(app.test_client()), Visitor(app.test_client())
        one_by_one.next_steps(person)
        assert filled_in(compact(by_parts), person) <= AT_MOST
        assert result_of(by_parts) == result_of(one_by_one), person


def test_what_follows_appears_on_the_same_page_after_its_own_button_and_not_before(helper):
    assert "hearing_soon" not in helper.page.fields
    helper.press([("case_stage", "in_proceedings"), ("more", "1")])
    assert "hearing_soon" in helper.page.fields and not helper.page.is_wrong
    assert (
        dict(helper.page.kept())["case_stage"] == helper.page.codes["case_stage", "in_proceedings"]
    )
    helper.press([("case_stage", "no_case"), ("more", "1")])
    assert "hearing_soon" not in helper.page.fields


def test_to_go_on_with_a_question_left_says_which_and_keeps_the_rest(helper):
    posted = [pair for pair in helper.fill(QUIET) if pair[0] != "detained"]
    helper.press(posted)
    assert helper.page.is_wrong and "detained" in helper.page.fields
    left = {name for name, _ in helper.page.kept()} ^ set(helper.page.fields)
    assert left == {"detained"}


def test_a_date_that_cannot_be_stays_as_it_was_typed(helper):
    fill_in(helper, QUIET)
    wrong = [pair for pair in helper.fill(QUIET) if not pair[0].startswith("first_arrival")]
    wrong += [(f"first_arrival_date-{box}", value) for box, value in FEBRUARY_31.items()]
    for press, is_wrong in (("more", False), ("", True)):
        helper.press([*wrong, (press, "1")] if press else wrong)
        assert helper.page.is_wrong == is_wrong
        kept = dict(helper.page.kept())
        assert {box: kept[f"first_arrival_date-{box}"] for box in FEBRUARY_31} == FEBRUARY_31


WAYS = [("language", "es"), ("both", "1"), ("aloud", "1"), ("compact", "0"), ("to", "/urgent")]


@pytest.mark.parametrize("way", WAYS)
def test_no_way_off_the_page_loses_what_was_filled_in(helper, way):
    helper.press([("detained", "no"), ("case_stage", "in_proceedings"), way])
    back = compact_again(helper)
    kept = dict(back.page.kept())
    assert {name: kept.get(name) for name in ("detained", "case_stage")} == {
        "detained": back.page.codes["detained", "no"],
        "case_stage": back.page.codes["case_stage", "in_proceedings"],
    }


def compact_again(visitor):
    visitor.open("/q")
    if ("compact", "1") in visitor.page.buttons:
        visitor.press([*visitor.page.kept(), ("compact", "1")])
    return visitor


def test_back_goes_to_the_part_before_and_keeps_this_one(helper):
    fill_in(helper, QUIET)
    helper.press([("birth_date-year", "1980"), ("back", "1")])
    assert "detained" in helper.page.fields
    helper.press(helper.page.kept())
    assert ("birth_date-year", "1980") in helper.page.kept()


def test_who_changes_an_answer_and_goes_back_is_at_the_check_again(helper):
    filled_in(helper, QUIET | FIRST)
    assert helper.address == CHECK
    change = next(button for button in helper.page.buttons if button[0] == "change")
    helper.press([change])
    assert helper.page.fields
    helper.press([*helper.page.kept(), ("back", "1")])
    assert helper.address == CHECK


@pytest.mark.sampled(2)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_compact_way_has_one_size_and_every_post_one_length(app, language):
    sizes, longest = set(), site_of(app).post_length(is_compact=True)
    for person in [QUIET | FIRST, LONGEST | FIRST, FIRST, *EVERYONE[:6]]:
        visitor = compact(Visitor(app.test_client()), language)
        for _ in range(AT_MOST):
            sizes.add(len(visitor.client.get("/q", headers=ZIPPED).data))
            fields = MultiDict(visitor.page.coded(visitor.fill(person)))
            fields.update(visitor.page.hidden)
            assert len(urlencode(list(fields.items(multi=True)))) + len("&pad=") < longest
            if visitor.page.fields:
                fill_in(visitor, person)
    assert len(sizes) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_person_is_named_at_most_once_a_page_and_aloud_the_questions_say_you(app, language):
    for aloud in ("0", "1"):
        visitor = compact(Visitor(app.test_client()), language)
        visitor.press([*visitor.page.kept(), ("aloud", aloud)])
        while visitor.page.fields:
            said = len(re.findall(THE_PERSON[language], visitor.page.text, re.IGNORECASE))
            assert said <= (0 if aloud == "1" else 1), visitor.page.heading
            fill_in(visitor, LONGEST | FIRST)


def test_only_a_helper_is_offered_it(visitor):
    visitor.start(voice="self")
    assert ("compact", "1") not in visitor.page.buttons
    visitor.press([*visitor.page.kept(), ("compact", "1")])
    assert len(visitor.page.fields) < 6
