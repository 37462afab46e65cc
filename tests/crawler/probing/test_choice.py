from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from crawler.probing.choice import chosen
from crawler.probing.findings import AddressPattern, Archive, Feed, Findings, LinkList, Rest, Robots, Sample, Sitemap

HOME = "https://kabar.example/"
NOW = datetime(2026, 2, 6, 10, tzinfo=UTC)
GOOD = Sample(f"{HOME}a", "Judul", NOW, "second", 900)
REST = Rest(f"{HOME}wp-json/wp/v2/posts", total=103, posts=10, whole=10, newest=NOW)
WHOLE = Feed(f"{HOME}feed/", entries=10, whole=10, newest=NOW, goes_back=True)
EXCERPTS = Feed(f"{HOME}umpan.xml", entries=20, newest=NOW)
SITEMAP = Sitemap(f"{HOME}sitemap.xml", articles=500, dated=500, newest=NOW)
SEARCH = LinkList(f"{HOME}?s=mutasi", "search", articles=8, about_officials=8)
AT_HOME = LinkList(HOME, "home", articles=20)


def found(**what: object) -> Findings:
    findings = Findings(HOME, HOME, newest=NOW, samples=[GOOD])
    for name, value in what.items():
        setattr(findings, name, value)
    return findings


@pytest.mark.parametrize(
    ("what", "platform", "keys"),
    [
        ({"rest": REST, "feeds": [WHOLE], "sitemaps": [SITEMAP]}, "wordpress", {}),
        ({"rest": Rest(None, "401"), "feeds": [WHOLE], "sitemaps": [SITEMAP]}, "feed", {}),
        ({"feeds": [EXCERPTS], "sitemaps": [SITEMAP]}, "sitemap", {}),
        ({"feeds": [EXCERPTS]}, "feed", {"feed": f"{HOME}umpan.xml"}),
        (
            {"feeds": [EXCERPTS], "sitemaps": [Sitemap(f"{HOME}s.xml", articles=9, newest=NOW - timedelta(days=9))]},
            "feed",
            {"feed": f"{HOME}umpan.xml"},
        ),
        (
            {"archive": Archive(f"{HOME}{{year}}/{{month}}/{{day}}/", "2026-02-06", 9), "lists": [AT_HOME]},
            "archive",
            {"archive": f"{HOME}{{year}}/{{month}}/{{day}}/"},
        ),
        ({"lists": [AT_HOME]}, "listing", {}),
        ({"lists": [AT_HOME, SEARCH]}, "listing", {"listings": [HOME, SEARCH.address]}),
        (
            {"robots": Robots(sitemaps=(f"{HOME}hilang.xml",)), "sitemaps": [SITEMAP]},
            "sitemap",
            {"sitemap": f"{HOME}sitemap.xml"},
        ),
        ({"robots": Robots(delay=5.0), "rest": REST}, "wordpress", {"delay": 5.0}),
        ({"robots": Robots(delay=0.5), "rest": REST}, "wordpress", {}),
    ],
)
def test_the_fullest_way_in_that_works_is_chosen(
    what: dict[str, object], platform: str, keys: dict[str, object]
) -> None:
    choice = chosen(found(**what), None)
    assert (choice.obstacle, choice.platform, choice.keys) == ("", platform, keys)
    assert choice.because


def test_a_sitemap_without_dates_is_believed_that_lists_what_is_on_the_home_page() -> None:
    undated = Sitemap(f"{HOME}sitemap.xml", articles=500)
    assert chosen(found(feeds=[EXCERPTS], sitemaps=[undated]), 0.9).platform == "sitemap"
    assert chosen(found(feeds=[EXCERPTS], sitemaps=[undated]), 0.1).platform == "feed"


@pytest.mark.parametrize(("others", "usual", "has_pattern"), [(0, (9, 0), False), (4, (9, 0), True), (4, (5, 3), True)])
def test_a_sitemap_of_all_pages_needs_the_pattern_of_articles(
    others: int, usual: tuple[int, int], has_pattern: bool
) -> None:
    pattern = AddressPattern("/baca/", 9, 9, 0, others, usual)
    sitemap = Sitemap(f"{HOME}sitemap.xml", articles=9, others=others, dated=9, newest=NOW)
    assert ("article" in chosen(found(sitemaps=[sitemap], pattern=pattern), None).keys) is has_pattern


@pytest.mark.parametrize(("usual", "has_pattern"), [((9, 0), False), ((4, 0), True), ((9, 2), True)])
def test_pages_of_links_need_a_pattern_where_the_usual_judgement_fails(
    usual: tuple[int, int], has_pattern: bool
) -> None:
    pattern = AddressPattern("/baca/", 9, 9, 0, 5, usual)
    assert ("article" in chosen(found(lists=[AT_HOME], pattern=pattern), None).keys) is has_pattern


def test_a_site_whose_articles_cannot_be_read_is_not_taken() -> None:
    unread = found(sitemaps=[SITEMAP], samples=[Sample(f"{HOME}a", problem="ditulis oleh JavaScript")])
    assert "ditulis oleh JavaScript" in chosen(unread, None).obstacle
    assert chosen(found(rest=REST, samples=unread.samples), None).obstacle == ""


def test_a_site_that_lists_nothing_is_not_taken() -> None:
    assert chosen(found(), None).obstacle
