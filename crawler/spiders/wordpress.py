"""Portals published with WordPress."""

from __future__ import annotations

from crawler.channels.feed import FeedChannel
from crawler.channels.listing import ListingChannel
from crawler.channels.rest import RestChannel
from crawler.channels.sitemap import SitemapChannel
from crawler.spiders.portal import PortalSpider


class WordPressSpider(PortalSpider):
    """Reads the REST API, which brings whole posts; where it is closed the sitemap, the feed, the pages of links."""

    name = "wordpress"
    channels = (RestChannel, SitemapChannel, FeedChannel, ListingChannel)
