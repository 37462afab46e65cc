from __future__ import annotations

import pytest
from canned import HOME, answer

from crawler.probing.answers import Answer
from crawler.probing.barriers import challenge, obstacle_at_home, obstacle_of_pages, obstacle_without_articles

LONG = "<p>" + "Wali kota melantik sebelas pejabat di pendopo. " * 60 + "</p>"


@pytest.mark.parametrize(
    ("body", "status", "by"),
    [
        ("<title>Just a moment...</title>", 403, "Cloudflare"),
        ("<title>Attention Required! | Cloudflare</title>", 403, "Cloudflare"),
        ("<h1>Sucuri WebSite Firewall - Access Denied</h1>", 403, "Sucuri"),
        ("<title>One moment, please...</title>", 200, "Imunify360"),
        ('<script src="/_Incapsula_Resource?x"></script>', 200, "Imperva"),
        ("<p>Your access has been blocked by Wordfence</p>", 503, "Wordfence"),
        ("<script>function toNumbers(d){}; document.cookie='__test='+x</script>", 200, "a cookie test"),
        ("<title>Forbidden</title>", 403, None),
    ],
)
def test_bot_checks_are_known_by_whose_they_are(body: str, status: int, by: str | None) -> None:
    assert challenge(answer(HOME, body, status)) == by


def test_a_header_tells_of_a_challenge_too() -> None:
    assert challenge(Answer(HOME, HOME, 403, {"cf-mitigated": "challenge"}, b"", "")) == "Cloudflare"


def test_a_page_that_carries_a_firewall_s_script_is_no_check() -> None:
    page = "<script src='/cdn-cgi/challenge-platform/h/b/x.js'></script>" + LONG * 60
    assert challenge(answer(HOME, page)) is None


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>This domain is for sale.</p>", "diparkir atau dijual"),
        ("<p>Domain ini dijual</p>", "diparkir atau dijual"),
        ("<title>x</title><script src='https://img.sedoparking.com/x.js'></script>", "diparkir atau dijual"),
        ("<p>Akun ini telah disuspend</p>", "ditangguhkan"),
        ("<title>Apache2 Ubuntu Default Page: It works</title>", "hanya halaman bawaan server"),
        ("<title>Index of /</title>", "hanya halaman bawaan server"),
        ("<title>SLOT GACOR Hari Ini</title>" + LONG, "dikuasai iklan judi"),
        ("  ", "beranda kosong"),
    ],
)
def test_a_home_page_that_is_no_news_site_is_told(page: str, told: str) -> None:
    body = page if page.isspace() else f"<html><head></head><body>{page}</body></html>"
    if "<title>" in page:
        body = f"<html><head>{page}</head><body></body></html>"
    assert told in (obstacle_at_home(answer(HOME, body)) or "")


@pytest.mark.parametrize(
    "page",
    [
        LONG,
        LONG * 4 + "<p>Sebuah situs pernah menulis: this domain is for sale.</p>",
        "<title>Kabar</title><p>Polisi tangkap bandar judi online</p>",
    ],
)
def test_a_news_page_is_none_of_these(page: str) -> None:
    assert obstacle_at_home(answer(HOME, f"<html><body>{page}</body></html>")) is None


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<title>Kabar</title><h1>Segera hadir</h1>", "belum atau sedang tidak aktif"),
        ("<form><input type='password'></form>", "meminta masuk"),
        ("<div id='app'></div><script src='/app.js'></script>", "ditulis oleh JavaScript"),
        (LONG, "tidak ada artikel yang ditemukan"),
    ],
)
def test_a_home_page_without_articles_is_told_why(page: str, told: str) -> None:
    assert told in obstacle_without_articles(answer(HOME, f"<html><body>{page}</body></html>"))


def test_pages_that_show_nothing_without_scripts_are_told() -> None:
    page = "<html><body><div id='root'></div><script>1</script></body></html>"
    assert "JavaScript" in (obstacle_of_pages(answer(HOME, page), 0) or "")
    assert obstacle_of_pages(answer(HOME, f"<html><body>{LONG}</body></html>"), 0) is None
