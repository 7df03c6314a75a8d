"""Before the end: what an answer brings up at once, and what can be said so far."""

import re

import pytest
from answers import BLUE, QUIET
from spoken import COMPLETE
from visitor import BREAK_OUT, CONCLUDE, SO_FAR, Page, page_of

# Whom each flag of now is for, and on whose page it comes up.
CAME_HERE = {"last_entry_date": "2026-03", "last_entry_manner": "without_inspection"}
COMES_UP = {
    "detained": ({"detained": "yes"}, "detained"),
    "removal_date": ({"removal_date_set": "yes"}, "removal_date_set"),
    "hearing_soon": ({"case_stage": "in_proceedings", "hearing_soon": "yes"}, "hearing_soon"),
    "missed_hearing": ({"immigration_history": ["missed_hearing"]}, "immigration_history"),
    "open_charge": ({"any_arrest": "yes", "open_charge": "yes"}, "open_charge"),
    "theft_arrest": (
        {"any_arrest": "yes", "theft_or_assault_arrest": "yes"}, "theft_or_assault_arrest"
    ),
    "recent_entry": ({**CAME_HERE, "two_year_proof": "no"}, None),
    "asylum_year": (
        {"fears_return": "yes", "last_entry_date": "2026-03", "last_entry_manner": "inspected"},
        None,
    ),
    "order_new": (
        {"case_stage": "final_order", "removal_order_date": "2026-09-20"}, "removal_order_date"
    ),
    "citizen_held": ({"possible_citizen": "yes", "case_stage": "in_proceedings"}, None),
}  # fmt: skip
MOST_WORDS = {"en": 170, "es": 185}


def words_of(page):
    """The words that can be seen in the main part, with every fold closed."""
    main = page.html.partition("<main")[2].partition("</main>")[0]
    for hidden in (r"<p[^>]* hidden>.*?</p>", r"</summary>.*?</details>", r"<script.*?</script>"):
        main = re.sub(hidden, " ", main, flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", main.partition(">")[2]).split()


def at_break_out(visitor, flag, language="en", voice="self"):
    """Answer page after page, until the flag comes up."""
    answers, _ = COMES_UP[flag]
    visitor.begin(language)
    said = {**BLUE, "answering_for": voice, "in_us_now": "yes", "fears_return": "no",
            "possible_citizen": "no", "removal_date_set": "no", **answers}  # fmt: skip
    visitor.answer_all(said, until=BREAK_OUT)
    return said


@pytest.mark.parametrize("flag", COMES_UP)
def test_an_answer_that_raises_a_flag_of_now_is_met_on_the_next_page(visitor, site, app, flag):
    at_break_out(visitor, flag)
    found = next(one for one in site.content.break_outs.break_outs if one.flag == flag)
    assert (visitor.path, visitor.page.heading) == ("/q", found.headline.to_self)
    assert visitor.page.data("lane") == ["red"]
    assert visitor.page.paired("lane", "so-far") == [("red", None)]
    steps = visitor.page.html.partition('<ol class="steps">')[2].partition("</ol>")[0]
    assert 1 <= steps.count("<li>") <= 4
    assert 'class="do-not"' in visitor.page.html
    if page := COMES_UP[flag][1]:
        asked = [address for address, _ in visitor.seen if address.startswith("/q/")]
        assert asked[-1] == page_of(app, page)


@pytest.mark.parametrize("voice", ["self", "client"])
@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("flag", COMES_UP)
def test_a_break_out_and_what_can_be_said_so_far_are_short(visitor, flag, language, voice):
    at_break_out(visitor, flag, language, voice)
    # What contacts of an operator take more than the link that stands in their place.
    room = MOST_WORDS.get(language, 185) - 30
    assert len(words_of(visitor.page)) <= room, words_of(visitor.page)
    visitor.open(CONCLUDE)
    assert visitor.address == SO_FAR
    assert len(words_of(visitor.page)) <= room, words_of(visitor.page)


def test_a_break_out_is_not_lost_by_loading_anew_or_by_looking_elsewhere(visitor):
    at_break_out(visitor, "detained")
    for elsewhere in ("/q", "/urgent", "/steps", "/privacy", "/q"):
        visitor.open(elsewhere)
    assert visitor.address == BREAK_OUT


def test_back_from_a_break_out_is_the_page_that_raised_it_and_the_same_answer_goes_on(visitor, app):
    said = at_break_out(visitor, "detained")
    visitor.press([("back", "1")])
    assert visitor.address == page_of(app, "detained")
    visitor.press(visitor.fill(said))
    assert visitor.address not in (BREAK_OUT, page_of(app, "detained"))


def test_answer_more_is_the_first_form_of_main_and_goes_on_asking(visitor, app):
    at_break_out(visitor, "detained")
    main = visitor.page.html.partition("<main")[2].partition("</main>")[0]
    form = main.partition("<form")[2].partition("</form>")[0]
    assert 'method="post" action="/q"' in form and 'rel="next"' not in main
    visitor.press([])
    assert visitor.address == page_of(app, "held_in")


def test_see_the_steps_so_far_leads_there_and_from_there_to_the_next_question(visitor, app):
    at_break_out(visitor, "detained")
    visitor.press([("to", "/steps")])
    assert visitor.address == SO_FAR
    visitor.open(visitor.page.onward())
    assert visitor.address == page_of(app, "held_in")


def test_several_at_once_are_one_break_out_for_the_most_urgent_with_the_names_of_the_others(
    visitor,
):
    visitor.begin()
    said = {**BLUE, "case_stage": "final_order", "removal_order_date": "2026-09-20",
            "possible_citizen": "no", "any_arrest": "yes", "open_charge": "yes",
            "theft_or_assault_arrest": "yes", "immigration_status": "none"}  # fmt: skip
    visitor.answer_all(said, until=BREAK_OUT)
    visitor.press([])
    visitor.answer_all(said, until=BREAK_OUT)
    assert visitor.page.heading == "An open charge: see an immigration lawyer today."
    assert "Also for today: Arrest: theft, assault or injury." in visitor.page.text


def test_it_is_shown_once_and_again_only_where_another_flag_of_now_comes_up(visitor):
    said = {**QUIET, "detained": "yes", "immigration_history": ["missed_hearing"]}
    visitor.next_steps(said)
    shown = [page.heading for address, page in visitor.seen if address == BREAK_OUT]
    assert shown == ["You are held: ask for a lawyer today.",
                     "A missed hearing: see a lawyer today."]  # fmt: skip


def test_an_odd_date_is_asked_back_first_and_the_break_out_follows(visitor):
    said = {**QUIET, "last_entry_date": "2026-12", "two_year_proof": "no", "in_us_now": "yes"}
    visitor.interview(said, until=BREAK_OUT)
    assert "Maybe here less than two years" in visitor.page.heading


def test_a_change_at_the_end_breaks_out_too_and_comes_back_to_the_check(visitor, app):
    visitor.interview(QUIET)
    visitor.open(page_of(app, "removal_date_set"))
    visitor.press(visitor.fill({**QUIET, "removal_date_set": "yes"}))
    assert visitor.address == BREAK_OUT
    visitor.press([])
    assert visitor.address == "/check"


# ------------------------------------------------------------------------ what can be said so far


def test_steps_before_the_end_say_what_can_be_said_so_far_and_list_what_was_not_asked(
    visitor, site
):
    visitor.start()
    visitor.open(CONCLUDE)
    assert visitor.page.paired("lane", "so-far") == [("yellow", None)]
    for part in site.content.parts.values():
        assert part.title.to_self in visitor.page.text
    assert visitor.page.onward() == "/q"


def test_at_the_end_the_steps_are_the_usual_next_steps(visitor):
    page = visitor.next_steps(QUIET)
    assert page.data("lane") and not page.is_so_far


def test_there_is_no_sheet_for_a_lawyer_before_the_end(visitor):
    visitor.start()
    visitor.open(CONCLUDE)
    visitor.press([("show", "sheet")])
    assert visitor.address == SO_FAR


def test_it_speaks_the_other_language_and_both(visitor):
    at_break_out(visitor, "detained", "es")
    assert visitor.page.heading == "Usted está en detención: pida hoy un abogado."
    visitor.speak("en")
    assert visitor.address == BREAK_OUT
    visitor.show_both()
    assert {"You are held", "Usted está en detención"} <= {
        said for said in ("You are held", "Usted está en detención") if said in visitor.page.text
    }
    visitor.open(CONCLUDE)
    assert "Aún no se preguntó" in visitor.page.text and "Not asked yet" in visitor.page.text


def test_so_far_is_one_tap_away_at_the_end_of_each_part_and_once_a_flag_of_now_is_up(visitor, site):
    visitor.interview(QUIET)
    linked = {a for a, page in visitor.seen if ("to", CONCLUDE) in page.buttons}
    first: dict[int, str] = {}
    for address in visitor.asked():
        first.setdefault(site.part_of_page[int(address.rpartition("/")[2]) - 1], address)
    assert linked == {address for part, address in first.items() if part > 0}
    held = type(visitor)(visitor.client)
    held.interview({**QUIET, "detained": "yes"})
    after = [page for address, page in held.seen[4:] if address.startswith("/q/")]
    assert after and all(("to", CONCLUDE) in page.buttons for page in after)


def test_what_was_typed_is_kept_by_whoever_looks_at_what_can_be_said_so_far(visitor, app):
    visitor.interview(QUIET, until=page_of(app, "birth_date"))
    visitor.press([("birth_date-year", "1975"), ("to", CONCLUDE)])
    assert visitor.address == SO_FAR
    visitor.open(visitor.page.onward())
    assert "1975" in [one.get("value") for one in visitor.page.fields["birth_date-year"]]


def test_their_sizes_on_the_wire_are_those_of_a_question_and_of_next_steps(visitor):
    def size(address):
        return len(visitor.client.get(address, headers={"Accept-Encoding": "gzip"}).data)

    visitor.start()
    question, so_far = size("/q"), size("/steps")
    visitor.press(visitor.fill({**QUIET, "detained": "yes"}))
    assert visitor.address == BREAK_OUT
    assert (size("/q"), size("/steps")) == (question, so_far)
    visitor.answer_all(QUIET)
    assert size("/steps") == so_far


# ------------------------------------------------------------------------- unsure is not punished


def test_whoever_is_unsure_of_everything_meets_no_more_pages_than_whoever_knows(make_visitor):
    unsure, knows = make_visitor(), make_visitor()
    unsure.interview({})
    knows.interview(QUIET)
    assert len(unsure.asked()) <= len(knows.asked()) + 2
    asked = {name.split("-")[0] for _, page in unsure.seen for name in page.fields}
    assert not asked & {"removal_order_date", "any_conviction", "felony_label", "held_in"}
    assert {"hearing_soon", "open_charge", "theft_or_assault_arrest"} <= asked


def test_what_was_passed_over_is_no_hole_on_the_check_page(visitor):
    visitor.interview({})
    check = Page(visitor.client.get("/q"))
    assert "When the order was made" not in check.text and "Told to leave" in check.text


# ------------------------------------------------------------------------------ the compact way


@pytest.fixture
def helper(visitor):
    """A helper who has a whole part on one page."""
    visitor.start(voice="client")
    visitor.press([*visitor.page.kept(), ("compact", "1")])
    assert "whole" in visitor.page.hidden
    return visitor


@pytest.mark.parametrize("button", [[], [("more", "1")]])
def test_a_whole_part_that_raises_a_flag_of_now_is_followed_by_its_break_out(helper, button):
    helper.press([*helper.fill({**QUIET, "detained": "yes"}), *button])
    assert (helper.address, helper.page.heading) == (
        BREAK_OUT,
        "Someone is held: call a lawyer today.",
    )
    helper.press([])
    assert "held_in" in helper.page.fields


def test_it_is_not_shown_again_where_the_rest_of_the_part_brings_up_nothing_new(helper):
    said = {**QUIET, "detained": "yes", "held_in": "CA"}
    helper.press(helper.fill(said))
    helper.press([])
    helper.press(helper.fill(said))
    assert helper.address != BREAK_OUT and "detained" not in helper.page.fields
    assert ("to", CONCLUDE) in helper.page.buttons
