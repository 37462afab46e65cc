"""`mutasi demo` from end to end: five portals crawled over HTTP, read, linked, and shown."""

from __future__ import annotations

import csv
import json
import shlex
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest
from as_user import MUTASI

from mutasi.demo.outlets import demo_outlets


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def run(*command: str, folder: Path) -> Ran:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    return Ran(done.returncode, done.stdout, done.stderr)


def _events() -> list[dict[str, Any]]:
    text = (files("mutasi.demo") / "truth.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _article_ids(urls: str) -> frozenset[str]:
    posts = {post.path: f"{outlet.id}-{post.id}" for outlet in demo_outlets() for post in outlet.posts}
    return frozenset(posts[urlsplit(url).path] for url in urls.split(" | "))


class Demo(NamedTuple):
    place: Path
    first: Ran
    second: Ran
    first_timeline: str

    @property
    def rows(self) -> list[dict[str, str]]:
        return list(csv.DictReader(self.first_timeline.splitlines()))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    """The demo run twice in one folder."""
    place = tmp_path_factory.mktemp("newcomer")
    first = run(str(MUTASI), "demo", folder=place)
    timeline = (place / "demo/timeline.csv").read_text(encoding="utf-8") if first.status == 0 else ""
    return Demo(place, first, run(str(MUTASI), "demo", folder=place), timeline)


def test_succeeds(demo: Demo) -> None:
    assert (demo.first.status, demo.second.status) == (0, 0), demo.first.err + demo.second.err


@pytest.mark.parametrize(
    "event", _events(), ids=lambda event: f"{event['kind']}-{event['status']}-{event['region']}-{event['date']}"
)
def test_timeline_has_the_event_once_with_its_sources(demo: Demo, event: dict[str, Any]) -> None:
    official = event["official"]
    expected = {
        "kind": event["kind"],
        "status": event["status"],
        "region_code_kemendagri": event["region"],
        "date": event["date"],
        "official": official["name"],
        "office": official["office"],
        "acting": official["acting"] or "",
        "headcount": str(event["headcount"]),
        "eselon": ", ".join(event["eselon"]),
        "sources": str(len(event["articles"])),
    }
    same = [
        row
        for row in demo.rows
        if all(row[name] == expected[name] for name in ("kind", "status", "region_code_kemendagri", "date"))
    ]
    assert [{name: row[name] for name in expected} for row in same] == [expected]
    assert _article_ids(same[0]["source_urls"]) == set(event["articles"])


def test_timeline_has_no_other_event(demo: Demo) -> None:
    known = {(event["kind"], event["status"], event["region"], event["date"]) for event in _events()}
    found = [(row["kind"], row["status"], row["region_code_kemendagri"], row["date"]) for row in demo.rows]
    assert [one for one in found if one not in known] == []
    assert len(found) == len(known)


def test_named_appointments_are_kept(demo: Demo) -> None:
    told = run(str(MUTASI), "events", "--json", "--db", "sqlite:///demo/mutasi.db", folder=demo.place)
    kept = {(event["region"], one["person"]) for event in json.loads(told.out) for one in event["appointments"]}
    expected = {(event["region"], one["person"]) for event in _events() for one in event["appointments"]}
    assert kept == expected


def test_prints_the_timeline_with_indonesian_headings(demo: Demo) -> None:
    headings = next(line for line in demo.first.out.splitlines() if "Tanggal" in line).split()
    assert headings == ["Tanggal", "Wilayah", "Peristiwa", "Pejabat", "Jumlah", "Eselon", "Sumber"]
    assert "06/02/2026" in demo.first.out
    assert "Wali Kota Bagas Widyatmoko" in demo.first.out
    assert "mutasi (batal)" in demo.first.out


def test_tells_where_the_timeline_is_and_what_it_did(demo: Demo) -> None:
    assert "Linimasa (timeline): demo/timeline.csv" in demo.first.out
    assert "5 portal, 44 artikel (44 baru), 31 peristiwa (31 baru)" in demo.first.out
    assert "44/44" in demo.first.err


def test_second_run_adds_nothing_and_shows_the_same(demo: Demo) -> None:
    assert "5 portal, 44 artikel (0 baru), 31 peristiwa (0 baru)" in demo.second.out
    assert demo.second.out.replace("(0 baru)", "") == demo.first.out.replace("(44 baru)", "").replace("(31 baru)", "")
    assert (demo.place / "demo/timeline.csv").read_text(encoding="utf-8") == demo.first_timeline


def test_next_commands_work_as_they_are_printed(demo: Demo) -> None:
    lines = demo.first.out.partition("Selanjutnya (next):\n")[2].splitlines()
    commands = [shlex.split(line) for line in lines]
    results = [run(*command, folder=demo.place) for command in commands]
    assert [command[:2] for command in commands] == [[str(MUTASI), name] for name in ("events", "show", "export")]
    assert [result.status for result in results] == [0, 0, 0], [result.err for result in results]
    assert "Kota Tegal" in results[0].out
    assert "Sumber (sources): 3" in results[1].out
    assert (demo.place / "demo/timeline-excel.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_folder_of_somebody_elses_store_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mutasi.db").write_bytes(b"")
    ran = run(str(MUTASI), "demo", "--folder", ".", folder=tmp_path)
    assert ran.status == 2
    assert ran.err == "mutasi: mutasi.db is there already and no demo has made it; choose another --folder\n"
    assert [path.name for path in tmp_path.iterdir()] == ["mutasi.db"]


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "demo").write_text("a file")
    ran = run(str(MUTASI), "demo", folder=tmp_path)
    assert ran.status == 2
    assert ran.err == "mutasi: --folder demo: File exists\n"
