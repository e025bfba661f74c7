"""A root and the other tellings of its proposition → why it may not count as a sure origin after all; "" where nothing speaks against it.

Reading is never perfect: a name may be no name, a telling may stand with the others by mistake, or say the opposite in words that no
rule knows. What is in doubt raises only the most that may be independent, never the least.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from whence.compare import same_quantity
from whence.independence.identity import kinship, personal_words
from whence.independence.roots import Root, followed
from whence.lexicons.voices import load_voices
from whence.model import Act, Claim, Control, Source, SourceKind
from whence.text import words

STEM = 5  # letters that two forms of one word share
READ_AT_ALL = 0.4
READ_WELL = 0.5  # confidence of a claim's attribution; set on the written scenarios 01-05 of each letter, 21 Nov
SHARED = 2  # content words that a telling has in common with the others; 1 where it has fewer than four of its own


def assured(root: Root, told: Sequence[Claim]) -> Root:
    """The root as far as it is sure among all the tellings `told`, its own among them: as it was, weak, or for less.

    Where somebody says the opposite, or may, only who is heard himself, and clearly, counts; where nobody does, a weak one is still one.
    """
    root, disputed = followed(root, told), contested(told)
    denied = any(claim.act is Act.DENIES for claim in told)
    if root.counts != "no" and root.telling.chain and (why := _no_support(root, told)):
        return replace(root, counts="no", because=f"{root.because}, but {why}")
    if root.counts == "maybe" and not disputed and (why := _identified(root)):
        return replace(root, counts="yes", weak=why, because=f"{root.because}, but {why}")
    if root.counts != "yes":
        return root
    if why := _doubtful(root):
        return replace(root, counts="maybe", because=f"{root.because}, but {why}")
    why = _weak(root.telling, told)
    if disputed and not root.telling.chain and not _heard_elsewhere(root, told):
        why = f"others {'contradict it' if denied else 'may say otherwise'}, and it is heard in this text alone"
    if disputed and why:
        return replace(root, counts="maybe", because=f"{root.because}, but {why}")
    return replace(root, weak=why or ("others contradict it" if denied else ""))


def _identified(root: Root) -> str:
    """Why who is told only by what it is can still be found out: a body."""
    if root.by_kind and root.source is not None and root.source.kind is SourceKind.ORGANISATION and len(root.source.name.split()) > 1:
        return "which body that is can be found out"
    return ""


def _no_support(root: Root, told: Sequence[Claim]) -> str:
    """Why a root is none at all: badly read, no name, or against the others."""
    source, telling = root.source, root.telling
    if telling.chain and telling.confidence < READ_AT_ALL:
        return "it may not be this source's words"
    if source is not None and not source.state and no_name(source):
        return f"“{source.name}” may be no name"
    return "its words may say the opposite" if turns(telling) and 2 * sum(map(turns, told)) < len(told) else ""


def _doubtful(root: Root) -> str:
    """Why a root raises only the most."""
    source, telling = root.source, root.telling
    if telling.chain and telling.confidence < READ_WELL:
        return "it may not be this source's words"
    return unlike_a_name(source) if source is not None and not source.state and telling.chain else ""


def _weak(telling: Claim, told: Sequence[Claim]) -> str:
    others = [claim for claim in told if claim.id != telling.id and claim.words != telling.words]
    repeated = any(claim.words == telling.words and claim.report != telling.report for claim in told)
    if others and not repeated and not _shares_words(telling, others):
        return "it shares no words with the other tellings"
    return "it gives another number than the others" if _other_number(telling, others) else ""


def _heard_elsewhere(root: Root, told: Sequence[Claim]) -> bool:
    """Whether another report, too, lays it to the same source."""
    source, own = root.source, root.telling.report
    named = (claim.chain[-1] for claim in told if claim.chain and claim.report != own)
    return source is not None and any(kinship(source, other).degree == "same" for other in named)


def contested(told: Sequence[Claim]) -> bool:
    """Whether somebody says the opposite, or may: the words of some tellings turn, and those of others do not."""
    return any(claim.act is Act.DENIES or turns(claim) for claim in told)


def no_name(source: Source) -> bool:
    """Whether what is taken for the name of a source is plainly none: "STROKE", "March. Whoever"."""
    tokens = re.findall(r"[^\W\d_][\w'’-]*", source.name)
    if not tokens or re.search(r"[.!?:] \w|[“”\"]|\b(?:of|the|and|for)$", TITLE_DOT.sub("", source.name)):
        return True
    if len(max(tokens, key=len)) == 1 or all(_opens_a_sentence(token) or token.casefold() in load_voices().no_one for token in tokens):
        return True
    shouted = [token for token in tokens if len(token) > 3 and token.isupper()]
    return bool(shouted) and (len(tokens) > 1 or source.kind is SourceKind.PERSON)


def unlike_a_name(source: Source) -> str:
    """Why what is taken for the name of a source may not say who it is; "" for a good name."""
    name = source.name.removeprefix("the ").removeprefix("The ")
    tokens = re.findall(r"[^\W\d_][\w'’-]*", name)
    if source.kind is SourceKind.PERSON:
        own = [token for token in personal_words(name) if len(token) > 1]
        lower = [token for token in tokens if token[0].islower() and token not in load_voices().particles]
        offices = {*load_voices().members, *load_voices().offices}
        own = [token for token in own if token not in offices]
        return "" if len(own) > 1 and not lower and not _opens_a_sentence(tokens[0]) else f"“{name}” is no full name"
    proper = [token for token in tokens if token[0].isupper()]
    if len(tokens) > 1 and proper == tokens[:1] and source.mention.startswith(proper[0]):
        return f"“{name}” tells what it is, not who"
    if source.kind is SourceKind.ORGANISATION and len(tokens) == 1 and source.control is Control.UNKNOWN and not tokens[0].isupper():
        return f"“{name}” may be anybody's name"
    return ""


TITLE_DOT = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|St|Lt|Col|Gen|Prof|Sgt|Capt)\.")
WITHHELD = re.compile(r"not to be (?:named|identified|quoted)|(?:not|n['’]t) (?:been )?(?:authori[sz]ed|allowed) to (?:speak|talk)")


def _opens_a_sentence(word: str) -> bool:
    """ "On", "After", "You": no first name."""
    return word.casefold() in load_voices().function_words | load_voices().openers


@lru_cache(maxsize=65536)
def _content(text: str) -> frozenset[str]:
    skipped = load_voices().function_words | load_voices().empty
    return frozenset(word.removesuffix("'s")[:STEM] for word in words(text) if word not in skipped and (len(word) > 2 or word.isdigit()))


def _shares_words(telling: Claim, others: Sequence[Claim]) -> bool:
    mine = _content(telling.plain or telling.words)
    wanted = SHARED if len(mine) > 3 else 1
    return any(len(mine & _content(other.plain or other.words)) >= min(wanted, len(mine)) for other in others)


def turns(claim: Claim) -> bool:
    """Whether its words hold a denial: "there had been no stroke", "insists that the door was locked", "called it a fairy tale"."""
    return _turning(claim.words)


@lru_cache(maxsize=65536)
def _turning(said: str) -> bool:
    """Asked of each telling of a proposition for each of its roots."""
    return load_voices().turning.search(WITHHELD.sub("", said)) is not None


def _other_number(telling: Claim, others: Sequence[Claim]) -> bool:
    """Whether the others agree on a number that this telling has another for."""
    mine = [quantity for quantity in telling.quantities if quantity.unit]
    if not mine:
        return False
    says = Counter[bool]()
    for other in others:
        compared = [same for a in mine for b in other.quantities if (same := same_quantity(a, b)) is not None]
        if compared:
            says[any(compared)] += 1
    return says[False] > says[True]
