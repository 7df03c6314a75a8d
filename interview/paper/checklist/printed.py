"""The checklist as a PDF file."""

import datetime
from typing import Any

from interview.paper.checklist.parts import ListPart, PaperGroup, blank_parts, own_parts
from interview.paper.order import NoPaper, Order
from interview.paper.printing import print_pdf
from interview.paper.runs import Run, runs


def checklist_pdf(order: Order) -> bytes:
    """Return the checklist of an order, blank or from answers; raise NoPaper where it is empty."""
    if order.beside is not None:
        raise NoPaper(order.tongue.say(order.content.papers.checklist.one_language))
    parts = blank_parts(order) if order.result is None else own_parts(order)
    return print_pdf("checklist", _data(order, parts))


def grid_years(order: Order) -> list[int]:
    """Return the years from the arrival to the day; where it is not known, the last so many."""
    today = order.as_of.year
    arrival = order.content.sheet.presence.arrival
    found = order.screening.date(arrival, order.result) if order.result else None
    if found is None:
        return list(
            range(today - order.content.papers.checklist.grid.years_if_blank + 1, today + 1)
        )
    return list(range(min(datetime.date.fromordinal(found.first).year, today), today + 1))


def _data(order: Order, parts: tuple[ListPart, ...]) -> dict[str, Any]:
    words, say = order.content.papers.checklist, order.tongue.say
    columns = words.columns
    heads = (columns.paper, columns.have, columns.ask_for, columns.from_whom, columns.how_long)
    grid = words.grid
    return {
        **order.frame(say(words.title)),
        "keep": runs(say(words.keep)),
        "notes": [runs(say(text)) for text in (words.ask_first, words.guess, words.mark)],
        "columns": [runs(say(text)) for text in heads],
        "parts": [_part(part) for part in parts],
        "grid": {
            "title": runs(say(grid.title)),
            "intro": runs(say(grid.intro)),
            "columns": [runs(say(t)) for t in (grid.year, grid.place, grid.work, grid.paper)],
            "years": [str(year) for year in grid_years(order)],
        },
    }


def _part(part: ListPart) -> dict[str, Any]:
    return {
        "title": runs(part.title),
        "lines": [runs(line) for line in part.lines],
        "groups": [_group(group) for group in part.groups],
    }


def _group(group: PaperGroup) -> dict[str, Any]:
    rows: list[list[list[Run]]] = [
        [runs(row.paper), runs(row.from_whom), runs(row.how_long)] for row in group.rows
    ]
    return {"name": runs(group.name), "rows": rows}
