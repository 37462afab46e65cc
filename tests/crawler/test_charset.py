from __future__ import annotations

import pytest
from scrapy.http import HtmlResponse, Response, XmlResponse

from crawler.charset import text_of

URL = "https://kabarsatu.test/lantik/"
WORDS = "“Saya lantik 12 pejabat,” kata Bupati – di Café Anggrek."


@pytest.mark.parametrize(
    ("encoding", "headers"),
    [
        ("utf-8", {}),
        ("utf-8", {"Content-Type": "text/html; charset=ISO-8859-1"}),
        ("utf-8-sig", {"Content-Type": "text/html; charset=windows-1252"}),
        ("windows-1252", {"Content-Type": "text/html; charset=windows-1252"}),
    ],
)
def test_text_is_the_same_whatever_the_headers_say(encoding: str, headers: dict[str, str]) -> None:
    assert text_of(HtmlResponse(URL, headers=headers, body=WORDS.encode(encoding))) == WORDS


def test_what_is_not_utf_8_is_taken_as_the_page_declares_it() -> None:
    page = f'<meta charset="windows-1252"><p>{WORDS}</p>'
    assert text_of(HtmlResponse(URL, body=page.encode("windows-1252"))) == page


def test_a_feed_has_text_and_a_picture_none() -> None:
    assert text_of(XmlResponse(URL, body=b"<rss/>")) == "<rss/>"
    assert text_of(Response(URL, body=b"\x89PNG")) is None
