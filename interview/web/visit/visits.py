"""The keys and the writing of visits, prepared once: what is sealed, opened and marked."""

import hmac
import time
from hashlib import sha256

from flask import Flask, current_app

from interview.web.site import Site
from interview.web.visit.sealing import Broken, Expired, Sealer, derived_key
from interview.web.visit.visit import NoVisit, Visit, VisitWriter

_EXTENSION = "next_steps visits"
# The word that cookies were always sealed for: another one would end every open visit.
PURPOSE = "walk"


class EndedVisit(ValueError):
    """A token that gives no visit; `language` is what an old one still says."""

    def __init__(self, language: str | None) -> None:
        self.language = language
        super().__init__("this visit has ended")


class Visits:
    """Seals visits into tokens, opens them again, and marks the forms of each."""

    def __init__(self, site: Site) -> None:
        settings = site.settings
        self.writer = VisitWriter(site.content, site.reader, site.languages)
        self.sealer = Sealer(settings.secrets, PURPOSE, settings.seconds)
        self._form_keys = [derived_key(secret, "form") for secret in settings.secrets]

    def add_to(self, app: Flask) -> None:
        """Let requests of an application find these visits."""
        app.extensions[_EXTENSION] = self

    def seal(self, visit: Visit) -> str:
        """Return the token of a visit, good from now on."""
        return self.sealer.seal(self.writer.write(visit), int(time.time()))

    def open(self, token: str) -> Visit:
        """Return the visit in a token; raise EndedVisit."""
        try:
            return self.writer.read(self.sealer.open(token, int(time.time())))
        except Expired as expired:
            raise EndedVisit(self._language_of(expired.plain)) from None
        except (Broken, NoVisit):
            raise EndedVisit(None) from None

    def _language_of(self, plain: bytes) -> str | None:
        try:
            return self.writer.read(plain).language
        except NoVisit:
            return None

    def seconds_left(self, token: str) -> int:
        """Return how long a token that was opened stays good."""
        return max(0, self.sealer.seconds_left(token, int(time.time())))

    def form_token(self, visit: Visit) -> str:
        """Return what our own forms carry, for browsers that do not say where a form came from."""
        return _mark(self._form_keys[0], visit)

    def is_form_token(self, posted: str, visit: Visit) -> bool:
        """Say whether a form of ours carries this, also one made before a secret was rotated."""
        given = posted.encode()
        marks = [_mark(key, visit).encode() for key in self._form_keys]
        return any([hmac.compare_digest(given, mark) for mark in marks])


def current_visits() -> Visits:
    """Return the visits of the running application."""
    visits: Visits = current_app.extensions[_EXTENSION]
    return visits


def _mark(key: bytes, visit: Visit) -> str:
    return hmac.new(key, visit.key.encode(), sha256).hexdigest()[:32]
