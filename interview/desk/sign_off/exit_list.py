"""What the exit hands over, which papers to bring, and what goes into the shredder."""

from collections.abc import Iterable
from dataclasses import dataclass

from interview.content import Content, SignOffChoice
from interview.desk.sign_off.choices import SignOffForm
from interview.desk.sign_off.sign_off import SignOff
from interview.languages import Tongue


@dataclass(frozen=True)
class HandedOver:
    """Something to hand over: its id, what it is called, and its kind of paper or an empty text."""

    id: str
    label: str
    kind: str


@dataclass(frozen=True)
class ExitList:
    """What the exit reads; `nothing` is said where nothing is handed over.

    `bring` are the papers to bring, and `by_when` says by when; both may be empty.
    """

    title: str
    hand_over_title: str
    hand_over: tuple[HandedOver, ...]
    nothing: str
    bring_title: str
    bring: tuple[str, ...]
    by_when: str
    shred_title: str
    shred: tuple[str, ...]
    agreement: str


def exit_list(
    content: Content, sign_off: SignOff, tongue: Tongue, form: SignOffForm | None = None
) -> ExitList:
    """Return what the exit does after a sign-off; `form` names the papers to bring in words."""
    words = content.desk.sign_off
    say, said = tongue.say, words.exit
    handed = tuple(
        HandedOver(one.id, say(one.label), one.kind)
        for one in words.hand_over
        if one.id in sign_off.hand_over
    )
    named = {choice.id: choice.label for choice in form.papers.choices} if form else {}
    by_when = _label(words.by_when, sign_off.by_when, tongue)
    signed = sign_off.agreement == words.agreement[0].id
    return ExitList(
        title=say(said.title),
        hand_over_title=say(said.hand_over),
        hand_over=handed,
        nothing="" if handed else say(said.nothing),
        bring_title=say(said.bring),
        bring=tuple(named[paper] for paper in sign_off.papers if paper in named),
        by_when=f"{say(said.by_when)}: {by_when}" if by_when else "",
        shred_title=say(said.shred),
        shred=tuple(say(one.label) for one in said.shreds),
        agreement=say(said.agreement) if signed else "",
    )


def _label(choices: Iterable[SignOffChoice], id: str, tongue: Tongue) -> str:
    return next((tongue.say(one.label) for one in choices if one.id == id), "")
