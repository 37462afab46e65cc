"""Portals whose pages of links are all they offer."""

from __future__ import annotations

from crawler.channels.listing import ListingChannel
from crawler.spiders.portal import PortalSpider


class ListingSpider(PortalSpider):
    """Follows sections, tags and search results from page to page."""

    name = "listing"
    channels = (ListingChannel,)
