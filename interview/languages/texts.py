"""Every text of the product with its place, and what a language lacks of them."""

import datetime
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from interview.content import Citation, Content, Languages, Text
from interview.languages.catalogs import in_context
from interview.languages.gaps import Gap
from interview.languages.listed import read_languages
from interview.languages.po_files import is_ready, known_by, message_of, read_catalog
from interview.loading import walk

_A_DAY = datetime.timedelta(days=1)


TextOverTime = tuple[str, str, datetime.date, datetime.date]
Places = dict[str, list[str]]


def all_texts(content: Content) -> Iterator[tuple[str, str]]:
    """Yield every English text of the content, both voices, with the place that says it."""
    for english, place, _, _ in texts_over_time(content):
        yield english, place


def texts_over_time(content: Content) -> Iterator[TextOverTime]:
    """Yield every English text with its place, and the first and last day (local) of saying it.

    A text with a context comes as what it is known by.
    """
    for value, place in _said(content):
        if isinstance(value, Text):
            yield from _over_time(value, place)
        else:
            yield value, place, datetime.date.min, datetime.date.max


def _said(content: Content) -> Iterator[tuple[Text | str, str]]:
    """Every text, and every place in a document that is named in our own words."""
    for field in fields(content):
        for place, value in walk(getattr(content, field.name), (field.name,)):
            if isinstance(value, Text):
                yield value, named(content, place)
            elif isinstance(value, Citation) and content.sources[value.document].own_words:
                yield value.pinpoint, named(content, place)


def _over_time(text: Text, place: str) -> Iterator[TextOverTime]:
    starts = [variant.since or datetime.date.min for variant in text.variants()]
    ends = [*(start - _A_DAY for start in starts[1:]), datetime.date.max]
    for variant, first, last in zip(text.variants(), starts, ends, strict=True):
        for english in dict.fromkeys((variant.to_self, variant.to_client)):
            yield in_context(english, variant.context), place, first, last


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


def wanted(content: Content) -> Places:
    """Return every English text once, with all the places that say it."""
    found: Places = {}
    for english, place in all_texts(content):
        places = found.setdefault(english, [])
        if place not in places:
            places.append(place)
    return found


def spoken_to(content: Content) -> dict[str, str]:
    """Return whom each English text speaks to: the person, a helper, or both."""
    person: set[str] = set()
    helper: set[str] = set()
    for value, _ in _said(content):
        for said in value.variants() if isinstance(value, Text) else ():
            person.add(in_context(said.to_self, said.context))
            helper.add(in_context(said.to_client, said.context))
    return {
        **dict.fromkeys(person, "Said to the person."),
        **dict.fromkeys(helper, "Said to someone who helps the person."),
        **dict.fromkeys(person & helper, "Said to the person and to a helper alike."),
    }


def needed(content: Content, languages: Languages, language: str) -> Places:
    """Return the texts that a language must have: all, or those of the urgent page."""
    return _needed_of(wanted(content), languages, language)


def _needed_of(found: Places, languages: Languages, language: str) -> Places:
    return found if languages[language].complete else of_urgent_page(found, languages)


def of_urgent_page(found: Places, languages: Languages) -> Places:
    """Return those of some texts that stand on the urgent page."""
    return {
        english: places
        for english, places in found.items()
        if any(map(languages.is_of_urgent_page, places))
    }


def gaps(content: Content, folder: Path, language: str) -> list[Gap]:
    """Return what a language lacks, in the order of the content; empty when nothing is missing."""
    catalog = read_catalog(folder, language)
    everything = wanted(content)
    found = []
    for english, places in _needed_of(everything, read_languages(folder), language).items():
        message = message_of(catalog, english)
        if message is None or not is_ready(message):
            is_stale = message is not None and message.fuzzy
            found.append(Gap("stale" if is_stale else "missing", english, tuple(places)))
    known = {known_by(message) for message in catalog if message.id}
    unused = sorted(known - set(everything))
    return found + [Gap("unused", english, ()) for english in unused]
