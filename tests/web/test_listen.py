"""The Listen button: only with a voice on the device; both languages: only when asked for."""

import re

import pytest
from answers import QUIET
from browser import NEEDS_CHROMIUM
from spoken import COMPLETE, PARTNERS
from visitor import finished, page_of

VOICES = """([language, isLocal]) => {
    window.said = []; window.stops = 0;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    const voices = [{lang: 'fr-FR', localService: true}, {lang: language, localService: isLocal}];
    const synthesis = {
        getVoices: () => voices, speak: one => window.said.push(one),
        cancel: () => { window.stops += 1; },
    };
    Object.defineProperty(window, 'speechSynthesis', {value: synthesis});
}"""


@pytest.fixture
def hearing(app, new_page):
    """A browser with one voice: hearing(language of the page, language of the voice, is local)."""

    def hear(language, voice, is_local, address):
        visitor = finished(app, QUIET, language)
        visitor.open(page_of(app, address) if address[0] != "/" else address)
        page = new_page(visitor)
        page.add_init_script(f"({VOICES})(['{voice}', {str(is_local).lower()}])")
        page.goto(visitor.path)
        return page

    return hear


@pytest.mark.parametrize(
    ("language", "voice", "is_local", "is_shown"),
    [
        ("es", "es-MX", True, True),
        ("en", "en-US", True, True),
        ("es", "en-US", True, False),
        ("es", "es-MX", False, False),
    ],
)
class TestListen:
    pytestmark = NEEDS_CHROMIUM

    @pytest.mark.sampled(4)
    @pytest.mark.parametrize("address", ["/", "/urgent", "any_arrest", "/check", "/next-steps"])
    def test_listen_shows_only_with_a_local_voice_of_the_page(
        self, hearing, language, voice, is_local, is_shown, address
    ):
        page = hearing(language, voice, is_local, address)
        assert page.is_visible("#listen") is is_shown


class TestReading:
    pytestmark = NEEDS_CHROMIUM

    def test_listen_reads_the_question_with_its_answers_and_stops_on_a_second_press(self, hearing):
        page = hearing("en", "en-US", True, "any_arrest")
        page.click("#listen")
        said = page.evaluate("window.said.map(one => one.text)")
        assert page.inner_text("h1") in said
        assert said[-3:] == ["Yes", "No", "I'm not sure"]
        assert page.inner_text("#listen") == "Stop"
        page.click("#listen")
        assert page.evaluate("window.stops") == 1
        assert page.inner_text("#listen") == "Listen"

    def test_listen_reads_the_answers_on_the_check_page_and_no_link(self, hearing):
        page = hearing("en", "en-US", True, "/check")
        page.click("#listen")
        said = page.evaluate("window.said.map(one => one.text)")
        at = said.index("Held by immigration now")
        assert said[at : at + 2] == ["Held by immigration now", "No"]
        assert not any("Change" in text for text in said)

    def test_listen_reads_lines_apart(self, hearing):
        page = hearing("en", "en-US", True, "/")
        page.click("#listen")
        assert (
            "Is it urgent? See this first Officers are here or stopped me Someone is held"
            in " ".join(page.evaluate("window.said.map(one => one.text)"))
        )

    def test_listen_shows_its_name_again_when_the_reading_ends(self, hearing):
        page = hearing("es", "es-MX", True, "/next-steps")
        page.click("#listen")
        assert page.inner_text("#listen") == "Parar"
        page.evaluate("window.said.at(-1).onend()")
        assert page.inner_text("#listen") == "Escuchar"


@pytest.mark.parametrize("language", COMPLETE)
def test_both_languages_stand_together_when_asked_for_each_with_its_lang(visitor, site, language):
    visitor.start(language)
    other = site.speakers[PARTNERS[language], "self"]
    question = site.path.pages[1][1]
    title = site.content.pages.question.titles[question.page]
    assert f'lang="{other.language}">{other.say(title)}' not in visitor.page.html
    page = visitor.show_both()
    labels, words = site.content.wording.labels, site.content.pages.question
    of_it = (question.differs, question.hint, question.more, question.why)
    for text in (title, *of_it, labels.yes, labels.no, words.unsure_beside, words.help_many):
        assert f'<span class="also" lang="{other.language}">{other.say(text)}</span>' in page.html
    assert visitor.address == "/q/2"


def test_both_languages_stay_through_the_interview_and_can_be_put_away(visitor):
    visitor.start()
    visitor.show_both()
    visitor.answer_all(QUIET)
    asked = [page for address, page in visitor.seen if address.startswith("/q/")][1:]
    assert all('class="also"' in page.html for page in asked)
    assert visitor.path == "/q" and 'class="also"' in visitor.page.html
    assert 'class="also"' not in visitor.show_both(False).html


@pytest.mark.parametrize("language", COMPLETE)
@pytest.mark.parametrize("address", ["/urgent", "/check", "/next-steps"])
def test_both_languages_stand_together_on_the_pages_that_are_read(visitor, language, address):
    visitor.next_steps(QUIET, language)
    other = PARTNERS[language]
    mine = said_on(visitor.open(address))
    theirs = said_on(visitor.speak(other))
    visitor.speak(language)
    page = visitor.show_both()
    beneath = re.findall(rf'<span class="also" lang="{other}">(.*?)</span>', page.html)
    assert mine["h1"] == said_on(page)["h1"]
    for kind in ("h1", "h2", "dt"):
        assert set(theirs[kind]) - set(mine[kind]) <= set(beneath), kind
    assert visitor.show_both(False).html.count('class="also"') == 0


def said_on(page):
    """The headings and terms of a page, without those of the other language."""
    html = re.sub(r'<span class="also".*?</span>', "", page.html)
    return {
        kind: [text.strip() for text in re.findall(rf"<{kind}[^>]*>(.*?)</{kind}>", html)]
        for kind in ("h1", "h2", "dt")
    }


def test_a_mistake_is_told_in_both_languages(visitor, site):
    visitor.start("es")
    visitor.show_both()
    page = visitor.press([])
    words = site.content.pages.mistakes
    assert f'<span class="also" lang="en">{words.choose_one.to_self}</span>' in page.html


def test_a_list_to_choose_from_says_months_in_both_languages(visitor, app):
    visitor.next_steps(QUIET, "es")
    visitor.show_both()
    page = visitor.open(page_of(app, "birth_date"))
    assert '<option value="6">junio / June</option>' in page.html


def test_a_helper_sees_both_languages_in_the_voice_for_helpers(visitor, site):
    visitor.start(voice="client")
    page = visitor.show_both()
    question = site.path.pages[1][0]
    assert str(site.speakers["es", "client"].say(question.differs)) in page.html
    title = site.content.pages.question.titles[question.page]
    assert str(site.speakers["es", "client"].say(title)) in page.html


def test_both_languages_chosen_before_the_start_stay(visitor):
    visitor.begin()
    visitor.open("/both/on?to=/")
    assert 'class="also"' in visitor.page.html
    visitor.press([("answering_for", "self")])
    assert visitor.address == "/q/2" and 'class="also"' in visitor.page.html


@pytest.mark.parametrize("with_mistake", [False, True])
def test_no_page_of_questions_has_a_link_that_would_lose_what_was_typed(visitor, with_mistake):
    visitor.interview(QUIET, until="/q/8")
    if with_mistake:
        visitor.press([])
    assert visitor.page.is_wrong is with_mistake
    assert ("both", "1") in visitor.page.buttons and ("language", "es") in visitor.page.buttons
    assert "/both/" not in visitor.page.html and "/lang/" not in visitor.page.html


@pytest.mark.parametrize("wanted", ["", "maybe"])
def test_only_on_and_off_are_known(visitor, wanted):
    assert visitor.client.get(f"/both/{wanted}").status_code == 404
