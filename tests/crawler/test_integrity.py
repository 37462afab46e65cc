from __future__ import annotations

import gzip
import zlib

import pytest
from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from crawler.failures import DamagedBodyError
from crawler.integrity import CheckedCompressionMiddleware

URL = "https://kabarsatu.test/lantik/"
TEXT = b"Bupati melantik 12 pejabat di pendopo. " * 500
PAGE = gzip.compress(TEXT)
DAMAGED = {
    "cut off": PAGE[: len(PAGE) // 2],
    "without its checksum": PAGE[:-8],
    "with another checksum": PAGE[:-8] + b"\x00" * 8,
    "broken within": PAGE[:40] + b"\xff" * 20 + PAGE[60:],
    "no gzip at all": b"<html>Sibuk</html>",
}


def answered(request: Request, body: bytes, encoding: str = "gzip") -> Request | Response:
    """Return what the middleware makes of an answer."""
    crawler = get_crawler(Spider, {"RETRY_TIMES": 1, "DOWNLOAD_MAXSIZE": 100_000})
    crawler.spider = crawler._create_spider("kabar")
    response = Response(URL, headers={"Content-Encoding": encoding}, body=body)
    return CheckedCompressionMiddleware.from_crawler(crawler).process_response(request, response)


@pytest.mark.parametrize("body", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_body_is_asked_for_again_as_it_is(body: bytes) -> None:
    again = answered(Request(URL), body)
    assert isinstance(again, Request)
    assert again.headers["Accept-Encoding"] == b"identity"


def test_a_body_that_stays_damaged_is_given_up_in_one_line() -> None:
    again = answered(Request(URL), DAMAGED["cut off"])
    assert isinstance(again, Request)
    with pytest.raises(DamagedBodyError, match=f"{URL} is damaged: it does not unpack"):
        answered(again, DAMAGED["cut off"])


@pytest.mark.parametrize(
    ("body", "encoding"),
    [(PAGE, "gzip"), (PAGE, " X-GZIP "), (TEXT, "identity"), (zlib.compress(TEXT), "deflate")],
)
def test_a_whole_body_is_unpacked(body: bytes, encoding: str) -> None:
    answer = answered(Request(URL), body, encoding)
    assert isinstance(answer, Response)
    assert answer.body == TEXT


def test_several_parts_in_one_body_pass() -> None:
    assert isinstance(answered(Request(URL), PAGE + gzip.compress(b"Bagian kedua.")), Response)


def test_a_bomb_is_left_to_the_limit_of_size() -> None:
    with pytest.raises(IgnoreRequest, match="exceeded DOWNLOAD_MAXSIZE"):
        answered(Request(URL), gzip.compress(b" " * 5_000_000))
