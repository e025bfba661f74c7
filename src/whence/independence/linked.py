"""Things and the pairs that tie them → the groups that hang together; arrows between things → what can be reached from one of them."""

from collections.abc import Collection, Hashable, Iterable, Mapping


def linked_groups[T: Hashable](things: Iterable[T], pairs: Iterable[tuple[T, T]]) -> list[set[T]]:
    """The connected components, in the order of their first members. A pair names things that are there."""
    group = {thing: {thing} for thing in things}
    for a, b in pairs:
        if group[a] is not group[b]:
            small, large = sorted((group[a], group[b]), key=len)
            large |= small
            group.update(dict.fromkeys(small, large))
    return list({id(members): members for members in group.values()}.values())


def arrows(pairs: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """Where the arrows from each thing lead."""
    found: dict[str, set[str]] = {}
    for a, b in pairs:
        found.setdefault(a, set()).add(b)
    return found


def reached(start: str, leads: Mapping[str, Collection[str]]) -> frozenset[str]:
    """All that can be come to from `start`, without itself."""
    seen, waiting = {start}, [start]
    while waiting:
        new = set(leads.get(waiting.pop(), ())) - seen
        seen |= new
        waiting += new
    return frozenset(seen - {start})
