"""`uv run python -m bench [PART…] [--limit N]`: the figures, with the command, the version and each part's data fingerprint.

Parts: attribution chains sources calibration errors peers certainty times html stories wire sameness scenarios fresh counting
peers.counting speed;
and grow, the longest, only where it is named. Figures are compared with bench/floors.json, which only go up: below a floor the run
ends with exit code 1.
"""

import argparse
import importlib
import json
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

PARTS = (
    "attribution",
    "chains",
    "sources",
    "calibration",
    "errors",
    "peers",
    "certainty",
    "times",
    "html",
    "stories",
    "wire",
    "sameness",
    "scenarios",
    "fresh",
    "counting",
    "peers.counting",
    "speed",
)
FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", default=PARTS, help=f"any of {' '.join(PARTS)}; all where none is named")
    parser.add_argument("--limit", type=int, help="look at the first N items only: quick, not comparable with the floors")
    asked = parser.parse_args()
    figures: dict[str, Any] = {
        "command": " ".join(["python -m bench", *sys.argv[1:]]),
        "whence": version("whence"),
        "spacy": version("spacy"),
    }
    for part in asked.parts:
        start = time.perf_counter()
        figures[part] = importlib.import_module(f"bench.{part}").measure(asked.limit)
        print(f"{part}: {time.perf_counter() - start:.0f} s", file=sys.stderr)
    print(json.dumps(figures, indent=1, ensure_ascii=False))
    low = [] if asked.limit else below(figures)
    for line in low:
        print(line, file=sys.stderr)
    return 1 if low else 0


def below(figures: dict[str, Any]) -> list[str]:
    """One line for each figure on the wrong side of its mark; a part that was not run or has no data here is not compared.

    A mark is a number that the figure must reach, or {"at_most": number}.
    """
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    lines = []
    for name, mark in floors.items():
        value: Any = figures
        for key in name.split("/"):
            value = value.get(key) if isinstance(value, dict) else None
        if not isinstance(value, int | float):
            continue
        if isinstance(mark, dict) and value > mark["at_most"]:
            lines.append(f"over its mark: {name} is {value}, may be at most {mark['at_most']}")
        elif not isinstance(mark, dict) and value < mark:
            lines.append(f"below the floor: {name} is {value}, was at least {mark}")
    return lines


if __name__ == "__main__":
    sys.exit(main())
