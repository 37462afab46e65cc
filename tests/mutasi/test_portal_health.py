"""`mutasi portals --health` on a store whose crawls are written by hand: what is shown, in which order, for whom."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from crawler.health import Health, as_json
from crawler.observation import RunObservation
from crawler.observation import as_json as seen_as_json
from db.models import Crawl
from db.portal_frontier import PortalFrontier
from db.store import FINISHED, open_store
from mutasi.commands.portals import portals
from mutasi.errors import UsageFailure

NAMES = ("lama", "sehat", "gagal", "baru", "tenang", "lawas")
NOW = datetime.now(UTC)


def entry(name: str) -> str:
    return f'[{name}]\nname = "{name}"\nurl = "https://{name}.test/"\nplatform = "wordpress"\nregions = ["33.28"]\n'


@pytest.fixture
def registry(tmp_path: Path) -> Path:
    path = tmp_path / "portals.toml"
    path.write_text("\n".join(map(entry, NAMES)), encoding="utf-8")
    return path


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A store in which a portal is well, two failed, one rests, one was left alone too long, one was never crawled."""
    url = f"sqlite:///{tmp_path / 'store.db'}"
    well = Health("healthy", (), 7.0, 6, {"title": 1.0, "author": 0.5}, {"title": 1.0}, 0.2, 0.3, timedelta(days=2))
    with open_store(url) as store:
        for name, days in (("sehat", 1), ("lama", 9), ("gagal", 1), ("tenang", 1), ("lawas", 1)):
            store.register_portal(name, f"https://{name}.test/", ["33.28"], "Asia/Jakarta", "wordpress")
            moment = NOW - timedelta(days=days)
            failure = "x answers 403" if name in ("gagal", "lawas") else None
            kept = None if name == "lawas" else seen_as_json(RunObservation(failure=failure, failure_kind="blocked"))
            store.finish_crawl(name, moment, moment, {}, failure or FINISHED, kept)
        with store.writing() as session:
            for crawl in session.query(Crawl).filter(Crawl.outcome == FINISHED):
                crawl.health = as_json(well)
        PortalFrontier(store, "tenang").note_crawl(failed=True, rest=lambda failures: timedelta(hours=failures))
    return url


def test_the_worst_come_first_each_with_its_cause(registry: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    portals(registry, health=True, db=url)
    shown = capsys.readouterr().out
    rows = [line.split("│")[1].strip() for line in shown.splitlines() if line.startswith("│")]
    assert [row for row in rows if row] == ["gagal", "lawas", "lama", "tenang", "sehat"]  # `baru` is in the tally only
    assert "gagal: diblokir (blocked): x answers 403" in shown
    assert "lawas: gagal (failed): x answers 403" in shown  # of a version that did not keep what it saw
    assert "lama: lama tidak dikumpulkan (not crawled lately): not crawled since" in shown
    assert "tenang: diistirahatkan (left in peace): left in peace until" in shown
    assert "7 → 6" in shown
    assert "30 % → 20 %" in shown
    assert shown.splitlines()[-1] == (
        "6 portal: 2 gagal (failing), 2 waspada (warning), 1 belum pernah (never crawled), 1 sehat (healthy)"
    )


def test_programs_get_the_same_as_json(registry: Path, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    portals(registry, health=True, as_json=True, db=url)
    records = {record["portal"]: record for record in json.loads(capsys.readouterr().out)}
    assert {name: record["state"] for name, record in records.items()} == {
        "gagal": "failing",
        "lawas": "failing",
        "lama": "warning",
        "tenang": "warning",
        "baru": "never",
        "sehat": "healthy",
    }
    assert [found["kind"] for found in records["gagal"]["findings"]] == ["blocked"]
    assert records["gagal"]["last_success"] is None
    assert (records["sehat"]["expected_a_week"], records["sehat"]["last_week"]) == (7.0, 6)
    assert records["baru"] == {"portal": "baru", "state": "never", "last_run": None, "last_success": None}


def test_before_the_first_crawl_no_store_is_made(
    registry: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    portals(registry, health=True)
    assert capsys.readouterr().out.splitlines()[-1] == f"{len(NAMES)} portal: {len(NAMES)} belum pernah (never crawled)"
    assert not (tmp_path / "mutasi.db").exists()


def test_two_views_at_once_are_wrong_use(registry: Path) -> None:
    with pytest.raises(UsageFailure, match="--coverage and --health are two views"):
        portals(registry, health=True, by_province=True)
