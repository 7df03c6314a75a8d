"""Every page of every language: reachable, well formed, without raw keys or the other language."""

import re
import unicodedata

import pytest
from answers import LONGEST
from spoken import COMPLETE
from visitor import AS_OF, page_of

from interview.languages import texts

READ_ONLY = ("/urgent", "/words", "/privacy", "/about", "/map", "/people")
RAW_KEY = re.compile(r"\b[a-z]+_[a-z_0-9]+\b|\{\w*\}|\{\{|\{%|Undefined|\*\*")


@pytest.fixture(params=COMPLETE)
def every_page(request, make_visitor, site):
    """Every page of a language: (address, page), the question pages by walking the whole graph."""
    language = request.param
    visitor = make_visitor()
    visitor.next_steps(LONGEST, language)
    for address in (*READ_ONLY, "/nothing-here", "/next-steps", f"/left/{language}"):
        visitor.open(address)
    other = make_visitor()
    other.next_steps({}, language)
    other.open("/q/3")
    other.press([])
    # The very first page comes before the language was chosen.
    return language, visitor.seen[1:] + other.seen[1:], site


def test_every_page_is_well_formed_with_one_main_heading_and_ids_used_once(every_page):
    language, pages, _ = every_page
    for address, page in pages:
        assert page.html.startswith("<!doctype html>"), address
        assert f'<html lang="{language}">' in page.html, address
        tags = [tag for tag, _ in page.elements]
        assert tags.count("h1") == 1 and tags.count("main") == 1 and tags.count("title") == 1
        assert len(page.ids) == len(set(page.ids)), address
        for _, found in page.elements:
            for name in ("for", "aria-labelledby", "aria-describedby"):
                assert set(found.get(name, "").split()) <= set(page.ids), (address, found)
        for link in page.links:
            if link["href"].startswith("#"):
                assert link["href"][1:] in page.ids, (address, link)


def test_no_page_shows_a_raw_key_or_a_template_error(every_page):
    _, pages, _ = every_page
    for address, page in pages:
        assert RAW_KEY.findall(page.text + " " + page.title) == [], address


def test_no_page_mixes_the_languages(every_page):
    """Whole sentences of the other language: a date or a name alone may stand in both."""
    language, pages, site = every_page
    others = [site.speakers[other, "self"].tongue for other in COMPLETE if other != language]
    mine = site.speakers[language, "self"].tongue
    foreign = [
        text
        for english in texts.wanted(site.content)
        for tongue in others
        if (text := tongue.translate(english)) != mine.translate(english)
        and len(english.split()) > 3
    ]
    plain = [re.sub(r"[*]|\{\w+\}.*", "", text) for text in foreign]
    for address, page in pages:
        found = [text for text in plain if len(text.split()) > 3 and text in page.own_text]
        assert found == [], address


def test_every_link_leads_to_a_page_of_ours_and_nothing_is_fetched_from_elsewhere(
    every_page, visitor
):
    _, pages, _ = every_page
    found = {
        value
        for _, page in pages
        for _, attributes in page.elements
        for name, value in attributes.items()
        if name in ("href", "src", "action", "data", "srcset", "style") and value[:1] != "#"
    }
    assert all(re.fullmatch(r"/(?!/).*", address) for address in found)
    for address in found:
        response = visitor.client.get(address)
        assert response.status_code in (200, 303, 405, 410), address


def test_the_words_of_a_question_are_explained_in_place(visitor, app, site):
    asked = next(q for q in site.content.questions if len(q.words) > 1 and q.asked_if is None)
    visitor.interview({}, until=page_of(app, asked.id))
    for word in asked.words:
        assert site.content.glossary[word].meaning.to_self in visitor.page.text


def test_all_pages_of_a_visit_have_one_title_also_those_with_a_mistake(visitor):
    """A browser's history keeps every title beside its address."""
    visitor.interview(LONGEST, until="/q/9")
    visitor.press([])
    assert visitor.page.is_wrong
    visitor.answer_all(LONGEST)
    visitor.open("/next-steps")
    visitor.open("/lawyer")
    titles = {(address == "/", page.title.strip()) for address, page in visitor.seen}
    assert titles == {
        (True, "Immigration: one step at a time. – Next Steps"),
        (False, "Next Steps"),
    }


def test_the_way_forward_is_a_submit_button_or_a_link_with_rel_next(visitor):
    visitor.next_steps(LONGEST)
    for address, page in visitor.seen:
        if address == "/check":
            assert page.onward() == "/steps"
        elif address != "/next-steps":
            assert "button" in [tag for tag, _ in page.elements], address


def test_the_map_shows_every_question_and_when_it_is_asked(visitor, site):
    page = visitor.open("/map")
    for question in site.content.questions:
        assert question.ask.to_self in page.text
    conditional = [q for q in site.content.questions if q.asked_if is not None]
    said = site.content.condition_words.asked_if.to_self
    assert page.text.count(said) == len(conditional)


def test_the_sources_page_tells_every_event_of_every_timeline(visitor, site):
    law = site.content.law
    text = visitor.open("/about").text
    for timeline in law.timelines:
        for event in timeline.events:
            for told in (event.event.on(AS_OF), event.effect.on(AS_OF)):
                assert told.to_self in text


def actions(page):
    """The elements that post, and where to."""
    return [(tag, found["action"]) for tag, found in page.elements if "action" in found]


def test_the_urgent_door_asks_nothing_and_is_on_every_page(visitor):
    visitor.next_steps({})
    for address, page in visitor.seen:
        hrefs = [link["href"] for link in page.links]
        leads_there = "/urgent" in hrefs or ("to", "/urgent") in page.buttons
        assert leads_there and ("form", "/leave") in actions(page), address
    assert visitor.open("/urgent").fields == {}


@pytest.mark.parametrize("language", COMPLETE)
def test_states_stand_in_the_order_in_which_a_reader_of_the_language_looks_them_up(site, language):
    speaker = site.speakers[language, "self"]
    listed = [speaker.plain(one.label) for one in speaker.states]
    assert sorted(one.id for one in speaker.states) == sorted(
        one.id for one in site.content.states.states
    )
    folded = [
        "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if c.isascii())
        for name in listed
    ]
    assert folded == sorted(folded)
