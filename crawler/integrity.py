"""Whether an answer arrived as it was packed: Scrapy takes what unpacks of a damaged body for the whole."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.downloadermiddlewares.retry import get_retry_request

from crawler.failures import DamagedBodyError, shown

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_GZIP = frozenset((b"gzip", b"x-gzip"))
_TRAILER = 8
"""Bytes at the end of a gzip member: the checksum and the size of what was packed (RFC 1952, 2.3.1)."""


class CheckedCompressionMiddleware(HttpCompressionMiddleware):
    """Unpacks as Scrapy does, and asks once more for a body whose gzip is damaged, then unpacked.

    Gives up with DamagedBodyError.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self._crawler = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Return the unpacked answer, or the request again; raises DamagedBodyError."""
        encoding = (response.headers.get("Content-Encoding") or b"").strip().lower()
        packed = response.body
        try:
            unpacked = super().process_response(request, response)
        except (zlib.error, EOFError, OSError):
            unpacked = None
        if unpacked is not None and (encoding not in _GZIP or not packed or is_whole(packed, unpacked.body)):
            return unpacked
        spider = self._crawler.spider
        if spider is None:
            raise RuntimeError("answers come while a spider runs only")
        again = get_retry_request(request, spider=spider, reason="damaged body")
        if again is None:
            raise DamagedBodyError(f"{shown(request.url)} is damaged: it does not unpack")
        again.headers["Accept-Encoding"] = "identity"
        return again


def is_whole(packed: bytes, unpacked: bytes) -> bool:
    """Tell whether `unpacked` is what was packed, by the checksum and the size at the end of the gzip member."""
    checksum, size = packed[-_TRAILER:-4], packed[-4:]
    if int.from_bytes(checksum, "little") == zlib.crc32(unpacked) and int.from_bytes(size, "little") == len(unpacked):
        return True
    return _unpacks_to(packed, len(unpacked))


def _unpacks_to(packed: bytes, size: int) -> bool:
    """Tell whether the body, of several members or with bytes behind its end, unpacks without fault to `size` bytes."""
    rest, found = packed, 0
    while rest:
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        try:
            found += len(unpacker.decompress(rest, size + 1))
        except zlib.error:
            return False
        if not unpacker.eof:
            return False
        rest = unpacker.unused_data.lstrip(b"\x00")
    return found == size
