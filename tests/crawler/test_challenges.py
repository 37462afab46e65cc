from __future__ import annotations

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse, Response

from crawler.challenges import ChallengeMiddleware, is_challenge
from crawler.failures import ChallengedError

URL = "https://kabarsatu.test/"


@pytest.mark.parametrize(
    "title", ["Just a moment...", "Attention Required! | Cloudflare", "One moment, please...", "DDoS-Guard"]
)
def test_a_check_for_browsers_is_known_by_its_title(title: str) -> None:
    assert is_challenge(HtmlResponse(URL, body=f"<html><head>\n<title> {title} </title>".encode()))


@pytest.mark.parametrize("title", ["Just a moment... Bupati Lantik 12 Pejabat", "Kabar Satu", ""])
def test_a_page_of_news_is_none(title: str) -> None:
    assert not is_challenge(HtmlResponse(URL, body=f"<html><head><title>{title}</title>".encode()))


def test_a_check_is_known_by_what_firewalls_say_of_it() -> None:
    assert is_challenge(Response(URL, status=202, headers={"x-amzn-waf-action": "challenge"}))
    assert not is_challenge(Response(URL, headers={"x-amzn-waf-action": "count"}))


def test_a_check_is_a_refusal_that_names_the_address() -> None:
    with pytest.raises(ChallengedError, match=rf"^{URL} answers with a check for browsers"):
        ChallengeMiddleware().process_response(Request(URL), HtmlResponse(URL, body=b"<title>Just a moment...</title>"))
