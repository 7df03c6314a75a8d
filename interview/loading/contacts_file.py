"""Reads the operator's own file of contacts, or reports everything that is wrong with it."""

import datetime
from collections.abc import Collection, Iterable
from pathlib import Path

from interview.content import Contact, Contacts, Content, Model, OwnText
from interview.loading.content_files import walk
from interview.loading.document import ContentError, Document, Place
from interview.loading.documents import read_file
from interview.loading.loader import model_of
from interview.rules import did_you_mean


def read_contacts(
    path: Path, content: Content, listed: Collection[str], today: datetime.date
) -> Contacts:
    """Read a file of contacts; raise ContentError with every problem in it.

    `listed` are the codes of the product's languages. `today` is the local day: nobody has checked
    on a later one.
    """
    document = read_file(path, str(path))
    found = model_of(Contacts, document)
    if found is not None:
        _check(found, content, listed, today, document)
    if found is None or document.problems:
        raise ContentError(sorted(document.problems, key=lambda problem: problem.line))
    return found


def _check(
    found: Contacts,
    content: Content,
    listed: Collection[str],
    today: datetime.date,
    document: Document,
) -> None:
    """Complain of ids that nothing has, of days to come, and of what stands twice."""
    words = content.contact_words
    known = {
        "languages": ("language", [*listed, *(one.id for one in words.languages)]),
        "what_for": ("purpose", [purpose.id for purpose in words.purposes]),
        "states": ("state", [state.id for state in content.states.states]),
    }
    for number, contact in enumerate(found.contacts):
        place: Place = ("contacts", number)
        for key, (kind, allowed) in known.items():
            _each_is_known(document, (*place, key), getattr(contact, key), kind, allowed)
        if contact.checked_on > today:
            message = (
                f"checked_on: {contact.checked_on} has not come yet. Write the day when it was"
            )
            document.complain((*place, "checked_on"), message)
    _languages_of_words(found, listed, document)
    _nobody_twice(found.contacts, document)


def _each_is_known(
    document: Document, place: Place, given: Iterable[str], kind: str, allowed: list[str]
) -> None:
    ids = list(dict.fromkeys(allowed))
    for nth, one in enumerate(given):
        if one not in ids:
            near = did_you_mean(one, ids)
            document.complain((*place, nth), f'there is no {kind} "{one}". {near}')


def _languages_of_words(found: Model, listed: Collection[str], document: Document) -> None:
    for place, value in walk(found):
        for code in value.languages if isinstance(value, OwnText) else ():
            if code not in listed:
                near = did_you_mean(code, listed)
                document.complain((*place, code), f'there is no language "{code}". {near}')


def _nobody_twice(contacts: Iterable[Contact], document: Document) -> None:
    """No two entries have one name or one phone: a reader could not tell which to call."""
    seen: dict[tuple[str, str], int] = {}
    for number, contact in enumerate(contacts):
        names = {name.casefold() for _, name in contact.name.by_language}
        marks = [*(("name", name) for name in sorted(names)), ("phone", contact.phone.number)]
        for mark in marks:
            first = seen.setdefault(mark, number)
            if first != number:
                line = document.line(("contacts", first, mark[0]))
                message = f"the same {mark[0]} stands on line {line}. Make the two entries one"
                if mark[0] == "name":
                    message += ", or give each a name of its own"
                document.complain(("contacts", number, mark[0]), message)
                break
