"""The people of files of cases, as reading.py and other programs take them: JSON on stdout.

python people_of_cases.py questions/cases/people_of_today.yaml ...
"""

import json
import sys
from pathlib import Path
from typing import Any

import yaml

_BARE = {True: "yes", False: "no"}


def people_of(path: Path) -> list[dict[str, Any]]:
    """Return the people of one file: their name, and their answers as facts files have them."""
    return [
        {"name": case["name"], "answers": {fact: _said(a) for fact, a in case["answers"].items()}}
        for case in yaml.safe_load(path.read_text())
    ]


def _said(answer: Any) -> Any:
    """An answer as a text or a list of texts; a day of YAML is written out."""
    if isinstance(answer, bool):
        return _BARE[answer]
    return answer if isinstance(answer, list) else str(answer)


if __name__ == "__main__":
    found = [person for name in sys.argv[1:] for person in people_of(Path(name))]
    print(json.dumps(found, ensure_ascii=False, indent=1))
