"""Numbers as English news writes them: "1,150", "1.4 million", "twenty-one", "a dozen". A pattern to find them, and their value."""

import re

SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000}
LARGE_SCALES = {scale: size for scale, size in SCALES.items() if size > 100}
SHORT_SCALES = {"k": 1_000, "m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000, "b": 1_000_000_000, "tn": 1_000_000_000_000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+ [1-9]/[2-9]|\d+(?:\.\d+)?"
SCALE = r"(?:hundred|thousand|million|billion|trillion)"
CARDINAL = rf"(?:(?:{'|'.join(TENS)})(?:[ -](?:{'|'.join(list(SMALL)[1:10])}))?|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
WORDS = (
    rf"(?:(?:{CARDINAL}|an?)(?: (?:and )?{CARDINAL})?(?: {SCALE})+(?: (?:and )?{CARDINAL}(?: {SCALE})?)*"
    rf"|half a dozen|(?:an?|{CARDINAL}) dozen|{CARDINAL}|dozen)"
)
FRACTION = r"(?:[ -]and[ -]a[ -]half)?"
HALVES = rf"(?:(?:half an? |{CARDINAL} and a half ){SCALE})"
NUMBER = rf"(?:(?:{DIGITS})(?:[ -]{SCALE}| dozen)?|{HALVES}|{WORDS}){FRACTION}"
NUMBER_WORDS = frozenset([*SMALL, *TENS, *SCALES, "dozen"])
# Numbers that are only bounds: the least and the most that the words allow.
VAGUE_NUMBERS: dict[str, tuple[float, float | None]] = {
    "tens of thousands": (20_000, 100_000), "hundreds of thousands": (200_000, 1_000_000), "tens of millions": (20_000_000, 100_000_000),
    "hundreds of millions": (200_000_000, 1_000_000_000), "dozens": (24, 100), "scores": (40, 200), "hundreds": (200, 1_000),
    "thousands": (2_000, None), "millions": (2_000_000, None), "billions": (2_000_000_000, None),
}  # fmt: skip

FRACTION_DIGITS = re.compile(r"(\d+) (\d)/(\d)")
PART = re.compile(r"[a-z]+|\d+(?:\.\d+)?")


def read_number(words: str) -> float | None:
    """The value of a number: "1.4 million" → 1400000.0, "twenty-one" → 21.0, "a dozen" → 12.0; None where it is not one."""
    text = words.lower().replace(",", "")
    text = text.replace("-and-a-half", " and a half")
    half = text.endswith(" and a half")
    text = text.removesuffix(" and a half").replace("half a ", "half ").replace("half an ", "half ")
    fraction = FRACTION_DIGITS.fullmatch(text)
    if fraction:
        return int(fraction[1]) + int(fraction[2]) / int(fraction[3])
    parts = PART.findall(text)
    total, group, seen = 0.0, 0.0, False
    for part in parts:
        if part[0].isdigit():
            group, seen = group + float(part), True
        elif part in SMALL or part in TENS:
            group, seen = group + SMALL.get(part, TENS.get(part, 0)), True
        elif part in ("a", "an"):
            group, seen = (group or 1), True
        elif part == "half":
            group, seen = group + 0.5, True
        elif part == "dozen":
            group, seen = (0.5 if group in (0.5, 1.5) else group or 1) * 12, True
        elif part == "hundred":
            group, seen = (group or 1) * 100, True
        elif part in SCALES:
            total, group, seen = total + (group or 1) * SCALES[part], 0.0, True
        elif part != "and":
            return None
    return round(total + group + (0.5 if half else 0.0), 6) if seen else None
