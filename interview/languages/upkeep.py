"""The upkeep of the translations: brought up to the English, and confirmed by a person."""

import datetime
import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import denormalize

from interview.content import Content, Language
from interview.languages import texts
from interview.languages.catalogs import catalog_file, context_of, without_context
from interview.languages.confirmations import (
    read_confirmations,
    text_hash,
    write_confirmations,
)
from interview.languages.listed import read_languages
from interview.languages.po_files import is_ready, known_by, message_of, read_catalog
from interview.languages.writing import write_catalog

TEMPLATE = "messages.pot"
_TEMPLATE_HEADER = "# Every text of Next Steps, for a new language: see questions/README.md."
# How much an unwanted text must be like a new one to be taken for its earlier wording.
_ALIKE = 0.8


def update(content: Content, folder: Path, language: str) -> Catalog:
    """Bring a language's file up to the content: new texts empty, changed ones marked stale.

    What a text said before is found by its place; what nothing says any more is kept as obsolete.
    """
    before = read_catalog(folder, language)
    languages = read_languages(folder)
    after = _like(before) if len(before) else _begun(languages[language])
    found = texts.wanted(content)
    if not languages[language].complete:
        # What must be there stands first.
        found = {**texts.of_urgent_page(found, languages), **found}
    earlier = _EarlierWordings(before, found)
    to_whom = texts.spoken_to(content)
    obsolete = {known_by(message): message for message in before.obsolete.values()}
    for english, places in found.items():
        said_to = to_whom.get(english, "")
        message = message_of(before, english)
        if message is None:
            message = obsolete.get(english)
        source = message if message is not None else earlier.of(english, places, said_to)
        _add(after, english, places, said_to, source)
    for message in (*before.obsolete.values(), *before):
        text = known_by(message)
        if message.id and text not in found and text not in earlier.taken:
            after.obsolete[text] = message
    write_catalog(catalog_file(folder, language), after)
    _note_guesses(after, folder, language)
    return after


def write_template(content: Content, folder: Path) -> None:
    """Write the file that a new language begins with, every text empty."""
    path = folder / TEMPLATE
    template = Catalog(
        project="Next Steps", charset="utf-8", header_comment=_TEMPLATE_HEADER, fuzzy=False,
        msgid_bugs_address="", last_translator="Next Steps", language_team="Next Steps",
    )  # fmt: skip
    to_whom = texts.spoken_to(content)
    for english, places in texts.wanted(content).items():
        _add(template, english, places, to_whom.get(english, ""), None)
    write_catalog(path, template)


def _begun(language: Language) -> Catalog:
    """An empty catalog for a new language."""
    return Catalog(
        locale=language.locale, project="Next Steps", charset="utf-8", fuzzy=False,
        header_comment=f"# {language.name}: Next Steps, each text under its English. "
        "See questions/README.md.",
        msgid_bugs_address="", last_translator="Next Steps", language_team=language.name,
    )  # fmt: skip


def _like(before: Catalog) -> Catalog:
    """An empty catalog with the header of another one."""
    after = Catalog(
        locale=before.locale_identifier, project="Next Steps", charset="utf-8",
        header_comment=before.header_comment,
    )  # fmt: skip
    after.mime_headers = before.mime_headers
    after.creation_date = before.creation_date
    after.fuzzy = before.fuzzy
    return after


def _add(
    after: Catalog, english: str, places: list[str], said_to: str, source: Message | None
) -> None:
    """Put a text into a catalog with what is known of its translation."""
    added = after.add(
        without_context(english), str(source.string) if source else "",
        locations=[(place, None) for place in places],  # type: ignore[misc]
        auto_comments=[said_to] if said_to else [],
        user_comments=[c for c in source.user_comments if not _is_previous(c)] if source else [],
        context=context_of(english),
    )  # fmt: skip
    if source is None:
        return
    added.flags |= source.flags
    if known_by(source) != english and source.string:
        added.flags.add("fuzzy")
        added.previous_id = [str(source.id)]
    elif source.fuzzy and (previous := _previous(source)):
        added.previous_id = [previous]


def _is_previous(comment: str) -> bool:
    """Say whether a comment is an earlier wording (#|), which Babel reads as a remark."""
    return comment.startswith("|")


def _previous(message: Message) -> str:
    lines = [c.lstrip("| ") for c in message.user_comments if _is_previous(c)]
    written = "\n".join(re.sub(r"^msgid\s*", "", line) for line in lines)
    return denormalize(written) if written.startswith('"') else ""


class _EarlierWordings:
    """The texts of a catalog that their places no longer say, to be found by place."""

    def __init__(self, before: Catalog, found: texts.Places) -> None:
        self.taken: set[str] = set()
        self._found = found
        self._at: dict[str, list[Message]] = defaultdict(list)
        for message in before:
            for place in _places(message) if message.id else ():
                if place not in found.get(known_by(message), ()):
                    self._at[place].append(message)
        self._dropped = {known_by(m): m for m in before if m.id and known_by(m) not in found}

    def of(self, english: str, places: list[str], said_to: str) -> Message | None:
        """Return what was said where a new text stands: to the same reader, the most alike."""
        there = [message for place in places for message in self._at[place] if message.string]
        if not there:
            near = difflib.get_close_matches(english, self._dropped, n=1, cutoff=_ALIKE)
            there = [self._dropped[text] for text in near if self._dropped[text].string]
        if not there:
            return None
        best = max(there, key=lambda message: _likeness(message, english, said_to))
        if known_by(best) not in self._found:
            self.taken.add(known_by(best))
        return best


def _likeness(message: Message, english: str, said_to: str) -> tuple[bool, float]:
    is_to_same = said_to in message.auto_comments
    return is_to_same, difflib.SequenceMatcher(None, str(message.id), english).ratio()


def _places(message: Message) -> Iterator[str]:
    return (place for place, _ in message.locations)


def _note_guesses(catalog: Catalog, folder: Path, language: str) -> None:
    """Remember what stands in a changed text by a machine's guess, also when its mark goes."""
    found = read_confirmations(folder, language)
    guessed = {text_hash(*said(message)) for message in catalog if message.id and message.fuzzy}
    if guessed - found.guesses:
        found.guesses |= guessed
        write_confirmations(folder, language, found, _all_said(catalog))


def said(message: Message) -> tuple[str, str]:
    """Return the English of a message and its translation."""
    return str(message.id), str(message.string)


def _all_said(catalog: Catalog) -> Iterable[tuple[str, str]]:
    """The texts of a catalog, and those that may come back."""
    return map(said, (*catalog, *catalog.obsolete.values()))


def to_confirm(folder: Path, language: str) -> list[tuple[str, str]]:
    """Return the texts that are there and that nobody has confirmed."""
    found = read_confirmations(folder, language)
    ready = [said(message) for message in read_catalog(folder, language) if is_ready(message)]
    return [text for text in ready if found.state(*text) != "confirmed"]


def confirm(
    confirmed: list[tuple[str, str]],
    folder: Path,
    language: str,
    by: str,
    role: str,
    day: datetime.date,
) -> None:
    """Note who found some texts right, on a local date."""
    found = read_confirmations(folder, language)
    found.confirm(confirmed, by, role, day)
    write_confirmations(folder, language, found, _all_said(read_catalog(folder, language)))
