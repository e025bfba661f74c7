"""A pipeline that reads nothing: what the commands are tested with. `run` gives exit code, standard output and standard error."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest

import whence
from tests.store.made import a_reading, a_story
from whence.cli import main
from whence.errors import NotAReport
from whence.model import Failure, Reading, Trace
from whence.pipeline import recall

READINGS = (a_reading("r1"), a_reading("r2", text="Nobody spoke to “us”, said café owners in Oss Vela on Monday."))
STORY = a_story("s1", *READINGS, findings=("abc1", "abc2"))


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


def fake_journey(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inputs named r1 and r2 can be read, "broken" stops the run, "stop" is a Ctrl-C, anything else fails alone."""
    made = SimpleNamespace(read_all=_read_all, stream_trace=_stream_trace, trace=_trace, trace_store=_trace_store, add=_add, recall=recall)
    monkeypatch.setitem(sys.modules, "whence.pipeline", made)
    monkeypatch.setattr(whence, "pipeline", made, raising=False)


def show_to_people(monkeypatch: pytest.MonkeyPatch) -> None:
    for command in ("trace", "attribute", "add", "stories", "why"):
        monkeypatch.setattr(sys.modules[f"whence.cli.{command}"], "for_people", lambda as_json: not as_json)


def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: object) -> Answer:
    monkeypatch.setattr(sys, "argv", ["whence", *map(str, words)])
    with pytest.raises(SystemExit) as left:
        main()
    shown = capsys.readouterr()
    return Answer(int(left.value.code or 0), shown.out, shown.err)


def _read_all(inputs: list[str], settings: object, failures: list[Failure], progress: Callable[[int, str], None] | None = None) -> Any:
    for given in inputs:
        if given == "broken":
            raise NotAReport("broken: nothing\nin it")
        if given == "stop":
            raise KeyboardInterrupt
        found = [reading for reading in READINGS if reading.report.id == given]
        if not found:
            failures.append(Failure(given, "read", "no such file"))
        yield from found


def _stream_trace(inputs: list[str], settings: object, progress: Any = None) -> Any:
    failures: list[Failure] = []
    read: list[Reading] = []

    def stories() -> Any:
        read.extend(_read_all(inputs, settings, failures))
        yield from [STORY] if read else []

    return SimpleNamespace(stories=stories(), reports=(reading.report for reading in read), failures=failures)


def _trace(inputs: list[str], settings: object, progress: Any = None) -> Trace:
    stream = _stream_trace(inputs, settings)
    stories = tuple(stream.stories)
    return Trace(stories, tuple(stream.reports), tuple(stream.failures))


def _trace_store(store: Any, settings: object, *rest: object) -> Any:
    return SimpleNamespace(stories=store.stories(), reports=store.reports(), failures=[])


def _add(inputs: list[str], store: Any, settings: object, progress: Any = None) -> Any:
    failures: list[Failure] = []
    with store.batch():
        changes = [store.add(reading, b"", b"", b"lead") for reading in _read_all(inputs, settings, failures)]
        if "new" in changes:
            store.put_story(STORY)
    counts = {change: changes.count(change) for change in ("new", "unchanged", "replaced")}
    return SimpleNamespace(**counts, stories_touched=int("new" in changes), failures=failures)
