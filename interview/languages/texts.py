"""Every text of the product with its place, and the upkeep of the translations."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from interview.content import Citation, Content, Text
from interview.languages.confirmations import (
    read_confirmations,
    text_hash,
    write_confirmations,
)
from interview.languages.language import catalog_file, is_ready, read_catalog
from interview.loading import walk

_A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True)
class Gap:
    """A text that a language lacks, has in a stale form, or no longer needs."""

    kind: str
    english: str
    places: tuple[str, ...]


TextOverTime = tuple[str, str, datetime.date, datetime.date]


def all_texts(content: Content) -> Iterator[tuple[str, str]]:
    """Yield every English text of the content, both voices, with the place that says it."""
    for english, place, _, _ in texts_over_time(content):
        yield english, place


def texts_over_time(content: Content) -> Iterator[TextOverTime]:
    """Yield every English text with its place, and the first and last day (local) of saying it."""
    always = (datetime.date.min, datetime.date.max)
    for field in fields(content):
        for place, value in walk(getattr(content, field.name), (field.name,)):
            if isinstance(value, Text):
                yield from _over_time(value, named(content, place))
            elif isinstance(value, Citation) and content.sources[value.document].own_words:
                yield value.pinpoint, named(content, place), *always


def _over_time(text: Text, place: str) -> Iterator[TextOverTime]:
    starts = [variant.since or datetime.date.min for variant in text.variants()]
    ends = [*(start - _A_DAY for start in starts[1:]), datetime.date.max]
    for variant, first, last in zip(text.variants(), starts, ends, strict=True):
        for english in dict.fromkeys((variant.to_self, variant.to_client)):
            yield english, place, first, last


def named(content: Content, place: tuple[str | int, ...]) -> str:
    """Name a place by the ids on the way to it, rather than by numbers that shift."""
    found: Any = content
    names: list[str] = []
    for step in place:
        found = _step_into(found, step)
        names.append(getattr(found, "id", None) or str(step))
    return "/".join(name for name in names if not name.isdigit())


def _step_into(found: Any, step: str | int) -> Any:
    if isinstance(found, dict):
        return found[step]
    return found[step] if isinstance(step, int) else getattr(found, step)


def wanted(content: Content) -> dict[str, list[str]]:
    """Return every English text once, with all the places that say it."""
    found: dict[str, list[str]] = {}
    for english, place in all_texts(content):
        places = found.setdefault(english, [])
        if place not in places:
            places.append(place)
    return found


def gaps(content: Content, folder: Path, language: str) -> list[Gap]:
    """Return what a language lacks, in the order of the content; empty when it is complete."""
    catalog = read_catalog(folder, language)
    needed = wanted(content)
    found = []
    for english, places in needed.items():
        message = catalog.get(english)
        if message is None or not is_ready(message):
            kind = "stale" if message is not None and message.fuzzy else "missing"
            found.append(Gap(kind, english, tuple(places)))
    known = {str(message.id) for message in catalog if message.id}
    unused = sorted((known | {str(key) for key in catalog.obsolete}) - set(needed))
    return found + [Gap("unused", english, ()) for english in unused]


def update(content: Content, folder: Path, language: str) -> Catalog:
    """Bring a language's file up to the content: new texts empty, changed ones marked stale."""
    template = Catalog(locale=language, project="Next Steps", charset="utf-8")
    for english, places in wanted(content).items():
        template.add(english, auto_comments=places[:3])
    catalog = read_catalog(folder, language)
    # Nothing to do leaves the file as it was: no date of its own.
    template.creation_date = catalog.creation_date
    catalog.update(template, update_header_comment=False)
    catalog.obsolete.clear()
    path = catalog_file(folder, language)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, catalog, width=100, include_previous=True, no_location=True)
    _note_guesses(catalog, folder, language)
    return catalog


def _note_guesses(catalog: Catalog, folder: Path, language: str) -> None:
    """Remember what stands in a changed text by a machine's guess, also when its mark goes."""
    found = read_confirmations(folder, language)
    guessed = {text_hash(*said(message)) for message in catalog if message.id and message.fuzzy}
    if guessed - found.guesses:
        found.guesses |= guessed
        write_confirmations(folder, language, found, map(said, catalog))


def said(message: Message) -> tuple[str, str]:
    """Return the English of a message and its translation."""
    return str(message.id), str(message.string)


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
    write_confirmations(folder, language, found, map(said, read_catalog(folder, language)))
