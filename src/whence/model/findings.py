"""Between the reports: who took from whom, what says the same thing, and what it rests on."""

from dataclasses import dataclass
from enum import StrEnum

from whence.model.claims import Certainty, Claim
from whence.model.places import Span
from whence.model.reports import Report
from whence.model.sources import Chain, SourceKind


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
    """Claims of one story, across its reports, that say the same thing.

    `rivals` say it with another number or day. `loose` are those of `claims` whose words are only loosely like the others: they
    never raise the least number of origins.
    """

    id: str
    says: str
    claims: tuple[str, ...]
    because: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()


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
