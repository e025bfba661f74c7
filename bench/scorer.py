"""Where the labelled data and its scorers are, and one call to a scorer. Both lie beside the project, never in it."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
DATA, SCORERS = SHARED / "data", SHARED / "score"
OUT = PROJECT / "bench" / "out"  # what a run writes; ignored by git

Figures = dict[str, Any]


def present(*parts: str) -> Path | None:
    """The path under the labelled data, or None with a clear line where this machine does not have it."""
    path = DATA.joinpath(*parts)
    if path.exists():
        return path
    print(f"skipped: {path} is not on this machine", file=sys.stderr)
    return None


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write_rows(name: str, made: Iterable[dict[str, Any]]) -> Path:
    OUT.mkdir(parents=True, exist_ok=True)
    path = OUT / name
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in made), encoding="utf-8")
    return path


def score(scorer: str, gold: Path, predicted: Path) -> Figures:
    """What ../shared/score/<scorer>.py prints, as an object."""
    command = [sys.executable, str(SCORERS / f"{scorer}.py"), str(gold), str(predicted)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def fingerprint(path: Path) -> str:
    """Twelve hex digits over a file, or over every file of a folder in order of its name."""
    files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
    digest = hashlib.sha256()
    for file in files:
        digest.update(str(file.relative_to(path)).encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]
