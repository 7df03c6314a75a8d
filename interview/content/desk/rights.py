"""What the table of the rights at an event may say: which role does what, and where."""

from collections.abc import Iterator
from typing import Literal

from interview.content.model import AnyText, Model, Signable

# What an action opens of a person's visit.
Opens = Literal["nothing", "answers", "papers"]


class Role(Model):
    """A sort of slots; one with no card is a tablet or a phone, joined to one ticket.

    `calls`: it takes tickets out of the queue. `signs`: what it signs, ends the review.
    """

    id: str
    name: AnyText
    station: str
    idle_minutes: int
    has_card: bool = True
    calls: bool = False
    signs: bool = False
    signs_for_second_look: bool = False


class KindOfReviewer(Model):
    """A sort of reviewers: those who may take court cases, and those who may not."""

    id: str
    name: AnyText
    can_court: bool


class Station(Model):
    """A place in the room, where a ticket can stand."""

    id: str
    name: AnyText


class Action(Model):
    """Something that somebody may do, and what it opens of a visit."""

    id: str
    opens: Opens = "nothing"


class Right(Model):
    """Which roles may do something, at which stations; `only` who holds or is joined to it."""

    action: str
    roles: tuple[str, ...]
    at: tuple[str, ...]
    only: Literal["anybody", "holder", "joined"] = "anybody"


class Tries(Model):
    """What wrong tries of a card cost."""

    most_wrong: int
    longest_wait_seconds: int
    most_dead: int


class Rights(Signable):
    """The one table of role, action and station."""

    roles: tuple[Role, ...]
    session_minutes: int
    kinds_of_reviewer: tuple[KindOfReviewer, ...]
    stations: tuple[Station, ...]
    actions: tuple[Action, ...]
    rights: tuple[Right, ...]
    tries: Tries

    def role(self, wanted: str) -> Role:
        """Return a role by its id; raise KeyError."""
        return {role.id: role for role in self.roles}[wanted]

    def opens(self, action: str) -> Opens:
        """Return what an action opens of a visit; raise KeyError."""
        return {one.id: one.opens for one in self.actions}[action]

    def of(self, role: str, action: str) -> Iterator[Right]:
        """Yield the rows that let a role do something."""
        return (right for right in self.rights if right.action == action and role in right.roles)
