"""What a probe finds at a site: plain facts, each as a program may want it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from crawler.moments import Precision
from crawler.registry import Portal

ListKind = Literal["home", "index", "section", "search", "tag"]


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article as a listing of the site tells of it; `published` is aware."""

    url: str
    title: str | None = None
    published: datetime | None = None


@dataclass(frozen=True, slots=True)
class System:
    """What the site is published with, and the marks it was known by; no `name` where there were none."""

    name: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Robots:
    """What robots.txt says to us: its sitemaps, its Crawl-delay in seconds, and which crawlers of AI it bars."""

    sitemaps: tuple[str, ...] = ()
    delay: float | None = None
    barred_agents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rest:
    """WordPress's REST API: at `address` where it gives posts, else why not.

    `total` is how many posts it announces, `whole` how many of the `posts` that were looked at have their text.
    """

    address: str | None
    why: str = ""
    total: int | None = None
    posts: int = 0
    whole: int = 0
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: how many entries it has, how many bring the whole text, and whether a second page has older ones."""

    address: str
    why: str = ""
    entries: int = 0
    whole: int = 0
    newest: datetime | None = None
    goes_back: bool = False

    @property
    def brings_whole_articles(self) -> bool:
        """Whether most entries bring their text."""
        return self.whole * 2 > self.entries


@dataclass(frozen=True, slots=True)
class Sitemap:
    """A sitemap: of the part with the newest articles, how many it lists, and what it tells of them.

    `parts` counts the sitemaps of articles of an index. `others` counts addresses that look like no article's;
    `is_named` tells that robots.txt names it. `dated` counts the articles with lastmod or a time of publication.
    """

    address: str
    why: str = ""
    is_named: bool = False
    parts: int = 1
    articles: int = 0
    others: int = 0
    dated: int = 0
    titled: int = 0
    newest: datetime | None = None


@dataclass(frozen=True, slots=True)
class LinkList:
    """A page of links: how many articles it links to, how many are about officials, and whether it goes on."""

    address: str
    kind: ListKind
    why: str = ""
    articles: int = 0
    about_officials: int = 0
    next_page: str | None = None


@dataclass(frozen=True, slots=True)
class Archive:
    """An address for every day, and the day whose page links to an article of that day."""

    template: str
    day: str
    articles: int


@dataclass(frozen=True, slots=True)
class AddressPattern:
    """A regular expression for the addresses of articles: how many of those known it matches, and of the others.

    `usual` are the same counts of the crawler's own judgement without a pattern.
    """

    expression: str | None
    matched: int
    articles: int
    wrongly: int
    others: int
    usual: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sample:
    """One article's page as the crawler reads it; `problem` is empty where title, time and text were all read."""

    url: str
    title: str = ""
    published: datetime | None = None
    precision: Precision | None = None
    text_length: int = 0
    problem: str = ""


@dataclass(slots=True)
class Findings:
    """All that was found; what was not looked for keeps its default."""

    asked: str
    url: str
    name: str | None = None
    description: str | None = None
    system: System = field(default_factory=System)
    robots: Robots | None = None
    rest: Rest | None = None
    feeds: list[Feed] = field(default_factory=list)
    sitemaps: list[Sitemap] = field(default_factory=list)
    lists: list[LinkList] = field(default_factory=list)
    archive: Archive | None = None
    pattern: AddressPattern | None = None
    samples: list[Sample] = field(default_factory=list)
    newest: datetime | None = None
    zone_told: str | None = None


@dataclass(frozen=True, slots=True)
class Regions:
    """The codes of the regions that a site reports on, home first, and what told them; `are_guessed` if inferred."""

    codes: tuple[str, ...] = ()
    told_by: str = ""
    are_guessed: bool = True


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a probe.

    `obstacle` is why the site cannot be crawled, empty where it can; then `keys` are those of its registry entry and
    `portal` is the entry, None where its regions are not known. `because` says why this platform was chosen,
    `disallowed` are the addresses that robots.txt kept the probe from.
    """

    findings: Findings
    obstacle: str = ""
    because: str = ""
    regions: Regions = field(default_factory=Regions)
    keys: Mapping[str, object] = field(default_factory=dict)
    portal: Portal | None = None
    requests: int = 0
    seconds: float = 0.0
    disallowed: tuple[str, ...] = ()
    notes: Sequence[str] = ()
