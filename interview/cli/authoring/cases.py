"""`interview cases`: the worked cases, each failing one with expected and got."""

import datetime
from pathlib import Path

import click

from interview.authoring.check import content_check as checking
from interview.cli.parameters import read_content, stop, with_questions
from interview.files import Case, CaseRunner, accepting, read_cases
from interview.loading import ContentError, translations_beside
from interview.screening import AnswerReader, Screening

ERRORS_FIRST = "interview check finds errors, so nothing was accepted. Run it, and mend them first"


@click.command()
@with_questions
@click.option(
    "--accept", is_flag=True, help="Write what comes out now into the cases; show what changed."
)
def cases(questions: Path, accept: bool) -> None:
    """Run the worked cases; say of each failing one what was expected and what came out.

    With --accept it writes what comes out now into the files of cases, unless check has errors.
    """
    content = read_content(questions)
    screening, reader = Screening(content), AnswerReader(content)
    runner = CaseRunner(screening, reader)
    try:
        found = read_cases(questions, reader)
    except ContentError as error:
        stop(str(error))
    if accept:
        _accept(questions, found, runner)
        return
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


def _accept(questions: Path, found: list[Case], runner: CaseRunner) -> None:
    """Show each expectation that is another now; the sentences that name the cases stay."""
    folder = translations_beside(questions)
    wrong = checking.check_content(questions, folder, datetime.date.today())
    if any(finding.severity == "error" for finding in wrong):
        stop(ERRORS_FIRST)
    try:
        accepted = accepting.accept_outcomes(questions, found, runner)
    except ContentError as error:
        stop(str(error))
    for one in accepted:
        click.echo(f"{one.case.file}:{one.case.line}: {one.case.name}")
        for line in one.lines():
            click.echo(f"    {line}")
    click.echo(
        f"{len(accepted)} of {len(found)} cases changed. Does each name still say what is true?"
    )
