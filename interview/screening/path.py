"""The questions that apply to a person's answers, in the order of asking; nothing is remembered.

A question is on the path while its asked_if is YES or UNKNOWN. An answer to a question that is
off the path is kept by whoever holds the answers, and ignored here. What only an unsure answer
leaves open is passed over: not asked and not known, unless it can raise a flag of now by itself.
"""

import datetime
from collections.abc import Collection, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from interview.content import Content, Question
from interview.rules import (
    AS_OF,
    NO,
    NOT_REACHED,
    SKIPPED,
    UNKNOWN,
    YES,
    Answer,
    Compiler,
    Condition,
    Judge,
    Layout,
    Outcomes,
    Row,
    Truth,
    day,
)
from interview.screening.answers import Answers
from interview.screening.urgent_questions import urgent_by_themselves

Page = tuple[Question, ...]
Conditional = tuple[tuple[Question, int], ...]


class AskedTogether(NamedTuple):
    """Neighbours that share an asked_if, each with its index in a row."""

    asked_if: Condition
    judge: Judge
    facts: tuple[tuple[str, int], ...]


class PathAnswers:
    """The answers of one person that are on the path, by fact; `not_reached` in asking order."""

    __slots__ = ("_layout", "not_reached", "row")

    def __init__(self, row: Row, layout: Layout, not_reached: tuple[str, ...] = ()) -> None:
        self.row, self._layout, self.not_reached = row, layout, not_reached

    def is_asked(self, fact: str) -> bool:
        """Say whether a question is on the path."""
        return self.row[self._layout[fact]] != SKIPPED

    def answer(self, fact: str) -> Answer:
        """Return an answer on the path; None where it is not known, or not asked."""
        found = self.row[self._layout[fact]]
        return None if found in (SKIPPED, NOT_REACHED) or isinstance(found, Truth) else found

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
        self._always_asked = [
            (question.id, self.layout[question.id])
            for question in self.questions
            if question.asked_if is None
        ]
        self._outcomes = Outcomes(self.compiler, self.layout)
        # Asked also where only an unsure answer leaves them open.
        self.urgent = urgent_by_themselves(content, self.compiler, self.layout)
        self._doubtful = {
            index: one.judge
            for one in self._asked
            for fact, index in one.facts
            if fact not in self.urgent
        }
        self._rest: Row = [None] * (len(names) - len(self.questions))
        self.pages: tuple[Page, ...] = _pages(self.questions)
        self._judges = {fact: one.judge for one in self._asked for fact, _ in one.facts}
        self._left_open = {
            fact: self.compiler.condition(one.asked_if).unknown
            for one in self._asked
            for fact, _ in one.facts
        }
        self._numbered = [
            (number, page, self._conditional(page)) for number, page in enumerate(self.pages, 1)
        ]

    def _asked_together(self) -> list[AskedTogether]:
        """Each asked_if in the order of asking, with those that share it."""
        runs = groupby(self.questions, key=lambda question: question.asked_if)
        return [
            AskedTogether(
                asked_if,
                self.compiler.condition(asked_if).judge,
                tuple((question.id, self.layout[question.id]) for question in run),
            )
            for asked_if, run in runs
            if asked_if is not None
        ]

    def _conditional(self, page: Page) -> Conditional:
        """The questions of a page with their indexes; none where everybody is asked them all."""
        if all(question.asked_if is None for question in page):
            return ()
        return tuple((question, self.layout[question.id]) for question in page)

    def _row(self, answers: Answers, as_of: datetime.date) -> Row:
        row: Row = [*map(answers.get, self._facts), *self._rest]
        row[self.layout[AS_OF]] = day(as_of)
        return row

    def lay_out(self, answers: Answers, as_of: datetime.date) -> PathAnswers:
        """Return the answers on the path as of a date (local); what has none is not known."""
        row = self._row(answers, as_of)
        for _, asked, facts in self._asked:
            if asked(row) is NO:
                for _, index in facts:
                    row[index] = SKIPPED
        return PathAnswers(row, self.layout)

    def lay_out_so_far(
        self, answers: Answers, as_of: datetime.date, reached: Collection[str]
    ) -> PathAnswers:
        """Return the answers on the path before its end: what is not `reached` may yet be asked."""
        return self._lay_out_reached(answers, as_of, reached, keeps=True)

    def lay_out_asked(self, answers: Answers, as_of: datetime.date) -> PathAnswers:
        """Return the answers of somebody who is asked page after page: the rest is not reached.

        An answer from before does not count where an unsure answer passes the question over by now,
        or where what the question hangs on is not answered.
        """
        return self._lay_out_reached(answers, as_of, answers, keeps=False)

    def _lay_out_reached(
        self, answers: Answers, as_of: datetime.date, reached: Collection[str], keeps: bool
    ) -> PathAnswers:
        row = self._row(answers, as_of)
        for fact, index in self._always_asked:
            if fact not in reached:
                row[index] = NOT_REACHED
        for asked_if, asked, facts in self._asked:
            truth = asked(row)
            may_be = self._outcomes.of(asked_if)(row) if truth is UNKNOWN else {truth}
            for fact, index in facts:
                if truth is NO:
                    row[index] = SKIPPED
                elif YES not in may_be and fact not in self.urgent:
                    row[index] = row[index] if keeps and fact in reached else None
                elif fact not in reached or (truth is UNKNOWN and YES in may_be and not keeps):
                    row[index] = NOT_REACHED
        waiting = (fact for fact in self._facts if row[self.layout[fact]] == NOT_REACHED)
        return PathAnswers(row, self.layout, tuple(waiting))

    def asked(self, answers: PathAnswers) -> tuple[Question, ...]:
        """Return the questions on the path, in the order of asking, those passed over too."""
        return tuple(q for q in self.questions if answers.is_asked(q.id))

    def answered(self, answers: PathAnswers) -> tuple[Question, ...]:
        """Return the questions that were put to somebody so far, in the order of asking."""
        row = answers.row
        indexed = ((question, self.layout[question.id]) for question in self.questions)
        return tuple(q for q, i in indexed if row[i] != NOT_REACHED and self._is_asked(i, row))

    def put_behind(self, facts: Iterable[str], answers: PathAnswers) -> set[str]:
        """Return those of some facts that were put to somebody; for one passed over, what it hangs
        on: the answers that leave its asked_if open.
        """
        found: set[str] = set()
        for fact in facts:
            if self._is_asked(self.layout[fact], answers.row):
                found.add(fact)
            elif answers.is_asked(fact):
                found |= self.put_behind(self._left_open[fact](answers.row), answers)
        return found

    def asked_pages(self, answers: PathAnswers) -> Iterator[tuple[int, Page]]:
        """Yield the pages that are asked: their number from 1, and their questions that are."""
        for number, page, conditional in self._numbered:
            if asked := self._asked_of(page, conditional, answers.row):
                yield number, asked

    def asked_page(self, number: int, answers: PathAnswers) -> Page:
        """Return the questions of a page that are asked; none where it is no page of the path."""
        if not 1 <= number <= len(self._numbered):
            return ()
        _, page, conditional = self._numbered[number - 1]
        return self._asked_of(page, conditional, answers.row)

    def is_waiting(self, question: Question, answers: PathAnswers) -> bool:
        """Say whether it hangs on an answer that was not given yet if a question is asked."""
        judge = self._judges.get(question.id)
        if judge is None or question.asked_if is None or judge(answers.row) is not UNKNOWN:
            return False
        return YES in self._outcomes.of(question.asked_if)(answers.row)

    def _asked_of(self, page: Page, conditional: Conditional, row: Row) -> Page:
        if not conditional:
            return page
        return tuple([question for question, index in conditional if self._is_asked(index, row)])

    def _is_asked(self, index: int, row: Row) -> bool:
        """On the path, and not passed over."""
        found = row[index]
        if found is None and index in self._doubtful:
            return self._doubtful[index](row) is not UNKNOWN
        return found != SKIPPED


def _pages(questions: tuple[Question, ...]) -> tuple[Page, ...]:
    """Neighbours that name the same page share it; every other question has a page of its own."""
    pages: list[Page] = []
    for question in questions:
        if pages and question.page and pages[-1][-1].page == question.page:
            pages[-1] = (*pages[-1], question)
        else:
            pages.append((question,))
    return tuple(pages)
