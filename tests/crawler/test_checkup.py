"""Sites that were well and fall ill: what one crawl by the command tells, and what `mutasi portals --health` shows."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_wordpress import Answer, registry_of, running
from papers import (
    Paper,
    as_an_app,
    behind_a_check,
    by_api,
    by_feed,
    by_home_page,
    by_sitemap,
    emptied,
    emptied_api,
    emptied_feed,
    failing,
    forbidden,
    led_away,
    move_back,
    with_closed_api,
    with_forbidden_pages,
    without_links,
    without_times,
)

MUTASI = Path(sys.executable).with_name("mutasi")
GAP = timedelta(days=8)
"""What lies between the two crawls."""

Answering = Callable[..., Answer | None]


@dataclass
class Ill:
    """A site that publishes every day, until it answers otherwise: what is found then, and how bad it is."""

    platform: str
    well: Answering
    ill: Answering
    kind: str | None
    severity: str = "failure"
    publishes: bool = True
    every: timedelta = timedelta(days=1)
    robots: str | None = None
    has_only_old: bool = False


SITES = {
    "sehat": Ill("wordpress", by_api, by_api, None),
    "peta": Ill("sitemap", by_sitemap, by_sitemap, None),
    "jarang": Ill("wordpress", by_api, by_api, None, publishes=False, every=timedelta(days=15)),
    "aplikasi": Ill("sitemap", by_sitemap, as_an_app, "redesign"),
    "waktu": Ill("sitemap", by_sitemap, without_times, "redesign"),
    "tautan": Ill("listing", by_home_page, without_links, "redesign"),
    "tutup": Ill("wordpress", by_api, with_closed_api, "way_closed", "warning"),
    "diam": Ill("wordpress", by_api, by_api, "silent", publishes=False),
    "diamumpan": Ill("feed", by_feed, by_feed, "silent", publishes=False),
    "diampeta": Ill("sitemap", by_sitemap, by_sitemap, "silent", publishes=False),
    "larang": Ill("wordpress", by_api, forbidden, "blocked"),
    "sekat": Ill("sitemap", by_sitemap, with_forbidden_pages, "blocked"),
    "teka": Ill("wordpress", by_api, behind_a_check, "blocked"),
    "robot": Ill("sitemap", by_sitemap, by_sitemap, "robots", robots="User-agent: *\nDisallow: /\n"),
    "rusak": Ill("sitemap", by_sitemap, failing, "unreachable"),
    "pindah": Ill("listing", by_home_page, led_away, "moved"),
    "kosong": Ill("sitemap", by_sitemap, emptied, "empty"),
    "kosongumpan": Ill("feed", by_feed, emptied_feed, "empty"),
    "kosongapi": Ill("wordpress", by_api, emptied_api, "empty"),
    "lamaapi": Ill("wordpress", by_api, by_api, "old", has_only_old=True),
    "lamaumpan": Ill("feed", by_feed, by_feed, "old", has_only_old=True),
    "lamalaman": Ill("listing", by_home_page, by_home_page, "old", has_only_old=True),
}


@dataclass
class Told:
    """What the commands told: of the three crawls, and of health after each."""

    crawls: list[subprocess.CompletedProcess[str]]
    healths: list[dict[str, dict[str, Any]]]
    table: str


def mutasi(*words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "MUTASI_DB"}
    return subprocess.run(
        [str(MUTASI), *words], cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def paper(name: str, one: Ill) -> Paper:
    return Paper(name, one.well, platform=one.platform, every=one.every)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    """All sites crawled, eight days passed in which some fell ill, and crawled again, twice."""
    folder = tmp_path_factory.mktemp("checkup")
    told = Told([], [], "")
    papers = {name: paper(name, one) for name, one in SITES.items()}
    with running(list(papers.values())):
        registry = folder / "portals.toml"
        registry.write_text(registry_of(list(papers.values())), encoding="utf-8")
        for number in range(3):
            if number == 1:
                move_back(f"sqlite:///{folder / 'mutasi.db'}", GAP)
                for name, one in SITES.items():
                    fall_ill(papers[name], one)
            told.crawls.append(mutasi("crawl", "--portals", str(registry), folder=folder))
            shown = mutasi("portals", "--health", "--json", "--portals", str(registry), folder=folder)
            assert shown.returncode == 0, shown.stderr
            told.healths.append({record["portal"]: record for record in json.loads(shown.stdout)})
        told.table = mutasi("portals", "--health", "--portals", str(registry), folder=folder).stdout
        yield told


def fall_ill(paper: Paper, one: Ill) -> None:
    (paper.publish_through if one.publishes else paper.rest_through)(GAP)
    paper.answer = one.ill
    if one.robots is not None:
        paper.robots = one.robots
    if one.has_only_old:  # a backup of a month ago
        paper.newest -= timedelta(days=30)
        paper.posts -= 30 + GAP.days


def test_after_the_first_crawl_nothing_is_missed_yet(told: Told) -> None:
    assert told.crawls[0].returncode == 0, told.crawls[0].stderr
    assert {name: record["state"] for name, record in told.healths[0].items()} == dict.fromkeys(SITES, "unknown")


@pytest.mark.parametrize("name", [name for name, one in SITES.items() if one.kind])
def test_an_illness_is_told_after_one_crawl_with_its_cause(told: Told, name: str) -> None:
    one, record = SITES[name], told.healths[1][name]
    assert [(found["kind"], found["severity"]) for found in record["findings"]][:1] == [(one.kind, one.severity)], (
        record
    )
    assert record["state"] == ("failing" if one.severity == "failure" else "warning")


@pytest.mark.parametrize("name", SITES)
def test_the_next_crawl_tells_the_same_although_it_asks_for_little(told: Told, name: str) -> None:
    kinds = [[found["kind"] for found in health[name]["findings"]] for health in told.healths[1:]]
    assert kinds[0][:1] == kinds[1][:1]


@pytest.mark.parametrize("name", [name for name, one in SITES.items() if not one.kind])
def test_a_portal_that_is_well_or_seldom_publishes_is_well(told: Told, name: str) -> None:
    assert (told.healths[1][name]["state"], told.healths[1][name]["findings"]) == ("healthy", [])


def test_a_crawl_of_ill_portals_fails_and_names_each_with_its_first_cause(told: Told) -> None:
    assert told.crawls[1].returncode == 1
    failed = {name for name, one in SITES.items() if one.kind and one.severity == "failure"}
    assert told.crawls[1].stderr.startswith("mutasi: ")
    named = {part.split(":")[0] for part in told.crawls[1].stderr.removeprefix("mutasi: ").split("; ")}
    assert failed <= named
    assert not {"sehat", "peta", "jarang", "tutup"} & named
    assert (
        "tutup: waspada (warning): jalan masuk tertutup (way in closed): no REST API any more" in told.crawls[1].stdout
    )


def test_the_table_shows_the_worst_first(told: Told) -> None:
    rows = [line.split("│")[1].strip() for line in told.table.splitlines() if line.startswith("│")]
    shown = [row for row in rows if row in SITES]
    assert set(shown) == set(SITES)
    assert shown[-3:] == ["sehat", "peta", "jarang"]
    assert shown[-4] == "tutup"
    assert "diam: diam (silent): nothing published since" in told.table
