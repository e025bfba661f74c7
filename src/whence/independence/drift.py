"""Tellings of one proposition along the way it took → what changed between them: the first report in which each change is seen."""

from collections.abc import Iterator, Mapping, Sequence

from whence.compare import quote_likeness, same_quantity, same_time, says_so
from whence.independence.identity import kinship
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.model import Act, Certainty, Claim, Drift, Evidence, Quantity, Source, SourceKind, Span
from whence.text import words

ALTERED = (60.0, 96.0)  # likeness of two quotations in which one was changed rather than another was quoted
SHORTEST_QUOTE = 4  # words
CONDITIONS = frozenset("if unless until once provided".split())
SPEAKING = (Act.STATES, Act.ALLEGES, Act.ORDERS, Act.PLANS)


def find_drift(roots: Sequence[Root], rivals: Sequence[Root], scene: Scene, groups: Mapping[str, int]) -> tuple[Drift, ...]:
    """Each kind of change once for each report, against the telling that it most likely took, one of the same origin: what another
    source says is no drift. `groups` is the origin of each telling, by id.

    `rivals` give another number or day than the proposition: one that was taken from a telling of it has drifted.
    """
    found: dict[tuple[str, str], Drift] = {}
    for later in _by_time([*roots, *rivals], scene):
        before = [root for root in _above(later, roots, scene) if _one_origin(root, later, groups, scene)]
        if before:
            beside = [r for r in roots if r.telling.report == later.telling.report]
            for drift in _changes(_likest_first(before, later), later, beside, scene):
                found.setdefault((drift.kind, later.telling.report), drift)
    return tuple(found.values())


def _above(later: Root, roots: Sequence[Root], scene: Scene) -> list[Root]:
    """Tellings in the reports that this one's report took from; where none of them tells it, in those behind them."""
    mine = later.telling.report
    direct = [root for root in roots if (root.telling.report, mine) in scene.derivations]
    return direct or [root for root in roots if root.telling.report in scene.upstream.get(mine, frozenset())]


def _by_time(roots: Sequence[Root], scene: Scene) -> list[Root]:
    def order(root: Root) -> tuple[bool, float, bool, str]:
        published = scene.reports[root.telling.report].published
        return published is None, published.timestamp() if published else 0.0, root.telling.in_headline, root.telling.id

    return sorted((r for r in roots if r.telling.act in SPEAKING), key=order)


def _one_origin(earlier: Root, later: Root, groups: Mapping[str, int], scene: Scene) -> bool:
    if earlier.telling.act not in SPEAKING:
        return False
    if later.telling.id in groups:
        return groups[later.telling.id] == groups.get(earlier.telling.id)
    if later.source is None or earlier.source is None or later.counts != "yes":
        return later.counts != "yes"
    return kinship(earlier.source, later.source, scene.actors).degree == "same"


def _likest_first(before: Sequence[Root], later: Root) -> list[Root]:
    def order(root: Root) -> tuple[bool, float, str]:
        return root.telling.in_headline, -quote_likeness(root.telling.plain, later.telling.plain), root.telling.id

    return sorted(before, key=order)


def _place(claim: Claim, span: Span | None = None, words_: str | None = None) -> Evidence:
    return Evidence(claim.report, span or claim.span, words_ or claim.words)


def _changes(before: Sequence[Root], later: Root, beside: Sequence[Root], scene: Scene) -> Iterator[Drift]:
    """`before`: the tellings it may have taken, the likest first; `beside`: what its own report tells of the proposition."""
    b = later.telling
    yield from _hedge([root.telling for root in before if says_so(root.telling) == says_so(b)], b)
    yield from _attribution(before, later, beside)
    for check in (_numbers, _dates, _quotes):
        yield from check(before[0].telling, b)
    yield from _actors(before[0], later, scene)


def _hedge(before: Sequence[Claim], b: Claim) -> Iterator[Drift]:
    """Nobody that it took from told it flatly."""
    hedged = [a for a in before if a.certainty in (Certainty.POSSIBLE, Certainty.PROBABLE) and not _planned(a)]
    if b.certainty is Certainty.CERTAIN and hedged and not any(a.certainty is Certainty.CERTAIN for a in before):
        yield Drift("hedge_dropped", _place(hedged[0]), _place(b), f"{hedged[0].certainty.value} became certain")


def _planned(claim: Claim) -> bool:
    """What is planned is told as "will be": no hedge was dropped."""
    return claim.act is Act.PLANS and claim.certainty is Certainty.PROBABLE


def _attribution(before: Sequence[Root], later: Root, beside: Sequence[Root]) -> Iterator[Drift]:
    """Who it is from is told nowhere in its report, where the report it took it from told it."""
    if later.telling.chain or later.telling.in_headline or later.counts == "yes" or any(root.telling.chain for root in beside):
        return
    earlier = before[0]
    if earlier.source is not None and earlier.counts != "no" and earlier.telling.chain:
        yield Drift("attribution_dropped", _place(earlier.telling), _place(later.telling), f"{earlier.source.name} is no longer named")


def _numbers(a: Claim, b: Claim) -> Iterator[Drift]:
    for q in b.quantities:
        verdicts = [(same_quantity(p, q), p) for p in a.quantities]
        comparable = [(verdict and not _cap_lost(p, q), p) for verdict, p in verdicts if verdict is not None]
        if comparable and not any(verdict for verdict, _ in comparable):
            yield Drift("number_changed", _place(a), _place(b), f"{comparable[0][1].text} became {q.text}")
            return


def _cap_lost(earlier: Quantity, later: Quantity) -> bool:
    """ "Up to 400 million" told on as "400 million"."""
    return earlier.qualifier == "at_most" and later.qualifier == "exact" and earlier.value == later.value


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
            if ALTERED[0] <= quote_likeness(earlier, later) < ALTERED[1] or _condition_lost(earlier, later):
                yield Drift("quote_altered", _place(a), _place(b), f"“{earlier}” became “{later}”")
                return


def _condition_lost(earlier: str, later: str) -> bool:
    """The same words, without the "if …" that they hung on."""
    said, left = f" {' '.join(words(earlier))} ", f" {' '.join(words(later))} "
    lost = set(said.replace(left, " ").split()) if left in said else set()
    return bool(lost & CONDITIONS) and not CONDITIONS & set(left.split())


def _quoted(claim: Claim) -> list[str]:
    inside = [claim.words[max(0, q.start - claim.span.start) : q.end - claim.span.start] for q in claim.quotes]
    return [text for text in inside if len(words(text)) >= SHORTEST_QUOTE]


def _actors(earlier: Root, later: Root, scene: Scene) -> Iterator[Drift]:
    a, b = earlier.source, later.source
    if a is None or b is None or later.through == earlier.telling.report or not earlier.telling.chain or not later.telling.chain:
        return
    if SourceKind.IMPERSONAL in (a.kind, b.kind):
        return
    if a.named != b.named or (a.named and kinship(a, b, scene.actors).degree == "same") or a.mention.casefold() == b.mention.casefold():
        return
    if not a.named and _plural(a) != _plural(b):
        yield Drift("actor_changed", _place(earlier.telling), _place(later.telling), f"{a.mention} became {b.mention}")


def _plural(source: Source) -> bool:
    last = words(source.mention.split(" who ")[0].split(" in ")[0])[-1:]
    return bool(last) and last[0].endswith("s")
