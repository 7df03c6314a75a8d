"""What the commands share: the day, the questions folder, and how a command gives up."""

import contextlib
import datetime
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NoReturn, TypeVar

import click

from interview.content import SOURCE_LANGUAGE, Content, Languages, Voice
from interview.languages import Tongue, lacking, read_languages, tongue_of
from interview.loading import QUESTIONS, TRANSLATIONS, ContentError, load, translations_beside
from interview.screening import AnswerError, Answers, read_day

NOTHING_READ, SOME_REFUSED = 2, 1
_LONGEST_LINE = 2_000
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


class LanguageParameter(click.ParamType[str]):
    """A code of the list of languages that belongs to the questions."""

    name = "language"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return f"[{'|'.join(read_languages(TRANSLATIONS).codes)}]"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        # Those that name folders are read before all other options.
        given = {k: path for k, path in ctx.params.items() if isinstance(path, Path)} if ctx else {}
        questions, folder = given.get("questions", QUESTIONS), given.get("translations_folder")
        codes = listed_languages(translations_beside(questions, folder)).codes
        if value not in codes:
            self.fail(f"{value!r} is not one of {', '.join(map(repr, codes))}.", param, ctx)
        return str(value)


def listed_languages(folder: Path) -> Languages:
    """Read the list of languages, or end with every problem in it."""
    try:
        return read_languages(folder)
    except ContentError as error:
        stop(f"The list of languages cannot be used:\n{error}")


def with_questions(command: F) -> F:
    """Add --questions, for trying a changed copy of the content."""
    return click.option(
        "--questions",
        is_eager=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        default=QUESTIONS,
        show_default="the product's own",
        help="A folder with (changed) questions.",
    )(command)


with_contacts = click.option(
    "--contacts",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Your own file of who can help.",
)
with_language = click.option(
    "--lang",
    type=LanguageParameter(),
    default=SOURCE_LANGUAGE,
    show_default=True,
    help="Language.",
)


def with_reader_options(command: F) -> F:
    """Add --as-of, --lang and --questions."""
    command = click.option(
        "--as-of", type=DateParameter(), help="Screen as of this day. [default: today, local time]"
    )(command)
    return with_questions(with_language(command))


as_text_or_json = click.option(
    "--format", "output", type=click.Choice(["text", "json"]), default="text", show_default=True
)
with_translations = click.option(
    "--translations",
    "translations_folder",
    is_eager=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder with translations. [default: beside --questions, else the product's own]",
)  # fmt: skip


def tell(message: str) -> None:
    """Say something on standard error, as lines that a terminal only shows and never obeys."""
    # A full or closed standard error must not hide the status.
    with contextlib.suppress(OSError):
        click.echo(printable(message), err=True)


def printable(message: str) -> str:
    """Return a message without control characters, none of its lines longer than can be read."""
    lines = message.split("\n")
    if len(max(lines, key=len)) <= _LONGEST_LINE and "".join(lines).isprintable():
        return message
    return "\n".join(map(_shown, lines))


def _shown(line: str) -> str:
    cut = line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"
    if cut.isprintable():
        return cut
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in cut)


def stop(message: str, status: int = NOTHING_READ) -> NoReturn:
    """Say what is wrong on standard error and end with a status."""
    tell(message)
    raise SystemExit(status)


def shown_name(file: str) -> str:
    """Return what a message calls a file, or - for standard input."""
    return "standard input" if file == "-" else file


def whole_text(file: str) -> str:
    """Read a file or -, or end with why it cannot be read."""
    try:
        with open_text(file, "utf-8-sig") as opened:
            return opened.read()
    except (OSError, UnicodeDecodeError) as error:
        stop(f"{file}: cannot be read: {why_unreadable(error)}")


def open_text(file: str, encoding: str, errors: str = "strict") -> IO[str]:
    """Open a file or -; raise OSError."""
    if file == "-" and sys.stdin is None:
        stop("standard input is closed. Name a file, or open it")
    opened: IO[str] = click.open_file(file, encoding=encoding, errors=errors)
    return opened


def why_unreadable(error: Exception) -> str:
    """Say why a file cannot be read."""
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return "it is not UTF-8 text. Save it as UTF-8"


def voice_of(answers: Answers) -> Voice:
    """Return whom the words speak to."""
    return "client" if answers.get("answering_for") == "client" else "self"


def read_content(questions: Path) -> Content:
    """Load the content, or end with every problem in it."""
    try:
        return load(questions)
    except ContentError as error:
        stop(f"The questions cannot be used:\n{error}")


def tongue_for(content: Content, questions: Path, lang: str, voice: Voice) -> Tongue:
    """Return the language; a changed copy that lacks some of it speaks English, and says so."""
    folder = translations_beside(questions)
    listed = read_languages(folder)
    gaps = lacking(content, questions, folder, lang, listed)
    if not gaps:
        return tongue_of(folder, listed, lang, voice)
    count = f"{len(gaps)} texts have no up-to-date {lang} translation"
    if questions.resolve() == QUESTIONS.resolve():
        stop(f'{count}. First: "{gaps[0].english}". Run: interview texts')
    click.echo(f"{count}; showing English.", err=True)
    return Tongue(SOURCE_LANGUAGE, voice, {})


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
