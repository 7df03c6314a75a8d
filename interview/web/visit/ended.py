"""What the server remembers of visits, and only that: which ended, and which step was the last.

Neither names an answer. Both are forgotten when the visit could live no longer. They hold for one
process: where several serve, or after a restart with a lasting secret, they do what they can.
"""

import threading
from dataclasses import replace
from typing import NamedTuple

from interview.web.visit.visit import Visit

_SWEPT_EVERY = 600


class _UntilTheirEnd:
    """Something for each visit, until no visit of that time can be open any more."""

    def __init__(self, seconds: int) -> None:
        self._seconds = seconds
        self._swept = 0
        self._lock = threading.Lock()
        self._until: dict[bytes, int] = {}

    def _keep(self, name: bytes, now: int) -> None:
        self._until[name] = now + self._seconds
        if now - self._swept > _SWEPT_EVERY:
            self._swept = now
            for old in [one for one, until in self._until.items() if until < now]:
                self._drop(old)

    def _drop(self, name: bytes) -> None:
        del self._until[name]


class Ended(_UntilTheirEnd):
    """The visits that ended before their time."""

    def add(self, name: bytes, now: int) -> None:
        """Remember that a visit ended."""
        with self._lock:
            self._keep(name, now)

    def __contains__(self, name: bytes) -> bool:
        return name in self._until


class _Step(NamedTuple):
    step: int
    tag: bytes
    page: int


class Newest(_UntilTheirEnd):
    """The last step that each visit took here: a browser may come back with an older one."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self._steps: dict[bytes, _Step] = {}

    def joined(self, visit: Visit, before: bytes, page: int, now: int) -> Visit:
        """Note a step; where that before it was not the last, the visit says that it has a fork.

        The same page pressed twice is one answer given twice.
        """
        with self._lock:
            last = self._steps.get(visit.id)
            is_fork = last is not None and last.tag != before and last.page != page
            self._steps[visit.id] = _Step(visit.step, visit.tag, page)
            self._keep(visit.id, now)
        return replace(visit, has_fork=True) if is_fork else visit

    def is_beyond(self, visit: Visit) -> bool:
        """Say whether another step than the visit's own was the last."""
        last = self._steps.get(visit.id)
        return last is not None and last.tag != visit.tag

    def _drop(self, name: bytes) -> None:
        super()._drop(name)
        self._steps.pop(name, None)
