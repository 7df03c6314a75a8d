"""Someone who uses the pages without JavaScript: reads forms, fills them in, presses the button.

In process, or over a connection as tests/audit/servers.py has it. Answers are those of a facts
file; what the person was not told to answer is "not sure".

All that is asked stands at one address. Tests call a page by a name of its own, such as /q/7: the
visitor knows it by its fields, and goes there as a person would, with Back and Change.
"""

import datetime
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser

from flask.testing import FlaskClient
from werkzeug.datastructures import MultiDict

from interview.web import Settings, create_app

AS_OF = datetime.date(2026, 10, 2)
UNSURE = "unsure"
DATE_FIELD = re.compile(r"(\w+)-(day|month|year|unsure)")
MOST_PAGES = 100
OWN = {"Sec-Fetch-Site": "same-origin"}
CHECK, NEXT_STEPS, LAWYER = "/check", "/next-steps", "/lawyer"
BREAK_OUT, SO_FAR = "/break-out", "/so-far"
ASK, CONCLUDE = "/q", "/steps"
VOID = frozenset(("meta", "link", "input", "br"))


def made(**settings):
    """The application, as of a day on which every test may rely."""
    app = create_app(Settings(as_of=AS_OF, **settings))
    app.testing = True
    return app


@lru_cache
def usual_app():
    """The application that is served where no other one is named."""
    return made()


def site_of(app):
    """What an application prepared when it started."""
    return app.extensions["next_steps"]


def page_of(app, fact):
    """What the page that asks for a fact is called here."""
    return f"/q/{number_of(app, fact)}"


def number_of(app, fact):
    """The number of the page that asks for a fact."""
    pages = site_of(app).path.pages
    return next(n for n, page in enumerate(pages, 1) if fact in {q.id for q in page})


def visits_of(app):
    """The keys and the writing of visits of an application."""
    return app.extensions["next_steps visits"]


def otherwise_no(app, answers):
    """The answers, and no to every question that they leave out."""
    said = {"yes_no": "no", "choices": []}
    return {q.id: said[q.type] for q in site_of(app).content.questions if q.type in said} | answers


class Page(HTMLParser):
    """A page as it came: its forms, links, texts and data- attributes."""

    def __init__(self, response):
        super().__init__()
        self.status = response.status_code
        self.html = response.get_data(as_text=True)
        self.title = self.heading = ""
        self.links, self.ids, self.elements = [], [], []
        self.fields, self.hidden, self.words, self.own_words = {}, {}, [], []
        self.codes, self.buttons, self.selected, self._select = {}, [], {}, None
        self._open, self._languages = [], []
        self.feed(self.html)
        self.close()
        self.text = " ".join(" ".join(self.words).split())
        self.own_text = " ".join(" ".join(self.own_words).split())

    def handle_starttag(self, tag, attributes):
        found = dict(attributes)
        self.elements.append((tag, found))
        if tag not in VOID:
            self._open.append(tag)
            outer = self._languages[-1:] or [None]
            self._languages.append(found.get("lang", *outer))
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a" and "href" in found:
            self.links.append(found)
        if tag == "select":
            self._select = found.get("name")
        if "data-value" in found:
            name = self._select if tag == "option" else found["name"]
            self.codes[name, found["data-value"]] = found["value"]
        if tag == "option" and "selected" in found:
            self.selected.setdefault(self._select, []).append(found["value"])
        if tag == "button" and "name" in found:
            self.buttons.append((found["name"], found["value"]))
        if tag in ("input", "select", "textarea") and "name" in found:
            if found.get("type") == "hidden":
                self.hidden[found["name"]] = found["value"]
            else:
                self.fields.setdefault(found["name"], []).append(found)

    def handle_endtag(self, tag):
        assert self._open and self._open[-1] == tag, f"</{tag}> closes {self._open[-3:]}"
        self._open.pop()
        self._languages.pop()

    def handle_data(self, data):
        if "script" in self._open or "style" in self._open:
            return
        if "title" in self._open:
            self.title += data
            return
        if "h1" in self._open:
            self.heading += data
        self.words.append(data)
        # <i lang="en"> is what English papers say, on a Spanish page.
        if self._languages[-1:] == self._languages[:1] and "i" not in self._open:
            self.own_words.append(data)

    def data(self, name):
        """Return the values of a data- attribute, in the order of the page."""
        key = f"data-{name}"
        return [found[key] for _, found in self.elements if key in found]

    def paired(self, name, other):
        """Return the values of two data- attributes that stand on one element."""
        first, second = f"data-{name}", f"data-{other}"
        return [(f[first], f[second]) for _, f in self.elements if first in f]

    def kept(self):
        """Return what the fields hold as they came."""
        posted = []
        for name, inputs in self.fields.items():
            chosen = [one["value"] for one in inputs if "checked" in one]
            typed = [one["value"] for one in inputs if one.get("type") == "text"]
            posted += [(name, value) for value in [*chosen, *typed, *self.selected.get(name, [])]]
        return posted

    @property
    def is_wrong(self):
        """Say whether the page tells of a mistake, or asks back."""
        return "problem" in [found.get("class") for _, found in self.elements]

    @property
    def is_so_far(self):
        """Say whether the page tells of a result before the end."""
        return self.data("so-far") != []

    def coded(self, posted):
        """Return what a browser posts for these values."""
        pairs = posted.items() if isinstance(posted, dict) else posted
        return [(name, self.codes.get((name, value), value)) for name, value in pairs]

    def onward(self):
        """Return the link with rel="next", or None."""
        return next((link["href"] for link in self.links if link.get("rel") == "next"), None)


@dataclass
class Visitor:
    """One browser, with the address and the page it shows."""

    client: FlaskClient
    seen: list = field(default_factory=list)
    address: str = ""
    path: str = ""
    page: Page | None = None
    headers: dict = field(default_factory=dict)

    def open(self, address):
        """Go to an address, or to a page that is called so; follow redirects."""
        if address == NEXT_STEPS:
            return self._concluding("steps")
        if address == LAWYER:
            return self._concluding("sheet")
        if address != CHECK and not re.fullmatch("/q/[0-9]+", address):
            return self._go(address)
        self._go(ASK)
        if self.address == BREAK_OUT:
            self.press([])
        return self.page if self.address == address else self._walk_to(address)

    def _walk_to(self, address):
        """Go to a page by Change, or by Back as often as it takes; where it is not, stay."""
        number = address.rpartition("/")[2]
        if self.page.fields and self.is_finished:
            # What stands there is answered once more, as it is: the check follows.
            self.press(self.page.kept())
        if address == CHECK:
            return self.page
        if ("change", f"{int(number):03}") in self.page.buttons:
            return self.press([("change", f"{int(number):03}")])
        if self.address == CHECK:
            return self.page
        for _ in range(MOST_PAGES):
            here = self.address.rpartition("/")[2]
            can_go_back = ("back", "1") in self.page.buttons
            is_after = here == "check" or (here.isdigit() and int(here) > int(number))
            if self.address == address or not can_go_back or not is_after:
                break
            self.press([("back", "1")])
        return self.page

    def _concluding(self, what):
        self._go(CONCLUDE)
        if self.page.status == 200 and (self.address == LAWYER) != (what == "sheet"):
            return self.press([("show", what)]) if self.path == CONCLUDE else self.page
        return self.page

    def _go(self, address):
        return self._arrive(self.client.get(address, headers=self.headers), address)

    def _arrive(self, response, address):
        while response.status_code in (302, 303):
            address = response.headers["Location"]
            response = self.client.get(address, headers=self.headers)
        self.path, self.page = address, Page(response)
        self.address = self._name_of(address)
        self.seen.append((self.address, self.page))
        return self.page

    def _name_of(self, address):
        """What tests call the page that came."""
        page = self.page
        if page.status != 200:
            return address
        if address == CONCLUDE:
            return SO_FAR if page.is_so_far else NEXT_STEPS if page.data("lane") else LAWYER
        if address != ASK:
            return address
        if page.is_so_far:
            return BREAK_OUT
        facts = [name.split("-")[0] for name in page.fields]
        app = getattr(self.client, "application", None) or usual_app()
        return page_of(app, facts[0]) if facts else CHECK

    def press(self, posted):
        """Post the form of the page with these fields, and what is hidden in it."""
        form = MultiDict(self.page.coded(posted))
        form.update(self.page.hidden)
        response = self.client.post(self.path, data=form, headers=self.headers)
        return self._arrive(response, self.path)

    @property
    def is_finished(self):
        """Say whether everything was answered: the next steps can be seen."""
        response = self.client.get(CONCLUDE)
        return response.status_code == 200 and not Page(response).is_so_far

    def speak(self, language):
        """Press the button of another language, or follow its link where there is one."""
        if ("language", language) in self.page.buttons:
            return self.press([*self.page.kept(), ("language", language)])
        return self.open(f"/lang/{language}?to={self.path}")

    def show_both(self, wanted=True):
        """Press the button that shows both languages, or one again."""
        if "both" in dict(self.page.buttons):
            return self.press([*self.page.kept(), ("both", f"{wanted:d}")])
        return self.open(f"/both/{'on' if wanted else 'off'}?to={self.path}")

    def leave(self):
        """Press Leave now."""
        form = {name: value for name, value in self.page.hidden.items() if name == "csrf_token"}
        return self._arrive(self.client.post("/leave", data=form, headers=OWN), "/leave")

    def fill(self, answers):
        """Return what the page's fields get for a person's answers."""
        posted = []
        for name, inputs in self.page.fields.items():
            date = DATE_FIELD.fullmatch(name)
            if date:
                posted += date_part(name, date[2], answers.get(date[1]))
            else:
                posted += closed(name, inputs, answers.get(name))
        return posted

    def begin(self, language="en"):
        """Open the start and choose a language there."""
        self.open("/")
        return self.open(f"/lang/{language}?to=/")

    def start(self, language="en", voice="self"):
        """Begin, and say who answers."""
        self.begin(language)
        return self.press([("answering_for", voice)])

    def answer_all(self, answers, until="/check"):
        """Answer page after page; the same answers again where they are asked back."""
        for _ in range(MOST_PAGES):
            if self.address == until:
                return self.page
            # A break-out has nothing to fill in: its first form goes on.
            self.press(self.fill(answers))
        raise AssertionError(f"no end: {self.address}")

    def interview(self, answers, language="en", until="/check"):
        """Go to the check, or as far as a page before it."""
        self.begin(language)
        return self.answer_all(answers, until)

    def next_steps(self, answers, language="en"):
        """Go all the way and return the last page."""
        self.interview(answers, language)
        self.open(self.page.onward())
        return self.page

    @property
    def cookie(self):
        """The visit, sealed."""
        return self.cookies["visit"]

    @property
    def cookies(self):
        """The cookies by what they are for, without the port in their names."""
        found = {cookie.key: cookie.value for cookie in self.client._cookies.values()}
        return {name.removeprefix("__Host-").partition("-")[0]: v for name, v in found.items()}

    def asked(self):
        """Return the addresses of the question pages seen, each once, in order."""
        return list(dict.fromkeys(a for a, _ in self.seen if a.startswith("/q/")))


def finished(app, answers, language="en"):
    """Go through the interview; return the visitor, at the next steps."""
    visitor = Visitor(app.test_client())
    visitor.next_steps(answers, language)
    return visitor


def closed(name, inputs, answer):
    if name == "answering_for":
        return [(name, answer if answer in ("self", "client") else "self")]
    if isinstance(answer, list):
        return [(name, value) for value in answer] or [(name, "none")]
    return [(name, UNSURE if answer in (None, "") else answer)]


def date_part(name, part, answer):
    if answer in (None, "", UNSURE):
        return [(name, "yes")] if part == "unsure" else []
    parts = dict(zip(("year", "month", "day"), answer.split("-"), strict=False))
    return [(name, parts[part])] if part in parts else []
