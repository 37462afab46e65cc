"""A cleaned tree to the lines and paragraphs that a reader sees."""

from __future__ import annotations

import re

from lxml import etree

from crawler.html_tree import text_in

LINE_BREAK = "\u2028"
"""Unicode's own line separator stands in the tree for a newline that counts as `<br>`."""

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header "
    "hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_INVISIBLE = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+")
"""Soft hyphens, joiners, marks of direction, and control characters, which a terminal would obey."""
_OWN_MARK = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[-–—•*])\s?")

_FURNITURE = frozenset(
    (
        "spread the love|komentar|komentar facebook|tinggalkan komentar|leave a comment|bagikan|bagikan ini"
        "|bagikan berita ini|bagikan artikel ini|share|share this|share on|sharing|like this|loading|like loading"
        "|sukai ini|sukai ini memuat"
        "|advertisement|advertisements|advertisment|iklan|scroll to continue with content|scroll to resume content"
        "|gulir untuk lanjut membaca|gulir untuk melanjutkan|lanjutkan membaca|kirim pesan|butuh bantuan"
        "|print friendly, pdf & email|facebook|twitter|whatsapp|telegram|facebook comments"
    ).split("|")
)
_APPEARED_FIRST = re.compile(
    r"^(?:the post|pos|artikel|postingan) .{1,400} "
    r"(?:appeared first on|muncul pertama kali di|pertama kali tampil pada) ",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"^(?:(?:post views|total views|dilihat|dibaca|views|pembaca)\s*:?\s*[\d.,]+(?:\s*kali)?"
    r"|[\d.,]+\s*(?:komentar|comments?|shares?|views?))$",
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 120

_DEEPEST = 150
"""Elements within elements, from which on only their text is taken: deeper than any editor nests."""


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space, invisible and control characters out."""
    line = " ".join(text.split())
    return line if line.isprintable() else " ".join(_INVISIBLE.sub("", line).split())


def has_own_mark(line: str) -> bool:
    """Tell whether a line begins with a number, a letter or a dash as an item of a list does."""
    return _OWN_MARK.match(line) is not None


class Renderer:
    """Walks a cleaned tree and gathers blocks of lines."""

    def __init__(self, depth: int = 0) -> None:
        self._blocks: list[list[str]] = [[]]
        self._words: list[str] = []
        self._mark = ""
        self._depth = depth
        self._in_item = 0
        self._numbers: dict[etree._Element, int] = {}

    def text_of(self, root: etree._Element) -> str:
        """Return the text under `root`: blocks apart by a blank line, their lines by a newline."""
        self._children(root)
        self._end_block()
        return "\n\n".join("\n".join(lines) for lines in self._blocks if lines)

    def _children(self, element: etree._Element) -> None:
        if self._depth == _DEEPEST:
            self._words.append(text_in(element))
            return
        self._depth += 1
        if element.text:
            self._words.append(element.text)
        for child in element:
            self._element(child)
            if child.tail:
                self._words.append(child.tail)
        self._depth -= 1

    def _element(self, element: etree._Element) -> None:
        match element.tag:
            case "br":
                self._end_line()
            case "li":
                self._item(element)
            case "tr":
                self._row(element)
            case name if name in _BLOCKS:
                self._end_block()
                self._children(element)
                self._end_block()
            case _:
                self._children(element)

    def _item(self, element: etree._Element) -> None:
        self._end_line()
        self._mark = self._mark_of(element)
        self._in_item += 1
        self._children(element)
        self._in_item -= 1
        self._end_line()
        self._mark = ""

    def _mark_of(self, item: etree._Element) -> str:
        """Return what a browser shows before an item: its number in a numbered list, else a dash."""
        listing = item.getparent()
        if listing is None or listing.tag != "ol":
            return "- "
        number = self._numbers.get(listing)
        if number is None:
            start = listing.get("start", "1")
            number = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
        self._numbers[listing] = number + 1
        return f"{number}. "

    def _row(self, row: etree._Element) -> None:
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if len(cells) < 2:  # a table of one column lays a page out
            self._end_block()
            for cell in cells:
                self._children(cell)
            self._end_block()
            return
        self._end_line()
        rendered = [one_line(Renderer(self._depth).text_of(cell)) for cell in cells]
        self._add_line(" | ".join(rendered) if any(rendered) else "")

    def _end_block(self) -> None:
        self._end_line()
        if self._blocks[-1] and not self._in_item:
            self._blocks.append([])

    def _end_line(self) -> None:
        if not self._words:
            return
        text = "".join(self._words)
        self._words.clear()
        for line in text.split(LINE_BREAK):
            self._add_line(one_line(line))

    def _add_line(self, line: str) -> None:
        if not line or _is_furniture(line):
            return
        if self._mark:
            line = line if has_own_mark(line) else self._mark + line
            self._mark = ""
        self._blocks[-1].append(line)


def _is_furniture(line: str) -> bool:
    if _APPEARED_FIRST.match(line):
        return True
    if len(line) > _LONGEST_FURNITURE:
        return False
    bare = line.strip(" :.…?!-–|>").casefold()
    return not bare.strip("_*=~") or bare in _FURNITURE or bool(_VIEWS.match(line))
