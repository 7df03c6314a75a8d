"""One cell of a sheet as an answer: an id, a label in any language, or what people put for it."""

import re
from collections.abc import Iterator

from interview.content import Content, Question
from interview.files.sheets.cells import CellValue, as_text, is_blank
from interview.files.sheets.personal import is_a_number_of_a_person
from interview.files.sheets.plain_words import (
    Lookup,
    TextsByLanguage,
    as_compared,
    in_any_language,
    shown,
    ways_to_say,
)
from interview.files.sheets.written_days import DayOrder, DayReader, UncertainDay, numbers_of
from interview.rules import UNSURE, did_you_mean
from interview.screening import AnswerError, AnswerReader, read_day, shortened

_TICKS = {"✓": "yes", "✔": "yes", "☑": "yes"}
_ONLY_ASKS = re.compile(r"[?¿\s]+")
_BETWEEN_ITEMS = re.compile(r"[;\n\r]+")
_LONGEST_LIST = 2_000
_MOST_LABELS = 20
OF_A_PERSON = "what stands here looks like a number of a person. Take it out of the sheet. "


class CellError(ValueError):
    """A cell that is no answer; the message says what to write."""


class ValueReader:
    """Reads the cells of one content's questions as their answers are written."""

    def __init__(
        self, content: Content, reader: AnswerReader, translated: TextsByLanguage, days: DayReader
    ) -> None:
        self._reader = reader
        self._days = days
        labels = content.wording.labels
        self._unsure, self._none = Lookup(), Lookup()
        self._words = content.papers.sheet_words
        unsure, none = in_any_language(self._words.unsure), in_any_language(self._words.none)
        self._unsure.add_all((*unsure, *ways_to_say(labels.unsure, translated)), UNSURE)
        self._unsure.add_all(ways_to_say(labels.and_more_unsure, translated), UNSURE)
        self._none.add_all((*none, *ways_to_say(labels.none_of_these, translated)), "none")
        self._values = {
            question.id: self._lookup(question, translated) for question in content.questions
        }

    def read(self, fact: str, cell: CellValue, order: DayOrder | None = None) -> str:
        """Return a cell as the answer reader reads it; raise CellError.

        What that reader takes by itself stays as it is. `order` is the one of days and months.
        """
        text = as_text(cell)
        try:
            self._reader.read(fact, text)
            return text
        except AnswerError:
            pass
        question = self._reader.questions[fact]
        if question.type == "date":
            return self._day(question, cell, order)
        if question.type == "choices":
            return self._list(question, text)
        return self._one(question, text)

    def heading(self, fact: str) -> str:
        """Return the heading of a question, as a message shows it."""
        return shown(self._reader.questions[fact].short)

    def is_in_words(self, fact: str, cell: CellValue) -> bool:
        """Say whether a cell is read only here, or is a date whose order is to be told."""
        try:
            if fact in self._reader.questions:
                self._reader.read(fact, as_text(cell))
            elif not is_blank(cell):
                read_day(as_text(cell))
            return False
        except AnswerError:
            pass
        try:
            self.read(fact, cell) if fact in self._reader.questions else self.day(cell, None)
        except CellError:
            return numbers_of(cell) is not None
        return True

    def day(self, cell: CellValue, order: DayOrder | None) -> str:
        """Return a cell that is no answer, but a date; raise CellError."""
        try:
            return self._days.read(cell, order)
        except UncertainDay as error:
            raise CellError(str(error)) from None

    def _lookup(self, question: Question, translated: TextsByLanguage) -> Lookup:
        lookup = Lookup()
        for value in question.values_taken:
            lookup.add(value.id, value.id)
            lookup.add_all(ways_to_say(value.label, translated), value.id)
        if question.type == "yes_no":
            lookup.add_all(in_any_language(self._words.yes), "yes")
            lookup.add_all(in_any_language(self._words.no), "no")
        return lookup

    def _day(self, question: Question, cell: CellValue, order: DayOrder | None) -> str:
        if isinstance(cell, str) and self._is_unsure(cell):
            return self._not_sure(question, cell)
        return self.day(cell, order)

    def _one(self, question: Question, text: str) -> str:
        if self._is_unsure(text):
            return self._not_sure(question, text)
        if question.type == "yes_no" and text in _TICKS:
            return _TICKS[text]
        return self._only(question, text, self._meant(question, text))

    def _meant(self, question: Question, text: str) -> tuple[str, ...]:
        found = self._values[question.id].of(text)
        if not found and question.type == "state":
            # D.C. has its letters apart.
            found = self._values[question.id].of(as_compared(text).replace(" ", ""))
        return found

    def _only(self, question: Question, text: str, found: tuple[str, ...]) -> str:
        if not found:
            raise CellError(self._no_answer(question, text))
        if len(found) > 1:
            raise CellError(f'"{shortened(text)}" can be {" or ".join(found)}. Write one of these')
        return found[0]

    def _list(self, question: Question, text: str) -> str:
        if self._none.of(text):
            return "none"
        if len(text) > _LONGEST_LIST:
            raise CellError(f"this cell is too long for an answer. {self._allowed(question)}")
        items: dict[str, None] = {}
        for piece in _BETWEEN_ITEMS.split(text):
            if as_compared(piece) or "?" in piece:
                items.update(dict.fromkeys(self._pieces(question, piece.strip())))
        if "none" in items and len(items) > 1:
            raise CellError(
                f'"{shortened(text)}" says none and something else. Keep only what is true'
            )
        if not items:
            raise CellError(self._no_answer(question, text))
        return ";".join(items)

    def _pieces(self, question: Question, piece: str) -> Iterator[str]:
        """Yield the values of a piece: a label may have commas in it, so the longest goes first."""
        words = piece.split(",")
        start = 0
        while start < len(words):
            for end in range(len(words), start, -1):
                item = ",".join(words[start:end])
                if found := self._item(question, item):
                    yield found
                    start = end
                    break
            else:
                if words[start].strip():
                    raise CellError(self._no_answer(question, words[start].strip()))
                start += 1

    def _item(self, question: Question, item: str) -> str:
        if self._none.of(item):
            return "none"
        if self._is_unsure(item):
            return UNSURE
        found = self._values[question.id].of(item)
        return self._only(question, item, found) if found else ""

    def _is_unsure(self, text: str) -> bool:
        return bool(_ONLY_ASKS.fullmatch(text)) or bool(self._unsure.of(text))

    def _not_sure(self, question: Question, text: str) -> str:
        if not question.unsure:
            raise CellError(f'"{shortened(text)}" is no answer here. {self._allowed(question)}')
        return UNSURE

    def _allowed(self, question: Question) -> str:
        """Say what a cell takes: where the ids are no words of every day, by their labels."""
        if question.type not in ("choice", "choices") or len(question.values_taken) > _MOST_LABELS:
            return self._reader.allowed(question)
        labels = (f'"{shown(value.label)}" ({value.id})' for value in question.values_taken)
        more = ", unsure; more than one with ; between them" if question.type == "choices" else ""
        unsure = ", or unsure" if question.unsure and not more else ""
        return f"Allowed: {', '.join(labels)}{more}{unsure}"

    def _no_answer(self, question: Question, text: str) -> str:
        if is_a_number_of_a_person(text):
            return OF_A_PERSON + self._allowed(question)
        # A word of two letters is near to everything.
        known = [word for word in self._values[question.id].words if len(word) > 3]
        near = did_you_mean(as_compared(text), known, "")
        hint = f"{near} " if near else ""
        return f'"{shortened(text)}" is no answer here. {hint}{self._allowed(question)}'
