"""Splits an article into sentences where a newspaper's abbreviations and lost paragraph breaks allow it."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.post_words import is_region_name

# Words before a full stop that end no sentence: honorifics, degrees, acting marks, addresses, units, months.
_ABBREVIATIONS = frozenset(
    """h hj hjh hi hm dr drs dra drg drh ir prof kh st tgk tgh rd tb ny tn sdr sdri ust apt ns moh muh muhd abd abdul
    ach akh m a b c d e f g i j k l n o p q r s t u v w x y z plt pj plh pjs pj no nomor jl jln kab kec kel prov kep
    ds dsn gg rt rw hlm dll dsb dkk dst tgl tmt alm almh rp s.sos s.h s.e s.t s.ip m.si m.m m.h m.t m.pd s.pd m.kes
    m.ap s.kom s.ag s.stp m.hum a.n u.p an up sp ars cs bpk bdn dg ibu jend brigjen kol letkol kapt fx chr yoh
    """.split()
)
_STOP = re.compile(r"[.!?][\"')\]]*(?=\s|[A-Z\"(])|\n+")
_LAST_WORD = re.compile(r"[\w.'-]+$")
_GOVERNMENTS = frozenset({"pemprov", "pemkab", "pemkot", "pemko"})
_REGION_AFTER = re.compile(r" ([A-Z]\w+(?: [A-Z]\w+){0,2})")
_INITIALS = re.compile(r"[a-z](?:\.[a-z])+$")
"""`J.O. Nama`: the first names by their letters."""
_OPENS_WORD = re.compile(r"[\"(]*[A-Z][a-z]")
# Words that open a sentence after a degree (`Ratna Lestari, M.Kes. Sebelumnya ia ...`); a name or post goes on.
_AFTER_DEGREE = re.compile(
    r" (?:Sebelumnya|Ia|Dia|Beliau|Mereka|Keduanya|Ketiganya|Sementara|Selain|Adapun|Selanjutnya|Menurut|Pelantikan"
    r"|Dalam|Pada|Turut|Hadir|Usai|Setelah|Sedangkan|Kemudian|Namun|Sejumlah|Sebanyak|Para|Acara|Kegiatan|Pengambilan)\b"
)
_SCHOOLS = frozenset({"sd", "smp", "sma", "smk", "tk"})
_SCHOOL_NUMBER = re.compile(r" N\.? ?\d")
"""`SMA. N 8`: a state school."""
# A day cut off by a full stop and alone before the line's end (`di Pendopo Ciamis. Selasa (07/01/2020)`).
_LONE_DAY = re.compile(
    r"\s+(?:[Pp]ada )?(?:[Hh]ari )?(?:Senin|Selasa|Rabu|Kamis|Jum'?at|Sabtu|Minggu|Ahad),? ?\(?\d{1,2}[\w/ -]{2,24}\)?"
    r"(?: (?:pagi|siang|sore|petang|malam))?\.?[ \t]*(?:\n|$)"
)
_OPENS_SENTENCE = re.compile(r"\s*(?:[\"'(\[-]+\s*)?[A-Z0-9]")


class Sentence(NamedTuple):
    """One sentence [start, end) of the text; `paragraph` counts the lines that hold text, from 0."""

    start: int
    end: int
    paragraph: int


def split_sentences(text: str) -> list[Sentence]:
    """Return the sentences of the folded `text` in order; together they cover every word, and never overlap."""
    sentences: list[Sentence] = []
    start = paragraph = 0
    for stop in _STOP.finditer(text):
        line_end = text[stop.start()] == "\n"
        if not line_end and not _ends_sentence(text, stop):
            continue
        end = stop.start() if line_end else stop.end()
        _append(sentences, text, start, end, paragraph)
        if line_end and sentences and sentences[-1].paragraph == paragraph:
            paragraph += 1
        start = stop.end()
    _append(sentences, text, start, len(text), paragraph)
    return sentences


def _append(sentences: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append(Sentence(start, end, paragraph))


def _ends_sentence(text: str, stop: re.Match[str]) -> bool:
    """Tell whether the mark at `stop` closes a sentence rather than an abbreviation, an initial or a number."""
    if text[stop.start()] != ".":
        return True
    before = _LAST_WORD.search(text, max(0, stop.start() - 24), stop.start())
    word = before.group().lower() if before else ""
    after = stop.end()
    if word in _SCHOOLS and _SCHOOL_NUMBER.match(text, after) is not None:
        return False
    if _INITIALS.match(word) and word not in _ABBREVIATIONS:
        return False
    if word in _GOVERNMENTS and _names_region(text, after):
        return False
    if word in _ABBREVIATIONS:
        return "." in word and _AFTER_DEGREE.match(text, after) is not None
    if after < len(text) and not text[after].isspace():
        # Paragraph breaks lost in scraping glue sentences together; a degree (S.Sos) or a domain (x.CO.ID) does not.
        closed = not word or (len(word) > 3 and "." not in word)
        return closed and _OPENS_WORD.match(text, after) is not None
    if word.isdigit() and len(word) <= 3 and text.rfind("\n", 0, stop.start()) == stop.start() - len(word) - 1:
        return False  # the number of a list item
    if _LONE_DAY.match(text, after) is not None:
        return False
    return _OPENS_SENTENCE.match(text, after) is not None


def _names_region(text: str, at: int) -> bool:
    """Tell `Pemprov. Kalsel`: a region's name, or its first words, follow."""
    found = _REGION_AFTER.match(text, at)
    words = found.group(1).split() if found is not None else []
    return any(is_region_name(" ".join(words[:count])) for count in range(1, len(words) + 1))
