"""A questions folder as it stands, or as it stood in a git revision, ready to screen people."""

import datetime
import subprocess
import tarfile
import tempfile
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from interview.authoring.prover.vocabulary import Concluded, concluded
from interview.content import Content
from interview.files import CaseRunner
from interview.loading import load
from interview.screening import AnswerReader, Result, Screening


class NoEdition(Exception):
    """A folder or revision that cannot be read; the message says what to do."""


class NotTaken(ValueError):
    """An answer that an edition's question does not take."""


@dataclass(frozen=True)
class Edition:
    """One edition of the questions and rules."""

    content: Content

    @cached_property
    def reader(self) -> AnswerReader:
        """Read what a facts file may say."""
        return AnswerReader(self.content)

    @cached_property
    def screening(self) -> Screening:
        """Screen with this edition's rules."""
        return Screening(self.content)

    def screen(
        self,
        written: Mapping[str, Any],
        as_of: datetime.date,
        reached: Collection[str] | None = None,
    ) -> Result:
        """Screen a person; answers to questions that this edition does not ask are left out."""
        asked = {fact: value for fact, value in written.items() if fact in self.reader.questions}
        answers, refused = self.reader.read_all(asked)
        if refused:
            raise NotTaken(f"{refused[0][0]}: {refused[0][1]}")
        return self.screening.screen(answers, as_of, reached)

    def conclude(
        self,
        written: Mapping[str, Any],
        as_of: datetime.date,
        reached: Collection[str] | None = None,
    ) -> Concluded:
        """Return what the real evaluator concludes of a person, by name."""
        return concluded(self.content, self.screen(written, as_of, reached))

    def expected(self, written: Mapping[str, Any], as_of: datetime.date) -> dict[str, Any]:
        """Return what the real evaluator concludes, in the words of a worked case."""
        runner = CaseRunner(self.screening, self.reader)
        return runner.outcome(self.screen(written, as_of))


def read_edition(place: str, folder_name: str = "questions") -> Edition:
    """Read a folder, or a git revision of the folder here; raise NoEdition or ContentError."""
    path = Path(place)
    if path.is_dir():
        return Edition(load(path))
    with tempfile.TemporaryDirectory() as folder:
        _unpack(place, folder_name, Path(folder))
        return Edition(load(Path(folder) / folder_name))


def _unpack(revision: str, folder_name: str, target: Path) -> None:
    try:
        found = subprocess.run(
            ["git", "archive", "--format=tar", "--end-of-options", revision, folder_name],
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise NoEdition(f"{revision} is no folder, and git is not here to look for it") from None
    if found.returncode:
        why = found.stderr.decode(errors="replace").strip()
        raise NoEdition(f"{revision} is no folder and no git revision with {folder_name}/: {why}")
    with tarfile.open(fileobj=BytesIO(found.stdout)) as archive:
        archive.extractall(target, filter="data")
