"""`interview review`: all texts and rules on one page, for a lawyer to sign; and the signing."""

import datetime
import re
from pathlib import Path

import click
from pydantic import ValidationError

from interview.authoring.review import (
    NoSuchRow,
    Review,
    SignRow,
    record,
    recorded,
    row_named,
    rows,
    write_signature,
)
from interview.cli.parameters import (
    LanguageParameter,
    listed_languages,
    read_content,
    stop,
    with_questions,
    with_translations,
)
from interview.content import SOURCE_LANGUAGE, Signature
from interview.languages import Tongue, translations
from interview.loading import read, translations_beside


def _edition_name(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    if name is None or re.fullmatch(r"[a-z0-9][a-z0-9_-]*", name):
        return name
    raise click.BadParameter(f'"{name}" is no name of an edition. Write one such as second')


@click.command()
@click.option("--unsigned", is_flag=True, help="Only what is not signed, or changed since.")
@click.option("--new", "is_new", is_flag=True, help="Only what is new or changed since an edition.")
@click.option(
    "--record",
    "edition",
    metavar="NAME",
    callback=_edition_name,
    help="Write down what this edition says.",
)
@click.option("--sign", "names", multiple=True, metavar="ID", help="Sign this entry as it stands.")
@click.option("--by", help='Who signs: initials and role, such as "AB, attorney".')
@with_questions
@with_translations
@click.option(
    "--lang",
    type=LanguageParameter(),
    help="What stands beside the English. [default: its partner]",
)
def review(
    unsigned: bool,
    is_new: bool,
    edition: str | None,
    names: tuple[str, ...],
    by: str | None,
    questions: Path,
    translations_folder: Path | None,
    lang: str | None,
) -> None:
    """Print every text and rule on one HTML page, for a lawyer to read, sign and print.

    English and another language stand side by side, with the condition in words, the source, who
    signed it, and when the lines were last changed (in a git checkout). What is new or changed
    since the newest edition in questions/editions/ is marked. --sign prints no page: it writes who
    signed into the file, with the digest of what they read. Nor does --record: it writes a file
    of digests, so that the page of the next edition can mark what has changed.
    """
    read_content(questions)
    if names:
        _sign(questions, names, by)
        return
    reading = read(questions)
    if edition:
        click.echo(f"written: {record(questions, reading, edition, datetime.date.today())}")
        return
    editions = recorded(questions)
    if is_new and not editions:
        stop("--new: no edition was recorded yet. Write one down: interview review --record NAME")
    folder = translations_beside(questions, translations_folder)
    listed = listed_languages(folder)
    code = lang or listed[SOURCE_LANGUAGE].partner
    # What is not there stays empty here, also where readers get English.
    whole = listed[code].model_copy(update={"complete": True})
    other = Tongue(code, "client", translations(folder, code), whole)
    page = Review(reading, other, listed[code].name, questions, editions[-1] if editions else None)
    click.echo(page.html(is_unsigned=unsigned, is_new=is_new))
    if unsigned or is_new:
        click.echo(page.count(), err=True)


def _sign(questions: Path, names: tuple[str, ...], by: str | None) -> None:
    found = [_row(list(rows(read(questions))), name) for name in names]
    for row in found:
        signature = _signature(by, row)
        # Each signature moves the lines below it, and no place.
        write_signature(questions / f"{row.file}.yaml", row.place, signature)
        click.echo(f"{row.name}: signed by {signature} ({row.digest})")


def _row(every: list[SignRow], name: str) -> SignRow:
    try:
        return row_named(every, name)
    except NoSuchRow as error:
        stop(str(error))


def _signature(by: str | None, row: SignRow) -> Signature:
    today = datetime.date.today().isoformat()
    try:
        return Signature.model_validate({"by": by, "on": today, "of": row.digest})
    except ValidationError:
        stop('--by: write initials and a role, such as "AB, attorney"')
