"""A whole visit with marker answers: none is found where somebody else could read it later."""

import re
import sys

import pytest
from answers import MARKED
from browser import NEEDS_CHROMIUM, Person, press
from playwright.sync_api import Error
from servers import free_port, running
from visitor import AS_OF

VALUES = {
    item for answer in MARKED.values() for item in ([answer] if isinstance(answer, str) else answer)
}
# Ordinary words stand on our pages too.
VALUES -= {"yes", "no", "none", "long", "expired", "denied"}
VALUES |= {value[:4] for value in VALUES if value[:4].isdigit()}
pytestmark = NEEDS_CHROMIUM
STORES = """async () => JSON.stringify([
  {...localStorage}, {...sessionStorage},
  document.cookie.replace(/half-\\d+=[\\w-]{22}/, ""), window.name, history.state,
  await caches.keys(), await indexedDB.databases(),
  (await navigator.serviceWorker.getRegistrations()).length,
])"""
NOTHING_STORED = '[{},{},"","",%s,[],[],0]'
# Which of the two entries of the history it is, the same for everybody.
STORED = {NOTHING_STORED % state for state in ("null", '"floor"', '"top"')}
ATTACKS = {
    "another site": ({"state": "WY"}, {"Origin": "https://elsewhere.example"}, 403),
    "a form of nobody": ({"overstayed": "WY"}, {}, 403),
    "too much": ({"state": "WY" * 50_000}, {}, 413),
}


@pytest.fixture(scope="session")
def markers(content):
    """Whole words that tell an answer: the values and the names of the facts."""
    facts = {question.id for question in content.questions}
    words = sorted(word for word in VALUES | facts if "_" in word or word in VALUES)
    return re.compile(rf"(?<![A-Za-z0-9])({'|'.join(map(re.escape, words))})(?![A-Za-z0-9])")


@pytest.fixture(scope="module")
def log(tmp_path_factory):
    return tmp_path_factory.mktemp("log") / "server.txt"


@pytest.fixture(scope="module")
def base(log):
    """`interview serve` on loopback, everything it writes in a file."""
    code = "import logging; logging.basicConfig(level=logging.DEBUG)\n"
    code += "from interview.cli import main; main()"
    port = free_port()
    command = [sys.executable, "-c", code, "serve", "--port", str(port), "--as-of", str(AS_OF)]
    with log.open("wb") as written, running(command, port, "/", written=written) as server:
        yield server.base


class Seen:
    """All that a browser asked for, got, called its page, and complained of."""

    def __init__(self, page):
        self.requests, self.responses, self.titles, self.complaints = [], [], [], []
        page.on("request", lambda request: self.requests.append(request))
        page.on("response", lambda response: self.responses.append(response))
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("domcontentloaded", lambda page: self.titles.append(page.title()))

    def written(self):
        """Return addresses, every header that was sent or came but the cookie, and titles."""
        found = [*self.titles, *(request.url for request in self.requests)]
        for one in (*self.requests, *self.responses):
            headers = one.all_headers()
            found += [f"{k}: {v}" for k, v in headers.items() if k not in ("cookie", "set-cookie")]
        return found


@pytest.fixture(scope="module")
def at_the_end(base, chromium, pictures):
    """A browser that answered everything, met an error on the way, and stands at the end."""
    context = chromium.new_context(locale="es", viewport={"width": 360, "height": 800})
    page = context.new_page()
    seen = Seen(page)
    person = Person(page, base, "es", 360, pictures)
    page.goto(base)
    person.answer({"answering_for": "client"})
    press(page)
    person.stores = []
    for _ in range(80):
        if page.locator(".answers").count():
            break
        person.answer(MARKED)
        person.stores.append(page.evaluate(STORES))
    page.click("main a[rel=next]")
    page.wait_for_selector("[data-lane]")
    person.stores.append(page.evaluate(STORES))
    for link in ("/urgent", "/words", "/privacy", "/map", "/about"):
        page.click(f"a[href='{link}'] >> nth=0")
        page.go_back()
    page.wait_for_selector("[data-lane]")
    yield person, seen
    context.close()


def test_the_answers_are_on_the_last_page_so_that_the_markers_are_real(at_the_end):
    person, seen = at_the_end
    assert person.page.get_attribute("[data-lane]", "data-lane") == "orange"
    person.page.goto(f"{person.base}/q")
    assert "2003" in person.page.inner_text("main") and "Wyoming" in person.page.inner_text("main")
    assert sum(request.method == "POST" for request in seen.requests) > 30


def test_a_browser_sees_no_marker_in_an_address_title_or_header(at_the_end, markers):
    _, seen = at_the_end
    assert any(line.startswith("referer: ") for line in seen.written())
    # A page may happen to be as many bytes long as a year that somebody answered.
    found = [line for line in seen.written() if not line.startswith("content-length: ")]
    assert [line for line in found if markers.search(line)] == []


def test_a_browser_asks_no_other_host(at_the_end):
    person, seen = at_the_end
    assert [r.url for r in seen.requests if not r.url.startswith(f"{person.base}/")] == []


def test_a_browser_keeps_nothing_but_what_is_static_and_the_sealed_cookie(at_the_end):
    person, seen = at_the_end
    kept = {r.url for r in seen.responses if r.all_headers().get("cache-control") != "no-store"}
    assert all(address.startswith(f"{person.base}/static/") for address in kept)
    assert set(person.stores) <= STORED
    found = {c["name"].partition("-")[0]: c for c in person.page.context.cookies()}
    assert {name: cookie["httpOnly"] for name, cookie in found.items()} == {
        "visit": True, "alive": True, "say": True, "half": False,
    }  # fmt: skip
    assert {cookie["expires"] for cookie in found.values()} == {-1}


def test_no_page_breaks_its_own_policy_or_fails_in_a_script(at_the_end):
    assert at_the_end[1].complaints == []


def test_no_file_is_given_a_name(at_the_end):
    person, seen = at_the_end
    assert [r.url for r in seen.responses if "content-disposition" in r.all_headers()] == []
    assert person.page.locator("[download]").count() == 0


@pytest.mark.parametrize(("form", "headers", "status"), ATTACKS.values(), ids=ATTACKS)
def test_no_error_page_repeats_what_was_sent(at_the_end, markers, form, headers, status):
    person, _ = at_the_end
    sent = person.page.context.request
    own = {"Origin": person.base, **headers}
    posted = sent.post(f"{person.base}/q", form=form, headers=own, max_redirects=0)
    assert (posted.status, posted.text()) == (303, "")
    found = sent.get(f"{person.base}/q")
    assert (found.status, markers.search(found.text())) == (status, None)
    missing = sent.get(f"{person.base}/WY/overstayed?state=WY")
    assert (missing.status, markers.search(missing.text())) == (404, None)


def test_the_log_of_the_server_names_no_answer(at_the_end, log, markers):
    written = log.read_text(encoding="utf-8")
    assert "Open http://127.0.0.1" in written
    assert [line for line in written.splitlines() if markers.search(line)] == []


def test_an_injected_script_does_not_run(at_the_end):
    """The policy stops it, though the file comes from our own host."""
    person, _ = at_the_end
    page = person.page.context.new_page()
    page.goto(f"{person.base}/urgent")
    with pytest.raises(Error):
        page.add_script_tag(url="/static/print.js")
    page.evaluate("""() => {
      const bad = document.createElement("div");
      bad.innerHTML = "<img src=x onerror='window.ran = 1'>";
      document.body.append(bad);
      const inline = document.createElement("script");
      inline.textContent = "window.ran = 2";
      document.body.append(inline);
    }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    page.close()
