"""Whence and other ways to count independent sources → figures on the scenarios, by the same scorer, in the same run.

The others find no propositions, and know no denial when they see one: they get ours, with the reports that tell each, so that only the
count differs; then once for all reports of its story, which is how they are used; then the readers' own propositions, so that nothing
that we miss is laid to them. They name a source by the first outlet that has it. Derivations, drift and conflicts they do not know; no
word on a party is scored as "no party".
`python -m bench.peers scenarios` prints the table, `python -m bench peers.counting` the figures.
"""

import json
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from typing import Any

import yaml

from bench.peers.counters import Counter, corroborate, coverage, each_report, near_copies
from bench.scorer import DATA, OUT, Figures, fingerprint, present, score
from whence.model import Finding, Report, Trace
from whence.pipeline import trace
from whence.report import trace_object
from whence.settings import Settings

OURS = "Whence"
BY_PROPOSITION: dict[str, Counter] = {
    "corroborate-mcp": corroborate,
    "corroborate-mcp, no gate": partial(corroborate, gate=False),
    "coverage-check": coverage,
    "near copies .5": near_copies(0.5),
    "near copies .8": near_copies(0.8),
    "each report": each_report,
}
ON_GOLD = ", readers' propositions"
BY_STORY: dict[str, Counter] = {"corroborate-mcp, story": corroborate, "coverage-check, story": coverage}
OTHERS = (*BY_PROPOSITION, *BY_STORY, *(title + ON_GOLD for title in BY_PROPOSITION))
HIGHER, LOWER = ("independence range equal", "origins F1", "party right"), ("false confirmation",)
SHOWN = (*HIGHER, *LOWER, "wider but honest", "propositions found")
LATEST = datetime.max.replace(tzinfo=UTC)


def measure(limit: int | None = None) -> Figures:
    """`not ahead` names each measure on which another way is level or ahead."""
    gold = present("scenarios")
    if gold is None:
        return {}
    started = time.process_time()
    scenarios = [path.parent for path in sorted(gold.glob("*/scenario.yaml"))[:limit]]
    found = {scenario.name: trace([scenario / "reports"], Settings.default()) for scenario in scenarios}
    figures: Figures = {"data": fingerprint(DATA / "scenarios"), "CPU s": round(time.process_time() - started, 1)}
    objects = {name: trace_object(each) for name, each in found.items()}
    figures[OURS] = _scored(OURS, objects)
    for title, counter in (BY_PROPOSITION | BY_STORY).items():
        counted = {name: counted_by(counter, found[name], objects[name], title in BY_STORY) for name in found}
        figures[title] = _scored(title, counted)
    readers = {scenario.name: yaml.safe_load((scenario / "scenario.yaml").read_text(encoding="utf-8")) for scenario in scenarios}
    for title, counter in BY_PROPOSITION.items():
        figures[title + ON_GOLD] = _scored(title + ON_GOLD, {name: on_gold(counter, found[name], readers[name]) for name in found})
    figures["not ahead"] = list(not_ahead(figures))
    return figures


def _scored(title: str, objects: Mapping[str, Any]) -> Figures:
    folder = OUT / "counting" / title.replace(" ", "_").replace(",", "").replace("'", "")
    folder.mkdir(parents=True, exist_ok=True)
    for name, made in objects.items():
        (folder / f"{name}.json").write_text(json.dumps(made, ensure_ascii=False), encoding="utf-8")
    return score("scenarios", DATA / "scenarios", folder)


def counted_by(counter: Counter, found: Trace, ours: Mapping[str, Any], by_story: bool = False) -> dict[str, Any]:
    """Our trace with another's count of each finding."""
    reports = {report.id: report for report in found.reports}
    told = [(story, finding) for story in found.stories for finding in story.findings]
    for_story = {story.id: counter(story.title, _in_order(story.reports, reports)) for story in found.stories} if by_story else {}
    made = []
    for (story, finding), known in zip(told, ours["findings"], strict=True):
        groups = for_story[story.id] if by_story else counter(finding.text, _in_order(supporting(finding), reports))
        count, origins = len(groups), [{"name": group[0].outlet or group[0].id} for group in groups]
        made.append({**known, "independent": [count, count], "origins": origins, "party": False, "drift": [], "conflicts": []})
    return {**ours, "findings": made, "derivations": []}


def on_gold(counter: Counter, found: Trace, gold: Mapping[str, Any]) -> dict[str, Any]:
    """Another's count of what the readers found, told by the reports that do not deny it or refuse to comment."""
    reports, made = {report.id: report for report in found.reports}, []
    for each in gold["propositions"]:
        telling = dict.fromkeys(told["report"] for told in each["tellings"] if told["act"] not in ("denies", "no_comment"))
        groups = counter(each["says"], _in_order((id for id in telling if id in reports), reports))
        tellings = [{"report": told["report"], "text": told["quote"]} for told in each["tellings"]]
        origins = [{"name": group[0].outlet or group[0].id} for group in groups]
        made.append({"tellings": tellings, "independent": [len(groups), len(groups)], "origins": origins, "party": False})
    return {"stories": gold["stories"], "findings": made}


def supporting(finding: Finding) -> list[str]:
    """The reports that tell it, without those that only deny it or would not say."""
    behind = {id for origin in finding.origins for id in origin.tellings}
    return list(dict.fromkeys(claim.report for claim in finding.tellings if claim.id in behind))


def _in_order(ids: Iterable[str], reports: Mapping[str, Report]) -> list[Report]:
    return sorted((reports[id] for id in ids), key=lambda report: (report.published or LATEST, report.id))


def not_ahead(figures: Figures) -> Iterable[str]:
    """One line for each measure on which another way reaches ours."""
    ours = figures[OURS]
    for title in OTHERS:
        for measure in (*HIGHER, *LOWER):
            theirs, mine = figures[title][measure], ours[measure]
            if theirs >= mine if measure in HIGHER else theirs <= mine:
                yield f"{measure}: {title} {theirs}, ours {mine}, {'level' if theirs == mine else 'behind'}"


def table(figures: Figures) -> str:
    """The figures as a Markdown table: one row a way of counting."""
    rows = [f"| scenarios ({figures['data']}) | " + " | ".join(SHOWN) + " |", "| --- " * (len(SHOWN) + 1) + "|"]
    for title in (OURS, *OTHERS):
        rows.append(f"| {title} | " + " | ".join(f"{figures[title][measure]:.3f}".removeprefix("0") for measure in SHOWN) + " |")
    return "\n".join(rows) + "\n"
