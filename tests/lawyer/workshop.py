"""A copy of the whole product, in which a lawyer changes the law by the guide alone.

The copy has the Python, the tests and the content; what runs in it reads nothing else, so its
tests are those of a product with this law.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import guide
import yaml

from interview.languages import catalog_file, read_catalog
from interview.languages.writing import write_catalog

ROOT = Path(__file__).parents[2]
LEFT = shutil.ignore_patterns(".git", ".venv", "node_modules", "__pycache__", ".*_cache", "dist")
EDITS = {path.stem: path for path in sorted((Path(__file__).parent / "edits").glob("*.yaml"))}


class Workshop:
    """A copy of the product in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = Path(shutil.copytree(ROOT, folder, ignore=LEFT))
        self.questions = folder / "questions"
        self.translations = folder / "translations"

    def edit(self, name: str) -> None:
        """Follow the examples under one heading of the guide."""
        guide.follow(guide.sections(self.questions / "README.md")[heading(name)], self.questions)

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run Python in the copy, with the copy's modules."""
        environment = os.environ | {"PYTHONPATH": str(self.folder), "COLUMNS": "200"}
        return subprocess.run(
            [sys.executable, *command], cwd=self.folder, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
        )  # fmt: skip

    def interview(self, *command: str) -> subprocess.CompletedProcess[str]:
        """Run the command line on the copy's own content."""
        return self.run("-m", "interview", *command)


def heading(name: str) -> str:
    """Return the heading of the guide whose examples an edit follows."""
    return str(_script(name)["heading"])


def write_spanish(name: str, translations: Path) -> None:
    """Write the Spanish of an edit where `interview texts` has asked for it."""
    catalog = read_catalog(translations, "es")
    for text in _script(name)["spanish"] or ():
        message = catalog.get(text["en"])
        assert message is not None, f"interview texts did not ask for: {text['en']}"
        message.string = text["es"]
        message.flags.discard("fuzzy")
        # An editor takes the English of before away with the mark; what is read has it as comments.
        message.user_comments = [c for c in message.user_comments if not c.startswith("|")]
    write_catalog(catalog_file(translations, "es"), catalog)


def _script(name: str) -> dict[str, object]:
    return yaml.safe_load(EDITS[name].read_text(encoding="utf-8"))
