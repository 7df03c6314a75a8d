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
@click.option(
    "--format", "output", type=click.Choice(["text", "html"]), default="text", show_default=True
)
@click.option("--full", is_flag=True, help="Every way and every text, as long as it takes.")
def diff(old: str, new: str, as_of: datetime.date | None, output: str, full: bool) -> None:
    """Show on one page what an edit of the questions changes, and for whom.

    OLD and NEW are folders, or git revisions of the folder questions/ here. The page says what
    changed in plain words, whose result changes, and the smallest person with another result.
    Exit status: 0 nothing changes for anybody, 1 some results change, 2 nothing could be compared.
    """
    if full and output == "html":
        stop("--full is text only: leave out --format html, or --full for the one page")
    need_the_prover()
    from interview.authoring.crowd import Span, whole_span
    from interview.authoring.diff import (
        Comparing,
        both_spans,
        one_page,
        page_html,
        page_text,
        report,
    )
    from interview.authoring.prover import NoEdition, read_edition

    try:
        before, after = read_edition(old), read_edition(new)
    except (NoEdition, ContentError) as error:
        stop(str(error))
    today = datetime.date.today()
    span = both_spans(whole_span(before.content, today), whole_span(after.content, today))
    comparing = Comparing(before, after, Span(as_of, as_of) if as_of else span)
    compared = comparing.compare()
    if full:
        click.echo("\n".join(report(comparing, compared)))
    elif output == "html":
        click.echo(page_html(one_page(comparing, compared), old, new))
    else:
        click.echo("\n".join(page_text(one_page(comparing, compared))))
    if compared.differences:
        raise SystemExit(1)
