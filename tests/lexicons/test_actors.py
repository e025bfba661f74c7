"""The lexicons of actors and places: who is found under which name, and what a user's own file may hold."""

from pathlib import Path

import pytest

from whence.errors import SettingsError
from whence.lexicons.actors import load_actors, owner_of, same_outlet
from whence.lexicons.first_names import sex_of
from whence.model import Control, SourceKind


@pytest.mark.parametrize(
    ("name", "key", "control", "state"),
    [
        ("the Korean Central News Agency", "kcna", Control.STATE_MEDIUM, "north korea"),
        ("KCNA", "kcna", Control.STATE_MEDIUM, "north korea"),
        ("Associated Press", "ap", Control.AGENCY, None),
        ("A.P.", "ap", Control.AGENCY, None),
        ("dpa", "dpa", Control.AGENCY, None),
        ("the U.S. State Department", "us state department", Control.GOVERNMENT, "united states"),
        ("I.A.E.A.", "iaea", Control.INTERNATIONAL, None),
        ("the Kremlin", "kremlin", Control.GOVERNMENT, "russia"),
        ("Federal Reserve", "federal reserve", Control.GOVERNMENT, None),
    ],
)
def test_names_lead_to_one_actor(name: str, key: str, control: Control, state: str | None) -> None:
    actor = load_actors().actor(name)
    assert actor is not None
    assert (actor.id, actor.control, actor.state) == (key, control, state)


@pytest.mark.parametrize("name", ["who", "time", "nobody of this name", "us", ""])
def test_plain_words_are_nobody(name: str) -> None:
    assert load_actors().actor(name) is None
    assert load_actors().place(name) is None


@pytest.mark.parametrize(
    ("words", "state"), [("North Korean", "north korea"), ("DPRK", "north korea"), ("U.S.", "united states"), ("Dutch", "netherlands")]
)
def test_states_by_name_and_people(words: str, state: str) -> None:
    place = load_actors().place(words)
    assert place is not None and place.id == state


@pytest.mark.parametrize(("words", "state"), [("Pyongyang", "north korea"), ("the White House", "united states"), ("Zhongnanhai", "china")])
def test_seats_of_power(words: str, state: str) -> None:
    place = load_actors().seat(words)
    assert place is not None and place.id == state


def test_every_reference_inside_the_files_leads_somewhere() -> None:
    known = load_actors()
    assert len(known.actors) > 800 and len(known.places) > 195
    for actor in known.actors.values():
        assert actor.country is None or actor.country in known.places, actor
        assert all(part in known.actors or part in known.places for part in actor.part_of), actor
        assert (actor.kind is SourceKind.MEDIUM) == (actor.control in (Control.STATE_MEDIUM, Control.AGENCY, Control.OUTLET))


SAME = [
    ("Meridian Wire", "Meridian"),
    ("VCNA", "Velmarch Central News Agency (VCNA)"),
    ("AP", "The Associated Press"),
    ("DPR", "Dorrania Public Radio"),
    ("The Larkfield Herald", "Larkfield Herald"),
    ("www.example-post.com", "Example Post"),
]
OTHERS = [
    ("The Times", "The New York Times"),
    ("Post Extra", "The City Post"),
    ("Reuters", "AFP"),
    ("", ""),
    ("Herald", "Larkfield Herald"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_same_outlet(a: str, b: str) -> None:
    assert same_outlet(a, b) and same_outlet(b, a)


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_other_outlet(a: str, b: str) -> None:
    assert not same_outlet(a, b) and not same_outlet(b, a)


def test_owner_of() -> None:
    assert owner_of("The Sun") == owner_of("the Wall Street Journal") == "News Corp"
    assert owner_of("The Larkfield Herald") is None


HEADER = "id\tname\taliases\tcontrol\tcountry\towner\tpart_of\n"


def test_a_users_own_file_is_laid_over_ours(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(HEADER + "# ours\nlarkfield herald\tLarkfield Herald\tThe Lark\toutlet\tireland\tLarkfield Press\n", encoding="utf-8")
    actor = load_actors(mine).actor("the Lark")
    assert actor is not None and (actor.id, actor.owner, actor.country) == ("larkfield herald", "Larkfield Press", "ireland")
    assert load_actors(mine).actor("KCNA") is not None
    assert load_actors().actor("the Lark") is None


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("larkfield herald\tLarkfield Herald\n", "line 1"),
        (HEADER + "only-an-id\n", "line 2"),
        (HEADER + "x\tX\t\tsecret\n", "control is 'secret'"),
        ("id\tname\tcolour\n", "the columns must be"),
        (HEADER + "x\tX\ta\toutlet\tb\tc\td\te\n", "line 2"),
    ],
)
def test_a_bad_file_is_named_with_its_line(tmp_path: Path, content: str, says: str) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_text(content, encoding="utf-8")
    with pytest.raises(SettingsError, match=says) as wrong:
        load_actors(bad)
    assert "\n" not in str(wrong.value)


def test_a_missing_or_binary_file(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read the lexicon"):
        load_actors(tmp_path / "none.tsv")
    binary = tmp_path / "binary.tsv"
    binary.write_bytes(b"\xff\xfe\x00id")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_actors(binary)


PEOPLE_HEADER = "id\tname\taliases\tcountry\tof\tpost\tyears\n"


def test_people_in_office() -> None:
    known = load_actors()
    assert len(known.people) > 300
    for person in known.people.values():
        assert person.country is None or person.country in known.places, person
        assert all(of in known.actors or of in known.places for of in person.of), person
    putin = known.family("Putin")
    assert putin is not None and putin.in_office(2018) and not putin.in_office(1995)
    assert known.person("Donald J. Trump") is known.person("Donald Trump")
    assert known.family("Clinton") is None and known.family("putin") is None


def test_a_users_own_people(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    mine.write_text(PEOPLE_HEADER + "otto marsh\tOtto Marsh\t\tfrance\tfrance\tpremier\t2020-2022|2031\n", encoding="utf-8")
    marsh = load_actors(mine).person("Otto Marsh")
    assert marsh is not None and [marsh.in_office(year) for year in (2019, 2021, 2031, 2032)] == [False, True, True, False]
    bad = tmp_path / "bad.tsv"
    bad.write_text(PEOPLE_HEADER + "otto marsh\tOtto Marsh\t\tfrance\tfrance\tpremier\tlately\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="years are 'lately'"):
        load_actors(bad)


def test_a_users_own_outlets_are_the_same_and_have_owners(tmp_path: Path) -> None:
    mine = tmp_path / "mine.tsv"
    rows = "north mail\tNorth Mail\tThe Norther\toutlet\tireland\tMail Group\n"
    mine.write_text(HEADER + rows, encoding="utf-8")
    known = load_actors(mine)
    assert same_outlet("The Norther", "North Mail", known) and not same_outlet("The Norther", "North Mail")
    assert owner_of("The Norther", known) == "Mail Group" and owner_of("The Norther") is None


@pytest.mark.parametrize(
    ("site", "key"), [("nytimes.com", "new york times"), ("www.foxnews.com", "fox news"), ("bbc.co.uk", "bbc"), ("nobody-at-all.com", None)]
)
def test_an_outlet_by_its_site(site: str, key: str | None) -> None:
    actor = load_actors().actor(site)
    assert (actor.id if actor else None) == key


def test_most_states_have_a_medium_that_speaks_for_them() -> None:
    known = load_actors()
    assert len({actor.state for actor in known.actors.values() if actor.control is Control.STATE_MEDIUM}) > 120
    assert sum(not place.capital for place in known.places.values()) < 25


@pytest.mark.parametrize(("name", "sex"), [("Maria", "f"), ("Carl", "m"), ("Kim", ""), ("Vendrax", "")])
def test_first_names(name: str, sex: str) -> None:
    assert sex_of(name) == sex
