import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from tests.report.any_text import ANY_TEXT, with_text
from tests.report.example import a_trace, reports, the_ban, the_default, the_end, the_stocks
from whence.model import Finding
from whence.report.graph import draw_chains
from whence.report.outline import outline_finding

DERIVATIONS = a_trace().stories[0].derivations


def drawn(finding: Finding) -> str:
    return draw_chains(outline_finding(finding, reports()), DERIVATIONS)


def boxes(svg: str) -> list[tuple[str, str]]:
    return re.findall(r'<g class="node ([^"]+)"><title>([^<]*)</title>', svg)


def test_reports_hops_and_origins_are_boxes():
    assert boxes(drawn(the_ban())) == [
        ("report", "Harbour Wire"),
        ("origin yes party", "TSNA"),
        ("report", "Milbury Gazette"),
        ("hop", "Harbour Wire"),
        ("report", "Evening Ledger"),
        ("report", "Coast Radio"),
        ("origin yes", "Jonas Veit"),
        ("origin no", "Evening Ledger, in its own voice"),
    ]


def test_a_name_taken_to_mean_an_origin_is_joined_by_a_dashed_line():
    assert drawn(the_stocks()).count('class="edge taken"') == 1


def test_who_took_from_whom_is_an_arc():
    svg = drawn(the_ban())
    assert svg.count('class="edge took"') == 2
    assert "Milbury Gazette copied from Harbour Wire" in svg


@pytest.mark.parametrize("finding", [the_ban(), the_end(), the_stocks(), the_default()])
def test_no_box_lies_on_another_and_all_lie_inside(finding):
    svg = drawn(finding)
    width, height = map(float, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
    rects = [tuple(map(float, found)) for found in re.findall(r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"', svg)]
    assert all(x + w <= width + 1 and y + h <= height + 1 for x, y, w, h in rects)
    for i, (x, y, w, h) in enumerate(rects):
        assert not any(x < x2 + w2 and x2 < x + w and y < y2 + h2 and y2 < y + h for x2, y2, w2, h2 in rects[i + 1 :])


def test_many_reports_with_one_chain_are_one_box():
    ban = the_ban()
    first = ban.tellings[0]
    many = tuple(replace(first, id=f"c{i}", report=f"r{i}") for i in range(15))
    origin = replace(ban.origins[0], tellings=tuple(each.id for each in many))
    svg = drawn(replace(ban, tellings=many, origins=(origin,), ties=()))
    assert boxes(svg) == [("report", "r0 and 14 more reports"), ("origin yes party", "TSNA")]


def test_two_reports_of_one_outlet_are_told_apart_by_their_ids():
    ban = the_ban()
    second = replace(ban.tellings[0], id="second", report="wire-2")
    both = {**reports(), "wire-2": replace(reports()["wire"], id="wire-2")}
    origin = replace(ban.origins[0], tellings=(ban.tellings[0].id, "second"))
    told = outline_finding(replace(ban, tellings=(ban.tellings[0], second), origins=(origin,), ties=()), both)
    assert [title for style, title in boxes(draw_chains(told, ())) if style == "report"] == ["Harbour Wire, wire", "Harbour Wire, wire-2"]


def test_nothing_to_draw_without_an_origin():
    assert drawn(replace(the_ban(), origins=())) == ""


@settings(max_examples=40, deadline=None)
@given(ANY_TEXT)
def test_any_name_gives_well_formed_xml(text):
    svg = draw_chains(outline_finding(with_text(the_ban(), text), with_text(reports(), text)), with_text(DERIVATIONS, text))
    if svg:
        ElementTree.fromstring(svg)
