"""`mutasi portals`: the registry and how each portal does."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.registry import load_registry
from db.articles import ArticleRecord
from db.store import open_store
from mutasi.commands.portals import portals
from mutasi.errors import UsageFailure

REGISTRY = """
[pantura]
name = "Kabar Pantura"
url = "https://pantura.test/"
platform = "wordpress"
regions = ["33.28", "33.76"]

[mandar]
name = "Kabar Mandar"
url = "https://mandar.test/"
platform = "wordpress"
regions = ["76.05"]
timezone = "Asia/Makassar"
guessed = ["platform"]
evidence = ["listed by a public scraper"]
"""
NOW = datetime(2024, 5, 17, 8, 30, tzinfo=UTC)


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "portals.toml"
    path.write_text(REGISTRY, encoding="utf-8")
    return path


def test_portals_before_the_first_crawl(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    portals(registry)
    shown = capsys.readouterr().out
    assert "Terakhir berhasil (last success)" in shown
    assert [line.split()[1] for line in shown.splitlines() if "belum pernah (never)" in line] == ["pantura", "mandar"]
    assert "wordpress?" in shown
    assert not (tmp_path / "mutasi.db").exists()


def test_portals_tell_success_and_yield(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        for portal in load_registry(registry).values():
            store.register_portal(portal.id, portal.url, portal.regions, portal.timezone, portal.platform)
        store.save_article(
            ArticleRecord(portal="mandar", url="https://mandar.test/1/", title="x", text="x", fetched_at=NOW)
        )
        counts = {"added": 1, "changed": 2, "unchanged": 0, "failed": 3}
        store.finish_crawl("mandar", NOW, NOW, counts, "finished")
        store.finish_crawl("pantura", NOW, NOW, dict.fromkeys(counts, 0), "pantura.test does not resolve")
    portals(registry, db=url)
    rows = {line.split()[1]: line for line in capsys.readouterr().out.splitlines() if "wordpress" in line}
    assert "2024-05-17 16:30 WITA" in rows["mandar"]
    assert "1 baru, 2 berubah, 3 gagal" in rows["mandar"]
    assert "33.28, 33.76" in rows["pantura"]
    assert "belum pernah (never)" in rows["pantura"]
    assert "pantura.test does not resolve" in rows["pantura"]


def test_portals_of_a_region(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    open_store(url).close()
    portals(registry, region="76", db=url)
    shown = capsys.readouterr().out
    assert "mandar" in shown
    assert "pantura" not in shown
    assert "1 portal; 6 dari 7 wilayah tanpa media sendiri (of 7 regions without an outlet of their own)" in shown


def test_portals_for_programs(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'store.db'}"
    with open_store(url) as store:
        portal = load_registry(registry)["mandar"]
        store.register_portal(portal.id, portal.url, portal.regions, portal.timezone, portal.platform)
        store.finish_crawl("mandar", NOW, NOW, {"added": 1}, "finished")
    portals(registry, as_json=True, db=url)
    pantura, mandar = json.loads(capsys.readouterr().out)
    assert (mandar["kemendagri_codes"], mandar["guessed"]) == (["76.05"], ["platform"])
    assert mandar["evidence"] == ["listed by a public scraper"]
    assert (mandar["last_success"], mandar["last_counts"]) == ("2024-05-17T08:30:00+00:00", {"added": 1})
    assert (pantura["id"], pantura["last_success"], pantura["articles"]) == ("pantura", None, 0)


def test_coverage_adds_up_to_all_regions(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    portals(registry, by_province=True)
    lines = capsys.readouterr().out.splitlines()
    cells = {cell[1]: cell[2:] for cell in ([part.strip() for part in line.split("│")[1:-1]] for line in lines) if cell}
    assert len(cells) == 39
    assert cells["Jawa Tengah"] == ["1", "36", "2", "0", "34"]
    assert cells["Jumlah (sum)"] == ["2", "552", "3", "0", "549"]


def test_coverage_of_a_region_names_what_has_no_outlet(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    portals(registry, region="76", by_province=True)
    shown = " ".join(capsys.readouterr().out.split())
    assert "Tanpa media (covered by no outlet): Provinsi Sulawesi Barat (76), Kabupaten Pasangkayu (76.01)," in shown
    assert "Majene (76.05)" not in shown


def test_coverage_for_programs(registry: Path, capsys: pytest.CaptureFixture[str]) -> None:
    portals(registry, region="76", by_province=True, as_json=True)
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["kemendagri_code"], row["name"], row["portals"]) == ("76", "Provinsi Sulawesi Barat", 1)
    assert row["own"] == [{"kemendagri_code": "76.05", "name": "Kabupaten Majene"}]
    assert row["by_province"] == []
    assert len(row["uncovered"]) == 6


def test_coverage_of_an_unknown_region_is_refused(registry: Path) -> None:
    with pytest.raises(UsageFailure, match="no region 99"):
        portals(registry, region="99", by_province=True)
