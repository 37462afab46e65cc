"""Portals with a sitemap of their articles."""

from __future__ import annotations

from crawler.channels.feed import FeedChannel
from crawler.channels.listing import ListingChannel
from crawler.channels.sitemap import SitemapChannel
from crawler.spiders.portal import PortalSpider


class SitemapSpider(PortalSpider):
    """Reads the sitemap; where there is none the feed, then the pages of links."""

    name = "sitemap"
    channels = (SitemapChannel, FeedChannel, ListingChannel)
