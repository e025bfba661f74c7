"""A report → the source that its outlet is, where the outlet speaks for itself: a state medium, or whoever issued the text; else None."""

from collections import Counter
from collections.abc import Iterable

from whence.lexicons.actors import Actors, owner_of
from whence.lexicons.voices import load_voices
from whence.model import BlockKind, Claim, Control, Report, Source, SourceKind
from whence.text import words

Kind = SourceKind


def speaker_of(report: Report, claims: Iterable[Claim], speaks_elsewhere: bool = False, actors: Actors | None = None) -> Source | None:
    """The outlet as a source that speaks for itself or for its state; None for a newspaper like any other.

    `claims` are the report's; `speaks_elsewhere`: other reports of the story name its outlet as a body that says things.
    """
    if not report.outlet:
        return None
    owner = report.owner or owner_of(report.outlet, actors) or ""
    if _distributes(report.outlet, owner):
        return _whose_statement(report, claims)
    state = load_voices().state_owner.match(owner)
    if state:
        return _of_state(report.outlet, owner, (state.group(1) or report.outlet).strip())
    if speaks_elsewhere or _issuer(report, owner) or _body(report.outlet):
        because = f"{report.outlet} issued this text itself"
        return Source(report.outlet, Kind.ORGANISATION, report.outlet, None, report.outlet.casefold(), because=(because,))
    return None


def _body(outlet: str) -> bool:
    """A body by its name, not a paper: "Pipeline Safety Board", "World Shelter Office, note 3"."""
    return bool(load_voices().body.search(outlet)) and not is_paper(outlet)


def is_paper(outlet: str) -> bool:
    """Words of the name of a medium, outside what says that it is a statement: "The Daily Bulletin", not "Harbourline (press release)"."""
    bare = load_voices().issuer.sub(" ", outlet)
    return bool(load_voices().medium_words & set(words(bare)))


def _of_state(outlet: str, owner: str, country: str) -> Source:
    """A medium of a state, or a body of it that published for itself ("Ministry of Pensions (press release)")."""
    return Source(
        name=outlet,
        kind=Kind.MEDIUM,
        mention=outlet,
        key=outlet.casefold(),
        country=country,
        state=country.casefold(),
        control=Control.STATE_MEDIUM,
        because=(f"{outlet} belongs to the {owner[0].lower() + owner[1:]}",),
    )


def _issuer(report: Report, owner: str) -> bool:
    """A statement, notice or release put out under the name of the body it is about."""
    outlet = report.outlet or ""
    head = report.text[: 300 + len(report.headline or "")]
    mine = set(words(outlet)) - {"the", "of", "press", "release"}
    says_so = load_voices().issuer.search
    openings = [head.split("\n", 1)[0], *(block.span.of(report.text) for block in report.blocks_of(BlockKind.BYLINE))]
    titled = any(says_so(line) for line in openings)
    return (bool(says_so(outlet)) and not is_paper(outlet)) or (titled and bool(mine) and mine <= set(words(report.text)) and not owner)


def _distributes(outlet: str, owner: str) -> bool:
    """A service that carries what others pay it to carry: the words are the payer's."""
    return bool(load_voices().distributor.search(f"{outlet} {owner}"))


def _whose_statement(report: Report, claims: Iterable[Claim]) -> Source | None:
    """The body that acts in the headline and the claims of a distributed statement: the one named most often."""
    acting = Counter(p.name.removesuffix("'s") for c in claims for p in c.participants if p.label == "ORG" and p.role == "agent")
    headline = set(words(report.headline or report.text.split("\n", 1)[0]))
    for name, _ in acting.most_common():
        if set(words(name)) & headline:
            because = f"{report.outlet} carries statements for others, and this one is about {name}"
            return Source(name, Kind.ORGANISATION, name, None, name.casefold(), because=(because,))
    return None
