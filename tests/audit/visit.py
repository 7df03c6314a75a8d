"""Print the cookie of someone who answered everything, from a server that runs already.

.venv/bin/python tests/audit/visit.py http://127.0.0.1:8000
"""

import sys

from servers import Connection

from visitor import Visitor  # isort: skip

# Someone with something in every block of the summary.
ANSWERS: dict[str, object] = {"any_arrest": "yes", "hearing_soon": "yes", "detained": "no"}

connection = Connection(sys.argv[1])
Visitor(connection).interview(ANSWERS)
print(connection.cookie)
