"""Visits along the path: how long, what a change asks again, both languages, both voices."""

from itertools import permutations

import pytest
from answers import LONGEST, QUIET
from spoken import COMPLETE
from visitor import BREAK_OUT, page_of


def test_someone_without_status_arrests_and_case_meets_at_most_30_question_pages(visitor):
    visitor.next_steps(QUIET)
    # The start asks who is answering: that is a question page too.
    assert len(visitor.asked()) + 1 <= 30


def test_the_longest_path_has_fewer_than_60_question_pages(visitor):
    visitor.next_steps(LONGEST)
    assert 30 < len(visitor.asked()) + 1 < 60


def test_nobody_is_asked_what_earlier_answers_settle(visitor, app):
    visitor.next_steps(QUIET)
    asked = {name for address, page in visitor.seen for name in page.fields}
    assert not asked & {"open_charge", "any_conviction", "hearing_soon", "removal_order_date-year"}
    assert not asked & {"lawful_status_2012_06_15", "request_agency", "reentered_after_order"}


def test_a_change_early_then_late_asks_only_what_it_opened_and_comes_back_to_the_check(
    visitor, app
):
    visitor.interview(QUIET)
    visitor.open(page_of(app, "case_stage"))
    changed = {**QUIET, "case_stage": "in_proceedings", "hearing_soon": "yes"}
    visitor.press(visitor.fill(changed))
    assert set(visitor.page.fields) == {"hearing_soon"}
    visitor.press(visitor.fill(changed))
    assert visitor.address == BREAK_OUT
    visitor.press([])
    assert visitor.address == "/check"
    assert visitor.open("/next-steps").data("flag")[:1] == ["hearing_soon"]
    visitor.open(page_of(app, "request"))
    visitor.press(visitor.fill({**changed, "request": "pending", "helper": "nobody"}))
    assert set(visitor.page.fields) == {"request_agency"}
    visitor.press([("request_agency", "ice")])
    assert visitor.address == "/check"
    flags = visitor.open("/next-steps").data("flag")
    assert {"hearing_soon", "court_case", "request_open"} <= set(flags)


def test_answers_of_a_branch_that_was_closed_are_kept_aside_and_come_back(visitor, app):
    case = {**QUIET, "case_stage": "in_proceedings", "hearing_soon": "yes"}
    visitor.interview(case)
    here = page_of(app, "case_stage")
    visitor.open(here)
    visitor.press([("case_stage", "no_case")])
    assert visitor.address == "/check"
    assert "hearing_soon" not in visitor.open("/next-steps").data("flag")
    visitor.open(here)
    visitor.press([("case_stage", "in_proceedings")])
    assert visitor.address == BREAK_OUT
    assert visitor.press([]) and visitor.address == "/check"
    assert "hearing_soon" in visitor.open("/next-steps").data("flag")


def test_a_page_off_the_path_or_ahead_of_it_leads_to_where_the_answers_lead(visitor, app):
    visitor.open("/q/5")
    assert visitor.address == "/"
    visitor.press([("answering_for", "self")])
    first = visitor.address
    assert visitor.open("/next-steps").is_so_far
    for address in ("/q/40", "/check", page_of(app, "hearing_soon"), "/q/999"):
        visitor.open(address)
        assert visitor.address == first
    visitor.answer_all(QUIET)
    visitor.open(page_of(app, "hearing_soon"))
    assert visitor.address == "/check"


def test_pressing_start_again_begins_anew_so_that_the_next_person_inherits_nothing(visitor):
    visitor.interview(QUIET)
    visitor.open("/")
    assert "/q" in [link["href"] for link in visitor.page.links]
    visitor.press([("answering_for", "self")])
    assert visitor.address == "/q/2"
    assert not [f for fields in visitor.page.fields.values() for f in fields if "checked" in f]


@pytest.mark.parametrize(("first", "second"), list(permutations(COMPLETE, 2)))
def test_the_language_can_change_mid_way_on_any_page_and_everything_is_kept(
    visitor, app, first, second
):
    visitor.interview(LONGEST, language=first, until="/q/12")
    visitor.speak(second)
    assert visitor.address == "/q/12"
    assert f'<html lang="{second}">' in visitor.page.html
    visitor.answer_all(LONGEST)
    one = visitor.open("/next-steps")
    other = visitor.speak(first)
    for name in ("lane", "flag", "criterion", "truth", "missing", "escalation"):
        assert one.data(name) == other.data(name)
    assert one.text != other.text


@pytest.mark.parametrize("language", COMPLETE)
def test_every_page_speaks_to_the_helper_when_a_helper_answers(visitor, site, language):
    to_self, to_helper = (site.speakers[language, voice] for voice in ("self", "client"))
    visitor.next_steps({**LONGEST, "answering_for": "client"}, language)
    said = " ".join(page.html for address, page in visitor.seen if address != "/")
    asked = {name.split("-")[0] for _, page in visitor.seen for name in page.fields}
    assert len(asked) > 60
    for question in site.content.questions:
        headings = [text for text in (question.ask, question.differs) if text is not None]
        own = [text for text in headings if text.to_self != text.to_client]
        if question.id in asked and question.id != "answering_for":
            assert any(f">{to_helper.say(text)}</h" in said for text in headings), question.id
            assert not any(f">{to_self.say(text)}</h" in said for text in own), question.id


def test_every_question_of_the_content_can_be_met_on_some_visit(make_visitor, site):
    met = set()
    held = {"detained": "yes", "cleared_or_juvenile_only": "no"}
    for answers in (QUIET, LONGEST, LONGEST | held, {}):
        visitor = make_visitor()
        visitor.next_steps(answers)
        met |= {name.split("-")[0] for _, page in visitor.seen for name in page.fields}
    assert met == {question.id for question in site.content.questions}


def test_each_page_with_several_questions_has_a_heading_of_its_own(site):
    shared = {page[0].page for page in site.path.pages if len(page) > 1}
    assert shared <= set(site.content.pages.question.titles)
