from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from conftest import Mutasi


def test_an_event_is_shown_with_its_values_quotes_and_sources(mutasi: Mutasi) -> None:
    ran = mutasi("show", mutasi.ids["mutasi"])
    assert ran.status == 0
    for words in (
        "Kota Bekasi (Kemendagri 32.75)",
        "6 Februari 2026",
        "Wali Kota Asep Surya",
        "“61 pejabat”",
        "“Wali Kota Asep Surya melantik 61 pejabat, Jumat (6/2/2026).”",
        "Dedi Kusnadi",
        "Camat Jatiasih",
        "https://kabarcontoh.example/1",
        "https://kabarcontoh.example/2",
        "kabarcontoh, 06/02/2026 12:00",
        "Sumber (sources): 2",
    ):
        assert words in ran.out


def test_an_approximate_head_count_is_shown_with_what_it_means(mutasi: Mutasi) -> None:
    assert "puluhan (20-99)" in mutasi("show", mutasi.ids["uji_kompetensi"]).out


def test_an_event_as_json(mutasi: Mutasi) -> None:
    assert json.loads(mutasi("show", mutasi.ids["mutasi"], "--json").out)["id"] == mutasi.ids["mutasi"]


def test_capitals_and_blanks_around_an_id_do_not_matter(mutasi: Mutasi) -> None:
    assert mutasi("show", f" {mutasi.ids['mutasi'].upper()} ").status == 0


def test_an_unknown_id_is_one_line_and_status_2(mutasi: Mutasi) -> None:
    ran = mutasi("show", "zzzzzzzzzz")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "mutasi: there is no event 'zzzzzzzzzz'; `mutasi events` lists them\n"


def test_an_event_that_is_no_more_is_told_so(mutasi: Mutasi) -> None:
    event_id = mutasi.ids["uji_kompetensi"]
    mutasi.tells["https://kabarcontoh.example/3"] = ()
    mutasi.read()
    ran = mutasi("show", event_id)
    assert ran.status == 2
    assert "is no more: no article tells it" in ran.err


def test_an_id_that_was_merged_leads_to_the_event_it_is_part_of(mutasi: Mutasi) -> None:
    (ceremony,) = mutasi.tells["https://kabarcontoh.example/1"]
    mutasi.tells["https://kabarcontoh.example/3"] = (replace(ceremony, date="2026-02-07", kind="penunjukan"),)
    mutasi.read()
    before = mutasi.ids
    mutasi.tells["https://kabarcontoh.example/3"] = (ceremony,)
    mutasi.read()
    ran = mutasi("show", before["penunjukan"])
    assert ran.status == 0
    assert f"{before['penunjukan']} kini bagian dari {before['mutasi']}" in ran.out
