"""A browser that keeps no cookies is told so, is never sent round, and can still read."""

import pytest
from spoken import COMPLETE
from visitor import OWN, Page, Visitor, made
from werkzeug.datastructures import MultiDict

MOST_STEPS = 5
TOLD = "This browser sent us no cookie"


class Forgetful(Visitor):
    """A browser that keeps no cookie; it counts how often it is sent on."""

    def _arrive(self, response, address):
        steps = 0
        while response.status_code == 303:
            steps += 1
            assert steps <= MOST_STEPS, f"sent round: {address}"
            address = response.headers["Location"]
            response = self.client.get(address, headers=self.headers)
        self.path, self.page, self.address = address, Page(response), address
        return self.page

    def post(self, address, posted):
        response = self.client.post(address, data=MultiDict(posted), headers=self.headers)
        return self._arrive(response, address)


@pytest.fixture(params=[{}, OWN], ids=["an old browser", "a browser of today"])
def forgetful(request, app):
    return Forgetful(app.test_client(use_cookies=False), headers=request.param)


def test_who_starts_without_cookies_is_told_what_to_do_in_every_language(forgetful, site):
    forgetful.open("/")
    page = forgetful.press([("answering_for", "self")])
    assert (page.status, page.heading) == (200, TOLD)
    assert forgetful.path.partition("?")[0] == "/cookies"
    [entry] = [one for one in site.content.pages.troubles if one.id == "cookies"]
    for language in COMPLETE:
        speaker = site.speakers[language, "self"]
        assert str(speaker.say(entry.text)) in page.html


@pytest.mark.parametrize("address", ["/urgent", "/words", "/privacy", "/about", "/map", "/people"])
@pytest.mark.parametrize("language", COMPLETE)
def test_without_cookies_what_is_only_read_can_be_read_in_every_language(
    forgetful, language, address
):
    forgetful.open(address)
    page = forgetful.open(f"/lang/{language}?to={address}")
    assert (page.status, f'<html lang="{language}">' in page.html) == (200, True)
    # Every other page that is only read is reached in the same language.
    for other in ("/urgent", "/words", "/"):
        [link] = {link["href"] for link in page.links if link["href"].partition("?")[0] == other}
        assert f'<html lang="{language}">' in forgetful.open(link).html


def test_the_page_without_cookies_leads_to_urgent_help_and_words_in_every_language(forgetful):
    page = forgetful.open("/cookies")
    for language in COMPLETE:
        for address in (f"/urgent?language={language}", f"/words?language={language}"):
            assert address in [link["href"] for link in page.links]
            assert f'<html lang="{language}">' in forgetful.open(address).html


def test_the_language_that_was_chosen_without_cookies_is_that_of_the_page_that_tells(forgetful):
    page = forgetful.open("/lang/es?to=/")
    forms = [found["action"] for tag, found in page.elements if tag == "form"]
    posted = forgetful.post(forms[-1], [*page.coded([("answering_for", "self")])])
    assert '<html lang="es">' in posted.html and forgetful.path == "/cookies?language=es"


def test_both_languages_can_be_shown_without_cookies(forgetful):
    page = forgetful.open("/both/on?to=/urgent")
    assert 'href="/both/off?to=/urgent"' in page.html


def test_no_address_of_ours_sends_a_browser_without_cookies_round(forgetful, app):
    for rule in app.url_map.iter_rules():
        address = rule.rule
        for name, value in (("<path:rest>", "1"), ("<language>", "en"), ("<chosen>", "es"),
                            ("<wanted>", "on"), ("<name>", "print.js")):  # fmt: skip
            address = address.replace(name, value)
        assert "<" not in address
        if address.startswith("/paper/"):
            # A file, the same for everybody.
            assert forgetful.client.get(address, headers=forgetful.headers).status_code == 200
            continue
        if "GET" in rule.methods:
            assert forgetful.open(address).status in (200, 410), address
        if "POST" in rule.methods and address != "/leave":
            for posted in ([], [("answering_for", "self")], [("csrf_token", "AAAA")]):
                page = forgetful.post(address, posted)
                assert (page.status, page.heading) == (200, TOLD), (address, posted)


def test_leaving_without_cookies_leads_where_it_always_leads(forgetful):
    assert forgetful.post("/leave", []) and forgetful.path == "/left/en"


def test_a_shared_device_without_cookies_is_told_so_too():
    forgetful = Forgetful(made(kiosk=True).test_client(use_cookies=False), headers=OWN)
    forgetful.open("/")
    assert forgetful.press([("answering_for", "self")]).heading == TOLD


def test_a_browser_with_cookies_never_meets_that_page_nor_a_language_in_an_address(visitor):
    visitor.begin("es")
    assert visitor.path == "/"
    visitor.press([("answering_for", "self")])
    assert visitor.path == "/q"
    visitor.open("/cookies")
    assert visitor.path == "/q"
