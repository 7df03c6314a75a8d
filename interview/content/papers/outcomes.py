"""What the file of the words around the results of many people may say."""

from interview.content.model import AnyText, Model, Signable


class LaneWords(Model):
    """What each lane is called by its color alone."""

    red: AnyText
    orange: AnyText
    yellow: AnyText
    blue: AnyText


class OutcomeColumns(Model):
    """The heads of the columns; a program has its own name."""

    ticket: AnyText
    lane: AnyText
    how_soon: AnyText
    why: AnyText
    level: AnyText
    grounds: AnyText
    possible: AnyText
    flags: AnyText
    missing: AnyText
    escalation: AnyText
    so_far: AnyText
    not_reached: AnyText


class OutcomeWords(Signable):
    """The words around the results of many people; `and_more` takes their `count`."""

    title: AnyText
    lanes: LaneWords
    columns: OutcomeColumns
    and_more: AnyText
    not_asked: AnyText
    not_read: AnyText
