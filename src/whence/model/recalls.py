"""One origin taken away: every finding that changes, and how."""

from dataclasses import dataclass

from whence.model.claims import Claim
from whence.model.findings import Conflict, Drift, Finding, Origin


@dataclass(frozen=True, slots=True)
class Loss:
    """A finding as it was and as it is `after` an origin is taken away. `fallen` are the tellings that rested on it.

    `drift` and `conflicts` are those that are there no more.
    """

    before: Finding
    after: Finding
    fallen: tuple[Claim, ...] = ()
    drift: tuple[Drift, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The origins that no telling is left of."""
        fallen = {claim.id for claim in self.fallen}
        return tuple(origin for origin in self.before.origins if fallen.issuperset(origin.tellings))

    @property
    def rests_on_nothing(self) -> bool:
        """Whether some origin stood behind it, and none that we have read does now."""
        return self.before.independent[1] > 0 and self.after.independent[1] == 0


@dataclass(frozen=True, slots=True)
class Recall:
    """What hangs on `origin`: the findings that change without it, those that lose most first.

    `sources` are the names that went with it, `untouched` how many of the findings looked at stay as they are.
    """

    origin: str
    sources: tuple[str, ...]
    losses: tuple[Loss, ...]
    untouched: int
