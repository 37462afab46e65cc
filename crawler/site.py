"""A web site as its home address tells: what is its own, and what a crawler may connect to."""

from __future__ import annotations

import ipaddress
import re
from functools import cache
from typing import Annotated, NamedTuple, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator, model_validator

from crawler.addresses import bare_host, canonical_url

_MAYBE_AN_ADDRESS = re.compile(r":|\d$")
"""Found in every literal IP address; a name that lacks it is spared the dearer reading as one."""

_USUAL_HOME = re.compile(r"(https?)://([a-z0-9.-]+)/")
_USUAL_PORTS = {"http": 80, "https": 443}


class Site(BaseModel):
    """A web site as far as its home address tells: what is its own, and what a crawler may connect to.

    `id` is what it is called, `url` its home page, `article` a regular expression that the addresses of its articles
    match and others do not. `loopback` permits a site on this machine (127.x, localhost).
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._:-]*$")]
    url: str
    timezone: str = "Asia/Jakarta"
    loopback: bool = False
    article: str | None = None

    @field_validator("timezone")
    @classmethod
    def _known_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (OSError, ValueError, ZoneInfoNotFoundError):
            known = "Indonesia has Asia/Jakarta, Asia/Makassar and Asia/Jayapura"
            raise ValueError(f"not an IANA time zone; {known}") from None
        return value

    @field_validator("url")
    @classmethod
    def _whole_home_address(cls, value: str) -> str:
        if not _USUAL_HOME.fullmatch(value):
            parts = urlsplit(value)
            if parts.scheme not in ("http", "https") or not parts.hostname:
                raise ValueError("not a web address; expected http://HOST/ or https://HOST/")
            if parts.username or parts.query or parts.fragment:
                raise ValueError("a home page has no user name, query or fragment; expected https://HOST/")
        return value if value.endswith("/") else value + "/"

    @field_validator("article")
    @classmethod
    def _pattern(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                re.compile(value)
            except re.error as error:
                raise ValueError(f"not a regular expression: {error}") from error
        return value

    @model_validator(mode="after")
    def _only_permitted_hosts(self) -> Self:
        if not address_permitted(self.host, self.loopback):
            raise ValueError(f"url: {self.host} is not on the public internet; a portal on 127.x needs loopback = true")
        return self

    @property
    def host(self) -> str:
        """The host name of the home page, lower case, without the port."""
        return _home_at(self.url).host

    @property
    def netloc(self) -> str:
        """The host of the home page, with its port where it names one."""
        return _home_at(self.url).netloc

    @property
    def port(self) -> int | None:
        """The port where the home page names one that is not the usual one of its scheme."""
        return _home_at(self.url).port

    @property
    def home(self) -> tuple[str, int | None]:
        """What two addresses of one site have in common: the host without `www.` and the like, and the port."""
        return _home_at(self.url).site

    @property
    def zone(self) -> ZoneInfo:
        """The site's time zone, in which its dates without a zone are meant."""
        return ZoneInfo(self.timezone)

    @property
    def article_pattern(self) -> re.Pattern[str] | None:
        """What the addresses of articles match, where that is said."""
        return re.compile(self.article) if self.article else None

    def owns(self, url: str) -> bool:
        """Tell whether `url` is on the site's own host, with or without `www.`, `m.` or `amp.`, by http or https."""
        if url.startswith(f"{_home_at(self.url).origin}/"):
            return True
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:
            return False
        if parts.username is not None or parts.scheme not in ("http", "https"):
            return False
        return (bare_host(parts.hostname or ""), _told(parts.scheme, port)) == self.home

    def canonical(self, url: str) -> str:
        """Return the address under which the store knows the article of this site that is at `url`."""
        return canonical_url(url, self.url)


class _Home(NamedTuple):
    """What a home address tells."""

    host: str
    netloc: str
    port: int | None
    origin: str
    site: tuple[str, int | None]


@cache
def _home_at(url: str) -> _Home:
    """Return what the home address `url` tells, read once, and where it has the usual form without `urlsplit`.

    There are hundreds of them to load, and `urlsplit` would take as long as all that is checked besides.
    """
    if usual := _USUAL_HOME.fullmatch(url):
        host = usual[2]
        return _Home(host, host, None, url[:-1], (bare_host(host), None))
    parts = urlsplit(url)
    host, port = parts.hostname or "", _told(parts.scheme, parts.port)
    return _Home(host, parts.netloc.lower(), port, f"{parts.scheme}://{parts.netloc}", (bare_host(host), port))


def _told(scheme: str, port: int | None) -> int | None:
    return None if port == _USUAL_PORTS.get(scheme) else port


def address_permitted(host: str, loopback: bool) -> bool:
    """Tell whether a crawler may connect to `host`, a name or a literal IP address.

    Names pass (what they resolve to is judged when they are resolved), except the ones that mean this machine or this
    network. Of addresses only global ones pass, and loopback ones where `loopback` permits it.
    """
    if not _MAYBE_AN_ADDRESS.search(host):
        return _name_permitted(host, loopback)
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return _name_permitted(host, loopback)
    return loopback if address.is_loopback else address.is_global


def _name_permitted(host: str, loopback: bool) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return loopback
    return not host.endswith((".local", ".internal"))
