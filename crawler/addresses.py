"""The address under which an article is known, whichever of its addresses a listing or a link gives."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = frozenset(
    "fbclid gclid gbraid wbraid dclid msclkid yclid igshid mc_cid mc_eid _ga amp amp_js_v usqp outputtype "
    "ref source share replytocom phpsessid jsessionid".split()
)
_WHOLE_VIEW = frozenset(("page", "showpage", "single"))
_AMP_START = re.compile(r"^/amp(?=/.)")
_AMP_END = re.compile(r"(?<=.)/amp/?$")
_HOST_PREFIX = re.compile(r"^(?:www|m|mobile|amp)\.(?=[^.]+\.)")


def canonical_url(url: str, home: str) -> str:
    """Return the address of an article of the site whose home page is at `home`, as it is known in the store.

    http and https, `www.`, `m.` and `amp.` hosts, AMP paths, tracking parameters, fragments and the choice of a page of
    a split article are folded into one: the site's own scheme and host, and the article's path as it is written.
    """
    parts, site = urlsplit(url), urlsplit(home)
    path = _AMP_END.sub("/" if parts.path.endswith("/") else "", _AMP_START.sub("", parts.path))
    return urlunsplit((site.scheme, site.netloc.lower(), path or "/", _query(parts.query), ""))


def _query(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _is_noise(name.casefold(), value)]
    return query if len(kept) == len(pairs) else urlencode(kept)


def _is_noise(name: str, value: str) -> bool:
    if name in _WHOLE_VIEW:
        return value == "all" or value.isdecimal()
    return name in _TRACKING or name.startswith("utm_")


def bare_host(host: str) -> str:
    """Return the host without the name of one of its faces (`www.`, `m.`, `mobile.`, `amp.`), in lower case."""
    return _HOST_PREFIX.sub("", host.lower())
