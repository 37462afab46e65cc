"""`mutasi portals`: the registry and how each portal does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.registry import load_registry
from db.articles import ArticleRecord
from db.store import open_store
from mutasi.commands.portals import portals

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
