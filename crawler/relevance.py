"""Whether an article may tell of a reshuffle, judged before its page is asked for: by title, excerpt and address.

The terms are a table (data/relevance.csv). One of them is enough: a page asked for in vain costs a second, a page not
asked for is lost.
"""

from __future__ import annotations

import csv
import hashlib
import re
from functools import cache
from importlib.resources import files
from urllib.parse import unquote, urlsplit

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_PART = re.compile(r"[a-z]+")


@cache
def _terms() -> tuple[frozenset[str], tuple[str, ...], str]:
    """Return the words, the prefixes, and what names this table."""
    content = (files("crawler") / "data" / "relevance.csv").read_bytes()
    rows = list(csv.DictReader(content.decode().splitlines()))
    words = frozenset(row["term"] for row in rows if row["matches"] == "word")
    prefixes = tuple(sorted(row["term"] for row in rows if row["matches"] == "prefix"))
    return words, prefixes, hashlib.sha256(content).hexdigest()[:12]


def terms_version() -> str:
    """Return what names the table of terms: what another table judged irrelevant is judged anew."""
    return _terms()[2]


def is_relevant(title: str | None, excerpt: str | None, url: str) -> bool:
    """Tell whether title, excerpt or address have a term of the domain.

    An address that has no words (`/?p=123`, `/berita/4711`) tells nothing: without a title its article is asked for.
    """
    told = f"{title or ''} {excerpt or ''}".casefold()
    words = set(_WORD.findall(told))
    address = _PART.findall(_last_words(url))
    if not words and not address:
        return True
    return any(map(_is_term, words)) or any(map(_is_term, address))


def _last_words(url: str) -> str:
    """Return the part of the address that is made of words, as the slug of an article is."""
    parts = [part for part in urlsplit(unquote(url)).path.casefold().split("/") if part.count("-") >= 2]
    return parts[-1] if parts else ""


def _is_term(word: str) -> bool:
    words, prefixes, _ = _terms()
    return word in words or word.startswith(prefixes)
