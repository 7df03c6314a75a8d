"""The command that screens: one person with everything to read, or many, a line each."""

import datetime
from pathlib import Path

import click

from interview.cli.parameters import read_content, stop, with_contacts, with_reader_options
from interview.cli.person_files import SUFFIXES_OF_ONE, with_event_key
from interview.cli.screening.many_people import MANY, WRITTEN
from interview.cli.screening.options import FORMATS_OF_MANY, AskedScreening
from interview.cli.screening.screen_many import screen_many
from interview.cli.screening.screen_one import screen_one
from interview.cli.screening.written_results import with_written_results
from interview.cli.screening.written_sheets import is_a_sheet, with_sheet_options
from interview.cli.tables.screened_tables import with_tables
from interview.files import sheets

SUFFIXES = {
    **SUFFIXES_OF_ONE,
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
}
FORMATS_BY_SUFFIX = {".xlsx": "xlsx", ".csv": "csv", ".jsonl": "json", ".ndjson": "json"}
FORMATS_OF_ONE = ("text", "json", "html", "sheet")


@click.command()
@click.argument("facts", type=click.Path(allow_dash=True, path_type=str))
@click.option(
    "--input", "kind", type=click.Choice(["yaml", "json", "slip", *MANY]),
    help="What FACTS holds. [default: by its suffix; yaml for -; a .txt by what is in it]",
)  # fmt: skip
@click.option(
    "--format", "output", type=click.Choice(["json", "text", "html", "sheet", "csv", "xlsx"]),
    help="One person: text (default), json, html or sheet (for a lawyer, in html). "
    "Many: json lines, csv or xlsx, a workbook (default: as --out, or as FACTS).",
)  # fmt: skip
@click.option("--brief", is_flag=True, help="Text: what to do now, and the titles of all the rest.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True,
              help="Many people: screen with this many processes.")  # fmt: skip
@with_sheet_options
@with_written_results
@with_contacts
@click.option("--partial", "is_partial", is_flag=True,
              help="Before the end: what is blank or absent is not reached yet.")  # fmt: skip
@with_event_key
@with_reader_options
@with_tables
def screen(
    facts: str,
    kind: str | None,
    output: str | None,
    brief: bool,
    processes: int,
    dates: sheets.DayOrder | None,
    is_explained: bool,
    sort: str | None,
    out: Path | None,
    contacts: Path | None,
    is_partial: bool,
    event_key: Path | None,
    as_of: datetime.date | None,
    lang: str,
    questions: Path,
) -> None:
    """Screen the people in FACTS, a file or - for standard input.

    One person: YAML or JSON, {fact: answer}, or a slip (.txt). Many: JSON lines, or a sheet
    (.xlsx, .csv, .tsv, .txt), one person a row; a row may carry an id, which is echoed, and an
    as_of, which wins over --as-of. A sheet may say it in words: headings and answers as they stand
    on the pages, in any language of the product.
    With --partial, somebody who is not through yet: what is blank or absent is not reached, and
    unsure is an answer. Then so_far and not_reached stand in what can be said.
    Exit status: 0 all fine, 1 some rows refused, 2 nothing could be read, or not all be written.
    """
    kind = _kind(facts, kind, questions)
    day = as_of or datetime.date.today()
    if kind in MANY:
        chosen = _format(kind, output or _by_suffix(out) or MANY[kind], FORMATS_OF_MANY)
    else:
        chosen = _format(kind, output or "text", FORMATS_OF_ONE)
    _refuse_what_does_not_fit(
        kind,
        chosen == "text",
        {"--contacts": contacts, "--brief": brief},
        {"--dates": dates, "--explain": is_explained, "--sort": sort, "--out": out},
    )
    asked = AskedScreening(facts, kind, chosen, day, lang, questions, is_partial)
    if kind in MANY:
        screen_many(asked, processes, dates, is_explained, bool(sort), out)
    else:
        screen_one(asked, contacts, event_key, brief)


def _kind(facts: str, told: str | None, questions: Path) -> str:
    """Return what the file holds, as told, by its suffix, or, of a .txt, by what is in it."""
    kind = told or SUFFIXES.get(Path(facts).suffix.lower(), "yaml" if facts == "-" else "")
    if not kind:
        stop(
            f"{facts}: cannot tell what this file holds. Add --input yaml, json, slip, jsonl, csv, "
            "tsv or xlsx"
        )
    if kind == "slip" and not told and is_a_sheet(facts, read_content(questions), questions):
        return "tsv"
    return kind


def _by_suffix(out: Path | None) -> str | None:
    return FORMATS_BY_SUFFIX.get(out.suffix.lower()) if out else None


def _format(kind: str, chosen: str, allowed: tuple[str, ...]) -> str:
    if chosen not in allowed:
        stop(f"--format {chosen} does not fit {kind}: choose {' or '.join(allowed)}")
    return chosen


def _refuse_what_does_not_fit(
    kind: str, is_text: bool, of_one: dict[str, object], of_many: dict[str, object]
) -> None:
    """End where an option was given that would do nothing."""
    many = kind in MANY
    is_sheet = kind in ("csv", *WRITTEN)
    for option, given in of_many.items():
        if given and not many:
            stop(f"{option} is for many people. Leave it out")
        if given and option in ("--dates", "--explain") and not is_sheet:
            stop(f"{option} is for a sheet of many people. Leave it out")
    for option, given in of_one.items():
        if given and many:
            stop(f"{option} is for one person. Leave it out")
    if of_one["--brief"] and not is_text:
        stop("--brief is for --format text")
