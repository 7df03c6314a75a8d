"""`interview serve`: the pages on this machine, or behind a proxy."""

import datetime
import ipaddress
import os
import socket
import ssl
import zoneinfo
from pathlib import Path

import click

from interview.cli.parameters import (
    DateParameter,
    LanguageParameter,
    with_contacts,
    with_questions,
)
from interview.loading import QUESTIONS, ContentError
from interview.paper import NoEventKey, new_event_key, read_event_key
from interview.web import (
    CONTACTS_VARIABLE,
    HOSTS_VARIABLE,
    HTTPS_VARIABLE,
    KIOSK_MINUTES,
    SECRET_VARIABLE,
    Settings,
    SettingsError,
    contacts_from,
    create_app,
    encryption,
    hosts_from,
    https_required_from,
    networks,
    open_server,
    secrets_from,
)

ZONE_VARIABLE = "TZ"
EXAMPLE = QUESTIONS / "examples" / "contacts.yaml"
PEM_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen.")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option(
    "--as-of",
    type=DateParameter(),
    help="Screen as of this day. [default: today by this machine's clock, in the time zone TZ]",
)
@click.option(
    "--lang", "language", type=LanguageParameter(), help="First language. [default: browser's]"
)
@click.option("--kiosk", is_flag=True, help="For a device that many people share.")
@click.option("--certificate", type=PEM_FILE, help="Speak https with this certificate, and --key.")
@click.option("--key", type=PEM_FILE, help="The certificate's key.")
@click.option(
    "--trusted-proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="Believe its X-Forwarded-Proto, as that of a proxy on this machine.",
)
@click.option("--event-key", type=click.Path(dir_okay=False, path_type=Path),
              help="The key of an event, in a file; made where there is none.")  # fmt: skip
@with_contacts
@with_questions
def serve(
    host: str,
    port: int,
    certificate: Path | None,
    key: Path | None,
    proxies: tuple[str, ...],
    as_of: datetime.date | None,
    language: str | None,
    kiosk: bool,
    event_key: Path | None,
    contacts: Path | None,
    questions: Path,
) -> None:
    """Serve the interview as web pages, on this machine unless told otherwise."""
    _refuse_no_time_zone(os.environ.get(ZONE_VARIABLE, ""))
    try:
        encrypted = _encryption(certificate, key)
        trusted = networks(proxies)
        settings = Settings(
            secrets=secrets_from(),
            as_of=as_of,
            language=language,
            questions=questions,
            kiosk=kiosk,
            contacts=contacts or contacts_from(),
            event_key=_event_key(event_key),
            hosts=hosts_from() or _own_names(host),
            is_https_required=https_required_from(),
        )
        app = create_app(settings)
    except (ContentError, NoEventKey, SettingsError) as error:
        raise click.ClickException(f"the interview cannot be served:\n{error}") from None
    _refuse_taken(host, port)
    server = open_server(app, host, port, trusted, encrypted)
    scheme = "https" if encrypted else "http"
    click.echo(f"Open {scheme}://{_reachable(host)}:{port}/ in a browser. Stop with Ctrl-C.")
    _say(settings)
    if not encrypted:
        _warn_of_plain_http(host, settings, bool(trusted))
    server.run()


def _encryption(certificate: Path | None, key: Path | None) -> ssl.SSLContext | None:
    if certificate and key:
        return encryption(certificate, key, datetime.date.today())
    if certificate or key:
        raise SettingsError("--certificate and --key belong together: give both")
    return None


def _event_key(path: Path | None) -> bytes | None:
    """Read the key of an event, or make one where the file is not there yet."""
    if path is None:
        return None
    if path.exists():
        return read_event_key(path)
    click.echo(f"A new key of an event: {path}. Copy it to the other devices; erase it at the end.")
    return new_event_key(path)


def _say(settings: Settings) -> None:
    """Say what an operator should know of the settings."""
    click.echo(_day_that_counts(settings.as_of))
    if settings.kiosk:
        click.echo(f"Kiosk: cleared after {KIOSK_MINUTES} minutes without use, back at the start.")
    if settings.contacts is None:
        click.echo(_nobody_to_call(), err=True)
    if not os.environ.get(SECRET_VARIABLE):
        click.echo(f"{SECRET_VARIABLE} is not set: visits end when this server stops.", err=True)
    if settings.hosts:
        answers_as = ", ".join(settings.hosts)
        click.echo(f"Answers as {answers_as}. {HOSTS_VARIABLE} names others.", err=True)


def _warn_of_plain_http(host: str, settings: Settings, is_behind_a_proxy: bool) -> None:
    if settings.is_https_required:
        click.echo(f"{HTTPS_VARIABLE} is required: only a proxy that speaks https is answered.",
                   err=True)  # fmt: skip
    elif not _is_this_machine(host) and not is_behind_a_proxy:
        click.echo(
            "Warning: plain http beyond this machine. Anyone on the network can read the answers. "
            "Give it a --certificate and --key, or put a proxy with TLS in front.",
            err=True,
        )


def _nobody_to_call() -> str:
    return (
        "No --contacts: the pages name nobody to call and nobody who runs this. Copy "
        f"{EXAMPLE}, and name the copy with --contacts or {CONTACTS_VARIABLE}."
    )


def _day_that_counts(as_of: datetime.date | None) -> str:
    """Say as of which day people are screened, and by which clock."""
    if as_of is not None:
        return f"Screens as of {as_of}, every day: --as-of says so."
    now = datetime.datetime.now().astimezone()
    return (
        f"Screens as of today: {now.date()}, {now:%H:%M} by this machine's clock ({now.tzname()}). "
        f"The day changes at its midnight. {ZONE_VARIABLE} sets the time zone, such as "
        f"{ZONE_VARIABLE}=America/Chicago."
    )


def _refuse_no_time_zone(name: str) -> None:
    """End with a sentence where a time zone is named that is none: it would be UTC, unsaid."""
    # The other way to write one, such as CST6CDT, has a digit in it.
    if not name or any(letter.isdigit() for letter in name):
        return
    try:
        zoneinfo.ZoneInfo(name.removeprefix(":"))
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        raise click.ClickException(
            f"{ZONE_VARIABLE} is {name!r}, and this machine knows no such time zone. "
            f"Write it such as {ZONE_VARIABLE}=America/Chicago, or leave it out"
        ) from None


def _refuse_taken(host: str, port: int) -> None:
    """End with a sentence where nothing can listen, before an address is told."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        socket.create_server((host, port), family=family).close()
    except OSError as error:
        raise click.ClickException(
            f"cannot listen on {host}, port {port}: {error.strerror or error}. "
            "Choose another --port, or a --host of this machine"
        ) from None


def _own_names(host: str) -> tuple[str, ...]:
    """Return what a server for this machine alone is called; none means any name."""
    return ("127.0.0.1", "localhost") if host in ("127.0.0.1", "localhost") else ()


def _reachable(host: str) -> str:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host
    return f"[{shown}]" if ":" in shown else shown


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
