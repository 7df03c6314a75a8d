"""Seconds that only go forward, whatever somebody does to the clock on the wall."""

import time

SECONDS_OF_AN_HOUR = 3_600


def since_boot() -> float:
    """Return seconds since this machine started, its sleep included where it can tell."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if boot is None else time.clock_gettime(boot)


class Clock:
    """Counts from where it was set when the server started."""

    def __init__(self, begins_at: float | None = None) -> None:
        """Count from `begins_at`, in seconds; without it, from the start of the machine."""
        self._ahead = 0.0 if begins_at is None else begins_at - since_boot()

    def seconds(self) -> int:
        """Return the time now."""
        return int(since_boot() + self._ahead)

    def hour(self) -> int:
        """Return the hour now."""
        return self.seconds() // SECONDS_OF_AN_HOUR
