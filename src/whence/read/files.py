"""Names of files, folders and globs → the files themselves, one by one and in order; and a file's bytes, no more of them than allowed."""

import glob
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from whence.errors import InputError, UnreadableInput, WhenceError
from whence.read.sidecar import is_sidecar

TEXT, PAGE, LINES, JSON = (".txt", ".text"), (".html", ".htm", ".xhtml"), (".jsonl", ".ndjson"), (".json",)
READ = TEXT + PAGE + LINES + JSON


@dataclass(frozen=True, slots=True)
class Trouble:
    """What could not be read, and why."""

    name: str
    error: WhenceError


@dataclass(frozen=True, slots=True)
class Given:
    """A file to read. `walked`: found in a folder, not named; a JSON file without reports is then no mistake."""

    path: Path
    walked: bool = False


def files_of(given: str | Path) -> Iterator[Given | Trouble]:
    """The files that one input stands for."""
    if "\x00" in str(given):
        yield Trouble(str(given).replace("\x00", "?"), UnreadableInput("has a NUL character in its name: correct it"))
        return
    path = Path(given)
    if isinstance(given, str) and glob.has_magic(given) and not os.path.lexists(given):
        yield from _matching(given)
        return
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            yield from _walked(path)
        else:
            yield Given(path)
    except OSError as wrong:
        yield Trouble(str(given), cannot_read(wrong, path))


def _matching(pattern: str) -> Iterator[Given | Trouble]:
    matched = sorted(glob.iglob(pattern, recursive=True))
    if not matched:
        yield Trouble(pattern, UnreadableInput("matches no file: check the pattern"))
    for name in matched:
        if not is_sidecar(Path(name)):
            yield from files_of(Path(name))


def _walked(folder: Path) -> Iterator[Given | Trouble]:
    """The files below a folder in order of their names. Hidden ones, other kinds of files and linked folders are passed over."""
    try:
        with os.scandir(folder) as listing:
            entries = sorted((entry.name, entry.is_dir(follow_symlinks=False), entry.is_symlink()) for entry in listing)
    except OSError as wrong:
        yield Trouble(str(folder), cannot_read(wrong, folder))
        return
    for name, is_folder, is_link in entries:
        path = folder / name
        if name.startswith("."):
            continue
        if is_folder:
            yield from _walked(path)
        elif path.suffix.lower() in READ and not is_sidecar(path):
            if is_link and not path.exists():
                yield Trouble(str(path), UnreadableInput("is a link that leads nowhere: remove it or mend it"))
            elif not path.is_dir():
                yield Given(path, walked=True)


def check_file(path: Path) -> None:
    """Refuses pipes, devices and sockets: they may never end."""
    try:
        mode = path.stat().st_mode
    except OSError as wrong:
        raise cannot_read(wrong, path) from wrong
    if stat.S_ISDIR(mode):
        raise UnreadableInput("is a folder: give a file")
    if not stat.S_ISREG(mode):
        raise UnreadableInput("is a pipe or a device, no file: save its content to a file, or pipe it in and give -")


def bytes_of(path: Path, most: int) -> bytes:
    """The file's bytes; UnreadableInput for more than `most`."""
    check_file(path)
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as wrong:
        raise cannot_read(wrong, path) from wrong
    if len(data) > most:
        raise too_large(most)
    return data


def too_large(most: int) -> InputError:
    return UnreadableInput(f"is larger than {most:,} bytes: split it, or give its reports as JSONL, one a line")


def cannot_read(wrong: OSError, path: Path) -> InputError:
    """One line for what the operating system said."""
    if isinstance(wrong, FileNotFoundError):
        return UnreadableInput(
            "is a link that leads nowhere: remove it or mend it" if path.is_symlink() else "is not there: check the name"
        )
    if isinstance(wrong, PermissionError):
        return UnreadableInput("may not be read by you: change its rights or copy it")
    return UnreadableInput(f"cannot be read ({(wrong.strerror or 'unknown error').lower()}): check it, or copy it elsewhere")
