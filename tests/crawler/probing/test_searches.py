"""What a probe asks of a site for each way in, and what it believes."""

from __future__ import annotations

from datetime import UTC, datetime

from canned import HOME, SITE, answer, answering, awaited, links

from crawler.probing.answers import Answer
from crawler.probing.api_and_feeds import look_for_feeds, look_for_rest
from crawler.probing.archive_search import look_for_archive, page_part
from crawler.probing.findings import ListedArticle
from crawler.probing.home_page import HomePage
from crawler.probing.list_search import look_for_indexes, look_for_term_pages
from crawler.probing.samples import look_at_samples
from crawler.probing.sitemap_search import look_for_sitemaps

NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def xml(path: str, body: str) -> Answer:
    return answer(f"{HOME}{path}", body, kind="application/xml")


def urlset(*paths: str) -> str:
    return f"<urlset {NAMESPACE}>{''.join(f'<url><loc>{HOME}{path}</loc></url>' for path in paths)}</urlset>"


def rss(*paths: str) -> str:
    items = "".join(
        f"<item><title>Bupati Lantik {path}</title><link>{HOME}{path}</link>"
        "<pubDate>Fri, 06 Feb 2026 10:00:00 +0700</pubDate></item>"
        for path in paths
    )
    return f'<rss version="2.0"><channel>{items}</channel></rss>'


def articles(*paths: str, day: int = 6) -> list[ListedArticle]:
    moment = datetime(2026, 2, day, 10, tzinfo=UTC)
    return [ListedArticle(HOME + path, "Bupati Lantik Pejabat", moment) for path in paths]


def test_a_closed_api_is_not_asked_at_its_other_address() -> None:
    asked: list[str] = []

    async def ask(url: str) -> Answer:
        asked.append(url)
        return answer(url, '{"code": "rest_forbidden"}', 401, "application/json")

    rest, found = awaited(lambda: look_for_rest(ask, SITE))
    assert (rest.address, found, len(asked)) == (None, [], 1)
    assert rest.why.endswith("answers 401 rest_forbidden")


def test_an_api_that_robots_txt_forbids_is_not_asked_at_its_other_address() -> None:
    asked: list[str] = []

    async def ask(url: str) -> Answer:
        asked.append(url)
        return Answer(url, url, failure="robots.txt disallows it", is_disallowed=True)

    rest, _ = awaited(lambda: look_for_rest(ask, SITE))
    assert (rest.address, len(asked)) == (None, 1)


def test_a_feed_of_another_site_is_not_believed() -> None:
    ask, _ = answering({"/feed/": rss("a").replace(HOME, "https://lain.example/")})
    feeds, found = awaited(lambda: look_for_feeds(ask, SITE, (), None))
    assert found == []
    assert feeds[0].why == "its entries lead to https://lain.example/a"


def test_a_feed_that_gives_the_same_for_every_page_does_not_go_back() -> None:
    ask, _ = answering({"/umpan": rss("a", "b"), "/umpan?paged=2": rss("b", "a")})
    (feed,), found = awaited(lambda: look_for_feeds(ask, SITE, [f"{HOME}umpan"], None))
    assert (feed.entries, feed.goes_back, len(found)) == (2, False, 2)
    ask, _ = answering({"/umpan": rss("a", "b"), "/umpan?paged=2": rss("c")})
    (feed,), _ = awaited(lambda: look_for_feeds(ask, SITE, [f"{HOME}umpan"], None))
    assert feed.goes_back


def test_of_an_index_the_newest_sitemap_of_articles_is_read() -> None:
    index = "".join(
        f"<sitemap><loc>{HOME}{name}</loc></sitemap>" for name in ("post-1.xml", "post-2.xml", "category-sitemap.xml")
    )
    pages = ("bupati-lantik-sembilan-pejabat", "plt-sekda-kota-ditunjuk-wali-kota", "daerah")
    ask, asked = answering(
        {
            "/peta.xml": xml("peta.xml", f"<sitemapindex {NAMESPACE}>{index}</sitemapindex>"),
            "/post-2.xml": xml("post-2.xml", urlset(*pages)),
        }
    )
    (sitemap,), found, others = awaited(lambda: look_for_sitemaps(ask, SITE, [f"{HOME}peta.xml"]))
    assert (sitemap.is_named, sitemap.parts, sitemap.articles, sitemap.others) == (True, 2, 2, 1)
    assert (len(found), others) == (2, [f"{HOME}daerah"])
    assert asked == ["/peta.xml", "/post-2.xml"]


def test_named_sitemaps_that_are_missing_lead_to_the_usual_places() -> None:
    ask, asked = answering({"/sitemap.xml": xml("sitemap.xml", urlset("bupati-lantik-sembilan-pejabat"))})
    sitemaps, found, _ = awaited(lambda: look_for_sitemaps(ask, SITE, [f"{HOME}peta.xml"]))
    assert sitemaps[0].why == f"{HOME}peta.xml answers 404"
    assert (asked[-1], len(found)) == ("/sitemap.xml", 1)


def test_a_search_that_shows_the_newest_for_any_term_is_not_believed() -> None:
    newest = links("/resep-soto-yang-paling-enak", "/hasil-liga-pekan-ini-lengkap", title="Hasil Liga Pekan Ini")
    ask, _ = answering({"/?s=mutasi": newest})
    (search, *_), found = awaited(lambda: look_for_term_pages(ask, SITE, HomePage(), frozenset()))
    assert "does not answer to the term" in search.why
    assert found == []


def test_a_tag_that_leads_to_an_article_is_not_believed() -> None:
    async def ask(url: str) -> Answer:
        if url.endswith("/tag/mutasi"):
            place = f"{HOME}mutasi-pejabat-di-pemkot-dilantik"
            return Answer(url, place, 200, {}, b"", links("/bupati-lantik-sembilan-pejabat"))
        return answer(url, "", 404)

    found, _ = awaited(lambda: look_for_term_pages(ask, SITE, HomePage(), frozenset()))
    tag = next(one for one in found if one.address.endswith("/tag/mutasi"))
    assert tag.why == f"it leads to {HOME}mutasi-pejabat-di-pemkot-dilantik"


def test_a_form_of_the_page_is_asked_before_the_usual_searches() -> None:
    page = links("/bupati-lantik-sembilan-pejabat", "/plt-sekda-kota-ditunjuk-wali-kota")
    ask, asked = answering({"/cari?q=mutasi": page, "/topik/mutasi": page, "/topik/pelantikan": page})
    home = HomePage(searches=(f"{HOME}cari?q={{term}}",), tags=(f"{HOME}topik/{{term}}",))
    found, _ = awaited(lambda: look_for_term_pages(ask, SITE, home, frozenset()))
    assert asked == ["/cari?q=mutasi", "/topik/mutasi", "/topik/pelantikan"]
    assert [(one.kind, one.about_officials, one.why) for one in found] == [
        ("search", 2, ""),
        ("tag", 2, ""),
        ("tag", 2, ""),
    ]


def test_an_index_that_goes_on_spares_the_sections() -> None:
    more = '<a href="/indeks?page=2">Berikutnya</a>'
    page = links("/bupati-lantik-sembilan-pejabat").replace("</body>", f"{more}</body>")
    ask, asked = answering({"/indeks": page})
    found, _ = awaited(lambda: look_for_indexes(ask, SITE, HomePage(sections=(f"{HOME}daerah",))))
    assert (asked, found[0].next_page) == (["/indeks"], f"{HOME}indeks?page=2")


def test_an_archive_is_believed_that_tells_days_apart() -> None:
    of_day = links("/bupati-lantik-sembilan-pejabat")
    pages = {"/indeks?date=2026-02-06": of_day, "/indeks?date=2025-12-28": links("/uji-kompetensi-jpt-pratama-digelar")}
    known = articles("bupati-lantik-sembilan-pejabat")
    ask, _ = answering({**pages})
    archive, tried = awaited(lambda: look_for_archive(ask, SITE, known, []))
    assert archive is not None
    assert (archive.template, archive.day, tried) == (f"{HOME}indeks?date={{year}}-{{month}}-{{day}}", "2026-02-06", [])
    ask, _ = answering(dict.fromkeys(pages, of_day))
    archive, tried = awaited(lambda: look_for_archive(ask, SITE, known, []))
    assert (archive, len(tried)) == (None, 2)


def test_an_archive_in_the_addresses_of_articles_and_its_pages_are_found() -> None:
    path = "2026/02/06/bupati-lantik-sembilan-pejabat/"
    more = f'<a rel="next" href="{HOME}2026/02/06/page/2/">2</a>'
    ask, _ = answering({"/2026/02/06/": links(f"/{path}").replace("</body>", f"{more}</body>")})
    archive, _ = awaited(lambda: look_for_archive(ask, SITE, articles(path), []))
    assert archive is not None
    assert archive.template == f"{HOME}{{year}}/{{month}}/{{day}}/page/{{page}}/"


def test_pages_of_a_day_are_asked_for_where_the_first_can_be() -> None:
    of_day = links("/bupati-lantik-sembilan-pejabat")
    ask, _ = answering({"/indeks/2026-02-06": of_day})
    archive, _ = awaited(lambda: look_for_archive(ask, SITE, articles("bupati-lantik-sembilan-pejabat"), []))
    assert archive is not None
    assert archive.template == f"{HOME}indeks/{{year}}-{{month}}-{{day}}"
    ask, _ = answering({"/2026/02/06/": of_day, "/2026/02/06/page/1/": of_day})
    known = [*articles("bupati-lantik-sembilan-pejabat"), *articles("2026/02/06/plt-sekda-kota-ditunjuk/")]
    archive, _ = awaited(lambda: look_for_archive(ask, SITE, known, []))
    assert archive is not None
    assert archive.template == f"{HOME}{{year}}/{{month}}/{{day}}/page/{{page}}/"


def test_further_pages_of_a_day_are_told_by_the_first() -> None:
    day = f"{HOME}indeks?date=2026-02-06"
    assert page_part(day, f"{day}&page=2") == "&page={page}"
    assert page_part(day, f"{HOME}indeks?page=2") == ""
    assert page_part(day, None) == ""


def test_samples_that_do_not_answer_are_replaced() -> None:
    text = "Wali kota melantik sebelas pejabat di pendopo pada Jumat pagi. " * 8
    page = f"<html><body><article><h1>Judul</h1><p>{text}</p></article></body></html>"
    pages = {
        f"/bupati-lantik-{name}-pejabat": page.replace("Judul", f"Judul {name}") for name in ("dua", "tiga", "enam")
    }
    ask, _ = answering(dict(pages))
    known = articles(*(f"bupati-lantik-{name}-pejabat" for name in ("satu", "dua", "tiga", "enam", "tujuh")))
    samples = awaited(lambda: look_at_samples(ask, SITE, known))
    assert [bool(one.problem) for one in samples] == [True, False, False]
    assert all(one.text_length > 400 for one in samples[1:])
