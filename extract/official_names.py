"""The names of one person as an article varies them: in part, with an initial, by a byname."""

from __future__ import annotations

import re
from typing import Final

NAME_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORT_ADDRESS_LETTERS: Final = 4
_BYNAME: Final = re.compile(
    r",? ?\(?(?:(?:alias|atau)|(?:(?:atau|yang|juga|lebih) )*(?:akrab|biasa|kerap|karib|sering|populer)"
    r" (?:di)?(?:sapa|panggil|kenal)\w*(?: (?:dengan|sebagai|sebutan|sapaan|panggilan|nama))*)"
    r" [\"']?(?P<byname>[A-Z][\w'.]{1,15}(?: [A-Z][\w']{1,15}){0,2})"
    r"|,? \((?P<initials>[A-Z]{2,4})\)"
)
_SAID: Final = re.compile(r"(?:^|[.\n\"-]\s*|\b(?:kata|ujar|ungkap|tutur|jelas|tegas|papar|terang|ucap) )$")


def is_short_for(short: str, full: str) -> bool:
    """Tell whether `short` is `full` or a part of it, in order.

    An initial stands for its word; a short form of address before the part (`Ra Baihaqi`, `Ning Ita`) for none.
    """
    few, many = _words(short), _words(full)
    if not few or not many:
        return False
    if _in_order(few, many):
        return True
    told = [word for word in few if len(word) >= _SHORT_ADDRESS_LETTERS]
    return 0 < len(told) < len(few) and _in_order(told, many)


def _words(name: str) -> list[str]:
    return [word.lower() for word in NAME_WORD.findall(name.replace("'", ""))]


def _in_order(few: list[str], many: list[str]) -> bool:
    rest = iter(many)
    return all(any(word == other or (len(word) == 1 and other.startswith(word)) for other in rest) for word in few)


def byname_after(text: str, name: str, end: int) -> str | None:
    """Return the byname told right after a name that ends at `end`: `alias Bang Edi`, `akrab disapa Edi`, `(SW)`.

    Letters in brackets count where the words of the name begin with them.
    """
    told = _BYNAME.match(text, end)
    if told is None:
        return None
    initials = told["initials"]
    if initials is None:
        return told["byname"]
    firsts = "".join(word[0] for word in NAME_WORD.findall(name)).upper()
    return initials if initials in firsts else None


def opens_clause(text: str, start: int) -> bool:
    """Tell whether a sentence, or the words of a speaker, begin at `start`."""
    return _SAID.search(text, max(0, start - 12), start) is not None
