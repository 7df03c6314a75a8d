"""A sheet with many people, for a helper: who in it needs a lawyer first, and why.

The file is read in memory and forgotten. What was found waits there, sealed, for this browser
alone: the post leads to the page that shows it.
"""

import datetime
import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from flask import Blueprint, Response, abort, request

from interview.files import NoWorkbooks, can_write_workbooks, sign_up_workbook
from interview.rules import Interval
from interview.screening import AnswerError
from interview.web.pages.people_sheet import BusyReading, read_sheet
from interview.web.pages.shown import known
from interview.web.protection import LARGE_FILE, LARGEST_FILE, PAD_FIELD, TOKEN_FIELD
from interview.web.site import MOST_PEOPLE, Site, Speaker, WithDates, current_site
from interview.web.visit import (
    PEOPLE,
    TooManyWait,
    clear_note,
    current_speaker,
    current_visits,
    fetch_waiting,
    forget_waiting,
    has_waited,
    keep_waiting,
    new_chance,
    refuse,
    render_page,
    requested,
    see_other,
    show,
)

bp = Blueprint("people", __name__)
FILE, DATES, PARTIAL = "file", "dates", "partial"
FIELDS = frozenset((DATES, PARTIAL, TOKEN_FIELD, PAD_FIELD))
ORDERS: Mapping[str, Any] = {"mdy": "mdy", "dmy": "dmy"}
# A form without a file is no longer than this.
LARGEST_EMPTY = 2**16
# What the next page says of a file that was not read, by the note that the post leaves.
BUSY, NO_FILE = "pbu", "pno"
NOTES = {BUSY: "busy", NO_FILE: "no_file", LARGE_FILE: "too_large"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get(PEOPLE)
def people() -> Response:
    """Where a sheet is chosen, and who in it needs a lawyer first."""
    found = requested()
    found.say.chance = found.say.chance or new_chance()
    written = fetch_waiting()
    shown: dict[str, Any] = json.loads(written) if written else {}
    problem = NOTES.get(found.note or "") or shown.get("problem")
    if not shown and not problem and has_waited():
        problem = "gone"
    site = current_site()
    page = render_page(
        "people.html",
        back="/about",
        token=current_visits().start_token(found.say.chance),
        shown={} if problem else shown,
        problem=getattr(site.content.papers.people.problems, problem) if problem else None,
        message=shown.get("message", "") if problem == shown.get("problem") else "",
        where=shown.get("where") if problem == shown.get("problem") else None,
        asks_order=problem == "order" or shown.get("asks_order", False),
        leads_to_questions=problem == "no_headings",
        made_on=_made_on(shown),
        read_as=_read_as,
        headings_of=_headings_of,
        has_books=_has_books(),
        most=MOST_PEOPLE,
        megabytes=LARGEST_FILE >> 20,
        minutes=current_visits().waiting.seconds // 60,
    )
    return show(clear_note(page) if found.note else page)


@bp.post(PEOPLE)
def read_posted() -> Response:
    """Read a sheet, and lead to what was found in it; the sheet before it is forgotten."""
    _refuse_strange()
    if (
        FILE not in request.files
        and request.content_length
        and request.content_length > LARGEST_EMPTY
    ):
        # Others send so much right now that the file was let go as it came.
        return refuse(BUSY, PEOPLE)
    file = request.files[FILE].read() if FILE in request.files else b""
    if not file:
        return refuse(NO_FILE, PEOPLE)
    if len(file) > LARGEST_FILE:
        return refuse(LARGE_FILE, PEOPLE)
    dates, is_partial = ORDERS.get(request.form.get(DATES, "")), PARTIAL in request.form
    try:
        return keep_waiting(see_other(PEOPLE), read_sheet(current_site(), file, dates, is_partial))
    except (BusyReading, TooManyWait):
        return forget_waiting(refuse(BUSY, PEOPLE))


@bp.get("/paper/sheet/<language>")
def empty_sheet(language: str) -> Response:
    """The sign-up sheet, empty: the same for everybody."""
    if not _has_books():
        abort(404)
    site = current_site()
    made = _empty(site, known(language), site.settings.today())
    response = Response(made, mimetype=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="sheet-{language}.xlsx"'
    return response


@lru_cache(maxsize=8)
def _empty(site: Site, language: str, _: datetime.date) -> bytes:
    """Made once a day: what is said may hang on it."""
    return sign_up_workbook(site.content, site.speakers[language, "client"].tongue, "short")


@lru_cache(maxsize=1)
def _has_books() -> bool:
    try:
        can_write_workbooks()
    except NoWorkbooks:
        return False
    return True


def _made_on(shown: Mapping[str, Any]) -> WithDates | None:
    if "as_of" not in shown:
        return None
    day = datetime.date.fromisoformat(shown["as_of"]).toordinal()
    return WithDates(current_site().content.wording.made_on, {"date": Interval(day, day)})


def _read_as(fact: str, taken: str) -> str:
    """Return what a cell was read as: in words where it is an answer."""
    speaker: Speaker = current_speaker()
    reader = current_site().reader
    if fact not in reader.questions:
        return taken
    try:
        return speaker.phrasing.answer(reader.questions[fact], reader.read(fact, taken))
    except AnswerError:
        return taken


def _headings_of(facts: list[str]) -> str:
    """Name the headings by which a sheet asks for some facts, in the reader's language."""
    speaker, questions = current_speaker(), current_site().reader.questions
    return " / ".join(f"“{speaker.plain(questions[fact].short)}”" for fact in facts)


def _refuse_strange() -> None:
    form = request.form
    if not FIELDS.issuperset(form) or any(len(values) > 1 for _, values in form.lists()):
        abort(400)
    if set(request.files) - {FILE} or len(request.files.getlist(FILE)) > 1:
        abort(400)
    if form.get(DATES, "mdy") not in ORDERS or form.get(PARTIAL, "1") != "1":
        abort(400)
