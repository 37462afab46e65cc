"""Portals with an address for every day."""

from __future__ import annotations

from crawler.channels.archive import ArchiveChannel
from crawler.channels.feed import FeedChannel
from crawler.channels.listing import ListingChannel
from crawler.channels.sitemap import SitemapChannel
from crawler.spiders.portal import PortalSpider


class ArchiveSpider(PortalSpider):
    """Walks the archive day by day; where it is closed the sitemap, the feed, the pages of links."""

    name = "archive"
    channels = (ArchiveChannel, SitemapChannel, FeedChannel, ListingChannel)
