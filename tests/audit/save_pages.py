"""Save every page of the interview, in both languages, as files for checkers of HTML.

    .venv/bin/python tests/audit/save_pages.py FOLDER

Question pages come from made-up people until every page of the path has been seen: as a
question, as a mistake and with both languages side by side. Prints how many there are of each kind.
"""

import collections
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import servers  # noqa: F401  # it knows where the made-up people and the visitor are
from flask import Flask

from people import people  # isort: skip
from spoken import LANGUAGES  # isort: skip
from visitor import AS_OF, Page, Visitor, made, site_of  # isort: skip

MOST_PEOPLE = 400
# Their check, next steps and lawyer's sheet are saved; those after them only show more questions.
PEOPLE_TO_THE_END = 25
CLOSING = ("/check", "/next-steps", "/lawyer")


class Pages:
    """The pages seen in one language, each by a name that is a file name too."""

    def __init__(self, app: Flask, language: str) -> None:
        self.app, self.language = app, language
        self.found: dict[str, str] = {}

    def keep(self, name: str, page: Page) -> None:
        plain = re.sub(r"\W+", "-", name).strip("-") or "start"
        self.found.setdefault(f"{self.language}-{plain}", page.html)

    def visitor(self) -> Visitor:
        visitor = Visitor(self.app.test_client())
        visitor.begin(self.language)
        return visitor

    def gather(self) -> dict[str, str]:
        """See everything there is, and return it."""
        for kiosk in ("", "-answering"):
            self.see_standing_pages(kiosk)
        self.see_errors()
        self.see_questions()
        return self.found

    def standing(self) -> list[str]:
        """The addresses that need no number: every rule of the application without one."""
        rules = [r for r in self.app.url_map.iter_rules() if "GET" in (r.methods or ())]
        plain = {r.rule for r in rules if not r.arguments} - {"/stay", *CLOSING}
        return [*sorted(plain - {"/leave"}), f"/left/{self.language}"]

    def see_standing_pages(self, ending: str) -> None:
        visitor = self.visitor()
        if ending:
            visitor.press(visitor.fill({}))
        for address in self.standing():
            self.keep(address + ending, visitor.open(address))

    def see_errors(self) -> None:
        """Every kind of refusal; what is posted comes from nowhere, is too long, or is no form."""
        visitor = self.visitor()
        visitor.press(visitor.fill({}))
        visitor.open("/no-such-page")
        self.keep("error-404", visitor.page)
        client, own = visitor.client, {"Sec-Fetch-Site": "same-origin"}
        visitor.open("/q")
        token, sent = visitor.page.hidden, {405: client.put("/q", headers=own)}
        posts = {
            400: {"data": {**token, "strange": "1"}, "headers": own},
            403: {"data": {}, "headers": {"Sec-Fetch-Site": "cross-site"}},
            413: {"data": {"in_us_now": "x" * 100_000}, "headers": own},
            415: {"json": {}, "headers": own},
        }
        for status, posted in posts.items():
            client.post("/q", **posted)
            sent[status] = client.get("/q")
        client.set_cookie("visit-80", "broken")
        sent[410] = client.get("/q", headers={"Accept-Language": self.language})
        for status, response in sent.items():
            assert response.status_code == status, (status, response.status_code)
            self.keep(f"error-{status}", Page(response))

    def questions_open(self) -> set[int]:
        everyone = range(1, len(site_of(self.app).path.pages) + 1)
        return {n for n in everyone if f"{self.language}-q-{n}" not in self.found}

    def see_questions(self) -> None:
        for number, answers in enumerate(people(MOST_PEOPLE, seed=3, as_of=AS_OF)):
            if number >= PEOPLE_TO_THE_END and not self.questions_open():
                return
            self.follow(answers, f"-person-{number}" if number < PEOPLE_TO_THE_END else "")
        if missing := self.questions_open():
            raise SystemExit(f"nobody came to {sorted(missing)} ({self.language})")

    def follow(self, answers: dict[str, object], name: str) -> None:
        """Go along with one person; look twice at every question not seen before."""
        visitor = self.visitor()
        start = visitor.page
        while visitor.address != "/check":
            here = visitor.address
            kind = here if here != "/" else "/q/1"
            if f"{self.language}-{kind[1:].replace('/', '-')}" not in self.found:
                self.see_question(visitor, kind)
            visitor.press(visitor.fill(answers))
            if visitor.address == here:
                self.keep(f"{kind}-asked-back-or-mistake", visitor.page)
                visitor.press(visitor.fill(answers))
        assert start is not None
        if name:
            for address in CLOSING:
                self.keep(address + name, visitor.open(address))
                self.keep(f"{address}{name}-both", visitor.show_both())
                visitor.show_both(False)

    def see_question(self, visitor: Visitor, name: str) -> None:
        """See a question page, what it says to an empty answer, and both languages side by side."""
        self.keep(name, visitor.page)
        if visitor.path == "/":
            return
        self.keep(f"{name}-both", visitor.show_both())
        visitor.show_both(False)
        self.keep(f"{name}-empty", visitor.press([]))


def saved(folder: Path) -> Iterator[str]:
    app = made()
    for language in LANGUAGES:
        for name, html in Pages(app, language).gather().items():
            (folder / f"{name}.html").write_text(html, encoding="utf-8")
            yield re.sub(r"\d+", "N", name)


def main() -> None:
    kinds = collections.Counter(saved(Path(sys.argv[1])))
    listed = ", ".join(f"{name} {times}" for name, times in sorted(kinds.items()))
    print(f"{sum(kinds.values())} pages: {listed}")


if __name__ == "__main__":
    main()
