"""A view of the text that is easier to match and keeps every character offset."""

from __future__ import annotations

import re

_SINGLE_QUOTES = "‘’‚‛`´ʼʹ′"
_DOUBLE_QUOTES = "“”„‟«»″"
_DASHES = "‐‑‒–—―−"
_SPACES = (
    "\t\v\f\r\x00\x1c\x1d\x1e\x1f\x85\xa0\xad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009"
    "\u200a\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u202f\u205f\u2060\u2066\u2067\u2068\u2069\u3000\ufeff"
)
_PLAIN = {
    **dict.fromkeys(_SINGLE_QUOTES, "'"),
    **dict.fromkeys(_DOUBLE_QUOTES, '"'),
    **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys(_SPACES, " "),
    "\u2028": "\n",
    "\u2029": "\n",
    **dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd"),  # halves of a pair, which no encoding takes
}
_SPLIT_PASSIVE = re.compile(
    r"(?<= )(di|Di|DI) (?=(?:lantik|kukuhkan|tunjuk|copot|angkat|geser|gantikan|nonjobkan|berhentikan|promosikan"
    r"|(?:mutasi|rotasi)(?! (?:kali|ini|itu|tersebut|pejabat|jabatan|perdana|besar|tahap|gelombang|pertama|kedua)))\b)",
    re.IGNORECASE,
)
_ODD = re.compile("[^\n -_a-~]")  # everything but a line break and the printable ASCII characters that stay


def fold(text: str) -> str:
    """Return `text` with quotes, dashes and blanks in their plain form, the same length as before.

    Curly quotes become straight, every dash a hyphen, no-break, zero-width and right-to-left marks a space,
    so that a rule need not know how a portal's editor types and a span in the view is the span in the text. A lone
    surrogate, left where a character was cut in two, becomes the replacement character.
    """
    for odd in set(_ODD.findall(text)) & _PLAIN.keys():  # a few replacements are faster than str.translate
        text = text.replace(odd, _PLAIN[odd])
    return text


def join_passives(text: str) -> str:
    """Return `text` with passives that are misspelt in two words (`di lantik`) in one, the blank put before them.

    Indonesian spelling writes the prefix `di-` together with its verb and only the preposition apart (EYD V, Badan
    Bahasa 2022): `di mutasi kali ini` stays. The length is kept.
    """
    return _SPLIT_PASSIVE.sub(r" \1", text)
