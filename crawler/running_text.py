"""Finds the element that holds an article's text on a page that does not name it.

It is the smallest element with most of the page's running text: text in sentences, outside links, captions, menus and
boxes named for what stands beside an article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from crawler.cleaning import NEVER_TEXT, is_noise
from crawler.html_tree import drop, text_in
from crawler.rendering import one_line

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big center cite code del dfn em font i ins kbd label mark q s samp small span "
    "strike strong sub sup time tt u var wbr".split()
)
_WITHOUT_TEXT = NEVER_TEXT | {"br", "hr", "img"}
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_PARAGRAPHS = frozenset("p blockquote pre li dd dt".split())
_BESIDE_TAGS = frozenset(("footer", "aside", "nav", "header"))
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:sidebar|komentar|comments?|populer|terpopuler|popular|rekomendasi|terbaru|newsletter|footer"
    r"|disclaimer|modal|popup|cookie|caption|promo)(?:$|[\s_-])",
    re.IGNORECASE,
)

_SENTENCE = 60
"""Characters of running text in a block, from which on it counts as part of an article."""

_SHORTEST_ARTICLE = 100
"""Characters of running text on a page, from which on there is an article on it."""

_MOST = 0.6
"""The part of an element's running text, from which on a child of it is looked into."""

_MUCH = 0.15
"""The part of it that paragraphs beside that child must have to keep them together."""

_STRAY = 40
"""Characters that may stand beside the text in an element and still belong to it: a dateline, a writer's initials."""

_DEEPEST = 300


@dataclass(slots=True, eq=False)
class _Block:
    """A block of the page: its own text and its links in characters, the blocks in it, and the sums over all of it."""

    element: etree._Element
    own: int = 0
    linked: int = 0
    inner: list[_Block] = field(default_factory=list)
    running: int = 0
    whole: int = 0


def running_body(root: etree._Element, title: str) -> etree._Element | None:
    """Return the element with the article's text, what stands beside the text taken out; None where there is none."""
    body = root.find("body")
    if body is None:
        return None
    page = _Block(body)
    _gather(page, body, title, linked=False, depth=0)
    _sum_up(page, title)
    _leave_out(page, page.running)
    if page.running < _SHORTEST_ARTICLE:
        return None
    found = _smallest(page).element
    most = len(text_in(found)) / 2
    for element in [one for one in found.iterdescendants() if _is_beside(one)]:
        if len(text_in(element)) <= most:
            drop(element)
    return found


def _gather(block: _Block, element: etree._Element, title: str, *, linked: bool, depth: int) -> None:
    """Count the text of an element towards its block, and make blocks of those within."""
    text = element.text
    count = len(text.strip()) if text else 0
    for child in element:
        tag = child.tag
        if tag in _WITHOUT_TEXT or depth == _DEEPEST:
            pass
        elif tag not in _INLINE:
            inner = _Block(child)
            _gather(inner, child, title, linked=linked, depth=depth + 1)
            _sum_up(inner, title)
            if inner.whole:
                block.inner.append(inner)
        elif len(child) or tag == "a":
            _gather(block, child, title, linked=linked or tag == "a", depth=depth + 1)
        else:
            text = child.text
            count += len(text.strip()) if text else 0
        tail = child.tail
        if tail:
            count += len(tail.strip())
    if linked:
        block.linked += count
    else:
        block.own += count


def _is_beside(element: etree._Element) -> bool:
    """Tell whether an element's name or class says that it stands beside an article."""
    return (
        element.tag in _BESIDE_TAGS
        or _named_beside(element.get("class", ""))
        or _named_beside(element.get("id", ""))
        or is_noise(element)
    )


@lru_cache(maxsize=4096)
def _named_beside(names: str) -> bool:
    return _BESIDE.search(names) is not None


def _sum_up(block: _Block, title: str) -> None:
    block.whole = block.own + block.linked
    for inner in block.inner:
        block.whole += inner.whole
        block.running += inner.running
    if _is_running(block, title):
        block.running += block.own


def _is_running(block: _Block, title: str) -> bool:
    if block.own < _SENTENCE or block.linked > block.own or block.element.tag in _HEADINGS:
        return False
    return abs(block.own - len(title)) > _STRAY or one_line(text_in(block.element)) != title


def _leave_out(block: _Block, raw: int) -> None:
    """Take the running text beside the article out of the sums; a box with most of the page's is no such box."""
    for inner in [one for one in block.inner if one.running]:
        running, whole = inner.running, inner.whole
        if 2 * running <= raw and _is_beside(inner.element):
            block.inner.remove(inner)
            inner.running = inner.whole = 0
        else:
            _leave_out(inner, raw)
        block.running -= running - inner.running
        block.whole -= whole - inner.whole


def _smallest(page: _Block) -> _Block:
    """Return the smallest block with most of the running text that parts nothing which belongs together."""
    around, block = page, page
    while block.inner:
        best = max(block.inner, key=lambda inner: inner.running)
        if best.running < _MOST * block.running or _belongs_beside(best, block):
            break
        around, block = block, best
    stray = around.own > 0 and around.whole - block.whole <= _STRAY
    return around if stray else block


def _belongs_beside(best: _Block, block: _Block) -> bool:
    """Tell whether a block has text of its own beside the best one in it that belongs to that one."""
    others = [inner for inner in block.inner if inner is not best]
    alike = [inner for inner in others if inner.element.tag == best.element.tag]
    if best.element.tag in _PARAGRAPHS and alike:
        return True
    if not best.inner and any(inner.running and not inner.inner for inner in alike):
        return True
    paragraphs = sum(inner.running for inner in others if inner.element.tag in _PARAGRAPHS)
    return paragraphs >= _MUCH * block.running
