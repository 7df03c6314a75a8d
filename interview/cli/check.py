"""`interview check`: everything that is wrong with the questions and their translations."""

import datetime
import json
from pathlib import Path

import click

from interview.authoring.check import content_check as checking
from interview.authoring.texts import Finding
from interview.cli.parameters import as_text_or_json, with_questions, with_translations
from interview.loading import translations_beside


@click.command()
@with_questions
@with_translations
@as_text_or_json
def check(questions: Path, translations_folder: Path | None, output: str) -> None:
    """Report everything that is wrong with the questions and their translations.

    Each problem has its file and line, what is wrong and what to do.
    Exit status: 0 nothing or only warnings, 1 errors.
    """
    folder = translations_beside(questions, translations_folder)
    found = checking.check_content(questions, folder, datetime.date.today())
    if output == "json":
        click.echo(json.dumps([finding.plain() for finding in found], ensure_ascii=False, indent=1))
    else:
        _tell(found)
    if any(finding.severity == "error" for finding in found):
        raise SystemExit(1)


def _tell(found: list[Finding]) -> None:
    for finding in found:
        click.echo(str(finding))
    errors = sum(finding.severity == "error" for finding in found)
    click.echo(f"{errors} errors, {len(found) - errors} warnings.")
    if not_run := checking.not_run(found):
        click.echo(not_run)
