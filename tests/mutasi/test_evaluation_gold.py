"""Gold files: what is well formed, and what is told of one that is not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from extract.events import Appointment, Group, Official
from mutasi.errors import UsageFailure
from mutasi.evaluation.gold import load_gold

EVENT: dict[str, Any] = {
    "kind": "mutasi",
    "status": "realized",
    "region": "32.75",
    "date": "2026-02-06",
    "official": {"name": "Asep Surya", "office": "Wali Kota", "acting": None},
    "headcount": 61,
    "groups": [{"count": 21, "label": "pejabat eselon III", "eselon": ["III"]}],
    "eselon": ["III", "IV.a"],
    "appointments": [{"person": "Dedi Kusnadi", "to_post": "Camat Jatiasih", "from_post": None}],
}


def write(folder: Path, name: str, articles: list[Any], events: list[Any]) -> None:
    for kind, records in (("articles", articles), ("gold", events)):
        (folder / f"{name}{kind}.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")


def one_event(folder: Path, **changes: Any) -> None:
    write(folder, "contoh.", [{"id": "c-1", "text": "x"}], [{"id": "c-1", "events": [{**EVENT, **changes}]}])


def test_articles_and_events_are_read_in_order(tmp_path: Path) -> None:
    write(
        tmp_path,
        "contoh.",
        [{"id": "c-2", "text": "Mutasi", "published": "2026-02-06"}, {"id": "c-1", "text": "Cuaca"}],
        [{"id": "c-1", "events": []}, {"id": "c-2", "events": [EVENT]}],
    )
    (file,) = load_gold(tmp_path)
    assert file.name == "contoh"
    assert [(gold.article.id, len(gold.events)) for gold in file.articles] == [("c-2", 1), ("c-1", 0)]
    event = file.articles[0].events[0]
    assert event.official == Official("Asep Surya", "Wali Kota")
    assert event.groups == (Group(21, "pejabat eselon III", ("III",)),)
    assert event.appointments == (Appointment("Dedi Kusnadi", "Camat Jatiasih", None),)


def test_the_digest_names_the_content(tmp_path: Path) -> None:
    one_event(tmp_path)
    before = load_gold(tmp_path)[0].digest
    assert load_gold(tmp_path)[0].digest == before
    one_event(tmp_path, headcount=62)
    assert load_gold(tmp_path)[0].digest != before


def test_a_pair_without_a_name_has_the_name_of_its_folder(tmp_path: Path) -> None:
    write(tmp_path, "", [{"id": "c-1", "text": "x"}], [{"id": "c-1", "events": []}])
    assert [file.name for file in load_gold(tmp_path)] == [tmp_path.name]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "rotasi"}, "kind: Input should be 'mutasi'"),
        ({"status": "done"}, "status: Input should be 'realized'"),
        ({"region": "3275"}, "region: no such Kemendagri code: 3275"),
        ({"date": "2026-02-30"}, "date: no YYYY-MM-DD, YYYY-MM or YYYY: 2026-02-30"),
        ({"date": "6/2/2026"}, "date: no YYYY-MM-DD"),
        ({"headcount": "banyak"}, "headcount"),
        ({"eselon": ["2"]}, "eselon: no level: 2"),
        ({"groups": [{"count": 3, "label": "lurah", "eselon": ["IIIa"]}]}, "eselon: no level: IIIa"),
        ({"groups": [{"count": 3, "label": "lurah", "level": []}]}, "has not the fields count, eselon, label"),
        ({"official": {"office": "Bupati"}}, "official"),
        ({"appointments": [{"person": "Dedi", "to_post": None, "from_post": None}]}, "Dedi has neither post"),
        ({"appointments": {}}, "appointments: Input should be a valid tuple"),
        ({"place": "Bekasi"}, "has not the fields appointments, date"),
    ],
)
def test_a_wrong_value_is_told_with_its_line(tmp_path: Path, changes: dict[str, Any], message: str) -> None:
    one_event(tmp_path, **changes)
    with pytest.raises(UsageFailure) as told:
        load_gold(tmp_path)
    assert str(told.value).startswith(f"{tmp_path / 'contoh.gold.jsonl'}, line 1: c-1: ")
    assert message in str(told.value)


@pytest.mark.parametrize(
    ("articles", "events", "message"),
    [
        ([{"id": "c-1", "text": "x"}], [], "no line for c-1"),
        ([], [{"id": "c-1", "events": []}], "no article c-1"),
        (
            [{"id": "c-1", "text": "x"}],
            [{"id": "c-1", "events": []}] * 2,
            "line 2: 'c-1' is no id, or stands here a second",
        ),
        ([{"id": "c-1", "text": "x"}], [{"id": 1, "events": []}], "line 1: 1 is no id"),
        ([{"id": "c-1", "text": "x"}], [["c-1"]], "line 1: not a line"),
        ([{"id": "c-1"}], [{"id": "c-1", "events": []}], 'line 1: "text" is missing or not a string'),
    ],
)
def test_what_does_not_fit_together_is_told(
    tmp_path: Path, articles: list[Any], events: list[Any], message: str
) -> None:
    write(tmp_path, "contoh.", articles, events)
    with pytest.raises(UsageFailure) as told:
        load_gold(tmp_path)
    assert message in str(told.value)


def test_an_article_stands_in_one_file_only(tmp_path: Path) -> None:
    for name in ("a.", "b."):
        write(tmp_path, name, [{"id": "c-1", "text": "x"}], [{"id": "c-1", "events": []}])
    with pytest.raises(UsageFailure, match="c-1 is in a and in b"):
        load_gold(tmp_path)


def test_a_folder_without_gold_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageFailure, match=r"no \*\.articles\.jsonl here"):
        load_gold(tmp_path)
