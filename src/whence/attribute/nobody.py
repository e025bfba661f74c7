"""Resolved chains → whether a hop in them is anybody at all: "are confirmed", "the", "whoever" and "you" are no source.

What a bare passive ("the road was named", "five are confirmed dead") tells, nobody is said to have said: it is the report's own. Hearsay
("it is believed", "reportedly") stays a source without a name, as readers are shown it.
"""

import re
from dataclasses import replace

from whence.lexicons.hops import load_hop_words
from whence.model import Attribution, Chain, Source, SourceKind

NOBODYS = re.compile(
    r"(?:(?:many|some|most|all|one|any|none) of )?(?:you|us)\b"
    r"|(?:whoever|whatever|nobody|no[ -]one|none|neither|anyone|anybody|everyone|everybody)\b"
    r"|(?:no(?: \w+)?|who|which|what|that|there|the (?:first|second|third|other))$|nothing\b",
    re.IGNORECASE,
)
EMPTY = frozenset(  # no words that are a name too ("Will")
    "the a an all any every each its his her their our my your this that these those and or but not no so as of to in on at by is are was"
    " were be been says said say has have had corrects earlier foreign other another".split()
)


def without_nobody(one: Attribution, settled: Chain) -> Attribution:
    """The attribution with its settled chain: hops that are nobody are left out; where nobody is left, it tells nothing."""
    kept = tuple(hop for hop in settled if not is_nobody(hop))
    if kept or not settled:
        return replace(one, chain=kept)
    return replace(one, chain=settled, deed=True, manner="indirect")


def is_nobody(source: Source) -> bool:
    words = " ".join(re.findall(r"[\w’'-]+", source.name.casefold()))
    if source.kind is SourceKind.IMPERSONAL and words != "it":
        rumoured = load_hop_words().rumoured
        return not any(word in rumoured or word.removesuffix("s") in rumoured for word in words.split())
    if source.kind not in (SourceKind.UNNAMED, SourceKind.PERSON):
        return False
    if source.kind is SourceKind.PERSON and " " in source.name and source.name.split()[-1][:1].isupper():
        return False  # "You Xi"
    return NOBODYS.match(words) is not None or all(word in EMPTY or word.isdigit() for word in words.split())
