"""When the lines of a file were last changed, as far as git knows; blank outside a checkout."""

import datetime
import subprocess
from pathlib import Path

_NOT_COMMITTED = "0" * 40


class LastChanged:
    """The dates of a file's lines; asks git once for each file."""

    def __init__(self, folder: Path, not_committed: str) -> None:
        self.folder = folder
        self.not_committed = not_committed
        self._lines: dict[str, list[str]] = {}

    def between(self, file: str, first: int, last: int) -> str:
        """Return the newest date of some lines (from 1), or an empty text.

        `file` is relative to the folder that holds the questions folder.
        """
        if file not in self._lines:
            self._lines[file] = self._blame(file)
        dates = self._lines[file][first - 1 : last]
        if self.not_committed in dates:
            return self.not_committed
        return max(dates, default="")

    def _blame(self, file: str) -> list[str]:
        try:
            done = subprocess.run(
                ["git", "blame", "--line-porcelain", "--", file],
                cwd=self.folder, capture_output=True, text=True, check=False,
            )  # fmt: skip
        except OSError:
            # No git on this machine: the page says nothing about changes.
            return []
        return self._dates(done.stdout) if done.returncode == 0 else []

    def _dates(self, porcelain: str) -> list[str]:
        found, commit, when = [], "", ""
        for line in porcelain.splitlines():
            word, _, rest = line.partition(" ")
            if line.startswith("\t"):
                found.append(self.not_committed if commit == _NOT_COMMITTED else when)
            elif len(word) == 40:
                commit = word
            elif word == "author-time":
                moment = datetime.datetime.fromtimestamp(int(rest), datetime.UTC)
                when = moment.date().isoformat()
        return found
