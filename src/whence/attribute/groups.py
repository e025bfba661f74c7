"""A mention of people without names → what it says of them: how many, how they know, why they are not named, and whose they are."""

import re

from whence.attribute.naming import Mention, Work, settle
from whence.attribute.scene import CHAINED
from whence.model import Source, SourceKind

COUNT = re.compile(
    r"^(?:(?P<about>at least|more than|about|some|nearly|up to|the) )?"
    r"(?P<count>\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen"
    r"|dozens of|hundreds of|several|many|a few|a number of|a group of|multiple|both|half a dozen)\b",
    re.I,
)
ACCESS = re.compile(
    r"\b(?:(?:directly |closely )?(?:familiar with|briefed on|involved in|close to)|with (?:direct |first-?hand |close )?knowledge of"
    r"|(?:who|that) (?:attended|saw|witnessed|was present|were present|took part|has seen|have seen|was briefed|were briefed)"
    r"|present at|who worked (?:with|for|on|at))\b[^,.;]{0,80}"
)
WHY_UNNAMED = re.compile(
    r"(?:on (?:the )?condition of anonymity"
    r"|(?:asked|requested|wished|wanted|declined) (?:not )?to (?:be (?:named|identified|quoted)|remain anonymous)"
    r"|(?:not|n't) authori[sz]ed to (?:speak|talk|discuss|comment)[^,.;]{0,40}|requested anonymity|(?:cannot|could not|can't) be named"
    r"|was not named|were not named|(?:insisted|insisting) on anonymity)[^,.;“”\"]{0,60}",
)
LOOKED_AHEAD = 220  # characters after the mention, in its sentence


def described(mention: Mention, work: Work) -> list[str]:
    """The reasons to show, one for each thing that the words say."""
    words, text = mention.wording.words, work.scene.report.text
    made = []
    if count := COUNT.match(words):
        number = "one" if count["count"].casefold() in ("a", "an") else count["count"].removesuffix(" of")
        about = f"{count['about']} " if count["about"] and count["about"].casefold() != "the" else ""
        made.append(f"how many: {about}{number}")
    if access := ACCESS.search(words):
        made.append(f"how they know: {access.group().strip()}")
    end = max(mention.at, 0) + len(mention.source.mention)
    sentence = re.split(r"(?<=[a-z\d”\"])[.?!](?:\s|$)|\n", text[max(mention.at, 0) : end + LOOKED_AHEAD])[0]
    if why := WHY_UNNAMED.search(sentence):
        made.append(f"why not named: {why.group().strip()}")
    return made


def body_of_group(mention: Mention, work: Work) -> Source | None:
    """The body that they belong to, where its name stands in the mention: "Labor Department officials", "an official at the DHS"."""
    wording, scene = mention.wording, work.scene
    for words in (wording.core, wording.tail.split(",")[0]):
        for match in CHAINED.finditer(words):
            run = match.group()
            if scene.state_of(run):
                continue
            if scene.actors.actor(run) is None and not run.endswith(("Ministry", "Department", "Army", "Navy", "Police", "Government")):
                continue
            body = settle(mention.again(run, mention.at), work)
            if body.kind is SourceKind.ORGANISATION and body.country:
                return body
    return None
