"""What went wrong → one line on standard error and an exit code; never a traceback for what was said no to on purpose."""

import errno
import functools
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TextIO

import typer

from whence.errors import WhenceError
from whence.model import Failure

INTERRUPTED = 130
BROKEN_PIPE = 141  # what a shell reports for a program that the pipe's end stopped
NOTHING_READ = 2


def answering[**P, R](command: Callable[P, R]) -> Callable[P, R]:
    """The command, with its errors answered."""

    @functools.wraps(command)
    def answered(*args: P.args, **kwargs: P.kwargs) -> R:
        with show_no_traceback():
            made = command(*args, **kwargs)
            sys.stdout.flush()  # a full disk or a closed pipe shows here, not when the interpreter ends
            return made

    return answered


@contextmanager
def show_no_traceback() -> Iterator[None]:
    """Errors on purpose, a Ctrl-C and a broken pipe end in one line or none, with their exit code."""
    try:
        yield
    except WhenceError as error:
        say(str(error))
        raise SystemExit(error.exit_code) from error
    except KeyboardInterrupt:
        say("stopped")
        raise SystemExit(INTERRUPTED) from None
    except OSError as error:
        _let_go(sys.stdout)
        if error.errno == errno.EPIPE:
            raise SystemExit(BROKEN_PIPE) from None
        where = f"{error.filename}: " if error.filename else ""
        say(f"{where}{error.strerror or error}")
        raise SystemExit(1) from error


def say(line: str) -> None:
    """One line on standard error."""
    with suppress(OSError):
        typer.echo(f"whence: {' '.join(line.split())}", err=True)


def list_failures(failures: Sequence[Failure], read: int) -> None:
    """Name each input that failed; leave with an exit code when nothing at all could be read."""
    for failure in failures:
        say(f"{failure.report}: {failure.reason}")
    if not read:
        sys.stdout.flush()
        say("no report could be read" if failures else "no report in what was given")
        raise typer.Exit(NOTHING_READ)


def _let_go(stream: TextIO | Any) -> None:
    """Point a stream that cannot be written at nothing, so that the interpreter's last flush does not complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
