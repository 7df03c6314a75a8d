"""Serve the interview, answer all of it, and run a command with BASE and COOKIE set.

.venv/bin/python tests/audit/with_visit.py COMMAND...
"""

import os
import subprocess
import sys

from servers import OURS, Connection, gunicorn, new_secret

from visitor import Visitor  # isort: skip

# Someone with something in every block of the summary.
ANSWERS: dict[str, object] = {"any_arrest": "yes", "hearing_soon": "yes", "detained": "no"}


def main() -> None:
    with gunicorn(OURS, 2, new_secret()) as server:
        connection = Connection(server.base)
        visitor = Visitor(connection)
        visitor.begin()
        visitor.walk(ANSWERS)
        environment = {**os.environ, "BASE": server.base, "COOKIE": connection.cookie}
        sys.exit(subprocess.run(sys.argv[1:], env=environment).returncode)


if __name__ == "__main__":
    main()
