"""What the file of the sign-off at an event desk may say: choices only, no box for text."""

from typing import Annotated, Literal

from pydantic import Field

from interview.content.model import AnyText, Model, Signable


class SignOffChoice(Model):
    """One choice, by its id and what it is called.

    `alone`: nothing else is chosen beside it. `only_if`: it is offered only where a letter may be
    drafted, or where there is something to gather. `kind`: the paper that it prints, by its name.
    """

    id: str
    label: AnyText
    alone: bool = False
    only_if: Literal["always", "letter", "gather"] = "always"
    kind: str = ""


Choices = Annotated[tuple[SignOffChoice, ...], Field(min_length=1)]


class SignOffTitles(Model):
    """What stands over each group of choices."""

    title: AnyText
    outcome: AnyText
    agreed: AnyText
    flags: AnyText
    papers: AnyText
    by_when: AnyText
    agreement: AnyText
    hand_over: AnyText
    second_look: AnyText
    pen: AnyText


class SignOffMistakes(Model):
    """What is said of a sign-off that is not whole; {title} is what the group is called."""

    one: AnyText
    unknown: AnyText
    which_flags: AnyText
    agreed_with_flags: AnyText
    by_when: AnyText
    no_papers: AnyText
    alone: AnyText
    no_letter: AnyText


class ExitWords(Model):
    """What the exit reads: what to hand over, what the person brings, what goes to the shredder."""

    title: AnyText
    hand_over: AnyText
    nothing: AnyText
    bring: AnyText
    by_when: AnyText
    shred: AnyText
    shreds: Choices
    agreement: AnyText


class SignOffWords(Signable):
    """The choices of a sign-off, and the words around them."""

    titles: SignOffTitles
    outcomes: Choices
    agreed: Choices
    why: Choices
    by_when: Choices
    agreement: Choices
    hand_over: Choices
    second_look: Choices
    mistakes: SignOffMistakes
    exit: ExitWords
