"""voices.yaml → the word lists and patterns that independence is judged with, loaded once."""

import re
from dataclasses import dataclass, fields
from functools import lru_cache

from whence.lexicons.tables import table


@dataclass(frozen=True, slots=True)
class Voices:
    """The fields are the entries of voices.yaml."""

    empty: frozenset[str]
    titles: frozenset[str]
    general: frozenset[str]
    function_words: frozenset[str]
    medium_words: frozenset[str]
    refusing: frozenset[str]
    anybody: frozenset[str]
    members: frozenset[str]
    offices: frozenset[str]
    observing: frozenset[str]
    body_ends: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    no_one: frozenset[str]
    watchdog: re.Pattern[str]
    correction: re.Pattern[str]
    withdrawal: re.Pattern[str]
    distributor: re.Pattern[str]
    press: re.Pattern[str]
    outsiders: re.Pattern[str]
    undoing: re.Pattern[str]
    calling_off: re.Pattern[str]
    witness: re.Pattern[str]
    own_work: re.Pattern[str]
    first_hand: re.Pattern[str]
    own_reporter: re.Pattern[str]
    first_person: re.Pattern[str]
    issuer: re.Pattern[str]
    body: re.Pattern[str]
    state_owner: re.Pattern[str]
    state_medium: re.Pattern[str]
    negating: re.Pattern[str]
    not_negating: re.Pattern[str]
    turning: re.Pattern[str]
    government: re.Pattern[str]
    of_a_house: re.Pattern[str]
    saying: re.Pattern[str]


@lru_cache(maxsize=1)
def load_voices() -> Voices:
    raw = table("voices.yaml")
    lists = {field.name: frozenset(raw[field.name].split()) for field in fields(Voices) if field.type == frozenset[str]}
    return Voices(
        **lists,
        watchdog=_any_of(raw["watchdog_patterns"]),
        correction=_any_of(raw["correction_patterns"]),
        withdrawal=re.compile("|".join(raw["withdrawal_patterns"]), re.I),
        distributor=_any_of(raw["distributor_patterns"]),
        press=_any_of(raw["press_patterns"]),
        outsiders=_any_of(raw["outsiders_patterns"]),
        undoing=_any_of(raw["undoing_patterns"]),
        calling_off=_any_of(raw["calling_off_patterns"]),
        witness=_any_of(raw["witness_patterns"]),
        own_work=_any_of(raw["own_work_patterns"]),
        first_hand=_any_of(raw["first_hand_patterns"]),
        first_person=re.compile(rf"\b(?:{'|'.join(raw['first_person_patterns'])})"),
        own_reporter=re.compile("|".join(raw["own_reporter_patterns"])),
        issuer=_any_of(raw["issuer_patterns"]),
        body=_any_of(raw["body_patterns"]),
        state_medium=re.compile("|".join(raw["state_medium_patterns"]), re.I),
        negating=re.compile("|".join(raw["negating_patterns"]), re.I),
        not_negating=re.compile("|".join(raw["not_negating_patterns"]), re.I),
        turning=_any_of(raw["turning_patterns"]),
        government=_any_of(raw["government_patterns"]),
        of_a_house=_any_of(raw["of_a_house_patterns"]),
        saying=_any_of(raw["saying_patterns"]),
        state_owner=re.compile(rf"^(?:{'|'.join(raw['state_owner_patterns'])})$", re.I),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)
