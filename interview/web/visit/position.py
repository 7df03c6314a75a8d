"""Where a visit stands on the path: which pages are asked, which come next, what is open."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

from interview.content import Oddity, Part, Question, Text
from interview.screening import Page, Result
from interview.web.site import Progress, Site
from interview.web.visit.visit import Visit

# Two addresses for everything that is answered: one asks, one concludes. A browser's history then
# tells no page from another.
START, ASK, CONCLUDE, RESUME, PEOPLE = "/", "/q", "/steps", "/resume", "/people"
# The first page asks who is answering; the start asks it too.
FIRST_PAGE = 1


class Position:
    """Where one visit stands on the path, on one date."""

    def __init__(self, site: Site, visit: Visit, as_of: datetime.date) -> None:
        self.site = site
        self.visit = visit
        self.as_of = as_of
        self.answers = visit.answers
        self.path_answers = site.path.lay_out_asked(self.answers, as_of)
        # The first page that waits for an answer, or None when all have one.
        self.first_open: int | None = None
        self.pages: dict[int, Page] = dict(self._reached())

    def _reached(self) -> Iterator[tuple[int, Page]]:
        """The pages on the path, as far as the first open one: nobody is shown a later one."""
        answered = self.visit.answers
        for number, page in self.site.path.asked_pages(self.path_answers):
            yield number, page
            for question in page:
                # Unsure is an answer too.
                if question.id not in answered:
                    self.first_open = number
                    return

    @cached_property
    def result(self) -> Result:
        """What the answers come to, as far as they go."""
        return self.site.screening.conclude(self.path_answers, self.as_of)

    @property
    def urgent_flags(self) -> frozenset[str]:
        """The flags of now that are raised so far."""
        found = self.result
        return frozenset(flag for flag in found.raised() if found.urgencies[flag] == "now")

    # ------------------------------------------------------------ break-outs

    def break_out_of(self, page: int) -> int:
        """The number of the break-out that stands behind a question page."""
        return self.check + page

    def page_before_break_out(self, number: int) -> int | None:
        """The number of the question page that a break-out stands behind; None if it is none."""
        page = number - self.check
        return page if page in self.pages else None

    def came_up_on(self, *pages: int) -> frozenset[str]:
        """The flags of now that the answers to some pages bring up."""
        return self.urgent_flags - self.without(*pages).urgent_flags

    def without(self, *pages: int) -> "Position":
        """The position without the answers to some pages."""
        asked = {question.id for page in pages for question in self.page_on_path(page)}
        answers = {fact: said for fact, said in self.answers.items() if fact not in asked}
        return Position(self.site, replace(self.visit, answers=answers), self.as_of)

    # ------------------------------------------------------------ pages

    @property
    def check(self) -> int:
        """The number of the page with all answers, which follows the last question page."""
        return len(self.site.path.pages) + 1

    @property
    def onward(self) -> int:
        """The number of the page to which the answers lead."""
        return self.check if self.first_open is None else self.first_open

    @property
    def shown(self) -> int:
        """The number of the page that is shown: where the visit is, if that can be reached."""
        at = self.visit.at
        is_reached = at in self.pages or (at == self.check and self.first_open is None)
        return at if is_reached or self._breaks_out(at) else self.onward

    def _breaks_out(self, number: int) -> bool:
        page = self.page_before_break_out(number)
        return page is not None and bool(self.came_up_on(page))

    def page_on_path(self, number: int) -> Page:
        """Return the questions of a page, ahead of the first open one too; none off the path."""
        return self.pages.get(number) or self.site.path.asked_page(number, self.path_answers)

    def part_pages(self, number: int) -> dict[int, Page]:
        """Return all pages on the path in the part of a page, ahead of the first open one too.

        The start asks who answers; no part asks it again. What hangs on an answer that was not
        given yet is not there before it.
        """
        part = self.part_of(number)
        asked = self.site.path.asked_pages(self.path_answers)
        shown = {
            n: tuple([question for question in page if self._is_open(question)])
            for n, page in asked
            if self.part_of(n) == part and n != FIRST_PAGE
        }
        return {n: page for n, page in shown.items() if page}

    def part_on_paper(self, number: int) -> dict[int, Page]:
        """Return all pages in the part of a page, those off the path too, but the first of all."""
        pages = enumerate(self.site.path.pages, 1)
        part = self.part_of(number)
        return {n: page for n, page in pages if self.part_of(n) == part and n != FIRST_PAGE}

    def _is_open(self, question: Question) -> bool:
        """Say whether all was answered on which it depends if a question is asked."""
        return not self.site.path.is_waiting(question, self.path_answers)

    def part_before(self, number: int) -> int | None:
        """The number of the first page of the part before; None where only the start is."""
        part = self.part_of(number) if number != self.check else len(self.site.parts)
        earlier = [n for n in self.pages if n != FIRST_PAGE and self.part_of(n) < part]
        return min(self.part_pages(earlier[-1])) if earlier else None

    def before(self, number: int) -> int | None:
        """The number of the page one step back; None where only the start is."""
        if page := self.page_before_break_out(number):
            return page
        earlier = [other for other in self.pages if other < number]
        return earlier[-1] if earlier else None

    def part_of(self, number: int) -> int:
        """The number of a page's part, from 0."""
        return self.site.part_of_page[number - 1]

    def number_in_part(self, number: int) -> int:
        """The number of a page among those asked in its part, from 1."""
        part = self.part_of(number)
        return sum(1 for other in self.pages if other < number and self.part_of(other) == part) + 1

    def progress(self, number: int) -> Progress:
        """How far the visit is at a page, and about how many are left."""
        return self.site.likely.progress(self.answers, number, self.as_of)

    def thread(self, part: int) -> list[tuple[Part, str]]:
        """Each part, and whether it is done, now or later, seen from one of them."""
        return [
            (one, "done" if number < part else "now" if number == part else "later")
            for number, one in enumerate(self.site.parts)
        ]

    def to_ask_back(self, page: Page) -> list[Oddity]:
        """What is odd on a page, and was not confirmed before."""
        on_page = {question.id for question in page}
        return [oddity for oddity in self._odd() if oddity.about in on_page]

    def _odd(self) -> list[Oddity]:
        found = self.site.oddities.found(self.path_answers)
        return [oddity for oddity in found if oddity.id not in self.visit.asked_back]

    def next_to_ask_back(self) -> int | None:
        """The first page on the path with an odd answer that was not confirmed, or None.

        A change on one page can make what was answered on another one odd.
        """
        about = {oddity.about for oddity in self._odd()}
        pages = self.pages.items() if about else ()
        return next((n for n, page in pages if about & {question.id for question in page}), None)

    def title_of(self, page: Page) -> Text | None:
        """The heading over several questions; one question alone is its own."""
        if len(page) == 1:
            return None
        return self.site.content.pages.question.titles.get(page[0].page or "")

    def questions_by_part(self) -> list[tuple[Part, list[tuple[int, Question]]]]:
        """The questions on the path with their pages, by part."""
        found: list[list[tuple[int, Question]]] = [[] for _ in self.site.parts]
        for number, page in self.pages.items():
            found[self.part_of(number)].extend((number, question) for question in page)
        parts = zip(self.site.parts, found, strict=True)
        return [(part, asked) for part, asked in parts if asked]
