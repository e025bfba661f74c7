"""Propositions told by a few reports: how many origins are independent, and why."""

from datetime import UTC, datetime
from typing import Any

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence import make_scene, weigh
from whence.model import Act, Certainty, Claim, Control, Derivation, DerivationKind, Finding, Proposition, Report, SourceKind

TTA = a_source("TTA", SourceKind.MEDIUM, key="tta", state="tarvia", country="Tarvia", control=Control.STATE_MEDIUM)
STAFF = a_source("Brenmark's General Staff", key="brenmark general staff", state="brenmark", country="Brenmark", control=Control.MILITARY)
OFFICIALS = a_source("two officials", SourceKind.UNNAMED, key="unnamed:a:two officials")
BELIEVED = a_source("it is believed", SourceKind.IMPERSONAL, key="impersonal")
WORDS = "Tarvia tested drones"


def told(name: str, day: int, outlet: str | None = None, **facts: Any) -> tuple[Report, Claim]:
    report = a_report(
        f"{WORDS} at Karsk, it said.", id=name, outlet=outlet or f"{name} Gazette", published=datetime(2025, 2, day, tzinfo=UTC)
    )
    cue = span_of(report, "said") if facts.get("chain") and not facts.pop("credited", False) else None
    return report, a_claim(report, WORDS, cue=cue, **facts)


def weighed(*tellings: tuple[Report, Claim], derivations: tuple[tuple[str, str, DerivationKind], ...] = ()) -> Finding:
    claims = [claim for _, claim in tellings]
    scene = make_scene([report for report, _ in tellings], [Derivation(a, b, kind) for a, b, kind in derivations], claims)
    return weigh(Proposition("p", WORDS, tuple(c.id for c in claims)), claims, [], scene, "s")


def test_one_origin_told_by_three_counts_once() -> None:
    finding = weighed(*(told(name, 7, chain=(TTA,)) for name in "abc"))
    assert finding.independent == (1, 1)
    assert len(finding.origins) == 1
    assert {tie.rule for tie in finding.ties} == {"same_origin"}


def test_two_named_origins_count_twice() -> None:
    assert weighed(told("a", 7, chain=(TTA,)), told("b", 8, chain=(STAFF,))).independent == (2, 2)


def test_unnamed_people_raise_only_the_most() -> None:
    finding = weighed(told("a", 7, chain=(OFFICIALS,)))
    assert finding.independent == (0, 1)
    assert finding.origins[0].counts == "maybe"


def test_nobody_never_counts() -> None:
    finding = weighed(told("a", 7), told("b", 8, chain=(BELIEVED,)))
    assert finding.independent == (0, 0)
    assert all(origin.counts == "no" for origin in finding.origins)


def test_a_credit_alone_is_the_report_s_own_voice() -> None:
    wire = a_source("Continental News", SourceKind.MEDIUM, key="continental news", control=Control.AGENCY)
    assert weighed(told("a", 7, chain=(wire,), credited=True)).independent == (0, 0)


def test_an_uncredited_rewrite_hangs_on_what_it_took() -> None:
    finding = weighed(told("a", 7, chain=(TTA,)), told("b", 8), derivations=(("a", "b", DerivationKind.REWRITE),))
    assert finding.independent == (1, 1)
    assert len(finding.origins) == 1
    assert [d.kind for d in finding.drift] == ["attribution_dropped"]


def test_a_report_that_took_from_two_joins_no_two_origins() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,)),
        told("b", 7, chain=(STAFF,)),
        told("c", 9),
        derivations=(("a", "c", DerivationKind.REWRITE), ("b", "c", DerivationKind.CITATION)),
    )
    assert finding.independent == (2, 2)


def test_deniers_and_the_silent_are_listed_not_counted() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,)),
        told("b", 8, chain=(STAFF,), negated=True, act=Act.DENIES),
        told("c", 8, chain=(a_source("Sorovia"),), act=Act.NO_COMMENT, certainty=Certainty.UNSURE),
    )
    assert finding.independent == (1, 1)
    assert finding.against == (STAFF.name,)
    assert finding.no_comment == ("Sorovia",)
    assert [c.about for c in finding.conflicts] == ["yes_no"]


def test_a_source_that_denies_its_own_words_is_in_doubt() -> None:
    finding = weighed(told("a", 7, chain=(STAFF,)), told("b", 8, chain=(STAFF,), negated=True, act=Act.DENIES))
    assert finding.independent == (0, 1)


def test_a_circle_counts_once_and_is_shown() -> None:
    herald = a_source("Kest Herald", SourceKind.MEDIUM, key="kest herald", control=Control.OUTLET)
    monitor = a_source("Pell Monitor", SourceKind.MEDIUM, key="pell monitor", control=Control.OUTLET)
    finding = weighed(
        told("a", 7, outlet="Kest Herald", chain=(OFFICIALS,)),
        told("b", 8, outlet="Pell Monitor", chain=(herald,)),
        told("c", 9, outlet="Kest Herald", chain=(monitor,)),
        derivations=(("a", "b", DerivationKind.CITATION), ("b", "c", DerivationKind.CITATION)),
    )
    assert finding.independent == (0, 1)
    assert finding.circles == (("a", "b", "c"),)


def test_a_hedge_dropped_on_the_way_is_seen() -> None:
    finding = weighed(
        told("a", 7, chain=(TTA,), certainty=Certainty.POSSIBLE),
        told("b", 8, chain=(TTA,)),
        derivations=(("a", "b", DerivationKind.CITATION),),
    )
    assert "hedge_dropped" in [d.kind for d in finding.drift]
    assert finding.certainty == (Certainty.POSSIBLE, Certainty.CERTAIN)


def test_who_only_says_may_is_no_full_support_for_what_is_told_flatly() -> None:
    assert weighed(told("a", 7, chain=(STAFF,), certainty=Certainty.POSSIBLE), told("b", 8)).independent == (0, 1)
    assert weighed(told("a", 7, chain=(STAFF,), certainty=Certainty.POSSIBLE)).independent == (1, 1)


def test_the_same_long_words_are_one_origin_whoever_they_are_laid_to() -> None:
    words = "Our ties with the neighbour have never been worse than they are today"
    reports = [a_report(f"“{words},” he said.", id=name, published=datetime(2025, 2, 7, tzinfo=UTC)) for name in "ab"]
    people = [a_source(name, SourceKind.PERSON) for name in ("Davor Melk", "Petra Holm")]
    tellings = [(r, a_claim(r, words, chain=(p,), cue=span_of(r, "said"))) for r, p in zip(reports, people)]
    assert weighed(*tellings).independent == (1, 1)


def test_a_state_medium_speaks_for_its_state_and_is_a_party() -> None:
    report = a_report("Tarvia tested drones at Karsk.", id="a", outlet="TTA", owner="Government of Tarvia")
    from whence.model import Participant

    claim = a_claim(report, WORDS)
    claim = a_claim(report, WORDS, participants=(Participant("Tarvia", claim.span, "agent", "GPE"),))
    finding = weighed((report, claim))
    assert finding.independent == (1, 1)
    assert finding.party
