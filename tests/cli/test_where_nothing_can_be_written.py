"""Folders that cannot be written, full disks, closed pipes: a sentence, and the right status."""

import builtins
import errno
import io
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from itertools import chain
from pathlib import Path

import click
import pytest

from interview.cli.main import main
from interview.loading import QUESTIONS, TRANSLATIONS

# The parts of an event are commands of their own: tests/desk/test_event_command.py.
COMMANDS = [name for name in main.list_commands(click.Context(main)) if name != "event"]
WRITING = re.compile("[wax+]")


@pytest.fixture
def copy(tmp_path):
    """A copy of the questions, with its translations beside it."""
    shutil.copytree(TRANSLATIONS, tmp_path / "translations")
    return Path(shutil.copytree(QUESTIONS, tmp_path / "questions"))


@pytest.fixture
def read_only(monkeypatch):
    """Nothing on this machine can be written, as on a disk that is mounted to be read."""

    def refuse(path):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))

    opened, made = io.open, os.open

    def open_file(file, mode="r", *args, **kwargs):
        if isinstance(file, str | os.PathLike) and WRITING.search(mode):
            refuse(file)
        return opened(file, mode, *args, **kwargs)

    def open_descriptor(path, flags, *args, **kwargs):
        if flags & (os.O_WRONLY | os.O_RDWR) and str(path) != os.devnull:
            refuse(path)
        return made(path, flags, *args, **kwargs)

    monkeypatch.setattr(builtins, "open", open_file)
    monkeypatch.setattr(io, "open", open_file)
    monkeypatch.setattr(os, "open", open_descriptor)
    monkeypatch.setattr(os, "mkdir", lambda path, *args, **kwargs: refuse(path))


def is_a_sentence(result):
    """A sentence on standard error, and no traceback behind it."""
    assert isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return re.search(r": (this file )?cannot be (read or )?written", result.stderr) is not None


# ---------------------------------------------------------------- folders that cannot be written

# What each command writes; a command that is not here writes nothing.
WRITES = {
    "texts": [["texts"], ["texts", "--confirm", "--by", "M.R.", "--role", "translator"],
              ["texts", "--pseudo", "new"]],
    "schema": [["schema", "--write"]],
    "check": [["check", "--accept"]],
    "cases": [["cases", "--accept"]],
    "review": [["review", "--sign", "flags/detained", "--by", "AB, attorney"]],
}  # fmt: skip
# Options that look as if they wrote, by the words of their help.
SAYS_THAT_IT_WRITES = re.compile(r"\b(write|confirm|sign)\b", re.IGNORECASE)


def _prepared(copy, command):
    """A copy in which a command has something to write."""
    if command == "cases":
        cases = copy / "cases" / "oddities.yaml"
        text = cases.read_text("utf-8").replace("level: unknown", "level: none", 1)
        cases.write_text(text, "utf-8")
        return
    flags = copy / "flags.yaml"
    text = flags.read_text("utf-8").replace("urgency: soon", "urgency: before", 1)
    flags.write_text(text, "utf-8")
    (copy / "schemas" / "flags.json").write_text("{}\n", "utf-8")
    (copy / "manifest.yaml").write_text("flags: []\n", "utf-8")
    confirmed = copy.parent / "translations" / "es" / "confirmed.yaml"
    confirmed.write_text("confirmed: []\n", "utf-8")
    (copy.parent / "translations" / "messages.pot").write_text("", "utf-8")


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "arguments", [one for each in WRITES.values() for one in each], ids=" ".join
)
def test_a_command_that_cannot_write_says_which_file_and_why(
    runner, copy, read_only_later, arguments
):
    _prepared(copy, arguments[0])
    read_only_later()
    result = runner.invoke(main, [*arguments, "--questions", str(copy)], input="y\n" * 5_000)
    assert is_a_sentence(result), result.output[-500:]
    assert "Read-only file system" in result.stderr
    assert result.exit_code == 2


@pytest.fixture
def read_only_later(request):
    """Let a test write first what it needs."""
    return lambda: request.getfixturevalue("read_only")


def _some(one):
    """What may stand for an argument, or for an option with its name."""
    value = "x"
    if isinstance(one.type, click.Choice):
        value = one.type.choices[0]
    elif isinstance(one.type, click.Path) and one.type.exists:
        value = __file__
    return [value] if isinstance(one, click.Argument) else [one.opts[0], value]


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_can_forget_to_say_that_a_file_cannot_be_written(runner, monkeypatch, name):
    command = main.get_command(click.Context(main), name)

    def cannot(**_):
        raise PermissionError(errno.EACCES, "Permission denied", "/a/new/file")

    monkeypatch.setattr(command, "callback", cannot)
    needed = [_some(one) for one in command.params if one.required]
    result = runner.invoke(main, [name, *chain(*needed)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "/a/new/file: cannot be read or written: Permission denied. "
        "Look at the folder and its rights\n"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_that_writes_is_tried(name):
    command = main.get_command(click.Context(main), name)
    says = [
        option
        for option in command.params
        if isinstance(option, click.Option) and SAYS_THAT_IT_WRITES.search(option.help or "")
    ]
    tried = {word for arguments in WRITES.get(name, []) for word in arguments}
    assert [o.opts[0] for o in says if o.is_flag and o.opts[0] not in tried] == []


# ---------------------------------------------------------------- a translation as editors save it


@pytest.mark.parametrize("begin", ["", "\ufeff"], ids=["plain", "with a mark"])
def test_a_translation_is_read_with_a_mark_and_with_accents_apart(runner, copy, begin):
    path = copy.parent / "translations" / "es" / "LC_MESSAGES" / "messages.po"
    text = unicodedata.normalize("NFD", path.read_text("utf-8"))
    path.write_text(begin + text, "utf-8")
    arguments = ["screen", "-", "--lang", "es", "--questions", str(copy)]
    result = runner.invoke(main, arguments, input="detained: yes")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "detenci\u00f3n" in result.stdout
    assert runner.invoke(main, ["texts", "--questions", str(copy)]).exit_code == 0


# ---------------------------------------------------------------- standard output


def _shell(command, folder):
    """Run a command in a shell, as people do."""
    interview = f"{sys.executable} -m interview"
    whole = command.replace("interview ", f"{interview} ", 1)
    environment = {**os.environ, "PYTHONPATH": str(QUESTIONS.parent)}
    return subprocess.run(
        ["bash", "-c", whole], cwd=folder, env=environment, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


@pytest.fixture
def people(tmp_path):
    (tmp_path / "person.yaml").write_text("detained: yes\n")
    (tmp_path / "sheet.csv").write_text("id,detained\n1,yes\n")
    (tmp_path / "people.jsonl").write_text('{"id": 1, "detained": "yes"}\n' * 600)
    return tmp_path


PRINTING = [
    "interview screen person.yaml", "interview screen sheet.csv",
    "interview screen people.jsonl --processes 2", "interview schema facts", "interview --help",
]  # fmt: skip


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk that is always full")
@pytest.mark.parametrize("command", PRINTING)
def test_a_full_disk_is_a_sentence_and_status_2_and_blames_no_file(people, command):
    result = _shell(f"{command} > /dev/full", people)
    assert result.returncode == 2
    [said] = [line for line in result.stderr.splitlines() if "odd:" not in line]
    assert said == (
        "what comes out cannot be written: No space left on device. Not all of it is there"
    )


@pytest.mark.parametrize("command", PRINTING)
def test_a_closed_output_is_a_sentence_and_status_2(people, command):
    result = _shell(f"{command} >&-", people)
    assert (result.returncode, result.stderr) == (
        2, "standard output is closed, so nothing can be printed. Open it, or use a file\n"
    )  # fmt: skip


def test_a_closed_input_is_a_sentence_and_status_2(people):
    result = _shell("interview screen - <&-", people)
    assert (result.returncode, result.stderr) == (
        2, "standard input is closed. Name a file, or open it\n"
    )  # fmt: skip


def test_whoever_has_seen_enough_is_no_error_to_tell(people):
    result = _shell("interview screen people.jsonl 2> said | head -1", people)
    assert json.loads(result.stdout)["id"] == 1
    assert "Traceback" not in (people / "said").read_text()


@pytest.mark.parametrize("where", ["/dev/full", "&-"])
def test_a_standard_error_that_fails_hides_no_result_and_no_status(people, where):
    (people / "sheet.csv").write_text("id,detained\n1,yes\n2,maybe\n")
    result = _shell(f"interview screen sheet.csv 2>{where}", people)
    assert (result.returncode, len(result.stdout.splitlines())) == (1, 2)


# ---------------------------------------------------------------- processes


@pytest.mark.skipif(not Path("/proc").exists(), reason="processes are listed otherwise here")
def test_no_process_lives_on_with_answers_when_the_main_one_is_killed(tmp_path):
    arguments = [sys.executable, "-m", "interview", "screen", "-", "--input", "jsonl",
                 "--processes", "2"]  # fmt: skip
    environment = {**os.environ, "PYTHONPATH": str(QUESTIONS.parent)}
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env=environment,
    ) as run:  # fmt: skip
        run.stdin.write(b'{"id": 1, "detained": "yes"}\n' * 3_000)
        run.stdin.flush()
        workers = _wait_for(lambda: _workers_of(run.pid))
        run.send_signal(signal.SIGKILL)
        run.wait()
    assert _wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in workers))


def _workers_of(parent):
    """The processes that a process has spawned to screen."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = status.read_text().rpartition(")")[2].split()
            command = (status.parent / "cmdline").read_text()
        except OSError:
            continue
        if int(after_name[1]) == parent and "spawn_main" in command:
            found.append(int(status.parent.name))
    return found if len(found) == 2 else []


def _wait_for(happened, seconds=20):
    until = time.monotonic() + seconds
    while not (found := happened()) and time.monotonic() < until:
        time.sleep(0.05)
    return found
