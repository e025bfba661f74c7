"""Text → quotations by the extractor of the Gender Gap Tracker (Asr et al., PLOS ONE 2021), from a checkout, with our parser.

    git clone https://github.com/sfu-discourse-lab/GenderGapTracker PEERS/GenderGapTracker && export WHENCE_PEERS=PEERS

It runs as its authors run it: their cleaning of the text first, their three kinds of quotation, their list of verbs. Its modules ask for
the database driver when they are loaded, which quotations do not need: an empty module stands in. What it finds is in the cleaned
text, and is carried back to the place in the report.
"""

import contextlib
import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any
from unittest.mock import patch

from rapidfuzz.distance import Indel
from spacy.language import Language
from spacy.tokens import Doc

from bench.peers.said import Peer, Said, by_paragraph
from whence.model import Span, Spans

HOME = Path("GenderGapTracker", "nlp", "english")
NOT_OURS = (IndexError, ValueError, TypeError, AttributeError)  # what its code raises on text that it did not foresee
Move = Callable[[int], int]


def gap_tracker(nlp: Language) -> Peer | None:
    """None, with a line that says so, where there is no checkout."""
    folder = Path(os.environ.get("WHENCE_PEERS", "")) / HOME
    if "WHENCE_PEERS" not in os.environ or not (folder / "quote_extractor.py").is_file():
        print(f"skipped: GenderGapTracker (set WHENCE_PEERS to the folder that holds its checkout; looked for {folder})", file=sys.stderr)
        return None
    cleaning, extracting = _load(folder.resolve())
    extractor = extracting.QuoteExtractor({"spacy_lang": nlp, "NLP": {"QUOTE_VERBS": str(folder / "rules" / "quote_verb_list.txt")}})
    return Peer("GenderGapTracker", lambda text: _read(text, nlp, cleaning.preprocess_text, extractor.extract_quotes), _commit(folder))


def _load(folder: Path) -> tuple[ModuleType, ModuleType]:
    """Its `utils` and `quote_extractor`. Loading them makes a folder of logs where the process stands: here, one that goes away."""
    absent = {name: ModuleType(name) for name in ("pymongo", "bson")}
    setattr(absent["bson"], "ObjectId", str)  # noqa: B010
    with tempfile.TemporaryDirectory() as nowhere, contextlib.chdir(nowhere), patch.dict(sys.modules, absent):
        utils = sys.modules["utils"] = _module("utils", folder)
        extractor = _module("quote_extractor", folder)
    for handler in list(extractor.logger.handlers):
        extractor.logger.removeHandler(handler)
        handler.close()
    return utils, extractor


def _module(name: str, folder: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    if spec is None or spec.loader is None:
        raise ImportError(f"{folder / name}.py cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _commit(folder: Path) -> str:
    done = subprocess.run(["git", "-C", str(folder), "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=False)
    return f"sfu-discourse-lab/GenderGapTracker {done.stdout.strip() or '(commit unknown)'}"


def _read(text: str, nlp: Language, clean: Callable[[str], str], extract: Callable[[Doc], Any]) -> tuple[list[Said], int]:
    def found(doc: Doc) -> Iterator[Said]:
        yield from map(_said, extract(doc))

    cleaned = clean(text)
    back = places_before(text, cleaned)
    try:
        raw, failed = list(found(nlp(cleaned))), 0
    except NOT_OURS:
        raw, failed = by_paragraph(cleaned, nlp, found, NOT_OURS)
    return [Said(*(_back(spans, back, text) for spans in (said.source, said.cue, said.content))) for said in raw], failed


def _said(quote: dict[str, str]) -> Said:
    return Said(_place(quote["speaker_index"]), _place(quote["verb_index"]), _place(quote["quote_index"]))


def _place(index: str) -> Spans:
    """A place as it writes it: "(12,30)"; nowhere is "" or "(0,0)"."""
    start, end = map(int, index.strip("()").split(",")) if index else (0, 0)
    return (Span(start, end),) if start < end else ()


def places_before(text: str, cleaned: str) -> Move:
    """A place in the cleaned text → the same place in the text."""
    moved = list(range(len(cleaned) + 1))
    for edit in Indel.opcodes(text, cleaned):
        for at in range(edit.dest_start, edit.dest_end + 1):
            moved[at] = min(edit.src_start + at - edit.dest_start, edit.src_end)
    return lambda at: moved[at]


def _back(spans: Spans, back: Move, text: str) -> Spans:
    """The places in the report, without the blank lines that its sentences end with."""
    moved = ((back(span.start), back(span.end)) for span in spans)
    return tuple(Span(start, start + len(text[start:end].rstrip())) for start, end in moved if text[start:end].strip())
