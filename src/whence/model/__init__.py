"""The nouns of Whence. Everything that is read comes in as one of these, and everything that is answered goes out as one.

All are frozen; none reads a file, a clock or a model. Whatever came from text carries its place in it: a `Span`, half-open
character offsets into `Report.text`. Standard library only.
"""

from whence.model.claims import Act, Certainty, Claim, Participant, Quantity, Reading, Stance, Time
from whence.model.findings import (
    Conflict,
    ConflictValue,
    Derivation,
    DerivationKind,
    Drift,
    Evidence,
    Failure,
    Finding,
    Origin,
    Proposition,
    Story,
    Tie,
    Trace,
)
from whence.model.places import Span, Spans
from whence.model.recalls import Loss, Recall
from whence.model.reports import Block, BlockKind, Parsed, Passage, Report
from whence.model.sources import Attribution, Chain, Control, Source, SourceKind

__all__ = [
    "Act",
    "Attribution",
    "Block",
    "BlockKind",
    "Certainty",
    "Chain",
    "Claim",
    "Conflict",
    "ConflictValue",
    "Control",
    "Derivation",
    "DerivationKind",
    "Drift",
    "Evidence",
    "Failure",
    "Finding",
    "Loss",
    "Origin",
    "Parsed",
    "Participant",
    "Passage",
    "Proposition",
    "Quantity",
    "Reading",
    "Recall",
    "Report",
    "Source",
    "SourceKind",
    "Span",
    "Spans",
    "Stance",
    "Story",
    "Tie",
    "Time",
    "Trace",
]
