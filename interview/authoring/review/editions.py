"""What an edition of the content said, kept as digests: what is new or changed since then."""

import datetime
import hashlib
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from interview.authoring.review.signatures import names_on_the_way, rows
from interview.loading import Place, QuestionsFolder, read_text, write_whole

FOLDER = "editions"
_HEAD = """\
# What an edition said, a digest for each entry that a lawyer signs; review --record wrote it.
# interview review marks what is new or changed since the newest edition.
"""
Since = Literal["new", "changed", "same"]


@dataclass(frozen=True)
class RecordedEdition:
    """An edition of the content: its name, its day (local date), a digest of each entry."""

    name: str
    on: datetime.date
    entries: dict[str, str]

    def since(self, name: str, digest: str) -> Since:
        """Say whether an entry is new, changed or the same since this edition.

        A question that moved to another part is what it was.
        """
        kind, _, own = name.partition("/")
        moved = f"/{own.rpartition('/')[2]}"
        before = self.entries.get(name) or next(
            (
                said
                for other, said in self.entries.items()
                if kind == "parts" and other.startswith("parts/") and other.endswith(moved)
            ),
            None,
        )
        if before is None:
            return "new"
        return "same" if before == digest else "changed"


def recorded(questions: Path) -> list[RecordedEdition]:
    """Return the editions that were recorded, the newest last."""
    found = []
    for path in sorted((questions / FOLDER).glob("*.yaml")):
        data = read_text(path.read_text(encoding="utf-8"), path.name).data
        found.append(
            RecordedEdition(path.stem, datetime.date.fromisoformat(data["on"]), data["entries"])
        )
    return sorted(found, key=lambda edition: edition.on)


def record(questions: Path, reading: QuestionsFolder, name: str, on: datetime.date) -> Path:
    """Write down what every entry says now; return the file. Raise ContentError."""
    path = questions / FOLDER / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    written = {"on": on.isoformat(), "entries": digests(reading)}
    body = yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=200)
    write_whole(path, _HEAD + body)
    return path


def digests(reading: QuestionsFolder) -> dict[str, str]:
    """Return a digest of what each entry says, whatever its lines and keys are called."""
    names = {row.name for row in rows(reading)}
    found: dict[str, str] = {}
    for file, document in reading.documents.items():
        found |= digests_of_file(file, document.data, names)
    return found


def digests_of_file(file: str, data: Any, names: Collection[str]) -> dict[str, str]:
    """Return the digests of those entries of one file that have one of the names."""
    said: dict[str, list[str]] = {}
    for name, words in _said(file, data, (), data, file, names):
        said.setdefault(name, []).append(words)
    return {
        name: hashlib.sha256("\n".join(sorted(words)).encode()).hexdigest()[:8]
        for name, words in said.items()
        if name in names
    }


def _said(
    file: str, data: Any, place: Place, value: Any, owner: str, names: Collection[str]
) -> Iterator[tuple[str, str]]:
    """Yield everything that is said, with the name of the nearest entry around it."""
    if isinstance(value, dict):
        name = "/".join((file, *names_on_the_way(data, place)))
        owner = name if name in names else owner
        for key, part in value.items():
            if key not in ("id", "reviewed"):
                yield from _said(file, data, (*place, key), part, owner, names)
    elif isinstance(value, list):
        for number, part in enumerate(value):
            yield from _said(file, data, (*place, number), part, owner, names)
    else:
        yield owner, " ".join(str(value).split())
