"""A group of tied tellings → the telling that speaks for it, and what its origin is called."""

from collections.abc import Iterator, Sequence

from whence.independence.identity import country_name, general_voice, name_words
from whence.independence.roots import Root
from whence.model import Control, Source, SourceKind

RANK = {"yes": 0, "maybe": 1, "no": 2}
AT_SECOND_HAND = {SourceKind.DOCUMENT: 1, SourceKind.MEDIUM: 2}  # a paper speaks for who wrote it, a medium for whom it cites
AT_MOST = 3  # names given in brackets


def speaks_for(group: Sequence[Root]) -> Root:
    """The root that says most: named before unnamed before nobody, the one told most often, of unnamed people the first."""
    told = [root.source.name if root.source else "" for root in group]

    def rank(place: int) -> tuple[int, bool, int, int, int]:
        root, source = group[place], group[place].source
        if source is None:
            return RANK[root.counts], True, 0, 0, place
        second = 0 if source.state else AT_SECOND_HAND.get(source.kind, 0)
        return RANK[root.counts], root.by_kind, second, -told.count(source.name) if source.named else 0, place

    return group[min(range(len(group)), key=rank)]


def group_name(group: Sequence[Root], best: Root) -> str:
    """A state by its name and its voices, a body with whoever spoke for it, an outlet that stands alone by its name."""
    source = best.source
    if source is None or source.kind is SourceKind.IMPERSONAL:
        how = "own assertion" if source is None else f"unattributed: “{source.mention}”"
        return "no source named" if best.counts == "no" else f"{best.told_by} ({how})"
    if not source.named:
        return f"{origin_name(source)} ({_heard_by(best)})"
    others = list(dict.fromkeys(_other_names(group, source)))
    if source.state and (source.control is Control.STATE_MEDIUM or general_voice(source) or others):
        voices = [*others, *(() if general_voice(source) else (source.name,))]
        brackets = f" ({', '.join(_short(voices))})" if voices else ""
        return f"Government of {country_name(source)}{brackets}"
    name = origin_name(source)
    new = [other for other in others if "(" not in name]
    return f"{name} ({', '.join(_short(new))})" if new else name


def _heard_by(root: Root) -> str:
    """Who vouches for people without a name: the medium that the telling cites for them, else the outlet that tells it."""
    media = (hop.name for hop in reversed(root.telling.chain[:-1]) if hop.kind is SourceKind.MEDIUM and hop.named)
    return next(media, root.heard_by or root.told_by)


def _short(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(names))[:AT_MOST]


def _other_names(group: Sequence[Root], best: Source) -> Iterator[str]:
    """Others in the group that the same origin goes by: the medium of its own state that it is known through, people, bodies, papers."""
    known = name_words(best)
    for root in group:
        hops = [hop for hop in root.telling.chain if hop.control is Control.STATE_MEDIUM and hop.state and hop.state == best.state]
        own = [root.source] if root.source and root.counts == "yes" and not root.by_kind else []
        for source in (*hops, *own):
            if source.named and not general_voice(source) and not name_words(source) <= known:
                yield source.name


def origin_name(source: Source) -> str:
    """What one source is called: a state's voice by its state, a body by its country, a person by the body he speaks for."""
    if not source.named:
        return f"unnamed: {source.mention}"
    country = country_name(source) if source.state else ""
    if country and source.kind is SourceKind.ORGANISATION and country.casefold()[:5] not in source.name.casefold():
        return f"{source.name} of {country}"
    body = next((key for key in source.part_of if key != source.state), None)
    if source.kind is SourceKind.PERSON and body and " " in body and body.replace(" ", "").isalpha():
        return f"{source.name} ({body.title()})"
    return source.name
