"""Traces that the journey tests share: each folder of examples is read once a session."""

from collections.abc import Callable
from functools import lru_cache

import pytest

import whence
from tests.journey.expected import EXAMPLES
from whence.settings import Settings

Traced = Callable[[str], whence.Trace]


@pytest.fixture(scope="session")
def traced(settings: Settings) -> Traced:
    """The trace of one folder of examples, by its name."""

    @lru_cache
    def trace(folder: str) -> whence.Trace:
        return whence.trace([EXAMPLES / folder], settings)

    return trace
