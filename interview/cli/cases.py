"""`interview cases`: the worked cases, each failing one with expected and got."""

from pathlib import Path

import click

from interview.cli.parameters import read_content, stop, with_questions
from interview.files import CaseRunner, read_cases
from interview.loading import ContentError
from interview.screening import AnswerReader, Screening


@click.command()
@with_questions
def cases(questions: Path) -> None:
    """Run the worked cases; say of each failing one what was expected and what came out."""
    content = read_content(questions)
    screening, reader = Screening(content), AnswerReader(content)
    runner = CaseRunner(screening, reader)
    try:
        found = read_cases(questions, reader)
    except ContentError as error:
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
