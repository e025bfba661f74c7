"""A telling that names nobody is had from whom the report that it took from names."""

from tests.factory import a_claim, a_report, a_source, span_of
from whence.independence.assured import assured
from whence.independence.roots import Root, root_of
from whence.independence.scene import make_scene
from whence.model import Claim, Derivation, DerivationKind, SourceKind

WITNESS = a_source("Ada Holm", SourceKind.PERSON)


def rooted(first: str, second: str, *, among: bool = False) -> Root:
    """The root of `second`, in a report that took from one where a witness says `first`."""
    courier, mail = a_report(f"{first}, Ada Holm said.", id="courier"), a_report(f"{second}.", id="mail")
    said = a_claim(courier, first, chain=(WITNESS,), cue=span_of(courier, "said"))
    own: Claim = a_claim(mail, second)
    scene = make_scene([courier, mail], [Derivation("courier", "mail", DerivationKind.REWRITE)], [said, own])
    return assured(root_of(own, scene), [own, *([said] if among else [])])


def test_an_uncredited_rewrite_has_the_origin_of_what_it_took() -> None:
    root = rooted("Three people ran from the museum", "Three people ran from the museum gate")
    assert (root.counts, root.source and root.source.name) == ("yes", "Ada Holm")


def test_another_matter_is_not_what_was_taken() -> None:
    assert rooted("Three people ran from the museum", "The bridge stays closed on Monday").source is None


def test_where_both_are_weighed_together_the_tie_says_it() -> None:
    assert rooted("Three people ran from the museum", "Three people ran from the museum", among=True).source is None


def test_a_headline_has_the_origin_of_the_text_under_it() -> None:
    report = a_report("Three run from museum\n\nThree people ran from the museum, Ada Holm said.", id="mail")
    head = a_claim(report, "Three run from museum", in_headline=True)
    under = a_claim(report, "Three people ran from the museum", chain=(WITNESS,), cue=span_of(report, "said"))
    root = assured(root_of(head, make_scene([report], [], [head, under])), [head])
    assert root.because == "in the text under this headline Ada Holm is named as the source"
