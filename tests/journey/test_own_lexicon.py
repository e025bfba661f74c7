"""A user's own file (`--lexicon FILE`, `Settings.lexicon`), from the text to the count."""

from dataclasses import replace
from pathlib import Path

import whence
from tests.factory import a_report
from whence.model import Finding
from whence.settings import Settings

SAYS = "The ferry Hanna hit the quay at Ostrell on Friday"
REPORTS = [
    a_report(f"Brandvik Sentral — {SAYS}. Nobody was hurt.", id="a", outlet="Ostrell Mail", headline=""),
    a_report(f"{SAYS.removeprefix('The ').capitalize()}, BRS reported.", id="b", outlet="Radio Sund", headline=""),
]


def counted(settings: Settings) -> Finding:
    """The finding over what both reports tell."""
    findings = [finding for story in whence.trace(REPORTS, settings).stories for finding in story.findings]
    return max(findings, key=lambda finding: len(finding.tellings))


def test_an_agency_of_ones_own_is_one_origin_by_both_its_names(settings: Settings, tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    header = "id\tname\taliases\tcontrol\tcountry\towner\tpart_of\n"
    mine.write_text(f"{header}brandvik sentral\tBrandvik Sentral\tBRS\tagency\tnorway\n", encoding="utf-8")
    before, after = counted(settings), counted(replace(settings, lexicon=mine))
    assert before.independent == (1, 1)  # BRS is taken for somebody who vouches for it
    assert after.independent == (0, 1)  # both came through one agency, which names nobody
    assert [origin.name for origin in after.origins] == ["Brandvik Sentral"] and len(after.tellings) == 2
