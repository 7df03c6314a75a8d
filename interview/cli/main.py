"""The command line: one module a command, each loaded only when it is called."""

import contextlib
import importlib
import io
import os
import sys
from typing import Any, NoReturn

import click

from interview.cli.parameters import NOTHING_READ, SOME_REFUSED, printable, stop
from interview.loading import ContentError

# Where the name of a command says too little in Python, its function has another.
FUNCTIONS = {
    "event": "run_event", "map": "draw_map", "tally": "count_people", "texts": "update_texts",
}  # fmt: skip
# Each command is a module of its name, in its room.
ROOMS = {
    "screen": "", "cases": "authoring", "check": "authoring", "prove": "authoring",
    "diff": "authoring", "walk": "", "map": "authoring", "review": "authoring",
    "mutate": "authoring", "texts": "authoring", "schema": "authoring", "cache": "authoring",
    "pack": "papers", "unpack": "papers", "paper": "papers", "sheet": "papers", "event": "",
    "serve": "", "rescreen": "tables", "tally": "tables", "sql": "tables",
}  # fmt: skip


class _Unusable(click.ClickException):
    """Files that a command cannot use."""

    exit_code = NOTHING_READ


class _Group(click.Group):
    """Loads a command when it is called, so that screening need not wait for the others.

    Every command may meet a broken file of translations, a folder where it cannot write, or a
    full disk under its standard output, and says so.
    """

    def main(self, *args: Any, **kwargs: Any) -> Any:
        if sys.stdout is None and sys.argv[1:2] != ["serve"]:
            stop("standard output is closed, so nothing can be printed. Open it, or use a file")
        try:
            try:
                return super().main(*args, **kwargs)
            finally:
                # What is not out by now would fail only after the status is told.
                if sys.stdout is not None:
                    sys.stdout.flush()
        except OSError as error:
            _give_up(error)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(ROOMS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in ROOMS:
            return None
        room = f"{ROOMS[cmd_name]}.".lstrip(".")
        module = importlib.import_module(f"interview.cli.{room}{cmd_name}")
        command: click.Command = getattr(module, FUNCTIONS.get(cmd_name, cmd_name))
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except ContentError as error:
            raise _Unusable(printable(str(error))) from None


def _give_up(error: OSError) -> NoReturn:
    """Say which file cannot be read or written; without a name it is the standard output."""
    why = error.strerror or str(error)
    if error.filename is not None:
        stop(
            f"{error.filename}: cannot be read or written: {why}. Look at the folder and its rights"
        )
    _leave_stdout()
    if isinstance(error, BrokenPipeError):
        # Whoever reads the results has seen enough; nothing is wrong.
        raise SystemExit(SOME_REFUSED)
    stop(f"what comes out cannot be written: {why}. Not all of it is there", NOTHING_READ)


def _leave_stdout() -> None:
    """Let nothing more be tried on a standard output that has failed."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="next-steps-interview")
def main() -> None:
    """Next Steps: a guided legal interview. Information, not legal advice."""
    # Results are UTF-8 wherever they go, also into a file on Windows.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
