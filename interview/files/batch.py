"""Many people at once: a row in, a row out, written as it goes; a bad row stops nobody else."""

import csv
import datetime
import gc
import io
import json
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from interview.files.ids import IdError, checked_id, quoted_cell
from interview.files.odd_answers import OddAnswers
from interview.files.records import Record
from interview.files.result_words import ResultWords
from interview.files.result_writer import ResultWriter
from interview.files.rows import RowError, Sheet, is_nobody, row_of
from interview.files.tally import ScreenedRows
from interview.files.urgency import UrgencyRank, rank_of
from interview.languages import Tongue
from interview.loading import load
from interview.screening import (
    AnswerError,
    AnswerReader,
    Result,
    Screening,
    read_day,
)

CHUNK = 250


def columns_of(programs: Iterable[str], is_partial: bool = False) -> list[str]:
    """Return the columns of a sheet of results; each program has one under its own name."""
    found = ["grounds", "possible", "flags", "missing", "escalation"]
    found += ["so_far", "not_reached"] if is_partial else []
    return ["id", "lane", "how_soon", "why", *programs, "level", *found]


class ScreenedPerson(NamedTuple):
    """What became of one row: its line, what is odd about it, and how soon a lawyer is needed."""

    line: str
    odd: list[str]
    rank: UrgencyRank


class BatchScreener:
    """Screens rows of one content; `as_of` is the local date for rows that name none.

    `is_partial`: what a row leaves blank is not reached yet. `tongue` says how soon, and why.
    """

    def __init__(
        self,
        screening: Screening,
        as_of: datetime.date,
        output: str,
        tongue: Tongue,
        delimiter: str = ",",
        is_partial: bool = False,
    ) -> None:
        self.screening = screening
        self.reader = AnswerReader(screening.content)
        self.words = ResultWords(screening.content, tongue)
        self.writer = ResultWriter(self.words)
        self.oddities = OddAnswers(screening)
        self.as_of = as_of
        self.delimiter = delimiter
        self.is_partial = is_partial
        formats = {"csv": self._csv_line, "xlsx": self._book_line, "json": self._json_line}
        self.format: Callable[[Any, Result], str] = formats[output]

    def screen(self, row: dict[str, Any]) -> ScreenedPerson:
        """Return what became of a row; raise RowError for what is refused."""
        row_id = _id(row.pop("id", None))
        as_of = self._date(row.pop("as_of", None))
        answers, refused = self.reader.read_all(row)
        if refused:
            raise RowError("; ".join(f"{fact}: {message}" for fact, message in refused))
        reached = self.reader.reached(row) if self.is_partial else None
        result = self.screening.screen(answers, as_of, reached)
        return ScreenedPerson(
            self.format(row_id, result), self.oddities.of(result), rank_of(result)
        )

    def _date(self, written: Any) -> datetime.date:
        if written is None or not str(written).strip():
            return self.as_of
        try:
            return read_day(written)
        except AnswerError as error:
            raise RowError(f"as_of: {error}") from None

    def _json_line(self, row_id: Any, result: Result) -> str:
        return self.writer.line(result, row_id)

    def _book_line(self, row_id: Any, result: Result) -> str:
        """The cells of a row of a workbook, which is made of all of them at the end."""
        ticket = "" if row_id is None else str(row_id)
        words = (result.lane, self.words.how_soon(result), self.words.why(result))
        return json.dumps([ticket, *words, *self._cells(result)])

    def _csv_line(self, row_id: Any, result: Result) -> str:
        words = (result.lane, self.words.how_soon(result), self.words.why(result))
        first = self.delimiter.join(map(quoted_cell, (row_id, *words)))
        return f"{first}{self.delimiter}{sheet_line(self._cells(result), self.delimiter)}"

    def _cells(self, result: Result) -> tuple[str, ...]:
        """What stands in ids behind the words."""
        cells = (
            # A program that has not begun on the day has no result, and its column stays empty.
            *(result.programs.get(program, "") for program in self.screening.content.programs),
            result.level,
            *(
                ";".join(ids)
                for ids in (
                    result.holding(),
                    result.possible(),
                    result.raised(),
                    result.missing,
                    result.escalation,
                )
            ),
        )
        if self.is_partial:
            so_far = "yes" if result.is_so_far else "no"
            cells = (*cells, so_far, ";".join(result.not_reached))
        return cells


def sheet_line(cells: Iterable[str], delimiter: str) -> str:
    """Return cells as a line of a sheet."""
    line = io.StringIO()
    csv.writer(line, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _id(written: Any) -> Any:
    try:
        return checked_id(written)
    except IdError as error:
        raise RowError(str(error)) from None


# ---------------------------------------------------------------- many rows, several processes


@dataclass(frozen=True)
class Job:
    """What every process needs to know to screen rows alike."""

    questions: Path
    sheet: Sheet
    output: str
    as_of: datetime.date
    tongue: Tongue
    is_partial: bool = False


_screener: BatchScreener | None = None


def _prepare(job: Job) -> None:
    global _screener
    screening = Screening(load(job.questions))
    _screener = BatchScreener(
        screening, job.as_of, job.output, job.tongue, job.sheet.delimiter, job.is_partial
    )
    # The content stays for the whole run: the garbage collector need not look through it again.
    gc.freeze()


def one_by_one(job: Job) -> Callable[[Sequence[Record]], ScreenedRows]:
    """Return what screens some records of a job in this process."""
    _prepare(job)
    return partial(_screen_chunk, job)


def _prepare_worker(job: Job) -> None:
    """Prepare a process that ends with the one that started it, killed or not."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _prepare(job)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None, "a worker was started by somebody"
    parent.join()
    os._exit(1)


def _screen_chunk(job: Job, chunk: Sequence[Record]) -> ScreenedRows:
    found = ScreenedRows()
    for record in chunk:
        try:
            _screen_record(job, record, found)
        except RowError as error:
            found.refused.append(f"{record.lines}: {error}")
    return found


def _screen_record(job: Job, record: Record, found: ScreenedRows) -> None:
    """Screen what stands in one record; raise RowError for what is refused."""
    assert _screener is not None
    if record.wrong:
        raise RowError(record.wrong)
    row = row_of(job.sheet, record.text)
    if is_nobody(row):
        found.empty.append(record.first)
        return
    name = str(row.get("id") or "").strip()
    found.own_days += bool(str(row.get("as_of") or "").strip())
    line, odd, soon = _screener.screen(row)
    found.lines.append(line)
    found.ranks.append(soon)
    if odd:
        where = record.lines
        found.warned += [f"{where}: {message}" for message in odd]
    if name:
        found.ids.append((record.first, name))


def screen_rows(job: Job, rows: Iterator[Record], processes: int) -> Iterator[ScreenedRows]:
    """Screen rows chunk by chunk, in their order; memory does not grow with their number."""
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    if processes <= 1:
        _prepare(job)
        yield from (_screen_chunk(job, chunk) for chunk in chunks)
        return
    # Only so many chunks are under way that the whole file never waits in memory. Futures raise
    # BrokenProcessPool where a process was killed; a plain pool would wait for it for ever.
    under_way: deque[Future[ScreenedRows]] = deque()
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, spawn, _prepare_worker, (job,)) as pool:
        for chunk in chunks:
            under_way.append(pool.submit(_screen_chunk, job, chunk))
            if len(under_way) >= processes * 4:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
