"""Events corrected on the command line: what is said is kept, shown, listed and taken back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Mutasi, Ran

SAID = ("--reason", "salinan SK", "--by", "Rina Contoh")


def shown(mutasi: Mutasi, event: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(mutasi("show", event, "--json").out)
    return found


def test_values_that_were_set_are_shown_exported_and_survive_another_reading(mutasi: Mutasi) -> None:
    event = mutasi.ids["mutasi"]
    ran = mutasi("correct", event.upper(), "headcount=62", "eselon=IIIa, iv.b", "official=", *SAID)
    assert ran.status == 0
    assert f"{event}: headcount diralat (corrected), ralat nomor (correction) 1" in ran.out
    mutasi.read()
    one = shown(mutasi, event)
    assert (one["headcount"], one["eselon"], one["corrected"]) == (
        62,
        ["III.a", "IV.b"],
        ["eselon", "headcount", "official"],
    )
    assert one["official"] == {"name": None, "office": "Wali Kota", "acting": None}
    assert "Diralat (corrected)" in mutasi("show", event).out


def test_the_log_is_a_table_and_a_file_for_others(mutasi: Mutasi) -> None:
    event = mutasi.ids["mutasi"]
    assert mutasi("corrections").out == "Belum ada ralat (no correction yet).\n"
    mutasi("correct", event, "headcount=62", *SAID)
    mutasi("undo", "1", "--reason", "salah baca", "--by", "Budi Contoh")
    table = mutasi("corrections", event).out
    for words in ("set headcount", "dibatalkan, taken back", "61", "62", "Rina Contoh", "salinan SK", "salah baca"):
        assert words in table
    (line,) = mutasi("corrections", "--json").out.splitlines()
    entry = json.loads(line)
    assert (entry["field"], entry["before"], entry["value"], entry["by"]) == ("headcount", 61, 62, "Rina Contoh")
    assert entry["undone"]["by"] == "Budi Contoh"
    assert [source["url"] for source in entry["sources"]] == [f"https://kabarcontoh.example/{n}" for n in (1, 2)]
    assert shown(mutasi, event)["headcount"] == 61


def test_a_rejected_event_is_in_no_list_and_in_no_export(mutasi: Mutasi) -> None:
    event = mutasi.ids["mutasi"]
    assert "ditolak (rejected)" in mutasi("reject", event, *SAID).out
    assert event not in mutasi("events").out
    assert "ditolak" in mutasi("show", event).out


def test_events_are_merged_and_split_by_hand(mutasi: Mutasi) -> None:
    kept, other = mutasi.ids["mutasi"], mutasi.ids["uji_kompetensi"]
    assert f"digabung dengan (merged with) {other}" in mutasi("merge", kept, other, *SAID).out
    assert len(shown(mutasi, other)["sources"]) == 3  # type: ignore[arg-type]
    ran = mutasi("split", kept, "https://kabarcontoh.example/2", *SAID)
    assert "dipisah, peristiwa baru (split, new event)" in ran.out
    assert len(shown(mutasi, kept)["sources"]) == 2  # type: ignore[arg-type]


def test_what_is_confirmed_leaves_the_review_queue(mutasi: Mutasi) -> None:
    assert all(event in mutasi("review").out for event in mutasi.ids.values())
    for event in mutasi.ids.values():
        assert mutasi("confirm", event, *SAID).status == 0
    assert mutasi("review").out == "Tidak ada yang perlu diperiksa (nothing to review).\n"


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("headcount", "'headcount': expected FIELD=VALUE, such as headcount=168"),
        ("headcount=banyak", "headcount=banyak: neither a number of people nor one of sejumlah, belasan"),
        ("jumlah=3", "jumlah=3: no such field; one of kind, status, region"),
        ("region=3275", "region=3275: write Kemendagri's code with its dot: 32.75 is Kota Bekasi"),
        ("date=2026-02-30", "date=2026-02-30: there is no day 2026-02-30"),
        ("kind=", "kind=: an event always has one"),
        ("acting=Wakil", "acting=Wakil: no such status; one of Pj, Plt, Plh, Pjs, or empty"),
        ("appointments=Dedi", "appointments=Dedi: not JSON"),
        ('appointments=[{"nama": "Dedi"}]', "expected JSON such as"),
        ("eselon=VII", "eselon=VII: no such level"),
    ],
)
def test_a_value_that_no_event_can_have_is_one_line_and_status_2(mutasi: Mutasi, value: str, message: str) -> None:
    ran: Ran = mutasi("correct", mutasi.ids["mutasi"], value, *SAID)
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1


def test_an_event_that_is_not_there_is_one_line_and_status_2(mutasi: Mutasi) -> None:
    ran = mutasi("reject", "zzzzzzzzzz", *SAID)
    assert (ran.status, ran.err) == (2, "mutasi: there is no event zzzzzzzzzz; `mutasi events` lists them\n")
