"""Blanks out what a page prints around and between the paragraphs of an article.

Everything is replaced by spaces of the same length, so every offset stays true.
"""

from __future__ import annotations

import re

_TO_LINE_END = re.compile(
    r"""(?imx)^[ ]*(?:
        \(?\b(?:baca|simak|lihat|tonton)(?:[ ](?:juga|selengkapnya|pula)\b|[ ]?:)
      | (?:berita|artikel)[ ]terkait\b
      | (?:ilustrasi|caption|keterangan[ ]foto|foto|dok(?:umentasi)?\.?|video|infografis)[ ]*[:|]
      | \[[ ]*(?:foto|gambar|video|ilustrasi)\b
      | (?:penulis|editor|reporter|pewarta|laporan|kontributor|sumber[ ]berita|redaktur|fotografer|jurnalis)[ ]*:
      | copyright\b | hak[ ]cipta\b | ©
      | ikuti[ ](?:berita|kami|saluran|channel|update|informasi)\b
      | (?:dapatkan|cek)[ ](?:berita|update|informasi|artikel)\b
      | spread[ ]the[ ]love | komentar(?:[ ]anda)?[ ]*$ | tinggalkan[ ](?:balasan|komentar)
      | kirim[ ]pesan[ ]*$ | butuh[ ]bantuan\?? | hai,?[ ]apa[ ]kabar\?? | apa[ ]yang[ ]bisa[ ]kami[ ]bantu\??
      | (?:bagikan|share)(?:[ ](?:ini|this|ke|di|artikel)\b|[ ]*:|[ ]*$)
      | advertisement[ ]*$ | scroll[ ]to[ ]continue
    )[^\n]*$"""
)
# A link to another article inside a paragraph ends at the line's end, at the sentence's end, or where the
# next paragraph was glued to it (`... di Tengah LautSejauh ini ...`).
_INLINE_LINK = re.compile(
    r"(?i:\b(?:baca|simak|lihat)\s+juga\s*:)[^\n]{0,220}?(?=\n|$|[.?!]\s|(?<=[a-z0-9)])[A-Z][a-z]|\Z)"
)


_TAG = re.compile(r"</?(?:(?P<line>br|p|div|li|h[1-6]|tr)|[a-zA-Z]{1,10})\b[^<>\n]{0,200}>", re.IGNORECASE)


# A dateline glued to the first word of the story (`PALU-Bupati`, `(media.co)-Seleksi`).
_GLUED_DATELINE = re.compile(
    r"(?m)^(?:[A-Z]{4,}(?: [A-Z]{3,}){0,2}|[A-Z][A-Za-z ]{2,30},? ?\([\w. ]{3,40}\))(-)(?=[A-Z][a-z])"
)
_LINK_COLON = re.compile(r"[Jj][Uu][Gg][Aa]\s*:")


_LONGEST_WORD = 200
_ENDLESS_WORD = re.compile(rf"(?<!\S)\S{{{_LONGEST_WORD},}}")


def mask_noise(text: str) -> str:
    """Return the folded `text` with captions, links to other articles, bylines and widgets blanked out.

    So are words of 200 characters and more, which are drawn lines, images in the text or lost code, and which a
    tokeniser takes time squared for.
    """
    if "</" in text or "/>" in text:
        text = _TAG.sub(_blank_tag, text)
    if _has_endless_word(text):
        text = _ENDLESS_WORD.sub(_blank, text)
    kept: list[str] = []
    end = line = 0
    while line >= 0:
        noise = _TO_LINE_END.match(text, line)
        if noise is not None:
            kept += (text[end:line], " " * len(noise[0]))
            end = noise.end()
        line = text.find("\n", max(line, end)) + 1 or -1
    masked = _GLUED_DATELINE.sub(_apart, "".join((*kept, text[end:])))
    return _INLINE_LINK.sub(_blank, masked) if _LINK_COLON.search(masked) else masked


_CHROME = 1500
"""How far into a page its headline may stand below the menu."""


def mask_above_headline(text: str, headline: str) -> str:
    """Return `text`, which opens with `headline`, with the repeated headline and the page's menu above it blanked."""
    if not headline or "\n" in headline:
        return text
    at = text.find("\n" + headline, len(headline), len(headline) + _CHROME)
    after = at + 1 + len(headline)
    if at < 0 or text[after : after + 1] not in {"\n", ""}:
        return text
    head = len(headline)
    return text[:head] + "".join(c if c == "\n" else " " for c in text[head:after]) + text[after:]


def _has_endless_word(text: str) -> bool:
    """Tell whether a stretch of half an endless word's length has no blank; an endless word covers one."""
    step = _LONGEST_WORD // 2
    return any(
        text.find(" ", at, at + step) < 0 and text.find("\n", at, at + step) < 0
        for at in range(0, len(text) - step + 1, step)
    )


def _blank_tag(match: re.Match[str]) -> str:
    """Return blanks for a tag of HTML left in the text, and a line's end for one that ends a line or paragraph."""
    size = len(match.group())
    return "\n" + " " * (size - 1) if match["line"] else " " * size


def _apart(match: re.Match[str]) -> str:
    return match.group()[:-1] + " "


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())
