"""`interview review`: all texts and rules on one page, for a lawyer to sign; and the signing."""

import datetime
from pathlib import Path

import click
from pydantic import ValidationError

from interview.authoring.review import Review, SignRow, rows, write_signature
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
from interview.rules import did_you_mean


@click.command()
@click.option("--unsigned", is_flag=True, help="Only what is not signed, or changed since.")
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
    names: tuple[str, ...],
    by: str | None,
    questions: Path,
    translations_folder: Path | None,
    lang: str | None,
) -> None:
    """Print every text and rule on one HTML page, for a lawyer to read, sign and print.

    English and another language stand side by side, with the condition in words, the source, who
    signed it, and when the lines were last changed (in a git checkout). --sign prints no page: it
    writes who signed into the file, with the digest of what they read.
    """
    read_content(questions)
    if names:
        _sign(questions, names, by)
        return
    folder = translations_beside(questions, translations_folder)
    listed = listed_languages(folder)
    code = lang or listed[SOURCE_LANGUAGE].partner
    # What is not there stays empty here, also where readers get English.
    whole = listed[code].model_copy(update={"complete": True})
    other = Tongue(code, "client", translations(folder, code), whole)
    page = Review(read(questions), other, listed[code].name, questions)
    click.echo(page.html(is_unsigned=unsigned))
    if unsigned:
        click.echo(page.count(), err=True)


def _sign(questions: Path, names: tuple[str, ...], by: str | None) -> None:
    found = [_row(list(rows(read(questions))), name) for name in names]
    for row in found:
        signature = _signature(by, row)
        # Each signature moves the lines below it, and no place.
        write_signature(questions / f"{row.file}.yaml", row.place, signature)
        click.echo(f"{row.name}: signed by {signature} ({row.digest})")


def _row(every: list[SignRow], name: str) -> SignRow:
    """Return the entry of a whole name, or of an id that only one entry has."""
    found = [row for row in every if row.name == name] or [
        row for row in every if row.name.rpartition("/")[2] == name
    ]
    if len(found) > 1:
        stop(f'"{name}" is the name of several: {", ".join(row.name for row in found)}')
    if not found:
        stop(f'there is no entry "{name}". {did_you_mean(name, [row.name for row in every])}')
    return found[0]


def _signature(by: str | None, row: SignRow) -> Signature:
    today = datetime.date.today().isoformat()
    try:
        return Signature.model_validate({"by": by, "on": today, "of": row.digest})
    except ValidationError:
        stop('--by: write initials and a role, such as "AB, attorney"')
