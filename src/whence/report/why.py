"""One finding → its evidence, span by span: which words of which report each label, hop, tie and reason rests on."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from whence.model import Act, Certainty, Claim, Evidence, Finding, Report, Span, Stance
from whence.report.outline import FindingOutline, outline_finding
from whence.report.tellings import Telling
from whence.report.words import (
    ACTS,
    amount,
    certainty_line,
    conflict_name,
    count_line,
    drift_name,
    label_values,
    many,
    one_line,
    origin_name,
    origin_note,
    origin_reasons,
    outlet_of,
    rule,
    when,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the evidence: how deep it stands, what it is, what it says, the words it rests on and where they stand."""

    depth: int
    label: str
    says: str = ""
    words: str = ""
    place: str = ""

    def __str__(self) -> str:
        quoted = f"“{self.words}”" if self.words else ""
        parts = [f"{self.label}:" if self.label else "", self.says, quoted, f"({self.place})" if self.place else ""]
        return "  " * self.depth + " ".join(part for part in parts if part)


def explain(finding: Finding, reports: Mapping[str, Report]) -> list[str]:
    """The evidence of a finding in plain lines. `reports` are those that its tellings stand in, by id."""
    return [str(line) for line in evidence_lines(finding, reports)]


def print_why(finding: Finding, reports: Mapping[str, Report], console: Console) -> None:
    """Print the evidence of a finding, indented by what rests on what. `reports` are those that its tellings stand in, by id."""
    print_lines(evidence_lines(finding, reports), console)


def print_lines(lines: Iterable[Line], console: Console) -> None:
    """Print lines of evidence, each as deep as it stands."""
    for line in lines:
        text = Text()
        if line.label:
            text.append(f"{line.label}: ", style="bold" if line.depth == 0 else "cyan")
        text.append(line.says, style="bold" if line.depth == 0 else "")
        if line.words:
            text.append(f"{' ' if line.says else ''}“{line.words}”", style="italic")
        if line.place:
            text.append(f"  {line.place}", style="dim")
        console.print(Padding(text, (0, 0, 0, 2 * line.depth)))


def evidence_lines(finding: Finding, reports: Mapping[str, Report]) -> Iterator[Line]:
    """The evidence line by line, as `explain` and `print_why` give it."""
    told = outline_finding(finding, reports)
    yield Line(0, "finding", one_line(finding.text), place=one_line(finding.id))
    yield Line(0, "count", f"{count_line(finding)} · {certainty_line(finding)}")
    yield from (Line(1, "because", one_line(reason)) for reason in told.reasons)
    yield from _origins(told)
    yield Line(0, many(len(told.tellings), "telling"))
    for telling in told.tellings:
        yield from _telling(telling)
    yield from _ties(told, reports)
    yield from _changes(finding, reports)
    for label, names in (("denied by", finding.against), ("no comment from", finding.no_comment)):
        if names:
            yield Line(0, label, ", ".join(map(one_line, names)))
    for circle in finding.circles:
        yield Line(0, "they cite each other", " → ".join(outlet_of(reports.get(id), id) for id in (*circle, *circle[:1])))


def _origins(told: FindingOutline) -> Iterator[Line]:
    for group in told.groups:
        if group.origin is None:
            continue
        origin = group.origin
        yield Line(0, "origin", f"{origin_name(origin)}, {origin_note(origin)}")
        if group.also_called:
            yield Line(1, "also called", ", ".join(map(one_line, group.also_called)))
        yield from (Line(1, "because", reason) for reason in origin_reasons(origin))
        outlets = dict.fromkeys(f"{each.outlet} ({one_line(each.claim.report)})" for each in group.tellings)
        yield Line(1, "told by", ", ".join(outlets) or "nobody here")


def _telling(telling: Telling) -> Iterator[Line]:
    claim, report = telling.claim, telling.report
    yield Line(1, telling.outlet, when(report), one_line(claim.words), _place(claim.report, claim.span, report))
    for source in claim.chain:
        words = one_line(source.span.of(report.text)) if source.span and report else one_line(source.mention)
        place = _place(claim.report, source.span, report) if source.span else "not in the text"
        yield Line(2, "source", f"{one_line(source.name)} ({source.kind.value})", words, place)
        yield from (Line(3, "because", one_line(reason)) for reason in source.because)
    if claim.cue:
        yield _words(2, "cue", "", claim.cue, telling)
    yield _words(2, "content", "", claim.content, telling)
    yield from _labels(claim, telling)
    for time in claim.times:
        yield _words(2, "time", one_line(time.value), time.span, telling)
    for quantity in claim.quantities:
        yield _words(2, "number", amount(quantity), quantity.span, telling)


def _labels(claim: Claim, telling: Telling) -> Iterator[Line]:
    """Each label with the phrase that decided it; without a phrase it is what we take where nothing else is said."""
    values = label_values(claim)
    decided = {label for label, _ in claim.evidence}
    for label, span in claim.evidence:
        yield _words(2, one_line(label.replace("_", " ")), values.get(label, ""), span, telling)
    usual = {"certainty": Certainty.CERTAIN.value, "act": ACTS[Act.STATES], "negated": "no", "stance": Stance.NEUTRAL.value}
    for label, value in values.items():
        if label not in decided and (value != usual[label] or label == "certainty"):
            yield Line(2, label, value + (", as no word says otherwise" if value == usual[label] else ""))


def _words(depth: int, label: str, says: str, span: Span, telling: Telling) -> Line:
    words = one_line(span.of(telling.report.text)) if telling.report else ""
    return Line(depth, label, says, words, _place(telling.claim.report, span, telling.report))


def _ties(told: FindingOutline, reports: Mapping[str, Report]) -> Iterator[Line]:
    for group in told.ties:
        ends = ", ".join(dict.fromkeys(f"{each.outlet} ({one_line(each.claim.report)})" for each in group.tellings))
        yield Line(0, "tied", f"{ends}: {rule(group.first)}")
        yield Line(1, "because", one_line(group.first.because))
        for piece in group.evidence:
            yield _evidence(1, piece.note or "evidence", piece, reports)


def _changes(finding: Finding, reports: Mapping[str, Report]) -> Iterator[Line]:
    for drift in finding.drift:
        yield Line(0, "changed", drift_name(drift) + (f", {one_line(drift.because)}" if drift.because else ""))
        yield _evidence(1, "before", drift.before, reports)
        yield _evidence(1, "after", drift.after, reports)
    for conflict in finding.conflicts:
        yield Line(0, conflict_name(conflict), one_line(conflict.what))
        for value in conflict.values:
            yield _evidence(1, value.value, value.evidence, reports)


def _evidence(depth: int, label: str, piece: Evidence, reports: Mapping[str, Report]) -> Line:
    report = reports.get(piece.report)
    return Line(depth, one_line(label), outlet_of(report, piece.report), one_line(piece.words), _place(piece.report, piece.span, report))


def _place(id: str, span: Span, report: Report | None) -> str:
    """Where words stand: report, line of its text, character range."""
    line = f", line {report.text.count('\n', 0, span.start) + 1}" if report else ""
    return f"{one_line(id)}{line}, [{span.start}, {span.end})"
