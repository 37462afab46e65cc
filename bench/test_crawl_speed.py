"""What a crawl costs, beside what Scrapy takes to fetch the same pages and throw them away, in the same run.

Politeness is off on both sides. Rounds are interleaved, so that a machine that grows busy slows both sides. The times
are those that Scrapy measures itself, from the opening of the spider to its close.
"""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parent.parent
ARTICLES, ROUNDS = 1_000, 3
LEAST_KNOWN_CONTAINER, LEAST_GENERIC, LEAST_REST = 0.5, 0.25, 3.0
IMPOLITE = {
    "ROBOTSTXT_OBEY": 0,
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": 0,
    "CONCURRENT_REQUESTS": 16,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "COOKIES_ENABLED": 0,
    "STATS_DUMP": 1,
}
BARE = """
from scrapy.spiders import SitemapSpider

class Bare(SitemapSpider):
    name = "bare"
    sitemap_urls = ["{home}/sitemap.xml"]

    def parse(self, response):
        yield {{"url": response.url}}
"""
_SECONDS = re.compile(r"'elapsed_time_seconds': ([\d.]+)")


@contextmanager
def site(container: str) -> Iterator[str]:
    command = [sys.executable, str(ROOT / "bench" / "news_site.py"), str(ARTICLES), container]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.kill()


def scrapy(folder: Path, *words: str) -> float:
    """Run Scrapy in a folder (the project's settings hold in the project's) and return how long its spider was open."""
    options = [word for name, value in IMPOLITE.items() for word in ("-s", f"{name}={value}")]
    done = subprocess.run(
        [sys.executable, "-m", "scrapy", *words, *options, "--loglevel", "INFO"],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
    )
    found = _SECONDS.search(done.stderr)
    assert found, done.stderr[-2000:]
    return float(found[1])


def bare(home: str, folder: Path) -> float:
    spider = folder / "bare.py"
    spider.write_text(BARE.format(home=home), encoding="utf-8")
    return scrapy(folder, "runspider", str(spider))


def ours(home: str, folder: Path, platform: str, turn: int) -> float:
    registry, store = folder / f"{platform}.toml", folder / f"{platform}-{turn}.db"
    entry = f'["contoh"]\nname = "Contoh"\nurl = "{home}/"\nplatform = "{platform}"\nregions = ["32.75"]\n'
    registry.write_text(f"{entry}loopback = true\ndelay = 0\n", encoding="utf-8")
    arguments = ["-a", "portal=contoh", "-a", f"portals={registry}", "-a", "all=1"]
    seconds = scrapy(ROOT, "crawl", platform, *arguments, "-s", f"MUTASI_DB=sqlite:///{store}")
    with sqlite3.connect(store) as database:
        assert database.execute("SELECT count(*) FROM article").fetchone() == (ARTICLES,)
    return seconds


def ratio(home: str, folder: Path, platform: str) -> float:
    """Return how many articles we store in the time in which a bare Scrapy fetches one."""
    pairs = [(bare(home, folder), ours(home, folder, platform, turn)) for turn in range(ROUNDS)]
    return median(fetched for fetched, _ in pairs) / median(stored for _, stored in pairs)


@pytest.mark.parametrize(
    ("platform", "container", "least"),
    [
        ("sitemap", "entry-content", LEAST_KNOWN_CONTAINER),
        ("sitemap", "x7-isi-kolom", LEAST_GENERIC),
        ("wordpress", "entry-content", LEAST_REST),
    ],
    ids=["known container", "generic", "REST"],
)
def test_crawl_keeps_up_with_a_bare_fetch(
    platform: str, container: str, least: float, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with site(container) as home:
        found = ratio(home, tmp_path, platform)
    with capsys.disabled():
        print(f"\n{platform}, {container}: {found:.2f} of a bare fetch")
    assert found >= least
