"""The options that several commands share, and the Settings made of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from whence.errors import SettingsError
from whence.settings import Settings

INPUTS = "Files (.txt, .html, .jsonl, .json), folders, globs, http(s) addresses, or - for standard input."

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT", help=INPUTS, show_default=False)]
MaybeInputs = Annotated[list[str] | None, typer.Argument(metavar="INPUT", help=INPUTS, show_default=False)]
Db = Annotated[Path, typer.Option("--db", metavar="FILE", help="The store.", show_default=False)]
MaybeDb = Annotated[Path | None, typer.Option("--db", metavar="FILE", help="Work over this store in place of inputs.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON on a terminal too; a pipe always gets JSON.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The outlet of loose files that do not say theirs.")]
Lexicon = Annotated[
    Path | None,
    typer.Option("--lexicon", metavar="FILE", help="Your own additions to the lexicons."),
]
SpacyModel = Annotated[
    str | None, typer.Option("--spacy-model", metavar="NAME", help="Another installed spaCy pipeline, or a folder with one.")
]
Threads = Annotated[int, typer.Option("--threads", metavar="N", min=0, help="Processor threads; 0 for all.", show_default=False)]
Offline = Annotated[bool, typer.Option("--offline", help="Never use the network: addresses among the inputs are refused.")]
NoProgress = Annotated[bool, typer.Option("--no-progress", help="No progress line on standard error.")]


def settings_from(outlet: str | None, lexicon: Path | None, spacy_model: str | None, threads: int, offline: bool) -> Settings:
    """The usual settings with what the options say."""
    if lexicon is not None and not lexicon.is_file():
        raise SettingsError(f"{lexicon}: no such lexicon file")
    usual = Settings.default()
    model = spacy_model or usual.spacy_model
    return replace(usual, outlet=outlet, lexicon=lexicon, spacy_model=model, threads=threads, offline=offline)


def one_of_both(inputs: Sequence[str] | None, db: Path | None) -> None:
    """SettingsError unless there are inputs or a store, and not both."""
    if inputs and db:
        raise SettingsError("give inputs or --db FILE, not both: whence add INPUT… --db FILE puts inputs into a store")
    if not inputs and not db:
        raise SettingsError("nothing to read: give files, folders, addresses or - for standard input, or a store with --db FILE")
