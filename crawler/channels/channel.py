"""What all channels have in common."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from scrapy import Request
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.items import Item
from db.listings import ListingState

if TYPE_CHECKING:
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.spiders.portal import PortalSpider

Yielded = Iterator[Request | Item]

LISTING_PRIORITY = 10
"""Listings before pages: what is listed is safe in the frontier."""


class Channel:
    """One way in which a portal lists its articles; it asks, and hands what it finds to the spider.

    `title` is what messages call it. A subclass says in `open` what it asks for first; a channel that turns out to be
    closed or missing calls the spider's `channel_closed`.
    """

    title: ClassVar[str]

    def __init__(self, spider: PortalSpider) -> None:
        self.spider = spider
        self.portal = spider.portal

    def open(self) -> Iterator[Request]:
        """Return the first requests."""
        raise NotImplementedError

    def conditional(self, url: str) -> tuple[ListingState, dict[str, str]]:
        """Return how far the listing was read, and the headers that ask whether it has changed since."""
        state = self.spider.frontier.listing(url)
        if not self.spider.is_incremental:
            return state, {}
        return state, validators(state.etag, state.last_modified)

    def known_first(self, addresses: Sequence[str]) -> list[str]:
        """Return the addresses where the listing may be, the one first at which it was found before."""
        known = self.spider.frontier.known_listings(addresses)
        return sorted(addresses, key=lambda one: one not in known)


def validators(etag: str | None, last_modified: str | None) -> dict[str, str]:
    """Return the headers of a conditional request (RFC 9110, 13.1)."""
    headers = {"If-None-Match": etag, "If-Modified-Since": last_modified}
    return {name: value for name, value in headers.items() if value}


def header(response: Response, name: str) -> str | None:
    """Return a header of the answer, None where it has none."""
    return (response.headers.get(name) or b"").decode("latin-1").strip() or None


def status_of(failure: Failure) -> int | None:
    """Return the status of an answer that was no success, None where there was no answer."""
    return failure.value.response.status if isinstance(failure.value, HttpError) else None


def is_missing(failure: Failure) -> bool:
    """Tell whether the address does not exist."""
    return status_of(failure) in (404, 410)
