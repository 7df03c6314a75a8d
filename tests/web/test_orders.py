"""Answers that arrive late or out of order, and tabs: the newer one stays, or somebody is told."""

import pytest
from answers import QUIET
from hypothesis import given, settings
from hypothesis import strategies as st
from visitor import OWN, Page, Visitor, number_of, page_of

LATE = "Your last answer did not arrive."
BEHIND = "One of your answers did not arrive."
OTHER = "That page was from another visit."


class Browser:
    """A browser whose responses arrive when the test says so."""

    def __init__(self, app, visitor):
        self.client = app.test_client()
        self.jar = {f"{name}-80": value for name, value in visitor.cookies.items()}

    def send(self, method, address, data=None):
        """Send a request with the cookies of now; what comes back has not arrived yet."""
        sent = {**OWN, "Cookie": "; ".join(f"{k}={v}" for k, v in self.jar.items())}
        client = self.client.application.test_client(use_cookies=False)
        return client.open(address, method=method, data=data, headers=sent)

    def arrive(self, response):
        for line in response.headers.getlist("Set-Cookie"):
            name, _, value = line.partition(";")[0].partition("=")
            self.jar[name] = value

    def now(self, method, address, data=None):
        response = self.send(method, address, data)
        self.arrive(response)
        return response

    def page(self, address="/q"):
        return Page(self.now("GET", address))


@pytest.fixture
def at_the_check(app, visitor):
    visitor.interview(QUIET)
    return Browser(app, visitor)


def changed_to(browser, app, fact, value):
    """What a browser posts that changes an answer from the check."""
    page = browser.page()
    number = page_of(app, fact).rpartition("/")[2]
    browser.now("POST", "/q", {**page.hidden, "change": f"{int(number):03}"})
    page = browser.page()
    return {**page.hidden, **dict(page.kept()), **dict(page.coded([(fact, value)]))}


@pytest.mark.parametrize("late", ["/stay", "/lang/es?to=/q", "/both/on?to=/q"])
def test_what_carries_no_answer_cannot_undo_one_however_late_it_comes(at_the_check, app, late):
    posted = changed_to(at_the_check, app, "any_arrest", "yes")
    slow = at_the_check.send("GET", late)
    at_the_check.now("POST", "/q", posted)
    at_the_check.arrive(slow)
    assert "open_charge" in at_the_check.page().fields


def test_a_late_answer_of_another_tab_is_told_on_every_page(at_the_check, app):
    browser = at_the_check
    one = changed_to(browser, app, "any_arrest", "yes")
    slow = browser.send("POST", "/q", {**one, **dict(browser.page().coded([("any_arrest", "no")]))})
    other = dict(browser.page().hidden)
    other = {**other, **dict(browser.page().coded([("any_arrest", "yes")]))}
    browser.now("POST", "/q", other)
    assert "open_charge" in browser.page().fields
    browser.arrive(slow)
    # The answer "yes" is gone from the cookie: wherever the person goes, it is said.
    for address in ("/q", "/steps"):
        assert BEHIND in browser.page(address).text, address


def test_a_form_of_a_step_that_never_arrived_is_not_taken(at_the_check, app):
    browser = at_the_check
    posted = changed_to(browser, app, "any_arrest", "yes")
    before = dict(browser.jar)
    browser.now("POST", "/q", posted)
    page = browser.page()
    assert "any_arrest" not in page.fields
    ahead = {**page.hidden, **dict(page.coded([("open_charge", "yes")]))}
    browser.jar = before
    response = browser.now("POST", "/q", ahead)
    assert (response.status_code, response.headers["Location"]) == (303, "/q")
    page = browser.page()
    assert LATE in page.text and "any_arrest" in page.fields
    assert LATE not in browser.page().text


def test_an_older_page_of_the_same_visit_is_a_change_and_a_double_press_is_one_answer(visitor, app):
    visitor.interview(QUIET, until="/q/4")
    old, fields = dict(visitor.page.hidden), visitor.page.coded(visitor.fill(QUIET))
    visitor.answer_all(QUIET, until="/q/9")
    visitor.client.post("/q", data={**dict(fields), **old}, headers=OWN)
    assert visitor.open("/q") and visitor.address == "/q/9"
    again, fields = dict(visitor.page.hidden), visitor.page.coded(visitor.fill(QUIET))
    for _ in range(2):
        visitor.client.post("/q", data={**dict(fields), **again}, headers=OWN)
    page = visitor.open("/q")
    assert BEHIND not in page.text and LATE not in page.text


def test_a_form_of_somebody_elses_visit_is_refused_and_nothing_is_taken(visitor, app, make_visitor):
    visitor.interview(QUIET, until="/q/4")
    old, fields = dict(visitor.page.hidden), visitor.page.coded(visitor.fill(QUIET))
    # Somebody else begins in another tab of the same browser.
    visitor.open("/")
    visitor.press([("answering_for", "client")])
    before = visitor.cookie
    visitor.client.post("/q", data={**dict(fields), **old}, headers=OWN)
    page = visitor.open("/q")
    assert OTHER in page.text and visitor.address == "/q/2"
    assert visitor.cookie == before


def test_after_leaving_a_late_answer_of_another_tab_brings_nothing_back(at_the_check, app):
    browser = at_the_check
    posted = changed_to(browser, app, "any_arrest", "yes")
    slow = browser.send("POST", "/q", posted)
    browser.now("POST", "/leave", {"csrf_token": posted["csrf_token"]})
    browser.arrive(slow)
    assert browser.page("/steps").status == 410


# What a tab may do next: begin a post (its page is what it saw last), or let one arrive.
ORDERS = st.lists(st.tuples(st.sampled_from(["send", "arrive"]), st.integers(0, 3)), max_size=10)
FACTS = ("any_arrest", "state", "request", "daca_history")
VALUES = {"any_arrest": ("yes", "no"), "state": ("TX", "WY"), "request": ("pending", "not_made"),
          "daca_history": ("never", "expired")}  # fmt: skip


def test_whatever_the_order_of_four_answers_none_is_lost_in_silence(app):
    start = Visitor(app.test_client())
    start.interview(QUIET)

    @settings(max_examples=12, deadline=None)
    @given(ORDERS, st.permutations(range(4)))
    def holds(order, last):
        browser = Browser(app, start)
        given_, on_their_way = {}, {}
        # Four tabs, each on the page of one question, all of one step.
        pages = {}
        for tab, fact in enumerate(FACTS):
            pages[tab] = changed_to(browser, app, fact, VALUES[fact][tab % 2])
        for what, tab in [*order, *(("arrive", tab) for tab in last)]:
            if what == "send" and tab not in given_:
                given_[tab] = pages[tab]
                on_their_way[tab] = browser.send("POST", "/q", pages[tab])
            elif what == "arrive" and tab in on_their_way:
                browser.arrive(on_their_way.pop(tab))
        page = browser.page()
        shown = Page(browser.send("GET", "/q"))
        told = any(words in page.text + shown.text for words in (LATE, BEHIND, OTHER))
        assert told or kept(browser, app, given_)

    holds()


def kept(browser, app, given_):
    """Say whether every answer that was sent is in the visit."""
    visits = app.extensions["next_steps visits"]
    site = app.extensions["next_steps"]
    visit = visits.open(*(browser.jar[f"{name}-80"] for name in ("visit", "half", "alive")))
    return all(
        visit.answers[FACTS[tab]] == site.reader.read(FACTS[tab], VALUES[FACTS[tab]][tab % 2])
        for tab in given_
    )


def test_back_from_a_page_that_was_opened_to_change_an_answer_leads_to_the_check(visitor, app):
    visitor.interview(QUIET)
    change = ("change", f"{number_of(app, 'case_stage'):03}")
    visitor.press([change])
    typed = visitor.page.kept()
    visitor.press([*typed, ("language", "es")])
    assert visitor.press([*typed, ("back", "1")]) and visitor.address == "/check"
    visitor.press([change])
    # Once the answer opened further questions, Back leads from one to the one before, as ever.
    visitor.press(visitor.fill({**QUIET, "case_stage": "final_order"}))
    assert visitor.address == page_of(app, "hearing_soon")
    visitor.press([("back", "1")])
    assert visitor.address == page_of(app, "case_stage")


def test_back_from_the_check_and_again_leads_from_page_to_page(visitor, app):
    visitor.interview(QUIET)
    asked = [*dict.fromkeys(address for address, _ in visitor.seen if "/q/" in address)]
    visitor.press([("change", f"{number_of(app, 'case_stage'):03}")])
    visitor.press([("back", "1")])
    last = [visitor.press([("back", "1")]) and visitor.address for _ in range(2)]
    assert last == [*reversed(asked)][:2]


def test_back_from_a_changed_answer_that_is_asked_back_leads_to_the_check(visitor, app):
    visitor.interview(QUIET)
    visitor.press([("change", f"{number_of(app, 'first_arrival_date'):03}")])
    visitor.press(visitor.fill({**QUIET, "first_arrival_date": "2066"}))
    assert visitor.page.is_wrong
    assert visitor.press([("back", "1")]) and visitor.address == "/check"
