"""The page that shows what is left of an event after closing, to sign and to keep."""

import datetime
from dataclasses import dataclass

from interview.desk.papers.order import DeskOrder
from interview.languages import Tongue
from interview.paper import print_pdf, runs


@dataclass(frozen=True)
class Proof:
    """What is left: each list by its name, with its entries and what it is; then the counts.

    `closed`: local time. `tallies` are rounded already: what was counted, and how many in words.
    """

    closed: datetime.datetime
    tables: tuple[tuple[str, int, str], ...]
    tallies: tuple[tuple[str, str], ...] = ()


def proof_pdf(order: DeskOrder, proof: Proof) -> bytes:
    """Return the proof of a closing, with a line for who saw it. Raises what print_pdf does."""
    words = order.content.desk.printed.proof
    data = {
        **order.frame(words.title),
        "closed": runs(_closed(order.tongue.say(words.closed), proof.closed, order.tongue)),
        "left": order.said(words.left),
        "heads": order.lines((words.table, words.rows, words.what)),
        "tables": [
            {"name": name, "rows": str(rows), "what": what} for name, rows, what in proof.tables
        ],
        "tallies_title": order.said(words.tallies),
        "tally_heads": order.lines((words.counted, words.count)),
        "tallies": [{"what": what, "count": count} for what, count in proof.tallies],
        "no_tallies": order.said(words.no_tallies),
        "sign": order.said(words.sign),
        "name": order.said(words.name),
        "date": order.said(words.date),
    }
    return print_pdf("proof", data)


def _closed(said: str, closed: datetime.datetime, tongue: Tongue) -> str:
    return f"{said.format(date=tongue.date(closed.date()))}, {closed:%H:%M}"
