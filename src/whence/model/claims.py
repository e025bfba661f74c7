"""What is said, and how: claims with their certainty, act, stance, times, quantities and participants."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from whence.model.places import Span, Spans
from whence.model.reports import Report
from whence.model.sources import Attribution, Chain


class Certainty(StrEnum):
    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSURE = "unsure"

    @property
    def degree(self) -> float:
        """On 0 to 1, after FactBank's scale (Saurí and Pustejovsky 2009); with the sign of the polarity it runs from -1 to 1."""
        return {"certain": 1.0, "probable": 0.67, "possible": 0.33, "unsure": 0.0}[self.value]


class Act(StrEnum):
    STATES = "states"
    DENIES = "denies"
    NO_COMMENT = "no_comment"
    ORDERS = "orders"
    PLANS = "plans"
    ASKS = "asks"
    ALLEGES = "alleges"


class Stance(StrEnum):
    """How the reporter passed it on: "said", "revealed", "claimed"."""

    NEUTRAL = "neutral"
    ENDORSED = "endorsed"
    DISTANCED = "distanced"


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: `value` and `type` as in TIMEX3; `first` and `last` day it can mean, None where unknown."""

    span: Span
    text: str
    type: str  # DATE | TIME | DURATION | SET
    value: str
    first: date | None = None
    last: date | None = None
    precision: str = "unknown"  # day | week | month | quarter | season | year | decade | … | unknown
    because: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what it counts. `low` and `high` bound it ("at least 12": 12 to None); `unit` is normalised ("km", "USD", "people")."""

    span: Span
    text: str
    value: float
    unit: str | None = None
    qualifier: str = "exact"  # exact | about | at_least | at_most
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something that takes part in what a claim says. `name` is resolved inside the report ("he" → "Ulric Tasso")."""

    name: str
    span: Span
    role: str  # agent | patient | other
    label: str = ""  # the entity type, where it is an entity: PERSON, ORG, GPE, …


@dataclass(frozen=True, slots=True)
class Claim:
    """One proposition as one report tells it.

    `span` covers the telling with its attribution, `content` the proposition alone; `words` are the words at `span`.
    `plain` is the content with pronouns replaced and the trimmings off: what sameness is judged on. `predicate` is the lemma
    of what happens. `evidence` names the phrase that decided each label: (("certainty", span), ("act", span), …).
    """

    id: str
    report: str
    span: Span
    content: Span
    words: str
    plain: str
    chain: Chain = ()
    cue: Span | None = None
    certainty: Certainty = Certainty.CERTAIN
    negated: bool = False
    act: Act = Act.STATES
    stance: Stance = Stance.NEUTRAL
    predicate: str = ""
    participants: tuple[Participant, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Time, ...] = ()
    quotes: Spans = ()  # the parts of the content that stand in quotation marks
    in_headline: bool = False
    evidence: tuple[tuple[str, Span], ...] = ()
    confidence: float = 1.0

    @property
    def affirms(self) -> bool:
        """Whether it says that its event is so: "X denied that it did" and "X said it did not" do not, "X denied that it did not" does."""
        return self.negated == any(label == "negation" for label, _ in self.evidence)

    @property
    def factuality(self) -> float:
        """-1 (certainly not) to 1 (certainly so), as the origin committed to it."""
        return -self.certainty.degree if self.negated else self.certainty.degree


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report gives by itself: what is stored, and what the comparison between reports starts from."""

    report: Report
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]
