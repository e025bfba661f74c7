"""Words that look like a time and are none: "2,000 people", "the spring", "may", "the fall of the wall". A match in, a verdict out."""

import re

SEASON_LEAD = re.compile(r"(?:\b(?:in|since|of|by|until|during|through|for)|^|[(,])\s*$", re.IGNORECASE)
MONTH_LEAD = re.compile(
    r"\b(?:in|since|of|by|until|till|through|from|to|and|or|during|between|before|after|for|the|a|its|their|last|late|early|mid-?|each"
    r"|'s)\s*$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s+(?:people|troops|soldiers|workers|employees|men|women|children|members|students|deaths|dead|jobs|shares|points|dollars|pounds"
    r"|euros|yuan|yen|rubles|"
    r"km|kilomet\w+|miles?|met(?:er|re)s?|feet|tons?|tonnes|kilograms?|kg|barrels|homes|houses|votes|seats|units|cars|vehicles|drones"
    r"|missiles|"
    r"others|refugees|migrants|protesters|prisoners|fighters|police|officers|civilians|hectares|acres|square|percent|per cent|degrees)\b",
    re.IGNORECASE,
)
COUNTING = re.compile(
    r"(?:\b(?:about|some|nearly|almost|than|least|most|over|around|roughly|approximately|up to|No\.|Flight|Boeing|Resolution|Room"
    r"|Highway)|[$£€#])\s*$"
)
MONEY_BEFORE = re.compile(
    r"(?:[\d%]|\b(?:million|billion|trillion|thousand|hundred|times|once|twice|cents|dollars|percent|much|shares?|tons|tonnes|barrels"
    r"|people)) ?$"
)


def a_rate(text: str, rule: str, parts: re.Match[str]) -> bool:
    """Whether "a year" here says how often or at what rate: "twice a year", "$2 million a year"."""
    return rule == "a unit" and MONEY_BEFORE.search(text, max(0, parts.start() - 20), parts.start()) is not None


def unlikely(text: str, rule: str, parts: re.Match[str]) -> bool:
    """Whether this match should be left out."""
    before = text[max(0, parts.start() - 30) : parts.start()]
    after = text[parts.end() : parts.end() + 30]
    if rule == "season":
        bare = parts["which"] is None and parts["year"] is None
        return (
            bare and (parts.group()[0].isupper() or not SEASON_LEAD.search(before)) and not parts.group().lower().startswith("the summer")
        )
    if rule == "a unit" and parts["unit"].lower() == "day":
        return not a_rate(text, rule, parts)
    if rule == "month" and parts.group() in ("May", "March", "August"):
        return not MONTH_LEAD.search(before) or after.startswith(" on ")
    if rule in ("calendar unit", "weekend"):
        return parts["unit"][0].isupper() or parts.group().lower() == "this day"
    if rule == "period":
        return after.lower().startswith((" a day", " of age", " or older")) or bool(re.fullmatch(r".*-quarters", parts.group(), re.DOTALL))
    if rule == "frequency":
        return parts.group()[0].isupper() and bool(re.search(r"[A-Z][\w’']*\s$", before))
    if rule == "reference":
        return (
            parts.group().endswith("Future")
            or parts.group().lower() == "the past"
            and bool(re.match(r"\s+\w+\s+(?:years|months|weeks|days|summers|winters)", after))
        )
    if rule == "year":
        return bool(COUNTED.match(after)) or bool(COUNTING.search(before))
    return False
