"""The command line: `whence trace`, `attribute`, `add`, `stories`, `why`, `schema`. One small file for each.

The commands import what is heavy when they run, so that `whence --help` answers at once.
"""

import os
import sys
from typing import Annotated

import typer

from whence.cli.add import add
from whence.cli.answer import answering, show_no_traceback
from whence.cli.attribute import attribute
from whence.cli.schema import schema
from whence.cli.stories import stories
from whence.cli.trace import trace
from whence.cli.why import why

__all__ = ["build", "main"]

COMMANDS = (trace, attribute, add, stories, why, schema)


def main() -> None:
    """Run the command that the words after `whence` name."""
    for stream in ("stdout", "stderr"):
        if getattr(sys, stream) is None:  # closed by the caller: whence … >&-
            setattr(sys, stream, open(os.devnull, "w"))  # noqa: SIM115  open until the end
    with show_no_traceback():
        build()(prog_name="whence")


def build() -> typer.Typer:
    """The commands with their options, as Typer knows them."""
    app = typer.Typer(
        name="whence",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )
    app.callback()(whence)
    for command in COMMANDS:
        app.command()(answering(command))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"whence {version('whence')}")
        raise typer.Exit


def whence(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop.")] = False,
) -> None:
    """For every claim in news reports: who is it from, through whom did it come, how sure were they, how many sources are independent?

    Example: whence trace saved-articles/
    """
