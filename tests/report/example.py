"""One rich trace, made by hand: an invented grain ban with every noun in it. `a_trace()` is what the tests of report render.

An agency line under three names, a copy with a credit line, a rewrite that drops a hedge and turns 2.4 into 4.2, a circle, a denial, a
refusal to comment, an unnamed official, a conflict, statements told once, a second story, two failures.
"""

from datetime import datetime
from functools import cache

from tests.factory import a_claim, a_report, a_source, span_of
from whence.model import (
    Act,
    Attribution,
    Block,
    BlockKind,
    Certainty,
    Claim,
    Conflict,
    ConflictValue,
    Control,
    Derivation,
    DerivationKind,
    Drift,
    Evidence,
    Failure,
    Finding,
    Origin,
    Participant,
    Quantity,
    Reading,
    Report,
    Source,
    SourceKind,
    Span,
    Stance,
    Story,
    Tie,
    Time,
    Trace,
)

WIRE = """Tarsonia to halt wheat exports from June
BRENHAVEN, May 4 (Harbour Wire) - Tarsonia will stop all wheat exports from June 1, the state news agency TSNA said on Monday.

Stocks stand at 2.4 million tonnes, the agriculture ministry said in a statement carried by TSNA.

The ban may last until 2027, said an official at the ministry who asked not to be named. The millers' union denied that any end date had \
been set. Neighbouring Dorria declined to comment.

Wheat is the country's main crop.
"""
COPY = WIRE.replace("BRENHAVEN, May 4 (Harbour Wire) - ", "") + "\nReporting by Harbour Wire\n\nMORE ON THIS\nFive soups for spring\n"
REWRITE = """Brenhaven bans wheat exports until 2027
Brenhaven is banning the export of wheat, state media confirmed.

The ban will last until 2027. Silos hold 4.2 million tonnes, according to the government.

Bread is a sensitive matter in Tarsonia.
"""
OWN = """No grain ship cleared since Saturday
No ship with grain has been allowed to leave since Saturday, harbour master Jonas Veit told Coast Radio. "They told us to stop loading," \
he said.

The port's own count of grain in store is 1.9 million tonnes, Veit said.

Dorria's trade ministry said it was in touch with Brenhaven. Lundhaven is the country's largest port.
"""
CIRCLE_A = "Trader in default\nA trader in Lundhaven has defaulted on three cargoes, The Courier reported.\n"
CIRCLE_B = "Default at the port\nA Lundhaven trader defaulted on three cargoes, according to Grain Daily.\n"
OTHER = "Dorria halts barley exports\nDorria has stopped barley exports after a dry spring, its farm minister said.\n"


def _blocks(text: str, *openings: tuple[str, BlockKind]) -> tuple[Block, ...]:
    """Lines are blocks: the first a headline, those that open as told their kind, after a boilerplate line all is boilerplate."""
    made, start, tail = [], 0, False
    for number, line in enumerate(text.splitlines(keepends=True)):
        kind = BlockKind.HEADLINE if number == 0 else BlockKind.PARAGRAPH
        kind = next((named for opening, named in openings if line.startswith(opening)), kind)
        tail = tail or kind is BlockKind.BOILERPLATE
        if line.strip():
            made.append(Block(BlockKind.BOILERPLATE if tail else kind, Span(start, start + len(line.rstrip())), "made by hand"))
        start += len(line)
    return tuple(made)


def _report(id: str, text: str, outlet: str, hour: int, *openings: tuple[str, BlockKind], owner: str | None = None) -> Report:
    published = datetime.fromisoformat(f"2026-05-04T{hour:02}:30:00+02:00")
    headline = text.splitlines()[0]
    known = (("outlet", "sidecar"), ("published", "sidecar"))
    facts = {"outlet": outlet, "owner": owner, "published": published, "headline": headline, "known_from": known}
    return a_report(text, id, blocks=_blocks(text, *openings), **facts)


@cache
def reports() -> dict[str, Report]:
    made = (
        _report("wire", WIRE, "Harbour Wire", 9),
        _report(
            "copy",
            COPY,
            "Milbury Gazette",
            11,
            ("Reporting by", BlockKind.CREDIT),
            ("MORE ON", BlockKind.BOILERPLATE),
            owner="Milbury Press",
        ),
        _report("rewrite", REWRITE, "Evening Ledger", 15),
        _report("radio", OWN, "Coast Radio", 13),
        _report("daily", CIRCLE_A, "Grain Daily", 16),
        _report("courier", CIRCLE_B, "The Courier", 17),
        _report("other", OTHER, "Dorria Today", 8),
    )
    return {report.id: report for report in made}


def _source(id: str, words: str, name: str, kind: SourceKind = SourceKind.ORGANISATION, **facts: object) -> Source:
    return a_source(name, kind, mention=words, span=span_of(reports()[id], words), **facts)


def _tsna(id: str, words: str) -> Source:
    because = ("“state news agency TSNA” says whose it is",)
    return _source(
        id, words, "TSNA", SourceKind.MEDIUM, control=Control.STATE_MEDIUM, state="tarsonia", country="Tarsonia", because=because
    )


def _told(id: str, words: str, content: str, cue: str, *chain: Source, **facts: object) -> Claim:
    report = reports()[id]
    placed: dict[str, object] = {
        "content": Span(*_range(id, words, content)),
        "cue": Span(*_range(id, words, cue)) if cue else None,
        "chain": chain,
    }
    placed["plain"] = content
    return a_claim(report, words, **(placed | facts))


def _words(id: str, words: str, note: str = "") -> Evidence:
    return Evidence(id, span_of(reports()[id], words), words, note)


def _origin(source: str, tellings: tuple[Claim, ...], counts: str, kind: SourceKind | None, **facts: object) -> Origin:
    return Origin(source, kind, source.casefold(), counts, bool(facts.pop("party", False)), tuple(each.id for each in tellings), **facts)  # type: ignore[arg-type]


def the_ban() -> Finding:
    credit = _source("copy", "Harbour Wire", "Harbour Wire", SourceKind.MEDIUM, control=Control.AGENCY)
    line, said = (
        "Tarsonia will stop all wheat exports from June 1",
        "Tarsonia will stop all wheat exports from June 1, the state news agency TSNA said on Monday.",
    )
    june = Time(span_of(reports()["wire"], "June 1"), "June 1", "DATE", "2026-06-01", precision="day", because="next after publication")
    actor = Participant("Tarsonia", Span(*_range("wire", line, "Tarsonia")), "agent", "GPE")
    a = _told(
        "wire", said, line, "said", _tsna("wire", "the state news agency TSNA"), times=(june,), participants=(actor,), predicate="stop"
    )
    b = _told("copy", said, line, "said", credit, _tsna("copy", "the state news agency TSNA"))
    words = "Brenhaven is banning the export of wheat, state media confirmed."
    endorsed = {"stance": Stance.ENDORSED, "evidence": (("stance", span_of(reports()["rewrite"], "confirmed")),)}
    c = _told("rewrite", words, "Brenhaven is banning the export of wheat", "confirmed", _tsna("rewrite", "state media"), **endorsed)
    d = _told("rewrite", "Brenhaven bans wheat exports", "Brenhaven bans wheat exports", "", act=Act.ORDERS, in_headline=True)
    veit = _source("radio", "harbour master Jonas Veit", "Jonas Veit", SourceKind.PERSON)
    words = "No ship with grain has been allowed to leave since Saturday, harbour master Jonas Veit told Coast Radio."
    e = _told("radio", words, "No ship with grain has been allowed to leave since Saturday", "told", veit)
    names = ("the state news agency TSNA", "state media", "Brenhaven")
    because = ("three names, one state medium: “the state news agency TSNA”, “state media”, “Brenhaven”",)
    tsna = _origin("TSNA", (a, b, c), "yes", SourceKind.MEDIUM, party=True, names=names, because=because)
    master = _origin("Jonas Veit", (e,), "yes", SourceKind.PERSON, because=("he speaks of what he saw at his own port",))
    voice = _origin("Evening Ledger, in its own voice", (d,), "no", None)
    ties = (
        Tie(a.id, b.id, "same_origin", "both end at TSNA", (_words("wire", "TSNA"), _words("copy", "TSNA"))),
        Tie(a.id, c.id, "same_origin", "both end at TSNA", (_words("rewrite", "state media"),)),
        Tie(a.id, b.id, "derivation", "the Gazette carries the wire's text", (_words("wire", line), _words("copy", line, "96% the same"))),
    )
    reasons = ("TSNA and Jonas Veit are tied by nothing that we could see", "the Gazette carries the wire word for word: it adds no origin")
    return Finding("f-ban", "s-ban", line, (a, b, c, d, e), (tsna, master, voice), (2, 2), False, reasons, ties)


def _range(id: str, inside: str, words: str) -> tuple[int, int]:
    start = span_of(reports()[id], inside).start + inside.index(words)
    return start, start + len(words)


def the_stocks() -> Finding:
    said = "Stocks stand at 2.4 million tonnes, the agriculture ministry said in a statement carried by TSNA."
    content, made = "Stocks stand at 2.4 million tonnes", []
    for id in ("wire", "copy"):
        tonnes = Quantity(span_of(reports()[id], "2.4 million tonnes"), "2.4 million tonnes", 2.4e6, "t")
        ministry = _source(
            id, "the agriculture ministry", "Ministry of Agriculture of Tarsonia", control=Control.GOVERNMENT, state="tarsonia"
        )
        via = a_source("TSNA", SourceKind.MEDIUM, span=Span(*_range(id, "carried by TSNA", "TSNA")))
        made.append(_told(id, said, content, "said in a statement", via, ministry, quantities=(tonnes,)))
    government = _source("rewrite", "the government", "Government of Tarsonia", control=Control.GOVERNMENT, state="tarsonia")
    words = "Silos hold 4.2 million tonnes, according to the government."
    made.append(_told("rewrite", words, "Silos hold 4.2 million tonnes", "according to", government))
    tellings = tuple(made)
    party = ("the government speaks about its own stocks",)
    origin = _origin(
        "Government of Tarsonia", tellings, "yes", SourceKind.ORGANISATION, party=True, because=party, names=("the agriculture ministry",)
    )
    drift = Drift(
        "number_changed", _words("wire", "2.4 million tonnes"), _words("rewrite", "4.2 million tonnes"), "the digits change places"
    )
    veit = _source("radio", "Veit", "Jonas Veit", SourceKind.PERSON)
    values = (
        ConflictValue("2.4 million t", _words("wire", "2.4 million tonnes"), tellings[0].chain),
        ConflictValue("4.2 million t", _words("rewrite", "4.2 million tonnes"), (government,)),
        ConflictValue("1.9 million t", _words("radio", "1.9 million tonnes", "the port's own count"), (veit,)),
    )
    conflict = Conflict("number", "how much grain is in store", values)
    ties = tuple(Tie(tellings[0].id, each.id, "same_origin", "the ministry is part of the government") for each in tellings[1:])
    return Finding(
        "f-stocks",
        "s-ban",
        content,
        tellings,
        (origin,),
        (1, 1),
        True,
        ("one origin under two names",),
        ties,
        drift=(drift,),
        conflicts=(conflict,),
    )


def the_end() -> Finding:
    made = []
    for id in ("wire", "copy"):
        words = "an official at the ministry who asked not to be named"
        official = _source(id, words, "an official at the ministry", SourceKind.UNNAMED, part_of=("ministry of agriculture of tarsonia",))
        may = (("certainty", span_of(reports()[id], "may")),)
        facts = {"certainty": Certainty.POSSIBLE, "evidence": may}
        made.append(_told(id, f"The ban may last until 2027, said {words}.", "The ban may last until 2027", "said", official, **facts))
    flat = _told("rewrite", "The ban will last until 2027.", "The ban will last until 2027", "", act=Act.PLANS)
    union = _source("wire", "The millers' union", "Millers' union", control=Control.CIVIL)
    words = "The millers' union denied that any end date had been set."
    denial = _told("wire", words, "any end date had been set", "denied", union, act=Act.DENIES, negated=True)
    dorria = _source("wire", "Neighbouring Dorria", "Dorria", control=Control.GOVERNMENT, state="dorria")
    words = "Neighbouring Dorria declined to comment."
    silent = _told("wire", words, words, "declined to comment", dorria, act=Act.NO_COMMENT, certainty=Certainty.UNSURE)
    names = ("an official at the ministry who asked not to be named",)
    unnamed = _origin("unnamed official at the ministry", tuple(made), "maybe", SourceKind.UNNAMED, party=True, names=names)
    voice = _origin("Evening Ledger, in its own voice", (flat,), "no", None, because=("nobody is named",))
    denier = _origin("Millers' union", (denial,), "no", SourceKind.ORGANISATION)
    drift = Drift(
        "hedge_dropped", _words("wire", "The ban may last until 2027"), _words("rewrite", "The ban will last until 2027"), "“may” is gone"
    )
    values = (
        ConflictValue("until 2027", _words("rewrite", "until 2027")),
        ConflictValue("no end date", _words("wire", "denied"), (union,)),
    )
    return Finding(
        "f-end",
        "s-ban",
        "The ban may last until 2027",
        (*made, flat, denial, silent),
        (unnamed, voice, denier),
        (0, 1),
        False,
        ("the only source is unnamed: it raises the upper end only",),
        (Tie(made[0].id, made[1].id, "derivation", "the Gazette carries the wire's text"),),
        (Certainty.POSSIBLE, Certainty.CERTAIN),
        (drift,),
        (Conflict("yes_no", "whether an end date is set", values),),
        against=("Millers' union",),
        no_comment=("Dorria",),
    )


def the_default() -> Finding:
    courier = _source("daily", "The Courier", "The Courier", SourceKind.MEDIUM)
    daily = _source("courier", "Grain Daily", "Grain Daily", SourceKind.MEDIUM)
    words = "A trader in Lundhaven has defaulted on three cargoes, The Courier reported."
    a = _told("daily", words, "A trader in Lundhaven has defaulted on three cargoes", "reported", courier)
    words = "A Lundhaven trader defaulted on three cargoes, according to Grain Daily."
    b = _told("courier", words, "A Lundhaven trader defaulted on three cargoes", "according to", daily)
    circle = _origin("a circle of two reports", (a, b), "maybe", SourceKind.MEDIUM, names=("The Courier", "Grain Daily"))
    because = ("Grain Daily and The Courier cite each other",)
    tie = Tie(a.id, b.id, "circle", *because, (_words("daily", "The Courier reported"), _words("courier", "according to Grain Daily")))
    return Finding("f-default", "s-ban", a.plain, (a, b), (circle,), (0, 1), False, because, (tie,), circles=(("daily", "courier"),))


def told_once(id: str, words: str, *chain: Source, cue: str = "") -> Finding:
    claim = _told(id, words, words, cue, *chain)
    origins = tuple(_origin(source.name, (claim,), "yes", source.kind) for source in chain[-1:])
    return Finding(f"f-{claim.id}", "s-ban", words, (claim,), origins, (len(origins), len(origins)), False, ())


@cache
def a_trace() -> Trace:
    dorria = _source("radio", "Dorria's trade ministry", "Trade ministry of Dorria", control=Control.GOVERNMENT)
    ministry = told_once("radio", "Dorria's trade ministry said it was in touch with Brenhaven.", dorria, cue="said")
    flat = [told_once("wire", "Wheat is the country's main crop."), told_once("rewrite", "Bread is a sensitive matter in Tarsonia.")]
    flat.append(told_once("radio", "Lundhaven is the country's largest port."))
    shared = ((_words("wire", "Stocks stand at 2.4 million tonnes"), _words("copy", "Stocks stand at 2.4 million tonnes")),)
    derivations = (
        Derivation("wire", "copy", DerivationKind.COPY, shared, "credited and two hours later", 0.96, because=("it credits Harbour Wire",)),
        Derivation("wire", "rewrite", DerivationKind.REWRITE, (), "six hours later", 0.31),
        Derivation("courier", "daily", DerivationKind.CITATION),
        Derivation("daily", "courier", DerivationKind.CITATION),
    )
    ids = ("wire", "radio", "copy", "rewrite", "daily", "courier")
    because = ("wheat exports, Tarsonia and Brenhaven within eight hours",)
    findings = (the_ban(), the_end(), the_stocks(), the_default(), ministry, *flat)
    minister = _source("other", "its farm minister", "Farm minister of Dorria", SourceKind.PERSON)
    barley = told_once("other", "Dorria has stopped barley exports after a dry spring, its farm minister said.", minister, cue="said")
    stories = (
        Story("s-ban", "Tarsonia to halt wheat exports from June", ids, because, derivations, findings),
        Story("s-other", "Dorria halts barley exports", ("other",), (), (), (barley,)),
    )
    failures = (
        Failure("inbox/scan.pdf", "read", "not text: save the page as HTML or text"),
        Failure("inbox/empty.txt", "read", "empty file"),
    )
    return Trace(stories, tuple(reports().values()), failures)


def a_reading() -> Reading:
    """What the wire gives by itself."""
    claims = tuple(claim for finding in a_trace().stories[0].findings for claim in finding.tellings if claim.report == "wire")
    cued = (claim for claim in claims if claim.cue)
    attributions = tuple(Attribution((claim.chain[-1].span,), (claim.cue,), (claim.content,), claim.chain) for claim in cued)  # type: ignore[arg-type]
    return Reading(reports()["wire"], attributions, claims)
