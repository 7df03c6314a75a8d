"""Sealed visits in memory, while people wait; nothing of them is on any disk."""

from interview.desk.memory.key import (
    KEY_FILE,
    EventKey,
    KeyFileError,
    Stretching,
    WrongKeyWords,
    remove_key_file,
)
from interview.desk.memory.visits import NoVisit, Visits, WrongTicket

__all__ = [
    "KEY_FILE",
    "EventKey",
    "KeyFileError",
    "NoVisit",
    "Stretching",
    "Visits",
    "WrongKeyWords",
    "WrongTicket",
    "remove_key_file",
]
