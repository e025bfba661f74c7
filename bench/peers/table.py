"""The figures of `bench.peers` → a Markdown table: one row a measure, one column a system."""

from collections.abc import Iterator

from bench.peers.run import SHOWN, value
from bench.scorer import Figures

BESIDE = {"attribution": ("not read", "CPU s"), "chains": ("matched", "not read", "CPU s")}
"""Told, not compared: how many tellings were matched, what could not be read, and the cost. We parse in batches, peers text by text."""


def table(figures: Figures) -> str:
    return "\n".join(_lines(figures)) + "\n"


def _lines(figures: Figures) -> Iterator[str]:
    for title, systems in figures.items():
        kind = title.split(",")[0]
        if kind not in SHOWN or not isinstance(systems, dict):
            continue
        if kind == title:
            size = next(iter(systems.values())).get("reports" if kind == "attribution" else "paragraphs")
            title = f"{title}: {size} texts ({figures[f'{kind} data']})"
        yield f"| {title} | " + " | ".join(systems) + " |"
        yield "| --- " * (len(systems) + 1) + "|"
        for measure in (*SHOWN[kind], *(each for each in BESIDE[kind] if each in next(iter(systems.values())))):
            cells = [_cell(value(system, measure)) for system in systems.values()]
            yield f"| {measure.replace('/', ' ')} | " + " | ".join(cells) + " |"
        yield ""


def _cell(number: float) -> str:
    written = f"{number:g}"
    return written[1:] if written.startswith("0.") else written
