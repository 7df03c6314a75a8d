"""Many people at once: a row in, a row out, written as it goes; a bad row stops nobody else."""

import csv
import datetime
import gc
import io
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from threading import BoundedSemaphore
from typing import IO, Any

from interview.answers import AnswerReader
from interview.content import Content
from interview.loader import load
from interview.oddities import Oddities
from interview.result_writer import ResultWriter
from interview.screening import Result, Screening

CHUNK = 250
RESERVED = ("id", "as_of")

Row = dict[str, Any]


@dataclass(frozen=True)
class Written:
    """What became of some rows: the lines to print, and what to say of each refused or odd one."""

    text: str
    screened: int
    refused: list[str]
    warned: list[str]


def columns(content: Content) -> list[str]:
    """Return the header of a sheet of results; each program has a column under its own name."""
    found = ["grounds", "possible", "flags", "missing", "escalation"]
    return ["id", "lane", *content.programs, "level", *found]


class RowError(ValueError):
    """A row that cannot be read; the message says what is wrong."""


class BatchScreener:
    """Screens rows of one content; `as_of` is the local date for rows that name none."""

    def __init__(self, screening: Screening, as_of: datetime.date, output: str) -> None:
        self.screening = screening
        self.reader = AnswerReader(screening.content)
        self.writer = ResultWriter(screening)
        self.oddities = Oddities(screening)
        self.as_of = as_of
        self.format: Callable[[Any, Result], str] = (
            self._csv_line if output == "csv" else self._json_line
        )

    def screen(self, row: Row) -> tuple[str, list[str]]:
        """Return a row's line and what is odd about it; raise RowError for what is refused."""
        row_id = row.pop("id", None)
        as_of = self._date(row.pop("as_of", None))
        answers, refused = self.reader.read_all(row)
        if refused:
            raise RowError(". ".join(f"{fact}: {message}" for fact, message in refused))
        result = self.screening.screen(answers, as_of)
        return self.format(row_id, result), self.oddities.of(result)

    def _date(self, written: Any) -> datetime.date:
        if written is None or written == "":
            return self.as_of
        try:
            return datetime.date.fromisoformat(str(written).strip())
        except ValueError:
            raise RowError(f'as_of: "{written}" is no date. Write 2015-06-15') from None

    def _json_line(self, row_id: Any, result: Result) -> str:
        return self.writer.line(result, row_id)

    def _csv_line(self, row_id: Any, result: Result) -> str:
        cells = (
            "" if row_id is None else row_id,
            result.lane,
            *result.programs.values(),
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


# ---------------------------------------------------------------- reading rows


def numbered_rows(file: IO[str], kind: str) -> Iterator[tuple[int, Any]]:
    """Yield each row with its line: the text of a JSON line, or the cells of a CSV row.

    The first CSV item is the header.
    """
    if kind == "jsonl":
        yield from ((n, line) for n, line in enumerate(file, start=1) if line.strip())
        return
    # A cell longer than any answer is refused with its row, not by the reader of the whole file.
    csv.field_size_limit(2**31 - 1)
    first = file.readline()
    delimiter = next((mark for mark in ",;\t" if mark in first), ",")
    yield 1, next(csv.reader([first], delimiter=delimiter), [])
    reader = csv.reader(file, delimiter=delimiter)
    for cells in reader:
        if cells:
            yield reader.line_num + 1, cells


def unknown_columns(header: Iterable[str], reader: AnswerReader) -> list[str]:
    """Say what is wrong with a sheet's header: columns that are no question, or stand twice."""
    seen: set[str] = set()
    problems = []
    for column in header:
        if column in seen:
            problems.append(f'the column "{column}" stands twice')
        elif column not in reader.questions and column not in RESERVED:
            problems.append(reader.unknown_fact(column))
        seen.add(column)
    return problems


def _no_constant(word: str) -> None:
    """Python reads and writes NaN and Infinity; JSON has neither."""
    raise RowError(f"{word} is not JSON")


def _no_twins(pairs: list[tuple[str, Any]]) -> Row:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise RowError(f'"{twice}" stands twice')
    return row


# Made once: making a decoder costs as much as decoding a person.
_decode = json.JSONDecoder(parse_constant=_no_constant).decode
_decode_closely = json.JSONDecoder(parse_constant=_no_constant, object_pairs_hook=_no_twins).decode


def _row_of(kind: str, header: list[str], written: Any) -> Row:
    if kind == "csv":
        if len(written) > len(header):
            raise RowError(f"{len(written)} cells, and the header has only {len(header)} columns")
        return dict(zip(header, written, strict=False))
    try:
        row = _decode(written)
        # As many keys as colons after a quote: none stands twice. Otherwise look closely.
        if not isinstance(row, dict) or len(row) != written.count('":'):
            row = _decode_closely(written)
    except json.JSONDecodeError as error:
        raise RowError(f"not JSON: {error.msg} at character {error.pos + 1}") from None
    except (RecursionError, ValueError) as error:
        if isinstance(error, RowError):
            raise
        raise RowError(
            "a number is too long, or brackets stand too deep inside each other"
        ) from None
    if "\\u" in written:
        _refuse_half_characters(row)
    if not isinstance(row, dict):
        raise RowError("a line holds one person: {...}")
    return row


def _refuse_half_characters(row: Any) -> None:
    """A lone half of a character pair can be written in JSON, but not printed again."""
    try:
        json.dumps(row, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise RowError("half of a character (\\ud800 to \\udfff) stands alone") from None


# ---------------------------------------------------------------- many rows, several processes


@dataclass(frozen=True)
class Job:
    """What every process needs to know to screen rows alike."""

    questions: Path
    kind: str
    header: list[str]
    output: str
    as_of: datetime.date


_screener: BatchScreener | None = None


def _prepare(job: Job) -> None:
    global _screener
    _screener = BatchScreener(Screening(load(job.questions)), job.as_of, job.output)
    # The content stays for the whole run: the garbage collector need not look through it again.
    gc.freeze()


def _screen_chunk(job: Job, chunk: list[tuple[int, Any]]) -> Written:
    assert _screener is not None
    lines, refused, warned = [], [], []
    for number, written in chunk:
        try:
            line, odd = _screener.screen(_row_of(job.kind, job.header, written))
        except RowError as error:
            refused.append(f"line {number}: {error}")
            continue
        lines.append(line)
        warned += [f"line {number}: {message}" for message in odd]
    return Written("".join(lines), len(lines), refused, warned)


def screen_rows(job: Job, rows: Iterator[tuple[int, Any]], processes: int) -> Iterator[Written]:
    """Screen rows chunk by chunk, in their order; memory does not grow with their number."""
    chunks = iter(lambda: list(islice(rows, CHUNK)), [])
    if processes <= 1:
        _prepare(job)
        yield from (_screen_chunk(job, chunk) for chunk in chunks)
        return
    # Only so many chunks are under way that the whole file never waits in memory.
    under_way = BoundedSemaphore(processes * 4)

    def paced() -> Iterator[list[tuple[int, Any]]]:
        for chunk in chunks:
            under_way.acquire()
            yield chunk

    with get_context("spawn").Pool(processes, initializer=_prepare, initargs=(job,)) as pool:
        for written in pool.imap(partial(_screen_chunk, job), paced()):
            under_way.release()
            yield written
