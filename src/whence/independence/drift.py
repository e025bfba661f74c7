"""Tellings of one proposition along the way it took → what changed between them: the first report in which each change is seen."""

from collections.abc import Iterator, Sequence

from whence.compare import quote_likeness, same_quantity, same_time
from whence.independence.identity import kinship
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.model import Act, Certainty, Claim, Drift, Evidence, Source, Span
from whence.text import words

ALTERED = (60.0, 96.0)  # likeness of two quotations in which one was changed rather than another was quoted
SHORTEST_QUOTE = 4  # words
SPEAKING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS)


def find_drift(roots: Sequence[Root], rivals: Sequence[Root], scene: Scene) -> tuple[Drift, ...]:
    """Each kind of change once for each report, against the nearest telling that the report took from.

    `rivals` give another number or day than the proposition: one that was taken from a telling of it has drifted.
    """
    found: dict[tuple[str, str], Drift] = {}
    for later in _by_time([*roots, *rivals], scene):
        for earlier in _sources_of(later, roots, scene):
            for drift in _changes(earlier, later):
                found.setdefault((drift.kind, later.telling.report), drift)
    return tuple(found.values())


def _by_time(roots: Sequence[Root], scene: Scene) -> list[Root]:
    def order(root: Root) -> tuple[bool, float, str]:
        published = scene.reports[root.telling.report].published
        return published is None, published.timestamp() if published else 0.0, root.telling.id

    return sorted((r for r in roots if r.telling.act in SPEAKING), key=order)


def _sources_of(later: Root, roots: Sequence[Root], scene: Scene) -> list[Root]:
    """Tellings in the reports that this one's report took from, the directly used before the others."""
    direct = {a for a, b in scene.derivations if b == later.telling.report}
    above = scene.upstream.get(later.telling.report, frozenset())
    found = [root for root in roots if root.telling.report in above and root.telling.act in SPEAKING]
    return sorted(found, key=lambda root: (root.telling.report not in direct, root.telling.in_headline, root.telling.id))


def _place(claim: Claim, span: Span | None = None, words_: str | None = None) -> Evidence:
    return Evidence(claim.report, span or claim.span, words_ or claim.words)


def _changes(earlier: Root, later: Root) -> Iterator[Drift]:
    a, b = earlier.telling, later.telling
    if a.affirms == b.affirms:
        yield from _hedge(a, b)
    yield from _attribution(earlier, later)
    yield from _numbers(a, b)
    yield from _dates(a, b)
    yield from _quotes(a, b)
    yield from _actors(earlier, later)


def _hedge(a: Claim, b: Claim) -> Iterator[Drift]:
    if b.certainty is Certainty.CERTAIN and a.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE):
        yield Drift("hedge_dropped", _place(a), _place(b), f"{a.certainty.value} became certain")


def _attribution(earlier: Root, later: Root) -> Iterator[Drift]:
    named = earlier.source is not None and earlier.counts != "no" and bool(earlier.telling.chain)
    if named and earlier.source and not later.telling.chain and not later.telling.in_headline:
        yield Drift("attribution_dropped", _place(earlier.telling), _place(later.telling), f"{earlier.source.name} is no longer named")


def _numbers(a: Claim, b: Claim) -> Iterator[Drift]:
    for q in b.quantities:
        verdicts = [(same_quantity(p, q), p) for p in a.quantities]
        comparable = [(verdict, p) for verdict, p in verdicts if verdict is not None]
        if comparable and not any(verdict for verdict, _ in comparable):
            yield Drift("number_changed", _place(a), _place(b), f"{comparable[0][1].text} became {q.text}")
            return


def _dates(a: Claim, b: Claim) -> Iterator[Drift]:
    for t in b.times:
        verdicts = [(same_time(s, t), s) for s in a.times if s.type == t.type == "DATE" and s.precision == t.precision == "day"]
        if verdicts and all(verdict is False for verdict, _ in verdicts):
            yield Drift("date_changed", _place(a), _place(b), f"{verdicts[0][1].text} became {t.text}")
            return


def _quotes(a: Claim, b: Claim) -> Iterator[Drift]:
    """Quotations are compared in the words as they stand, by offsets into each telling."""
    for later in _quoted(b):
        for earlier in _quoted(a):
            if ALTERED[0] <= quote_likeness(earlier, later) < ALTERED[1]:
                yield Drift("quote_altered", _place(a), _place(b), f"“{earlier}” became “{later}”")
                return


def _quoted(claim: Claim) -> list[str]:
    inside = [claim.words[max(0, q.start - claim.span.start) : q.end - claim.span.start] for q in claim.quotes]
    return [text for text in inside if len(words(text)) >= SHORTEST_QUOTE]


def _actors(earlier: Root, later: Root) -> Iterator[Drift]:
    a, b = earlier.source, later.source
    if a is None or b is None or later.through == earlier.telling.report or not earlier.telling.chain or not later.telling.chain:
        return
    if a.named != b.named or (a.named and kinship(a, b).degree == "same") or a.mention.casefold() == b.mention.casefold():
        return
    if not a.named and _plural(a) != _plural(b):
        yield Drift("actor_changed", _place(earlier.telling), _place(later.telling), f"{a.mention} became {b.mention}")


def _plural(source: Source) -> bool:
    last = words(source.mention.split(" who ")[0].split(" in ")[0])[-1:]
    return bool(last) and last[0].endswith("s")
