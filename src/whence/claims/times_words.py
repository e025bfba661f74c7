"""The words that time expressions are made of, as tables and as pieces of patterns. Nothing is decided here."""

from whence.claims.quantities_numbers import NUMBER, NUMBER_WORDS, ORDINALS

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
    "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4,
}  # fmt: skip
SEASON_CODES = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
UNITS = ("second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century")
REFERENCES = {
    "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
    "these days": "PRESENT_REF", "at present": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "more recently": "PAST_REF", "most recently": "PAST_REF", "lately": "PAST_REF", "the past": "PAST_REF",
    "the future": "FUTURE_REF", "the near future": "FUTURE_REF",
}  # fmt: skip
FREQUENCIES = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M",
    "annually": "P1Y", "yearly": "P1Y",
}  # fmt: skip
TEENS_OF_CENTURY = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8, "nineties": 9}

# Capitals matter for names of months and days ("march", "may", "sat"), so patterns are case-sensitive and these groups are not.
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri)\.)"
YEAR = r"(?:1[5-9]\d\d|20\d\d)(?![,.:]?\d)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|:\d|[,.]\d{2,3}\b(?!,? ?\d{4}))"
SEASON = r"(?i:spring|summer|fall|autumn|winter)"
PART = r"(?i:morning|afternoon|evening|night)"
UNIT = r"(?i:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?|century|centuries)"
COUNT = rf"(?i:{NUMBER})"
FEW = r"(?i:an?\ few|a\ couple(?:\ of)?|several|few|many|some)".replace(r"\ ", " ")
ORDINAL = rf"(?i:{'|'.join(list(ORDINALS)[:4])}|1st|2nd|3rd|4th)"
EARLY = r"(?i:early|late|mid|earlier|later|midway through|sometime)"
EDGE = r"(?i:the (?:very )?(?:end|start|beginning|middle|close) of (?:the )?)"
APPROX = r"(?i:nearly|almost|more than|less than|at least|at most|up to|as many as|no more than)"
ZONE = r"(?: ?(?:GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|CET|CEST|MSK|ET|local time|Eastern time)\b)"
HOLIDAY = (
    r"(?:Christmas(?: (?:Day|Eve))?|New Year['’]s (?:Day|Eve)|Thanksgiving(?: Day)?|Palm Sunday|Easter(?: Sunday| Monday)?|Good Friday"
    r"|Labor Day|Memorial Day|Independence Day|Veterans Day|Valentine['’]s Day|Halloween|Election Day|May Day|Boxing Day)"
)

# The head words: a time expression holds at least one of them, or a number that can be a year or a date.
TRIGGERS = frozenset(
    [*MONTHS, *WEEKDAYS, *SEASON_CODES, *PARTS_OF_DAY, *FREQUENCIES, *TEENS_OF_CENTURY, "currently", "recently", "recent"]
    + [*UNITS, *(unit + "s" for unit in UNITS), "centuries", "weekend", "weekends", "now", "future", "past", "lately"]
    + ["nowadays", "presently", "present", "yesterday", "today", "tomorrow", "tonight", "overnight", "noon", "midnight", "midday", "while"]
    + [
        "christmas",
        "palm",
        "new",
        "thanksgiving",
        "easter",
        "good",
        "labor",
        "memorial",
        "independence",
        "veterans",
        "valentine",
        "halloween",
    ]
    + ["election", "boxing", "half", "period", "fiscal", "gmt", "utc", "time"]
)
# The words an expression can begin with, besides the head words and numbers.
OPENERS = frozenset(
    "the a an this that these those last past next previous coming following same current first second third fourth early late mid "
    "earlier later each every several few many some couple per once twice half recent nearly almost about around more less at up "
    "over under as no within only just final opening its latest corresponding midway sometime in another one most right fiscal full".split()
)
STARTERS = TRIGGERS | OPENERS | NUMBER_WORDS | frozenset(ORDINALS)
