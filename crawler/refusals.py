"""What a site answers in place of an article with a status that says nothing of it: its home page, a notice, a form."""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from crawler.article_page import ArticlePage

_NOTICE = re.compile(
    r"(?:(?:error|oops|ups|maaf|sorry)\W+)?(?:(?:error\W+)?404\W*(?:$|error|not found|halaman|page)"
    r"|(?:404\W+)?(?:(?:halaman|artikel|laman|page|post)\b.{0,30})?\b(?:(?:tidak|tak)\s+ditemukan|not\s+found)\s*(?:$|[-|–—:»!.]))",
    re.IGNORECASE,
)
_FORM = re.compile(r"(?:log[ -]?in|masuk|sign[ -]?in|silakan (?:login|masuk))\s*(?:$|[-|–—»])", re.IGNORECASE)
_ASIDE = re.compile(r"/(?:404|not-?found|error|login|masuk|sign-?in|wp-login)(?:\.\w+)?/?$", re.IGNORECASE)

_MOST_ALIKE = 2
"""Pages of one crawl that may have the same title and text: an article is sometimes published twice."""

_MOST_REMEMBERED = 5_000
"""Pages whose title and text are remembered: a notice in place of articles comes again and again."""


class Refusals:
    """Tells which answers of one crawl are no articles."""

    def __init__(self) -> None:
        self._alike: OrderedDict[int, set[str]] = OrderedDict()

    def of(self, page: ArticlePage, asked: str, answered: str) -> str | None:
        """Return why the page at `answered`, had for `asked`, is no article; None where it may well be one."""
        place, wanted = urlsplit(answered), urlsplit(asked)
        if place.path in ("", "/") and not place.query and wanted.path not in ("", "/"):
            return f"{asked} leads to the home page"
        if _ASIDE.search(place.path) and not _ASIDE.search(wanted.path):
            return f"{asked} leads to {place.path}"
        if _NOTICE.match(page.title) or _FORM.match(page.title):
            return f"{asked} answers with a notice: {page.title[:60]}"
        alike = self._alike.setdefault(hash((page.title, page.text)), set())
        alike.add(asked)
        if len(self._alike) > _MOST_REMEMBERED:
            self._alike.popitem(last=False)
        if len(alike) > _MOST_ALIKE:
            return f"{asked} has the same title and text as {_MOST_ALIKE} other pages"
        return None


def speaks_of_another(canonical: str, own: str, title: str) -> bool:
    """Tell whether a page called `title` at `own` names as canonical the address of another article.

    Some sites write one address into all pages. An address is held to speak of the title by the words in it; one
    without words, or whose words are all in the page's own address, is believed.
    """
    named, held, told = _words(urlsplit(canonical).path), _words(urlsplit(own).path), _words(f"/{title}")
    if len([word for word in named if word.isalpha()]) < 3 or named <= held:
        return False
    return len(named & told) < len(held & told)


def _words(path: str) -> set[str]:
    return set(re.findall(r"\w+", path.rstrip("/").rpartition("/")[2].casefold().removesuffix(".html")))
