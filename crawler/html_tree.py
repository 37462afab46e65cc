"""HTML to an lxml tree, and the few things done to trees that lxml has no word for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from lxml import etree

Slot = tuple[etree._Element, Literal["text", "tail"]]
"""Where a string of the tree stands: before an element's first child, or after the element."""

_PARSER = etree.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, collect_ids=False, no_network=True
)
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"<[^<>]*>")
_DEEPEST = 2000
"""Elements within elements, from which on libxml2 soon gives up and leaves the rest of the page out."""


def parse_html(html: str) -> etree._Element:
    """Return the root of a page or fragment, without comments; an empty `html` element where there is nothing.

    Of a page nested too deep to be an article only the bare text is kept.
    """
    root = _parsed(html)
    depth, last = 0, root
    while len(last):
        depth, last = depth + 1, last[-1]
    return root if depth < _DEEPEST else _parsed(_TAG.sub(" ", html))


def _parsed(html: str) -> etree._Element:
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), _PARSER)
    except etree.XMLSyntaxError:
        root = None
    return etree.Element("html") if root is None else root


def text_in(element: etree._Element) -> str:
    """Return all text under an element, as it stands there."""
    return "".join(map(str, element.itertext())) if len(element) else element.text or ""


def elements(path: etree.XPath, root: etree._Element, **variables: str) -> list[etree._Element]:
    """Return the elements that a compiled XPath or CSS selector finds, in the order of the document."""
    found = path(root, **variables)
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def strings(path: etree.XPath, root: etree._Element) -> list[str]:
    """Return the strings that a compiled XPath finds, in the order of the document."""
    found = path(root)
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


def drop(element: etree._Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        slot: Slot = (parent, "text") if before is None else (before, "tail")
        put(slot, string_at(slot) + element.tail)
    parent.remove(element)


def string_at(slot: Slot) -> str:
    """Return the string that stands in a slot."""
    element, side = slot
    return (element.text if side == "text" else element.tail) or ""


def put(slot: Slot, string: str) -> None:
    """Write a string into a slot, without the control characters that lxml reads but does not write."""
    element, side = slot
    try:
        setattr(element, side, string)
    except ValueError:
        setattr(element, side, _UNWRITABLE.sub("", string))


def slots(root: etree._Element) -> Iterator[Slot]:
    """Yield the strings under an element in the order of the document."""
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if element.text:
                yield element, "text"
        elif element.tail and element is not root:
            yield element, "tail"


def slots_before(element: etree._Element, root: etree._Element, most: int) -> Iterator[Slot]:
    """Yield the strings under `root` that stand before an element, the nearest first, over at most `most` steps."""
    node, at_its_end = element, False
    for _ in range(most):
        before = (node[-1] if len(node) else None) if at_its_end else node.getprevious()
        if before is not None:
            if before.tail:
                yield before, "tail"
            node, at_its_end = before, True
            continue
        holder = node if at_its_end else node.getparent()
        if holder is None:
            return
        if holder.text:
            yield holder, "text"
        if holder is root:
            return
        node, at_its_end = holder, False
