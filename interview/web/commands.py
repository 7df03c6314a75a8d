"""`interview serve`: the pages on this machine, or behind a proxy."""

import datetime
import ipaddress
import os
from pathlib import Path

import click
import waitress  # type: ignore[import-untyped]

from interview.loader import ContentError
from interview.web import create_app
from interview.web.settings import SECRET_VARIABLE, Settings, SettingsError, secrets_from


def serve(
    host: str, port: int, as_of: datetime.date | None, language: str | None, questions: Path
) -> None:
    """Serve the interview until the process is stopped."""
    try:
        secrets = secrets_from()
        app = create_app(
            Settings(secrets=secrets, as_of=as_of, language=language, questions=questions)
        )
    except (ContentError, SettingsError) as error:
        raise click.ClickException(f"the interview cannot be served:\n{error}") from None
    click.echo(f"Open http://{_reachable(host)}:{port}/ in a browser. Stop with Ctrl-C.")
    if not os.environ.get(SECRET_VARIABLE):
        click.echo(f"{SECRET_VARIABLE} is not set: visits end when this server stops.", err=True)
    if not _is_this_machine(host):
        click.echo(
            "Warning: plain http beyond this machine. Anyone on the network can read the answers. "
            "Put a proxy with TLS in front.",
            err=True,
        )
    waitress.serve(app, host=host, port=port, threads=4, ident=None, _quiet=True)


def _reachable(host: str) -> str:
    shown = "127.0.0.1" if host in ("0.0.0.0", "::", "") else host
    return f"[{shown}]" if ":" in shown else shown


def _is_this_machine(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
