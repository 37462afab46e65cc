from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Mutasi


def test_events_are_a_table_in_the_order_of_time(mutasi: Mutasi) -> None:
    ran = mutasi("events")
    assert ran.status == 0
    assert "Tanggal" in ran.out
    rows = [line.split() for line in ran.out.splitlines() if "Kota" in line or "Kabupaten" in line]
    assert [row[0] for row in rows] == [mutasi.ids["mutasi"], mutasi.ids["uji_kompetensi"]]
    assert "06/02/2026" in rows[0]
    assert "Asep Surya" in ran.out
    assert "(rencana)" in ran.out


def test_a_name_that_looks_like_markup_is_printed_as_it_is(mutasi: Mutasi) -> None:
    assert "[bold]Rina" in mutasi("events").out


def test_json_is_one_array_of_whole_events(mutasi: Mutasi) -> None:
    ran = mutasi("events", "--json", "--region", "32.75")
    assert ran.status == 0
    (event,) = json.loads(ran.out)
    assert event["id"] == mutasi.ids["mutasi"]
    assert event["region"] == "32.75"
    assert event["region_name"] == "Kota Bekasi"
    assert event["official"] == {"name": "Asep Surya", "office": "Wali Kota", "acting": None}
    assert event["headcount"] == 61
    assert [source["url"] for source in event["sources"]] == [
        "https://kabarcontoh.example/1",
        "https://kabarcontoh.example/2",
    ]
    assert event["sources"][0]["published"] == "2026-02-06T12:00:00+07:00"
    assert event["sources"][0]["evidence"]["headcount"][0]["quote"] == "61 pejabat"


@pytest.mark.parametrize("wanted", [("--region", "11"), ("--since", "2030")])
def test_no_event_is_no_failure(mutasi: Mutasi, wanted: tuple[str, str]) -> None:
    ran = mutasi("events", *wanted)
    assert (ran.status, ran.out) == (0, "Tidak ada peristiwa yang cocok (no event matches).\n")
    ran = mutasi("events", "--json", *wanted)
    assert (ran.status, json.loads(ran.out)) == (0, [])


def test_a_limit_says_how_many_more_there_are(mutasi: Mutasi) -> None:
    ran = mutasi("events", "--limit", "1")
    assert "1 dari 2 peristiwa" in ran.out
    assert len(json.loads(mutasi("events", "--limit", "1", "--json").out)) == 1


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        (("--region", "3275"), "write Kemendagri's code with its dot: 32.75 is Kota Bekasi"),
        (("--kind", "rotasi"), "no such kind"),
        (("--since", "2026-02-31"), "there is no day 2026-02-31"),
    ],
)
def test_a_wrong_filter_is_one_line_and_status_2(mutasi: Mutasi, wanted: tuple[str, str], message: str) -> None:
    ran = mutasi("events", *wanted)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_a_store_that_is_not_there_is_told_and_not_made(mutasi: Mutasi, tmp_path: Path) -> None:
    ran = mutasi("events", "--db", f"sqlite:///{tmp_path / 'lain.db'}")
    assert ran.status == 2
    assert "there is no store here; `mutasi crawl` makes one" in ran.err
    assert not (tmp_path / "lain.db").exists()


def test_a_server_that_does_not_answer_is_status_1(mutasi: Mutasi) -> None:
    ran = mutasi("events", "--db", "postgresql://127.0.0.1:9/test")
    assert ran.status == 1
    assert ran.err.startswith("mutasi: postgresql://127.0.0.1:9/test: ")
    assert ran.err.count("\n") == 1
