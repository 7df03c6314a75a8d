"""A thread that closes a day by its clock while nobody clicks."""

import contextlib
import threading

from interview.desk.life.desk import EventDesk
from interview.desk.store import StoreError


class Watch:
    """Looks at the clock of a desk every so many seconds, until it is stopped."""

    def __init__(self, desk: EventDesk, seconds: float = 20) -> None:
        self._desk, self._seconds = desk, seconds
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="clock of the day", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._is_over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._is_over.wait(self._seconds):
            # What could not be swept now, because something reads on, is swept the next time.
            with contextlib.suppress(StoreError):
                self._desk.tick()
