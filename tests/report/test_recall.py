"""What people and programs read of an origin that is taken away."""

import io
from dataclasses import replace

import jsonschema
from rich.console import Console

from tests.report.example import reports, the_ban, the_end, the_stocks
from whence.model import Finding, Loss, Recall
from whence.report.recall import print_recall, recall_lines
from whence.report.schema import schema
from whence.report.shape import recall_object


def a_loss(before: Finding, *fallen: str) -> Loss:
    """A finding without what these reports tell."""
    left = tuple(claim for claim in before.tellings if claim.report not in fallen)
    ids = {claim.id for claim in left}
    kept = tuple(replace(o, tellings=told) for o in before.origins if (told := tuple(id for id in o.tellings if id in ids)))
    sure, may = (sum(origin.counts == counts for origin in kept) for counts in ("yes", "maybe"))
    after = replace(before, tellings=left, origins=kept, independent=(sure, sure + may), drift=(), conflicts=())
    return Loss(before, after, tuple(c for c in before.tellings if c.report in fallen), before.drift, before.conflicts)


def a_recall() -> Recall:
    losses = a_loss(the_stocks(), "wire", "copy", "rewrite"), a_loss(the_ban(), "wire", "copy"), a_loss(the_end(), "wire", "copy")
    return Recall("TSNA", ("TSNA", "State media of Tarsonia"), losses, 4)


def lines() -> list[str]:
    return [str(line) for line in recall_lines(a_recall(), reports())]


def test_it_says_how_much_changes_and_how() -> None:
    assert lines()[:6] == [
        "without: TSNA",
        "  also called: State media of Tarsonia",
        "  3 of 7 findings change; 2 of them rest on nothing else that we have read",
        "finding: Stocks stand at 2.4 million tonnes (f-stocks)",
        "  before: 3 reports, 1 independent origin: Government of Tarsonia, a party to the matter · 1 change on the way · 1 disagreement",
        "  after: rests on nothing else that we have read",
    ]


def test_it_shows_what_is_left_and_what_falls_away() -> None:
    after = [line for line in lines() if line.startswith("  after: ")]
    assert after[1].startswith("  after: 2 reports, 2 independent origins: TSNA") and after[1].endswith("3 of 5 tellings left")
    assert any(line.startswith("  falls away: Harbour Wire, Milbury Gazette ← TSNA") for line in lines())
    assert "  no longer disputed: different numbers: 2.4 million t, 4.2 million t, 1.9 million t" in lines()
    assert any(line.startswith("  no longer changed on the way: number changed, Evening Ledger “4.2 million tonnes”") for line in lines())
    assert after[2] == "  after: rests on nothing else that we have read; left: Evening Ledger, in its own voice"


def test_the_terminal_has_every_line() -> None:
    out = io.StringIO()
    print_recall(a_recall(), reports(), Console(file=out, width=4000))
    assert [line.strip() for line in out.getvalue().splitlines() if line.strip()][0] == "without: TSNA"
    assert len([line for line in out.getvalue().splitlines() if line.strip()]) == len(lines())


def test_the_json_is_as_the_schema_says() -> None:
    made, whole = recall_object(a_recall()), schema()
    jsonschema.Draft202012Validator({"$ref": "#/$defs/Recall", "$defs": whole["$defs"]}).validate(made)
    assert set(made) == set(whole["$defs"]["Recall"]["properties"])
    assert all(set(loss) == set(whole["$defs"]["Loss"]["properties"]) for loss in made["losses"])
    assert [loss["rests_on_nothing"] for loss in made["losses"]] == [True, False, True]
