"""The whole journey on the scenarios: reports in, findings out, scored against two readers (../shared/score/scenarios.py)."""

import json

from bench.scorer import DATA, OUT, Figures, fingerprint, present, score
from whence.pipeline import trace
from whence.report import trace_object
from whence.settings import Settings


def measure(limit: int | None = None) -> Figures:
    """Trace each development scenario with what its scenario.yaml says of the reports, and score all of them together."""
    gold = present("scenarios")
    if gold is None:
        return {}
    traces = OUT / "traces"
    traces.mkdir(parents=True, exist_ok=True)
    for scenario in sorted(gold.glob("*/scenario.yaml"))[:limit]:
        found = trace([scenario.parent / "reports"], Settings.default())
        text = json.dumps(trace_object(found), ensure_ascii=False)
        (traces / f"{scenario.parent.name}.json").write_text(text, encoding="utf-8")
    return {"data": fingerprint(DATA / "scenarios")} | score("scenarios", gold, traces)
