"""The chronology for a lawyer as a PDF file, from the lines of the sheet for a lawyer."""

from collections.abc import Iterable
from typing import Any

from interview.content import Text
from interview.paper.order import NoPaper, Order
from interview.paper.printing import print_pdf
from interview.paper.runs import Run, runs
from interview.summary import Gaps, LawyerSheet, gaps_in, lawyer_sheet

Line = list[Run]


def chronology_pdf(order: Order) -> bytes:
    """Return the chronology of the person of an order; raise NoPaper where there is none."""
    if order.beside is not None:
        raise NoPaper(order.tongue.say(order.content.papers.chronology.one_language))
    return print_pdf("chronology", chronology_data(order))


def chronology_data(order: Order) -> dict[str, Any]:
    """Return what the form of a chronology says, each text in pieces."""
    sheet = lawyer_sheet(order.screening, order.person(), order.tongue)
    words = order.content.papers.chronology
    say = order.tongue.say
    frame = order.frame(say(words.title))
    return {
        **frame,
        "foot": [*runs(say(words.foot)), {"t": " "}, *frame["foot"]],
        "only": runs(say(words.foot)),
        "about": _lines((sheet.words["prepared"], " ".join(sheet.dates), sheet.banner)),
        "by_date": {
            "title": runs(say(words.by_date)),
            "columns": _said(order, words.date, words.what, words.note),
            "rows": [[runs(one.date), _lines(one.facts)] for one in sheet.by_date],
            "none": runs(say(words.no_dates)),
        },
        "deadlines": {
            "title": runs(sheet.words["deadlines"]),
            "columns": _said(order, words.day, words.deadline, words.left),
            "rows": _deadlines(sheet),
            "none": runs(say(words.no_deadlines)),
        },
        "gaps": {
            "title": runs(say(words.gaps)),
            "lists": _gaps(order, gaps_in(order.screening, order.person(), order.tongue)),
            "none": runs(say(words.no_gaps)),
        },
        "doubts": {
            "title": runs(say(order.content.pages.lawyer.not_sure)),
            "items": _lines(sheet.not_sure),
            "none": runs(sheet.words["sure"]),
        },
    }


def _deadlines(sheet: LawyerSheet) -> list[Any]:
    return [
        [runs(one.date), _lines((one.name, one.beside)), runs(one.when)] for one in sheet.deadlines
    ]


def _gaps(order: Order, gaps: Gaps) -> list[dict[str, Any]]:
    """Each sort of gap that there is, under its title."""
    words, say = order.content.papers.chronology, order.tongue.say
    in_part = [f"{one.what}: {one.answer}" for one in gaps.in_part]
    unknown_since = [say(words.arrival_unknown)] if gaps.is_arrival_unknown else []
    found = (
        (words.silent_years, [", ".join(gaps.silent)]),
        (words.unknown_years, [", ".join(gaps.unknown), *unknown_since]),
        (words.parts_of_dates, in_part),
    )
    return [
        {"title": runs(say(title)), "items": _lines(items)} for title, items in found if any(items)
    ]


def _said(order: Order, *texts: Text) -> list[Line]:
    return [runs(order.tongue.say(text)) for text in texts]


def _lines(texts: Iterable[str]) -> list[Line]:
    """Each text that says something, in pieces."""
    return [runs(text) for text in texts if text]
