"""The arithmetic of the speed figures, on measurements that are given."""

import pytest

from bench import speed


def test_the_least_of_each_measure_counts() -> None:
    assert speed._least([{"wall": 2.0, "cpu": 1.0}, {"wall": 1.5, "cpu": 1.2}]) == {"wall": 1.5, "cpu": 1.0}


def test_the_journey_is_divided_by_the_bare_parse(monkeypatch: pytest.MonkeyPatch) -> None:
    taken = {
        "bare": {"wall": 10.0, "cpu": 8.0, "MB": 1000.0, "words": 4000.0},
        "journey": {"wall": 15.0, "cpu": 12.0, "MB": 500.0, "words": 4000.0},
    }
    monkeypatch.setattr(speed, "_run", lambda what, texts, count: taken[what])
    found = speed._beside_bare("made", 20, 2)
    assert found["time to bare parse"] == 1.5 and found["CPU to bare parse"] == 1.5 and found["peak memory to bare parse"] == 0.5
    assert found["CPU ms per report"] == 600.0
