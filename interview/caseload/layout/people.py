"""People as columns of an Arrow batch, coded for the engine; what cannot be is refused by its row.

Every spelling is read by the reader of facts files, once: a column says what a facts file may say.
"""

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np
import pyarrow as pa

from interview.caseload.bitmaps import (
    WORD,
    CodeColumn,
    CodedPeople,
    ColumnCodes,
    DateColumn,
)
from interview.caseload.layout.coding import NO_DATE, BatchCoding, is_list, is_text
from interview.caseload.layout.date_columns import days_of, pair_of
from interview.content import Content, Question
from interview.rules import UNSURE, Interval
from interview.screening import MOST_REFUSED, AnswerReader

ID, AS_OF_COLUMN = "id", "as_of"
FIRST_SUFFIX, LAST_SUFFIX = "_first", "_last"
NONE = "none"
_NONE_BIT = np.uint32(1 << 31)
_MOST_VALUES = 30
_NO_ANSWER = "Leave a column that is no answer out, or have it carried over: --keep NAME"
_BY_BITS = ((8, np.uint8), (16, np.uint16), (32, np.uint32))


class RefusedPeople(ValueError):
    """A table of people that cannot be read; the message names the column and the row."""


class PeopleLayout:
    """The columns that the questions of one content are answered in."""

    def __init__(self, content: Content) -> None:
        self.questions = {question.id: question for question in content.questions}
        self._reader = AnswerReader(content)
        values = {fact: q.value_ids for fact, q in self.questions.items() if q.type != "date"}
        lists = [fact for fact, q in self.questions.items() if q.type == "choices"]
        self.codes = ColumnCodes(values, lists)
        for fact in lists:
            if len(values[fact]) > _MOST_VALUES:
                raise ValueError(f"{fact} has more than {_MOST_VALUES} values: columns end there")
        # What each spelling came to, by the fact.
        self._seen: dict[str, dict[str | None, Any]] = {fact: {} for fact in self.questions}

    def schema(self) -> pa.Schema:
        """Return the columns as they are written best: values by name, lists, dates in pairs."""
        name = pa.dictionary(pa.int16(), pa.string())
        fields = [pa.field(ID, pa.string())]
        for fact, question in self.questions.items():
            if question.type == "date":
                ends = (FIRST_SUFFIX, LAST_SUFFIX)
                fields += [pa.field(fact + end, pa.date32()) for end in ends]
            else:
                is_list = question.type == "choices"
                fields.append(pa.field(fact, pa.list_(pa.string()) if is_list else name))
        return pa.schema(fields)

    def fact_of(self, column: str) -> str | None:
        """Return the fact that a column is about; None where it is about none."""
        for ending in ("", FIRST_SUFFIX, LAST_SUFFIX):
            fact = column.removesuffix(ending)
            question = self.questions.get(fact)
            if question and column == fact + ending and (not ending or question.type == "date"):
                return fact
        return None

    def refuse_columns(self, names: list[str], kept: tuple[str, ...] = ()) -> None:
        """Raise RefusedPeople for columns that are no question, stand twice, or are not there."""
        problems = [f'the column "{name}" stands twice' for name in _twice(names)]
        for name in names:
            if name == AS_OF_COLUMN and name not in kept:
                problems.append(
                    'the column "as_of": a file is screened as of one day. Leave it out, and '
                    "give --as-of"
                )
            elif self.fact_of(name) is None and name not in (ID, *kept):
                unknown = self._reader.unknown_fact(name)
                problems.append(f"{unknown}{'' if unknown.endswith('?') else '.'} {_NO_ANSWER}")
        problems += [f'--keep: there is no column "{one}"' for one in kept if one not in names]
        if not any(map(self.fact_of, names)):
            problems.append("no column is the name of a question")
        if problems:
            raise RefusedPeople("\n".join(problems[:MOST_REFUSED]))

    # ------------------------------------------------------------ a batch

    def code(self, batch: pa.RecordBatch, first_row: int = 1) -> CodedPeople:
        """Return a batch as the engine takes it; raise RefusedPeople.

        `first_row`: the number that its first row has for whoever reads a message.
        """
        rows = batch.num_rows
        padded = max(-(-rows // WORD), 1) * WORD
        coding = BatchCoding(batch, padded, first_row)
        codes: dict[str, CodeColumn] = {}
        dates: dict[str, DateColumn] = {}
        for fact, question in self.questions.items():
            if question.type == "date":
                dates[fact] = self._dates(coding, fact)
            elif question.type == "choices":
                codes[fact] = self._list(coding, question)
            else:
                codes[fact] = self._one_of(coding, fact)
        if coding.problems:
            raise RefusedPeople("\n".join(coding.problems[:MOST_REFUSED]))
        return CodedPeople(padded, codes, dates)

    def _one_of(self, coding: BatchCoding, fact: str) -> CodeColumn:
        numbers = self.codes.numbers[fact]
        kind = np.uint8 if len(numbers) < 2**8 else np.uint16

        def code(written: Any) -> int:
            answer = self._reader.read(fact, written)
            return 0 if answer is None else numbers[str(answer)]

        return coding.padded(self._looked_up(coding, fact, code, 0, kind), 0, kind)

    def _list(self, coding: BatchCoding, question: Question) -> CodeColumn:
        fact = question.id
        # A bit for each value, and one for not sure.
        kind = next(one for bits, one in _BY_BITS if bits > len(question.value_ids))
        column = coding.column(fact)
        if column is not None and is_list(column.type):
            masks = self._of_items(coding, question, column)
        else:
            masks = self._looked_up(coding, fact, self._mask_of(fact), 1, np.uint32)
        return coding.padded(masks, 1, kind)

    def _mask_of(self, fact: str) -> Callable[[Any], int]:
        def mask(written: Any) -> int:
            answer = self._reader.read(fact, written)
            if answer is None:
                return 1
            assert isinstance(answer, frozenset)
            is_open = int(UNSURE in answer)
            return is_open | self.codes.mask(fact, tuple(answer - {UNSURE}))

        return mask

    def _of_items(self, coding: BatchCoding, question: Question, column: Any) -> CodeColumn:
        """Each list's values as bits of one number; null is not known."""
        fact, numbers = question.id, self.codes.numbers[question.id]
        table: Any = {NONE: _NONE_BIT, **{value: 1 << n for value, n in numbers.items()}}

        def code(written: Any) -> int:
            text = "" if written is None else str(written).strip().lower()
            if text in ("", UNSURE):
                return 1
            if text not in table:
                self._reader.read(fact, [written])
            return int(table[text])

        lengths = np.asarray(column.value_lengths().fill_null(0))
        owner = np.repeat(np.arange(len(column)), lengths)
        bits = coding.looked_up(column.flatten(), fact, code, 1, np.uint32, owner)
        masks = np.zeros(len(column), np.uint32)
        filled = lengths > 0
        starts = (np.cumsum(lengths) - lengths)[filled]
        if starts.size:
            masks[filled] = np.bitwise_or.reduceat(bits, starts)
        mixed = np.flatnonzero((masks & _NONE_BIT != 0) & (masks != _NONE_BIT))
        if mixed.size:
            coding.refuse(fact, int(mixed[0]), '"none" cannot stand beside another value')
        masks[masks == _NONE_BIT] = 0
        masks[np.asarray(column.is_null())] = 1
        return masks

    def _dates(self, coding: BatchCoding, fact: str) -> DateColumn:
        first, last = coding.column(fact + FIRST_SUFFIX), coding.column(fact + LAST_SUFFIX)
        column = coding.column(fact)
        given = [one for one in (first, last, column) if one is not None]
        if given and not (len(given) == 1 and column is not None):
            if len(given) != 2 or column is not None:
                both = f"{fact}{FIRST_SUFFIX} and {fact}{LAST_SUFFIX}"
                coding.problems.append(f'column "{fact}": write {both}, or {fact} alone')
                return coding.no_dates()
            return coding.dated(fact, lambda: pair_of(first, last))
        if column is not None and not is_text(column.type):
            return coding.dated(fact, lambda: days_of(column))
        firsts = self._looked_up(coding, fact, self._interval_of(fact), NO_DATE, np.int64)
        return coding.dated(fact, lambda: (firsts >> 32, firsts & 0xFFFFFFFF))

    def _interval_of(self, fact: str) -> Callable[[Any], int]:
        def interval(written: Any) -> int:
            answer = self._reader.read(fact, written)
            return (answer.first << 32) | answer.last if isinstance(answer, Interval) else NO_DATE

        return interval

    def _looked_up(
        self, coding: BatchCoding, fact: str, code: Callable[[Any], int], unknown: int, kind: Any
    ) -> CodeColumn:
        column = coding.column(fact)
        if column is None:
            return np.zeros(0, kind)
        if not is_text(column.type):
            wanted = "texts, or lists of texts" if unknown == 1 else "texts"
            coding.problems.append(f'column "{fact}": {column.type} is not read. Write {wanted}')
            return np.zeros(0, kind)
        return coding.looked_up(column, fact, code, unknown, kind, None, self._seen[fact])


def refuse_named_alike(kept: Iterable[str], results: Iterable[str]) -> None:
    """Raise RefusedPeople for kept columns that have the name of a result."""
    if alike := sorted(set(kept) & set(results)):
        problems = (
            f'--keep: "{name}" is the name of a result. Rename the column' for name in alike
        )
        raise RefusedPeople("\n".join(problems))


def _twice(names: list[str]) -> list[str]:
    return [name for name in dict.fromkeys(names) if names.count(name) > 1]
