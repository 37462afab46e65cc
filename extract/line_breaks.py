"""Joins the lines of a text that a page breaks within sentences, as blogs with lines of fixed width do.

A line break becomes a blank, so that every offset stays true.
"""

from __future__ import annotations

import re

_BROKEN = re.compile(r"(?<=[A-Za-z0-9,)])\n(?=[a-z]{2})")
"""A break before a small letter where no sentence ends: no item of a list begins there."""
_ENOUGH = 3
_IN_SENTENCE = re.compile(r"(?<=[A-Za-z0-9,)])\n(?!\d{1,3}[.)])(?=[A-Z0-9(\"][\w(\"]{0,30}[ ,.])")
_LINE = 25
"""The least length, in characters, of a line that is taken for broken at its right edge."""


def join_lines(text: str) -> str:
    """Return the folded `text` with breaks within sentences as blanks, where it has several; else as it is."""
    if len(_BROKEN.findall(text)) < _ENOUGH:
        return text
    joined = _BROKEN.sub(" ", text)
    return _IN_SENTENCE.sub(_blank_after_long_line, joined)


def _blank_after_long_line(match: re.Match[str]) -> str:
    text, at = match.string, match.start()
    short = text.rfind("\n", max(0, at - _LINE), at) >= 0 or at < _LINE
    return "\n" if short else " "
