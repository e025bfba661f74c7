"""The peers of `bench.peers`: what the plain rules find, and the form in which every peer hands its finds to the scorers."""

from pathlib import Path

import pytest
from bench.peers.gap_tracker import gap_tracker, places_before
from bench.peers.plain import plain
from bench.peers.run import OURS, not_ahead
from bench.peers.said import COMMONEST, Said, attribution_row, by_paragraph, chain_row, quoted_only
from bench.peers.table import table
from bench.peers.textacy_quotes import textacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from whence.model import Span, Spans

FOUND = [
    ("The mayor said that the bridge was closed.", "The mayor", "said", "that the bridge was closed"),
    (
        "The bridge will reopen in May, according to the port authority.",
        "the port authority",
        "according to",
        "The bridge will reopen in May",
    ),
    ("“We closed the bridge. It was unsafe,” the engineer said.", "the engineer", "said", "“We closed the bridge. It was unsafe,”"),
    ('Marta Dorn said: "The harbour is full."', "Marta Dorn", "said", '"The harbour is full."'),
]


def _words(spans: Spans, text: str) -> str:
    return " … ".join(span.of(text) for span in spans)


@pytest.mark.parametrize(("text", "source", "cue", "content"), FOUND)
def test_the_plain_rules_find_what_anybody_would(nlp: Language, text: str, source: str, cue: str, content: str) -> None:
    found, failed = plain(nlp).read(f"A headline.\n\n{text}")
    assert failed == 0
    assert [tuple(_words(spans, f"A headline.\n\n{text}") for spans in (s.source, s.cue, s.content)) for s in found] == [
        (source, cue, content)
    ]


@pytest.mark.parametrize("text", ["", "\n", "The bridge was closed.", "It is said.", "According to", '"'])
def test_the_plain_rules_find_nothing_where_nothing_is(nlp: Language, text: str) -> None:
    assert plain(nlp).read(text) == ([], 0)


SAID = Said((Span(20, 24),), (Span(14, 18),), (Span(0, 12), Span(26, 40)))


def test_rows_are_in_the_form_of_the_scorers() -> None:
    nobody = Said((), (), (Span(0, 3),))
    assert attribution_row("a", [SAID]) == {
        "id": "a",
        "attributions": [{"source": [[20, 24]], "cue": [[14, 18]], "content": [[0, 12], [26, 40]]}],
    }
    told = chain_row("a", [SAID, nobody, Said((), (), ())])["tellings"]
    assert [(telling["content"], [hop["span"] for hop in telling["chain"]]) for telling in told] == [([0, 40], [[20, 24]]), ([0, 3], [])]
    assert {key: told[0][key] for key in ("certainty", "negated", "act", "stance")} == {
        "certainty": "certain",
        "negated": False,
        "act": "states",
        "stance": "neutral",
    }


def test_a_refused_paragraph_is_counted_and_the_others_are_read(nlp: Language) -> None:
    def extract(doc: Doc) -> list[Said]:
        if "’" in doc.text:
            raise ValueError
        return [Said((), (), (Span(0, len(doc.text)),))]

    found, failed = by_paragraph("One line.\n\nThe workers’ line.\nLast.", nlp, extract, (ValueError,))
    assert (failed, [said.content for said in found]) == (1, [(Span(0, 9),), (Span(30, 35),)])


def test_quotations_alone() -> None:
    text = 'She said "no more tolls," he said tolls rise.'
    row = {"id": "a", "attributions": [{"content": [[10, 23]]}, {"content": [[34, 44]]}, {"content": None}]}
    assert quoted_only(row, text)["attributions"] == [{"content": [[10, 23]]}]


@given(st.text(alphabet="ab \n”é.", max_size=40))
def test_places_come_back_from_a_cleaned_text(text: str) -> None:
    cleaned = text.replace("\n", ".\n ").replace("..\n ", ".\n ").replace("”", '"').replace("  ", " ")
    back = places_before(text, cleaned)
    places = [back(at) for at in range(len(cleaned) + 1)]
    assert places == sorted(places)
    assert places[0] == 0 or not cleaned
    assert all(0 <= place <= len(text) for place in places)
    assert [cleaned[at] for at in range(len(cleaned)) if cleaned[at] in "abé"] == [
        text[back(at)] for at in range(len(cleaned)) if cleaned[at] in "abé"
    ]


def test_textacy_loses_only_the_paragraphs_that_it_refuses(nlp: Language) -> None:
    pytest.importorskip("textacy")
    peer = textacy(nlp)
    assert peer
    text = "“We repaired every crane this week,” Marta Dorn said.\n\nThe dockers' strike goes on."
    found, failed = peer.read(text)
    assert failed == 1
    assert [(_words(s.cue, text), _words(s.content, text)) for s in found] == [("said", "“We repaired every crane this week,”")]


def test_no_checkout_is_a_line_and_no_error(nlp: Language, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.delenv("WHENCE_PEERS", raising=False)
    assert gap_tracker(nlp) is None
    assert "WHENCE_PEERS" in capsys.readouterr().err


EXTRACTOR = """
import utils
from bson import ObjectId
logger = utils.create_logger("quote_extractor")
class QuoteExtractor:
    def __init__(self, config):
        self.verbs = open(config["NLP"]["QUOTE_VERBS"]).read().split()
    def extract_quotes(self, doc):
        at = doc.text.index('"')
        verb = doc.text.index(self.verbs[0])
        place = f"({at},{doc.text.index('"', at + 1) + 1})"
        return [{"speaker_index": "(0,0)", "verb_index": f"({verb},{verb + 4})", "quote_index": place}]
"""
UTILS = """
import logging, os, pymongo
def create_logger(name):
    os.makedirs("logs")
    return logging.getLogger(name)
def preprocess_text(text):
    return text.replace("\\n", ".\\n ").replace("“", '"').replace("”", '"')
"""


def test_a_checkout_is_run_and_its_places_are_those_of_the_report(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "GenderGapTracker" / "nlp" / "english"
    (folder / "rules").mkdir(parents=True)
    for name, text in (("quote_extractor.py", EXTRACTOR), ("utils.py", UTILS), ("rules/quote_verb_list.txt", "said\n")):
        (folder / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("WHENCE_PEERS", str(tmp_path))
    peer = gap_tracker(nlp)
    assert peer
    text = "A headline\n\nMarta Dorn said “no”."
    found, failed = peer.read(text)
    assert (failed, [(s.source, _words(s.cue, text), _words(s.content, text)) for s in found]) == (0, [((), "said", "“no”")])


def test_the_table_and_where_we_are_not_ahead() -> None:
    labels = {f"{label}{of}": 0.5 for label in COMMONEST for of in ("", ", of all")}
    ours = {"paragraphs": 2, "telling F1": 0.9, "telling+chain F1": 0.7, "second hop recall": 0.0, "CPU s": 20, **labels}
    theirs = ours | dict.fromkeys(labels, 0.4) | {"telling F1": 0.8, "telling+chain F1": 0.71, "CPU s": 10.5}
    figures = {"chains": {OURS: ours, "a peer": theirs}, "chains data": "abc"}
    assert list(not_ahead(figures)) == [
        "chains, telling+chain F1: a peer 0.71, ours 0.7, behind",
        "chains, second hop recall: a peer 0.0, ours 0.0, level",
    ]
    assert table(figures).splitlines()[:3] == [
        "| chains: 2 texts (abc) | Whence | a peer |",
        "| --- | --- | --- |",
        "| telling F1 | .9 | .8 |",
    ]
