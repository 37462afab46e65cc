"""Builds one regular expression of many phrases that shares their beginnings, so that each letter is tried once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable

_Trie: TypeAlias = "dict[str, _Trie]"
_END = ""


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern that matches any of the literal `phrases`, the longest first where one begins another."""
    trie: _Trie = {}
    for phrase in phrases:
        node = trie
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return _pattern(trie)


def _pattern(node: _Trie) -> str:
    branches = []
    for letter in sorted(key for key in node if key != _END):
        run, child = letter, node[letter]
        while len(child) == 1 and _END not in child:
            ((following, child),) = child.items()
            run += following
        branches.append(re.escape(run) + _pattern(child))
    if not branches:
        return ""
    body = branches[0] if len(branches) == 1 and _END not in node else f"(?:{'|'.join(branches)})"
    return f"{body}?" if _END in node else body
