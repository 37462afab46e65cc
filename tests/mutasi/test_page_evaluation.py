from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mutasi.errors import Failure, UsageFailure
from mutasi.page_evaluation import digest, evaluate, load_marks, paragraphs_of, read_pages, score_page

ROOT = Path(__file__).parents[2]
SAVED = ROOT.parent / "shared" / "pages"
MARKS = ROOT / "tests" / "crawler" / "page_marks.jsonl"

TITLE = "Bupati Majene Lantik 24 Pejabat"
LINES = (
    "MAJENE – Bupati Majene melantik 24 pejabat administrator di ruang pola kantornya, Jumat (17/5/2024).",
    "Pelantikan itu mengisi jabatan yang lowong sejak awal tahun, kata kepala badan kepegawaian daerah.",
)
PAGE = f"""<html><head><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2024-05-17T15:30:00+08:00"></head>
<body><div class="entry-content">{"".join(f"<p>{line}</p>" for line in LINES)}</div></body></html>"""


def marks(**changes: object) -> dict[str, object]:
    right = [[words, mark] for words, mark in paragraphs_of("\n".join(LINES)).elements()]
    page = {"page": "a.html", "title": digest(TITLE), "published": "2024-05-17T14:30:00+07:00", "paragraphs": right}
    return {**page, **changes}


def folder_with(folder: Path, marked: object, html: str = PAGE) -> tuple[Path, Path]:
    (folder / "index.csv").write_text("file,url\na.html,https://kabarmandar.test/a/\n", "utf-8")
    (folder / "a.html").write_text(html, "utf-8")
    path = folder / "marks.jsonl"
    path.write_text(json.dumps(marked) + "\n", "utf-8")
    return folder, path


def row_of_a(capsys: pytest.CaptureFixture[str]) -> str:
    (row,) = (line for line in capsys.readouterr().out.splitlines() if "a.html" in line)
    return " ".join(row.split())


@pytest.mark.skipif(not SAVED.is_dir(), reason=f"no saved pages at {SAVED}")
def test_every_saved_page_is_read_as_marked() -> None:
    scores = [score_page(one, article) for one, article in read_pages(SAVED, load_marks(MARKS))]
    assert [score for score in scores if not score.passes] == []
    assert len(scores) == 24


def test_marks_hold_no_text() -> None:
    for marked in load_marks(MARKS):
        assert all(len(mark) == 64 and words > 0 for words, mark in marked.paragraphs)
        assert len(marked.title) == 64


def test_page_as_marked_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evaluate(*folder_with(tmp_path, marks()))
    assert row_of_a(capsys) == "a.html exact exact 1.000 0"


@pytest.mark.parametrize(
    ("changes", "row"),
    [
        ({"title": digest("Camat Dilantik")}, "wrong exact 1.000 0"),
        ({"published": "2024-05-17"}, "exact wrong 1.000 0"),
        ({"published": "2024-05-17T15:30:00+07:00"}, "exact wrong 1.000 0"),
        ({"published": None}, "exact wrong 1.000 0"),
        ({"paragraphs": [[15, digest(LINES[0])]]}, "exact exact 0.682 1"),
        ({"paragraphs": []}, "exact exact 0.000 2"),
    ],
)
def test_page_that_falls_short_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, object], row: str
) -> None:
    with pytest.raises(Failure, match=r"^1 of 1 pages fall short: a\.html$"):
        evaluate(*folder_with(tmp_path, marks(**changes)))
    assert row_of_a(capsys) == f"a.html {row}"


def test_lost_paragraph_is_no_boilerplate(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(Failure):
        evaluate(*folder_with(tmp_path, marks(), PAGE.replace(f"<p>{LINES[1]}</p>", "")))
    assert row_of_a(capsys) == "a.html exact exact 0.682 0"


def test_case_and_punctuation_do_not_count() -> None:
    assert digest("Bupati  Majene: “Bekerjalah!”") == digest("bupati majene bekerjalah")
    assert digest("Peja\u00adbat") == digest("Pejabat")
    assert paragraphs_of("Satu dua.\n\n* * *\nSatu dua") == {(2, digest("satu dua")): 2}


@pytest.mark.parametrize("marked", [{}, [], {"page": "a.html"}, marks(paragraphs=["x"])])
def test_bad_marks_are_told_by_line(tmp_path: Path, marked: object) -> None:
    with pytest.raises(UsageFailure, match=r"marks\.jsonl:1: no marks of a page: "):
        evaluate(*folder_with(tmp_path, marked))


def test_missing_page_is_told_in_one_line_and_status_2(tmp_path: Path) -> None:
    words = map(str, folder_with(tmp_path, marks(page="b.html")))
    program = [sys.executable, "-m", "mutasi.page_evaluation", *words]
    done = subprocess.run(program, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr == f"page_evaluation: {tmp_path}/b.html: cannot be read: No such file or directory\n"
