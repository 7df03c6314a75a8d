"""Many people, screened: a row in, a row out, and what is odd or refused told as it goes."""

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import click

from interview.cli.parameters import SOME_REFUSED, read_content, stop, tell, tongue_for
from interview.cli.screening.many_people import ManyPeople, people_in
from interview.cli.screening.options import AskedScreening, asked_for_another_day
from interview.cli.screening.written_results import WrittenResults
from interview.cli.tables.screened_tables import screened_rows
from interview.content import LANES, Content
from interview.files import batch, sheets, tally


def screen_many(
    asked: AskedScreening,
    processes: int,
    dates: sheets.DayOrder | None,
    is_explained: bool,
    is_sorted: bool,
    out: Path | None,
) -> None:
    """Write the result of each row, or end with what is wrong with the whole of the file."""
    content = read_content(asked.questions)
    # Whoever reads many results helps these people.
    tongue = tongue_for(content, asked.questions, asked.lang, "client")
    with WrittenResults(content, asked, tongue, is_sorted, out) as results:
        people = people_in(asked, content, dates, is_explained)
        job = batch.Job(
            asked.questions, people.sheet, asked.output, asked.as_of, tongue, asked.is_partial
        )
        results.begin(people.mark, people.sheet.delimiter)
        total = _screen_records(job, content, people, asked.facts, processes, results)
    if out:
        click.echo(f"{out}: {_counted(total)}")
    if people.is_short and not asked.is_partial:
        tell(
            f"{asked.facts}: this sheet has less than half of the questions. What was not asked "
            "counted as not known, which makes many red. Add --partial, to see what can be said"
        )
    _conclude(total, asked.facts, people.word)


def _counted(total: tally.Tally) -> str:
    """Say how many people there are of each lane, and how many could not be read."""
    lanes = ", ".join(f"{total.lanes[lane]} {lane}" for lane in LANES)
    return f"{total.screened} people: {lanes}; {total.refused} not read"


def _screen_records(
    job: batch.Job,
    content: Content,
    people: ManyPeople,
    facts: str,
    processes: int,
    results: WrittenResults,
) -> tally.Tally:
    total, same = tally.Tally(), tally.SameIds(people.word)
    progress: Any = click.progressbar(
        length=_size(facts),
        label="Screening",
        file=sys.stderr,
        hidden=facts == "-" or not sys.stderr or not sys.stderr.isatty(),
    )
    try:
        with progress as bar:
            for found in screened_rows(job, content, people.records, processes):
                results.add(found)
                odd = (*found.warned, *same.among(found.ids))
                messages = (*_each(f"{facts}: ", found.refused), *_each(f"{facts}: odd: ", odd))
                # Once for the whole chunk: each flush would cost more than screening.
                if messages:
                    tell("\n".join(messages))
                total.add(found)
                bar.update(found.count)
    except BrokenProcessPool:
        stop(f"{facts}: a process was killed, perhaps for memory. Try again with fewer --processes")
    if same.is_full:
        tell(f"{facts}: only the first {tally.MOST_IDS} ids were held against the others")
    return total


def _each(before: str, messages: Sequence[str]) -> Iterator[str]:
    """Write something before each message; all of them come as one text, or none."""
    if messages:
        yield before + f"\n{before}".join(messages)


def _conclude(total: tally.Tally, facts: str, word: str) -> None:
    """Say what was left out, and end with the status."""
    if total.own_days and asked_for_another_day():
        tell(f"{facts}: rows with an as_of of their own, which wins over --as-of: {total.own_days}")
    if total.empty:
        first = f"the first on {word} {total.first_empty}"
        tell(f"{facts}: empty rows left out: {total.empty}, {first}")
    if not total.screened:
        stop(f"{facts}: nobody could be screened ({total.refused} rows refused)")
    if total.refused:
        stop(f"{facts}: {total.screened} screened, {total.refused} refused", SOME_REFUSED)


def _size(facts: str) -> int:
    """Count a file's lines for the progress bar; only when somebody watches it."""
    if facts == "-" or not sys.stderr or not sys.stderr.isatty():
        return 0
    with open(facts, "rb") as file:
        return sum(1 for _ in file)
