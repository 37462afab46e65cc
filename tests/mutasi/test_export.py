from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from db.exports.columns import event_columns

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Mutasi


def test_a_csv_has_one_row_an_event(mutasi: Mutasi, tmp_path: Path) -> None:
    target = tmp_path / "linimasa.csv"
    ran = mutasi("export", "csv", "-o", str(target))
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"{target}: 2 peristiwa (events)\n"
    with target.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["event_id"] for row in rows] == [mutasi.ids["mutasi"], mutasi.ids["uji_kompetensi"]]
    assert rows[0]["date"] == "2026-02-06"
    assert rows[0]["source_urls"] == "https://kabarcontoh.example/1 | https://kabarcontoh.example/2"
    assert rows[0]["quote"] == "Wali Kota Asep Surya melantik 61 pejabat, Jumat (6/2/2026)."
    assert rows[1]["official"] == "[bold]Rina"


def test_an_excel_csv_has_a_byte_order_mark_semicolons_and_days_first(mutasi: Mutasi, tmp_path: Path) -> None:
    target = tmp_path / "linimasa.csv"
    assert mutasi("export", "csv", "--excel", "-o", str(target)).status == 0
    content = target.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfID Peristiwa;Tanggal;")
    assert f"\r\n{mutasi.ids['mutasi']};06/02/2026;hari;".encode() in content
    assert content.count(b"\xef\xbb\xbf") == 1


def test_standard_output_takes_the_same_rows(mutasi: Mutasi, tmp_path: Path) -> None:
    target = tmp_path / "linimasa.csv"
    mutasi("export", "csv", "-o", str(target))
    ran = mutasi("export", "csv", "-o", "-")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == target.read_text(encoding="utf-8").splitlines()


def test_an_empty_result_is_a_heading_alone(mutasi: Mutasi, tmp_path: Path) -> None:
    target = tmp_path / "linimasa.csv"
    assert mutasi("export", "csv", "--region", "11", "-o", str(target)).status == 0
    assert target.read_text(encoding="utf-8").split() == [",".join(column.name for column in event_columns())]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("csv", "--region", "99"), "--region 99: Kemendagri has no such code"),
        (("csv", "--until", "2026-13"), "--until: there is no day 2026-13"),
        (("parket",), "no such format: parket; one of csv"),
    ],
)
def test_wrong_use_is_one_line_and_status_2_and_writes_nothing(
    mutasi: Mutasi, tmp_path: Path, words: tuple[str, ...], message: str
) -> None:
    target = tmp_path / "linimasa.csv"
    ran = mutasi("export", *words, "-o", str(target))
    assert (ran.status, ran.out) == (2, "")
    assert message in ran.err
    assert ran.err.count("\n") == 1
    assert not target.exists()


def test_a_read_only_file_stays_as_it_is(mutasi: Mutasi, tmp_path: Path) -> None:
    target = tmp_path / "linimasa.csv"
    target.write_text("yang lama")
    target.chmod(0o444)
    ran = mutasi("export", "csv", "-o", str(target))
    assert (ran.status, ran.err) == (2, f"mutasi: cannot write {target}: it is read-only\n")
    assert target.read_text() == "yang lama"


@pytest.mark.parametrize("name", ["tiada/linimasa.csv", "."])
def test_a_path_that_cannot_be_written_is_told(mutasi: Mutasi, tmp_path: Path, name: str) -> None:
    ran = mutasi("export", "csv", "-o", str(tmp_path / name))
    assert ran.status == 2
    assert ran.err.startswith(f"mutasi: cannot write {tmp_path / name}: ")
    assert ran.err.count("\n") == 1


def test_a_failure_half_way_leaves_the_old_file_and_no_other(
    mutasi: Mutasi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "hasil"
    folder.mkdir()
    target = folder / "linimasa.csv"
    target.write_text("yang lama")

    def break_off(out: object, events: object, dialect: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mutasi.commands.export.write_csv", break_off)
    ran = mutasi("export", "csv", "-o", str(target))
    assert ran.status == 1
    assert ran.err == f"mutasi: cannot write {target}: No space left on device\n"
    assert target.read_text() == "yang lama"
    assert list(folder.iterdir()) == [target]
