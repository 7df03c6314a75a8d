"""`interview tally`: weighted counts of a table of many, by answers and results."""

import datetime
from pathlib import Path

import click

from interview.cli.parameters import DateParameter, read_content, tell, with_questions
from interview.cli.tables.screened_tables import (
    end_when_asked_to,
    need_the_caseload,
    refusing,
    telling,
)


@click.command("tally")
@click.argument("people", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--by", required=True,
              help="Columns with commas: answers, or results such as lane, flag_ID.")  # fmt: skip
@click.option("--weight", help="A column with the weight of each row. [default: each counts once]")
@click.option("--publish", "is_published", is_flag=True, help="Hide counts under 11.")
@click.option("--as-of", type=DateParameter(),
              help="Screen as of this day. [default: today, local time]")  # fmt: skip
@with_questions
def count_people(
    people: Path,
    by: str,
    weight: str | None,
    is_published: bool,
    as_of: datetime.date | None,
    questions: Path,
) -> None:
    """Count the PEOPLE of a table (.parquet, .arrow, .csv) as CSV; no row of anybody is written.

    A count of rows stands beside each sum of weights: small ones say little, and --publish hides
    them. Columns that are no question may be named in --by and --weight.
    """
    need_the_caseload()
    from interview.caseload import ColumnScreening
    from interview.caseload.compare import Tallying, counts_as_sheet

    screening = ColumnScreening(read_content(questions), as_of or datetime.date.today())
    names = tuple(dict.fromkeys(name.strip() for name in by.split(",")))
    end_when_asked_to()
    with telling(people, "Counting") as say:
        found = refusing(people, lambda: Tallying(screening, names, weight).tally(people, say))
    if found.left_out:
        tell(f"{people}: columns that are no question are not read: {', '.join(found.left_out)}")
    click.echo(counts_as_sheet(found, is_published), nl=False)
