"""Where answers go: JSON for programs, Rich for people, a progress line on standard error for both."""

import codecs
import io
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from whence.errors import SettingsError

if TYPE_CHECKING:
    from rich.console import Console

type Progress = Callable[[int, str], None]

PLAINER = "whence.plainer"
PLAIN_SIGNS = dict(zip("←→“”‘’…●◐○–—≠·─✗", "<>\"\"''.*+o--!--x", strict=True))  # one for one: a line gets no longer


def for_people(as_json: bool) -> bool:
    """Whether the answer is for a reader: standard output is a terminal, and no JSON is asked for."""
    return not as_json and sys.stdout.isatty()


def console() -> "Console":
    """For people on standard output; a terminal without UTF-8 gets letters and signs that it has."""
    from rich.console import Console

    show_in_its_letters(sys.stdout)
    return Console(file=sys.stdout, highlight=False, soft_wrap=False)


def show_in_its_letters(stream: TextIO) -> None:
    """Where a stream cannot hold a sign, write a plain one in its place: "<" for "←", "e" for "é", "?" for the rest."""
    if isinstance(stream, io.TextIOWrapper) and not stream.encoding.lower().startswith("utf"):
        codecs.register_error(PLAINER, _plainer)
        stream.reconfigure(errors=PLAINER)


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """What `codecs` asks for: the signs in place of those that could not be encoded, as many, and where to go on."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lost = error.object[error.start : error.end]
    return "".join(PLAIN_SIGNS.get(sign) or _letter(sign) for sign in lost), error.end


def _letter(sign: str) -> str:
    """The letter without its marks, where that is one of ASCII."""
    bare = unicodedata.normalize("NFKD", sign)[:1]
    return bare if bare.isascii() and bare.isprintable() else "?"


def json_out() -> TextIO:
    """Standard output, in UTF-8 whatever the locale says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    return sys.stdout


def may_mix(people: bool) -> bool:
    """Whether a progress line does no harm to what is printed meanwhile: not where both are the same terminal."""
    return people or not sys.stdout.isatty()


@contextmanager
def progress_line(wanted: bool) -> Iterator[Progress | None]:
    """A line that counts, on standard error where that is a terminal; gone when the work ends."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Line
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    plain = not (sys.stderr.encoding or "").lower().startswith("utf")
    columns = (SpinnerColumn("line" if plain else "dots"), TextColumn("{task.completed:,.0f} {task.description}"), TimeElapsedColumn())
    with Line(*columns, console=Console(stderr=True), transient=True) as line:
        task = line.add_task("reports read", total=None)
        yield lambda done, what: line.update(task, completed=done, description=what)


class Counted[Item]:
    """An iterator that knows how many it gave."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items, self.given = iter(items), 0

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        item = next(self._items)
        self.given += 1
        return item


def check_writable(path: Path) -> None:
    """Say no before the work, not after it, where a file cannot be written."""
    if path.is_dir():
        raise SettingsError(f"{path}: this is a folder; name a file to write")
    try:
        existed = path.exists()
        path.open("ab").close()
        if not existed:
            path.unlink()
    except OSError as refused:
        raise SettingsError(f"{path}: cannot be written: {refused.strerror or refused}") from refused
