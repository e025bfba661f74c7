"""The tellings of one proposition, with their roots → the ties between them, each with its reason and its evidence.

Ties join enough pairs to connect what hangs together, not every pair: a line run by a hundred outlets gives a hundred ties.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations

from whence.compare import quote_likeness
from whence.independence.identity import kinship, name_words
from whence.independence.quoting import quotes_of
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.lexicons.actors import owner_of
from whence.lexicons.voices import load_voices
from whence.model import Claim, Derivation, DerivationKind, Evidence, Source, SourceKind, Tie
from whence.text import words

BY_CHANCE = 8  # words
QUOTED = 6  # words in quotation marks that two people do not say alike
SAME_WORDS = 90.0  # likeness of words from which a telling is taken for the same words
BODIES = (SourceKind.ORGANISATION, SourceKind.DOCUMENT)
TAKEN_WHOLE = (DerivationKind.COPY, DerivationKind.NEAR_COPY, DerivationKind.REWRITE)


def find_ties(roots: Sequence[Root], scene: Scene) -> tuple[Tie, ...]:
    """Every tie that the rules of docs/how-it-works.md find among these tellings."""
    by_words = [
        *_same_origin(roots, scene),
        *_told_by_kind(roots),
        *_cited(roots),
        *_cited_in_turn(roots, scene),
        *_same_relay(roots),
        *_same_words(roots),
        *_same_quotation(roots),
    ]
    taken = [*_derived(roots, scene), *_press(roots, scene)]
    resting = {tie.b for tie in (*taken, *by_words) if tie.rule == "derivation"}
    alone = [root for root in roots if root.telling.id not in resting]
    by_scene = [*taken, *_same_house(alone, scene), *_circles(roots, scene)]
    return tuple({(*sorted((tie.a, tie.b)), tie.rule): tie for tie in reversed(by_words + by_scene)}.values())


def chain_evidence(telling: Claim) -> tuple[Evidence, ...]:
    """Where the telling names its origin, else the telling itself."""
    source = telling.chain[-1] if telling.chain else None
    if source is None or source.span is None:
        return (Evidence(telling.report, telling.span, telling.words),)
    return (Evidence(telling.report, source.span, source.mention, "names the origin"),)


def _tie(a: Claim, b: Claim, rule: str, because: str, evidence: tuple[Evidence, ...] = ()) -> Tie:
    return Tie(a.id, b.id, rule, because, evidence or chain_evidence(a) + chain_evidence(b))


def _same_origin(roots: Sequence[Root], scene: Scene) -> Iterator[Tie]:
    first: dict[str, Root] = {}
    for root in roots:
        if root.source is None or root.counts == "no":
            continue
        known = first.setdefault(root.source.key, root)
        if known is not root:
            yield _tie(known.telling, root.telling, "same_origin", f"both go back to {known.source.name if known.source else ''}")
    for a, b in combinations(first.values(), 2):
        assert a.source and b.source
        kin = kinship(a.source, b.source, scene.actors)
        if kin.degree == "same":
            yield _tie(a.telling, b.telling, "same_origin", kin.because)


def _told_by_kind(roots: Sequence[Root]) -> Iterator[Tie]:
    """ "The coastguard", where one coastguard is named among those who tell it: that one."""
    counted = [root for root in roots if root.source and root.counts != "no" and (root.source.kind in BODIES or root.source.part_of)]
    named = {root.source.key: root for root in counted if root.source and root.counts == "yes" and not root.by_kind}
    for root in counted:
        if root.source is None or not root.by_kind:
            continue
        like = [other for other in named.values() if other.source and _words_of_house(other.source) & name_words(root.source)]
        if len(like) == 1:
            yield _tie(like[0].telling, root.telling, "same_origin", f"“{root.source.mention}” is the only one of its kind among them")


def _words_of_house(source: Source) -> frozenset[str]:
    """Of a body its name, of a person the names of the bodies that he speaks for."""
    return name_words(source) if source.kind in BODIES else frozenset(word for body in source.part_of for word in words(body))


def _same_words(roots: Sequence[Root]) -> Iterator[Tie]:
    """Nobody says the same eight words by chance: whoever they are laid to, one telling was taken from the other or both from a third."""
    first: dict[tuple[str, ...], Root] = {}
    for root in roots:
        told = tuple(words(root.telling.plain))
        if len(told) >= BY_CHANCE:
            known = first.setdefault(told, root)
            if known is not root and known.telling.report != root.telling.report:
                yield _tie(known.telling, root.telling, "derivation", "told word for word the same")


def _same_quotation(roots: Sequence[Root]) -> Iterator[Tie]:
    """The same words in quotation marks are one utterance, whether a reporter heard it or a transcript has it."""
    first: dict[str, Root] = {}
    for root in roots:
        for said in (" ".join(words(text)) for text in quotes_of(root.telling)):
            known = first.setdefault(said, root) if said.count(" ") >= QUOTED - 1 else root
            if known.telling.report != root.telling.report:
                yield _tie(known.telling, root.telling, "same_origin", "both quote the same words")
    for (left, a), (right, b) in combinations(first.items(), 2):
        if a.telling.report != b.telling.report and (f" {left} " in f" {right} " or f" {right} " in f" {left} "):
            yield _tie(a.telling, b.telling, "same_origin", "both quote the same words")


def _by_report(roots: Sequence[Root]) -> dict[str, list[Root]]:
    told: dict[str, list[Root]] = defaultdict(list)
    for root in roots:
        told[root.telling.report].append(root)
    return told


def _cited(roots: Sequence[Root]) -> Iterator[Tie]:
    """A cited outlet whose own report is here hangs on what that report tells: on the likest of it, so that it joins no two origins."""
    told = _by_report(roots)
    for root in roots:
        others = [other for other in told.get(root.through or "", ()) if other is not root]
        if others:
            other = max(others, key=lambda one: (quote_likeness(one.telling.plain, root.telling.plain), one.counts != "no", one.telling.id))
            cited = root.source.name if root.source else ""
            because = f"{root.telling.report} cites {cited}, whose report {other.telling.report} is among these"
            yield _tie(other.telling, root.telling, "derivation", because)


def _cited_in_turn(roots: Sequence[Root], scene: Scene) -> Iterator[Tie]:
    """Two outlets are cited, and the report of the one took from that of the other: nobody else stands behind it."""
    first = {root.through: root for root in reversed(roots) if root.through is not None and root.counts == "maybe"}
    for (taker, later), (giver, earlier) in permutations(first.items(), 2):
        if taker and giver in scene.upstream.get(taker, ()):
            yield _tie(earlier.telling, later.telling, "derivation", f"{taker}, which is cited, took from {giver}, which is cited too")


def _derived(roots: Sequence[Root], scene: Scene) -> Iterator[Tie]:
    """A telling that names nobody of its own hangs on the one telling it most likely took: one tie, so that it joins no two origins."""
    told = _by_report(roots)
    for later in roots:
        parents = [e for report in scene.upstream.get(later.telling.report, ()) for e in told.get(report, ()) if _rests_on(later, e, scene)]
        if parents:
            earlier = min(parents, key=lambda root: _distance(root, later, scene))
            derivation = scene.derivations.get((earlier.telling.report, later.telling.report))
            yield _tie(earlier.telling, later.telling, "derivation", *_how(derivation, earlier, later))


def _rests_on(later: Root, earlier: Root, scene: Scene) -> bool:
    """A named source is an origin of its own; unnamed people are, where they spoke to this outlet and its report is not a rewrite."""
    derivation = scene.derivations.get((earlier.telling.report, later.telling.report))
    if later.source and later.source.kind is SourceKind.DOCUMENT and derivation and earlier.telling.report in scene.speakers:
        return True  # the document is what its issuer put out
    if later.counts == "yes" or later.through is not None:
        return False
    if later.counts == "no" or later.source is None or later.source.kind in (SourceKind.MEDIUM, SourceKind.DOCUMENT):
        return True
    if derivation is not None and earlier.source is not None and not (earlier.source.named and later.source.named):
        return derivation.kind in TAKEN_WHOLE or not earlier.source.named or len(later.telling.chain) > 1
    return len(later.telling.chain) > 1 or (derivation is not None and derivation.kind in TAKEN_WHOLE)


def _press(roots: Sequence[Root], scene: Scene) -> Iterator[Tie]:
    """ "Some newspapers": those that told it before."""
    for later in roots:
        if later.source is None or later.counts != "maybe" or not load_voices().press.search(later.source.mention):
            continue
        before = [r for r in roots if r.telling.report != later.telling.report and scene.before(r.telling.report, later.telling.report)]
        if before:
            earlier = max(before, key=lambda root: (quote_likeness(root.telling.plain, later.telling.plain), root.telling.id))
            because = f"{later.telling.report} cites “{later.source.mention}”, and {earlier.telling.report} had told it before"
            yield _tie(earlier.telling, later.telling, "derivation", because)


def _distance(earlier: Root, later: Root, scene: Scene) -> tuple[bool, int, int, float, str]:
    """The same words before others, taken whole before cited, direct before through others, with an origin before without."""
    derivation = scene.derivations.get((earlier.telling.report, later.telling.report))
    kind = 9 if derivation is None else list(DerivationKind).index(derivation.kind)
    rank = {"yes": 0, "maybe": 1, "no": 2}[earlier.counts]
    alike = quote_likeness(earlier.telling.plain, later.telling.plain)
    return alike < SAME_WORDS, kind, rank, -alike, earlier.telling.id


def _how(derivation: Derivation | None, earlier: Root, later: Root) -> tuple[str, tuple[Evidence, ...]]:
    a, b = earlier.telling, later.telling
    evidence = (Evidence(a.report, a.span, a.words), Evidence(b.report, b.span, b.words))
    if derivation is None:
        return f"{b.report} took from {a.report} through another report", evidence
    how = derivation.kind.value.replace("_", " ")
    near = next((pair for pair in derivation.shared if pair[1].span.overlaps(b.span)), None)
    return f"{b.report} took from {a.report} ({how}{': ' + derivation.direction if derivation.direction else ''})", near or evidence


def _same_relay(roots: Sequence[Root]) -> Iterator[Tie]:
    """Both came through the same medium, and neither names anybody behind it."""
    first: dict[str, Root] = {}
    for root in roots:
        if root.counts == "yes":
            continue
        for hop in root.telling.chain:
            if hop.kind is SourceKind.MEDIUM and hop.key:
                known = first.setdefault(hop.key, root)
                if known is not root:
                    because = f"both came through {hop.name}, which names nobody behind it"
                    yield _tie(known.telling, root.telling, "same_intermediary", because)


def _same_house(roots: Sequence[Root], scene: Scene) -> Iterator[Tie]:
    first: dict[tuple[str, str], Root] = {}
    for root in roots:
        report = scene.reports[root.telling.report]
        if root.counts == "yes":
            continue
        owner = report.owner or (owner_of(report.outlet, scene.actors) if report.outlet else None)
        for rule, value in (("same_owner", owner), ("same_byline", report.byline)):
            if not value:
                continue
            known = first.setdefault((rule, value.casefold()), root)
            if known is not root and known.telling.report != root.telling.report:
                what = f"{value} owns both outlets" if rule == "same_owner" else f"both carry the byline {value}"
                yield _tie(known.telling, root.telling, rule, what)


def _circles(roots: Sequence[Root], scene: Scene) -> Iterator[Tie]:
    told = _by_report(roots)
    for ring in scene.circles(told.keys()):
        inside = [root for report in ring for root in told.get(report, ()) if root.counts != "yes"]
        for a, b in zip(inside, inside[1:]):
            if a.telling.report != b.telling.report:
                yield _tie(a.telling, b.telling, "circle", f"{' and '.join(ring)} cite each other")
