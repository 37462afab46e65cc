"""HTTP as Scrapy speaks it, with an end to the headers of an answer: it bounds bodies only, and keeps every header."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from twisted.web._newclient import HEADER, STATUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from scrapy.crawler import Crawler

LONGEST_HEAD = 256 * 1024
"""Bytes of an answer before its body, at the most; servers and browsers stop far below."""


class BoundedHttpHandler(HTTP11DownloadHandler):
    """Downloads as Scrapy does, and hangs up on an answer whose headers do not end."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._pool._factory = _bounded(self._pool._factory)


def _bounded(factory: type[Any]) -> type[Any]:
    class Bounded(factory):  # type: ignore[misc]  # whatever factory Scrapy chose
        def buildProtocol(self, addr: object) -> Any:  # noqa: N802 - Twisted's name
            protocol = super().buildProtocol(addr)
            protocol.dataReceived = _with_bounded_head(protocol)
            return protocol

    return Bounded


def _with_bounded_head(protocol: Any) -> Callable[[bytes], None]:
    received: Callable[[bytes], None] = protocol.dataReceived
    parser, size = None, 0

    def data_received(data: bytes) -> None:
        nonlocal parser, size
        if protocol._parser is not parser:  # the next answer on the same connection
            parser, size = protocol._parser, 0
        if parser is not None and parser.state in (STATUS, HEADER):
            size += len(data)
            if size > LONGEST_HEAD:
                protocol.transport.abortConnection()
                return
        received(data)

    return data_received
