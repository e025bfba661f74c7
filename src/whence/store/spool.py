"""Readings put aside on disk during one run, so that memory does not grow with the number of reports.

A file of the process's own, gone when it is closed or the process ends; never read by anybody else.
"""

import pickle
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from os import SEEK_END
from types import TracebackType

from whence.errors import StoreError
from whence.model import Reading


class Spool:
    """`put` a reading, `get` it back by its report's id; a report's id is put once."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="whence-")  # noqa: SIM115  closed by close()
        self._places: dict[str, tuple[int, int]] = {}

    def put(self, reading: Reading) -> None:
        data = pickle.dumps(reading, protocol=pickle.HIGHEST_PROTOCOL)
        try:
            place = self._file.seek(0, SEEK_END)
            self._file.write(data)
        except OSError as refused:
            raise StoreError(f"{tempfile.gettempdir()}: no room for this run's temporary file: {refused.strerror or refused}") from refused
        self._places[reading.report.id] = (place, len(data))

    def get(self, report: str) -> Reading:
        start, length = self._places[report]
        self._file.seek(start)
        reading: Reading = pickle.loads(self._file.read(length))  # our own bytes, of this run
        return reading

    def readings(self, reports: Iterable[str]) -> list[Reading]:
        return [self.get(report) for report in reports]

    def __contains__(self, report: str) -> bool:
        return report in self._places

    def __len__(self) -> int:
        return len(self._places)

    def close(self) -> None:
        with suppress(OSError):  # what is left over on a full disk is not needed any more
            self._file.close()

    def __enter__(self) -> "Spool":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
