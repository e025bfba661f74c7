"""A path → an open SQLite database of ours, in one transaction at a time; whatever the engine refuses becomes one StoreError line.

A file is looked at byte by byte before SQLite may touch it, so that somebody else's file is never changed. A new store is
built under another name and then linked into place: a kill leaves either no store or a whole one.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Executable, NullPool, Row, create_engine
from sqlalchemy.exc import SQLAlchemyError

from whence.errors import StoreError
from whence.store.tables import SCHEMA_VERSION, metadata, schema_table

APPLICATION = 0x57484E43  # "WHNC", in the file's header at 68
SQLITE_HEADER = b"SQLite format 3\0"
LASTING = ("journal_mode = WAL", "synchronous = FULL", "cache_size = -32000")  # 32 MB: the upper pages of every index of 100,000 reports

ADVICE = {
    "SQLITE_FULL": "there is no room left; free some and run it again: what was stored before is whole",
    "SQLITE_IOERR": "it could not be read or written (a full disk, or a limit on file size?): what was stored before is whole",
    "SQLITE_BUSY": "another process is writing to it; wait for that to end and run it again",
    "SQLITE_LOCKED": "another process is writing to it; wait for that to end and run it again",
    "SQLITE_READONLY": "no right to write to it or its folder",
    "SQLITE_CANTOPEN": "it cannot be opened: look at the rights of the file and its folder",
    "SQLITE_PERM": "no right to open it",
    "SQLITE_CORRUPT": "it is damaged; take the last good copy",
    "SQLITE_NOTADB": "it is not a database of Whence",
}


class Database:
    """One connection. Reads see each write at once; `transaction` keeps all of a block or nothing."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._name, self._inside = connection, name, False

    def close(self) -> None:
        with self._refusals():
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of the block is kept, or nothing of it. Inside another one it is a part that can fail alone."""
        outer = self._inside
        begin, keep, undo = ("SAVEPOINT part", "RELEASE part", "ROLLBACK TO part") if outer else ("BEGIN IMMEDIATE", "COMMIT", "ROLLBACK")
        self._execute(begin)
        self._inside = True
        try:
            yield
            self._execute(keep)
        except BaseException:
            with suppress(StoreError):  # SQLite may have rolled back by itself
                self._execute(undo)
            raise
        finally:
            self._inside = outer

    def rows(self, statement: Executable) -> Sequence[Row[Any]]:
        with self._refusals():
            return self._connection.execute(statement).all()

    def write(self, statement: Executable, values: Iterable[dict[str, Any]] | None = None) -> None:
        """Run a statement that changes something; with `values`, once for each (for none, not at all)."""
        listed = None if values is None else list(values)
        if listed != []:
            with self._refusals():
                self._connection.execute(statement, listed)

    def lay_tables(self) -> None:
        """Make an empty database one of ours."""
        self._execute(f"PRAGMA application_id = {APPLICATION}")
        with self.transaction(), self._refusals():
            metadata.create_all(self._connection)
            self._connection.execute(schema_table.insert().values(version=SCHEMA_VERSION))

    def _execute(self, sql: str) -> None:
        with self._refusals():
            self._connection.exec_driver_sql(sql)

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except SQLAlchemyError as refused:
            raise StoreError(f"{self._name}: {_advice(refused)}") from refused


def _advice(refused: SQLAlchemyError) -> str:
    code = getattr(getattr(refused, "orig", None), "sqlite_errorname", "")
    short = "_".join(code.split("_")[:2])  # SQLITE_IOERR_WRITE → SQLITE_IOERR
    return ADVICE.get(short) or " ".join(str(getattr(refused, "orig", None) or refused).split())


def open_database(path: Path, *, create: bool, wait: float) -> Database:
    """The store at this path; `wait` is for how many seconds another process may keep it locked."""
    try:
        if create and not path.exists():
            _build(path)
        _refuse_strangers(path)
    except OSError as refused:
        raise StoreError(f"{path}: cannot be opened as a store: {refused.strerror or refused}") from refused
    database = _connect(str(path), str(path), wait, LASTING)
    try:
        _check_version(path, database)
    except StoreError:
        database.close()
        raise
    return database


def _connect(name: str, target: str, wait: float, pragmas: tuple[str, ...]) -> Database:
    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(target, timeout=wait, isolation_level=None, check_same_thread=False)
        for pragma in ("foreign_keys = ON", "temp_store = FILE", *pragmas):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        return Database(engine.connect(), name)
    except SQLAlchemyError as refused:
        raise StoreError(f"{name}: {_advice(refused)}") from refused


def _refuse_strangers(path: Path) -> None:
    """Read the header alone: 16 bytes of SQLite's, and at 68 our own four."""
    if not path.exists():
        raise StoreError(f"{path}: there is no store here; make one with: whence add INPUT… --db {path}")
    if not path.is_file():
        raise StoreError(f"{path}: this is a folder or a device, not a store; name a file")
    with path.open("rb") as file:
        header = file.read(100)
    if not header:
        raise StoreError(f"{path}: this file is empty, not a store; name another or remove it")
    if not header.startswith(SQLITE_HEADER) or len(header) < 100:
        raise StoreError(f"{path}: this is not a database; name another file")
    if int.from_bytes(header[68:72]) != APPLICATION:
        raise StoreError(f"{path}: this is a database of another program; name another file")


def _build(path: Path) -> None:
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    with suppress(FileNotFoundError):
        new.unlink()
    new.touch(exist_ok=False)
    try:
        database = _connect(str(path), str(new), 0, ("journal_mode = DELETE", "synchronous = FULL"))
        database.lay_tables()
        database.close()
        _move_into_place(new, path)
    finally:
        for left in (new, new.with_name(f"{new.name}-journal")):
            with suppress(FileNotFoundError):
                left.unlink()


def _move_into_place(new: Path, path: Path) -> None:
    """Without ever replacing what is there: if somebody was quicker, theirs is as good."""
    try:
        os.link(new, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not path.exists():
            new.rename(path)


def _check_version(path: Path, database: Database) -> None:
    found = [row.version for row in database.rows(schema_table.select())]
    if found != [SCHEMA_VERSION]:
        raise StoreError(f"{path}: made by another version of Whence (schema {found}, this one reads {SCHEMA_VERSION})")
