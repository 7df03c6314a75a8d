"""The questions that apply to a person's answers, in the order of asking; nothing is remembered.

A question is on the path while its asked_if is YES or UNKNOWN. An answer to a question that is
off the path is kept by whoever holds the answers, and ignored here.
"""

import datetime
from collections.abc import Iterator
from itertools import groupby

from interview.content import Content, Question
from interview.rules import AS_OF, NO, SKIPPED, Judge, Person, Places, compile_condition, day
from interview.screening.answers import Answers

Page = tuple[Question, ...]
Conditional = tuple[tuple[Question, int], ...]


class Path:
    """The compiled order of asking of one content."""

    def __init__(self, content: Content) -> None:
        self.questions = content.questions
        names = [question.id for question in self.questions]
        names.append(AS_OF)
        names += [f"ground {ground.id}" for ground in content.priorities.grounds]
        names += [f"program {program}" for program in content.programs]
        names += [f"flag {flag.id}" for flag in content.flags]
        self.places: Places = {name: place for place, name in enumerate(names)}
        self._facts = tuple(question.id for question in self.questions)
        self._asked = self._asked_together()
        self._rest: Person = [None] * (len(names) - len(self.questions))
        self.pages: tuple[Page, ...] = _pages(self.questions)
        self._numbered = [
            (number, page, self._conditional(page)) for number, page in enumerate(self.pages, 1)
        ]

    def _asked_together(self) -> list[tuple[Judge, tuple[int, ...]]]:
        """Each asked_if in the order of asking, with the places of the neighbours that share it."""
        runs = groupby(self.questions, key=lambda question: question.asked_if)
        return [
            (
                compile_condition(asked_if, self.places).judge,
                tuple(self.places[question.id] for question in run),
            )
            for asked_if, run in runs
            if asked_if is not None
        ]

    def _conditional(self, page: Page) -> Conditional:
        """The questions of a page with their places; none where everybody is asked them all."""
        if all(question.asked_if is None for question in page):
            return ()
        return tuple((question, self.places[question.id]) for question in page)

    def person(self, answers: Answers, as_of: datetime.date) -> Person:
        """Lay out the answers on the path; a question whose asked_if is NO is SKIPPED."""
        person: Person = [*map(answers.get, self._facts), *self._rest]
        person[self.places[AS_OF]] = day(as_of)
        for asked, places in self._asked:
            if asked(person) is NO:
                for place in places:
                    person[place] = SKIPPED
        return person

    def asked(self, person: Person) -> tuple[Question, ...]:
        """Return the questions on the path, in the order of asking."""
        return tuple(q for q in self.questions if person[self.places[q.id]] != SKIPPED)

    def asked_pages(self, person: Person) -> Iterator[tuple[int, Page]]:
        """Yield the pages on the path: their number from 1, and their questions on it."""
        for number, page, conditional in self._numbered:
            if asked := _asked_of(page, conditional, person):
                yield number, asked

    def asked_page(self, number: int, person: Person) -> Page:
        """Return the questions of a page that are on the path; none where it is no page of it."""
        if not 1 <= number <= len(self._numbered):
            return ()
        _, page, conditional = self._numbered[number - 1]
        return _asked_of(page, conditional, person)


def _asked_of(page: Page, conditional: Conditional, person: Person) -> Page:
    if not conditional:
        return page
    return tuple([question for question, place in conditional if person[place] != SKIPPED])


def _pages(questions: tuple[Question, ...]) -> tuple[Page, ...]:
    """Neighbours that name the same page share it; every other question has a page of its own."""
    pages: list[Page] = []
    for question in questions:
        if pages and question.page and pages[-1][-1].page == question.page:
            pages[-1] = (*pages[-1], question)
        else:
            pages.append((question,))
    return tuple(pages)
