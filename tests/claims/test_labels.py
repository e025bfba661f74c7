"""A sentence with its source, cue and content, and the labels of the telling."""

import pytest
from spacy.language import Language

from tests.claims.telling import an_attribution, parsed, told
from whence.claims import read_claims
from whence.model import SourceKind

TELLINGS = [  # sentence; source; cue; content; certainty, negated, act, stance
    ("Mayor Tarn said the bridge is safe.", "Mayor Tarn", "said", "the bridge is safe", "certain states neutral"),
    ("Mayor Tarn denied that he knew of the leak.", "Mayor Tarn", "denied", "that he knew of the leak", "certain not denies neutral"),
    (
        "Mayor Tarn did not deny that he knew of the leak.",
        "Mayor Tarn",
        "did not deny",
        "that he knew of the leak",
        "certain states neutral",
    ),
    ("Mayor Tarn said he had no knowledge of the leak.", "Mayor Tarn", "said", "he had no knowledge of the leak", "certain states neutral"),
    ("The mill called the report “pure invention”.", "The mill", "called", "the report “pure invention”", "certain not denies neutral"),
    ("The mill declined to comment on the leak.", "The mill", "declined to comment", "the leak", "unsure no_comment neutral"),
    ("The mill declined to comment.", "The mill", "declined", "to comment", "unsure no_comment neutral"),
    (
        "Neither Orvia nor Tarn has officially commented on the sale.",
        "Neither Orvia nor Tarn",
        "has officially commented",
        "on the sale",
        "unsure no_comment neutral",
    ),
    (
        "The mill said it did not discuss its customers.",
        "The mill",
        "said",
        "it did not discuss its customers",
        "unsure no_comment neutral",
    ),
    ("Chairman Ulm ordered the closure of the port.", "Chairman Ulm", "ordered", "the closure of the port", "certain orders neutral"),
    ("Chairman Ulm told the crew to close the port.", "Chairman Ulm", "told", "to close the port", "certain orders neutral"),
    ("Chairman Ulm called for the closure of the port.", "Chairman Ulm", "called for", "the closure of the port", "certain orders neutral"),
    ("Orvia vowed to reopen the port.", "Orvia", "vowed", "to reopen the port", "certain plans neutral"),
    ("Orvia agreed with the plan.", "Orvia", "agreed", "with the plan", "certain states neutral"),
    ("Orvia agreed to consider a new port.", "Orvia", "agreed", "to consider a new port", "possible plans neutral"),
    ("Minister Anra said she will resign in May.", "Minister Anra", "said", "she will resign in May", "certain plans neutral"),
    ("Forecasters said the river will rise in May.", "Forecasters", "said", "the river will rise in May", "certain states neutral"),
    ("Minister Anra asked whether the port was open.", "Minister Anra", "asked", "whether the port was open", "unsure asks neutral"),
    ("Orvia accused Tarn of closing the port.", "Orvia", "accused", "Tarn of closing the port", "certain alleges distanced"),
    ("Orvia claimed that Tarn closed the port.", "Orvia", "claimed", "that Tarn closed the port", "certain alleges distanced"),
    ("Orvia insisted that the port was open.", "Orvia", "insisted", "that the port was open", "certain states distanced"),
    ("Orvia confirmed that the port was open.", "Orvia", "confirmed", "that the port was open", "certain states endorsed"),
    ("Analysts believe that Orvia bought the mine.", "Analysts", "believe", "that Orvia bought the mine", "probable states neutral"),
    ("Neighbours fear that Orvia bought the mine.", "Neighbours", "fear", "that Orvia bought the mine", "possible states neutral"),
    ("Analysts doubt that Orvia bought the mine.", "Analysts", "doubt", "that Orvia bought the mine", "probable not states neutral"),
    ("Analysts do not expect the mine to close.", "Analysts", "do not expect", "the mine to close", "probable not states neutral"),
    ("Analysts said Orvia may buy the mine.", "Analysts", "said", "Orvia may buy the mine", "possible states neutral"),
    (
        "Analysts said it was likely that Orvia would buy the mine.",
        "Analysts",
        "said",
        "it was likely that Orvia would buy the mine",
        "probable states neutral",
    ),
    ("The monitors said they cannot tell who fired.", "The monitors", "said", "they cannot tell who fired", "unsure states neutral"),
    (
        "The inspectors said there was no evidence of a leak.",
        "The inspectors",
        "said",
        "there was no evidence of a leak",
        "probable not states neutral",
    ),
    (
        "The scouts said the tower, which may be sold, fell on Friday.",
        "The scouts",
        "said",
        "the tower, which may be sold, fell on Friday",
        "certain states neutral",
    ),
    (
        "The mill would neither confirm nor deny the sale.",
        "The mill",
        "would neither confirm nor deny",
        "the sale",
        "unsure no_comment neutral",
    ),
    ("The mill allegedly poisoned the river.", None, "allegedly", "The mill … poisoned the river", "certain alleges distanced"),
    ("There was speculation about a sale of the mine.", None, "speculation", "a sale of the mine", "possible states distanced"),
]


@pytest.mark.parametrize(("text", "source", "cue", "content", "labels"), TELLINGS)
def test_labels(nlp: Language, text: str, source: str | None, cue: str, content: str, labels: str) -> None:
    claim = told(text, source, cue, content, nlp, SourceKind.ORGANISATION)
    found = [claim.certainty.value, *(["not"] if claim.negated else []), claim.act.value, claim.stance.value]
    assert " ".join(found) == labels


def test_each_label_names_the_words_that_decided_it(nlp: Language) -> None:
    text = "Orvia insisted that the port may not open."
    claim = told(text, "Orvia", "insisted", "that the port may not open", nlp)
    assert [(name, span.of(text)) for name, span in claim.evidence] == [("certainty", "may"), ("negation", "not"), ("stance", "insisted")]


def test_orders_and_questions_inside_quotation_marks(nlp: Language) -> None:
    order = told("“Open the gates now,” Tarn told the guards.", "Tarn", "told", "“Open the gates now,”", nlp)
    question = told("“Who opened the gates?” Tarn asked the guards.", "Tarn", "asked", "“Who opened the gates?”", nlp)
    plan = told("“We will open the gates,” Tarn said.", "Tarn", "said", "“We will open the gates,”", nlp)
    assert [claim.act.value for claim in (order, question, plan)] == ["orders", "asks", "plans"]


@pytest.mark.parametrize(
    ("text", "cue", "content", "plain"),
    [
        ("Tarn ordered the closure of the port.", "ordered", "the closure of the port", "Tarn ordered the closure of the port"),
        ("Tarn vowed to close the port.", "vowed to", "close the port", "Tarn vowed to close the port"),
        ("Tarn urged residents to leave.", "urged", "residents to leave", "Tarn urged residents to leave"),
        ("Tarn put the number of ships at twelve.", "put", "the number of ships at twelve", "Tarn put the number of ships at twelve"),
        ("Tarn counted twelve ships.", "counted", "twelve ships", "Tarn counted twelve ships"),
        ("Tarn accused Orvia of closing the port.", "accused", "Orvia", "Orvia of closing the port"),
    ],
)
def test_who_orders_or_plans_stays_in_what_is_compared(nlp: Language, text: str, cue: str, content: str, plain: str) -> None:
    assert told(text, "Tarn", cue, content, nlp).plain == plain


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Orvia has issued a directive to close the northern port.", "orders"),
        ("The governor signed a decree banning exports.", "orders"),
        ("The governor gave no order to close the port.", "states"),
        ("The shop gave an order of wheat to the mill.", "states"),
        ("The shop signed an order.", "states"),
    ],
)
def test_giving_an_order_is_ordering(nlp: Language, text: str, act: str) -> None:
    assert [claim.act.value for claim in read_claims(parsed(text, nlp), ())] == [act]


def test_an_order_in_a_headline_in_capitals(nlp: Language) -> None:
    claims = read_claims(parsed("# Orvia Orders Closure Of Northern Port After Storm", nlp), ())
    assert [claim.act.value for claim in claims] == ["orders"]


def test_what_is_denied_is_the_claim_before(nlp: Language) -> None:
    page = parsed("The boat carried 90 men. Its owner, Luma, disputes that.", nlp)
    claims = read_claims(page, (an_attribution(page.report, "Its owner, Luma", "disputes", "that"),))
    assert [(claim.plain, claim.negated) for claim in claims] == [
        ("The boat carried 90 men", False),
        ("The boat carried 90 men", True),
    ]
