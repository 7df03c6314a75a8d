"""Contacts in the reader's words: what for, when, in which languages, and how old the entry is."""

import datetime
from collections.abc import Iterator

from interview.content import SOURCE_LANGUAGE, Contact, Contacts, Content, Languages, Operator
from interview.languages import Tongue
from interview.summary.blocks import ContactLine
from interview.summary.picking import Need, picked

BETWEEN, AMONG = " · ", ", "
# More states than this are named by their letters.
MOST_NAMED = 3


class ContactBook:
    """The operator's contacts, and what the product says around them.

    `contacts` is None where the operator named nobody. `listed`: the languages of the product.
    """

    def __init__(self, content: Content, listed: Languages, contacts: Contacts | None) -> None:
        self.contacts = contacts
        self._words = content.contact_words
        self._states = {state.id: state.label for state in content.states.states}
        self._purposes = {purpose.id: purpose.label for purpose in self._words.purposes}
        self._languages = {one.id: one.label for one in self._words.languages}
        self._listed = listed

    def lines(self, need: Need, tongue: Tongue, as_of: datetime.date) -> tuple[ContactLine, ...]:
        """Return those who fit a need as of a local day, the best first, and not too many."""
        if self.contacts is None:
            return ()
        chosen = picked(self.contacts.contacts, need)[: self._words.most_shown]
        return tuple(self._line(one, need, tongue, as_of) for one in chosen)

    def for_urgent_page(
        self, tongue: Tongue, language: str, as_of: datetime.date
    ) -> tuple[ContactLine, ...]:
        """Return whom to call for somebody of whom nothing is known but what they read."""
        return self.lines(Need(self._words.urgent_page, None, language), tongue, as_of)

    def run_by(self, tongue: Tongue) -> str:
        """Return who runs the site, in the operator's own words; nothing where nobody is named."""
        if self.contacts is None:
            return ""
        operator: Operator = self.contacts.run_by
        said = (one for one in (operator.name, operator.words) if one is not None)
        return AMONG.join(one.in_language(tongue.language, SOURCE_LANGUAGE) for one in said)

    def _line(
        self, contact: Contact, need: Need, tongue: Tongue, as_of: datetime.date
    ) -> ContactLine:
        sentences = self._words.sentences
        is_old = (as_of - contact.checked_on).days > self._words.old_after_days
        month = tongue.month(contact.checked_on)
        own = [contact.name, contact.place]
        name, where = (t.in_language(tongue.language, SOURCE_LANGUAGE) if t else "" for t in own)
        return ContactLine(
            name=name,
            about=_capitalized(BETWEEN.join(filter(None, self._about(contact, need, tongue)))),
            phone=contact.phone.shown,
            number=contact.phone.number,
            where=where,
            old=tongue.say(sentences.old).format(month=month) if is_old else "",
            call=tongue.say(sentences.call).format(phone=contact.phone.shown),
        )

    def _about(self, contact: Contact, need: Need, tongue: Tongue) -> Iterator[str]:
        yield AMONG.join(tongue.say(self._purposes[one]) for one in contact.what_for)
        if need.state is None and contact.states:
            states = AMONG.join(self._state(one, contact, tongue) for one in contact.states)
            yield tongue.say(self._words.sentences.serves).format(states=states)
        if contact.hours is not None:
            yield contact.hours.in_language(tongue.language, SOURCE_LANGUAGE)
        yield AMONG.join(self._spoken(one, tongue) for one in contact.languages)

    def _state(self, state: str, contact: Contact, tongue: Tongue) -> str:
        return tongue.say(self._states[state]) if len(contact.states) <= MOST_NAMED else state

    def _spoken(self, code: str, tongue: Tongue) -> str:
        """A language in the reader's words; one that has none here, as it calls itself."""
        label = self._languages.get(code)
        return tongue.say(label) if label is not None else self._listed[code].name


def _capitalized(said: str) -> str:
    return said[:1].upper() + said[1:]
