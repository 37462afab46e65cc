"""Portals with an RSS or Atom feed."""

from __future__ import annotations

from crawler.channels.feed import FeedChannel
from crawler.channels.listing import ListingChannel
from crawler.channels.sitemap import SitemapChannel
from crawler.spiders.portal import PortalSpider


class FeedSpider(PortalSpider):
    """Reads the feed; where there is none the sitemap, then the pages of links."""

    name = "feed"
    channels = (FeedChannel, SitemapChannel, ListingChannel)
