"""Every command of the README runs as pasted, in a fresh clone of what is here."""

import os
import re
import shlex
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from audited import AUDIT

ROOT = Path(__file__).parent.parent
# They need a network, and one of them runs these tests.
LEFT_OUT = ("make run", "make test")
SECONDS_TO_START = 60


def _commands():
    """The lines of the README's sh blocks, without their comments."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for block in re.findall(r"```sh\n(.*?)```", text, re.S):
        for line in block.splitlines():
            command = re.sub(r"\s+#.*", "", line).strip()
            if command and command not in LEFT_OUT:
                yield command


COMMANDS = list(_commands())
SERVING = [command for command in COMMANDS if " serve" in command]


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone as it is after `make dev`, with the interpreter of these tests."""
    folder = tmp_path_factory.mktemp("fresh") / "clone"
    _git(ROOT, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder))
    _as_it_stands_here(folder)
    bin_folder = folder / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    _script(bin_folder / "python", f'exec {shlex.quote(sys.executable)} "$@"')
    _script(bin_folder / "interview", f'exec {shlex.quote(sys.executable)} -m interview "$@"')
    (bin_folder / "activate").write_text('PATH="$PWD/.venv/bin:$PATH"\n', encoding="utf-8")
    for made in (".run", ".dev"):
        (folder / ".venv" / made).touch()
    return folder


def _as_it_stands_here(folder):
    """What is not committed yet is tried too."""
    listed = _git(ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in filter(None, listed.split("\0")):
        here, there = ROOT / name, folder / name
        there.parent.mkdir(parents=True, exist_ok=True)
        there.unlink(missing_ok=True)
        if here.exists():
            there.write_bytes(here.read_bytes())
            there.chmod(here.stat().st_mode)


def _git(folder, *arguments):
    command = ["git", "-c", "safe.directory=*", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def _script(path, line):
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def _started(command, clone):
    environment = {name: value for name, value in os.environ.items() if name != "VIRTUAL_ENV"}
    environment |= {"PYTHONPATH": str(clone), "PATH": f"{clone}/.venv/bin:{os.environ['PATH']}"}
    return subprocess.Popen(
        ["bash", "-c", command], cwd=clone, env=environment, start_new_session=True,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip


def test_the_readme_shows_commands():
    assert {"make dev && . .venv/bin/activate", "interview check"} <= {*COMMANDS}
    assert SERVING


# What takes minutes, or asks of every day, is proved by tests of its own already.
SHORTER = {
    "interview prove": "interview prove --claim both_languages_agree",
    "interview walk": "interview walk --as-of $(date +%F)",
}


@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in SERVING])
def test_a_command_of_the_readme_runs_as_pasted(clone, command):
    for long, short in {} if AUDIT else SHORTER.items():
        command = re.sub(rf"{long}(?= &&|$)", short, command)
    process = _started(command, clone)
    _, errors = process.communicate()
    assert (process.returncode, errors) == (0, "")


@pytest.mark.parametrize("command", SERVING)
def test_a_command_of_the_readme_that_serves_answers_and_stops(clone, command):
    port = re.search(r"--port (\d+)", command)[1]
    process = _started(command, clone)
    try:
        assert _answer(f"http://127.0.0.1:{port}/", process) == 200
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.communicate()


def _answer(address, process):
    """The status of the first answer; a server that ends before it is not waited for."""
    end = time.monotonic() + SECONDS_TO_START
    while process.poll() is None and time.monotonic() < end:
        try:
            with urllib.request.urlopen(address) as response:
                return response.status
        except urllib.error.URLError:
            time.sleep(0.1)
    return None


def test_the_people_of_the_examples_are_all_taken(clone):
    """A refused row would only be told; the samples have none, and nothing odd."""
    for name in ("sign_up_sheet.csv", "people.jsonl"):
        process = _started(f"interview screen questions/examples/{name}", clone)
        printed, errors = process.communicate()
        assert errors == ""
        rows = (ROOT / "questions" / "examples" / name).read_text(encoding="utf-8").splitlines()
        assert len(printed.splitlines()) == len(rows)


def test_every_target_of_make_that_the_readme_names_is_there():
    named = {*re.findall(r"`?make ([a-z]+)", (ROOT / "README.md").read_text(encoding="utf-8"))}
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = {*re.findall(r"^([a-z]+):", makefile, re.M)}
    assert {"run", "test", "quick"} <= named <= targets
