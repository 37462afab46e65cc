"""Pages that ask whether a browser is there: a site that answers with one refuses us, whatever its status."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from scrapy.http import TextResponse

from crawler.failures import ChallengedError, shown

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

_SAYING_HEADERS = (
    (b"cf-mitigated", b"challenge"),
    (b"x-amzn-waf-action", b"challenge"),
    (b"x-amzn-waf-action", b"captcha"),
)
"""Headers by which Cloudflare and AWS WAF mark such an answer."""

_TITLE = re.compile(
    rb"<title>\s*(?:just a moment\.\.\.|attention required! \| cloudflare|one moment, please\.\.\.|bot verification|"
    rb"ddos-guard|you are being redirected\.\.\.|checking your browser\b[^<]*|robot challenge screen)\s*</title>",
    re.IGNORECASE,
)
"""Titles of the pages that Cloudflare, Imunify360, LiteSpeed, DDoS-Guard and Sucuri put before a site."""

_HEAD = 4096
"""Bytes within which such a page has its title."""


class ChallengeMiddleware:
    """Takes a riddle for browsers for what it is: a refusal, and not a page that has no article."""

    def process_response(self, request: Request, response: Response) -> Response:
        """Return the response; raise ChallengedError where it is a riddle."""
        if response.status < 300 and is_challenge(response):
            raise ChallengedError(f"{shown(request.url)} answers with a check for browsers (captcha)")
        return response


def is_challenge(response: Response) -> bool:
    """Tell whether the answer asks for a browser, by its headers or by the title of its page."""
    if any((response.headers.get(name) or b"").strip().lower() == value for name, value in _SAYING_HEADERS):
        return True
    return isinstance(response, TextResponse) and _TITLE.search(response.body[:_HEAD]) is not None
