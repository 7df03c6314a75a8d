"""How the interview is served: secrets, hosts, languages, times."""

import datetime
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from interview.loading import QUESTIONS

SECRET_VARIABLE = "NEXT_STEPS_SECRET"
HOSTS_VARIABLE = "NEXT_STEPS_HOSTS"
HTTPS_VARIABLE = "NEXT_STEPS_HTTPS"
CONTACTS_VARIABLE = "NEXT_STEPS_CONTACTS"
SHORTEST_SECRET = 32
SUB_PATH_VARIABLE = "SCRIPT_NAME"
ROOT_ONLY = (
    "Next Steps works only at the root of a name, such as https://steps.example.org/, "
    "not below another address. Give it a name of its own."
)
# A device that many people share is left alone between them.
KIOSK_MINUTES = 5
KIOSK_LONGEST_MINUTES = 60


class SettingsError(ValueError):
    """A setting that cannot be used; the message says what to set."""


@dataclass(frozen=True)
class Settings:
    """How the interview is served.

    `secrets`: the first one seals, all of them open. Without one, keys are made up that forget the
    past: they end with the process, and what is older than a visit may live opens no more.
    `as_of`: the local date to screen for; None is today, read at each request.
    `language`: the language of people who have not chosen; None follows the browser.
    `minutes`: how long a visit lives without use. `longest_minutes`: how long at most.
    `hosts`: the names that this server answers to; none means any.
    `event_key`: the key of an event, with which its devices open each other's slips; None without.
    `contacts`: the operator's own file; None where nobody is named.
    `leave_to`: where Leave now goes; None is what that file says, or a bare page of our own.
    `is_https_required`: a request that is not encrypted is refused.
    `kiosk`: for a device that many people share: a visit ends sooner, and leads back to the start.
    `started`: the local date of the start; a clock that steps back screens for no earlier one.
    """

    secrets: tuple[str, ...] = field(default=(), repr=False)
    as_of: datetime.date | None = None
    language: str | None = None
    questions: Path = QUESTIONS
    contacts: Path | None = None
    event_key: bytes | None = field(default=None, repr=False)
    minutes: int = 60
    longest_minutes: int = 180
    leave_to: str | None = None
    is_https_required: bool = False
    hosts: tuple[str, ...] = ()
    kiosk: bool = False
    started: datetime.date = field(default_factory=datetime.date.today)

    def today(self) -> datetime.date:
        """Return the date to screen for, local."""
        return self.as_of or max(datetime.date.today(), self.started)

    def begins_at(self) -> float | None:
        """Return where the clock of visits is set; None where only this process reads it."""
        return time.time() if self.secrets else None

    @property
    def seconds(self) -> int:
        """Return how long a visit lives without use, in seconds."""
        return 60 * (min(self.minutes, KIOSK_MINUTES) if self.kiosk else self.minutes)

    @property
    def longest_seconds(self) -> int:
        """Return how long a visit lives at most, in seconds."""
        longest = self.longest_minutes
        return 60 * (min(longest, KIOSK_LONGEST_MINUTES) if self.kiosk else longest)

    @property
    def are_own_questions(self) -> bool:
        """Say whether these are the product's own questions, not somebody's changed copy."""
        return self.questions.resolve() == QUESTIONS.resolve()


def refuse_a_sub_path(environment: Mapping[str, str] = os.environ) -> None:
    """Refuse to start where the environment mounts the site below another address."""
    if path := environment.get(SUB_PATH_VARIABLE, "").strip("/"):
        raise SettingsError(f"{SUB_PATH_VARIABLE} is /{path}. {ROOT_ONLY}")


def secrets_from(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the secrets of the environment, newest first; none where it names none."""
    found = _split(environment.get(SECRET_VARIABLE, ""))
    if any(len(secret) < SHORTEST_SECRET for secret in found):
        raise SettingsError(
            f"{SECRET_VARIABLE}: a secret has at least {SHORTEST_SECRET} characters. "
            "Make one with: python3 -c 'import secrets; print(secrets.token_urlsafe(32))'"
        )
    return found


def hosts_from(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """Return the names that the environment says this server answers to."""
    return _split(environment.get(HOSTS_VARIABLE, ""))


def contacts_from(environment: Mapping[str, str] = os.environ) -> Path | None:
    """Return the file of contacts that the environment names, or None."""
    written = environment.get(CONTACTS_VARIABLE, "").strip()
    return Path(written) if written else None


def https_required_from(environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether the environment says that nothing is served without encryption."""
    written = environment.get(HTTPS_VARIABLE, "").strip().lower()
    if written not in ("", "required"):
        raise SettingsError(f'{HTTPS_VARIABLE}: write "required", or leave it out')
    return written == "required"


def _split(written: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in written.split(",") if item.strip())
