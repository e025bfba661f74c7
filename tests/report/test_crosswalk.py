from dataclasses import replace

import pytest

from tests.report.example import the_ban, the_default, the_end
from whence.model import Certainty
from whence.report.crosswalk import crosswalk, crosswalk_rows


@pytest.mark.parametrize(
    "certainty, icd203, stix",
    [
        (Certainty.CERTAIN, "almost certain", 95),
        (Certainty.PROBABLE, "likely", 70),
        (Certainty.POSSIBLE, None, None),
        (Certainty.UNSURE, None, None),
    ],
)
def test_what_the_sources_committed_to(certainty, icd203, stix):
    told = crosswalk(replace(the_ban(), certainty=(certainty, Certainty.CERTAIN)))
    assert told["icd203"] == {"weakest": icd203, "strongest": "almost certain"}
    assert told["stix_confidence"] == {"weakest": stix, "strongest": 95}


@pytest.mark.parametrize("finding", [the_ban(), the_end(), the_default(), replace(the_ban(), origins=(), independent=(0, 0))])
def test_neither_truth_nor_reliability_is_rated(finding):
    assert crosswalk(finding)["admiralty"] == "F6"


@pytest.mark.parametrize(
    "finding, seen",
    [
        (the_ban(), "several_named"),
        (replace(the_ban(), independent=(1, 2)), "named"),
        (the_end(), "unnamed"),
        (replace(the_ban(), origins=(), independent=(0, 0)), "nobody"),
    ],
)
def test_how_much_of_the_sourcing_is_seen(finding, seen):
    assert crosswalk(finding)["sourcing"] == seen


def test_rows_for_a_reader():
    rows = dict(crosswalk_rows(the_end()))
    assert rows["ICD 203"] == "no term (told as possible); “almost certain”, 95–99% (told as certain)"
    assert rows["STIX 2.1 confidence"] == "leave it out; 95"
    assert rows["Sourcing"].startswith("unnamed")
