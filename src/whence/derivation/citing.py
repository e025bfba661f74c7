"""One report of a scene → the earlier reports that it names, credits or describes as its source."""

import re
from collections.abc import Sequence
from itertools import chain

import numpy as np

from whence.derivation.described import descriptions, fit, several, statements
from whence.derivation.naming import Naming, cited_by_chain, namings
from whence.derivation.scene import Scene
from whence.derivation.verbatim import directed, why_this_way
from whence.model import Derivation, DerivationKind, Evidence, Span

QUOTED = re.compile(r'["“]([^"“”]{12,})["”]')
# Set on the scenarios (edge F1 .89, bench/wire.py); NAMED and AROUND also keep an interview that many report from linking them all.
QUOTE = 6  # words of a quotation in common that make a citation the lifting of a quote …
ONLY_QUOTE = 0.32  # … where no more details than this are shared
ROOT = 0.5  # what an earlier source must have of the telling, against the report that has it from there
FULLER = 1.15  # how much more a relay must share than the source it cites, to be what was retold
AROUND = 0.15  # the same for the sentence that names it and the next one
NAMED = 0.1  # share of details with the report of an outlet that is named, below which another report of it was meant
RETOLD = 0.36  # share of details from which a source that is only described is retold, not cited
DESCRIBED = 0.12  # share of the describing sentence's details that the described report must have


def citations(scene: Scene, b: int, words: list[Derivation], before: Sequence[Derivation]) -> list[Derivation]:
    """Names first; then descriptions ("state television", "a newspaper"), each laid to the report that fits best.

    `words` is what b took word for word, `before` what is known of the earlier reports.
    """
    copied = [pair[1].span for made in words for pair in made.shared]
    taken = {made.from_report for made in words}
    found = _by_name(scene, b, taken, copied)
    taken |= {made.from_report for made in found}
    for naming in descriptions(scene.report(b)):
        if any(naming.span.overlaps(span) for span in copied):
            continue
        fits = _described(scene, b, naming, before)
        if fits is not None and scene.report(fits).id not in taken:
            taken.add(scene.report(fits).id)
            found.append(citation(scene, fits, b, naming))
    return found


def _by_name(scene: Scene, b: int, taken: set[str], copied: list[Span]) -> list[Derivation]:
    """For each outlet that is named, its report with the most in common."""
    found = []
    for outlet, places in scene.outlets.items():
        able = (a for a in places if scene.possible(a, b) and scene.report(a).id not in taken)
        first = next(able, None) if outlet else None
        naming = _named(scene, first, b, copied) if first is not None else None
        if first is None or naming is None:
            continue
        best = max((first, *able), key=lambda a: scene.share(a, b))
        if naming.how in ("own", "credit") or _is_meant(scene, best, b, naming):
            found.append(citation(scene, best, b, naming))
    return found


def _is_meant(scene: Scene, a: int, b: int, naming: Naming) -> bool:
    """Is it this report of the outlet that b has in mind, by what both tell in all or around the name?"""
    if scene.share(a, b) >= NAMED:
        return True
    return bool(scene.wordings[b].sentences) and float(scene.told_around(b, scene.sentence_of(b, naming.span.start))[a]) >= AROUND


def _named(scene: Scene, a: int, b: int, copied: list[Span]) -> Naming | None:
    hop = cited_by_chain(scene.report(b), scene.passed[b], scene.report(a))
    if hop and not any(hop.overlaps(span) for span in copied):
        return Naming(hop, "name", hop.of(scene.report(b).text))
    pointing = chain(namings(scene.report(b), scene.report(a)), statements(scene.report(b), scene.report(a)))
    return next((n for n in pointing if not any(n.span.overlaps(span) for span in copied)), None)


def _described(scene: Scene, b: int, naming: Naming, before: Sequence[Derivation]) -> int | None:
    """The earlier report that fits the description and has the most of what the sentence tells; where it has that itself from another
    that fits too, the other. None where a fuller account that cites it lies nearer: then that is what was retold."""
    if not scene.wordings[b].sentences:
        return None
    sentence = scene.sentence_of(b, naming.span.start)
    alike = scene.told_around(b, sentence)
    able = [a for a in np.nonzero(alike >= DESCRIBED)[0].tolist() if scene.possible(a, b) and directed(scene, a, b)]
    fits = {a: level for a in able for level in [fit(naming, scene.report(b), scene.report(a))] if level}
    if not fits:
        return None
    best = max(fits, key=lambda a: (fits[a], float(alike[a])))
    ids = [reading.report.id for reading in scene.readings]
    roots = [ids.index(made.from_report) for made in before if made.to_report == ids[best] and not several(naming)]
    quotes = [words for words in QUOTED.findall(scene.sentence(b, sentence).words) if words in scene.report(best).text]
    roots = [root for root in roots if all(words in scene.report(root).text for words in quotes)]
    best = next((root for root in roots if fits.get(root, 0) >= fits[best] and alike[root] >= ROOT * alike[best]), best)
    relays = [ids.index(made.to_report) for made in before if made.from_report == ids[best] and made.kind is not DerivationKind.COPY]
    fuller = any(scene.share(a, b) >= max(RETOLD, FULLER * scene.share(best, b)) for a in relays if scene.possible(a, b))
    return None if fuller and naming.how in ("medium", "agency") else best


def citation(scene: Scene, a: int, b: int, naming: Naming) -> Derivation:
    shared = scene.shared(a, b)
    lifts_quote = shared.quoted >= QUOTE and not shared.own and naming.how == "name" and scene.share(a, b) < ONLY_QUOTE
    retells = naming.how not in ("name", "credit", "own") and scene.share(a, b) >= RETOLD
    kind = DerivationKind.PARTIAL if lifts_quote else DerivationKind.REWRITE if retells else DerivationKind.CITATION
    second = scene.report(b)
    pointing = Evidence(second.id, naming.span, naming.word, "names its source")
    pairs = ((_answer(scene, a, b, naming), pointing),) if scene.wordings[a].sentences and scene.wordings[b].sentences else ()
    return Derivation(
        from_report=scene.report(a).id,
        to_report=second.id,
        kind=kind,
        shared=pairs,
        direction=why_this_way(scene, a, b),
        share=round(scene.share(a, b), 3),
        confidence=0.9 if naming.how in ("name", "credit", "own") else 0.6,
        because=(f'{second.id} says "{naming.word}"',),
    )


def _answer(scene: Scene, a: int, b: int, naming: Naming) -> Evidence:
    """The sentence of the cited report with the most of what the citing one tells."""
    both = scene.details.both(a, b)
    citing = scene.details.rows(b, len(scene.wordings[b].sentences), both)[scene.sentence_of(b, naming.span.start)]
    cited = scene.details.rows(a, len(scene.wordings[a].sentences), both)
    return scene.sentence(a, int(np.argmax((cited > 0) @ citing)), "what is cited")
