"""A finding's chains → a drawing: reports on the left, who they name in the middle, origins on the right.

Arrows run the way the claim took, from the origin to the report. A dashed line to an origin says that a name was taken to mean it;
dashed arcs on the left say which report took from which. Colours come from the page's style sheet.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from whence.model import Derivation, DerivationKind, Origin, Source, SourceKind
from whence.report.drawing import Drawing, Key, svg
from whence.report.outline import FindingOutline
from whence.report.tellings import Telling
from whence.report.words import UNNAMED, derivation_name, many, one_line, origin_name

REPORTS_APART = 10  # with more reports than this, those with the same chain are drawn as one


def draw_chains(finding: FindingOutline, derivations: Iterable[Derivation]) -> str:
    """The SVG, or "" where there is nothing to draw: nobody is named, or one report in its own voice."""
    drawing = Drawing()
    origins = {_origin_key(group.origin): group.origin for group in finding.groups if group.origin and group.stands}
    merged = _merged(finding.tellings)
    for group in finding.groups:
        for telling in group.tellings if group.origin else ():
            _path(drawing, telling, merged[telling.claim.report], group.origin, origins)
    if len(drawing.nodes) < 2:
        return ""
    _arcs(drawing, derivations, finding.finding.circles)
    return svg(drawing, "Chains: " + "; ".join(dict.fromkeys(telling.chain for telling in finding.tellings)))


def _origin_key(origin: Origin) -> Key:
    if origin.kind is SourceKind.UNNAMED:  # unnamed sources have a key for each report; the drawing has one box for the same words
        return ("unnamed", one_line(origin.name.removeprefix(UNNAMED)).casefold())
    return ("source", origin.key or one_line(origin.name).casefold())


def _source_key(source: Source) -> Key:
    if source.kind is SourceKind.UNNAMED:
        return ("unnamed", one_line(source.mention or source.name).casefold())
    return ("source", source.key or one_line(source.name).casefold())


def _merged(tellings: Sequence[Telling]) -> Mapping[str, tuple[Key, str]]:
    """Each report's box and label; with many reports, one box for all that have the same chain."""
    first: dict[str, Telling] = {}
    for telling in tellings:
        first.setdefault(telling.claim.report, telling)
    if len(first) <= REPORTS_APART:
        outlets = Counter(telling.outlet for telling in first.values())
        named = {id: telling.outlet if outlets[telling.outlet] == 1 else f"{telling.outlet}, {id}" for id, telling in first.items()}
        return {id: (("report", id), label) for id, label in named.items()}
    together: dict[str, list[str]] = {}
    for id, telling in first.items():
        together.setdefault(" ← ".join(telling.hops), []).append(id)
    made: dict[str, tuple[Key, str]] = {}
    for ids in together.values():
        label = first[ids[0]].outlet + (f" and {many(len(ids) - 1, 'more report')}" if len(ids) > 1 else "")
        made |= dict.fromkeys(ids, (("report", ids[0]), label))
    return made


def _path(drawing: Drawing, telling: Telling, box: tuple[Key, str], origin: Origin | None, origins: Mapping[Key, Origin]) -> None:
    last, column = drawing.node(box[0], box[1], "report", 0).key, 0
    for source in telling.claim.chain:
        key = _source_key(source)
        if key == last:
            continue
        column += 1
        drawing.node(key, source.name, _style(origins[key]) if key in origins else "hop", column)
        drawing.edge(last, key, "said")
        last = key
    if origin is None:
        return
    key = _origin_key(origin)
    if key != last:
        drawing.node(key, origin_name(origin), _style(origin), column + 1)
        drawing.edge(last, key, "taken" if telling.claim.chain else "voice")


def _style(origin: Origin) -> str:
    return f"origin {origin.counts if origin.counts in ('yes', 'maybe') else 'no'}{' party' if origin.party else ''}"


def _arcs(drawing: Drawing, derivations: Iterable[Derivation], circles: Iterable[tuple[str, ...]]) -> None:
    """Who took text from whom, of the reports drawn; a citation only in a circle, as else the chain shows it."""
    round_about = {id for circle in circles for id in circle}
    drawn = {id for kind, id in drawing.nodes if kind == "report"}
    for each in derivations:
        ends = {each.from_report, each.to_report}
        if ends <= drawn and (each.kind is not DerivationKind.CITATION or ends <= round_about):
            given, took = (drawing.nodes["report", id] for id in (each.from_report, each.to_report))
            drawing.arcs.append((given.key, took.key, f"{took.title} {derivation_name(each)} {given.title}"))
