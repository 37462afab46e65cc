from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from telling import told

from db.consensus import consensus

DAY: dict[str, Any] = {"date": "2026-02-06"}


@pytest.mark.parametrize(
    ("values", "chosen"),
    [
        pytest.param([{"date": "2026-02"}, {"date": "2026-02-06"}], "2026-02-06", id="the more precise"),
        pytest.param([{"date": "2026"}, {}, {"date": "2026-02"}], "2026-02", id="the more precise of those told"),
        pytest.param([{}, {}], None, id="none told"),
    ],
)
def test_date(values: list[dict[str, Any]], chosen: str | None) -> None:
    assert consensus([told(number, **one) for number, one in enumerate(values)]).date == chosen


@pytest.mark.parametrize(
    ("values", "chosen"),
    [
        pytest.param([{"headcount": "puluhan"}, {"headcount": 61}], 61, id="a number over a word"),
        pytest.param([{"headcount": 167}, {"headcount": 168}, {"headcount": 168}], 168, id="what most tell"),
        pytest.param([{"headcount": 167}, {"headcount": 168}], 167, id="the earliest of equals"),
        pytest.param(
            [{"headcount": 17}, {"headcount": 17}, {"headcount": 61, "groups": (44, 17)}], 61, id="the whole of a part"
        ),
        pytest.param([{"headcount": "sejumlah"}, {"headcount": "puluhan"}], "puluhan", id="the narrower word"),
        pytest.param([{}, {}], None, id="none told"),
    ],
)
def test_head_count(values: list[dict[str, Any]], chosen: int | str | None) -> None:
    found = consensus([told(number, published=f"2026-02-0{number + 1}", **one) for number, one in enumerate(values)])
    assert (found.headcount if found.headcount_word is None else found.headcount_word) == chosen


@pytest.mark.parametrize(
    ("officials", "chosen"),
    [
        ([(None, "Bupati", None), ("Asep Surya", "Bupati", "Pj")], ("Asep Surya", "Bupati", "Pj")),
        (
            [("Asep", "Bupati", None), ("Asep Surya", "Bupati", None), ("Rina Marlina", "Wakil Bupati", None)],
            ("Asep Surya", "Bupati", None),
        ),
        ([("A. Surya", "Bupati", None), ("Asep Surya", "Bupati", None)], ("Asep Surya", "Bupati", None)),
        ([None, (None, "Bupati", "Pj")], (None, "Bupati", "Pj")),
        ([None, None], None),
    ],
)
def test_official(officials: list[Any], chosen: Any) -> None:
    assert consensus([told(number, official=one) for number, one in enumerate(officials)]).official == chosen


def test_eselon_is_what_most_tell_then_the_fuller_list() -> None:
    assert consensus([told(1, eselon=("II",)), told(2, eselon=("II", "III")), told(3)]).eselon == ("II", "III")
    most = [told(1, eselon=("II",)), told(2, eselon=("II",)), told(3, eselon=("II", "III"))]
    assert consensus(most).eselon == ("II",)


def test_appointments_are_all_that_any_source_names_each_as_fully_as_told() -> None:
    first = told(1, published="2026-02-06", appointments=(("Dedi Kusnadi", "Camat Jatiasih", None),))
    second = told(
        2,
        published="2026-02-07",
        appointments=(
            ("Siti Hartati", None, "Lurah Kranji"),
            ("Dedi A. Kusnadi", "Camat Jati Asih", "Sekretaris Camat"),
        ),
    )
    assert consensus([second, first]).appointments == (
        ("Dedi Kusnadi", "Camat Jatiasih", "Sekretaris Camat"),
        ("Siti Hartati", None, "Lurah Kranji"),
    )


def test_disagreeing_sources_are_told() -> None:
    mentions = [
        told(1, headcount=167, official=("Asep Surya", "Bupati", None), confidence=0.4, flags=("a",)),
        told(2, headcount=168, official=("Rina Marlina", "Wakil Bupati", None), confidence=0.9, flags=("b", "a")),
    ]
    found = consensus(mentions)
    assert found.conflicts == ("headcount", "official")
    assert found.confidence == 0.9
    assert found.flags == ("a", "b")


def test_a_part_and_its_whole_are_no_conflict() -> None:
    assert consensus([told(1, headcount=61, groups=(44, 17)), told(2, headcount=17)]).conflicts == ()


def test_the_choice_does_not_depend_on_the_order_of_reading() -> None:
    mentions = [
        told(1, headcount=167, published="2026-02-07", eselon=("II",), **DAY),
        told(2, headcount=168, published="2026-02-06", eselon=("III",), **DAY),
    ]
    found = consensus(mentions)
    assert found == consensus(mentions[::-1])
    assert found.headcount == 168
    assert found.first_published == date(2026, 2, 6)
    assert found.days == (date(2026, 2, 6), date(2026, 2, 6))
