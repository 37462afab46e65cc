"""Every platform crawled, and crawled again, from sites on this machine: what is asked for, stored and told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from crawling import Outcome, Workshop
from fake_portals import API, JAKARTA, NewsSite
from fake_wordpress import running
from platform_sites import (
    broken,
    by_atom,
    by_day,
    by_index,
    by_pages,
    by_rest,
    by_robots,
    by_rss,
    closed,
    closed_but_for_the_feed,
    closed_but_for_the_home_page,
    closed_but_for_the_sitemap,
    damaged,
    many_faces,
    of_one_name,
    one_sitemap,
    partly,
    split,
    wrongly_declared,
)

from db import leases
from db.leases import Holder
from db.portal_frontier import PortalFrontier
from db.saving import portal_id_of
from db.store import Store, open_store

TODAY = datetime.now(JAKARTA).replace(hour=0, minute=1, second=0, microsecond=0)

OTHER = frozenset({2, 4, 5})
NAMED = "User-agent: *\n" + "".join(f"Sitemap: HOME/peta/{name}.xml\n" for name in ("kategori", "berita", "daerah"))


def recent(*days: int) -> dict[int, datetime]:
    """Return moments of publication, so many days before today, at noon."""
    return {number: TODAY + timedelta(hours=12) - timedelta(days=ago) for number, ago in enumerate(days, start=1)}


SITES = {
    site.name: site
    for site in [
        NewsSite("indeks", by_index, platform="sitemap", posts=6, other=frozenset({6})),
        NewsSite("robot", by_robots, platform="sitemap", robots=NAMED),
        NewsSite("rss", by_rss, platform="feed", posts=4),
        NewsSite("atom", by_atom, platform="feed", posts=4, keys='feed = "HOME/atom.xml"'),
        NewsSite(
            "daftar",
            by_pages,
            platform="listing",
            posts=8,
            other=frozenset({4}),
            keys='listings = ["HOME/daerah/"]\narticle = "/2024/05/"',
        ),
        NewsSite(
            "arsip",
            by_day,
            platform="archive",
            posts=5,
            moments=recent(3, 3, 3, 1, 1),
            keys='archive = "HOME/arsip/{year}/{month}/{day}/?page={page}"\narticle = "/2024/05/"',
        ),
        NewsSite("campur", one_sitemap, platform="sitemap", posts=6, other=OTHER, keys='sitemap = "HOME/sitemap.xml"'),
        NewsSite("api", by_rest, posts=5),
        NewsSite("tanpa-api", closed_but_for_the_sitemap),
        NewsSite("tanpa-peta", closed_but_for_the_feed),
        NewsSite("tanpa-umpan", closed_but_for_the_home_page),
        NewsSite("buntu", closed),
        NewsSite("lumpuh", broken, robots=500),
        NewsSite("sebagian", partly, platform="sitemap"),
        NewsSite("terpisah", split, platform="sitemap", posts=4),
        NewsSite("muka", many_faces, platform="listing", posts=1),
        NewsSite("senama", of_one_name, platform="sitemap"),
        NewsSite("sandi", wrongly_declared, platform="sitemap", posts=2),
        NewsSite("robek", damaged, platform="sitemap", posts=4),
        NewsSite("dipakai", one_sitemap, platform="sitemap"),
        NewsSite("ditinggal", one_sitemap, platform="sitemap"),
    ]
}
PASSING = ("buntu", "lumpuh", "sebagian", "dipakai", "ditinggal", "robek", "muka", "tanpa-peta", "tanpa-umpan")
CHANGING = ("indeks", "api", "rss", "daftar", "campur", "lumpuh")
STEADY = [name for name in SITES if name not in PASSING]


@dataclass
class Told:
    """What one round of crawls brought: outcomes, what was asked for, and the articles that the store then had."""

    outcomes: dict[str, Outcome]
    asked: dict[str, list[str]] = field(default_factory=dict)
    articles: dict[str, list[dict[str, Any]]] = field(default_factory=dict)


@dataclass
class Rounds:
    """The same sites crawled four times: as new, as they were, with changes and all subjects, and everything again."""

    workshop: Workshop
    first: Told
    same: Told
    changed: Told
    again: Told


def crawl(workshop: Workshop, sites: list[NewsSite], **options: Any) -> Told:
    outcomes = workshop.crawl(sites, **options)
    return Told(
        outcomes,
        {site.name: [target.replace(site.url, "") for target in site.targets] for site in sites},
        {site.name: workshop.articles(site.name) for site in sites},
    )


def lease(store: Store, site: NewsSite, holder: Holder | None) -> None:
    """Lease the portal to a process, by default to this one."""
    store.register_portal(site.name, site.url + "/", ["36.04"], "Asia/Jakarta", site.platform)
    if holder is None:
        PortalFrontier(store, site.name).open()
        return
    with store.writing() as session:
        now = datetime.now(UTC)
        leases.lease_portal(session, portal_id_of(session, site.name), holder, now, now + timedelta(hours=1))


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounds]:
    sites = deepcopy(SITES)
    workshop = Workshop(tmp_path_factory.mktemp("platforms"))
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    with running(list(sites.values())), open_store(workshop.url) as store:
        lease(store, sites["dipakai"], None)
        lease(store, sites["ditinggal"], Holder(Holder.this_process().host, dead.pid, "d4"))
        first = crawl(workshop, list(sites.values()))
        same = crawl(workshop, [sites[name] for name in (*STEADY, "lumpuh", "sebagian", "robek")])
        for name in ("indeks", "api"):
            sites[name].edited = {2: 1}
        sites["api"].posts = sites["rss"].posts = 6
        sites["api"].moments = {6: sites["api"].published(6)}
        sites["api"].edited[6] = -1  # scheduled: written a month before it came out
        sites["daftar"].posts = 10
        changed = crawl(workshop, [sites[name] for name in CHANGING], take_all=True)
        sites["indeks"].gone = {3}
        again = crawl(workshop, [sites[name] for name in ("indeks", "lumpuh")], again=True)
        yield Rounds(workshop, first, same, changed, again)


def numbers(told: Told, name: str) -> list[int]:
    """Return which articles of a site the store has."""
    paths = {SITES[name].path(number): number for number in range(1, 20)}
    return sorted(paths[article["url"].split("/", 3)[3].join(("/", ""))] for article in told.articles[name])


@pytest.mark.parametrize("name", STEADY)
def test_every_platform_stores_all_that_matters_with_its_text(rounds: Rounds, name: str) -> None:
    site, outcome = SITES[name], rounds.first.outcomes[name]
    wanted = [number for number in range(1, site.posts + 1) if number not in site.other]
    assert outcome["failure"] is None
    assert outcome["added"] == len(wanted)
    assert numbers(rounds.first, name) == wanted
    if name != "terpisah":
        assert [article["text"] for article in rounds.first.articles[name]] == [site.text(n) for n in wanted]
    assert {article["title"] for article in rounds.first.articles[name]} == {site.title(n) for n in wanted}
    published = [datetime.fromisoformat(article["published_at"]) for article in rounds.first.articles[name]]
    assert published == [site.published(number).astimezone(UTC).replace(tzinfo=None) for number in wanted]


@pytest.mark.parametrize("name", STEADY)
def test_a_second_crawl_asks_little_and_changes_nothing(rounds: Rounds, name: str) -> None:
    outcome = rounds.same.outcomes[name]
    assert outcome["failure"] is None
    assert (outcome["added"], outcome["changed"], outcome["failed"], outcome["gone"]) == (0, 0, 0, 0)
    assert len(rounds.same.asked[name]) <= 3, rounds.same.asked[name]
    assert rounds.same.articles[name] == rounds.first.articles[name]


def test_sitemaps_are_read_newest_first_and_those_of_something_else_not(rounds: Rounds) -> None:
    maps = [target for target in rounds.first.asked["indeks"] if target.endswith((".xml", ".gz"))]
    assert maps == ["/sitemap_index.xml", "/post-sitemap2.xml.gz", "/post-sitemap1.xml", "/news-sitemap.xml"]


def test_titles_of_a_news_sitemap_tell_what_does_not_matter(rounds: Rounds) -> None:
    assert rounds.first.outcomes["indeks"]["irrelevant"] == 1
    assert SITES["indeks"].path(6) not in rounds.first.asked["indeks"]


def test_articles_of_other_subjects_are_asked_for_with_all_only(rounds: Rounds) -> None:
    site = SITES["campur"]
    assert rounds.first.outcomes["campur"]["irrelevant"] == 3
    assert rounds.first.asked["campur"][2:] == [site.path(number) for number in (6, 3, 1)]
    pages = [target for target in rounds.changed.asked["campur"] if "2024" in target]
    assert sorted(pages) == [site.path(number) for number in sorted(OTHER)]
    assert (rounds.changed.outcomes["campur"]["added"], rounds.changed.outcomes["campur"]["irrelevant"]) == (3, 0)


def test_with_all_what_was_passed_over_is_had_though_its_listing_is_as_it_was(rounds: Rounds) -> None:
    assert SITES["indeks"].path(6) in rounds.changed.asked["indeks"]
    assert rounds.changed.outcomes["daftar"]["added"] == 2 + 1


def test_sitemaps_that_robots_names_are_the_only_ones_asked_for(rounds: Rounds) -> None:
    named = ["/robots.txt", "/peta/berita.xml", "/peta/daerah.xml"]
    assert [target for target in rounds.first.asked["robot"] if "2024" not in target] == named
    assert rounds.same.asked["robot"] == named


def test_a_feed_is_looked_for_in_its_usual_places_once(rounds: Rounds) -> None:
    places = ["/robots.txt", "/feed/", "/?feed=rss2", "/rss", "/rss.xml"]
    assert [target for target in rounds.first.asked["rss"] if "2024" not in target] == [*places, "/rss.xml?paged=2"]
    assert rounds.same.asked["rss"] == ["/robots.txt", "/rss.xml"]


def test_whole_articles_of_a_feed_need_no_page(rounds: Rounds) -> None:
    assert not [target for target in rounds.first.asked["atom"] if "2024" in target]
    article = rounds.first.articles["atom"][0]
    assert (article["author"], article["section"], article["tags"]) == ("Sari Utami", "Daerah", '["mutasi"]')


def test_pages_of_links_are_followed_to_the_last(rounds: Rounds) -> None:
    lists = [target for target in rounds.first.asked["daftar"] if target.startswith("/daerah")]
    assert lists == ["/daerah/", "/daerah/page/2/", "/daerah/page/3/"]
    assert rounds.same.asked["daftar"] == ["/robots.txt", "/daerah/"]


def test_what_is_new_is_found_on_every_page_of_links_up_to_what_is_known(rounds: Rounds) -> None:
    assert numbers(rounds.changed, "daftar")[-2:] == [9, 10]
    assert [target for target in rounds.changed.asked["daftar"] if target.startswith("/daerah")] == [
        "/daerah/",
        "/daerah/page/2/",
    ]


def test_an_archive_is_walked_from_today_back_over_days_without_a_page(rounds: Rounds) -> None:
    days = [target for target in rounds.first.asked["arsip"] if target.startswith("/arsip/")]
    ago = [f"/arsip/{TODAY - timedelta(days=n):%Y/%m/%d}/?page={page}" for n in range(4) for page in (1, 2, 3)]
    assert [day for day in days if day in ago] == [ago[0], ago[3], ago[4], ago[6], ago[9], ago[10], ago[11]]
    assert len([day for day in days if day.endswith("page=1")]) == 31
    assert rounds.same.asked["arsip"] == ["/robots.txt", ago[0]]


@pytest.mark.parametrize(
    ("name", "channel", "detours"),
    [
        ("api", "REST API", []),
        ("tanpa-api", "sitemap", [f"no REST API (HOME{API}?per_page=100&page=1&orderby=date"]),
        (
            "tanpa-peta",
            "feed",
            ["no REST API (", "no sitemap (HOME/sitemap_index.xml answers 404), taking the feed"],
        ),
        (
            "tanpa-umpan",
            "pages of links",
            [
                "no REST API (HOME/?rest_route=/wp/v2/posts",
                "no sitemap (HOME/sitemap_index.xml answers 404), taking the feed",
                "no feed (HOME/?feed=rss2 answers 404), taking the pages of links",
            ],
        ),
        ("ditinggal", "sitemap", []),
    ],
)
def test_where_one_way_in_is_closed_the_next_is_taken_and_told(
    rounds: Rounds, name: str, channel: str, detours: list[str]
) -> None:
    outcome = rounds.first.outcomes[name]
    assert (outcome["failure"], outcome["channel"], outcome["added"]) == (None, channel, SITES[name].posts)
    home = rounds.workshop.rows("SELECT url FROM portal WHERE name = ?", name)[0]["url"].rstrip("/")
    told = [detour.replace(home, "HOME") for detour in outcome["detours"]]
    assert len(told) == len(detours)
    assert all(one.startswith(detour) for one, detour in zip(told, detours, strict=True)), told


def test_a_portal_without_any_way_in_has_failed_with_every_cause(rounds: Rounds) -> None:
    failure = rounds.first.outcomes["buntu"]["failure"]
    assert "links to no article" in failure
    assert "sitemap_index.xml answers 404" in failure
    assert len(rounds.first.outcomes["buntu"]["detours"]) == 3


def test_what_is_edited_gets_one_new_version_and_is_to_be_read_again(rounds: Rounds) -> None:
    for name in ("indeks", "api"):
        outcome = rounds.changed.outcomes[name]
        assert (outcome["changed"], outcome["failure"]) == (1, None)
        edited = rounds.changed.articles[name][1]
        assert edited["text"].endswith("Ralat ke-1.")
        assert edited["extractor"] is None
        versions = rounds.workshop.rows("SELECT * FROM article_version WHERE article_id = ?", edited["id"])
        assert [one["text"] for one in versions] == [rounds.first.articles[name][1]["text"]]
    assert len(rounds.workshop.rows("SELECT * FROM article_version")) == 2


def test_of_sitemaps_only_the_changed_page_is_asked_for(rounds: Rounds) -> None:
    pages = [target for target in rounds.changed.asked["indeks"] if "2024" in target]
    assert sorted(pages) == sorted(map(SITES["indeks"].path, (2, 6)))  # 6 for its subject


def test_a_scheduled_post_that_was_last_changed_long_ago_is_not_lost(rounds: Rounds) -> None:
    assert rounds.changed.outcomes["api"]["added"] == 1
    assert numbers(rounds.changed, "api") == [1, 2, 3, 4, 5, 6]


def test_a_feed_that_has_something_new_brings_that(rounds: Rounds) -> None:
    assert rounds.changed.outcomes["rss"]["added"] == 2
    assert len([target for target in rounds.changed.asked["rss"] if "2024" in target]) == 2


def test_what_is_taken_down_is_kept_and_marked(rounds: Rounds) -> None:
    outcome, site = rounds.again.outcomes["indeks"], SITES["indeks"]
    assert (outcome["gone"], outcome["unchanged"], outcome["failed"]) == (1, 5, 0)
    assert outcome["first_cause"].endswith(f"{site.path(3)} answers 404")
    gone = [article["gone_at"] is not None for article in rounds.again.articles["indeks"]]
    assert gone == [False, False, True, False, False, False]
    assert rounds.again.articles["indeks"][2]["text"] == site.text(3)


def test_articles_over_several_pages_are_joined(rounds: Rounds) -> None:
    site, texts = SITES["terpisah"], [article["text"] for article in rounds.first.articles["terpisah"]]
    assert texts == [
        site.text(1) + "\n\nBagian 2 dari kabar ke-1.\n\nBagian 3 dari kabar ke-1.",
        site.text(2) + "\n\nBagian 2 dari kabar ke-2.",
        site.text(3) + "\n\nSelengkapnya.",
        site.text(4),
    ]
    assert f"{site.path(3)}?page=2" not in rounds.first.asked["terpisah"]


def test_one_article_at_many_addresses_is_asked_for_once(rounds: Rounds) -> None:
    assert len(rounds.first.asked["muka"]) == 3
    assert numbers(rounds.first, "muka") == [1]


def test_a_wrong_charset_in_the_headers_does_no_harm(rounds: Rounds) -> None:
    assert all("SERANG – Bupati" in article["text"] for article in rounds.first.articles["sandi"])


def test_damaged_pages_are_asked_for_again_and_told_where_they_stay_so(rounds: Rounds) -> None:
    outcome, site = rounds.first.outcomes["robek"], SITES["robek"]
    assert numbers(rounds.first, "robek") == [1]
    assert (outcome["added"], outcome["failed"], outcome["failure"]) == (1, 3, None)
    failed = rounds.workshop.rows("SELECT url, reason, due_at FROM frontier_url WHERE state = 'failed' ORDER BY id")
    assert [one["reason"].rpartition("/ ")[2] for one in failed] == [
        "is damaged: it does not unpack",
        "answers 500",
        "is damaged: it does not unpack",
    ]
    assert rounds.first.asked["robek"].count(site.path(1)) == 2


def test_failed_pages_wait_before_they_are_asked_for_again(rounds: Rounds) -> None:
    assert rounds.same.asked["robek"][-1] == "/sitemap.xml"
    assert rounds.same.outcomes["robek"]["failure"] is None


def test_a_portal_that_a_living_process_crawls_is_left_alone(rounds: Rounds) -> None:
    assert "dipakai is being crawled by process " in rounds.first.outcomes["dipakai"]["failure"]
    assert rounds.first.asked["dipakai"] == []
    assert rounds.workshop.rows("SELECT failures FROM portal WHERE name = 'dipakai'") == [{"failures": 0}]


def test_a_dead_process_s_portal_is_taken_over(rounds: Rounds) -> None:
    assert rounds.first.outcomes["ditinggal"]["added"] == 3


def test_a_site_that_fails_three_times_is_rested_and_not_asked(rounds: Rounds) -> None:
    for told in (rounds.first, rounds.same, rounds.changed):
        assert told.outcomes["lumpuh"]["failure"].endswith("nothing may be asked (RFC 9309)")
    rested = rounds.again.outcomes["lumpuh"]
    assert rested["failure"] is None
    until = datetime.fromisoformat(rested["resting_until"])
    assert timedelta(minutes=50) < until - datetime.now(UTC) <= timedelta(hours=1)
    assert rounds.again.asked["lumpuh"] == []


def test_a_site_that_fails_in_a_part_is_told_and_not_rested(rounds: Rounds) -> None:
    for told in (rounds.first, rounds.same):
        assert told.outcomes["sebagian"]["failure"].startswith("a part of the sitemap is missing: ")
    assert rounds.first.outcomes["sebagian"]["added"] == 3
    assert rounds.workshop.rows("SELECT failures FROM portal WHERE name = 'sebagian'") == [{"failures": 0}]
