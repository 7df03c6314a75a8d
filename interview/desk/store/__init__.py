"""The store of a day: its tables, its files, and who may open them."""

from interview.desk.store import tables
from interview.desk.store.folder import swap_in_the_clear
from interview.desk.store.opening import DATABASE_FILE, open_store
from interview.desk.store.server import warnings_of
from interview.desk.store.store import Store, StoreError

__all__ = [
    "DATABASE_FILE",
    "Store",
    "StoreError",
    "open_store",
    "swap_in_the_clear",
    "tables",
    "warnings_of",
]
