"""The content, compiled and translated, as every request uses it."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from flask import Flask, current_app
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from interview.content import SOURCE_LANGUAGE, Contacts, Content, Languages, Voice
from interview.languages import Tongue, lacking, read_languages, translations
from interview.loading import load, translations_beside
from interview.paper import has_press
from interview.rules import facts
from interview.screening import (
    AnswerReader,
    Oddities,
    PackedEdition,
    Screening,
    SlipReader,
    edition_of,
    from_data,
)
from interview.summary import STATIC, BeforeTheEnd, ContactBook, Summarizer
from interview.summary import html as markup
from interview.web.site.bilingual import inline_in_both
from interview.web.site.forms import PageForms
from interview.web.site.joined import Joined
from interview.web.site.likely import LikelyPath
from interview.web.site.settings import Settings, SettingsError
from interview.web.site.speaker import PairSpeaker, Speaker
from interview.web.site.static_files import static_files

if TYPE_CHECKING:
    from interview.files import sheets

_EXTENSION = "next_steps"
# A sheet that is posted: its people, and the bytes that a workbook unpacks to.
MOST_PEOPLE, _MOST_UNPACKED = 500, 2**24
VOICES: tuple[Voice, ...] = ("self", "client")


class Site:
    """Everything that is prepared once for one application."""

    def __init__(self, settings: Settings, joined: Joined | None = None) -> None:
        self.settings = settings
        self.joined = joined
        self.content: Content = load(settings.questions)
        _refuse_a_day_before_the_law(self.content, settings)
        self.parts = [self.content.parts[name] for name in self.content.interview.parts]
        self.listed = read_languages(translations_beside(settings.questions))
        self.languages = _ready_languages(self.content, self.listed, settings)
        self.screening = Screening(self.content)
        self.path = self.screening.path
        self.reader = AnswerReader(self.content)
        self.slips = SlipReader(
            edition_of(self.content, self.listed.codes), lambda: _older_editions(settings.questions)
        )
        self.likely = LikelyPath(self.content, self.path, self.reader)
        self.book = ContactBook(self.content, self.listed, _contacts(self, settings))
        self.summarizer = Summarizer(self.screening, self.book)
        self.before_the_end = BeforeTheEnd(self.screening)
        self.oddities = Oddities(self.screening)
        self.forms = PageForms(self.content.questions)
        self.speakers = dict(self._speakers())
        self.pairs = dict(self._pairs())
        self.static = static_files(STATIC)
        self.templates = self._templates()
        self.part_of_page = self._parts_of_pages()
        self.opening = self._opening()
        # The numbers that the questions have on paper.
        self.numbers = {question.id: n for n, question in enumerate(self.content.questions, 1)}
        parts = [part.questions for part in self.parts]
        self._longest_posts = tuple(map(self.forms.longest_post, (self.path.pages, parts)))

    def post_length(self, is_compact: bool) -> int:
        """Return the length to which posts are filled up: of a page of questions, or a part."""
        return self._longest_posts[is_compact]

    @cached_property
    def sheet_reader(self) -> "sheets.SheetReader":
        """Return what reads a sheet that somebody wrote; made when the first one comes."""
        # Only a helper's visit needs it: no start waits for it.
        from interview.files import sheets

        folder = translations_beside(self.settings.questions)
        bounds = sheets.SheetBounds(MOST_PEOPLE, _MOST_UNPACKED)
        return sheets.SheetReader(self.content, self.listed, folder, bounds)

    def _opening(self) -> frozenset[str]:
        """The facts that may open a question of their own part."""
        return frozenset(
            fact
            for part in self.parts
            for question in part.questions
            if question.asked_if is not None
            for fact in facts(question.asked_if)
            if any(fact == other.id for other in part.questions)
        )

    def _speakers(self) -> Iterator[tuple[tuple[str, Voice], Speaker]]:
        today = self.settings.today
        for language in self.languages:
            found = translations(translations_beside(self.settings.questions), language)
            for voice in VOICES:
                tongue = Tongue(language, voice, found, self.listed[language])
                yield (language, voice), Speaker(self.content, tongue, today)

    def _pairs(self) -> Iterator[tuple[tuple[str, Voice], PairSpeaker]]:
        """Each language with its partner beneath, or with English where that is not there."""
        for language in self.languages:
            partner = self.listed[language].partner
            for voice in VOICES:
                there = partner if partner in self.languages else SOURCE_LANGUAGE
                other = self.speakers[there, voice]
                tongue = self.speakers[language, voice].tongue
                today = self.settings.today
                yield (language, voice), PairSpeaker(self.content, tongue, today, other)

    def _templates(self) -> Environment:
        made = markup.environment()
        # Read now: files that are replaced later must not break a page that is open.
        made.loader = DictLoader({name: _source(made, name) for name in made.list_templates()})
        made.auto_reload = False
        made.filters["inline"] = inline_in_both
        made.globals |= {
            "content": self.content,
            "words": self.content.pages,
            "labels": self.content.wording.labels,
            "headings": self.content.wording.headings,
            "languages": self.languages,
            "listed": self.listed.by_code,
            "in_english": self.listed[SOURCE_LANGUAGE].in_english,
            "is_kiosk": self.settings.kiosk,
            "joined": self.joined,
            "has_event_key": self.settings.event_key is not None,
            "has_press": has_press(),
            "is_changed_copy": not self.settings.are_own_questions,
            "listen_script": Markup(self.static["listen.js"].body.decode()),
            "address_of": {name: file.address for name, file in self.static.items()},
        }
        return made

    def _parts_of_pages(self) -> list[int]:
        """The number of the part of each page, both from 0."""
        part_of = {
            question.id: number
            for number, part in enumerate(self.parts)
            for question in part.questions
        }
        return [part_of[page[0].id] for page in self.path.pages]

    @property
    def leave_to(self) -> str | None:
        """Return the other site where Leave now leads; None is a page of our own."""
        contacts = self.book.contacts
        return self.settings.leave_to or (contacts.leave_to if contacts else None)

    def add_to(self, app: Flask) -> None:
        """Let requests of an application find this site."""
        app.extensions[_EXTENSION] = self


def current_site() -> Site:
    """Return the site of the running application."""
    site: Site = current_app.extensions[_EXTENSION]
    return site


def _source(environment: Environment, name: str) -> str:
    assert environment.loader is not None
    return environment.loader.get_source(environment, name)[0]


def _contacts(site: Site, settings: Settings) -> Contacts | None:
    if settings.contacts is None:
        return None
    from interview.loading import read_contacts

    return read_contacts(settings.contacts, site.content, site.listed.codes, settings.started)


def _refuse_a_day_before_the_law(content: Content, settings: Settings) -> None:
    """Refuse a clock that is wrong: the law of its day was not what anybody wrote down here."""
    checked = content.law.last_legal_check
    if settings.as_of is None and settings.started < checked:
        raise SettingsError(
            f"this machine says that today is {settings.started}, before the last legal check "
            f"({checked}). Set its clock, or say the day with --as-of"
        )


def _ready_languages(content: Content, listed: Languages, settings: Settings) -> tuple[str, ...]:
    """The languages that say what they must; of our own questions every one must."""
    ready = [SOURCE_LANGUAGE]
    folder = translations_beside(settings.questions)
    for language in (language.code for language in listed.translated()):
        gaps = lacking(content, settings.questions, folder, language, listed)
        if not gaps:
            ready.append(language)
        elif settings.are_own_questions:
            raise SettingsError(
                f"{len(gaps)} texts have no up-to-date {language} translation. "
                f'First: "{gaps[0].english}". Run: interview texts'
            )
    return tuple(ready)


def _older_editions(questions: Path) -> list[PackedEdition]:
    """Read only where a slip is older than the questions: nobody waits for it who has none."""
    from interview.loading import read_packed_editions

    return [from_data(edition) for edition in read_packed_editions(questions)]
