"""Debian's PostgreSQL as a cluster of the tests' own: in a folder that goes, on a socket alone."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_FOUND = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
IN_CI = os.environ.get("CI") == "true"
HAS_POSTGRES = bool(_FOUND)
# A test of days on this server.
POSTGRES = pytest.param(
    "postgresql",
    marks=pytest.mark.skipif(not HAS_POSTGRES and not IN_CI, reason="there is no PostgreSQL here"),
)


class Cluster:
    """A server that runs, and its folder of data."""

    def __init__(self, home: Path) -> None:
        self.home, self.data = home, home / "data"

    def url(self, database: str) -> str:
        return f"postgresql://clinic@/{database}?host={self.home}"

    def make_database(self, name: str) -> str:
        self._run("createdb", "-h", str(self.home), "-U", "postgres", "-O", "clinic", name)
        return self.url(name)

    def make_user(self) -> None:
        """A user who owns databases, and nothing of the server, as an organisation has one."""
        self._run("createuser", "-h", str(self.home), "-U", "postgres", "clinic")

    def start(self, *settings: str) -> None:
        options = " ".join(
            f"-c {one}"
            for one in ("listen_addresses=''", f"unix_socket_directories={self.home}", *settings)
        )
        log = str(self.home / "log")
        self._run("pg_ctl", "-D", str(self.data), "-w", "-l", log, "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        self._run("pg_ctl", "-D", str(self.data), "-w", "-m", mode, "stop")

    def make(self) -> None:
        self._run("initdb", "-D", str(self.data), "-U", "postgres", "-A", "trust", "--no-sync")

    def _run(self, program: str, *options: str) -> None:
        command = [str(_FOUND[-1].with_name(program)), *options]
        if os.getuid() == 0:
            # PostgreSQL refuses to run as root.
            command = ["runuser", "-u", "postgres", "--", *command]
        # A server that lives on would hold the end of a pipe open.
        nowhere = subprocess.DEVNULL
        subprocess.run(command, check=True, stdout=nowhere, stderr=nowhere, timeout=60, cwd="/")


@contextmanager
def running_cluster(*settings: str) -> Iterator[Cluster]:
    assert HAS_POSTGRES, "PostgreSQL is needed in CI: install Debian's package postgresql"
    # A path of a socket is short, and another user must get in.
    home = Path(tempfile.mkdtemp(prefix="desk-pg-", dir="/tmp"))
    if os.getuid() == 0:
        owner = pwd.getpwnam("postgres")
        os.chown(home, owner.pw_uid, owner.pw_gid)
    cluster = Cluster(home)
    try:
        cluster.make()
        cluster.start(*settings)
        try:
            cluster.make_user()
            yield cluster
        finally:
            cluster.stop("immediate")
    finally:
        shutil.rmtree(home)
