"""The commands and their options → docs/cli.md. `python -m whence.cli.document` writes it; a test says when it is out of date."""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from whence.cli import build

HEAD = """# The command line

Made from the program itself by `python -m whence.cli.document`; do not edit.

Answers go to standard output: for people on a terminal, as JSON on a pipe or with `--json`. Progress, failures and errors go to
standard error, one line each. Exit codes: 0 done (some inputs may have failed, they are listed), 2 nothing could be read or an
option is wrong, 3 a model is missing, 4 the store cannot be used, 130 stopped, 141 the pipe was closed.
"""


def page() -> str:
    """The whole page as Markdown."""
    group: Any = typer.main.get_command(build())
    with group.make_context("whence", [], resilient_parsing=True) as top:
        sections = [HEAD, *_section(group, top)]
        for name, command in group.commands.items():
            with command.make_context(name, [], parent=top, resilient_parsing=True) as context:
                sections += _section(command, context)
    return "\n".join(sections)


def _section(command: Any, context: Any) -> Iterator[str]:
    told, _, example = inspect.cleandoc(command.help).partition("\nExample: ")
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    yield f"## {context.command_path}\n"
    yield f"{told.strip()}\n"
    yield f"```\n{usage}\n```\n"
    yield f"Example: `{example.strip()}`\n"
    yield "| | |\n| --- | --- |"
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    yield "".join(f"| `{names.partition(' <')[0]}` | {' '.join(told.split())} |\n" for names, told in filter(None, records))


def main() -> None:
    """Write the page to the file that is named, else to docs/cli.md."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/cli.md")
    path.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
