"""Lines that platforms put around an article's text: who made it (editor, copyright), what else to read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

_PAGE_LINE = re.compile(
    r"(?:(?:editor|redaktur|pewarta|reporter|penulis|kontributor|fotografer)(?:\s*/\s*\w+)?\s*(?::\s*\S|\|)"
    r"|sumber\s*\|\s*:"
    r"|(?:copyright|hak cipta)\s*(?:©|\(c\)|\d{4})|©"
    r"|(?:(?:baca|simak|lihat)\s+(?:juga|pula)|(?:berita|artikel)\s+(?:terkait|lainnya)|berita\s+rekomendasi)\W*$)",
    re.IGNORECASE,
)
_LONGEST = 120
_CONTENT_FIELDS = frozenset(("entry-content", "td-post-content", "post-content", "wp-block-post-content"))


def is_content_field(body: etree._Element) -> bool:
    """Tell whether the element holds what was typed into WordPress's content field: such a line is the writer's own.

    WordPress's API and feeds give it as part of the text, so its pages do too.
    """
    return not _CONTENT_FIELDS.isdisjoint(body.get("class", "").split())


def without_page_lines(text: str) -> str:
    """Return the text without such lines; paragraphs stay apart."""
    paragraphs = (
        "\n".join(line for line in paragraph.split("\n") if len(line) > _LONGEST or not _PAGE_LINE.match(line))
        for paragraph in text.split("\n\n")
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
