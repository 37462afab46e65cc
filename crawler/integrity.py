"""Whether an answer arrived as it was packed: Scrapy takes what unpacks of a damaged body for the whole."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Self

from scrapy.downloadermiddlewares.retry import get_retry_request

from crawler.failures import DamagedBodyError, shown

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_WINDOW_BITS = {b"gzip": 16 + zlib.MAX_WBITS, b"x-gzip": 16 + zlib.MAX_WBITS}
_STEP = 64 * 1024


class IntegrityMiddleware:
    """Asks once more for a body whose gzip is damaged, and then unpacked; gives up with DamagedBodyError.

    Stands next to the downloader, before HttpCompressionMiddleware unpacks. The checksum that gzip carries (RFC 1952)
    is what tells.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of the crawler."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Return the answer, or the request again, asking for the body as it is; raises DamagedBodyError."""
        encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
        bits = _WINDOW_BITS.get(encoding)
        if bits is None or not response.body or _is_whole(response.body, bits):
            return response
        spider = self.crawler.spider
        if spider is None:
            raise RuntimeError("answers come while a spider runs only")
        again = get_retry_request(request, spider=spider, reason="damaged body")
        if again is None:
            raise DamagedBodyError(f"{shown(request.url)} is damaged: its gzip does not unpack")
        again.headers["Accept-Encoding"] = "identity"
        return again


def _is_whole(body: bytes, bits: int) -> bool:
    """Tell whether the body unpacks to its end with the right checksum; a bomb is left to the limit that cuts it."""
    unpacker = zlib.decompressobj(bits)
    rest = body
    unpacked = 0
    try:
        while rest and not unpacker.eof:
            unpacked += len(unpacker.decompress(rest, _STEP))
            rest = unpacker.unconsumed_tail
            if unpacked > 100 * len(body) + _STEP:
                return True
    except zlib.error:
        return False
    return unpacker.eof
