"""Readings put aside during a run come back, and leave nothing behind."""

import os
import tempfile
from pathlib import Path

import pytest

from tests.store.made import a_reading
from whence.errors import StoreError
from whence.store.spool import Spool


def test_what_is_put_comes_back_in_any_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    readings = [a_reading(f"r{n}") for n in range(5)]
    with Spool() as spool:
        for reading in readings:
            spool.put(reading)
        assert spool.readings(["r3", "r0"]) == [readings[3], readings[0]]
        spool.put(a_reading("r5"))
        assert spool.get("r5") == a_reading("r5")
        assert len(spool) == 6 and "r5" in spool and "r6" not in spool
    assert os.listdir(tmp_path) == []


def test_no_room_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with Spool() as spool, open("/dev/full", "r+b", buffering=0) as full:
        monkeypatch.setattr(spool, "_file", full)
        with pytest.raises(StoreError, match="no room"):
            spool.put(a_reading())
        assert "r1" not in spool
