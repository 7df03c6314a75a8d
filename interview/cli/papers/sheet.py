"""`interview sheet`: a sign-up sheet for a spreadsheet, to fill in with one row a person."""

from pathlib import Path

import click

from interview.cli.parameters import (
    read_content,
    stop,
    tongue_for,
    with_language,
    with_questions,
)
from interview.files import FactsAsked, NoWorkbooks, sign_up_workbook


@click.command()
@click.argument("out", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--facts", type=click.Choice(["short", "all"]), default="short", show_default=True,
              help="The questions that say who is first, or every question.")  # fmt: skip
@with_questions
@with_language
def sheet(out: Path, facts: FactsAsked, lang: str, questions: Path) -> None:
    """Write a sign-up sheet, the workbook OUT (.xlsx), one row a person.

    Each cell offers its answers; a second sheet explains the questions. It has no room for names.
    """
    if out.suffix.lower() != ".xlsx":
        stop(f"{out}: a sign-up sheet is a file of the sort .xlsx. Name it so")
    content = read_content(questions)
    try:
        made = sign_up_workbook(content, tongue_for(content, questions, lang, "client"), facts)
    except NoWorkbooks as error:
        stop(str(error))
    out.write_bytes(made)
