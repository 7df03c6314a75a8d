"""Writes again what the ten edits are expected to show. Run it by hand, and read what changed:

.venv/bin/python tests/authoring/rewrite_expected_diffs.py && git diff tests/data/edits
"""

import tempfile
from pathlib import Path

import yaml
from editing import edited
from test_diff import EDITS, compare

from interview.authoring.diff.one_page import one_page, page_text

for path in EDITS:
    edit = yaml.safe_load(path.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        comparing = compare(edited(Path(folder), edit["file"], edit["before"], edit["after"]))
        said = "\n".join(page_text(one_page(comparing, comparing.compare()))) + "\n"
    path.with_suffix(".txt").write_text(said, encoding="utf-8")
