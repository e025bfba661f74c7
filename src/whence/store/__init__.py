"""Readings, stories and findings → one SQLite file, and back exactly. Kill it at any moment: nothing stored is lost or half-written.

SQLAlchemy takes 0.4 s to import, so it is loaded when a store is opened: a trace of files needs none.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from whence.store.shelf import Store

__all__ = ["open_store"]

WAIT = 20.0  # seconds for which another process may keep the store locked; a batch of ours takes well under one


def open_store(path: Path, *, create: bool = False, wait: float = WAIT) -> "Store":
    """The store at this path; with `create`, a new one where there is none. StoreError for anything that is not a store of ours."""
    from whence.store.database import open_database
    from whence.store.shelf import Store

    return Store(open_database(path, create=create, wait=wait))
