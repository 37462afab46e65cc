"""Takes back what WordPress does to a writer's punctuation when it renders a post.

`wptexturize()` (wp-includes/formatting.php) turns typed ASCII into typographic marks and writes them as decimal
references, while what a writer typed typographically stays a UTF-8 character in the post. So a reference in rendered
HTML is WordPress's own, and the typed character can be had again; once entities are decoded, the two look the same.
"""

from __future__ import annotations

import re

# The typed quotation marks are written as references too: a bare one could end an attribute.
_TYPED = {
    "8216": "&#39;",
    "8217": "&#39;",
    "8220": "&quot;",
    "8221": "&quot;",
    "8242": "&#39;",
    "8243": "&quot;",
    "8230": "...",
    "8482": "(tm)",
    "215": "x",
}
_REFERENCE = re.compile(rf"&#(?:{'|'.join(_TYPED)});")
_DASH = re.compile(r"&#(8211|8212);")


def as_typed(html: str) -> str:
    """Return rendered WordPress HTML with its punctuation as the writer typed it, still as HTML.

    `-` for an en dash made of ` - `, `--` for one made of `--`, straight quotes for curly ones, `...` for an ellipsis,
    `x` for a multiplication sign between digits.
    """
    if "&#8" not in html and "&#215;" not in html:
        return html
    return _REFERENCE.sub(lambda found: _TYPED[found[0][2:-1]], _DASH.sub(_typed_dash, html))


def _typed_dash(found: re.Match[str]) -> str:
    start, end = found.span()
    before, after = found.string[start - 1 : start], found.string[end : end + 1]
    # WordPress looks at each run of text between two tags by itself, so a tag bounds a dash as a space does.
    apart = (not before or before.isspace() or before == ">") and (not after or after.isspace() or after == "<")
    if found[1] == "8211":
        return "-" if apart else "--"
    return "--" if apart else "---"
