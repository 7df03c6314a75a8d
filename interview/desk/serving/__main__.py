"""The process that follows a closed day: it shows what is left, and never knew anything else."""

import datetime
import json
import sys
from pathlib import Path

from interview.desk.life import find_day
from interview.desk.serving.serving import Serving, event_server
from interview.loading import QUESTIONS, load

_PATHS = ("certificate", "key", "questions", "contacts")


def serve_left_over() -> None:
    """Serve the page of what is left of a closed day."""
    folder, written = sys.argv[1:]
    found = json.loads(written)
    how = Serving(**found | {name: Path(found[name]) for name in _PATHS if found[name]})
    content = load(how.questions or QUESTIONS)
    desk = find_day(Path(folder), content, lambda: datetime.datetime.now().astimezone())
    event_server(desk, how).run()


if __name__ == "__main__":
    serve_left_over()
