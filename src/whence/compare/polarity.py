"""A claim → whether it says that its event is so: its verb's negation and denial, and words that deny without negating a verb."""

from functools import lru_cache

from whence.lexicons.voices import load_voices
from whence.model import Act, Claim


def says_so(claim: Claim) -> bool:
    """`Claim.affirms`, and what the claims room cannot see on the verb: "not a drop came through", "the report that there is no plan".

    `Claim.negated` is about the source, who denies the content; this is about the event: "denied that there was no plan" says so.
    """
    if claim.act is Act.NO_COMMENT or any(label == "negation" for label, _ in claim.evidence) or not denies_itself(claim.plain):
        return claim.affirms
    return claim.negated


@lru_cache(maxsize=65536)
def denies_itself(plain: str) -> bool:
    """Whether the words say that something is not so, by a determiner, "without" or "is false"."""
    voices = load_voices()
    return voices.negating.search(plain) is not None and voices.not_negating.search(plain) is None
