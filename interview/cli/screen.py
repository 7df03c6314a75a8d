"""The command that screens: one person with everything to read, or many, a line each."""

import datetime
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from pathlib import Path
from typing import IO, Any

import click

from interview.cli.caseload import screened_rows, with_tables
from interview.cli.parameters import (
    SOME_REFUSED,
    open_text,
    read_content,
    shown_name,
    stop,
    tell,
    tongue_for,
    voice_of,
    why_unreadable,
    with_contacts,
    with_reader_options,
)
from interview.cli.person_files import SUFFIXES_OF_ONE, read_person, with_event_key
from interview.content import Content
from interview.files import OddAnswers, Record, batch, facts_file, rows, tally
from interview.languages import read_languages
from interview.loading import read_contacts, translations_beside
from interview.screening import AnswerReader, Screening
from interview.summary import ContactBook, Summarizer, lawyer_sheet, plain_text
from interview.summary import html as markup

# What some programs write before UTF-8 text.
MARK = "\ufeff"
SUFFIXES = {
    **SUFFIXES_OF_ONE,
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}


@click.command()
@click.argument("facts", type=click.Path(allow_dash=True, path_type=str))
@click.option(
    "--input", "kind", type=click.Choice(["yaml", "json", "slip", "jsonl", "csv"]),
    help="What FACTS holds. [default: by its suffix; yaml for -]",
)  # fmt: skip
@click.option(
    "--format", "output", type=click.Choice(["json", "text", "html", "sheet", "csv"]),
    help="One person: text (default), json, html or sheet (for a lawyer, in html). "
    "Many: json lines or csv (default: as FACTS).",
)  # fmt: skip
@click.option("--brief", is_flag=True, help="Text: what to do now, and the titles of all the rest.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True,
              help="Many people: screen with this many processes.")  # fmt: skip
@with_contacts
@click.option("--partial", "is_partial", is_flag=True,
              help="Before the end: what is blank or absent is not reached yet.")  # fmt: skip
@with_event_key
@with_reader_options
@with_tables
def screen(
    facts: str,
    kind: str | None,
    output: str | None,
    brief: bool,
    processes: int,
    contacts: Path | None,
    is_partial: bool,
    event_key: Path | None,
    as_of: datetime.date | None,
    lang: str,
    questions: Path,
) -> None:
    """Screen the people in FACTS, a file or - for standard input.

    One person: YAML or JSON, {fact: answer}, or a slip (.txt). Many: JSON lines or CSV, one person
    a row; a row may carry an id, which is echoed, and an as_of, which wins over --as-of.
    With --partial, somebody who is not through yet: what is blank or absent is not reached, and
    unsure is an answer. Then so_far and not_reached stand in what can be said.
    Exit status: 0 all fine, 1 some rows refused, 2 nothing could be read, or not all be written.
    """
    kind = kind or SUFFIXES.get(Path(facts).suffix.lower(), "yaml" if facts == "-" else "")
    if not kind:
        stop(
            f"{facts}: cannot tell what this file holds. Add --input yaml, json, slip, jsonl or csv"
        )
    day = as_of or datetime.date.today()
    many = kind in ("jsonl", "csv")
    allowed = ("json", "csv") if many else ("text", "json", "html", "sheet")
    chosen = output or ({"jsonl": "json", "csv": "csv"}[kind] if many else "text")
    if chosen not in allowed:
        stop(f"--format {chosen} does not fit {kind}: choose {' or '.join(allowed)}")
    if many and contacts:
        stop("--contacts is for one person: rows name nobody to call. Leave it out")
    if brief and chosen != "text":
        stop("--brief is for --format text")
    if many:
        _screen_many(facts, kind, chosen, processes, day, questions, is_partial)
    else:
        person = read_person(facts, kind, read_content(questions), questions, event_key)
        _screen_one(person, facts, chosen, day, lang, questions, contacts, is_partial, brief)


def _screen_one(
    person: facts_file.PersonFacts,
    facts: str,
    output: str,
    as_of: datetime.date,
    lang: str,
    questions: Path,
    contacts: Path | None,
    is_partial: bool,
    brief: bool,
) -> None:
    content = read_content(questions)
    book = _book(content, questions, contacts)
    shown_as = shown_name(facts)
    screening = Screening(content)
    if person.as_of and _asked_for_another_day(person.as_of):
        tell(f"{shown_as}: as_of: {person.as_of} stands in the file, and wins over --as-of")
    reached = person.reached if is_partial else None
    result = screening.screen(person.answers, person.as_of or as_of, reached)
    for message in OddAnswers(screening).of(result):
        tell(f"{shown_as}: odd: {message}")
    if output == "json":
        plain = result.to_dict()
        click.echo(facts_file.as_json(plain if person.id is None else {"id": person.id, **plain}))
        return
    tongue = tongue_for(content, questions, lang, voice_of(person.answers))
    if output == "sheet":
        sheet = lawyer_sheet(screening, result, tongue)
        click.echo(markup.render_sheets(tongue.say(content.interview.name), [sheet]), nl=False)
        return
    summary = Summarizer(screening, book).build(result, tongue)
    text = plain_text.render(summary, brief) if output == "text" else markup.render(summary)
    click.echo(text, nl=False)


def _asked_for_another_day(day: datetime.date | None = None) -> bool:
    """Say whether --as-of was given, and is not this day."""
    given = click.get_current_context().params["as_of"]
    return given is not None and given != day


def _book(content: Content, questions: Path, contacts: Path | None) -> ContactBook | None:
    """Read the operator's own file, or end with everything that is wrong with it."""
    if contacts is None:
        return None
    listed = read_languages(translations_beside(questions))
    found = read_contacts(contacts, content, listed.codes, datetime.date.today())
    return ContactBook(content, listed, found)


def _screen_many(
    facts: str,
    kind: str,
    output: str,
    processes: int,
    as_of: datetime.date,
    questions: Path,
    is_partial: bool,
) -> None:
    content = read_content(questions)
    try:
        # A byte that is no UTF-8 is refused with its line; it must not stop the others.
        file = open_text(facts, "utf-8", "surrogateescape")
    except OSError as error:
        stop(f"{facts}: cannot be read: {why_unreadable(error)}")
    with file:
        lines, mark = _after_mark(_lines(file, facts))
        sheet, records = _people(lines, kind, facts, content)
        job = batch.Job(questions, sheet, output, as_of, is_partial)
        if output == "csv":
            # A spreadsheet knows UTF-8 by this mark only: who sends it wants it back.
            click.echo(mark + batch.header(content.programs, sheet.delimiter, is_partial))
        _screen_records(job, records, facts, processes)


def _lines(file: IO[str], facts: str) -> Iterator[str]:
    try:
        yield from file
    except OSError as error:
        stop(f"{facts}: cannot be read: {why_unreadable(error)}")


def _after_mark(lines: Iterator[str]) -> tuple[Iterator[str], str]:
    """Return the lines without the byte order mark before them, and that mark or nothing."""
    first = next(lines, "")
    return chain((first.removeprefix(MARK),), lines), MARK if first.startswith(MARK) else ""


def _people(
    lines: Iterator[str], kind: str, facts: str, content: Content
) -> tuple[rows.Sheet, Iterator[Record]]:
    """Read the header of a sheet, or end with all that is wrong with it."""
    try:
        sheet, records = rows.people_of(lines, kind)
    except rows.HeaderError as error:
        stop(f"{facts}:{error}")
    if problems := rows.unknown_columns(sheet, AnswerReader(content)):
        stop("\n".join(f"{facts}:{sheet.line}: {problem}" for problem in problems))
    return sheet, records


def _screen_records(job: batch.Job, records: Iterator[Record], facts: str, processes: int) -> None:
    total, same = tally.Tally(), tally.SameIds()
    progress: Any = click.progressbar(
        length=_size(facts),
        label="Screening",
        file=sys.stderr,
        hidden=facts == "-" or not sys.stderr or not sys.stderr.isatty(),
    )
    try:
        with progress as bar:
            for found in screened_rows(job, records, processes):
                sys.stdout.write("".join(found.lines))
                odd = (f"odd: {one}" for one in (*found.warned, *same.among(found.ids)))
                messages = (*found.refused, *odd)
                # Once for the whole chunk: each flush would cost more than screening.
                if messages:
                    tell("\n".join(f"{facts}: {message}" for message in messages))
                total.add(found)
                bar.update(found.count)
    except BrokenProcessPool:
        stop(f"{facts}: a process was killed, perhaps for memory. Try again with fewer --processes")
    if same.is_full:
        tell(f"{facts}: only the first {tally.MOST_IDS} ids were held against the others")
    _conclude(total, facts)


def _conclude(total: tally.Tally, facts: str) -> None:
    """Say what was left out, and end with the status."""
    if total.own_days and _asked_for_another_day():
        tell(f"{facts}: rows with an as_of of their own, which wins over --as-of: {total.own_days}")
    if total.empty:
        tell(f"{facts}: empty rows left out: {total.empty}, the first on line {total.first_empty}")
    if not total.screened:
        stop(f"{facts}: nobody could be screened ({total.refused} rows refused)")
    if total.refused:
        stop(f"{facts}: {total.screened} screened, {total.refused} refused", SOME_REFUSED)


def _size(facts: str) -> int:
    """Count a file's lines for the progress bar; only when somebody watches it."""
    if facts == "-" or not sys.stderr or not sys.stderr.isatty():
        return 0
    with open(facts, "rb") as file:
        return sum(1 for _ in file)
