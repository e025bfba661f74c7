import pytest

from tests.factory import a_source
from tests.report.example import reports, the_ban
from whence.model import Origin, SourceKind
from whence.report.outline import outline_finding
from whence.report.tellings import also_called, chain_of, put_together


@pytest.mark.parametrize(
    "outlets, hops, said",
    [
        (["Coast Radio"], [], "Coast Radio, in its own voice"),
        (["Coast Radio", "Grain Daily"], [], "Coast Radio, Grain Daily, in their own voice"),
        (["Coast Radio", "Grain Daily"], ["TSNA", "Tasso"], "Coast Radio, Grain Daily ← TSNA ← Tasso"),
    ],
)
def test_chain_of(outlets, hops, said):
    assert chain_of(outlets, hops) == said


def test_the_same_words_are_one_wording_with_every_chain():
    tellings = outline_finding(the_ban(), reports()).tellings
    said = put_together(tellings)
    assert sum(len(each.tellings) for each in said) == len(tellings)
    assert [each.reports for each in said][0] == 2
    assert [chain for chain, _ in said[0].chains] == ["Milbury Gazette ← Harbour Wire ← TSNA", "Harbour Wire ← TSNA"]


@pytest.mark.parametrize(
    "name, names, said",
    [
        ("Davor Melk", ("he", "Melk", "Davor Melk", "Chairman Melk"), ("Chairman Melk",)),
        ("unnamed: Two officials", ("Two officials", "the two officials"), ()),
        ("TSNA", ("the state news agency TSNA", "State media", "state media"), ("the state news agency TSNA", "State media")),
    ],
)
def test_other_names_that_say_something(name, names, said):
    kind = SourceKind.UNNAMED if name.startswith("unnamed") else a_source(name).kind
    assert also_called(Origin(name, kind, "", "yes", False, (), names)) == said
