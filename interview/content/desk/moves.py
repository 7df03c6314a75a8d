"""What the table of moves may say: the states of a visit and of a day, and the ways between."""

from typing import Literal

from pydantic import Field

from interview.content.model import AnyText, Model, Signable

Lets = Literal["tickets", "calls", "moves"]


class VisitState(Model):
    """A state of a visit, and the station where its ticket stands in it."""

    id: str
    name: AnyText
    station: str
    held: bool = False
    ends: bool = False


class Move(Model):
    """A way from some states to one, by an action: who has the right to it may move."""

    begins: tuple[str, ...] = Field(alias="from")
    to: str
    by: str


class LifeState(Model):
    """A state of the day, the states that follow, and what can be done in it."""

    id: str
    name: AnyText
    next: tuple[str, ...] = ()
    lets: tuple[Lets, ...] = ()


class Moves(Signable):
    """Every state and every move; what is not here is refused."""

    states: tuple[VisitState, ...]
    starts: str
    moves: tuple[Move, ...]
    life: tuple[LifeState, ...]

    def state(self, wanted: str) -> VisitState:
        """Return a state of a visit by its id; raise KeyError."""
        return {state.id: state for state in self.states}[wanted]

    def allows(self, begin: str, to: str, by: str) -> bool:
        """Say whether an action moves a visit from one state to another."""
        return any(begin in move.begins and (to, by) == (move.to, move.by) for move in self.moves)

    def life_state(self, wanted: str) -> LifeState:
        """Return a state of the day by its id; raise KeyError."""
        return {state.id: state for state in self.life}[wanted]
