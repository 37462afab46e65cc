"""`mutasi extract` as its user runs it: order, whole output, clear errors, several processes."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from as_user import MUTASI
from typer.testing import CliRunner

from mutasi.cli import app
from mutasi.errors import CommandError

CEREMONY = {
    "id": "pelantikan",
    "title": "",
    "published": "2026-02-06T12:00:00+07:00",
    "text": "BEKASI - Wali Kota Bekasi Asep Surya melantik 61 pejabat eselon III dan IV, Jumat (6/2/2026).",
}
WEATHER = {"id": "cuaca", "text": "BEKASI - Hujan turun sejak pagi. Warga diminta waspada."}


class Ran(NamedTuple):
    status: int
    out: bytes
    err: str

    @property
    def records(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


def extract(*words: str, given: bytes = b"") -> Ran:
    """Run the command in this process, where the reader is loaded once."""
    ran = CliRunner().invoke(app, ["extract", *words], input=given)
    if isinstance(ran.exception, CommandError):
        return Ran(ran.exception.exit_code, ran.stdout_bytes, f"mutasi: {ran.exception}\n")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Ran(ran.exit_code, ran.stdout_bytes, ran.stderr)


def program(*words: str, given: bytes = b"") -> Ran:
    """Run the command as the program that a user runs."""
    done = subprocess.run([str(MUTASI), "extract", *words], input=given, capture_output=True, timeout=120, check=False)
    return Ran(done.returncode, done.stdout, done.stderr.decode())


def lines(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Return a file of 100 articles, longer and shorter ones in turn."""
    path = tmp_path / "articles.jsonl"
    kinds = (CEREMONY, WEATHER, {**CEREMONY, "text": CEREMONY["text"] + " Hujan turun sejak pagi." * 40})
    path.write_bytes(lines(*({**kinds[number % 3], "id": f"a-{number}"} for number in range(100))))
    return path


def test_one_line_out_for_each_line_in_and_in_its_order(articles: Path) -> None:
    ran = extract(str(articles))
    assert (ran.status, ran.err) == (0, "")
    assert [record["id"] for record in ran.records] == [f"a-{number}" for number in range(100)]
    assert [bool(record["events"]) for record in ran.records] == [number % 3 != 1 for number in range(100)]


def test_an_event_carries_its_values_and_the_words_they_came_from() -> None:
    (record,) = extract("-", given=lines(CEREMONY)).records
    (event,) = record["events"]  # type: ignore[misc]
    told = {name: event[name] for name in ("kind", "status", "region", "date", "headcount", "eselon")}
    assert told == {
        "kind": "mutasi",
        "status": "realized",
        "region": "32.75",
        "date": "2026-02-06",
        "headcount": 61,
        "eselon": ["III", "IV"],
    }
    quotes = {name: [CEREMONY["text"][a:b] for a, b in spans] for name, spans in event["evidence"].items()}
    assert quotes["date"] == ["Jumat (6/2/2026)"]
    assert quotes["headcount"][0].startswith("61 pejabat")


def test_several_processes_write_the_same_bytes_as_one(articles: Path, tmp_path: Path) -> None:
    outputs = []
    for jobs in ("1", "2"):
        out = tmp_path / f"events-{jobs}.jsonl"
        ran = extract(str(articles), "-o", str(out), "--jobs", jobs)
        assert (ran.status, ran.out, ran.err) == (0, b"", "")
        outputs.append(out.read_bytes())
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == 100


def test_empty_lines_and_a_byte_order_mark_are_passed_over() -> None:
    ran = extract("-", given=b"\xef\xbb\xbf" + lines(WEATHER) + b"\n  \n" + lines(CEREMONY))
    assert [record["id"] for record in ran.records] == ["cuaca", "pelantikan"]


def test_an_empty_file_gives_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "articles.jsonl").touch()
    ran = extract("articles.jsonl", "-o", "events.jsonl")
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / "events.jsonl").read_bytes() == b""


GOOD = lines(CEREMONY, WEATHER)


@pytest.mark.parametrize(
    ("third_line", "message"),
    [
        (b'{"id": "x", "text": \n', "not JSON: Expecting value at column 20"),
        (b"<html><body>Bupati melantik</body></html>\n", "not JSON: Expecting value at column 1"),
        (b'{"id": "x"}\n', '"text" is missing or not a string'),
        (b'{"text": "x"}\n', '"id" is missing or not a string'),
        (b'{"id": 7, "text": "x"}\n', '"id" is missing or not a string'),
        (b'["x"]\n', 'not a JSON object; an article is {"id": ..., "text": ...}'),
        (b'{"id": "x", "text": "y", "title": 1}\n', '"title" is not a string or null'),
        (
            b'{"id": "x", "text": "y", "published": "kemarin"}\n',
            "\"published\" is 'kemarin'; expected an ISO 8601 date",
        ),
        ('{"id": "x", "text": "café"}\n'.encode("latin-1"), "not UTF-8 (byte 25); save the file as UTF-8"),
        ('{"id": "x", "text": "y"}\n'.encode("utf-16"), "not UTF-8 (byte 1); save the file as UTF-8"),
        (b'{"id": "x", "text": "a\x00b"}\n', "not JSON: Invalid control character at at column 23"),
        (b"[" * 100_000 + b"\n", "not an article: too many brackets in one another"),
        (b'{"id": "x", "text": "y", "views": ' + b"9" * 5000 + b"}\n", "not an article: Exceeds the limit"),
    ],
    ids=lambda value: value[:24].decode("latin-1") if isinstance(value, bytes) else "",
)
def test_a_bad_line_is_named_and_nothing_is_written(tmp_path: Path, third_line: bytes, message: str) -> None:
    (tmp_path / "articles.jsonl").write_bytes(GOOD + third_line + GOOD)
    (tmp_path / "events.jsonl").write_text("from before\n")
    ran = extract("articles.jsonl", "-o", "events.jsonl")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith(f"mutasi: articles.jsonl, line 3: {message}")
    assert ran.err.count("\n") == 1
    assert (tmp_path / "events.jsonl").read_text() == "from before\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["articles.jsonl", "events.jsonl"]


def test_nothing_goes_to_standard_output_before_the_last_line_was_good() -> None:
    ran = program("-", given=GOOD * 30 + b"{\n")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith("mutasi: -, line 61: not JSON")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_of_two_bad_lines_the_first_is_told(jobs: str) -> None:
    ran = extract("-", "--jobs", jobs, given=GOOD * 20 + b"{\n" + GOOD * 20 + b"nix\n")
    assert (ran.status, ran.out) == (2, b"")
    assert ran.err.startswith("mutasi: -, line 41: not JSON")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nix.jsonl"], "mutasi: cannot read nix.jsonl: No such file or directory\n"),
        (["."], "mutasi: cannot read .: Is a directory\n"),
        (["a.jsonl", "-o", "folder"], "mutasi: cannot write folder: it is a folder\n"),
        (["a.jsonl", "-o", "nowhere/e.jsonl"], "mutasi: cannot write nowhere/e.jsonl: No such file or directory\n"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_files_that_cannot_be_used_are_told(tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD)
    (tmp_path / "folder").mkdir()
    ran = extract(*words)
    assert (ran.status, ran.out, ran.err) == (2, b"", message)


@pytest.mark.parametrize("jobs", ["0", "-1", "dua"])
def test_jobs_is_a_number_from_1(jobs: str) -> None:
    ran = extract("-", "--jobs", jobs)
    assert ran.status == 2
    assert "Invalid value for '--jobs'" in ran.err


def test_a_full_disk_is_a_failure() -> None:
    ran = extract("-", "-o", "/dev/full", given=GOOD)
    assert (ran.status, ran.err) == (1, "mutasi: cannot write /dev/full: No space left on device\n")


def test_a_device_is_written_to_and_not_replaced() -> None:
    assert extract("-", "-o", "/dev/null", given=GOOD).status == 0
    assert Path("/dev/null").is_char_device()


def test_a_reader_that_goes_away_is_no_error_message(articles: Path) -> None:
    with subprocess.Popen(
        [str(MUTASI), "extract", str(articles)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ran:
        assert ran.stdout is not None
        assert ran.stderr is not None
        ran.stdout.close()
        assert ran.stderr.read() == b""


@pytest.mark.parametrize(
    "text",
    [
        "Bupati\u0000 melantik 12 pejabat eselon II, Jumat (6/2/2026).",
        "\u202bBupati Bekasi melantik 12 pejabat eselon II\u202c",
        "<p>Bupati <b>Bekasi</b> melantik 12 pejabat eselon II</p>",
        "",
        " \n\n ",
    ],
    ids=["NUL", "right to left", "HTML", "empty", "blank"],
)
def test_odd_text_is_read(text: str) -> None:
    ran = extract("-", given=(json.dumps({"id": f"aneh {text[:16]}", "text": text}) + "\n").encode())
    assert (ran.status, ran.err) == (0, "")
    assert ran.records[0]["id"] == f"aneh {text[:16]}"


@pytest.mark.parametrize(
    "text",
    ["Bupati Bekasi \ud800 melantik 12 pejabat.", "Bupati Bekasi melantik 12 pejabat eselon II, Jumat. " * 100_000],
    ids=["lone surrogate", "five megabytes about events"],
)
def test_what_no_newspaper_prints_is_read_or_told_in_bounded_time(text: str) -> None:
    began = time.monotonic()
    ran = program("-", given=(json.dumps({"id": "aneh", "text": text}) + "\n").encode())
    assert time.monotonic() - began < 60
    if ran.status == 0:
        assert [record["id"] for record in ran.records] == ["aneh"]
    else:
        assert (ran.status, ran.out) == (1, b"")
        assert ran.err.startswith("mutasi: -, line 1: article 'aneh' cannot be read: ")
        assert ran.err.count("\n") == 1


def test_five_megabytes_on_one_line_are_read_in_bounded_time() -> None:
    text = "Harga cabai naik lagi di pasar induk menjelang akhir pekan, kata pedagang. " * 70_000
    began = time.monotonic()
    ran = program("-", given=lines({"id": "panjang", "text": text}))
    assert (ran.status, ran.records) == (0, [{"id": "panjang", "events": []}])
    assert time.monotonic() - began < 30


def test_a_line_that_no_article_needs_is_told_before_memory_runs_out(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(GOOD + b'{"id": "x", "text": "' + b"a" * (33 * 1024**2) + b'"}\n')
    ran = extract("a.jsonl")
    assert ran.status == 2
    assert ran.err == "mutasi: a.jsonl, line 3: longer than 32 MiB; write one article a line\n"


def test_progress_is_shown_on_a_terminal_and_nowhere_else(articles: Path) -> None:
    parent, child = pty.openpty()
    with subprocess.Popen([str(MUTASI), "extract", str(articles)], stdout=subprocess.DEVNULL, stderr=child) as ran:
        os.close(child)
        shown = b""
        try:
            while block := os.read(parent, 65536):
                shown += block
        except OSError:  # how a pseudo-terminal tells that the other side has closed
            pass
    os.close(parent)
    assert ran.returncode == 0
    assert "Membaca artikel (reading articles)" in shown.decode()
    assert "100/100" in shown.decode()
    assert extract(str(articles)).err == ""
