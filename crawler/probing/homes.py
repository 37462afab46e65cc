"""The home address of a site: from what a user gives, from where it redirects to; and why it cannot be reached."""

from __future__ import annotations

import ipaddress
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.addresses import bare_host
from crawler.site import Site

if TYPE_CHECKING:
    from crawler.probing.answers import Answer

_REST_ROOT = re.compile(r"(?:wp-json|\?rest_route=)/?$")
_CAUSES = (
    ("does not resolve", "nama domain tidak ditemukan", "no such domain name"),
    ("refuses the connection", "sambungan ditolak", "the connection is refused"),
    ("does not answer in time", "situs tidak menjawab", "the site does not answer"),
    ("check for browsers", "pemeriksaan bot menghadang perayap", "a bot check stands in the way"),
    ("robots.txt disallows", "dilarang oleh robots.txt", "robots.txt bars us"),
    ("without its rules", "robots.txt tidak dapat dibaca", "robots.txt cannot be had"),
    ("s between requests", "jeda yang diminta robots.txt terlalu panjang", "robots.txt asks for too long a pause"),
    ("not on the public internet", "bukan alamat internet umum", "no address of the public internet"),
    ("asks to wait", "situs minta ditinggalkan dulu", "the site wants to be left in peace"),
    ("SSL", "sambungan aman (TLS) gagal", "TLS fails"),
    ("certificate", "sambungan aman (TLS) gagal", "TLS fails"),
)
_LEADS_AWAY = re.compile(r"redirects to (?P<host>\S+), which is not")


def given_homes(text: str) -> list[Site]:
    """Return the sites that a user may mean by an address, likelier first: `https` where no scheme is given.

    Of an address with a path the home page is taken. Raises ValueError for what is no web address.
    """
    stated = text.strip()
    given = stated if re.match(r"[a-z][a-z0-9+.-]*://", stated, re.IGNORECASE) else f"//{stated}"
    parts = urlsplit(given)
    host = parts.hostname or ""
    if parts.scheme not in ("", "http", "https") or not host or parts.username is not None or " " in stated:
        raise ValueError(f"{text!r} is no web address; expected https://HOST/")
    if "." not in host and host != "localhost" and ":" not in host:
        raise ValueError(f"{text!r} is no web address; expected a host like kabar.example")
    netloc, local = parts.netloc.lower(), is_local(host)
    if parts.scheme:
        other = {"http": "https", "https": "http"}[parts.scheme]
        schemes = [parts.scheme] if parts.port else [parts.scheme, other]
    else:
        schemes = ["http"] if local or parts.port else ["https", "http"]
    urls = [f"{scheme}://{netloc}/" for scheme in schemes]
    return [Site(id=portal_id(url), url=url, loopback=local) for url in urls]


def is_local(host: str) -> bool:
    """Tell whether a host of an address is this machine."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def portal_id(url: str) -> str:
    """Return what the portal at `url` is called in a registry: its host without `www.`, with a port it tells."""
    parts = urlsplit(url)
    return bare_host(parts.hostname or "") + (f":{parts.port}" if parts.port else "")


def home_of(answered: str, asked: str, rest_root: str | None) -> str:
    """Return the home address of a site that was asked at `asked`, with scheme and host as `answered`.

    A WordPress in a folder says by the root of its API where it is at home.
    """
    parts = urlsplit(answered)
    root = urlsplit(rest_root or "")
    folder = _REST_ROOT.sub("", root.path) if root.netloc == parts.netloc and not root.query else ""
    if not folder.endswith("/") or _REST_ROOT.search(folder):
        folder = "/"
    return f"{parts.scheme}://{parts.netloc}{folder}" if parts.netloc else asked


def unreachable(answer: Answer) -> str | None:
    """Return why the site cannot be crawled where its home page could not even be asked for; None where it answered."""
    if answer.status is not None or not answer.failure:
        return None
    away = _LEADS_AWAY.search(answer.failure)
    if away:
        return (
            f"mengarah ke situs lain (leads to another site): {answer.failure}; coba (try) mutasi probe {away['host']}"
        )
    for marks, indonesian, english in _CAUSES:
        if marks in answer.failure:
            return f"{indonesian} ({english}): {answer.failure}"
    return None
