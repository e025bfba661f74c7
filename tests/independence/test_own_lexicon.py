"""A user's own lexicon changes what is counted: who owns an outlet, which names are one, whose people somebody is of."""

from pathlib import Path

import pytest

from tests.factory import a_source
from tests.independence.test_weigh import OFFICIALS, WORDS, told
from whence.independence import make_scene, recall, retell, weigh
from whence.independence.identity import described, kinship
from whence.lexicons.actors import Actors, load_actors
from whence.model import Claim, Finding, Proposition, Report, SourceKind, Story

ACTORS = "id\tname\taliases\tcontrol\tcountry\towner\tpart_of\n"
PLACES = "id\tname\tcode\talso\tpeople\tcapital\tseats\n"
OTHERS = a_source(
    "people at the port", SourceKind.UNNAMED, mention="people at the port", key="unnamed:b:people at the port", country="norway"
)
OFFICIALS_HERE = a_source("two officials", SourceKind.UNNAMED, key="unnamed:a:two officials", country="ireland")


@pytest.fixture
def mine(tmp_path: Path) -> Actors:
    path = tmp_path / "mine.tsv"
    mail = "ostrell mail\tOstrell Mail\tThe Mailer\toutlet\tnorway\tQuay Group\n"
    sun = "brandvik sun\tBrandvik Sun\t\toutlet\tnorway\tQuay Group\n"
    path.write_text(f"{ACTORS}{mail}{sun}{PLACES}ostria\tOstria\tOX\t\tOstrian|Ostrians\tOstrell\t\n", encoding="utf-8")
    return load_actors(path)


def weighed(tellings: list[tuple[Report, Claim]], actors: Actors | None) -> Finding:
    claims = [claim for _, claim in tellings]
    scene = make_scene([report for report, _ in tellings], [], claims, actors)
    return weigh(Proposition("p", WORDS, tuple(claim.id for claim in claims)), claims, [], scene, "s")


def test_two_outlets_of_one_owner(mine: Actors) -> None:
    tellings = [told("a", 7, "Ostrell Mail", chain=(OFFICIALS_HERE,)), told("b", 8, "Brandvik Sun", chain=(OTHERS,))]
    assert weighed(tellings, None).independent == (0, 2)
    finding = weighed(tellings, mine)
    assert finding.independent == (0, 1)
    assert [tie.because for tie in finding.ties] == ["Quay Group owns both outlets"]


def test_an_outlet_cited_by_its_other_name(mine: Actors) -> None:
    mailer = a_source("The Mailer", SourceKind.MEDIUM)
    tellings = [told("a", 7, "Ostrell Mail", chain=(OFFICIALS,)), told("b", 8, "Radio Sund", chain=(mailer,))]
    assert weighed(tellings, None).independent == (0, 2)
    assert weighed(tellings, mine).independent == (0, 1)


def test_an_outlet_that_names_itself(mine: Actors) -> None:
    telling = told("a", 7, "Ostrell Mail", chain=(a_source("The Mailer", SourceKind.MEDIUM),))
    assert weighed([telling], None).origins[0].kind is SourceKind.MEDIUM
    assert weighed([telling], mine).origins[0].kind is None


def test_people_of_a_country_of_ones_own(mine: Actors) -> None:
    ostrians = a_source("Ostrians", SourceKind.PERSON)
    assert (described(ostrians), described(ostrians, mine)) == (False, True)
    assert weighed([told("a", 7, chain=(ostrians,))], None).independent == (0, 1)
    assert weighed([told("a", 7, chain=(ostrians,))], mine).independent == (0, 1)
    assert kinship(ostrians, ostrians, mine).degree == "same"


def test_taken_away_by_its_other_name(mine: Actors) -> None:
    names = ("The Mailer", "Ostrell Mail")
    tellings = [told(id, 7, chain=(a_source(name, SourceKind.MEDIUM),)) for id, name in zip("ab", names)]
    assert fallen(tellings, None) == [1]
    assert fallen(tellings, mine) == [2]


def fallen(tellings: list[tuple[Report, Claim]], actors: Actors | None) -> list[int]:
    """How many tellings of each finding fall without the Ostrell Mail."""
    reports = [report for report, _ in tellings]
    story = Story("s", "Drones", tuple(report.id for report in reports), (), findings=(weighed(tellings, actors),))
    return [len(loss.fallen) for loss in recall("Ostrell Mail", lambda: [retell(story, reports, actors)]).losses]
