"""One mention → its parts: core ("Two officials"), owner ("its"), tail ("of the ministry"), and the role its head noun shows."""

import re
from dataclasses import dataclass
from functools import lru_cache

from whence.lexicons.actors import folded
from whence.lexicons.roles import role_words

ROLE_ORDER = (
    "state_medium",
    "military",
    "government",
    "medium",
    "document",
    "authority",
    "company",
    "civil",
    "speaker",
    "unnamed",
    "leader",
    "head",
    "person",
)
PERSONAL = ("speaker", "person", "leader", "head")  # roles of one person
ARTICLE = re.compile(r"^(?:the|a|an|this|that|these|those|one|same|said|any|each|every|no)\s+", re.IGNORECASE)
TAIL = re.compile(
    r"\s*[,;(]\s*|\s+[-–—]+\s+|\s+(?=(?:who|whom|which|that|whose|of|for|with|from|by|in|at|to|on|about|near|close|familiar|briefed|citing|quoting|seen|"
    r"published|released|issued|obtained|posted|dated|filed|written|sent|signed|drafted|circulated|prepared|leaked|speaking|wearing|standing|named|called|based|inside|within|among|including|such)\b)"
)
OWNER = re.compile(
    r"^(?P<owner>.+?)(?:['’]s|(?<=s)['’])(?:\s+own)?\s+(?P<rest>\S.*)$"
    r"|^(?P<pronoun>its|his|her|their|my|our|your|whose)(?:\s+own)?\s+(?P<thing>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
HANGING = re.compile(r",?\s+(?:who|which|whom|whose|speaking|citing|asking)\b")
FOCUS = re.compile(r"^(?:[Ee]ven|[Oo]nly|[Bb]ut|[Aa]nd|[Yy]et|[Aa]lso) (?=(?:he|she|they|it|the|[A-ZÀ-Þ]))")
ITSELF = re.compile(r"(?<=\w) (?:itself|himself|herself|themselves)$")
EDGES = ' \t\r\n\xa0.,;:"“”„«»*_'


@dataclass(frozen=True, slots=True)
class Wording:
    """`low` is the core in lower case without article and owner; `role` what its last words are, `head` those words."""

    words: str
    core: str
    low: str
    tail: str
    owner: str = ""
    role: str = ""
    head: str = ""
    definite: bool = False

    @property
    def bare(self) -> bool:
        """Whether nothing but the head noun is there: "the ministry"."""
        return self.low == self.head

    @property
    def named(self) -> str:
        """The words without the clause that hangs on them: "Two officials, who asked not to be named"."""
        return HANGING.split(self.words)[0].strip(EDGES) or self.words


@lru_cache(maxsize=8192)
def read_wording(mention: str) -> Wording:
    words = ITSELF.sub("", FOCUS.sub("", " ".join(mention.split()).strip(EDGES)))
    words = re.sub(r"(?:['’]s|(?<=s)['’])$", "", words)
    cut = TAIL.search(words)
    core, tail = (words[: cut.start()], words[cut.end() :].strip(EDGES)) if cut and cut.start() else (words, "")
    if core.casefold() in (
        "ministry",
        "the ministry",
        "bank",
        "the bank",
        "office",
        "the office",
        "department",
        "university",
        "council",
    ) and tail.startswith(("of ", "for ")):
        core, tail = (words, "") if not (again := TAIL.search(words, len(core) + 4)) else (words[: again.start()], words[again.end() :])
    core, tail = _whole_name(core, tail)
    owner = ""
    if owned := OWNER.match(core):
        owner, core = (owned["owner"], owned["rest"]) if owned["owner"] else (owned["pronoun"], owned["thing"])
    definite = bool(re.match(r"(?:the|that|this|those|these)\s", core, re.IGNORECASE))
    core = ARTICLE.sub("", core)
    low = core.casefold().replace("’", "'")
    role, head = suffix_role(low)
    return Wording(words, core, low, tail, owner, role, head, definite)


def part_of_name(name: str, outlet: str) -> bool:
    """ "the Advertiser" for the Eskholm Advertiser, "AL" for Agence Littorale: the last or first words of an outlet, or its initials."""
    short, long = folded(name).split(), folded(re.sub(r"\([^)]*\)", "", outlet)).removeprefix("the ").split()
    short = short[1:] if short[:1] == ["the"] else short
    if not short or len(long) < 2 or not name[:1].isupper() and not name.casefold().startswith("the "):
        return False
    initials = "".join(word[0] for word in long if word not in ("of", "and", "for", "the"))
    called = short[-1] not in COMMON_NAMES and short in (long[: len(short)], long[-len(short) :])
    return called or (name.isupper() and name.casefold() == initials)


COMMON_NAMES = frozenset("news radio press television tv online daily weekly service agency international".split())  # no outlet's alone
OF_NAME = re.compile(r"(?:of|for) (?:the )?[A-ZÀ-Þ][\w’'.-]*(?: (?:(?:of|and|the) )*[A-ZÀ-Þ][\w’'.-]*)*")


BODIES = ("military", "government", "medium", "authority", "company", "civil", "state_medium")


def _whole_name(core: str, tail: str) -> tuple[str, str]:
    """A name that goes on after "of" is kept whole: "Reserve Bank of Halvern"; "Head of the Border Service" is not one."""
    goes_on = OF_NAME.match(tail)
    last = core.split()[-1] if core else ""
    if (
        not goes_on
        or not last[:1].isupper()
        or suffix_role(core.casefold())[0] in ("leader", "head", "person", "speaker", "unnamed", "document")
    ):
        return core, tail
    return f"{core} {goes_on.group()}", tail[goes_on.end() :].strip(EDGES)


@lru_cache(maxsize=8192)
def suffix_role(low: str) -> tuple[str, str]:
    """The role of the longest run of words at the end of a name: "dorranian defence ministry" → government, "ministry"."""
    table, parts = role_words(), low.split()
    for name in ("state_medium",):
        for phrase in table[name]:
            if re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", low):
                return name, phrase
    first, of, _ = low.partition(" of ")
    if of and low not in table["government"] and low not in table["unnamed"] and (found := suffix_role(first))[0]:
        return found
    for size in (4, 3, 2, 1):
        phrase = " ".join(parts[-size:])
        for written in (phrase, phrase.removesuffix("s")) if len(parts) >= size else ():
            for role in ROLE_ORDER:
                if written in table[role]:
                    return role, phrase
    return "", ""
