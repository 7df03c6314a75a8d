"""The questions that apply to a person's answers, in the order of asking; nothing is remembered.

A question is on the path while its asked_if is YES or UNKNOWN. An answer to a question that is
off the path is kept by whoever holds the answers, and ignored here.
"""

import datetime
from collections.abc import Iterator
from itertools import groupby

from interview.content import Content, Question
from interview.rules import (
    AS_OF,
    NO,
    SKIPPED,
    UNKNOWN,
    Answer,
    Compiler,
    Judge,
    Layout,
    Row,
    Truth,
    day,
    facts,
)
from interview.screening.answers import Answers

Page = tuple[Question, ...]
Conditional = tuple[tuple[Question, int], ...]


class PathAnswers:
    """The answers of one person that are on the path, by fact."""

    __slots__ = ("_layout", "row")

    def __init__(self, row: Row, layout: Layout) -> None:
        self.row, self._layout = row, layout

    def is_asked(self, fact: str) -> bool:
        """Say whether a question is on the path."""
        return self.row[self._layout[fact]] != SKIPPED

    def answer(self, fact: str) -> Answer:
        """Return an answer on the path; None where it is not known, or not asked."""
        found = self.row[self._layout[fact]]
        return None if found == SKIPPED or isinstance(found, Truth) else found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PathAnswers) and self.row == other.row

    __hash__ = None  # type: ignore[assignment]


class Path:
    """The compiled order of asking of one content."""

    def __init__(self, content: Content) -> None:
        self.questions = content.questions
        names = [question.id for question in self.questions]
        names.append(AS_OF)
        names += [f"ground {ground.id}" for ground in content.priorities.grounds]
        names += [f"program {program}" for program in content.programs]
        names += [f"flag {flag.id}" for flag in content.flags]
        self.layout: Layout = {name: index for index, name in enumerate(names)}
        self.compiler = Compiler(self.layout)
        self._facts = tuple(question.id for question in self.questions)
        self._asked = self._asked_together()
        self._rest: Row = [None] * (len(names) - len(self.questions))
        self.pages: tuple[Page, ...] = _pages(self.questions)
        self._opened = {
            q.id: (self.compiler.condition(q.asked_if).judge, frozenset(facts(q.asked_if)))
            for q in self.questions
            if q.asked_if is not None
        }
        self._numbered = [
            (number, page, self._conditional(page)) for number, page in enumerate(self.pages, 1)
        ]

    def _asked_together(self) -> list[tuple[Judge, tuple[int, ...]]]:
        """Each asked_if in the order of asking, with the indexes of those that share it."""
        runs = groupby(self.questions, key=lambda question: question.asked_if)
        return [
            (
                self.compiler.condition(asked_if).judge,
                tuple(self.layout[question.id] for question in run),
            )
            for asked_if, run in runs
            if asked_if is not None
        ]

    def _conditional(self, page: Page) -> Conditional:
        """The questions of a page with their indexes; none where everybody is asked them all."""
        if all(question.asked_if is None for question in page):
            return ()
        return tuple((question, self.layout[question.id]) for question in page)

    def lay_out(self, answers: Answers, as_of: datetime.date) -> PathAnswers:
        """Return the answers on the path as of a date (local)."""
        row: Row = [*map(answers.get, self._facts), *self._rest]
        row[self.layout[AS_OF]] = day(as_of)
        for asked, indexes in self._asked:
            if asked(row) is NO:
                for index in indexes:
                    row[index] = SKIPPED
        return PathAnswers(row, self.layout)

    def asked(self, answers: PathAnswers) -> tuple[Question, ...]:
        """Return the questions on the path, in the order of asking."""
        return tuple(q for q in self.questions if answers.is_asked(q.id))

    def asked_pages(self, answers: PathAnswers) -> Iterator[tuple[int, Page]]:
        """Yield the pages on the path: their number from 1, and their questions on it."""
        for number, page, conditional in self._numbered:
            if asked := _asked_of(page, conditional, answers.row):
                yield number, asked

    def asked_page(self, number: int, answers: PathAnswers) -> Page:
        """Return the questions of a page that are on the path; none where it is no page of it."""
        if not 1 <= number <= len(self._numbered):
            return ()
        _, page, conditional = self._numbered[number - 1]
        return _asked_of(page, conditional, answers.row)

    def waits_for(self, question: Question, answers: PathAnswers) -> frozenset[str]:
        """Return the facts on whose answers it depends whether a question is asked; often none."""
        judge, others = self._opened.get(question.id, (None, frozenset()))
        if judge is None or judge(answers.row) is not UNKNOWN:
            return frozenset()
        return frozenset(fact for fact in others if answers.is_asked(fact))


def _asked_of(page: Page, conditional: Conditional, row: Row) -> Page:
    if not conditional:
        return page
    return tuple([question for question, index in conditional if row[index] != SKIPPED])


def _pages(questions: tuple[Question, ...]) -> tuple[Page, ...]:
    """Neighbours that name the same page share it; every other question has a page of its own."""
    pages: list[Page] = []
    for question in questions:
        if pages and question.page and pages[-1][-1].page == question.page:
            pages[-1] = (*pages[-1], question)
        else:
            pages.append((question,))
    return tuple(pages)
