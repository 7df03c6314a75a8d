"""Many people at once: a row in, a row out, written as it goes; a bad row stops nobody else."""

import csv
import datetime
import gc
import io
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from interview.files.result_writer import ResultWriter
from interview.files.rows import RowError, Sheet, row_of
from interview.loading import load
from interview.screening import (
    AnswerError,
    AnswerReader,
    Oddities,
    Result,
    Screening,
    read_day,
)

CHUNK = 250


@dataclass(frozen=True)
class ScreenedRows:
    """What became of some rows: the lines to print, and what to say of each refused or odd one."""

    text: str
    screened: int
    refused: list[str]
    warned: list[str]


def columns(programs: Iterable[str]) -> list[str]:
    """Return the header of a sheet of results; each program has a column under its own name."""
    found = ["grounds", "possible", "flags", "missing", "escalation"]
    return ["id", "lane", *programs, "level", *found]


class BatchScreener:
    """Screens rows of one content; `as_of` is the local date for rows that name none."""

    def __init__(self, screening: Screening, as_of: datetime.date, output: str) -> None:
        self.screening = screening
        self.reader = AnswerReader(screening.content)
        self.writer = ResultWriter()
        self.oddities = Oddities(screening)
        self.as_of = as_of
        self.format: Callable[[Any, Result], str] = (
            self._csv_line if output == "csv" else self._json_line
        )

    def screen(self, row: dict[str, Any]) -> tuple[str, list[str]]:
        """Return a row's line and what is odd about it; raise RowError for what is refused."""
        row_id = row.pop("id", None)
        as_of = self._date(row.pop("as_of", None))
        answers, refused = self.reader.read_all(row)
        if refused:
            raise RowError("; ".join(f"{fact}: {message}" for fact, message in refused))
        result = self.screening.screen(answers, as_of)
        return self.format(row_id, result), self.oddities.of(result)

    def _date(self, written: Any) -> datetime.date:
        if written is None or not str(written).strip():
            return self.as_of
        try:
            return read_day(written)
        except AnswerError as error:
            raise RowError(f"as_of: {error}") from None

    def _json_line(self, row_id: Any, result: Result) -> str:
        return self.writer.line(result, row_id)

    def _csv_line(self, row_id: Any, result: Result) -> str:
        cells = (
            "" if row_id is None else row_id,
            result.lane,
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
        line = io.StringIO()
        csv.writer(line, lineterminator="\n").writerow(cells)
        return line.getvalue()


# ---------------------------------------------------------------- many rows, several processes


@dataclass(frozen=True)
class Job:
    """What every process needs to know to screen rows alike."""

    questions: Path
    sheet: Sheet
    output: str
    as_of: datetime.date


_screener: BatchScreener | None = None


def _prepare(job: Job) -> None:
    global _screener
    _screener = BatchScreener(Screening(load(job.questions)), job.as_of, job.output)
    # The content stays for the whole run: the garbage collector need not look through it again.
    gc.freeze()


def _screen_chunk(job: Job, chunk: list[tuple[int, str]]) -> ScreenedRows:
    assert _screener is not None
    lines, refused, warned = [], [], []
    for number, written in chunk:
        try:
            line, odd = _screener.screen(row_of(job.sheet, written))
        except RowError as error:
            refused.append(f"line {number}: {error}")
            continue
        lines.append(line)
        warned += [f"line {number}: {message}" for message in odd]
    return ScreenedRows("".join(lines), len(lines), refused, warned)


def screen_rows(
    job: Job, rows: Iterator[tuple[int, str]], processes: int
) -> Iterator[ScreenedRows]:
    """Screen rows chunk by chunk, in their order; memory does not grow with their number."""
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    if processes <= 1:
        _prepare(job)
        yield from (_screen_chunk(job, chunk) for chunk in chunks)
        return
    # Only so many chunks are under way that the whole file never waits in memory. Futures raise
    # BrokenProcessPool where a process was killed; a plain pool would wait for it for ever.
    under_way: deque[Future[ScreenedRows]] = deque()
    with ProcessPoolExecutor(processes, get_context("spawn"), _prepare, (job,)) as pool:
        for chunk in chunks:
            under_way.append(pool.submit(_screen_chunk, job, chunk))
            if len(under_way) >= processes * 4:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
