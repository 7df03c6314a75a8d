"""The sheet of a role, the rule of the queue on the wall, and the page for what may happen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from interview.content import Text
from interview.desk.papers.order import DeskOrder
from interview.languages import Tongue
from interview.paper import print_pdf, runs


def role_sheet_pdf(order: DeskOrder, role: str) -> bytes:
    """Return the sheet of a role, on one page. Raises KeyError, and what print_pdf does."""
    sheets = order.content.desk.role_sheets
    sheet = {one.id: one for one in sheets.roles}[role]

    def part(title: Text, lines: Sequence[Text]) -> dict[str, Any]:
        return {"title": order.tongue.say(title), "lines": order.lines(lines)}

    title = order.tongue.say(sheets.title).format(title=order.role(role))
    data = {
        **order.frame(title),
        "what_for": order.said(sheet.what_for),
        "do": part(sheets.do, sheet.do),
        "never_say": part(sheets.never_say, sheet.never_say),
        "say": part(sheets.say, sheet.say),
        "law": part(sheets.law, sheet.law),
        "everybody": part(sheets.everybody_title, sheets.everybody),
    }
    return print_pdf("role_sheet", data)


def wall_pdf(order: DeskOrder, tongues: Sequence[Tongue]) -> bytes:
    """Return the rule of the queue, in several languages on one page. Raises as print_pdf."""
    words = order.content.desk.printed.wall
    minutes = max(order.content.desk.queue.worth.values())
    said = [
        {
            "lang": tongue.language,
            "title": replace(order, tongue=tongue).said(words.title),
            "lines": [runs(tongue.say(line).format(count=minutes)) for line in words.lines],
        }
        for tongue in tongues
    ]
    return print_pdf("wall", {**order.frame(words.title), "languages": said})


def plan_b_pdf(order: DeskOrder) -> bytes:
    """Return the page for what may happen on the day. Raises what print_pdf does."""
    words = order.content.desk.printed.plan_b
    data = {
        **order.frame(words.title),
        "first": order.said(words.first),
        "cases": [
            {"title": order.said(case.title), "lines": order.lines(case.lines)}
            for case in words.cases
        ],
    }
    return print_pdf("plan_b", data)
