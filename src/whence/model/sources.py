"""Who says what, where: sources, attributions and the chains between them."""

from dataclasses import dataclass
from enum import StrEnum

from whence.model.places import Span, Spans


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
    `confidence` is the probability that a reader would mark it, with these words; a `deed` ("criticised the plan") hands over no
    proposition; what is `marked` is shown by itself, the rest is only read for its chain.
    """

    source: Spans
    cue: Spans
    content: Spans
    chain: Chain
    manner: str = "indirect"
    points_back: Span | None = None
    confidence: float = 1.0
    deed: bool = False
    marked: bool = True
