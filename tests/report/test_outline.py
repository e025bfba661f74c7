from dataclasses import replace

from tests.report.example import a_trace, reports, the_ban, the_end, the_stocks
from whence.report.outline import outline, outline_finding


def test_findings_in_three_tiers_numbered_through():
    first, second = outline(a_trace())
    assert [each.finding.id for each in first.full] == ["f-ban", "f-end", "f-stocks", "f-default"]
    assert [len(tier) for tier in (first.sourced, first.once)] == [1, 3]
    assert [each.number for each in (*first.findings, *second.findings)] == list(range(1, 10))


def test_tellings_stand_under_their_origins_those_that_count_first():
    told = outline_finding(the_ban(), reports())
    assert [(each.origin.name, [telling.outlet for telling in each.tellings]) for each in told.groups if each.origin] == [
        ("TSNA", ["Harbour Wire", "Milbury Gazette", "Evening Ledger"]),
        ("Jonas Veit", ["Coast Radio"]),
        ("Evening Ledger, in its own voice", ["Evening Ledger"]),
    ]
    assert told.groups[0].also_called == ("the state news agency TSNA", "state media", "Brenhaven")
    assert told.tellings[1].chain == "Milbury Gazette ← Harbour Wire ← TSNA"
    assert told.tellings[3].chain == "Evening Ledger, in its own voice"


def test_deniers_and_the_silent_stand_beside():
    against, silent = outline_finding(the_end(), reports()).groups[-2:]
    assert [(each.beside, each.names) for each in (against, silent)] == [
        ("denied by", ("Millers' union",)),
        ("no comment from", ("Dorria",)),
    ]
    assert [each.claim.act.value for group in (against, silent) for each in group.tellings] == ["denies", "no_comment"]


def test_a_telling_that_no_origin_lists_has_none_in_sight():
    last = outline_finding(replace(the_ban(), origins=the_ban().origins[:2]), reports()).groups[-1]
    assert (last.origin, last.beside, [each.outlet for each in last.tellings]) == (None, "", ["Evening Ledger"])


def test_ties_of_one_rule_and_reason_are_one():
    first, second = outline_finding(the_ban(), reports()).ties
    assert [each.outlet for each in first.tellings] == ["Harbour Wire", "Milbury Gazette", "Evening Ledger"]
    assert [each.words for each in first.evidence] == ["TSNA", "TSNA", "state media"]
    assert second.first.rule == "derivation"


def test_what_changed_between_two_places_is_one_change():
    drift = the_stocks().drift[0]
    (change,) = outline_finding(replace(the_stocks(), drift=(drift, replace(drift, kind="attribution_dropped"))), reports()).changes
    assert change.kinds == "number changed, attribution dropped"


def test_places_with_one_value_are_one_side():
    conflict = the_stocks().conflicts[0]
    values = (*conflict.values, replace(conflict.values[0], value=" 2.4  million t"))
    (dispute,) = outline_finding(replace(the_stocks(), conflicts=(replace(conflict, values=values),)), reports()).disputes
    assert [(side, len(listed)) for side, listed in dispute.sides] == [("2.4 million t", 2), ("4.2 million t", 1), ("1.9 million t", 1)]


def test_a_report_that_is_not_given_is_called_by_its_id():
    assert outline_finding(the_ban(), {}).tellings[0].outlet == "wire"
