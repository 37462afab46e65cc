"""Learns what the addresses of a site's articles look like, from those of known articles and of known other pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from crawler.link_pages import is_article
from crawler.probing.findings import AddressPattern

if TYPE_CHECKING:
    from crawler.site import Site

_YEAR = re.compile(r"(?:19|20)\d\d")
_EXTENSION = re.compile(r"\.(?:html?|php|aspx?|shtml)$", re.IGNORECASE)
_NUMBERED = re.compile(r"slug-number|number-slug")
_LONG_NUMBER = re.compile(r"\d{3,}")
_MOST_SHAPES = 4
"""Shapes of addresses that one pattern joins: a site that has more has none."""

_FEWEST = 3
"""Articles that a pattern is learnt from, at the least."""

Shape = tuple[str, ...]


def learnt(
    articles: Iterable[str], others: Iterable[str], site: Site, *, in_doubt: float = 0.0
) -> AddressPattern | None:
    """Return the pattern of the addresses of `articles`, tested against them and against `others`.

    `in_doubt` is the share of `articles` that may be none. The expression is None where no pattern matches all other
    articles and none of `others`. None where there are too few articles to learn from.
    """
    known = list(dict.fromkeys(articles))
    strangers = [url for url in dict.fromkeys(others) if url not in set(known)]
    if len(known) < _FEWEST:
        return None
    expression = _expression(known, in_doubt)
    pattern = re.compile(expression) if expression else None
    matched = sum(bool(pattern.search(url)) for url in known) if pattern else 0
    wrongly = sum(bool(pattern.search(url)) for url in strangers) if pattern else 0
    return AddressPattern(
        expression=expression if matched >= (1 - in_doubt) * len(known) and not wrongly else None,
        matched=matched,
        articles=len(known),
        wrongly=wrongly,
        others=len(strangers),
        usual=(sum(is_article(url, site) for url in known), sum(is_article(url, site) for url in strangers)),
    )


def _expression(urls: Sequence[str], in_doubt: float) -> str | None:
    """Return one expression for all shapes that the addresses have; None where they have no shape in common."""
    shapes: dict[Shape, list[str]] = {}
    for url in urls:
        shapes.setdefault(_shape(url), []).append(url)
    for shape in list(shapes):  # a title that ends with a number where others do not, a number that could be a year
        plain = tuple(_NUMBERED.sub("slug", kind) for kind in shape)
        for wider in (plain, tuple(kind.replace("year", "number") for kind in plain)):
            if wider != shape and wider in shapes:
                shapes[wider] += shapes.pop(shape)
                break
    counts = Counter({shape: len(members) for shape, members in shapes.items()})
    kept = [shape for shape, count in counts.most_common() if count > in_doubt * len(urls)]
    if len(kept) > _MOST_SHAPES:
        return None
    paths = list(dict.fromkeys(filter(None, (_path_expression(shape, shapes[shape]) for shape in kept))))
    if not paths:
        return None
    joined = paths[0] if len(paths) == 1 else f"(?:{'|'.join(paths)})"
    return rf"^https?://[^/]+{joined}"


def _shape(url: str) -> Shape:
    """Return of what kind each step of the path is, and the names of the numbers in the query."""
    parts = urlsplit(url)
    steps = parts.path.strip("/").split("/") if parts.path.strip("/") else []
    kinds = [_kind(step, is_last=at == len(steps) - 1) for at, step in enumerate(steps)]
    numbers = sorted(name for name, value in parse_qsl(parts.query) if value.isdecimal())
    return (*kinds, *(f"?{name}" for name in numbers if not kinds or not kinds[-1].startswith("slug")))


def _kind(step: str, *, is_last: bool) -> str:
    bare = _EXTENSION.sub("", step)
    ending = "." if bare != step else ""
    if _YEAR.fullmatch(bare):
        return f"year{ending}"
    if bare.isdecimal():
        return f"number{ending}"
    if bare.count("-") >= 1 and is_last:
        first, last = bare.split("-")[0], bare.split("-")[-1]
        if _LONG_NUMBER.fullmatch(last):
            return f"slug-number{ending}"
        return f"number-slug{ending}" if _LONG_NUMBER.fullmatch(first) else f"slug{ending}"
    if _LONG_NUMBER.search(bare):
        return f"coded{ending}"
    return f"word{ending}"


def _path_expression(shape: Shape, urls: list[str]) -> str | None:
    """Return the expression of the path, and query, of addresses of one shape; None where it would match anything."""
    paths = [urlsplit(url).path for url in urls]
    kinds = [kind for kind in shape if not kind.startswith("?")]
    columns = list(zip(*(path.strip("/").split("/") for path in paths), strict=True)) if kinds else []
    steps = [_step(kind, column) for kind, column in zip(kinds, columns, strict=True)]
    queries = [kind[1:] for kind in shape if kind.startswith("?")]
    if not queries and not any(kind.startswith(("slug", "number", "year", "coded")) for kind in kinds):
        return None
    path = "/" + "/".join(steps)
    if queries:
        values = "".join(rf"(?=.*[?&]{re.escape(name)}=\d)" for name in queries)
        return rf"{path}{'/?' if steps else ''}{values}\?"
    slash = "/" if all(one.endswith("/") for one in paths) else "/?"
    return rf"{path}{slash}(?:[?#]|$)"


def _step(kind: str, values: Sequence[str]) -> str:
    """Return the expression of one step: its text where all have the same, else what its kind allows."""
    ending = ""
    if kind.endswith("."):
        endings = sorted({found[0] for value in values if (found := _EXTENSION.search(value))})
        ending = re.escape(endings[0]) if len(endings) == 1 else f"(?:{'|'.join(map(re.escape, endings))})"
    match kind.rstrip("."):
        case "year":
            return rf"\d{{4}}{ending}"
        case "number":
            return rf"\d+{ending}"
        case "slug-number":
            return rf"[^/]+-\d{{3,}}{ending}"
        case "number-slug":
            return rf"\d{{3,}}-[^/]+{ending}"
        case "slug":
            hyphens = min(_EXTENSION.sub("", value).count("-") for value in values)
            return rf"[^/-]+(?:-[^/-]*){{{min(hyphens, 3)},}}{ending}"
        case "coded":
            return rf"[^/]*\d{{3,}}[^/]*{ending}"
        case _:
            same = len(values) > 1 and len(set(values)) == 1
            return re.escape(values[0]) if same else rf"[^/]+{ending}"
