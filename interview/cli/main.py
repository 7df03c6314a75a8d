"""The command line: one module a command, each loaded only when it is called."""

import importlib
import io
import sys
from typing import Any

import click

from interview.loading import ContentError

# Each command is a module of its name; where the name says too little in Python, its function.
FUNCTIONS = {"map": "draw_map", "texts": "update_texts"}
COMMANDS = (
    "screen", "cases", "check", "prove", "diff", "walk", "map", "review", "mutate", "texts",
    "schema", "pack", "unpack", "serve",
)  # fmt: skip


class _Group(click.Group):
    """Loads a command when it is called, so that screening need not wait for the others.

    Every command may meet a broken file of translations, and says where it is broken.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"interview.cli.{cmd_name}")
        command: click.Command = getattr(module, FUNCTIONS.get(cmd_name, cmd_name))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ContentError as error:
            raise click.ClickException(str(error)) from None


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="next-steps-interview")
def main() -> None:
    """Next Steps: a guided legal interview. Information, not legal advice."""
    # Results are UTF-8 wherever they go, also into a file on Windows.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
