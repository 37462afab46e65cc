"""The demo's outlets answer as WordPress does; asked over real HTTP."""

from __future__ import annotations

import json
import threading
import tomllib
from contextlib import contextmanager
from datetime import datetime, timedelta
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest

from crawler.registry import load_registry
from mutasi.demo.outlets import demo_outlets
from mutasi.demo.server import OutletServer, PortTakenError, demo_portals

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Answer(NamedTuple):
    status: int
    headers: Message
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)

    @property
    def xml(self) -> ElementTree.Element:
        return ElementTree.fromstring(self.text)


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


_opener = build_opener(_NoRedirects)


def get(address: str, method: str = "GET") -> Answer:
    try:
        with _opener.open(Request(address, method=method), timeout=10) as response:
            return Answer(response.status, response.headers, response.read().decode())
    except HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read().decode())


@contextmanager
def serving(name: str) -> Iterator[OutletServer]:
    outlet = next(outlet for outlet in demo_outlets() if outlet.id == name)
    server = OutletServer(outlet, 0)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def suluh() -> Iterator[str]:
    with serving("suluhpantura") as server:
        yield server.site.home


@pytest.fixture(scope="module")
def korakora() -> Iterator[str]:
    with serving("korakora") as server:
        yield server.site.home


class TestPosts:
    def test_come_newest_first_ten_a_page_with_totals(self, suluh: str) -> None:
        answer = get(f"{suluh}/wp-json/wp/v2/posts")
        dates = [post["date"] for post in answer.json]
        assert answer.status == 200
        assert answer.headers["Content-Type"] == "application/json; charset=UTF-8"
        assert (answer.headers["X-WP-Total"], answer.headers["X-WP-TotalPages"]) == ("11", "2")
        assert len(dates) == 10
        assert dates == sorted(dates, reverse=True)
        assert 'rel="next"' in answer.headers["Link"]

    def test_pages_together_have_every_post_once(self, suluh: str) -> None:
        pages = [get(f"{suluh}/wp-json/wp/v2/posts?per_page=4&page={page}").json for page in (1, 2, 3)]
        assert [len(page) for page in pages] == [4, 4, 3]
        assert len({post["id"] for page in pages for post in page}) == 11

    def test_page_past_the_end_is_an_error(self, suluh: str) -> None:
        answer = get(f"{suluh}/wp-json/wp/v2/posts?per_page=100&page=2")
        assert answer.status == 400
        assert answer.json["code"] == "rest_post_invalid_page_number"
        assert answer.json["data"] == {"status": 400}

    @pytest.mark.parametrize(
        ("query", "parameter"),
        [
            ("per_page=101", "per_page"),
            ("per_page=0", "per_page"),
            ("page=0", "page"),
            ("page=dua", "page"),
            ("order=up", "order"),
            ("orderby=length", "orderby"),
            ("after=2026-02-06", "after"),
            ("before=2026-13-01T00:00:00", "before"),
            ("include=satu", "include"),
        ],
    )
    def test_invalid_parameter_is_named(self, suluh: str, query: str, parameter: str) -> None:
        answer = get(f"{suluh}/wp-json/wp/v2/posts?{query}")
        assert answer.status == 400
        assert answer.json["code"] == "rest_invalid_param"
        assert list(answer.json["data"]["params"]) == [parameter]

    def test_post_has_local_and_gmt_time_text_and_terms(self, suluh: str) -> None:
        post = get(f"{suluh}/wp-json/wp/v2/posts/2231?_embed").json
        assert post["date"] == "2026-02-06T17:12:08"
        assert post["date_gmt"] == "2026-02-06T10:12:08"
        assert post["link"] == f"{suluh}/2026/02/06/selepas-jumatan-44-pejabat-pemkot-tegal-bertukar-kursi/"
        assert post["title"]["rendered"] == "Selepas Jumatan, 44 Pejabat Pemkot Tegal Bertukar Kursi"
        assert "<figcaption" in post["content"]["rendered"]
        assert f'<a href="{suluh}/2026/01/21/' in post["content"]["rendered"]
        assert post["excerpt"]["rendered"].endswith(" [&hellip;]</p>\n")
        assert post["_embedded"]["author"][0]["name"] == "Nanda Prakoso"
        terms = [term["name"] for group in post["_embedded"]["wp:term"] for term in group]
        assert terms == ["Pemerintahan", "Kota Tegal", "mutasi pejabat", "BKPPD"]

    def test_after_and_before_are_exclusive_and_in_the_zone_they_name(self, suluh: str) -> None:
        def ids(query: str) -> list[int]:
            return [post["id"] for post in get(f"{suluh}/wp-json/wp/v2/posts?{query}").json]

        assert ids("after=2026-02-06T17:12:07&before=2026-02-06T17:12:09") == [2231]
        assert ids("after=2026-02-06T17:12:08&before=2026-02-07T00:00:00") == []
        assert ids("after=2026-02-06T10:12:07Z&before=2026-02-06T10:12:09Z") == [2231]
        assert ids("after=2026-02-06T12:12:07%2B02:00&before=2026-02-06T12:12:09%2B02:00") == [2231]

    def test_order_search_and_inclusion(self, suluh: str) -> None:
        def ids(query: str) -> list[int]:
            return [post["id"] for post in get(f"{suluh}/wp-json/wp/v2/posts?{query}").json]

        assert ids("order=asc&per_page=1") == [1102]
        assert ids("orderby=id&per_page=2") == [2246, 2239]
        assert ids("search=puskesmas+bumijawa") == [2239]
        assert ids("include[]=2231&include[]=1102") == [2231, 1102]
        assert ids("slug=tidak-ada") == []

    def test_fields_narrow_the_answer(self, suluh: str) -> None:
        (post,) = get(f"{suluh}/wp-json/wp/v2/posts?per_page=1&_fields=id,title.rendered,content.protected").json
        assert post.keys() == {"id", "title", "content"}
        assert post["content"] == {"protected": False}

    def test_embedding_follows_the_links_that_the_fields_leave(self, suluh: str) -> None:
        (post,) = get(f"{suluh}/wp-json/wp/v2/posts?per_page=1&_fields=id,_links.author&_embed=author,wp:term").json
        assert post["_links"].keys() == {"author"}
        assert post["_embedded"].keys() == {"author"}

    def test_single_post_that_is_not_there(self, suluh: str) -> None:
        answer = get(f"{suluh}/wp-json/wp/v2/posts/1")
        assert (answer.status, answer.json["code"]) == (404, "rest_post_invalid_id")

    def test_plain_permalinks_lead_to_the_same(self, suluh: str) -> None:
        plain = get(f"{suluh}/?rest_route=/wp/v2/posts&per_page=2")
        assert plain.json == get(f"{suluh}/wp-json/wp/v2/posts?per_page=2").json


class TestRest:
    def test_index_names_the_site_and_its_zone(self, suluh: str) -> None:
        index = get(f"{suluh}/wp-json/").json
        assert (index["name"], index["timezone_string"], index["gmt_offset"]) == ("Suluh Pantura", "Asia/Jakarta", "7")
        assert "wp/v2" in index["namespaces"]

    @pytest.mark.parametrize(("name", "count"), [("categories", 6), ("users", 3)])
    def test_other_collections(self, suluh: str, name: str, count: int) -> None:
        answer = get(f"{suluh}/wp-json/wp/v2/{name}?per_page=100")
        assert len(answer.json) == count
        assert answer.headers["X-WP-Total"] == str(count)
        assert all(item["name"] and item["link"].startswith(suluh) for item in answer.json)

    def test_tags_of_a_post(self, suluh: str) -> None:
        names = {tag["name"] for tag in get(f"{suluh}/wp-json/wp/v2/tags?post=2231").json}
        assert names == {"Kota Tegal", "mutasi pejabat", "BKPPD"}

    def test_unknown_route(self, suluh: str) -> None:
        answer = get(f"{suluh}/wp-json/wp/v2/movies")
        assert (answer.status, answer.json["code"]) == (404, "rest_no_route")

    @pytest.mark.parametrize("path", ["/wp-json/", "/wp-json/wp/v2/posts", "/?rest_route=/wp/v2/posts"])
    def test_one_outlet_has_it_closed(self, korakora: str, path: str) -> None:
        answer = get(korakora + path)
        assert (answer.status, answer.json["code"]) == (401, "rest_forbidden")


class TestFeed:
    def test_pages_have_every_post_whole(self, korakora: str) -> None:
        first, second = (get(f"{korakora}/feed/{query}") for query in ("", "?paged=2"))
        items = [item for page in (first, second) for item in page.xml.iter("item")]
        assert first.headers["Content-Type"] == "application/rss+xml; charset=UTF-8"
        assert [len(list(page.xml.iter("item"))) for page in (first, second)] == [4, 2]
        assert len({item.findtext("link") for item in items}) == 6
        assert all("KORA-KORA POS" in (item.findtext(CONTENT) or "") for item in items)

    def test_item_tells_time_author_and_id(self, korakora: str) -> None:
        item = next(
            item for item in get(f"{korakora}/feed/").xml.iter("item") if "Karo" in (item.findtext("title") or "")
        )
        assert item.findtext("pubDate") == "Wed, 21 Jan 2026 01:30:00 +0000"
        assert item.findtext("guid") == f"{korakora}/?p=497"
        assert item.findtext("{http://purl.org/dc/elements/1.1/}creator") == "KK-03"
        assert [category.text for category in item.iter("category")] == [
            "Maluku Utara",
            "Maluku Utara",
            "Sofifi",
            "biro umum",
        ]

    def test_page_past_the_end_is_missing(self, korakora: str) -> None:
        assert get(f"{korakora}/feed/?paged=3").status == 404

    def test_category_has_a_feed_of_its_own(self, suluh: str) -> None:
        items = get(f"{suluh}/category/kesehatan/feed/").xml.iter("item")
        assert {item.findtext("category") for item in items} == {"Kesehatan"}


class TestRobotsAndSitemap:
    def test_robots_open_the_site_and_close_the_search(self, suluh: str) -> None:
        rules = RobotFileParser()
        rules.parse(get(f"{suluh}/robots.txt").text.splitlines())
        assert rules.can_fetch("Mutasi", f"{suluh}/wp-json/wp/v2/posts")
        assert rules.can_fetch("Mutasi", f"{suluh}/feed/")
        assert not rules.can_fetch("Mutasi", f"{suluh}/wp-admin/")
        assert rules.site_maps() == [f"{suluh}/wp-sitemap.xml"]

    def test_every_address_of_the_sitemap_answers(self, suluh: str) -> None:
        index = get(f"{suluh}/wp-sitemap.xml").xml
        maps = [loc.text or "" for loc in index.iter(f"{SITEMAP}loc")]
        addresses = [loc.text or "" for address in maps for loc in get(address).xml.iter(f"{SITEMAP}loc")]
        assert len(addresses) > 11
        assert {get(address).status for address in addresses} == {200}

    def test_posts_are_listed_with_their_last_change(self, suluh: str) -> None:
        urls = list(get(f"{suluh}/wp-sitemap-posts-post-1.xml").xml)
        assert len(urls) == 11
        assert urls[-1].findtext(f"{SITEMAP}lastmod") == "2026-02-10T13:41:00+00:00"

    def test_old_name_redirects(self, suluh: str) -> None:
        answer = get(f"{suluh}/sitemap.xml")
        assert (answer.status, answer.headers["Location"]) == (301, f"{suluh}/wp-sitemap.xml")


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.json_ld = ""
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._in_script = values.get("type") == "application/ld+json"
        if tag in ("a", "img"):
            self.addresses.add(values.get("href") or values.get("src") or "")

    def handle_data(self, data: str) -> None:
        if self._in_script:
            self.json_ld += data


def links(page: str) -> _Links:
    parser = _Links()
    parser.feed(page)
    return parser


class TestPages:
    def test_article_page_tells_itself_to_machines(self, suluh: str) -> None:
        address = get(f"{suluh}/wp-json/wp/v2/posts/2231?_fields=link").json["link"]
        page = get(address)
        told = json.loads(links(page.text).json_ld)
        assert page.headers["Content-Type"] == "text/html; charset=UTF-8"
        assert told["@type"] == "NewsArticle"
        assert told["headline"] == "Selepas Jumatan, 44 Pejabat Pemkot Tegal Bertukar Kursi"
        assert told["datePublished"] == "2026-02-06T17:12:08+07:00"
        assert f'<link rel="canonical" href="{address}" />' in page.text
        assert '<meta property="article:published_time" content="2026-02-06T10:12:08+00:00" />' in page.text
        assert all(
            part in page.text for part in ("Terpopuler", "Berita Terkait", "Komentar", "Bagikan", "Butuh bantuan?")
        )

    @pytest.mark.parametrize("name", [outlet.id for outlet in demo_outlets()])
    def test_no_link_of_the_site_is_dead(self, name: str) -> None:
        with serving(name) as server:
            home = server.site.home
            seen, waiting = {f"{home}/"}, [f"{home}/"]
            while waiting:
                page = get(waiting.pop())
                assert page.status == 200
                found = {home + link if link.startswith("/") else link for link in links(page.text).addresses}
                fresh = {link.partition("#")[0] for link in found if link.startswith(home)} - seen
                waiting += [link for link in fresh if not link.endswith(".jpg")]
                seen |= fresh
            posts = {home + post.path for post in server.site.outlet.posts}
        assert posts <= seen

    def test_short_link_redirects_to_the_article(self, suluh: str) -> None:
        answer = get(f"{suluh}/?p=1102")
        assert answer.status == 301
        assert urlsplit(answer.headers["Location"]).path.startswith("/2024/04/05/baru-dua-pekan-duduk")

    def test_missing_slash_is_added(self, suluh: str) -> None:
        assert get(f"{suluh}/category/kesehatan").headers["Location"] == f"{suluh}/category/kesehatan/"

    @pytest.mark.parametrize(
        "path", ["/tidak-ada/", "/page/9/", "/?p=1", "/wp-sitemap-none-1.xml", "/category/none/feed/"]
    )
    def test_what_is_not_there_is_404(self, suluh: str, path: str) -> None:
        assert get(suluh + path).status == 404

    def test_head_has_the_headers_of_get_and_no_body(self, suluh: str) -> None:
        head = get(f"{suluh}/", "HEAD")
        assert (head.status, head.text) == (200, "")
        assert int(head.headers["Content-Length"]) == len(get(f"{suluh}/").text.encode())


class TestDemoPortals:
    def test_registry_names_five_running_portals(self, tmp_path: Path) -> None:
        with demo_portals(tmp_path) as registry:
            portals = load_registry(registry)
            titles = {name: get(f"{portal.url}robots.txt").status for name, portal in portals.items()}
        assert titles == dict.fromkeys(("suluhpantura", "singkarak", "sandeq", "korakora", "jendela"), 200)
        assert {portal.timezone for portal in portals.values()} == {"Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"}
        assert all(portal.loopback for portal in portals.values())

    def test_second_run_is_at_the_same_addresses(self, tmp_path: Path) -> None:
        with demo_portals(tmp_path) as registry:
            first = tomllib.loads(registry.read_text())
        with demo_portals(tmp_path) as registry:
            assert tomllib.loads(registry.read_text()) == first

    def test_two_demos_run_side_by_side(self, tmp_path: Path) -> None:
        (tmp_path / "a").mkdir()
        (tmp_path / "b").mkdir()
        with demo_portals(tmp_path / "a") as one, demo_portals(tmp_path / "b") as other:
            addresses = [portal.url for file in (one, other) for portal in load_registry(file).values()]
        assert len(set(addresses)) == 10

    def test_taken_port_of_an_earlier_run_is_told(self, tmp_path: Path) -> None:
        told = r"127\.0\.0\.1:\d+, where Suluh Pantura is at home"
        with demo_portals(tmp_path), pytest.raises(PortTakenError, match=told), demo_portals(tmp_path):
            pass


def test_dates_are_those_of_the_outlets_zone() -> None:
    offsets = {outlet.id: {post.published.utcoffset() for post in outlet.posts} for outlet in demo_outlets()}
    hours = {name: {offset and offset / timedelta(hours=1) for offset in found} for name, found in offsets.items()}
    assert hours == {"suluhpantura": {7}, "singkarak": {7}, "sandeq": {8}, "korakora": {9}, "jendela": {7}}
    assert all(isinstance(post.published, datetime) for outlet in demo_outlets() for post in outlet.posts)
