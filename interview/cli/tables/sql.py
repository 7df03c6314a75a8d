"""`interview sql`: the rules as of one day as a query for a warehouse."""

import datetime
from pathlib import Path

import click

from interview.cli.parameters import DateParameter, read_content, stop, with_questions


@click.command()
@click.option("--dialect", required=True,
              type=click.Choice(["duckdb", "sqlite", "spark", "postgres"]))  # fmt: skip
@click.option("--columns", type=click.Choice(["narrow", "all"]), default="narrow",
              show_default=True, help="Lane, level, programs and flags; or all.")  # fmt: skip
@click.option("--table", default="people", show_default=True, help="The table of people.")
@click.option("--as-of", type=DateParameter(),
              help="Screen as of this day. [default: today, local time]")  # fmt: skip
@with_questions
def sql(
    dialect: str, columns: str, table: str, as_of: datetime.date | None, questions: Path
) -> None:
    """Print the rules as one SQL query: a row of people in, a row of results out.

    Its AND, OR and NOT have the same three values as the rules: NULL is not known. Nothing is run
    here, and no package is needed. The text holds for one day: print it anew for another.
    """
    from interview.caseload.sql import ALL, NARROW, NotInSQL, Query

    content = read_content(questions)
    parts = ALL if columns == "all" else NARROW
    try:
        query = Query(content, as_of or datetime.date.today(), dialect, parts)
        click.echo(query.text(content.interview.name.said_to("client"), table), nl=False)
    except NotInSQL as error:
        stop(f"{dialect}: {error}")
