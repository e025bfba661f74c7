"""One origin taken away → what changes, finding by finding: the count before and after, and the tellings that fall away."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Console

from whence.model import Claim, Loss, Recall, Report
from whence.report.outline import outline_finding
from whence.report.tellings import put_together
from whence.report.why import Line, print_lines
from whence.report.words import conflict_name, count_line, drift_name, many, one_line, origin_name, outlet_of

ID_SHOWN = 8  # characters, as in a trace


def print_recall(recall: Recall, reports: Mapping[str, Report], console: Console) -> None:
    """Print what changes without an origin. `reports` are those that the findings' tellings stand in, by id."""
    for number, line in enumerate(recall_lines(recall, reports)):
        if line.depth == 0 and number:
            console.print()
        print_lines([line], console)


def recall_lines(recall: Recall, reports: Mapping[str, Report]) -> Iterator[Line]:
    """The same line by line."""
    yield Line(0, "without", one_line(recall.origin))
    others = [one_line(name) for name in recall.sources if name != recall.origin]
    if others:
        yield Line(1, "also called", ", ".join(others))
    yield Line(1, "", _counted(recall))
    for loss in recall.losses:
        yield from _loss(loss, reports)


def _counted(recall: Recall) -> str:
    changed, nothing = len(recall.losses), sum(loss.rests_on_nothing for loss in recall.losses)
    of = f"{changed:,} of {many(changed + recall.untouched, 'finding')} {'changes' if changed == 1 else 'change'}"
    return f"{of}; {nothing:,} of them {'rests' if nothing == 1 else 'rest'} on nothing else that we have read" if nothing else of


def _loss(loss: Loss, reports: Mapping[str, Report]) -> Iterator[Line]:
    yield Line(0, "finding", one_line(loss.before.text), place=one_line(loss.before.id)[:ID_SHOWN])
    yield Line(1, "before", count_line(loss.before))
    yield Line(1, "after", _after(loss, reports))
    if loss.origins and loss.after.tellings:
        yield Line(1, "no origin of it any more", "; ".join(map(origin_name, loss.origins)))
    told = outline_finding(loss.before, reports)
    fallen = {claim.id for claim in loss.fallen}
    for said in put_together(telling for telling in told.tellings if telling.claim.id in fallen):
        chains = "; ".join(" · ".join((chain, *marks)) for chain, marks in said.chains)
        yield Line(1, "falls away", chains, one_line(said.first.claim.words))
    for drift in loss.drift:
        outlet = outlet_of(reports.get(drift.after.report), drift.after.report)
        yield Line(1, "no longer changed on the way", f"{drift_name(drift)}, {outlet}", one_line(drift.after.words))
    for conflict in loss.conflicts:
        values = dict.fromkeys(one_line(each.value) for each in conflict.values)
        yield Line(1, "no longer disputed", f"{conflict_name(conflict)}: {', '.join(values)}")


def _after(loss: Loss, reports: Mapping[str, Report]) -> str:
    """What is left of a finding: '2 reports, 1 independent origin: Petra Holm · 2 of 5 tellings left'."""
    left, kept = loss.after, f"{len(loss.after.tellings):,} of {many(len(loss.before.tellings), 'telling')} left"
    if not left.tellings:
        return "rests on nothing else that we have read" if loss.rests_on_nothing else "nobody else tells it"
    if not loss.rests_on_nothing:
        return " · ".join([count_line(left), *[kept] * bool(loss.fallen)])
    supporting = {id for origin in left.origins for id in origin.tellings}
    own = _outlets((claim for claim in left.tellings if claim.id in supporting), reports)
    beside = _outlets((claim for claim in left.tellings if claim.id not in supporting), reports)
    parts = [f"{own}, in its own voice"] * bool(own) + [f"{beside}, denying it or passing it over"] * bool(beside)
    return f"rests on nothing else that we have read; left: {'; '.join(parts)}"


def _outlets(claims: Iterable[Claim], reports: Mapping[str, Report]) -> str:
    return ", ".join(dict.fromkeys(outlet_of(reports.get(claim.report), claim.report) for claim in claims))
