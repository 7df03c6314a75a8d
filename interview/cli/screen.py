"""The command that screens: one person with everything to read, or many, a line each."""

import datetime
import os
import sys
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import IO, Any

import click

from interview.cli.parameters import (
    SOME_REFUSED,
    SUFFIXES_OF_ONE,
    read_content,
    shown_name,
    stop,
    tongue_for,
    voice_of,
    whole_text,
    why_unreadable,
    with_reader_options,
)
from interview.content import Content
from interview.files import batch, facts_file, rows
from interview.loading import ContentError
from interview.screening import AnswerReader, Oddities, Screening
from interview.summary import Summarizer, plain_text
from interview.summary import html as markup

SUFFIXES = {
    **SUFFIXES_OF_ONE,
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}


@click.command()
@click.argument("facts", type=click.Path(allow_dash=True, path_type=str))
@click.option(
    "--input", "kind", type=click.Choice(["yaml", "json", "jsonl", "csv"]),
    help="What FACTS holds. [default: by its suffix; yaml for -]",
)  # fmt: skip
@click.option(
    "--format", "output", type=click.Choice(["json", "text", "html", "csv"]),
    help="One person: text (default), json or html. Many: json lines or csv (default: as FACTS).",
)  # fmt: skip
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True,
              help="Many people: screen with this many processes.")  # fmt: skip
@with_reader_options
def screen(
    facts: str,
    kind: str | None,
    output: str | None,
    processes: int,
    as_of: datetime.date | None,
    lang: str,
    questions: Path,
) -> None:
    """Screen the people in FACTS, a file or - for standard input.

    One person: YAML or JSON, {fact: answer}. Many: JSON lines or CSV, one person a row; a row may
    carry an id, which is echoed, and an as_of, which wins over --as-of.
    Exit status: 0 all fine, 1 some rows refused, 2 nothing could be read.
    """
    kind = kind or SUFFIXES.get(Path(facts).suffix.lower(), "yaml" if facts == "-" else "")
    if not kind:
        stop(f"{facts}: cannot tell what this file holds. Add --input yaml, json, jsonl or csv")
    day = as_of or datetime.date.today()
    many = kind in ("jsonl", "csv")
    allowed = ("json", "csv") if many else ("text", "json", "html")
    chosen = output or ({"jsonl": "json", "csv": "csv"}[kind] if many else "text")
    if chosen not in allowed:
        stop(f"--format {chosen} does not fit {kind}: choose {' or '.join(allowed)}")
    if many:
        _screen_many(facts, kind, chosen, processes, day, questions)
    else:
        _screen_one(facts, kind, chosen, day, lang, questions)


def _screen_one(
    facts: str, kind: str, output: str, as_of: datetime.date, lang: str, questions: Path
) -> None:
    content = read_content(questions)
    shown_as = shown_name(facts)
    try:
        person = facts_file.read_facts(whole_text(facts), shown_as, kind, AnswerReader(content))
    except ContentError as error:
        stop(str(error))
    screening = Screening(content)
    result = screening.screen(person.answers, person.as_of or as_of)
    for message in Oddities(screening).of(result):
        click.echo(f"{shown_as}: odd: {message}", err=True)
    if output == "json":
        plain = result.to_dict()
        click.echo(facts_file.as_json(plain if person.id is None else {"id": person.id, **plain}))
        return
    tongue = tongue_for(content, questions, lang, voice_of(person.answers))
    summary = Summarizer(screening).build(result, tongue)
    click.echo(plain_text.render(summary) if output == "text" else markup.render(summary), nl=False)


def _screen_many(
    facts: str, kind: str, output: str, processes: int, as_of: datetime.date, questions: Path
) -> None:
    content = read_content(questions)
    try:
        # A byte that is no UTF-8 is refused with its line; it must not stop the others.
        with click.open_file(facts, encoding="utf-8-sig", errors="surrogateescape") as file:
            screened, refused = _screen_file(
                file, facts, kind, output, processes, as_of, questions, content
            )
    except BrokenPipeError:
        # Whoever reads the results has seen enough; nothing is wrong with the file.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
        raise SystemExit(SOME_REFUSED) from None
    except OSError as error:
        stop(f"{facts}: cannot be read: {why_unreadable(error)}")
    except BrokenProcessPool:
        stop(f"{facts}: a process was killed, perhaps for memory. Try again with fewer --processes")
    if not screened:
        stop(f"{facts}: nobody could be screened ({refused} rows refused)")
    if refused:
        stop(f"{facts}: {screened} screened, {refused} refused", SOME_REFUSED)


def _screen_file(
    file: IO[str],
    facts: str,
    kind: str,
    output: str,
    processes: int,
    as_of: datetime.date,
    questions: Path,
    content: Content,
) -> tuple[int, int]:
    lines = rows.numbered_rows(file)
    sheet = _sheet(lines, facts, content) if kind == "csv" else rows.Sheet()
    job = batch.Job(questions, sheet, output, as_of)
    if output == "csv":
        click.echo(",".join(batch.columns(content.programs)))
    screened = refused = 0
    progress: Any = click.progressbar(
        length=_size(facts),
        label="Screening",
        file=sys.stderr,
        hidden=facts == "-" or not sys.stderr.isatty(),
    )
    with progress as bar:
        for written in batch.screen_rows(job, lines, processes):
            sys.stdout.write(written.text)
            messages = (*written.refused, *(f"odd: {odd}" for odd in written.warned))
            # Once for the whole chunk: a flush for each message would cost more than screening.
            if messages:
                click.echo("\n".join(f"{facts}: {message}" for message in messages), err=True)
            screened += written.screened
            refused += len(written.refused)
            bar.update(batch.CHUNK)
    return screened, refused


def _sheet(lines: Iterator[tuple[int, str]], facts: str, content: Content) -> rows.Sheet:
    """Read the header of a sheet, or end with all that is wrong with it."""
    line, header = next(lines, (1, ""))
    try:
        sheet = rows.sheet_with(header)
        problems = rows.unknown_columns(sheet.columns, AnswerReader(content))
    except rows.RowError as error:
        problems = [str(error)]
    if problems:
        stop("\n".join(f"{facts}:{line}: {problem}" for problem in problems))
    return sheet


def _size(facts: str) -> int:
    """Count a file's lines for the progress bar; only when somebody watches it."""
    if facts == "-" or not sys.stderr.isatty():
        return 0
    with open(facts, "rb") as file:
        return sum(1 for _ in file)
