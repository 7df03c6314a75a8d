"""The command line: screen people, run the worked cases, keep the translations up."""

import datetime
import io
import sys
from pathlib import Path
from typing import Any

import click

from interview import texts
from interview.answers import AnswerReader
from interview.authoring import check_commands, mutate_commands, prove_commands
from interview.cases import CaseError, CaseRunner, read_cases
from interview.language import LANGUAGES, CatalogError
from interview.options import (
    Day,
    read_content,
    stop,
    with_questions,
)
from interview.places import QUESTIONS, TRANSLATIONS, translations_beside
from interview.screen_command import screen
from interview.screening import Screening


class _Group(click.Group):
    """Every command may meet a broken file of translations, and says where it is broken."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CatalogError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="next-steps-interview")
def main() -> None:
    """Next Steps: a guided legal interview. Information, not legal advice."""
    # Results are UTF-8 wherever they go, also into a file on Windows.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


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
    folder = translations_beside(questions)
    if questions.resolve() != QUESTIONS.resolve() and folder.resolve() == TRANSLATIONS.resolve():
        stop(
            f"{questions}: a copy needs its own translations, or the product's would be changed. "
            "Put the copy in a folder of its own, with a copy of translations/ beside it"
        )
    texts.update(content, folder, lang)
    found = texts.gaps(content, folder, lang)
    for gap in found:
        click.echo(f"{gap.kind}: {', '.join(gap.places) or '-'}: {gap.english}")
    click.echo(f"{len(texts.wanted(content))} texts, {len(found)} to do.")
    if found:
        raise SystemExit(1)


# ---------------------------------------------------------------- the authoring commands

main.add_command(screen)
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
