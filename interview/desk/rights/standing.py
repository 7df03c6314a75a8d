"""Where somebody stands at an event, and what the one table of rights lets them do there."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from interview.content import Desk

# An aware time; it is handed in, so that a day can be played through in a second.
DayClock = Callable[[], datetime.datetime]


class Refused(Exception):
    """Something that an event does not let happen.

    `reason` is one of the refusals of questions/desk/plan.yaml, `named` is for its braces.
    """

    def __init__(self, reason: str, **named: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.named = {name: str(value) for name, value in named.items()}

    def sentence(self, desk: Desk) -> str:
        """Return the English sentence of the reason."""
        return desk.plan.refusals[self.reason].to_self.format(**self.named)


@dataclass(frozen=True)
class Standing:
    """A session as it stands now: its slot with role, or the one ticket that a device is joined to.

    `slot` and `nth` are 0 for a tablet or a phone, and `number` is its ticket.
    """

    session: str
    slot: int
    role: str
    nth: int
    station: str
    can_court: bool = False
    languages: tuple[str, ...] = ()
    number: int | None = None


def may(
    desk: Desk,
    standing: Standing,
    action: str,
    at: str | None = None,
    holder: int | None = None,
    number: int | None = None,
) -> bool:
    """Say whether the table lets somebody do something.

    `at`, `holder`, `number`: the station, the holding slot and the number of the ticket that it is
    about. Without one, it happens at the station of the role.
    """
    theirs = {
        "anybody": True,
        "holder": holder is not None and holder == standing.slot,
        "joined": number is not None and number == standing.number,
    }
    where = at or standing.station
    return any(
        where in right.at and theirs[right.only] for right in desk.rights.of(standing.role, action)
    )


def seconds_of(clock: DayClock) -> int:
    """Return the whole seconds since 1970 that a clock tells."""
    return int(clock().timestamp())
