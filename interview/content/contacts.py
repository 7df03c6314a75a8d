"""What the operator's own file may say: who runs the site, who can help, where Leave now leads.

And the words around it, `contact_words.yaml`: what people need help with, and which flags say so.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field, PlainValidator, WithJsonSchema

from interview.content.model import WRITTEN, AnyText, Model, Signable
from interview.content.scalars import Day

# What a phone's screen shows of a contact without hiding the next one.
LONGEST_NAME, LONGEST_WORDS = 60, 80
LONGEST_PHONE, LONGEST_ADDRESS = 30, 200
FEWEST_DIGITS, MOST_DIGITS = 3, 15
MOST_LANGUAGES = 8
PHONE = r"(?P<number>[0-9+*#(][0-9+*#() ./-]*)(?:[ ,;]*(?:ext\.?|x)[ .=:]*(?P<ext>[0-9]{1,6}))?"
_PHONE = re.compile(PHONE, re.IGNORECASE)
_DIALED = re.compile(r"\+?[0-9*#]+")
_NOT_DIALED = re.compile(r"[() ./-]")
_HOST = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(:[0-9]{1,5})?", re.IGNORECASE)
# Signs without a shape of their own that some scripts need inside words.
_JOINERS = "\u200c\u200d"


@dataclass(frozen=True)
class OwnText:
    """The operator's own words: once for everybody, or in several languages."""

    by_language: tuple[tuple[str, str], ...]

    def in_language(self, code: str, otherwise: str) -> str:
        """Return the words in a language, or else in another one, or else as they stand first."""
        said = dict(self.by_language)
        return said.get(code) or said.get(otherwise) or self.by_language[0][1]

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the languages that it is written in; none where it is written once."""
        return tuple(code for code, _ in self.by_language if code)


@dataclass(frozen=True)
class Phone:
    """A phone as the operator writes it, and as a link dials it: only digits, + * # and ;ext=."""

    shown: str
    number: str


def _one_line(written: Any, longest: int) -> str:
    if not isinstance(written, str) or not written.strip():
        raise ValueError("nothing stands here. Write some words, or take the line out")
    said = " ".join(written.split())
    if not "".join(c for c in said if c not in _JOINERS).isprintable():
        raise ValueError("there is a sign in it that cannot be seen. Write the words anew")
    if len(said) > longest:
        raise ValueError(f"it has {len(said)} letters, and at most {longest} fit. Shorten it")
    return unicodedata.normalize("NFC", said)


def _own_text(longest: int) -> Any:
    def read(written: Any) -> OwnText:
        if isinstance(written, dict):
            if not written:
                raise ValueError(
                    "nothing stands here. Write it once, or for each language: en: ... and es: ..."
                )
            return OwnText(tuple((str(c), _one_line(t, longest)) for c, t in written.items()))
        return OwnText((("", _one_line(written, longest)),))

    return PlainValidator(read)


def read_phone(written: Any) -> Phone:
    """Read a phone number; raise ValueError with what to write instead."""
    found = _PHONE.fullmatch(" ".join(written.split())) if isinstance(written, str) else None
    number = _NOT_DIALED.sub("", found["number"]) if found else ""
    digits = sum(c.isdigit() for c in number)
    if found is None or not _DIALED.fullmatch(number):
        raise ValueError("this is not a phone number. Write digits, such as (202) 555-0142 ext. 7")
    if not FEWEST_DIGITS <= digits <= MOST_DIGITS or len(found[0]) > LONGEST_PHONE:
        raise ValueError(f"a phone number has {FEWEST_DIGITS} to {MOST_DIGITS} digits. Look again")
    return Phone(found[0], number + (f";ext={found['ext']}" if found["ext"] else ""))


def _read_address(written: Any) -> str:
    """Read where Leave now leads: an address of https, without a name and password in it."""
    said = written if isinstance(written, str) else ""
    try:
        parts = urlsplit(said)
    except ValueError:
        parts = urlsplit("")
    is_plain = said.isascii() and said.isprintable() and not set(said) & set(" ;,'\"<>\\")
    if parts.scheme != "https" or not _HOST.fullmatch(parts.netloc) or not is_plain:
        raise ValueError("this is no address with https. Write it such as https://example.org/")
    if len(said) > LONGEST_ADDRESS:
        raise ValueError(f"it is longer than {LONGEST_ADDRESS} letters. Choose a shorter one")
    return said


def _each_once(written: Any) -> Any:
    if not isinstance(written, list) or not written:
        raise ValueError(
            "a list of at least one is needed here. Write it such as [es, en], or take the line out"
        )
    again = [one for n, one in enumerate(written) if one in written[:n]]
    if again:
        raise ValueError(f'"{again[0]}" stands twice. Keep one of the two')
    return written


def _a_few(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(ids) > MOST_LANGUAGES:
        raise ValueError(f"at most {MOST_LANGUAGES} fit. Keep those that are asked for most")
    return ids


_OWN_WORDS = WithJsonSchema({WRITTEN: "own_text"})
# An editor takes a short number, such as 211, for one.
_A_PHONE = WithJsonSchema({"type": ["string", "integer"], "pattern": r"[0-9].*[0-9].*[0-9]"})
_AN_ADDRESS = WithJsonSchema({"type": "string", "pattern": "^https://"})

OwnName = Annotated[OwnText, _own_text(LONGEST_NAME), _OWN_WORDS]
MaybeOwnWords = Annotated[OwnText | None, _own_text(LONGEST_WORDS), _OWN_WORDS]
Address = Annotated[str, BeforeValidator(_read_address), _AN_ADDRESS]
Ids = Annotated[
    tuple[str, ...],
    BeforeValidator(_each_once),
    Field(json_schema_extra={"minItems": 1, "uniqueItems": True}),
]


class Operator(Model):
    """Who runs the site; `words`: what that is."""

    name: OwnName
    words: MaybeOwnWords = None


class Contact(Model):
    """Somebody who can help.

    `what_for`: purposes of contact_words.yaml; without any, help of every kind. `states`: where
    they help; without any, everywhere. `checked_on`: the day on which somebody made sure of it.
    """

    name: OwnName
    phone: Annotated[Phone, PlainValidator(read_phone), _A_PHONE]
    place: MaybeOwnWords = None
    hours: MaybeOwnWords = None
    languages: Annotated[Ids, AfterValidator(_a_few)]
    what_for: Ids = ()
    states: Ids = ()
    checked_on: Day


class Contacts(Model):
    """The operator's own file; `leave_to`: another site that Leave now leads to."""

    run_by: Operator
    leave_to: Address | None = None
    contacts: tuple[Contact, ...] = ()


class Purpose(Model):
    """What somebody can need help with: the flags that say so."""

    id: str
    label: AnyText
    flags: Annotated[tuple[str, ...], Field(min_length=1)]


class SpokenLanguage(Model):
    """A language that somebody who helps may speak."""

    id: str
    label: AnyText


class ContactSentences(Model):
    """The sentences around contacts."""

    title: AnyText
    others: AnyText
    call: AnyText
    old: AnyText
    serves: AnyText
    run_by: AnyText
    nobody_named: AnyText
    not_government: AnyText


class ContactWords(Signable):
    """The product's own lines on contacts.

    `old_after_days`: older than this, an entry says when it was checked. `most_shown`: how many
    are shown at once. `urgent_page`: what those need help with who read the urgent page.
    """

    old_after_days: int
    most_shown: int
    urgent_page: Annotated[tuple[str, ...], Field(min_length=1)]
    purposes: Annotated[tuple[Purpose, ...], Field(min_length=1)]
    languages: Annotated[tuple[SpokenLanguage, ...], Field(min_length=1)]
    sentences: ContactSentences
