"""`interview check`: everything that is wrong with the questions and their translations."""

import datetime
import json
from pathlib import Path

import click

from interview.authoring.check import content_check as checking
from interview.authoring.check import manifest, packed_edition
from interview.authoring.texts import Finding
from interview.cli.parameters import (
    as_text_or_json,
    stop,
    with_contacts,
    with_questions,
    with_translations,
)
from interview.files import schemas
from interview.loading import PACKED_EDITIONS, ContentError, read, translations_beside


@click.command()
@with_questions
@with_translations
@with_contacts
@as_text_or_json
@click.option(
    "--accept", is_flag=True, help="Write manifest.yaml anew; show what was added and removed."
)
def check(
    questions: Path,
    translations_folder: Path | None,
    contacts: Path | None,
    output: str,
    accept: bool,
) -> None:
    """Report everything that is wrong with the questions and their translations.

    With --contacts it also looks at your own file of who can help.

    Each problem has its file and line, what is wrong and what to do. With --accept it writes the
    list of everything that there is (manifest.yaml), the schemas and the edition of slips anew,
    unless there are other errors.
    Exit status: 0 nothing or only warnings, 1 errors, 2 nothing accepted.
    """
    folder = translations_beside(questions, translations_folder)
    today = datetime.date.today()
    found = checking.check_content(questions, folder, today)
    if contacts is not None:
        found = [*checking.check_contacts(contacts, questions, folder, today), *found]
    if accept:
        _accept(questions, folder, found)
        return
    if output == "json":
        click.echo(json.dumps([finding.plain() for finding in found], ensure_ascii=False, indent=1))
    else:
        _tell(found)
    if any(finding.severity == "error" for finding in found):
        raise SystemExit(1)


def _accept(questions: Path, translations: Path, found: list[Finding]) -> None:
    errors = [one for one in found if one.severity == "error" and one.check != "manifest"]
    for error in errors:
        click.echo(str(error))
    if errors:
        stop("There are errors, so nothing was accepted. Mend them first")
    reading = read(questions)
    assert reading.content is not None, "check found no errors"
    try:
        changes = manifest.accept_list(questions, reading)
        written = schemas.write_schemas(reading.content, questions)
        is_new = packed_edition.accept_packed_edition(questions, reading.content, translations)
    except ContentError as error:
        stop(str(error))
    for change in changes:
        click.echo(str(change))
    for path in written:
        click.echo(f"written: {path.relative_to(questions).as_posix()}")
    if is_new:
        click.echo(f"written: {PACKED_EDITIONS}: slips of these questions will open later too")
    click.echo(f"{len(changes)} changes in {manifest.FILE}.")


def _tell(found: list[Finding]) -> None:
    for finding in found:
        click.echo(str(finding))
    errors = sum(finding.severity == "error" for finding in found)
    click.echo(f"{errors} errors, {len(found) - errors} warnings.")
    if not_run := checking.not_run(found):
        click.echo(not_run)
