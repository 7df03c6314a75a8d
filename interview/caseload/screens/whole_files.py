"""A file of people screened into a file of results."""

from collections.abc import Callable
from pathlib import Path

from interview.caseload.layout import PeopleFile, refuse_suffix, whole_file
from interview.caseload.screens.batches import BATCH, ColumnScreening


def screen_file(
    screening: ColumnScreening, people: Path, out: Path, tell: Callable[[int, int | None], None]
) -> int:
    """Screen everybody in a file; return how many. `tell` hears how many are done, and of how many.

    Raise RefusedPeople or UnreadablePeople, and UnwritableResults; then no file is left.
    """
    refuse_suffix(out)
    file = PeopleFile(people, BATCH)
    done = 0
    with whole_file(out, screening.schema_for(file.schema)) as sink:
        for batch in file.batches():
            sink.write_batch(screening.screen_batch(batch, done + 1))
            done += batch.num_rows
            tell(done, file.rows)
    return done
