"""Serves an event in its room: one process, TLS by name, and a fresh process once it is closed."""

import datetime
import ipaddress
import json
import os
import ssl
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from interview.content import Content
from interview.desk.life import EventDesk, Watch
from interview.desk.pages import create_event_app
from interview.desk.serving.authority import AUTHORITY, add_authority
from interview.desk.serving.certificates import read_certificate
from interview.loading import QUESTIONS
from interview.paper import has_press
from interview.web import Server, Settings, SettingsError, encryption, open_server

_LOOPBACK = ("127.0.0.1", "localhost")
_CLOSED = "closed"
# Long enough for the browser that closed to be sent on; then nothing of the day is in memory.
SECONDS_UNTIL_FRESH = 3


@dataclass(frozen=True)
class Serving:
    """How an event is served. `name`: of the certificate; None is what stands in it."""

    host: str = "127.0.0.1"
    port: int = 8443
    name: str | None = None
    certificate: Path | None = None
    key: Path | None = None
    questions: Path | None = None
    language: str | None = None
    contacts: Path | None = None

    @property
    def is_this_machine(self) -> bool:
        """Say whether nobody beyond this machine can ask."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def encrypted(self, today: datetime.date) -> ssl.SSLContext | None:
        """Return what encrypts; raise SettingsError where it is needed and not there."""
        if self.certificate and self.key:
            return encryption(self.certificate, self.key, today)
        if self.certificate or self.key:
            raise SettingsError("--certificate and --key belong together: give both")
        if not self.is_this_machine:
            raise SettingsError(
                f"plain http beyond this machine, at {self.host}: everybody on the network could "
                "read the answers. Make a certificate with: interview event certificate NAME"
            )
        return None

    def hosts(self) -> tuple[str, ...]:
        """Return the names that this server answers to: never any other."""
        if self.certificate is None:
            return _LOOPBACK
        named = self.name or read_certificate(self.certificate)[0]
        return (named, *_LOOPBACK) if self.is_this_machine else (named,)

    def written(self) -> str:
        """Return this for a fresh process; there is no secret in it."""
        return json.dumps({name: str(value) if isinstance(value, Path) else value
                           for name, value in vars(self).items()})  # fmt: skip


def serve_desk(
    desk: EventDesk, content: Content, folder: Path | None = None, **options: object
) -> None:
    """Serve an event until it is stopped; `options` are those of Serving.

    What is missing, such as a certificate, ends the program with a sentence.

    Once the day is closed, this process gives way to a fresh one that only shows what is left:
    what was in its memory is gone with it.
    """
    known = Serving.__dataclass_fields__
    how = Serving(**{name: value for name, value in options.items() if name in known})  # type: ignore[arg-type]
    try:
        server = event_server(desk, how)
    except SettingsError as error:
        raise SystemExit(f"Error: {error}") from None
    watch = Watch(desk)
    watch.start()
    where = folder or desk.store.folder
    # Of practice there is nothing to keep from anybody, and its folder goes with this process.
    if desk.state != _CLOSED and not desk.is_practice:
        threading.Thread(target=_give_way, args=(desk, where, how), daemon=True).start()
    _tell(desk, how, server.ports[0])
    try:
        server.run()
    finally:
        watch.stop()


def event_server(desk: EventDesk, how: Serving) -> Server:
    """Return the server of an event, which has its port; raise SettingsError and OSError."""
    encrypted = how.encrypted(desk.now().date())
    settings = Settings(
        secrets=_secrets(desk),
        language=how.language,
        contacts=how.contacts,
        is_https_required=encrypted is not None,
        hosts=how.hosts(),
        kiosk=True,
        questions=how.questions or QUESTIONS,
    )
    app = create_event_app(desk, settings)
    if how.certificate:
        add_authority(app, how.certificate)
    return open_server(app, how.host, how.port, (), encrypted)


def _secrets(desk: EventDesk) -> tuple[str, ...]:
    """What seals the visits of tablets: of the day's key, so that they outlive a crash, not it."""
    found = desk.secret(b"visits of devices")
    return (found,) if found else ()


def _give_way(desk: EventDesk, folder: Path, how: Serving) -> None:
    """Wait until the day is closed; then become a process that never knew it."""
    while desk.state != _CLOSED:
        time.sleep(1)
    time.sleep(SECONDS_UNTIL_FRESH)
    if desk.store.is_server:
        os._exit(0)
    desk.shut()
    arguments = [sys.executable, "-m", "interview.desk.serving", str(folder), how.written()]
    os.execv(sys.executable, arguments)


def _tell(desk: EventDesk, how: Serving, port: int) -> None:
    """Say on the terminal where the event is, and what kiosks need."""
    if how.certificate is None:
        print(f"Open http://127.0.0.1:{port}/desk on this machine. Stop with Ctrl-C.", flush=True)
    else:
        name, pin = read_certificate(how.certificate)
        address = f"https://{how.name or name}:{port}"
        print(f"The team: {address}/desk   Tablets: {address}/ticket", flush=True)
        print(f"Tablets of the clinic get the authority from {address}{AUTHORITY}")
        print(f"Kiosks of Chromium: --ignore-certificate-errors-spki-list={pin}", flush=True)
    if not has_press():
        print("No press: papers need the extra paper. pip install 'next-steps-interview[paper]'")
    if desk.is_practice:
        print("PRACTICE: nobody here is a real person.", flush=True)
