"""Objects → JSON text. A trace is written as it comes: one story in memory at a time, the later sections wait in temporary files."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from typing import Any, Protocol, TextIO

from whence.model import Failure, Report, Story
from whence.report.shape import STAMP, derivation_objects, finding_object, plain, story_object

LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(value: Any) -> str:
    """One line of valid JSON. Half characters, which UTF-8 cannot hold, become U+FFFD: one for one, so offsets stay right."""
    return LONE_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", json.dumps(value, ensure_ascii=False, allow_nan=False))


class Writable(Protocol):
    """Anything that text can be written to."""

    def write(self, text: str, /) -> object: ...


class _List:
    """A JSON list, written item by item, one item a line."""

    def __init__(self, out: Writable) -> None:
        self.out, self.separator = out, "\n"

    def add(self, value: Any) -> None:
        self.out.write(self.separator + json_text(value))
        self.separator = ",\n"


def write_trace_json(stories: Iterable[Story], reports: Iterable[Report], failures: Iterable[Failure], out: TextIO) -> None:
    """Write what `trace_object` holds, without holding it. `reports` and `failures` are read after the last story."""
    spool = tempfile.SpooledTemporaryFile
    with spool(1 << 20, "w+", encoding="utf-8", newline="") as waiting, spool(1 << 20, "w+", encoding="utf-8", newline="") as findings:
        listed, derived, found = _List(out), _List(waiting), _List(findings)
        out.write('{"whence": ' + json_text(STAMP) + ',\n"stories": [')
        for story in stories:
            listed.add(story_object(story))
            for derivation in derivation_objects(story):
                derived.add(derivation)
            for finding in story.findings:
                found.add(finding_object(finding))
        for name, section in (("derivations", waiting), ("findings", findings)):
            out.write(f'\n],\n"{name}": [')
            section.seek(0)
            shutil.copyfileobj(section, out)
    for name, nouns in (("reports", reports), ("failures", failures)):
        out.write(f'\n],\n"{name}": [')
        listed = _List(out)
        for noun in nouns:
            listed.add(plain(noun))
    out.write("\n]}\n")
