"""`interview walk`: every path of the interview, counted exactly."""

import datetime
import json
import sys
from pathlib import Path
from typing import Any

import click

from interview.authoring.walk import Walked, WalkInParts
from interview.authoring.walk import report as walk_report
from interview.cli.parameters import Day, as_text_or_json, read_content, with_questions
from interview.content import Content


@click.command()
@with_questions
@click.option("--as-of", type=Day(), help="Walk as of this day. [default: today, local time]")
@as_text_or_json
def walk(questions: Path, as_of: datetime.date | None, output: str) -> None:
    """Visit every path of the interview, and count exactly what becomes of everybody.

    People who are asked the same questions and for whom every comparison of the rules comes out
    the same are one class; classes are counted, not people. First everybody who knows each
    answer, then everybody who may be unsure or know part of a date.
    Exit status: 1 when a path does not end, or a question or an outcome is out of reach.
    """
    content = read_content(questions)
    day = as_of or datetime.date.today()
    known, unsure = (_walk(content, day, mode) for mode in (False, True))
    problems = walk_report.problems(content, known, unsure)
    if output == "json":
        plain = [walk_report.plain(walked) for walked in (known, unsure)]
        click.echo(json.dumps({"as_of": day.isoformat(), "walks": plain, "problems": problems}))
    else:
        for walked in (known, unsure):
            click.echo("\n".join(walk_report.text(walked)))
        click.echo("\n".join(problems) or "Every path ends; nothing is out of reach.")
    if problems:
        raise SystemExit(1)


def _walk(content: Content, day: datetime.date, with_unsure: bool) -> Walked:
    parts = WalkInParts(content, day, with_unsure)
    label = "Walking, unsure answers too" if with_unsure else "Walking, answers known"
    progress: Any = click.progressbar(
        parts, label=label, length=len(parts), file=sys.stderr, hidden=not sys.stderr.isatty()
    )
    with progress as bar:
        for _ in bar:
            pass
    return parts.finish()
