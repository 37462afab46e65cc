from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from telling import told

from db.likeness import headcounts, near_days, officials, same_event

DAY: dict[str, Any] = {"date": "2026-02-06", "published": "2026-02-06"}
BUPATI = ("Asep Surya", "Bupati", None)
WAKIL = ("Rina Marlina", "Wakil Bupati", None)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({}, {}, True, id="the same day, nothing else told"),
        pytest.param({"headcount": 61}, {"headcount": 61}, True, id="the same number"),
        pytest.param({"headcount": 167}, {"headcount": 168}, True, id="one miscounted"),
        pytest.param({"headcount": 61}, {"headcount": 8}, False, id="two ceremonies"),
        pytest.param({"headcount": 1}, {"headcount": 2}, False, id="small numbers are not rounded"),
        pytest.param({"headcount": 61}, {"headcount": "puluhan"}, True, id="a word and its number"),
        pytest.param({"headcount": 61}, {"headcount": "ratusan"}, False, id="a word and another number"),
        pytest.param({"headcount": 61, "groups": (44, 17)}, {"headcount": 17}, True, id="a part and its whole"),
        pytest.param({"region": "32.75"}, {"region": "32.16"}, False, id="never across regions"),
        pytest.param({"region": "32.75"}, {"region": "32"}, False, id="a kota is not its province"),
        pytest.param({"status": "planned"}, {"status": "realized"}, False, id="a plan and its execution"),
        pytest.param({"kind": "mutasi"}, {"kind": "penunjukan"}, False, id="another kind"),
        pytest.param({"date": "2026-02-06"}, {"date": "2026-02"}, True, id="equal at the coarser precision"),
        pytest.param({"date": "2026-02-06"}, {"date": "2026-03"}, False, id="another month"),
        pytest.param({"date": "2026-02-06"}, {"date": "2026-02-07"}, False, id="another day"),
        pytest.param({"eselon": ("II",)}, {"eselon": ("III", "IV")}, False, id="other levels"),
        pytest.param({"eselon": ("II",)}, {"eselon": ("II.b", "III")}, True, id="a common level"),
        pytest.param({"eselon": ("II.a",)}, {"eselon": ("II.b",)}, False, id="other letters"),
        pytest.param({"official": BUPATI}, {"official": WAKIL}, False, id="other officials and nothing in common"),
        pytest.param(
            {"official": BUPATI, "headcount": 61}, {"official": WAKIL, "headcount": 61}, True, id="head and delegate"
        ),
        pytest.param(
            {"headcount": 1, "people": ["Dedi Kusnadi"]},
            {"headcount": 1, "people": ["Siti Hartati"]},
            False,
            id="each names the one it moves",
        ),
        pytest.param(
            {"headcount": 45, "people": ["Dedi Kusnadi"]},
            {"headcount": 45, "people": ["Siti Hartati"]},
            True,
            id="each names some of many",
        ),
        pytest.param(
            {"headcount": 1, "people": ["Dedi Kusnadi"]},
            {"headcount": 45, "people": ["Dedi Kusnadi", "Siti Hartati"]},
            True,
            id="a person moved in both, whatever the numbers",
        ),
    ],
)
def test_mentions_of_one_day(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    first, second = told(1, **(DAY | one)), told(2, **(DAY | other))
    assert same_event(first, second) is same
    assert same_event(second, first) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param({"headcount": 61}, {"headcount": 61}, True, id="the head count agrees"),
        pytest.param({"headcount": 61}, {"headcount": "sejumlah"}, True, id="a word that the number can be"),
        pytest.param({"headcount": 61}, {}, False, id="nothing supports it"),
        pytest.param({"people": ["Dedi Kusnadi"]}, {"people": ["Dedi Kusnadi"]}, True, id="the same person"),
        pytest.param(
            {"headcount": 61, "published": "2026-02-14"}, {"headcount": 61}, False, id="published eight days apart"
        ),
        pytest.param({"headcount": 61, "published": None}, {"headcount": 61}, False, id="no day of publication"),
        pytest.param(
            {"headcount": 61}, {"headcount": 61, "date": "2020-02-05"}, False, id="an old event told as background"
        ),
        pytest.param(
            {"headcount": 61},
            {"headcount": 61, "date": "2026-02-09", "published": "2026-02-09"},
            False,
            id="what has taken place is not told before its day",
        ),
        pytest.param(
            {"headcount": 61, "status": "planned"},
            {"headcount": 61, "status": "planned", "date": "2026-02-09"},
            True,
            id="a plan is told before its day",
        ),
    ],
)
def test_mentions_without_a_day(one: dict[str, Any], other: dict[str, Any], same: bool) -> None:
    first, second = told(1, **({"published": "2026-02-06"} | one)), told(2, **({"published": "2026-02-06"} | other))
    assert same_event(first, second) is same
    assert same_event(second, first) is same


def test_one_article_tells_of_an_event_once() -> None:
    assert not same_event(told(1, **DAY), told(2, article=1, position=1, **DAY))


def test_without_a_region_only_a_day_and_a_person_tell_that_it_is_one_event() -> None:
    nowhere = DAY | {"region": None}
    assert not same_event(told(1, headcount=61, **nowhere), told(2, headcount=61, **nowhere))
    assert same_event(told(1, people=["Dedi Kusnadi"], **nowhere), told(2, people=["Dedi Kusnadi"], **nowhere))


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        (("Asep Surya", "Bupati", None), ("Asep", "Bupati", None), "agree"),
        (("Asep Surya", "Bupati", None), (None, "Bupati", None), "agree"),
        ((None, "Bupati", None), (None, "Wakil Bupati", None), "differ"),
        (("Asep Surya", "Bupati", None), ("Rina Marlina", "Bupati", "Plt"), "differ"),
        (None, ("Asep Surya", "Bupati", None), "unknown"),
    ],
)
def test_officials(one: Any, other: Any, agreement: str) -> None:
    assert officials(told(1, official=one), told(2, official=other)) == agreement


def test_an_untold_head_count_neither_agrees_nor_differs() -> None:
    assert headcounts(told(1, headcount=61), told(2)) == "unknown"


@pytest.mark.parametrize(
    ("values", "days"),
    [
        ({"date": "2026-02-06", "published": "2026-02-08"}, (date(2026, 2, 6), date(2026, 2, 15))),
        ({"published": "2026-02-08"}, (date(2026, 2, 8), date(2026, 2, 15))),
        ({"date": "2020-05", "published": "2026-02-08"}, (date(2020, 5, 1), date(2020, 5, 31))),
        ({"date": "2026-02-06"}, (date(2026, 2, 6), date(2026, 2, 6))),
        ({}, None),
    ],
)
def test_the_days_on_which_mentions_of_one_event_meet(values: dict[str, Any], days: tuple[date, date] | None) -> None:
    assert near_days(told(1, **values)) == days
