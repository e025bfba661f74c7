"""Readings, stories and findings → one SQLite file, and back exactly. Kill it at any moment: nothing stored is lost or half-written."""

from pathlib import Path

from whence.store.database import open_database
from whence.store.encoding import decode, encode
from whence.store.shelf import NEW, REPLACED, UNCHANGED, CardRow, Counts, Store

__all__ = ["NEW", "REPLACED", "UNCHANGED", "CardRow", "Counts", "Store", "decode", "encode", "open_store"]

WAIT = 20.0  # seconds for which another process may keep the store locked; a batch of ours takes well under one


def open_store(path: Path, *, create: bool = False, wait: float = WAIT) -> Store:
    """The store at this path; with `create`, a new one where there is none. StoreError for anything that is not a store of ours."""
    return Store(open_database(path, create=create, wait=wait))
