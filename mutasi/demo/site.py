"""An outlet at its address, and what it answers to a request."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mutasi.demo.outlets import Outlet, Post

Query = dict[str, str]
"""The query of a request, the last value of each name."""


@dataclass(frozen=True, slots=True)
class Site:
    """An outlet and its home address, without the closing slash (`http://127.0.0.1:8741`)."""

    outlet: Outlet
    home: str

    def url(self, path: str) -> str:
        """Return the whole address of a path of this site."""
        return self.home + path

    def content(self, post: Post) -> str:
        """Return the post's content as a page shows it, its links to this site whole."""
        return re.sub(r'(href|src)="/', rf'\1="{self.home}/', post.content)

    def post_at(self, path: str) -> Post | None:
        """Return the post whose page is at `path`, if one is."""
        return next((post for post in self.outlet.posts if post.path == path), None)


@dataclass(frozen=True, slots=True)
class Reply:
    """Status, type, body and further headers of one answer."""

    status: int
    content_type: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


def html_reply(page: str, status: int = 200) -> Reply:
    """Return a page of HTML."""
    return Reply(status, "text/html; charset=UTF-8", page.encode())


def xml_reply(document: str, content_type: str = "application/xml; charset=UTF-8") -> Reply:
    """Return a document of XML."""
    return Reply(200, content_type, document.encode())


def json_reply(value: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> Reply:
    """Return a value as WordPress's REST API does: JSON in ASCII, not to be indexed."""
    always = {"X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff"}
    return Reply(status, "application/json; charset=UTF-8", json.dumps(value).encode(), always | dict(headers or {}))


def redirect(address: str) -> Reply:
    """Return a permanent redirect."""
    return Reply(301, "text/html; charset=UTF-8", b"", {"Location": address, "X-Redirect-By": "WordPress"})
