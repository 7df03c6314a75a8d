"""The seam between the interview and an event's desk: without one, no page differs by a byte."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Flask


def _no_ticket() -> str:
    return ""


@dataclass(frozen=True)
class Joined:
    """What a desk adds to an application.

    `add_to` registers its pages and what runs before them. `ticket` gives the number and the word
    of the device that asks, for a corner of each page; empty where it has none. `hand` says whether
    it asks for a helper. `hides_result`: a lawyer looks before the result opens. `reads` are the
    addresses that may ask for the camera. `practice`: every page says that nothing here is real.
    """

    add_to: Callable[[Flask], None]
    ticket: Callable[[], str] = _no_ticket
    reads: frozenset[str] = frozenset()
    is_practice: bool = False
    hides_result: Callable[[], bool] = bool
    hand: Callable[[], bool] = bool
