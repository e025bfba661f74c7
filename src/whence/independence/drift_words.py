"""Two tellings, or a telling and the reports behind it → what its words lost: a hedge, who it is from, or the words of a quotation."""

import re
from collections.abc import Iterator

from whence.compare import nearest, quote_likeness, same_quantity
from whence.independence.quoting import SHORTEST_QUOTE
from whence.independence.scene import Scene
from whence.model import Act, Certainty, Claim, Drift, Evidence, Quantity, Source, Span
from whence.text import WORD, words

ALTERED = (62.0, 97.0)  # likeness of two quotations in which one was changed rather than another was quoted
MUCH_SHORTER = 0.4  # share of the longer quotation's words
CONDITIONS = frozenset("if unless until once provided".split())
HEDGE = re.compile(
    r"\b(?:may|might|could|perhaps|possibl[ey]|probabl[ey]|likel(?:y|iest)|apparently|reportedly|allegedly|suspected"
    r"|believed|feared|appear(?:s|ed)? to|seem(?:s|ed)? to|suggest(?:s|ed)?|hint(?:s|ed)?|expected"
    r"|considering|not rule out|not ruled out|said to|thought to|understood to|in doubt|early indication|weigh(?:s|ing)"
    r"|close to|all but|as good as)\b"
)
POSSESSIVE = re.compile(r"['’]s?$")
HEDGED = (Certainty.POSSIBLE, Certainty.PROBABLE)


def hedge_lost(a: Claim, b: Claim) -> str:
    """Why the later telling is surer than the earlier one; nothing where it is not."""
    if b.certainty is not Certainty.CERTAIN or _open(b.plain):
        return ""
    if a.certainty in HEDGED and not _planned(a):
        return f"{a.certainty.value} became certain"
    if hedge := _open(a.plain):
        return f"“{hedge}” is gone"
    bound = next((p for q in b.quantities for p in a.quantities if _bound_lost(p, q)), None)
    return f"“{bound.text}” has lost its bound" if bound else ""


def _bound_lost(earlier: Quantity, later: Quantity) -> bool:
    """ "At least 21" told on as "21"."""
    return earlier.qualifier == "at_least" and later.qualifier == "exact" and same_quantity(earlier, later) is True


def place_of(claim: Claim, other: Claim) -> Evidence:
    """The telling, or of a long one the part that the other is about."""
    span = nearest(claim, other)
    return Evidence(claim.report, span, claim.words[span.start - claim.span.start : span.end - claim.span.start])


def _open(plain: str) -> str:
    found = HEDGE.search(plain)
    return found.group() if found else ""


def _planned(claim: Claim) -> bool:
    """What is planned is told as "will be": no hedge was dropped."""
    return claim.act is Act.PLANS and claim.certainty is Certainty.PROBABLE


def names_source(later: Claim, source: Source) -> bool:
    """Whether the later telling's own sentence still names whom it is from, by half of the words of its name: "by the chairman's
    reckoning", not "on the Brenmark coast" for Brenmark's General Staff."""
    told = {POSSESSIVE.sub("", word) for word in words(later.words)}
    named = [{POSSESSIVE.sub("", word) for word in words(each) if len(word) > 3} for each in (source.name, source.mention)]
    return any(own and 2 * len(own & told) >= len(own) for own in named)


def altered_quotes(later: Claim, scene: Scene) -> Iterator[Drift]:
    """Its quotations against all in the reports behind it: one that stands in no report before it as it is, and nearly in one."""
    behind = scene.upstream.get(later.report, frozenset())
    for span, now in _quoted(later):
        spoken = [
            (s.report, s.span, s.words) for s in scene.quotations.like(now) if s.report in behind or _may_be_behind(s.report, later, scene)
        ]
        if any(not _cut(said, now) and not _apart(said, now) and quote_likeness(said, now) >= ALTERED[1] for _, _, said in spoken):
            continue
        near = [(quote_likeness(said, now), id, then, said) for id, then, said in spoken if id in behind and not _apart(said, now)]
        for share, id, then, said in sorted(near, reverse=True)[:1]:
            if share >= ALTERED[0]:
                yield Drift("quote_altered", Evidence(id, then, said), Evidence(later.report, span, now), f"“{said}” became “{now}”")
                return


def _may_be_behind(report: str, later: Claim, scene: Scene) -> bool:
    return report != later.report and scene.before(report, later.report)


def _apart(earlier: str, later: str) -> bool:
    """One is so much shorter that it may be likened to any part of the other."""
    a, b = len(words(earlier)), len(words(later))
    return min(a, b) < MUCH_SHORTER * max(a, b) and not _cut(earlier, later)


def _cut(earlier: str, later: str) -> bool:
    """Words that limited it are gone: an "if …", or "No door was locked from the outside" told as "No door was locked"."""
    if _condition_lost(earlier, later):
        return True
    said, left = words(earlier), words(later)
    begun = " ".join(said).startswith(" ".join(left)) and len(left) < len(said)
    return begun and later.rstrip()[-1:] in ",.!?" and not re.match(r"[,.;:!?–—-]", _after(earlier, len(left)))


def _after(text: str, count: int) -> str:
    """What follows the first `count` words, without blanks."""
    ends = [match.end() for match in WORD.finditer(text)]
    return text[ends[count - 1] :].lstrip() if 0 < count <= len(ends) else ""


def _condition_lost(earlier: str, later: str) -> bool:
    """The same words, without the "if …" that they hung on."""
    said, left = f" {' '.join(words(earlier))} ", f" {' '.join(words(later))} "
    lost = set(said.replace(left, " ").split()) if left in said else set()
    return bool(lost & CONDITIONS) and not CONDITIONS & set(left.split())


def _quoted(claim: Claim) -> Iterator[tuple[Span, str]]:
    for quote in claim.quotes:
        inside = Span(max(quote.start, claim.span.start), min(quote.end, claim.span.end))
        said = claim.words[inside.start - claim.span.start : inside.end - claim.span.start]
        if len(words(said)) >= SHORTEST_QUOTE:
            yield inside, said
