"""What the file of the papers of an event desk may say: cards, tickets, wall, proof, plan B."""

from typing import Annotated

from pydantic import Field

from interview.content.model import AnyText, Model, Signable

Lines = Annotated[tuple[AnyText, ...], Field(min_length=1)]


class CardWords(Model):
    """The words of a role card; {title} and {number} name the slot."""

    title: AnyText
    slot: AnyText
    picture: AnyText
    words: AnyText
    once: AnyText


class SpareTicketWords(Model):
    """The words of spare tickets."""

    title: AnyText
    number: AnyText
    keep: AnyText


class WallWords(Model):
    """The rule of the queue on the wall; {count}: how much earlier a date near by may come."""

    title: AnyText
    lines: Lines


class ProofWords(Model):
    """The page that shows what is left after closing, and the line for who saw it."""

    title: AnyText
    closed: AnyText
    left: AnyText
    table: AnyText
    rows: AnyText
    what: AnyText
    tallies: AnyText
    counted: AnyText
    count: AnyText
    no_tallies: AnyText
    sign: AnyText
    name: AnyText
    date: AnyText


class PlanBCase(Model):
    """Something that may happen, and what to do then."""

    id: str
    title: AnyText
    lines: Lines


class PlanB(Model):
    """The page for what may happen."""

    title: AnyText
    first: AnyText
    cases: Annotated[tuple[PlanBCase, ...], Field(min_length=1)]


class DeskPapers(Signable):
    """The words of every paper of the desk; `practice` stands on each page of a day of practice."""

    practice: AnyText
    cards: CardWords
    tickets: SpareTicketWords
    wall: WallWords
    proof: ProofWords
    plan_b: PlanB
