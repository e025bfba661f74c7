"""The nouns of Whence. Everything that is read comes in as one of these, and everything that is answered goes out as one.

All are frozen; none reads a file, a clock or a model. Whatever came from text carries its place in it: a `Span`, half-open
character offsets into `Report.text`. Standard library only.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character range [start, end) into one report's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def of(self, text: str) -> str:
        """The words in this place of the report's text."""
        return text[self.start : self.end]


Spans = tuple[Span, ...]


# ---------------------------------------------------------------------------------------------------------------- reports


class BlockKind(StrEnum):
    HEADLINE = "headline"
    PARAGRAPH = "paragraph"
    BYLINE = "byline"
    DATELINE = "dateline"  # "SEOUL, Nov 15 (Reuters) -": the opening of a paragraph, the rest of which is a paragraph
    CREDIT = "credit"  # "(With inputs from agencies.)", "Source: agencies", "Reporting by …"
    CAPTION = "caption"
    REPEATED_HEADLINE = "repeated_headline"
    BOILERPLATE = "boilerplate"  # related links, subscription and cookie lines


@dataclass(frozen=True, slots=True)
class Block:
    """A run of a report's text with one function. Claims are read from headlines and paragraphs only."""

    kind: BlockKind
    span: Span
    because: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One article as published.

    `text` is exact: all spans refer to it. `headline` is None where we do not know and "" where we know there is none.
    `published` is aware, in the offset it was given in. `sha256` is of the bytes that were read. `known_from` says
    where each fact came from: (("outlet", "sidecar"), ("published", "dateline"), …).
    """

    id: str
    text: str
    sha256: str
    headline: str | None = None
    outlet: str | None = None
    owner: str | None = None
    byline: str | None = None
    published: datetime | None = None
    retrieved: datetime | None = None
    language: str | None = None
    url: str | None = None
    path: str | None = None
    blocks: tuple[Block, ...] = ()
    known_from: tuple[tuple[str, str], ...] = ()

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        return (block for block in self.blocks if block.kind in kinds)


@dataclass(frozen=True, slots=True)
class Passage[Parse]:
    """A headline or paragraph with its parse. A token's place in the report is `block.span.start` plus its own offset."""

    block: Block
    parse: Parse


@dataclass(frozen=True, slots=True)
class Parsed[Parse]:
    """A report with its blocks, and the parse of those that claims are read from, in order of the text."""

    report: Report
    passages: tuple[Passage[Parse], ...]


# ---------------------------------------------------------------------------------------------------- who says what, where


class SourceKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    MEDIUM = "medium"  # news agency, outlet, broadcaster
    DOCUMENT = "document"  # report, filing, email, post, poll
    UNNAMED = "unnamed"  # "officials", "two people familiar with the matter"
    IMPERSONAL = "impersonal"  # "it is believed", "reportedly"


class Control(StrEnum):
    """Whose a source is, as far as the text or a lexicon says."""

    STATE_MEDIUM = "state_medium"
    GOVERNMENT = "government"
    MILITARY = "military"
    AGENCY = "agency"  # news agency not under state control
    OUTLET = "outlet"
    COMPANY = "company"
    INTERNATIONAL = "international"  # UN bodies and the like
    CIVIL = "civil"  # NGO, university, think tank, monitor
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Who a claim is laid to, as one place in one report names them.

    `mention` is the words at `span` (None where no words name it: a record's metadata). `name` is the canonical name, `key` its
    identity across reports (casefolded; for entities of a lexicon, the lexicon's id). `country` is the country it belongs to, `state`
    the casefolded name of the country whose state it speaks for or is controlled by, else None. `part_of` lists keys of the bodies
    it is part of (a spokesman of his ministry). `because` says in words how each of these was decided.
    """

    name: str
    kind: SourceKind
    mention: str
    span: Span | None = None
    key: str = ""
    country: str | None = None
    state: str | None = None
    control: Control = Control.UNKNOWN
    part_of: tuple[str, ...] = ()
    because: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        return self.kind not in (SourceKind.UNNAMED, SourceKind.IMPERSONAL)


Chain = tuple[Source, ...]  # the way a claim took, outermost (nearest to the report) first; empty: the outlet's own voice


@dataclass(frozen=True, slots=True)
class Attribution:
    """Content laid to somebody by a cue. Nested ones are separate; `chain` holds all hops from the outermost to this source.

    `source` is empty for an agentless one ("it is believed"). `points_back` is the earlier sentence that a backward-pointing
    content ("This directive") stands for. `manner` is direct | indirect | mixed | nominal | agentless | backward.
    """

    source: Spans
    cue: Spans
    content: Spans
    chain: Chain
    manner: str = "indirect"
    points_back: Span | None = None
    confidence: float = 1.0


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
    def factuality(self) -> float:
        """-1 (certainly not) to 1 (certainly so), as the origin committed to it."""
        return -self.certainty.degree if self.negated else self.certainty.degree


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one report gives by itself: what is stored, and what the comparison between reports starts from."""

    report: Report
    attributions: tuple[Attribution, ...]
    claims: tuple[Claim, ...]


# ------------------------------------------------------------------------------------------------------- between the reports


class DerivationKind(StrEnum):
    COPY = "copy"
    NEAR_COPY = "near_copy"
    PARTIAL = "partial"
    REWRITE = "rewrite"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A place in a report, with its words and what they show."""

    report: str
    span: Span
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """`to_report` took from `from_report`. `shared` pairs the places in both; `direction` says why it runs this way."""

    from_report: str
    to_report: str
    kind: DerivationKind
    shared: tuple[tuple[Evidence, Evidence], ...] = ()
    direction: str = ""
    share: float = 0.0  # of the later report's words, how many stand in the earlier one (0 to 1)
    confidence: float = 1.0
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """Claims of one story, across its reports, that say the same thing. `rivals` are claims that say it with another number or day."""

    id: str
    says: str
    claims: tuple[str, ...]
    because: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """Two tellings that are not independent of each other, and why.

    `rule` is same_origin | same_intermediary | derivation | same_owner | same_byline | circle.
    """

    a: str
    b: str
    rule: str
    because: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a group of tied tellings comes from, as far upstream as the texts let us see.

    `counts` is yes (raises both ends of the count), maybe (the upper end only) or no. `party`: it speaks about itself or is
    controlled by whom it speaks about.
    """

    name: str
    kind: SourceKind | None
    key: str
    counts: str
    party: bool
    tellings: tuple[str, ...]
    names: tuple[str, ...] = ()
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drift:
    """What changed between two tellings of a proposition, the second further from the origin.

    `kind` is hedge_dropped | attribution_dropped | number_changed | date_changed | quote_altered | actor_changed.
    """

    kind: str
    before: Evidence
    after: Evidence
    because: str = ""


@dataclass(frozen=True, slots=True)
class ConflictValue:
    value: str
    evidence: Evidence
    chain: Chain = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Reports that disagree. `about` is number | date | actor | yes_no | silence (an announcement beside a refusal to comment)."""

    about: str
    what: str
    values: tuple[ConflictValue, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A proposition weighed. `independent` is the least and the most origins that may be independent of each other."""

    id: str
    story: str
    text: str
    tellings: tuple[Claim, ...]
    origins: tuple[Origin, ...]
    independent: tuple[int, int]
    party: bool
    because: tuple[str, ...]
    ties: tuple[Tie, ...] = ()
    certainty: tuple[Certainty, Certainty] = (Certainty.CERTAIN, Certainty.CERTAIN)  # the weakest and the strongest telling
    drift: tuple[Drift, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    against: tuple[str, ...] = ()  # who denies it
    no_comment: tuple[str, ...] = ()  # who would not say
    circles: tuple[tuple[str, ...], ...] = ()  # reports that cite each other round


@dataclass(frozen=True, slots=True)
class Story:
    """The reports about one event, who took from whom among them, and what they say, weighed; the most told findings first."""

    id: str
    title: str
    reports: tuple[str, ...]
    because: tuple[str, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or finished: the input or report, the room it failed in, and one line that says what to do."""

    report: str
    room: str
    reason: str


@dataclass(frozen=True, slots=True)
class Trace:
    """The answer: stories with their findings, the reports they rest on, and what failed on the way."""

    stories: tuple[Story, ...]
    reports: tuple[Report, ...]
    failures: tuple[Failure, ...] = ()
