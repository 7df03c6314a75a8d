"""What the commands share: the day, the questions folder, and how a command gives up."""

import datetime
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from interview.content import Content, Voice
from interview.languages import LANGUAGES, Tongue, texts, translations
from interview.loading import QUESTIONS, ContentError, load, translations_beside
from interview.screening import AnswerError, read_day

NOTHING_READ, SOME_REFUSED = 2, 1
F = TypeVar("F", bound=Callable[..., Any])


class DateParameter(click.ParamType[datetime.date]):
    """A date such as 2015-06-15."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> datetime.date:
        if isinstance(value, datetime.date):
            return value
        try:
            return read_day(value)
        except AnswerError as error:
            self.fail(str(error), param, ctx)


def with_questions(command: F) -> F:
    """Add --questions, for trying a changed copy of the content."""
    return click.option(
        "--questions",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=QUESTIONS,
        show_default="the product's own",
        help="A folder with (changed) questions.",
    )(command)


def with_reader_options(command: F) -> F:
    """Add --as-of, --lang and --questions."""
    command = click.option(
        "--as-of", type=DateParameter(), help="Screen as of this day. [default: today, local time]"
    )(command)
    command = click.option(
        "--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language."
    )(command)
    return with_questions(command)


as_text_or_json = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True
)
with_translations = click.option(
    "--translations",
    "translations_folder",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with translations. [default: beside --questions, else the product's own]",
)  # fmt: skip


def stop(message: str, status: int = NOTHING_READ) -> NoReturn:
    """Say what is wrong on standard error and end with a status."""
    click.echo(message, err=True)
    raise SystemExit(status)


def read_content(questions: Path) -> Content:
    """Load the content, or end with every problem in it."""
    try:
        return load(questions)
    except ContentError as error:
        stop(f"The questions cannot be used:\n{error}")


def tongue_for(content: Content, questions: Path, lang: str, voice: Voice) -> Tongue:
    """Return the language; a changed copy without all its Spanish speaks English, and says so."""
    folder = translations_beside(questions)
    lacking = [gap for gap in texts.gaps(content, folder, lang) if gap.kind != "unused"]
    if lang == "en" or not lacking:
        return Tongue(lang, voice, translations(folder, lang))
    count = f"{len(lacking)} texts have no up-to-date {lang} translation"
    if questions.resolve() == QUESTIONS.resolve():
        stop(f'{count}. First: "{lacking[0].english}". Run: interview texts')
    click.echo(f"{count}; showing English.", err=True)
    return Tongue("en", voice, {})


NO_PROVER = (
    "The prover is not installed, so nothing was proved. Install it with:\n"
    "    python -m pip install z3-solver"
)


def need_the_prover() -> None:
    """End with what to do where z3 is not installed."""
    try:
        import interview.authoring.prover.solver  # noqa: F401
    except ImportError as error:
        if error.name != "z3":
            raise
        stop(NO_PROVER)
