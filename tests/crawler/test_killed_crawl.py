"""A crawl that is killed in the middle: the next one goes on, nothing is lost and nothing stored twice."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

from crawling import Workshop
from fake_portals import NewsSite
from fake_wordpress import running
from platform_sites import one_sitemap

POSTS = 200
PATIENCE = 60.0


def stored(store: Path) -> int:
    """Return how many articles the store has so far, seen from outside."""
    if not store.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=1)) as connection:
            return int(connection.execute("SELECT count(*) FROM article").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # its tables are being made


def kill_after(workshop: Workshop, site: NewsSite, count: int) -> None:
    """Crawl, and kill the crawl once the store has so many articles."""
    ends = time.monotonic() + PATIENCE
    with subprocess.Popen(workshop.command([site]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as crawl:
        while stored(workshop.store) < count and crawl.poll() is None and time.monotonic() < ends:
            time.sleep(0.005)
        crawl.kill()
    assert crawl.returncode == -signal.SIGKILL, "the crawl ended before it could be killed"


def test_a_crawl_that_is_killed_three_times_loses_nothing_and_stores_nothing_twice(tmp_path: Path) -> None:
    site = NewsSite("terputus", one_sitemap, platform="sitemap", posts=POSTS)
    workshop = Workshop(tmp_path)
    left = []
    with running([site]):
        for count in (10, 60, 120):
            kill_after(workshop, site, count)
            left.append(stored(workshop.store))
            assert workshop.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        asked_before = [target for target in site.targets if "2024" in target]
        outcome = workshop.crawl([site])["terputus"]
        asked_last = [target for target in site.targets if "2024" in target]
    assert left == sorted(left)
    assert 10 <= left[0] < left[1] < left[2] < POSTS
    assert outcome["failure"] is None
    assert outcome["added"] == POSTS - left[2]
    articles = workshop.articles("terputus")
    assert sorted(article["url"] for article in articles) == sorted(map(site.address, range(1, POSTS + 1)))
    assert {article["url"]: article["text"] for article in articles} == {
        site.address(number): site.text(number) for number in range(1, POSTS + 1)
    }
    states = workshop.rows("SELECT state, count(*) AS n, count(leased_by) AS leased FROM frontier_url GROUP BY state")
    assert states == [{"state": "fetched", "n": POSTS, "leased": 0}]
    assert workshop.rows("PRAGMA integrity_check") == [{"integrity_check": "ok"}]
    assert workshop.rows("SELECT count(*) AS n FROM article_version") == [{"n": 0}]
    # What was asked for and not stored is what had come in within a moment before each kill.
    assert len(asked_last) == POSTS - left[2]
    assert len(asked_before) - left[2] <= 3 * 60


def test_a_crawl_that_is_interrupted_twice_says_so(tmp_path: Path) -> None:
    site = NewsSite("terburu", one_sitemap, platform="sitemap", posts=POSTS)
    workshop = Workshop(tmp_path)
    ends = time.monotonic() + PATIENCE
    command = workshop.command
    with running([site]), subprocess.Popen(command([site]), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as crawl:
        while stored(workshop.store) < 10 and crawl.poll() is None and time.monotonic() < ends:
            time.sleep(0.005)
        for _ in range(2):
            crawl.send_signal(signal.SIGINT)
            time.sleep(0.05)
        told, _ = crawl.communicate(timeout=PATIENCE)
    assert json.loads(told)[0]["failure"] == "interrupted"
