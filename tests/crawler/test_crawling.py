"""The spider, the settings and the store together, against sites on this machine, in one Scrapy process of its own."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fake_wordpress import Answer, Site, feed, html, page, post, published, registry_of, rest, running, zipped

from crawler.registry import load_registry
from db.store import open_store

API, FEED = "/wp-json/wp/v2/posts", "/feed/"
COUNTS = ("added", "changed", "unchanged", "failed", "irrelevant", "gone")
ELSEWHERE = "http://localhost:9/"

CRAWL = """
import dataclasses, json, sys
from pathlib import Path
from crawler.registry import load_registry
from crawler.run import crawl_portals
from db.store import open_store
with open_store(sys.argv[2]) as store:
    portals = list(load_registry(Path(sys.argv[1])).values())
    outcomes = crawl_portals(portals, store, limit=int(sys.argv[3]) if len(sys.argv) > 3 else None)
print(json.dumps([dataclasses.asdict(outcome) for outcome in outcomes], default=str))
"""


def open_site(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == API else None


def without_permalinks(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == "/" and query.get("rest_route") == "/wp/v2/posts" else None


def closed_api(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    if path == API:
        return 401, {"Content-Type": "application/json"}, b'{"code": "rest_forbidden"}'
    return feed(site, query) if path == FEED else None


def feed_without_permalinks(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return feed(site, query) if path == "/" and query.get("feed") == "rss2" else None


def home_page_for_all(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return feed(site, query) if path == FEED else html("<html><body>Beranda</body></html>")


def summaries(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    """Post 1 is split over two pages, the page of post 2 is gone."""
    if path == API:
        return html("Terlarang", 403)
    if path == FEED:
        return feed(site, query, whole=False, size=5)
    if path == "/2024/lantik-1/":
        return page(site, 1, f'<a href="{site.url}/2024/lantik-1/2/">2</a>')
    if path == "/2024/lantik-1/2/":
        return html('<div class="entry-content"><p>Halaman kedua menyebut nama para pejabat itu.</p></div>')
    return page(site, 3) if path == "/2024/lantik-3/" else None


def posts_without_content(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    if path == API:
        posts = [{**post(site, number), "content": {"rendered": "", "protected": number == 1}} for number in (2, 1)]
        return 200, {"Content-Type": "application/json"}, json.dumps(posts).encode()
    return page(site, 2) if path == "/2024/lantik-2/" else None


def broken(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return html("Galat", 500)


def broken_in_the_middle(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    past = int(query.get("per_page", "0")) * (int(query.get("page", "1")) - 1) >= 100
    return html("Galat", 500) if past else open_site(site, path, query)


def one_bad_post(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    """Every page of posts that has the 50th newest fails."""
    size, page = int(query.get("per_page", "1")), int(query.get("page", "1"))
    return html("Galat", 500) if path == API and (page - 1) * size < 50 <= page * size else open_site(site, path, query)


def weak(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return html("Galat", 502) if int(query.get("per_page", "0")) > 20 else open_site(site, path, query)


def moved(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return html("", 301, Location=ELSEWHERE + path.removeprefix("/"))


def busy(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    if len(site.asked) == 2:
        return html("Sibuk", 503, **{"Retry-After": "1"})
    return open_site(site, path, query)


def closed_for_the_day(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return html("Sibuk", 429, **{"Retry-After": "86400"})


def bomb(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return zipped(30 * 1024 * 1024) if path == API else None


def empty(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == API else None


def in_circles(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    if path == FEED:
        return feed(site, query)
    return html("", 302, Location=f"{site.url}{path}?page={query['page']}") if path == API else None


def silent_loss(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    """A plugin hides two posts from the list that it counts all the same."""
    answer = open_site(site, path, query)
    if answer is None:
        return None
    status, headers, body = answer
    return status, headers, json.dumps(json.loads(body)[2:]).encode()


def split_posts(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    """Post 2 has three parts; of a post that is not split, every part is the first."""
    if path != FEED:
        return None
    part = int(query.get("page", "1"))
    answer = feed(site, query, size=5)
    if answer is None or part == 1:
        return answer
    first = "".join(f"<p>{line}</p>" for line in site.text(2).split("\n\n"))
    status, headers, body = answer
    return status, headers, body.decode().replace(first, f"<p>Bagian {min(part, 3)} dari berita.</p>").encode()


SITES = [
    Site("terbelah", split_posts),
    Site("berputar", in_circles),
    Site("berlubang", one_bad_post, posts=130),
    Site("kurang", silent_loss, posts=5),
    Site("terbuka", open_site, posts=230, delay=0.3),
    Site("polos", without_permalinks),
    Site("tertutup", closed_api, posts=5),
    Site("umpan", feed_without_permalinks),
    Site("beranda", home_page_for_all),
    Site("ringkas", summaries),
    Site("tanpa-isi", posts_without_content),
    Site("rusak", broken, robots=500),
    Site("rusak-di-balik", broken),
    Site("putus", broken_in_the_middle, posts=120),
    Site("lemah", weak, posts=30),
    Site("pindah", moved),
    Site("sibuk", busy),
    Site("tutup", closed_for_the_day),
    Site("bom", bomb),
    Site("kosong", empty, posts=0),
    Site("dilarang", open_site, robots="User-agent: *\nDisallow: /\n"),
    Site("tanpa-api", closed_api, robots="User-agent: Mutasi\nDisallow: /wp-json/\n"),
    Site("pelan", open_site, posts=150, robots="User-agent: *\nCrawl-delay: 0.5\n"),
    Site("tanpa-robots", open_site, robots=404),
]


@dataclass
class Crawled:
    """The sites after a crawl, what came of each, and the file of the store."""

    sites: dict[str, Site]
    outcomes: dict[str, dict[str, Any]]
    again: dict[str, dict[str, Any]]
    errors: str
    store: Path

    def articles(self, name: str) -> list[dict[str, Any]]:
        """Return the stored articles of one portal, oldest first."""
        with sqlite3.connect(self.store) as connection:
            connection.row_factory = sqlite3.Row
            rows = connection.execute(
                "SELECT article.* FROM article JOIN portal ON portal.id = portal_id WHERE portal.name = ? "
                "ORDER BY published_at, url",
                (name,),
            )
            return [dict(row) for row in rows]

    def failure(self, name: str) -> str:
        """Return why a portal failed, its own address written as HOME."""
        return str(self.outcomes[name]["failure"]).replace(self.sites[name].url, "HOME")


def crawl(registry: Path, store: Path, *arguments: str) -> tuple[dict[str, dict[str, Any]], str]:
    command = [sys.executable, "-c", CRAWL, str(registry), f"sqlite:///{store}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=False)
    assert done.returncode == 0, done.stderr
    return {outcome["portal"]: outcome for outcome in json.loads(done.stdout)}, done.stderr


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    folder = tmp_path_factory.mktemp("crawl")
    with running(SITES) as sites:
        registry = folder / "portals.toml"
        registry.write_text(registry_of(sites), encoding="utf-8")
        outcomes, errors = crawl(registry, folder / "store.db")
        log = {site.name: list(site.asked) for site in sites}
        chosen = folder / "again.toml"
        chosen.write_text(registry_of([site for site in sites if site.name in ("polos", "tertutup")]), encoding="utf-8")
        again, _ = crawl(chosen, folder / "store.db")
        for site in sites:
            site.asked = log[site.name]
        yield Crawled({site.name: site for site in sites}, outcomes, again, errors, folder / "store.db")


def test_rest_gives_every_post_once(crawled: Crawled) -> None:
    site, stored = crawled.sites["terbuka"], crawled.articles("terbuka")
    assert crawled.outcomes["terbuka"]["added"] == 230
    assert crawled.outcomes["terbuka"]["expected"] == 230
    assert crawled.outcomes["terbuka"]["failure"] is None
    assert [article["url"] for article in stored] == [site.address(number) for number in range(1, 231)]
    assert stored[41]["title"] == "Bupati Lantik 42 Pejabat - Serang"
    assert stored[41]["text"] == site.text(42)
    assert stored[41]["source_id"] == "42"
    assert datetime.fromisoformat(stored[41]["published_at"]) == published(42, 230).replace(tzinfo=None)
    assert (stored[41]["author"], stored[41]["section"]) == ("Sari Utami", "Daerah")
    assert json.loads(stored[41]["tags"]) == ["mutasi"]
    assert stored[41]["image_url"] == f"{site.url}/gambar.jpg"


def test_robots_are_read_first_and_once(crawled: Crawled) -> None:
    for site in crawled.sites.values():
        assert site.targets[0] == "/robots.txt"
    assert [crawled.sites[name].targets.count("/robots.txt") for name in ("terbuka", "ringkas")] == [1, 1]


def test_delay_is_kept(crawled: Crawled) -> None:
    assert len(crawled.sites["terbuka"].gaps) == 3
    assert min(crawled.sites["terbuka"].gaps) >= 0.3


def test_crawl_delay_of_robots_is_kept(crawled: Crawled) -> None:
    assert len(crawled.sites["pelan"].gaps) == 2
    assert min(crawled.sites["pelan"].gaps) >= 0.5


def test_user_agent_says_who_asks(crawled: Crawled) -> None:
    agents = {one.agent for site in crawled.sites.values() for one in site.asked}
    assert len(agents) == 1
    assert agents.pop().startswith("Mutasi/0.1.0 (+https://mutasi.example/crawler; ")


@pytest.mark.parametrize("name", ["polos", "umpan", "beranda", "tertutup", "tanpa-robots"])
def test_every_way_in_gives_the_same_articles(crawled: Crawled, name: str) -> None:
    site, stored = crawled.sites[name], crawled.articles(name)
    assert crawled.outcomes[name]["failure"] is None
    assert [article["url"] for article in stored] == [site.address(number) for number in range(1, site.posts + 1)]
    assert [article["text"] for article in stored] == [site.text(number) for number in range(1, site.posts + 1)]
    assert [article["source_id"] for article in stored] == [str(number) for number in range(1, site.posts + 1)]
    assert stored[0]["title"] == "Bupati Lantik 1 Pejabat - Serang"
    assert datetime.fromisoformat(stored[0]["published_at"]) == published(1, site.posts).replace(tzinfo=None)


def test_feed_is_read_to_its_end(crawled: Crawled) -> None:
    asked = [target for target in crawled.sites["tertutup"].targets if target.startswith(FEED)]
    assert [target for target in asked if "page=" not in target] == [
        "/feed/",
        "/feed/?paged=2",
        "/feed/?paged=3",
        "/feed/?paged=4",
    ]


def test_parts_of_split_posts_are_put_together(crawled: Crawled) -> None:
    site, stored = crawled.sites["terbelah"], crawled.articles("terbelah")
    assert [article["text"] for article in stored] == [
        site.text(1),
        site.text(2) + "\n\nBagian 2 dari berita.\n\nBagian 3 dari berita.",
        site.text(3),
    ]
    asked = ["/feed/", "/feed/?page=2", "/feed/?page=3", "/feed/?page=4"]
    assert [target for target in site.targets if target.startswith(FEED) and "paged" not in target] == asked


def test_summaries_lead_to_the_pages(crawled: Crawled) -> None:
    site, stored = crawled.sites["ringkas"], crawled.articles("ringkas")
    assert [article["source_id"] for article in stored] == ["1", "3"]
    assert stored[0]["text"] == site.text(1) + "\n\nHalaman kedua menyebut nama para pejabat itu."
    assert stored[1]["text"] == site.text(3)
    assert stored[1]["author"] == "Sari Utami"
    outcome = crawled.outcomes["ringkas"]
    assert (outcome["added"], outcome["gone"], outcome["failure"]) == (2, 1, None)
    assert outcome["first_cause"] == f"{site.address(2)} answers 404"


def test_posts_without_content_lead_to_the_pages(crawled: Crawled) -> None:
    site = crawled.sites["tanpa-isi"]
    assert [article["text"] for article in crawled.articles("tanpa-isi")] == [site.text(2)]
    assert crawled.outcomes["tanpa-isi"]["first_cause"] == f"{site.address(1)} is behind a password"
    assert site.address(1).removeprefix(site.url) not in site.targets


def test_weak_server_is_asked_for_less_at_a_time(crawled: Crawled) -> None:
    assert crawled.outcomes["lemah"]["added"] == 30
    assert crawled.outcomes["lemah"]["failure"] is None


def test_passing_refusal_is_waited_for(crawled: Crawled) -> None:
    assert crawled.outcomes["sibuk"]["added"] == 3
    assert crawled.sites["sibuk"].gaps[1] >= 1.0


@pytest.mark.parametrize(
    ("name", "failure", "requests"),
    [
        ("rusak", "HOME/robots.txt answers 500; without its rules nothing may be asked (RFC 9309)", 3),
        ("dilarang", f"robots.txt disallows HOME{API}", 1),
        ("pindah", f"HOME{API}", 8),
        ("tutup", "and asks to wait 86400 s (we wait 120 s at most)", 2),
        ("kosong", "no article found at HOME/", 2),
        ("bom", "exceeded DOWNLOAD_MAXSIZE (10485760 B) during decompression", 10),
    ],
)
def test_failed_portal_is_told_with_its_cause(crawled: Crawled, name: str, failure: str, requests: int) -> None:
    assert failure in crawled.failure(name)
    assert crawled.articles(name) == []
    assert len(crawled.sites[name].asked) == requests


def test_redirect_elsewhere_is_not_followed(crawled: Crawled) -> None:
    home = crawled.sites["pindah"].url.removeprefix("http://")
    assert f"redirects to localhost:9, which is not {home}" in crawled.failure("pindah")


def test_site_that_fails_behind_its_robots(crawled: Crawled) -> None:
    assert "answers 500; HOME/feed/ answers 500" in crawled.failure("rusak-di-balik")


def test_articles_before_a_break_are_kept(crawled: Crawled) -> None:
    assert crawled.outcomes["putus"]["added"] == 100
    assert "the list of posts breaks off: " in crawled.failure("putus")
    assert "answers 500" in crawled.failure("putus")


def test_list_goes_on_behind_a_gap(crawled: Crawled) -> None:
    assert crawled.outcomes["berlubang"]["added"] == 110
    numbers = [int(article["source_id"]) for article in crawled.articles("berlubang")]
    assert numbers == [*range(1, 71), *range(91, 131)]
    assert "the list of posts breaks off: " in crawled.failure("berlubang")


def test_redirects_in_circles_are_left(crawled: Crawled) -> None:
    assert crawled.outcomes["berputar"]["added"] == 3
    assert len(crawled.sites["berputar"].asked) == 1 + 6 + 6 + 4 + 5


def test_posts_that_are_announced_and_not_listed_are_counted(crawled: Crawled) -> None:
    outcome = crawled.outcomes["kurang"]
    assert (outcome["added"], outcome["failed"]) == (3, 2)
    assert outcome["first_cause"].endswith("/ announces 5 articles and lists 3")


def test_disallowed_api_is_not_asked(crawled: Crawled) -> None:
    assert crawled.outcomes["tanpa-api"]["added"] == 3
    assert not [
        target for target in crawled.sites["tanpa-api"].targets if "wp-json" in target or "rest_route" in target
    ]


def test_second_crawl_changes_nothing(crawled: Crawled) -> None:
    """Of the feed the first page, which has two articles, is read again: it has nothing new."""
    counts = [(one["added"], one["changed"], one["unchanged"], one["failed"]) for one in crawled.again.values()]
    assert counts == [(0, 0, 3, 0), (0, 0, 2, 0)]


def test_store_knows_how_each_portal_did(crawled: Crawled) -> None:
    with open_store(f"sqlite:///{crawled.store}") as store:
        status = store.portal_status()
    assert len(status) == len(SITES)
    assert status["terbuka"].last_success is not None
    assert status["terbuka"].last_counts == dict.fromkeys(COUNTS, 0) | {"added": 230}
    assert status["rusak"].last_success is None
    assert str(status["rusak"].last_outcome).endswith("nothing may be asked (RFC 9309)")


def test_expected_failures_write_no_traceback(crawled: Crawled) -> None:
    assert "Traceback" not in crawled.errors


def test_limit_takes_the_newest(tmp_path: Path) -> None:
    sites = [Site("api", open_site, posts=150), Site("umpan", closed_api, posts=5)]
    with running(sites):
        registry = tmp_path / "portals.toml"
        registry.write_text(registry_of(sites), encoding="utf-8")
        outcomes, _ = crawl(registry, tmp_path / "store.db", "3")
    found = Crawled({}, outcomes, {}, "", tmp_path / "store.db")
    assert [article["source_id"] for article in found.articles("api")] == ["148", "149", "150"]
    assert [article["source_id"] for article in found.articles("umpan")] == ["3", "4", "5"]
    assert [outcome["expected"] for outcome in outcomes.values()] == [3, None]


def test_plain_scrapy_crawls_a_portal_within_a_window(tmp_path: Path) -> None:
    sites = [Site("api", open_site, posts=10), Site("umpan", closed_api, posts=10)]
    with running(sites):
        registry = tmp_path / "portals.toml"
        registry.write_text(registry_of(sites), encoding="utf-8")
        assert list(load_registry(registry)) == ["api", "umpan"]
        for site in sites:
            arguments = {"portal": site.name, "portals": str(registry), "since": "2024-05-14", "until": "2024-05-15"}
            command = [
                sys.executable,
                "-m",
                "scrapy",
                "crawl",
                "wordpress",
                "-s",
                f"MUTASI_DB=sqlite:///{tmp_path}/store.db",
            ]
            command += [word for name, value in arguments.items() for word in ("-a", f"{name}={value}")]
            done = subprocess.run(
                command, capture_output=True, text=True, timeout=60, check=False, cwd=Path(__file__).parents[2]
            )
            assert done.returncode == 0, done.stderr
            assert f"{site.name}: 2 added, 0 changed, 0 unchanged, 0 failed" in done.stderr
    found = Crawled({}, {}, {}, "", tmp_path / "store.db")
    expected = [(published(number, 10)).replace(tzinfo=None) for number in (7, 8)]
    for site in sites:
        assert [datetime.fromisoformat(one["published_at"]) for one in found.articles(site.name)] == expected
    # The feed is left once it is older than the window, with two pages of five unread.
    asked = [target for target in sites[1].targets if "paged" in target and "&page=" not in target]
    assert asked == ["/feed/?paged=2", "/feed/?paged=3"]
    assert expected[0] + timedelta(days=1) == expected[1]
