"""A posted sheet, read and screened in memory: what the page is to say of it, as plain data."""

import json
import re
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

from interview.files import sheet_triage, sheets
from interview.screening import shortened
from interview.web.site import Site

# A workbook takes a second to read: one at a time, and whoever would wait long is told so.
_READING, _MOST_SECONDS = threading.Lock(), 10
_ID, _AS_OF = "id", "as_of"
# What a message says to somebody at a command line.
_FOR_COMMANDS = ("--", "`")
_WRITTEN = re.compile(r'"([^"]*)"')


class BusyReading(RuntimeError):
    """Other sheets are being read: try again in a moment."""


def read_sheet(site: Site, file: bytes, dates: sheets.DayOrder | None, is_partial: bool) -> bytes:
    """Return what is to be said of a file, packed; raise BusyReading."""
    if not _READING.acquire(timeout=_MOST_SECONDS):
        raise BusyReading
    try:
        sheet = site.sheet_reader.open(file, dates)
        found = _triaged(site, sheet, is_partial)
    except sheets.SheetError as error:
        found = {"problem": error.kind or "other", "message": str(error), "where": error.where}
    finally:
        _READING.release()
    return json.dumps(found, ensure_ascii=False).encode()


def _triaged(site: Site, sheet: sheets.WrittenSheet, is_partial: bool) -> dict[str, Any]:
    as_of = site.settings.today()
    tongues = [site.speakers[language, "client"].tongue for language in site.languages]
    triage = sheet_triage.SheetTriage(site.screening, tongues, as_of, is_partial)
    people: list[sheet_triage.TriagedRow] = []
    refused: list[sheet_triage.RefusedRow] = []
    changes: list[sheets.CellChange] = []
    for row in sheet.rows():
        found = triage.of(row)
        if isinstance(found, sheet_triage.TriagedRow):
            people.append(found)
            changes += row.changes
        else:
            refused.append(found)
    if not people and not refused:
        return {"problem": "no_people", "message": ""}
    return {
        "as_of": as_of.isoformat(),
        **_of_people(people),
        **_of_columns(sheet),
        "refused": [[row.number, [*_said_of(site, row)]] for row in refused],
        "asks_order": any(_FOR_COMMANDS[0] in one.reason for row in refused for one in row.reasons),
        "changes": [
            [one.row, _place(one.column), shortened(one.written), one.column.fact, one.taken]
            for one in changes
        ],
    }


def _of_people(people: list[sheet_triage.TriagedRow]) -> dict[str, Any]:
    tickets = Counter(one.ticket for one in people if one.ticket)
    return {
        # Who needs a lawyer equally soon stays as in the sheet.
        "people": [
            [one.number, one.ticket, one.lane, one.is_so_far, one.is_odd, one.said]
            for one in sorted(people, key=lambda one: one.rank)
        ],
        "twice": [ticket for ticket, count in tickets.items() if count > 1],
    }


def _of_columns(sheet: sheets.WrittenSheet) -> dict[str, Any]:
    return {
        "unread": [[*_place(column), sheet.may_mean(column)] for column in sheet.skipped],
        "of_people": [_place(column) for column in sheet.of_people],
        "old_letters": sheet.has_old_letters,
    }


def _said_of(site: Site, row: sheet_triage.RefusedRow) -> Iterator[list[Any]]:
    """Yield where each refused cell is, what to do, what stands there, and the exact reason."""
    for reason in row.reasons:
        written = _WRITTEN.match(reason.reason)
        exact = "" if any(one in reason.reason for one in _FOR_COMMANDS) else reason.reason
        where = _place(reason.column) if reason.column else None
        yield [where, _remedy(site, reason.column), written[1] if written else "", exact]


def _place(column: sheets.Column) -> list[str]:
    return [sheets.letter(column.place), shortened(" ".join(column.heading.split()))]


def _remedy(site: Site, column: sheets.Column | None) -> str:
    if column is None:
        return "row"
    if column.fact == _ID:
        return "ticket"
    if column.fact == _AS_OF:
        return "date"
    question = site.reader.questions[column.fact]
    if question.type != "date":
        return "choice"
    return "date" if question.precision == "day" else "month"
