"""The address under which an article is known."""

from __future__ import annotations

from urllib.parse import urlsplit, urlunsplit

from w3lib.url import url_query_cleaner

_TRACKING = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "utm_id", "fbclid", "gclid", "amp")


def canonical_url(url: str) -> str:
    """Return the address without fragment and tracking parameters, its host in lower case."""
    parts = urlsplit(url_query_cleaner(url, _TRACKING, remove=True))
    return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path, parts.query, ""))
