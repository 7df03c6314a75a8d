"""`interview event`: a screening day of a clinic, from its plan to what is left of it."""

import importlib

import click

from interview.cli.parameters import stop

# Each part of an event with the module and the function that do it.
PARTS = {
    "plan": ("plan", "plan"),
    "cards": ("plan", "cards"),
    "tickets": ("plan", "tickets"),
    "certificate": ("certificate", "certificate"),
    "open": ("run", "open_event"),
    "status": ("run", "status"),
    "close": ("run", "close"),
    "practice": ("run", "practice"),
}
_EXTRA = ("sqlalchemy", "alembic", "argon2")


class _Parts(click.Group):
    """Loads a part when it is called: an event needs packages that screening does not."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(PARTS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in PARTS:
            return None
        module, function = PARTS[cmd_name]
        try:
            found = importlib.import_module(f"interview.cli.event.{module}")
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] not in _EXTRA:
                raise
            stop(
                "an event needs one more part of this program. Install it:"
                " pip install 'next-steps-interview[event]'"
            )
        command: click.Command = getattr(found, function)
        return command


@click.group("event", cls=_Parts)
def run_event() -> None:
    """Run a screening day: tickets, cards and a queue. It keeps numbers, and no answers."""
