"""What the file of the sheet for a lawyer may say."""

from pydantic import Field

from interview.content.deadlines import AnyDate
from interview.content.model import AnyCondition, AnyText, MaybeCondition, Model, Signable
from interview.content.scalars import Day


class PresenceSpan(Model):
    """Years of which something is said to those to whom it `applies`.

    They run from the first day that `first` may be to the last day that `last` may be. `once`: it
    is one day, and where that may be in several years, each of them is not known.
    """

    id: str
    once: bool = False
    applies: MaybeCondition = None
    first: AnyDate
    last: AnyDate
    says: AnyText


class Presence(Signable):
    """The years of a life here; those before the arrival, and before the `first_day`, are left out.

    `came` is said of the year of the arrival, `here` of a year of which no span says more, and
    `not_known` of one that answers leave open.
    """

    first_day: Day = Field(alias="from")
    arrival: AnyDate
    came: AnyText
    here: AnyText
    not_known: AnyText
    spans: tuple[PresenceSpan, ...]


class QuietAnswer(Model):
    """An answer that says that there is nothing."""

    when: AnyCondition


class SheetRules(Signable):
    """What the sheet for a lawyer needs to know of the questions.

    `told_elsewhere` are facts that another part of it says; answers that say nothing stand with
    the noes.
    """

    presence: Presence
    told_elsewhere: tuple[str, ...]
    says_nothing: tuple[QuietAnswer, ...]
