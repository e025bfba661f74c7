"""Tellings of one proposition along the way it took → what changed between them: the first report in which each change is seen."""

from collections.abc import Iterator, Mapping, Sequence

from whence.compare import matter, quote_likeness, says_so
from whence.independence.drift_speakers import changed_speaker
from whence.independence.drift_values import changed_dates, changed_numbers
from whence.independence.drift_words import altered_quotes, hedge_lost, names_source, place_of
from whence.independence.identity import kinship
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.model import Act, Claim, DerivationKind, Drift, Source

SAME_WORDS = 2  # content words that a telling in a report that only cites another shares with the one it has from there
SPEAKING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS)


def find_drift(roots: Sequence[Root], rivals: Sequence[Root], scene: Scene, groups: Mapping[str, int]) -> tuple[Drift, ...]:
    """Each kind of change once for each report, against the telling that it most likely took, one of the same origin: what another
    source says is no drift. `groups` is the origin of each telling, by id.

    `rivals` give another number or day than the proposition: one that was taken from a telling of it has drifted.
    """
    found: dict[tuple[str, str], Drift] = {}
    for later in _by_time([*roots, *rivals], scene):
        beside = [r for r in roots if r.telling.report == later.telling.report]
        if later.telling.report in scene.corrections:
            continue  # what is taken back has not drifted
        before = [root for root in _above(later, roots, scene) if _one_way(root, later, groups, scene)]
        for drift in _changes(_likest_first(before, later), later, beside, scene):
            found.setdefault((drift.kind, later.telling.report), drift)
    return tuple(found.values())


def _above(later: Root, roots: Sequence[Root], scene: Scene) -> list[Root]:
    """Tellings in the reports that this one's report took from; where none of them tells it, in those behind them."""
    mine = later.telling.report
    telling = [root for root in roots if root.telling.act in SPEAKING]
    direct = [root for root in telling if (root.telling.report, mine) in scene.derivations]
    return direct or [root for root in telling if root.telling.report in scene.upstream.get(mine, frozenset())]


def _by_time(roots: Sequence[Root], scene: Scene) -> list[Root]:
    def order(root: Root) -> tuple[bool, float, bool, int]:
        published = scene.reports[root.telling.report].published
        return published is None, published.timestamp() if published else 0.0, root.telling.in_headline, root.telling.span.start

    return sorted((r for r in roots if r.telling.act in SPEAKING), key=order)


def _one_way(earlier: Root, later: Root, groups: Mapping[str, int], scene: Scene) -> bool:
    """Whether the later telling may be the earlier one passed on: it names nobody, or whom the earlier one names, or its outlet."""
    mine = groups.get(later.telling.id)
    if mine is not None and mine == groups.get(earlier.telling.id):
        return True
    if (
        _own_word(later, scene)
        or earlier.source is None
        or later.source is None
        or later.counts != "yes"
        or later.through == earlier.telling.report
    ):
        return True
    return kinship(earlier.source, later.source, scene.actors).degree == "same"


def _likest_first(before: Sequence[Root], later: Root) -> list[Root]:
    mine = matter(later.telling.plain)

    def order(root: Root) -> tuple[bool, int, float, str]:
        shared = len(mine & matter(root.telling.plain))
        return root.telling.in_headline, -shared, -quote_likeness(root.telling.plain, later.telling.plain), root.telling.id

    return sorted(before, key=order)


def _changes(before: Sequence[Root], later: Root, beside: Sequence[Root], scene: Scene) -> Iterator[Drift]:
    """`before`: the tellings it may have taken, the likest first; `beside`: what its own report tells of the proposition."""
    yield from altered_quotes(later.telling, scene)
    if not before:
        return
    b = later.telling
    yield from _hedge([root.telling for root in before if says_so(root.telling) == says_so(b)], b, scene)
    yield from _attribution(before, later, beside, scene)
    taken = [root.telling for root in before if _passed_on(root.telling, b, scene, SAME_WORDS)]
    yield from changed_numbers(taken, b)
    yield from changed_dates(taken, b)
    yield from changed_speaker(before[0], later, scene)


def _hedge(before: Sequence[Claim], b: Claim, scene: Scene) -> Iterator[Drift]:
    """Of the tellings that it may have taken, none that is as like it as the hedged one is flat."""
    mine = matter(b.words)
    shared = {a.id: len(mine & matter(a.words)) for a in before}
    flat = max((shared[a.id] for a in before if not hedge_lost(a, b) and not a.in_headline), default=0)
    for a in before:
        if (because := hedge_lost(a, b)) and shared[a.id] >= flat and _passed_on(a, b, scene, SAME_WORDS):
            yield Drift("hedge_dropped", place_of(a, b), place_of(b, a), because)
            return


def _passed_on(a: Claim, b: Claim, scene: Scene, least: int) -> bool:
    """A report that only cites another tells much that it has from elsewhere: there, it must be in some of the same words."""
    edge = scene.derivations.get((a.report, b.report))
    rewritten = edge is not None and edge.kind is not DerivationKind.CITATION
    return rewritten or len(matter(a.words) & matter(b.words)) >= least


def _attribution(before: Sequence[Root], later: Root, beside: Sequence[Root], scene: Scene) -> Iterator[Drift]:
    """Who it is from is told nowhere in its report, where the report it took it from told it."""
    b = later.telling
    if b.in_headline or not _own_word(later, scene):
        return
    for earlier in before:
        source = earlier.source
        if source is None or earlier.counts == "no" or not earlier.telling.chain:
            continue
        kept = any(_still_named(source, root, scene) for root in beside)
        if not kept and not names_source(b, source) and _passed_on(earlier.telling, b, scene, 1):
            yield Drift(
                "attribution_dropped", place_of(earlier.telling, b), place_of(b, earlier.telling), f"{source.name} is no longer named"
            )
            return


def _own_word(root: Root, scene: Scene) -> bool:
    """Told as a fact: by nobody, under a mere credit, or as what "has emerged"."""
    if not root.telling.chain:
        return root.telling.report not in scene.speakers
    return root.counts == "no"


def _still_named(source: Source, root: Root, scene: Scene) -> bool:
    return any(kinship(source, hop, scene.actors).degree == "same" for hop in root.telling.chain)
