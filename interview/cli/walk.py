"""`interview walk`: who is asked what, and what is out of reach, over all people at once."""

import datetime
import json
from pathlib import Path

import click

from interview.cli.parameters import (
    DateParameter,
    as_text_or_json,
    need_the_prover,
    read_content,
    with_questions,
)


@click.command()
@with_questions
@click.option(
    "--as-of",
    type=DateParameter(),
    help="As of this day only. [default: any day of the law, and then today, local time]",
)
@as_text_or_json
def walk(questions: Path, as_of: datetime.date | None, output: str) -> None:
    """Find out, for all people at once, who is asked what and what nobody can reach.

    A question must be in somebody's reach on the last day. An outcome may have ended before: it
    must be in reach on some day of the law.
    Exit status: 1 when a path does not end, a question or an outcome is out of reach, or a
    question changes nothing.
    """
    need_the_prover()
    from interview.authoring.crowd import Span, whole_span
    from interview.authoring.reach import plain, problems, reach, text

    content = read_content(questions)
    ever = whole_span(content, as_of or datetime.date.today())
    span = Span(as_of, as_of) if as_of else ever
    found = [reach(content, days, ever) for days in dict.fromkeys((span, span.last_day))]
    wrong = problems(content, found[-1])
    if output == "json":
        click.echo(json.dumps({"reach": [plain(one) for one in found], "problems": wrong}))
    else:
        for one in found:
            click.echo("\n".join(text(one)))
        click.echo("\n".join(wrong) or "Every path ends; nothing is out of reach.")
    if wrong:
        raise SystemExit(1)
