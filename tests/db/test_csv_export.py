from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pytest

from db.exports.columns import event_columns
from db.exports.csv import FOR_EXCEL, FOR_PROGRAMS, defused, write_csv
from db.queries import Source, StoredEvent, StoredOfficial


def source(number: int, quote: str | None) -> Source:
    url = f"https://kabarcontoh.example/{number}"
    return Source(url, "kabarcontoh", f"Judul {number}", None, quote, "1", {}, {})


def stored(**values: Any) -> StoredEvent:
    known: dict[str, Any] = {
        "id": "k7h2m9q4xw",
        "kind": "uji_kompetensi",
        "status": "planned",
        "region": "11.10",
        "region_name": "Kabupaten Aceh Singkil",
        "date": "2026-02-06",
        "date_precision": "day",
        "first_published": date(2026, 2, 7),
        "official": StoredOfficial("Asep Surya", "Bupati", "Pj"),
        "headcount": "puluhan",
        "headcount_least": 20,
        "headcount_greatest": 99,
        "eselon": ("II.b", "III"),
        "appointments": (),
        "confidence": 0.9,
        "flags": (),
        "conflicts": (),
        "wave": None,
        "corrected": (),
        "review": None,
        "follows": None,
        "sources": (source(1, None), source(2, "Puluhan pejabat; diuji, kata “Asep”.")),
    }
    return StoredEvent(**(known | values))


def table(events: list[StoredEvent], dialect: Any) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    assert write_csv(out, events, dialect) == len(events)
    out.seek(0)
    return list(csv.DictReader(out, delimiter=dialect.delimiter))


def test_a_row_for_programs() -> None:
    (row,) = table([stored()], FOR_PROGRAMS)
    assert row == {
        "event_id": "k7h2m9q4xw",
        "date": "2026-02-06",
        "date_precision": "day",
        "first_published": "2026-02-07",
        "region_code_kemendagri": "11.10",
        "region_name": "Kabupaten Aceh Singkil",
        "kind": "uji_kompetensi",
        "status": "planned",
        "official": "Asep Surya",
        "office": "Bupati",
        "acting": "Pj",
        "headcount": "puluhan",
        "headcount_least": "20",
        "headcount_greatest": "99",
        "eselon": "II.b, III",
        "wave": "",
        "appointments": "0",
        "sources": "2",
        "source_urls": "https://kabarcontoh.example/1 | https://kabarcontoh.example/2",
        "quote": "Puluhan pejabat; diuji, kata “Asep”.",
    }


def test_a_row_for_the_indonesian_excel() -> None:
    (row,) = table([stored()], FOR_EXCEL)
    assert row["Tanggal"] == "06/02/2026"
    assert row["Pertama Diberitakan"] == "07/02/2026"
    assert row["Kode Wilayah (Kemendagri)"] == "11.10 (Kemendagri)"
    assert row["Jenis"] == "uji kompetensi"
    assert row["Status"] == "rencana"
    assert row["Ketelitian Tanggal"] == "hari"
    assert row["Kutipan"] == "Puluhan pejabat; diuji, kata “Asep”."


@pytest.mark.parametrize(
    ("told", "for_programs", "for_excel"), [("2026-02", "2026-02", "02/2026"), ("2026", "2026", "2026"), (None, "", "")]
)
def test_a_date_is_as_precise_as_it_is_told(told: str | None, for_programs: str, for_excel: str) -> None:
    assert table([stored(date=told)], FOR_PROGRAMS)[0]["date"] == for_programs
    assert table([stored(date=told)], FOR_EXCEL)[0]["Tanggal"] == for_excel


def test_what_is_not_told_is_empty() -> None:
    told_by_none = ("region", "region_name", "date", "date_precision", "first_published", "official", "headcount")
    values: dict[str, Any] = dict.fromkeys((*told_by_none, "headcount_least", "headcount_greatest"))
    event = stored(**values, eselon=(), sources=(source(1, None),))
    told = {"event_id", "kind", "status", "appointments", "sources", "source_urls"}
    assert {name for name, cell in table([event], FOR_PROGRAMS)[0].items() if cell} == told
    assert len([cell for cell in table([event], FOR_EXCEL)[0].values() if cell]) == len(told)


@pytest.mark.parametrize("dialect", [FOR_PROGRAMS, FOR_EXCEL])
@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+62", "-1", "@SUM(A1)", "\tx", "\rx", "＝1"])
def test_a_text_that_a_spreadsheet_would_compute_is_defused(text: str, dialect: Any) -> None:
    event = stored(official=StoredOfficial(text, text, None), sources=(source(1, text),))
    cells = list(table([event], dialect)[0].values())
    assert cells.count(f"'{text}") == 3
    assert not any(cell.startswith(tuple("=+-@\t\r＝")) for cell in cells)


def test_other_texts_stay_as_they_are() -> None:
    assert defused("Rotasi = mutasi") == "Rotasi = mutasi"
    assert defused("'Kutip'") == "'Kutip'"


def test_no_event_is_a_heading_alone() -> None:
    out = io.StringIO(newline="")
    assert write_csv(out, [], FOR_PROGRAMS) == 0
    assert out.getvalue() == ",".join(column.name for column in event_columns()) + "\r\n"


def test_every_column_has_a_name_a_heading_and_a_meaning_of_its_own() -> None:
    columns = event_columns()
    for values in ({one.name for one in columns}, {one.heading for one in columns}, {one.meaning for one in columns}):
        assert len(values) == len(columns)
        assert all(values)
