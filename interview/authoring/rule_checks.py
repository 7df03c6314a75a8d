"""Checks of the rules over everybody: conditions that cannot turn out both ways, idle questions."""

import datetime
from collections.abc import Iterator

from interview.authoring.findings import Finding
from interview.loader import Reading


def rule_checks(reading: Reading, today: datetime.date) -> Iterator[Finding]:
    yield from ()
