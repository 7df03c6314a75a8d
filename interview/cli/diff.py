"""`interview diff`: whose result an edit of the content changes."""

import datetime

import click

from interview.cli.parameters import DateParameter, need_the_prover, stop
from interview.loading import ContentError


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--as-of",
    type=DateParameter(),
    help="Compare as of this day only. [default: every day of the law]",
)
def diff(old: str, new: str, as_of: datetime.date | None) -> None:
    """Show whose result differs between two editions of the questions.

    OLD and NEW are folders, or git revisions of the folder questions/ here.
    Exit status: 0 nothing changes for anybody, 1 some results change, 2 nothing could be compared.
    """
    need_the_prover()
    from interview.authoring.crowd import Span, whole_span
    from interview.authoring.diff import Comparing, both_spans, report
    from interview.authoring.prover import NoEdition, read_edition

    try:
        before, after = read_edition(old), read_edition(new)
    except (NoEdition, ContentError) as error:
        stop(str(error))
    today = datetime.date.today()
    span = both_spans(whole_span(before.content, today), whole_span(after.content, today))
    comparing = Comparing(before, after, Span(as_of, as_of) if as_of else span)
    compared = comparing.compare()
    for line in report(comparing, compared):
        click.echo(line)
    if compared.differences:
        raise SystemExit(1)
