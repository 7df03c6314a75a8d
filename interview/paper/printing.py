"""Papers as files, by a press that runs beside the server and ends with each paper."""

import base64
import importlib.util
import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

PRESS = Path(__file__).with_name("press.py")
DOCX_PRESS = Path(__file__).with_name("docx_press.py")
# A paper takes less than a second; what takes as long as this has gone wrong.
_MOST_SECONDS = 60
# One at a time: a press takes some 100 MB while it runs.
_AT_THE_PRESS = threading.Lock()
# Who waits longer is told so, and keeps no thread of the server from somebody with a question.
_MOST_WAITING = 10


class Busy(RuntimeError):
    """Too many papers or slips are made at once: in a moment there is room again."""


class NoPress(RuntimeError):
    """Papers cannot be printed here: what prints them is not installed."""


class PressError(RuntimeError):
    """The press could not print a paper; the message is what it said."""


def has_press() -> bool:
    """Say whether what prints papers is installed: the extra "paper"."""
    return importlib.util.find_spec("typst") is not None


def print_pdf(form: str, data: dict[str, Any]) -> bytes:
    """Return a form, filled in with data, as a PDF file: PDF/UA-1, and the same bytes each time.

    `form`: the name of a file in forms/. `data`: what JSON can say. Raises NoPress where the
    extra "paper" is not installed, Busy, and PressError with what the press said.
    """
    return _printed(PRESS, form, {"form": form, "data": data}, "typst")


def print_docx(data: dict[str, Any], base: bytes | None = None) -> bytes:
    """Return blocks of text as a DOCX file: the same bytes each time, and nothing of who made it.

    `base`: a letterhead, a DOCX file. Raises what print_pdf does.
    """
    head = base64.b64encode(base).decode() if base else None
    return _printed(DOCX_PRESS, data["title"], {"data": data, "base": head}, "docx")


def _printed(press: Path, name: str, order: dict[str, Any], library: str) -> bytes:
    if importlib.util.find_spec(library) is None:
        raise NoPress('to print papers, install the extra "paper": pip install ".[paper]"')
    if not _AT_THE_PRESS.acquire(timeout=_MOST_WAITING):
        raise Busy("many papers are made at once. Try again in a moment")
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(press)],
            input=json.dumps(order).encode(),
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise PressError(f"{name} was not printed in {_MOST_SECONDS} seconds") from None
    finally:
        _AT_THE_PRESS.release()
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise PressError(f"{name} cannot be printed: {said[-1] if said else done.returncode}")
    return done.stdout
