"""The command line: screen people, run the worked cases, keep the translations up."""

import datetime
import sys
from pathlib import Path
from typing import IO, Any

import click

from interview import batch, facts_file, markup, plain_text, texts
from interview.answers import AnswerReader
from interview.authoring import check_commands, mutate_commands, prove_commands
from interview.cases import CaseError, CaseRunner, read_cases
from interview.content import Content, Voice
from interview.language import LANGUAGES
from interview.oddities import Oddities
from interview.options import (
    SOME_REFUSED,
    Day,
    read_content,
    stop,
    tongue_for,
    with_questions,
    with_reader_options,
)
from interview.places import TRANSLATIONS
from interview.result_writer import ResultWriter
from interview.screening import Screening
from interview.summary import Summarizer

SUFFIXES = {
    ".yaml": "yaml",
    ".yml": "yaml",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
}


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="next-steps-interview")
def main() -> None:
    """Next Steps: a guided legal interview. Information, not legal advice."""


# ---------------------------------------------------------------- screen


@main.command()
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
    shown_as = "standard input" if facts == "-" else facts
    try:
        person = facts_file.read(_whole_text(facts), shown_as, kind, AnswerReader(content))
    except facts_file.FactsError as error:
        stop(str(error))
        raise
    screening = Screening(content)
    result = screening.screen(person.answers, person.as_of or as_of)
    for message in Oddities(screening).of(result):
        click.echo(f"{shown_as}: odd: {message}", err=True)
    if output == "json":
        plain = ResultWriter(screening).plain(result)
        click.echo(facts_file.as_json(plain if person.id is None else {"id": person.id, **plain}))
        return
    voice: Voice = "client" if person.answers.get("answering_for") == "client" else "self"
    tongue = tongue_for(content, questions, lang, voice)
    summary = Summarizer(screening).build(result, tongue)
    click.echo(plain_text.render(summary) if output == "text" else markup.render(summary), nl=False)


def _whole_text(facts: str) -> str:
    try:
        with click.open_file(facts, encoding="utf-8-sig") as file:
            return str(file.read())
    except (OSError, UnicodeDecodeError) as error:
        stop(f"{facts}: cannot be read: {_why(error)}")
        raise


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "it is not UTF-8 text. Save it as UTF-8"


def _screen_many(
    facts: str, kind: str, output: str, processes: int, as_of: datetime.date, questions: Path
) -> None:
    content = read_content(questions)
    try:
        with click.open_file(facts, encoding="utf-8-sig") as file:
            screened, refused = _screen_file(
                file, facts, kind, output, processes, as_of, questions, content
            )
    except (OSError, UnicodeDecodeError) as error:
        stop(f"{facts}: cannot be read: {_why(error)}")
        raise
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
    rows = batch.numbered_rows(file, kind)
    header = [name.strip() for name in next(rows)[1]] if kind == "csv" else []
    if problems := batch.unknown_columns(header, AnswerReader(content)):
        stop("\n".join(f"{facts}:1: {problem}" for problem in problems))
    job = batch.Job(questions, kind, header, output, as_of)
    if output == "csv":
        click.echo(",".join(batch.columns(content)))
    screened = refused = 0
    progress: Any = click.progressbar(
        length=_size(facts),
        label="Screening",
        file=sys.stderr,
        hidden=facts == "-" or not sys.stderr.isatty(),
    )
    with progress as bar:
        for written in batch.screen_rows(job, rows, processes):
            sys.stdout.write(written.text)
            told = (*written.refused, *(f"odd: {odd}" for odd in written.warned))
            # Once for the whole chunk: a flush for each message would cost more than screening.
            if told:
                click.echo("\n".join(f"{facts}: {message}" for message in told), err=True)
            screened += written.screened
            refused += len(written.refused)
            bar.update(batch.CHUNK)
    return screened, refused


def _size(facts: str) -> int:
    """Count a file's lines for the progress bar; only when somebody watches it."""
    if facts == "-" or not sys.stderr.isatty():
        return 0
    with open(facts, "rb") as file:
        return sum(1 for _ in file)


# ---------------------------------------------------------------- cases and texts


@main.command()
@with_questions
def cases(questions: Path) -> None:
    """Run the worked cases; say of each failing one what was expected and what came out."""
    content = read_content(questions)
    screening, reader = Screening(content), AnswerReader(content)
    runner = CaseRunner(screening, reader)
    try:
        found = read_cases(questions, reader)
    except CaseError as error:
        stop(str(error))
        raise
    failed = 0
    for case in found:
        if differences := runner.run(case):
            failed += 1
            click.echo(f"{case.file}:{case.line}: {case.name}")
            for difference in differences:
                click.echo(f"    {difference}")
    click.echo(f"{len(found) - failed} of {len(found)} cases hold.")
    if failed or not found:
        raise SystemExit(1)


@main.command("texts")
@click.option("--lang", type=click.Choice(LANGUAGES[1:]), default="es", show_default=True)
@with_questions
def update_texts(lang: str, questions: Path) -> None:
    """Bring a translation up to the English: new texts empty, changed ones marked stale."""
    content = read_content(questions)
    texts.update(content, TRANSLATIONS, lang)
    found = texts.gaps(content, TRANSLATIONS, lang)
    for gap in found:
        click.echo(f"{gap.kind}: {', '.join(gap.places) or '-'}: {gap.english}")
    click.echo(f"{len(texts.wanted(content))} texts, {len(found)} to do.")
    if found:
        raise SystemExit(1)


# ---------------------------------------------------------------- the authoring commands

for command in (
    *check_commands.COMMANDS,
    *prove_commands.COMMANDS,
    *mutate_commands.COMMANDS,
):
    main.add_command(command)


# ---------------------------------------------------------------- serve


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option("--as-of", type=Day(), help="Screen as of this day. [default: today, local time]")
@click.option("--lang", type=click.Choice(LANGUAGES), help="First language. [default: browser's]")
@click.option("--kiosk", is_flag=True, help="For a device that many people share.")
@with_questions
def serve(
    host: str,
    port: int,
    as_of: datetime.date | None,
    lang: str | None,
    kiosk: bool,
    questions: Path,
) -> None:
    """Serve the interview as web pages, on this machine unless told otherwise."""
    # Screening from the command line must not wait for the web part to load.
    from interview.web import commands

    commands.serve(host, port, as_of, lang, questions, kiosk)
