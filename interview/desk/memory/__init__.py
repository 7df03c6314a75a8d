"""Sealed visits in memory, while people wait; nothing of them is on any disk."""

from interview.desk.memory.key import (
    KEY_FILE,
    EventKey,
    KeyFileError,
    KeyIsGone,
    Stretching,
    WrongKeyWords,
    remove_key_file,
)
from interview.desk.memory.process import keep_out_of_dumps
from interview.desk.memory.visits import NotInMemory, SealedVisits, WrongTicket

__all__ = [
    "KEY_FILE",
    "EventKey",
    "KeyFileError",
    "KeyIsGone",
    "NotInMemory",
    "SealedVisits",
    "Stretching",
    "WrongKeyWords",
    "WrongTicket",
    "keep_out_of_dumps",
    "remove_key_file",
]
