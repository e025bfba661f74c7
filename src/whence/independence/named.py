"""What a reader calls an origin → the sources that are meant: by its name on the screen, a key, the beginning of a name or words in it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from whence.errors import SettingsError
from whence.independence.identity import general_voice, kinship
from whence.independence.linked import linked_groups
from whence.independence.roots import Root
from whence.independence.scene import Scene
from whence.lexicons.actors import Actors, load_actors, same_outlet
from whence.model import Claim, Control, Finding, Origin, Source, SourceKind

MOST_SHOWN = 8  # names in a message
ASSERTION = " (own assertion)"
ARTICLES = ("the ", "a ", "an ")


@dataclass(slots=True)
class Named:
    """Every name in some findings with the sources that it stands for. `screen` are the names of origins, `own` those of sources."""

    screen: dict[str, set[Source]] = field(default_factory=dict)
    own: dict[str, set[Source]] = field(default_factory=dict)
    counting: dict[str, int] = field(default_factory=dict)  # origins that count, by how many tellings they have
    actors: Actors = field(default_factory=load_actors)

    def add(self, finding: Finding, roots: Mapping[str, Root], chains: Mapping[str, tuple[Source, ...]]) -> None:
        """The names in one finding. `roots` and `chains` are those of its tellings, by id."""
        for origin in finding.origins:
            plain = origin.name.partition(" (")[0]
            if origin.key or origin.name.endswith(ASSERTION):
                meant = set(_behind(origin, roots, self.actors)) or {as_outlet(plain)}
                self.screen.setdefault(origin.name, set()).update(meant)
                self.screen.setdefault(plain, set()).update(meant)
            if origin.counts != "no":
                self.counting[plain] = self.counting.get(plain, 0) + len(origin.tellings)
        for chain in chains.values():
            for hop in chain:
                self.own.setdefault(hop.name, set()).add(hop)
                self.own.setdefault(hop.key, set()).add(hop)


def _behind(origin: Origin, roots: Mapping[str, Root], actors: Actors) -> Iterator[Source]:
    """The sources that an origin goes by: who else is tied to it only passed it on."""
    sources = [source for id in origin.tellings if (source := roots[id].source)]
    best = next((source for source in sources if source.key == origin.key), None)
    yield from (source for source in sources if best and kinship(best, source, actors).degree == "same")


def as_outlet(name: str) -> Source:
    """An outlet as a source, for what it says in its own voice."""
    return Source(name, SourceKind.MEDIUM, name, None, name.casefold())


def find_named(asked: str, named: Named) -> tuple[str, frozenset[Source]]:
    """The name as the findings have it, and whom it stands for. SettingsError where there is none, or more than one."""
    wanted = _bare(asked)
    ways = (
        (named.screen | named.own, lambda name: name == wanted),
        (named.screen | named.own, lambda name: name.startswith(f"{wanted} ")),
        (named.own, lambda name: f" {wanted} " in f" {name} "),
        (named.screen | named.own, lambda name: name.startswith(wanted)),
    )
    for names, fits in ways:
        meant = (name for name in names if wanted and fits(_bare(name)))
        found = {name: named.screen.get(name, set()) | named.own.get(name, set()) for name in meant}
        if found:
            return _only(asked, found, named.actors)
    listed = sorted(named.counting, key=lambda name: (-named.counting[name], name))
    raise SettingsError(f"no origin {asked!r} in these findings; there are: {_some(listed) or 'none'}")


def _only(asked: str, found: dict[str, set[Source]], actors: Actors) -> tuple[str, frozenset[Source]]:
    """Names of one source are one, whatever else each of them also stands for."""
    alike = ((a, b) for a in found for b in found if a < b and (_bare(a) == _bare(b) or _any_same(found[a], found[b], actors)))
    groups = linked_groups(found, alike)
    names = [min((_shown(name, found[name]) for name in group), key=len) for group in groups]
    if len(names) > 1:
        raise SettingsError(f"{asked!r} may be more than one origin: {_some(sorted(names))}")
    return names[0], frozenset().union(*found.values())


def _shown(name: str, sources: Iterable[Source]) -> str:
    """A name for its key."""
    return min((source.name for source in sources if source.key == name), default=name)


def _any_same(some: Iterable[Source], others: Iterable[Source], actors: Actors) -> bool:
    listed = tuple(others)
    return any(same_source(a, b, actors) for a in some for b in listed)


def _some(names: list[str]) -> str:
    more = f" and {len(names) - MOST_SHOWN} more" if len(names) > MOST_SHOWN else ""
    return "; ".join(name.removeprefix("unnamed: ") for name in names[:MOST_SHOWN]) + more


def _bare(name: str) -> str:
    """Casefolded words, without what the screen adds and an article before them."""
    line = " ".join(re.findall(r"[^\W_]+", name.removeprefix("unnamed: ").removesuffix(ASSERTION).casefold()))
    return next((line.removeprefix(article) for article in ARTICLES if line.startswith(article)), line)


@lru_cache(maxsize=50_000)
def same_source(a: Source, b: Source, actors: Actors | None = None) -> bool:
    """Whether both names are of one source by themselves: two voices of one state, or of one body, are not."""
    if a.key == b.key or (not (a.named and b.named) and _bare(a.name) == _bare(b.name)):
        return True
    if a.kind is SourceKind.MEDIUM is b.kind:
        return same_outlet(a.name, b.name, actors)
    alone = [replace(each, state=None, part_of=(), control=Control.UNKNOWN) for each in (a, b)]
    return kinship(alone[0], alone[1], actors).degree == "same"


def goes_with(hop: Source, gone: Source, actors: Actors | None = None) -> bool:
    """Whether a hop of a chain falls with a source: it is that source, speaks for it, or both are what a state gives out."""
    one_state = bool(hop.state and hop.state == gone.state) and _given_out(hop) and _given_out(gone)
    return one_state or bool(gone.key and gone.key in hop.part_of) or same_source(hop, gone, actors)


def _given_out(source: Source) -> bool:
    """The state's media and the state as a whole: "KCNA", "state media" and "Pyongyang said" are one."""
    return source.control is Control.STATE_MEDIUM or general_voice(source)


def way_of(claim: Claim, root: Root, scene: Scene) -> Iterator[Source]:
    """The way that a telling took, its outlet first: whoever of these is taken away, it falls."""
    yield as_outlet(root.told_by)
    if speaker := scene.speakers.get(claim.report):
        yield speaker
    yield from (scene.known.get(hop, hop) for hop in claim.chain)
    yield from (each.source for each in (root, root.behind) if each and each.source)
