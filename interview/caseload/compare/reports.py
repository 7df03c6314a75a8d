"""The table of what changes: as text, as CSV, and as one page with plots."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from interview.caseload.compare.rescreening import Rescreened
from interview.caseload.compare.transitions import Turn
from interview.content import LANES
from interview.summary import html as markup

# A count under this could point at somebody, and is hidden in what is published.
FEWEST = 11
HIDDEN = f"under {FEWEST}"
_MOST_BARS = 40
Smallest = Mapping[Turn, Sequence[str]]


def shown_count(count: int, is_published: bool) -> str:
    """Return a count as a report shows it."""
    return HIDDEN if is_published and 0 < count < FEWEST else f"{count:,}"


def _headline(found: Rescreened, is_published: bool) -> str:
    changed = shown_count(found.changed, is_published)
    return (
        f"{changed} of {shown_count(found.people, is_published)} people have another result "
        f"({found.before} to {found.after})"
    )


def changes_as_text(found: Rescreened, smallest: Smallest, is_published: bool) -> Iterator[str]:
    """Yield the lines of a report."""
    yield _headline(found, is_published)
    if not found.transitions:
        return
    rows = [(*one, shown_count(count, is_published)) for one, count in found.in_order()]
    table = [("what", "from", "to", "people"), *rows]
    widths = [max(len(row[n]) for row in table) for n in range(4)]
    yield ""
    for what, was, now, count in table:
        yield (f"{what:<{widths[0]}}  {was:<{widths[1]}}  {now:<{widths[2]}}  {count:>{widths[3]}}")
    for transition, lines in smallest.items():
        yield ""
        yield f"{transition}: a made-up person with the fewest answers"
        yield from (f"  {line}" for line in lines)


def changes_as_sheet(found: Rescreened, smallest: Smallest, is_published: bool) -> str:
    """Return the table as CSV."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(("what", "from", "to", "people", "smallest_person"))
    for one, count in found.in_order():
        people = shown_count(count, is_published).replace(",", "")
        writer.writerow((*one, people, " ".join(smallest.get(one, ()))))
    return sheet.getvalue()


# ---------------------------------------------------------------- one page


class Bar(NamedTuple):
    """A bar of a plot: its label, its number as shown, and its length in percent of the longest."""

    label: str
    shown: str
    percent: int


def _bars(counts: Mapping[str, int], is_published: bool) -> list[Bar]:
    most = max(counts.values(), default=0) or 1
    return [
        # A hidden count has no length either.
        Bar(
            label,
            shown_count(n, is_published),
            0 if is_published and n < FEWEST else 100 * n // most,
        )
        for label, n in counts.items()
    ]


def changes_as_page(found: Rescreened, smallest: Smallest, is_published: bool) -> str:
    """Return one HTML file that needs nothing else."""
    order = found.in_order()
    largest = sorted(order, key=lambda one: -one[1])[:_MOST_BARS]
    lanes: list[dict[str, int]] = [{lane: side[lane] for lane in LANES} for side in found.lanes]
    plots = [
        (f"Lanes before: {found.before}", _bars(lanes[0], is_published)),
        (f"Lanes after: {found.after}", _bars(lanes[1], is_published)),
        ("What changes most", _bars({str(one): n for one, n in largest}, is_published)),
    ]
    rows = [
        (one, shown_count(count, is_published), list(smallest.get(one, ()))) for one, count in order
    ]
    return markup.environment().get_template("rescreen.html").render(
        headline=_headline(found, is_published), plots=plots, rows=rows,
        fewest=FEWEST if is_published else 0,
    )  # fmt: skip
