"""The grammar of times: each rule is a pattern and the function that says what a match means. No text or clock is read here."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from whence.claims import times_days as days
from whence.claims import times_periods as periods
from whence.claims.times_place import Meaning, Parts, Place
from whence.claims.times_words import (
    APPROX,
    COUNT,
    DAY,
    EARLY,
    EDGE,
    FEW,
    FREQUENCIES,
    HOLIDAY,
    MONTH,
    ORDINAL,
    PART,
    REFERENCES,
    SEASON,
    TEENS_OF_CENTURY,
    UNIT,
    WEEKDAY,
    YEAR,
    ZONE,
)

LEAD = rf"(?P<lead>{EDGE}|{EARLY}[ -])?"
WHICH = r"(?P<which>(?i:last|next|this past|this coming|this|coming|past|each|every|previous|the previous|the following|the coming))"
MODIFIER = r"(?:current|following|previous|coming|past|same|next|last|prior|upcoming)"


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    meaning: Callable[[Parts, Place], Meaning | None]


SOURCES: tuple[tuple[str, str, Callable[[Parts, Place], Meaning | None]], ...] = (
    (
        "date in figures",
        r"(?<![\d/.-])(?:(?P<iso>\d{4}-\d\d-\d\d)|(?P<slashed>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)))(?![\d/-])",
        days.number_date,
    ),
    (
        "day of a month",
        rf"{LEAD}(?:(?i:last|next) )?(?:{WEEKDAY},? )?(?P<month>{MONTH}) (?:the )?(?P<day>{DAY})(?:,? (?P<year>{YEAR})|(?=(?: and "
        rf"| to |-|–)\d\d?,? (?P<later>{YEAR})))?(?!\w)",
        days.day_in_month,
    ),
    (
        "day of a month",
        rf"{LEAD}(?:{WEEKDAY},? )?(?:the )?(?P<day>{DAY})(?: of)?[ -](?P<month>{MONTH})(?:,?[ -](?P<year>{YEAR}))?(?!\w)(?P<later>\B)?",
        days.day_in_month,
    ),
    (
        "month",
        rf"{LEAD}(?:{WHICH} )?(?P<month>{MONTH})(?!\w)(?:,? (?:of )?(?P<year>{YEAR})| (?P<after>(?i:last|this|next) year))?(?!\w)",
        days.month,
    ),
    (
        "weekday",
        rf"(?P<lead>(?i:early|late|mid)[ -])?(?:{WHICH} )?(?P<weekday>{WEEKDAY})(?!\w)(?P<plural>\B)?(?: (?P<part>{PART})\b)?",
        days.weekday,
    ),
    ("weekdays", rf"(?P<lead>\b)(?P<which>\B)?(?P<weekday>{WEEKDAY})(?P<plural>s)\b(?P<part>\B)?", days.weekday),
    (
        "clock",
        rf"(?:(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.m\.|[AP]\.M\.|[ap]\.?m\b|[AP]\.?M\b)|(?P<named>(?i:noon"
        rf"|midday|midnight)))"
        rf"{ZONE}?(?:,? (?:on )?(?P<month>{MONTH}) (?P<day>{DAY})(?:, (?P<year>{YEAR}))?(?P<later>\B)?|,? (?:on )?(?:(?P<which>(?i:last"
        rf"|next|this)) )?(?:(?P<weekday>{WEEKDAY})|(?P<deictic>(?i:today|yesterday|tomorrow)))"
        r"(?!\w)(?P<plural>\B)?(?P<part>\B)?)?",
        days.clock,
    ),
    (
        "clock",
        rf"(?P<hour>[01]?\d|2[0-3])[:.]?(?P<minute>[0-5]\d){ZONE}(?P<half>\B)?(?P<named>\B)?(?P<month>\B)?(?P<deictic>\B)?(?P<weekday>\B)?",
        days.clock,
    ),
    (
        "clock",
        rf"(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d){ZONE}?(?P<half>\B)?(?P<named>\B)?(?P<month>\B)?"
        rf"(?: (?:on )?(?P<which>\B)?(?:(?P<weekday>{WEEKDAY})(?!\w)(?P<plural>\B)?(?P<part>\B)?|(?P<deictic>(?i:today|yesterday"
        rf"|tomorrow))\b|(?:this {PART})\b)|(?<=[Aa]t \d:\d\d)|(?<=[Aa]t \d\d:\d\d))",
        days.clock,
    ),
    (
        "deictic day",
        rf"(?:(?i:early|late|mid|later)[ -])?(?P<word>(?i:yesterday|today|tomorrow|tonight|overnight|last night|this(?= {PART})))(?: "
        rf"(?P<part>{PART}))?\b",
        days.deictic,
    ),
    (
        "calendar unit",
        rf"(?:{EDGE}|{EARLY}[ -](?:in )?)?(?P<which>(?i:(?:this|that) (?:past|coming|same)|this|that|last|next|past|(?:the )?{MODIFIER}))"
        r" (?:(?i:calendar|fiscal|full) )?(?P<unit>(?i:day|weekend|week|month|quarter|year|decade|century))\b(?!-)",
        periods.unit,
    ),
    ("weekend", r"(?P<which>(?i:the)) (?P<unit>(?i:weekend))\b", periods.unit),
    ("long ago", r"(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries|long)) (?i:ago)\b", periods.long_ago),
    ("end of unit", rf"{EDGE}(?P<unit>(?i:week|month|quarter|year|decade|century))\b(?!-)", periods.end_of_unit),
    ("half a unit", r"(?i:half an? |half-)(?P<unit>(?i:hour|day|year|decade|century))\b", periods.half),
    (
        "ago",
        rf"(?:(?i:{APPROX}|about|around|just over) )?(?:(?P<count>{COUNT}|(?i:an?))|(?P<few>{FEW}))[ -](?P<unit>{UNIT})"
        r"(?: or (?:so|more))?[ -](?P<way>(?i:ago|earlier|later|from now|hence|from today|before(?=[,.;])|afterwards?))\b",
        periods.ago,
    ),
    ("long ago", r"(?P<unit>(?i:hours|days|weeks|months|years|decades|centuries|long)) (?i:ago)\b", periods.long_ago),
    ("end of unit", rf"{EDGE}(?P<unit>(?i:week|month|quarter|year|decade|century))\b(?!-)", periods.end_of_unit),
    ("half a unit", r"(?i:half an? |half-)(?P<unit>(?i:hour|day|year|decade|century))\b", periods.half),
    (
        "ago",
        r"(?:(?i:the|an?) )?(?P<count>\B)?(?P<few>\B)?(?P<unit>(?i:year))-(?P<way>(?i:ago|earlier))\b(?: (?i:period|quarter))?",
        periods.ago,
    ),
    (
        "same quarter",
        r"(?i:the (?:latest |same |latest fiscal )?(?P<unit>quarter|period))\b(?=(?: (?:ended|ending) (?P<month>(?-i:" + MONTH + ")))?)",
        periods.same_quarter,
    ),
    ("fiscal year", r"(?i:the (?:full |fiscal )?year)(?= (?:ended|ending)\b)", periods.fiscal_year),
    ("year end", r"(?i:(?P<end>(?:the )?year[ -]end|year['’]s end|(?:earlier|later|early|late) in the year))\b(?!-)", periods.year_end),
    ("long", r"(?P<count>\B)?(?P<few>\B)?(?P<lead>\B)?(?P<unit>(?i:hour|day|week|month|year))s?-long\b", periods.long),
    (
        "period",
        rf"(?P<lead>(?:the )?(?i:last|past|next|first|final|coming|previous|following|another|opening) |(?i:{APPROX}) )?"
        rf"(?:(?P<count>{COUNT})|(?P<few>{FEW}))(?: more| additional| straight| consecutive)?[ -](?P<unit>{UNIT})\b(?:-long\b)?"
        rf"(?![ -]olds?\b)",
        periods.period,
    ),
    (
        "period",
        rf"(?P<lead>the (?=(?:\w+[ -]){{1,3}}))(?P<count>{COUNT})(?P<few>\B)? (?P<unit>{UNIT})\b(?!-)",
        periods.period,
    ),
    (
        "a unit",
        r"(?P<lead>\B)?(?P<few>\B)?(?P<count>(?i:an?)) (?P<unit>(?i:hour|day|week|month|year|decade|century|day and a half))\b(?!-)",
        periods.period,
    ),
    (
        "recent units",
        r"(?:the )?(?i:recent|coming|past|last) (?P<unit>(?i:days|weeks|months|quarters|years|decades|centuries))\b",
        periods.recent_units,
    ),
    (
        "long units",
        r"(?:(?<=[Ff]or )|(?<=\sin )|(?=(?:weeks|months|years|decades|centuries) of (?!age)))(?P<unit>(?i:hours|days|weeks|months"
        r"|years|decades|centuries))\b",
        periods.recent_units,
    ),
    (
        "every",
        r"(?P<frequency>\B)?(?i:every|each|per) (?:(?P<count>(?i:other|two|three|four|five|six|seven|eight|ten|\d+)) )?"
        rf"(?P<unit>{UNIT}|{PART}|(?i:weekend|summer|winter|spring|fall|autumn))\b",
        periods.repeated,
    ),
    ("frequency", rf"(?P<count>\B)?(?P<unit>\B)?(?P<frequency>(?i:{'|'.join(FREQUENCIES)}))\b(?!-)", periods.repeated),
    (
        "decade",
        rf"(?:the )?(?:(?i:early|late|mid)[ -])?(?:(?P<decade>(?:1[5-9]|20)\d0['’]?s|['’]\d0s)\b|(?P<named>(?<=the )"
        rf"(?i:{'|'.join(TEENS_OF_CENTURY)}))\b)",
        periods.decade,
    ),
    (
        "century",
        r"(?:the )?(?:(?i:early|late|mid)[ -])?(?P<nth>\d\d?(?:st|nd|rd|th)|(?i:nineteenth|twentieth))[ -](?i:century)\b",
        periods.century,
    ),
    (
        "quarter or half",
        rf"(?:(?i:the )(?![^ ]+-))?(?:(?P<before>{YEAR}|(?i:(?:last|this|next) year)['’]s|(?i:year-ago|year-earlier)) )?(?:(?i:fiscal"
        rf"|calendar|corresponding|full)[ -])?(?P<which>\B)?"
        rf"(?:(?P<nth>{ORDINAL})[ -](?i:quarter)|(?P<halfth>(?i:first|second))[ -](?i:half))\b(?P<season>\B)?"
        rf"(?:,? (?:of )?(?:fiscal )?(?P<year>{YEAR}|(?i:(?:last|this|next) year)))?(?!\w)",
        periods.part_of_year,
    ),
    (
        "season",
        rf"(?:the )?(?:(?i:early|late|mid)[ -])?(?P<which>(?i:last|this past|this coming|this|next|past|coming))? ?(?<!\w)"
        rf"(?P<season>{SEASON})\b"
        rf"(?P<nth>\B)?(?P<halfth>\B)?(?P<before>\B)?(?:,? (?:of )?(?P<year>{YEAR}|(?i:(?:last|this|next) year)))?(?!\w)",
        periods.part_of_year,
    ),
    ("holiday", rf"(?:(?P<which>(?i:last|this|next)) )?(?P<holiday>{HOLIDAY})\b(?:,? (?P<year>{YEAR}))?(?!\w)", days.holiday),
    ("reference", rf"(?P<word>(?i:{'|'.join(sorted(REFERENCES, key=len, reverse=True))}))\b(?!-)", periods.reference),
    (
        "year",
        rf"(?:(?<![\w$#£€./,–-])|(?<=\d\d\d\d[–-]))(?:{EDGE}|(?i:early|late|mid)[ -](?:in )?|(?i:fiscal) )?(?P<year>{YEAR})(?![\w%°])",
        periods.year,
    ),
)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules, compiled once."""
    return tuple(Rule(name, re.compile(source.replace(" ", r"\s")), meaning) for name, source, meaning in SOURCES)
