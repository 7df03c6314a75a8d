"""What the file of federal appeals courts, and of what they have said of bond, may say."""

from pydantic import Field

from interview.content.model import AnyCondition, DatedText, Day, Model, Sourced
from interview.content.outcomes import Bond


class Circuit(Model):
    """A federal appeals court, and the states and territories under it."""

    court: str
    name: DatedText
    states: tuple[str, ...]


class Decision(Sourced):
    """From this day on, what a court had said of bond for people who came in uninspected."""

    event: DatedText
    court: str
    date: Day
    bond: Bond


class Circuits(Model):
    """`condition`: for whom; `held_in` and `otherwise`: the facts that say where; `begins`: the
    day on which the question arose; `under_none`: the places that no such court is over."""

    condition: AnyCondition
    held_in: str
    otherwise: str
    begins: Day = Field(alias="from")
    circuits: tuple[Circuit, ...]
    under_none: tuple[str, ...] = ()
    decisions: tuple[Decision, ...]
    texts: dict[Bond, DatedText]
