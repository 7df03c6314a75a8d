"""Who of the operator's contacts fits a person: by place, by what they need help with, by language.

The same person is always shown the same contacts in the same order.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from interview.content import URGENCIES, Contact, Content
from interview.screening import Result


@dataclass(frozen=True)
class Need:
    """What somebody needs help with, the most urgent first; where; and what the reader speaks.

    `state` is None where nobody knows it.
    """

    purposes: tuple[str, ...]
    state: str | None
    language: str


def need_of(content: Content, result: Result, language: str) -> Need:
    """Return what a person needs, by the flags that are raised."""
    raised = {flag: result.urgencies[flag] for flag in result.raised()}
    purposes = (
        purpose.id
        for urgency in URGENCIES
        for purpose in content.contact_words.purposes
        if any(raised.get(flag) == urgency for flag in purpose.flags)
    )
    return Need(tuple(dict.fromkeys(purposes)), _state(content, result), language)


def _state(content: Content, result: Result) -> str | None:
    """Where the person is held, or else where they live."""
    circuits = content.circuits
    answers = (result.answers.answer(f) for f in (circuits.place_of_custody, circuits.otherwise))
    return next((answer for answer in answers if isinstance(answer, str)), None)


def picked(contacts: Iterable[Contact], need: Need) -> tuple[Contact, ...]:
    """Return the contacts that fit a need, the best fit first; none where nobody serves the place.

    Who helps with the most urgent need comes first, then who helps with the next one, then who
    helps with everything. Who only helps with something else is shown where there is nobody better.
    """
    here = [one for one in contacts if _serves(one, need.state)]
    fitting = [one for one in here if _rank(one, need) <= len(need.purposes)]
    return tuple(sorted(fitting or here, key=lambda one: _order(one, need)))


def _serves(contact: Contact, state: str | None) -> bool:
    return state is None or not contact.states or state in contact.states


def _rank(contact: Contact, need: Need) -> int:
    """The place of the first need that a contact helps with; then help with everything."""
    if not contact.what_for:
        return len(need.purposes)
    places = (n for n, purpose in enumerate(need.purposes) if purpose in contact.what_for)
    return next(places, len(need.purposes) + 1)


def _order(contact: Contact, need: Need) -> tuple[int, bool, tuple[bool, ...], bool]:
    """What is equal in all of this stays in the order of the file."""
    unserved = tuple(purpose not in contact.what_for for purpose in need.purposes)
    is_elsewhere = need.state not in contact.states if need.state else bool(contact.states)
    return _rank(contact, need), not _speaks(contact, need.language), unserved, is_elsewhere


def _speaks(contact: Contact, language: str) -> bool:
    """Say whether somebody answers in a language; zh-Hans is Chinese too."""
    return not {language, language.partition("-")[0]}.isdisjoint(contact.languages)
