"""A headline's source, in few words ("state agency", "paper", "intelligence") → the source of the body that they stand for."""

from whence.attribute.naming import Mention, Work, as_antecedent
from whence.attribute.wording import suffix_role
from whence.model import BlockKind, Control, Parsed, Source, SourceKind

FEW = 4  # words of a headline's source that stand for one of the body
PAPERS = frozenset(
    {"paper", "newspaper", "daily", "weekly", "report", "website", "magazine", "broadcaster", "tv", "radio", "press", "media"}
)
AGENCIES = frozenset({"agency", "news agency", "wire", "media", "news", "tv", "television", "radio", "broadcaster"})
SPEAKS = frozenset(
    {"unnamed", "medium", "state_medium", "government", "military", "authority", "company", "civil", "speaker", "head", "leader"}
)
BODIES = frozenset({"government", "military", "authority", "company", "civil", "medium", "state_medium"})


def in_headline(parsed: Parsed[object], source: Source) -> bool:
    heads = [block.span for block in parsed.report.blocks_of(BlockKind.HEADLINE)]
    return source.span is not None and any(source.span in head for head in heads)


def headline_source(mention: Mention, work: Work) -> Source | None:
    """The first source of the body that has the headline's last word, or is the medium that it asks for."""
    wording = mention.wording
    words = wording.low.split()
    if not in_headline(work.parsed, mention.source) or not words or len(words) > FEW or wording.owner:
        return None
    role, _ = suffix_role(wording.low)
    if (role and role not in SPEAKS) or (not role and mention.source.kind is SourceKind.PERSON and wording.core[:1].isupper()):
        return None
    if work.scene.state_of(wording.core) or work.scene.actors.actor(wording.core):
        return None
    last = words[-1].removesuffix("s")
    for _, source in sorted(work.done, key=lambda pair: not pair[1].named):
        if role in BODIES and source.kind is SourceKind.PERSON:
            continue  # "Ministry: no deal" is not its spokesman's
        described = f"{source.mention} {source.name}".casefold().replace("’", "'").split()
        if any(word.removesuffix("s") == last for word in described) or _medium_asked(words, source):
            return as_antecedent(source, f"“{wording.words}” in the headline: “{source.mention}” in the report")
    return None


def _medium_asked(words: list[str], source: Source) -> bool:
    if source.kind is not SourceKind.MEDIUM:
        return False
    if words[0].startswith("state") or words[0] == "official":
        return words[-1] in AGENCIES and source.control is Control.STATE_MEDIUM
    return words[-1] in PAPERS and source.control is Control.OUTLET or (words[-1] == "agency" and source.control is Control.AGENCY)
