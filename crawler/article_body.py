"""Finds the element of an article page that holds the article's text.

Themes and platforms give that element one of a few names. Where none is there, `crawler.running_text` looks for it.
"""

from __future__ import annotations

from itertools import product

from lxml import etree

from crawler.html_tree import elements, strings, text_in

_MARKED = tuple(
    "entry-content td-post-content post-content article-content wp-block-post-content "
    "elementor-widget-theme-post-content tdb-single-content single-content single-post-content the-content "
    "content-inner post-entry post-body entry-body article-body article__body article-text article__content "
    "detail-text detail_text detail__body-text itp_bodycontent read__content content-detail txt-article "
    "isi-berita".split()
)
"""Names of the element with the text in WordPress's own and sold themes and on platforms that many portals share."""

_CLASSES = etree.XPath("descendant::*/@class", smart_strings=False)
_CLASSED = (  # nearly always a div, which is faster to look for
    etree.XPath("descendant::div[contains(@class, $name)]"),
    etree.XPath("descendant::*[contains(@class, $name)]"),
)
_ARTICLE_BODIES = etree.XPath("descendant::*[@itemprop = 'articleBody']")


def marked_body(root: etree._Element, html: str) -> etree._Element | None:
    """Return the element that a name marks as the article's text, where it has text; `html` is the page's source."""
    body = _main_one(elements(_ARTICLE_BODIES, root)) if "articleBody" in html else None
    if body is not None:
        return body
    names = set(" ".join(strings(_CLASSES, root)).split())
    for name, path in product([name for name in _MARKED if name in names], _CLASSED):
        found = elements(path, root, name=name)
        body = _main_one([element for element in found if name in element.get("class", "").split()])
        if body is not None:
            return body
    return None


def _main_one(found: list[etree._Element]) -> etree._Element | None:
    """Return the first element that is not far shorter than the longest: not the excerpt of another article."""
    lengths = [len(text_in(element).strip()) for element in found]
    longest = max(lengths, default=0)
    return next((one for one, length in zip(found, lengths, strict=True) if length and 2 * length >= longest), None)
