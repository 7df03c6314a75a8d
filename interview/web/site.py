"""Everything that is prepared once, when the server starts."""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from flask import current_app
from jinja2 import Environment
from markupsafe import Markup

from interview.content import Content, Voice
from interview.languages import LANGUAGES, SOURCE_LANGUAGE, Tongue, texts, translations
from interview.loading import load, translations_beside
from interview.screening import AnswerReader, Oddities, Screening
from interview.summary import STATIC, Summarizer
from interview.summary import html as markup
from interview.web.forms import PageForms
from interview.web.pairing import inline_in_two
from interview.web.settings import Settings, SettingsError
from interview.web.speaking import PairSpeaker, Speaker
from interview.web.visit.sealing import Sealer, derived_key
from interview.web.visit.visit import VisitWriter

EXTENSION = "next_steps"
START = "/"
# Not asked of the machine: a registry that calls scripts plain text would keep browsers from them.
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
VOICES: tuple[Voice, ...] = ("self", "client")


@dataclass(frozen=True)
class StaticFile:
    """A file for browsers, with its hash in the address so that it can be kept for a year."""

    body: bytes
    zipped: bytes
    kind: str
    version: str


class Site:
    """The content, compiled and translated, and the keys."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.content: Content = load(settings.questions)
        self.languages = _ready_languages(self.content, settings)
        self.screening = Screening(self.content)
        self.path = self.screening.path
        self.reader = AnswerReader(self.content)
        self.summarizer = Summarizer(self.screening)
        self.oddities = Oddities(self.screening)
        self.forms = PageForms(self.content.questions)
        self.writer = VisitWriter(self.content, self.reader)
        self.sealer = Sealer(settings.secrets, "walk", settings.seconds)
        self.stamps = [derived_key(secret, "form") for secret in settings.secrets]
        self.speakers = dict(self._speakers())
        self.pairs = dict(self._pairs())
        self.static = {path.name: _static_file(path) for path in sorted(STATIC.iterdir())}
        self.templates = self._templates()
        self.part_of_page = self._parts_of_pages()

    def _speakers(self) -> Iterator[tuple[tuple[str, Voice], Speaker]]:
        for language in self.languages:
            found = translations(translations_beside(self.settings.questions), language)
            for voice in VOICES:
                yield (language, voice), Speaker(self.content, Tongue(language, voice, found))

    def _pairs(self) -> Iterator[tuple[tuple[str, Voice], PairSpeaker]]:
        """Each language with another beneath."""
        for n, language in enumerate(self.languages):
            for voice in VOICES:
                other = self.speakers[self.languages[n - 1], voice]
                tongue = self.speakers[language, voice].tongue
                yield (language, voice), PairSpeaker(self.content, tongue, other)

    def _templates(self) -> Environment:
        made = markup.environment()
        made.auto_reload = False
        made.filters["inline"] = inline_in_two
        made.globals |= {
            "content": self.content,
            "words": self.content.pages,
            "labels": self.content.wording.labels,
            "headings": self.content.wording.headings,
            "languages": self.languages,
            "is_kiosk": self.settings.kiosk,
            "is_changed_copy": not self.settings.are_own_questions,
            "listen_script": Markup(self.static["listen.js"].body.decode()),
            "address_of": {
                name: f"/static/{name}?v={file.version}" for name, file in self.static.items()
            },
        }
        return made

    def _parts_of_pages(self) -> list[int]:
        """The number of the part of each page, both from 0."""
        part_of = {
            question.id: number
            for number, part in enumerate(self.content.interview.parts)
            for question in self.content.parts[part].questions
        }
        return [part_of[page[0].id] for page in self.path.pages]


def current() -> Site:
    """Return the site of the running application."""
    site: Site = current_app.extensions[EXTENSION]
    return site


def _ready_languages(content: Content, settings: Settings) -> tuple[str, ...]:
    """The languages that say everything; our own questions must be complete in all of them."""
    ready = [SOURCE_LANGUAGE]
    for language in LANGUAGES[1:]:
        folder = translations_beside(settings.questions)
        gaps = [gap for gap in texts.gaps(content, folder, language) if gap.kind != "unused"]
        if not gaps:
            ready.append(language)
        elif settings.are_own_questions:
            raise SettingsError(
                f"{len(gaps)} texts have no up-to-date {language} translation. "
                f'First: "{gaps[0].english}". Run: interview texts'
            )
    return tuple(ready)


def _static_file(path: Path) -> StaticFile:
    body = path.read_bytes()
    kind = KINDS[path.suffix]
    deflate = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    zipped = deflate.compress(body) + deflate.flush()
    return StaticFile(body, zipped, kind, hashlib.sha256(body).hexdigest()[:10])
