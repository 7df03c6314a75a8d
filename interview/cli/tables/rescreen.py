"""`interview rescreen`: whose result another edition, or another day, changes."""

import datetime
import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import click

from interview.cli.parameters import (
    DateParameter,
    need_the_prover,
    read_content,
    stop,
    tell,
    with_questions,
)
from interview.cli.tables.screened_tables import (
    end_when_asked_to,
    names_in,
    need_the_caseload,
    refusing,
    telling,
    with_keep,
)
from interview.content import Content
from interview.loading import ContentError
from interview.screening import AnswerError, read_day

if TYPE_CHECKING:
    from interview.caseload.compare import Rescreened, Rules, Turn

# So many transitions are given their smallest person, unless somebody asks for more.
SOME = 10


@click.command()
@click.argument("people", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--before", required=True, help="A folder, a git revision, or a day: 2015-06-15.")
@click.option("--after", required=True, help="The same, for what it is compared with.")
@click.option("--as-of", type=DateParameter(),
              help="Of two editions: the day. [default: today, local time]")  # fmt: skip
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path),
              help="Write whoever changes, a row each (.parquet, .arrow, .csv).")  # fmt: skip
@with_keep
@click.option("--format", "output", type=click.Choice(["text", "csv", "html"]), default="text",
              show_default=True)  # fmt: skip
@click.option("--publish", "is_published", is_flag=True, help="Hide counts under 11.")
@click.option("--smallest", "most", type=click.IntRange(0), default=SOME, show_default=True,
              help="Show the smallest made-up person for so many of the transitions.")  # fmt: skip
@with_questions
def rescreen(
    people: Path,
    before: str,
    after: str,
    as_of: datetime.date | None,
    out: Path | None,
    keep: str,
    output: str,
    is_published: bool,
    most: int,
    questions: Path,
) -> None:
    """Screen a table of many PEOPLE twice, and tell whose results differ.

    --before and --after are two editions (folders, or git revisions of questions/ here) as of one
    day, or two days by one edition. The table says what goes from what to what, and for how many.
    Exit status: 0 nothing changes for anybody, 1 some results change, 2 nothing could be compared.
    """
    need_the_caseload()
    from interview.caseload.compare import (
        Rescreening,
        changes_as_page,
        changes_as_sheet,
        changes_as_text,
    )

    if is_published and out is not None:
        stop("--out writes a row for each person: leave it out of what is published")
    sides = _sides(before, after, as_of, questions)
    rescreening = Rescreening(*sides, names_in(keep))
    end_when_asked_to()
    with telling(people, "Rescreening") as say:
        found = refusing(people, lambda: rescreening.rescreen(people, out, say))
    smallest = _smallest(found, sides, most)
    if output == "text":
        click.echo("\n".join(changes_as_text(found, smallest, is_published)))
    else:
        write = changes_as_sheet if output == "csv" else changes_as_page
        click.echo(write(found, smallest, is_published), nl=False)
    if found.transitions:
        raise SystemExit(1)


def _sides(
    before: str, after: str, as_of: datetime.date | None, questions: Path
) -> "tuple[Rules, Rules]":
    """Read two days, or two editions, or end with what is wrong with them."""
    from interview.caseload.compare import Rules

    days = [_day(written) for written in (before, after)]
    if all(days):
        if as_of is not None:
            stop("--as-of is for two editions: --before and --after are the days already")
        content = read_content(questions)
        one, other = (Rules(str(day), content, day) for day in days if day)
        return one, other
    if any(days):
        stop("--before and --after are two editions, or two days: not one of each")
    day = as_of or datetime.date.today()
    one, other = (Rules(name, _edition(name), day) for name in (before, after))
    return one, other


def _edition(place: str) -> Content:
    """Read a folder, or a git revision, which is the prover's to unpack."""
    if Path(place).is_dir():
        return read_content(Path(place))
    need_the_prover()
    from interview.authoring.prover import NoEdition, read_edition

    try:
        return read_edition(place).content
    except (NoEdition, ContentError) as error:
        stop(str(error))


def _day(written: str) -> datetime.date | None:
    try:
        return read_day(written)
    except AnswerError:
        return None


def _smallest(
    found: "Rescreened", sides: "tuple[Rules, Rules]", most: int
) -> "dict[Turn, list[str]]":
    """Look for the smallest people, where the prover is installed."""
    wanted = [one for one, _ in found.in_order()][:most]
    if not wanted:
        return {}
    if importlib.util.find_spec("z3") is None:
        tell("The prover is not installed, so nobody is shown: python -m pip install z3-solver")
        return {}
    from interview.caseload.smallest import smallest_people

    return smallest_people(*sides, wanted, lambda one: None)
