from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from crawling import Outcome, Workshop
from fake_portals import API, NewsSite, article_html, article_page, index, link_page, rest, rss, urls, xml
from fake_wordpress import Answer, Site, html, running

MAP = "/sitemap.xml"
SORRY = (
    "Maaf, tulisan yang Anda cari tidak dapat dibaca di sini.\n\nSilakan mencari di beranda kami, atau berlangganan."
)


def mapped(site: Site, path: str) -> Answer | None:
    """Answer as a sound site with a sitemap does."""
    assert isinstance(site, NewsSite)
    return xml(urls(site, site.numbers)) if path == MAP else article_page(site, path)


def headers_without_end(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    if site.number_of(path) == 2:
        return 200, {f"X-{number}": "x" * 10_000 for number in range(200)}, b""
    return mapped(site, path)


def same_page_for_ever(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    if path != API:
        return None
    status, headers, body = rest(site, {**query, "page": "1"})
    return status, {**headers, "X-WP-Total": "90000", "X-WP-TotalPages": "900"}, body


def index_of_itself(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    if path == MAP:
        return index(site, {"sitemap.xml": None, **{f"sitemap-{number}.xml": None for number in range(5)}})
    if path == "/sitemap-3.xml":
        return xml(urls(site, site.numbers))
    return index(site, {"sitemap-3.xml": None, "sitemap.xml": None}) if path.endswith(".xml") else mapped(site, path)


def sitemap_cut_off(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    if path != MAP:
        return mapped(site, path)
    whole = urls(site, site.numbers)
    return xml(whole[: whole.index("<url>", len(whole) // 2)], ETag='"1"')


def moments_of_nonsense(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    if path != "/feed/" or query:
        return mapped(site, path)
    status, headers, body = rss(site, site.numbers)
    never = ("31 Dec 9999 23:59:59 +0000", "1 Jan 99999999999999999999 00:00:00", "1 Jan 1970 00:00:00 +0000")
    text = body.decode()
    for number, moment in enumerate(never, 1):
        stated = f"0{number + 1} May 2024 03:00:00 +0000"
        assert stated in text
        text = text.replace(stated, moment)
    return status, headers, text.encode()


def no_articles(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    number = site.number_of(path)
    if number == 1:
        return 302, {"Location": "/"}, b""
    if number == 2:
        return html(article_html(site, number, SORRY).replace(site.title(number), "Halaman tidak ditemukan - Kabar"))
    if path == "/":
        return html(article_html(site, 3))
    return mapped(site, path)


def one_notice_for_many(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    number = site.number_of(path)
    if number:
        return html(article_html(site, number, SORRY).replace(site.title(number), "Berlangganan Dulu"))
    return mapped(site, path)


def one_canonical_for_all(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    number = site.number_of(path)
    if number is None:
        return mapped(site, path)
    return html(article_html(site, number).replace(site.address(number), site.address(1)))


def links_without_end(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    assert isinstance(site, NewsSite)
    page = int(query.get("page", "1"))
    return link_page(site, site.numbers, f'<a rel="next" href="/?page={page + 1}">2</a>') if path == "/" else None


SITES: list[Site] = [
    NewsSite("kepala", headers_without_end, platform="sitemap"),
    NewsSite("sama", same_page_for_ever, platform="wordpress", posts=5),
    NewsSite("cermin", index_of_itself, platform="sitemap"),
    NewsSite("potong", sitemap_cut_off, platform="sitemap", posts=4),
    NewsSite("waktu", moments_of_nonsense, platform="feed", posts=4),
    NewsSite("bukan", no_articles, platform="sitemap", posts=4),
    NewsSite("pagar", one_notice_for_many, platform="sitemap", posts=6),
    NewsSite("kanonik", one_canonical_for_all, platform="sitemap", posts=4),
    NewsSite("lingkar", links_without_end, platform="listing"),
    NewsSite("lambat", lambda site, path, _: mapped(site, path), robots="User-agent: *\nCrawl-delay: 10000\n"),
]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Workshop, dict[str, Outcome]]:
    """Crawl all hostile sites once."""
    shop = Workshop(tmp_path_factory.mktemp("hostile"))
    with running(SITES):
        return shop, shop.crawl(SITES)


Crawled = tuple[Workshop, dict[str, Outcome]]


def asked(name: str) -> list[str]:
    return next(site for site in SITES if site.name == name).targets


@pytest.mark.parametrize(
    ("name", "stored", "failure"),
    [
        ("kepala", 2, None),
        ("sama", 5, "the list of posts goes in circles"),
        ("cermin", 3, None),
        ("potong", 2, "breaks off after 2 addresses"),
        ("waktu", 4, None),
        ("bukan", 2, None),
        ("kanonik", 4, None),
        ("lambat", 0, "robots.txt asks for 10000 s between requests (we keep 300 s at most)"),
    ],
)
def test_what_can_be_had_is_stored_and_the_rest_told(
    crawled: Crawled, name: str, stored: int, failure: str | None
) -> None:
    shop, outcomes = crawled
    assert len(shop.articles(name)) == stored
    told = outcomes[name]["failure"]
    assert (failure in told) if failure else (told is None)


def test_pages_that_are_no_articles_are_told_with_their_reason(crawled: Crawled) -> None:
    _, outcomes = crawled
    assert outcomes["bukan"]["failed"] == 2
    assert "answers with a notice: Halaman tidak ditemukan" in outcomes["bukan"]["first_cause"]


def test_one_text_under_many_addresses_is_no_article_each(crawled: Crawled) -> None:
    shop, outcomes = crawled
    assert len(shop.articles("pagar")) == 2
    assert outcomes["pagar"]["failed"] == 4


def test_what_goes_in_circles_is_left_soon(crawled: Crawled) -> None:
    assert len(asked("sama")) == 3
    assert sorted(set(asked("cermin"))) == sorted(asked("cermin"))
    assert len(asked("lingkar")) < 10


def test_a_sitemap_that_was_cut_off_is_read_again(crawled: Crawled) -> None:
    shop, _ = crawled
    rows = shop.rows("SELECT etag, newest FROM listing JOIN portal ON portal.id = portal_id WHERE name = 'potong'")
    assert rows == [{"etag": None, "newest": None}]


def test_a_sitemap_packed_twice_or_in_two_members_is_whole(tmp_path: Path) -> None:
    def packed(site: Site, path: str, query: dict[str, str]) -> Answer | None:
        assert isinstance(site, NewsSite)
        body = urls(site, site.numbers).encode()
        if path == MAP and site.name == "dua-kali":
            return 200, {"Content-Type": "application/gzip"}, gzip.compress(gzip.compress(body))
        if path == MAP:
            return 200, {"Content-Type": "application/gzip"}, gzip.compress(body[:300]) + gzip.compress(body[300:])
        return mapped(site, path)

    sites: list[Site] = [NewsSite(name, packed, platform="sitemap") for name in ("dua-kali", "dua-bagian")]
    shop = Workshop(tmp_path)
    with running(sites):
        outcomes = shop.crawl(sites)
    assert [outcome["added"] for outcome in outcomes.values()] == [3, 3]
