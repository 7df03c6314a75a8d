"""Tickets that hang: no sign at the questions, held for long, or nobody here can take them."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from interview.content import QueueRule
from interview.desk.tickets import Ticket, can_take

Why = Literal["quiet", "held_long", "nobody_can"]


@dataclass(frozen=True)
class Hanging:
    """A ticket that hangs, why, and for how many minutes."""

    number: int
    why: Why
    minutes: int


@dataclass(frozen=True)
class Taker:
    """A slot that calls tickets, and what it can take."""

    slot: int
    can_court: bool
    languages: tuple[str, ...]


def hanging(
    rule: QueueRule,
    tickets: Sequence[Ticket],
    takers: Sequence[Taker],
    now: datetime.datetime,
    last_sign: Callable[[int], datetime.datetime | None],
    signers: Callable[[int], tuple[int, ...]],
) -> Iterator[Hanging]:
    """Yield what hangs, in the order of the tickets."""
    for ticket in tickets:
        quiet_since = max(ticket.since, last_sign(ticket.number) or ticket.since)
        quiet, here = _minutes(now, quiet_since), _minutes(now, ticket.since)
        if ticket.state == "interview" and quiet >= rule.quiet_minutes:
            yield Hanging(ticket.number, "quiet", quiet)
        elif ticket.state == "with_reviewer" and here > rule.held_minutes:
            yield Hanging(ticket.number, "held_long", here)
        elif ticket.state in ("waiting", "second_look") and not any(
            can_take(ticket, one.slot, one.can_court, one.languages, signers(ticket.number))
            for one in takers
        ):
            yield Hanging(ticket.number, "nobody_can", here)


def _minutes(now: datetime.datetime, since: datetime.datetime) -> int:
    return int((now - since).total_seconds()) // 60
