"""Readings and stories made by hand, for the tests of the store; run as a script it adds to one until it is killed."""

import sys
from pathlib import Path

from tests.factory import a_claim, a_report, a_source
from whence.model import (
    Attribution,
    Block,
    BlockKind,
    Claim,
    Derivation,
    DerivationKind,
    Evidence,
    Finding,
    Origin,
    Reading,
    SourceKind,
    Span,
    Story,
)
from whence.store import open_store

TEXT = "The harbour of Oss Vela was closed on Monday, the port authority said. “No ship went out,” it added.\n"


def a_reading(id: str = "r1", text: str = TEXT) -> Reading:
    report = a_report(text, id=id, outlet="Vela Post", blocks=(Block(BlockKind.PARAGRAPH, Span(0, len(text)), "first"),))
    source = a_source("port authority", span=Span(50, 64), because=("named in the text",))
    attribution = Attribution((Span(46, 64),), (Span(65, 69),), (Span(0, 44),), (source,))
    return Reading(report, (attribution,), (a_claim(report, text[:10], id=f"claim-{id}", chain=(source,)),))


def a_finding(id: str, story: str, claim: Claim) -> Finding:
    origin = Origin("port authority", SourceKind.ORGANISATION, "port authority", "yes", True, (claim.id,))
    return Finding(id, story, "The harbour was closed", (claim,), (origin,), (1, 1), True, ("one origin",))


def a_story(id: str, *readings: Reading, findings: tuple[str, ...] = ()) -> Story:
    ids = tuple(reading.report.id for reading in readings)
    shared = (Evidence(ids[0], Span(0, 3), "The"), Evidence(ids[-1], Span(0, 3), "The"))
    taken = Derivation(ids[0], ids[-1], DerivationKind.COPY, (shared,), "earlier", 1.0)
    weighed = tuple(a_finding(finding, id, readings[0].claims[0]) for finding in findings)
    return Story(id, "Harbour closed", ids, ("same event",), (taken,), weighed)


def add_until_killed(path: Path, first: int) -> None:
    """Batches of 20 readings; a line on standard output after each batch that is kept."""
    with open_store(path, create=True) as store:
        for batch in range(first, 1_000_000):
            with store.batch():
                for n in range(20):
                    store.add(a_reading(f"{batch}-{n}", TEXT * 30 + str(n)), b"card" * 50, b"vectors" * 500, b"lead")
            print(batch, flush=True)


if __name__ == "__main__":
    add_until_killed(Path(sys.argv[1]), 0)
