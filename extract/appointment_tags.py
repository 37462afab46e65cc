"""Turns a stretch of an article into tags: posts, names, cues and punctuation."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.appointment_cues import Tag, find_cues
from extract.names import NameMatch, match_name
from extract.post_words import is_region_name

if TYPE_CHECKING:
    from extract.posts import PostMention

_TOKEN = re.compile(r"[A-Z][\w'-]*|[a-z0-9][\w'-]*|[,;:()|-]")
_TITLES = frozenset({"dr", "drg", "drh", "drs", "dra", "apt", "ns"})
_RANK = re.compile(
    r"\b(?:akp|akbp|kompol|kombes|iptu|ipda|aiptu|aipda|bripka|brigjen|irjen|komjen|letkol|letda|lettu|mayor|kapten"
    r"|kolonel|mayjen|letjen|laksma|marsma|jaksa)\b",
    re.IGNORECASE,
)
_CLEAR_WORDS = frozenset(
    """menjabat bertugas juga seorang hanya di jabatan tugas posisi kursi pos pejabat langsung akhirnya ini itu hari
    kembali kabarnya bernama atas nama saudara pak bu puas rela harus sebuah sang si sosok rangkap jajaran secara sama
    untuk pada tersebut amanah menjalankan sebagai akan bakal segera lagi baru""".split()
)
"""Words that stand between a name or cue and its post without parting them."""
_PLACE_LEADS = frozenset(
    """di ke dari dalam asal kantor aula pendopo pendapa gedung jalan kabupaten kota kecamatan kelurahan desa
    gampong pulau provinsi balai ruang hotel lapangan halaman graha masjid kampung nagari distrik dusun
    nomor pasal hari tanggal bulan tahun pemkab pemkot pemprov pemko lingkup lingkungan wilayah daerah dprd
    fraksi partai media harian portal rsud komisi universitas fakultas yayasan pt cv dinas badan selain""".split()
)
"""After these words a capitalised word is a place, a body or a number, no person."""


class Tagger:
    """Gives out the tags of any stretch of one folded text, whose posts are known."""

    def __init__(self, text: str, lower: str, posts: list[PostMention]) -> None:
        self.text = text
        self.lower = lower
        self._posts = posts
        self._starts = [post.start for post in posts]
        self.first_names: set[str] = set()
        """First names of people told so far, in small letters: `Maret` alone is then a person."""

    def has_posts(self, start: int, end: int) -> bool:
        """Tell whether a post, a unit or the state of having none begins in [start, end)."""
        return bisect_left(self._starts, start) < bisect_left(self._starts, end)

    def tags(self, start: int, end: int) -> list[Tag]:
        """Return the tags of [start, end) in order. A run of words that say nothing is one tag, of the last of them."""
        posts = self._posts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        tags: list[Tag] = []
        at = start
        previous = ""
        for fixed in [*_merged(posts, find_cues(self.lower, start, end)), Tag("end", end, end)]:
            if fixed.start < at:
                continue
            at = self._gap(tags, at, fixed.start, previous)
            if fixed.start < at or fixed.kind == "end":
                continue
            tags.append(fixed)
            at = fixed.end
            previous = fixed.word.rpartition(" ")[2]
        return tags

    def names(self, start: int, end: int) -> list[NameMatch]:
        """Return the names in [start, end)."""
        return [tag.name for tag in self.tags(start, end) if tag.name is not None]

    def _gap(self, tags: list[Tag], start: int, end: int, previous: str) -> int:
        """Append the tags of [start, end), which holds neither post nor cue; return where they end."""
        at = start
        for found in _TOKEN.finditer(self.text, start, end):
            begin = found.start()
            if begin < at:
                continue
            printed = found.group()
            letter = printed[0]
            if letter.isupper() or printed in _TITLES:
                name = self._name(found, end) if previous not in _PLACE_LEADS else None
                if name is not None:
                    tags.append(Tag("name", name.start, min(name.end, end), name=name))
                    at = name.end
                    previous = ""
                    continue
            at = found.end()
            if not letter.isalnum():
                tags.append(Tag(printed, begin, at, printed))
                previous = ""
                continue
            word = printed.lower()
            if letter.islower() or word in _PLACE_LEADS:
                previous = word
            if word in _CLEAR_WORDS:
                continue
            if tags and tags[-1].kind == "word":
                tags[-1].end, tags[-1].word = at, word
            else:
                tags.append(Tag("word", begin, at, word))
        return max(at, start)

    def _name(self, found: re.Match[str], end: int) -> NameMatch | None:
        name = match_name(self.text, found.start())
        if name is None or name.name_end > end:
            return self._known_first_name(found)
        if name.start < name.name_start and _RANK.search(self.text, name.start, name.name_start) is not None:
            return None
        if name.start == name.name_start and name.end == name.name_end and is_region_name(name.name):
            return None
        return name

    def _known_first_name(self, found: re.Match[str]) -> NameMatch | None:
        """Return a short name that is also a calendar word, where a person so called was named before."""
        start, end = found.span()
        if found.group().lower() not in self.first_names:
            return None
        if self.text[max(0, start - 2) : start].strip().isdigit() or self.text[end : end + 2].strip().isdigit():
            return None
        return NameMatch(start, end, start, end, found.group())


def _merged(posts: list[PostMention], cues: list[Tag]) -> list[Tag]:
    """Return post tags and the cues outside them, in order."""
    tags = [Tag(post.kind, post.start, post.end, post=post) for post in posts]
    at = 0
    kept: list[Tag] = []
    for cue in cues:
        while at < len(posts) and posts[at].end <= cue.start:
            at += 1
        if at == len(posts) or cue.end <= posts[at].start:
            kept.append(cue)
    return sorted([*tags, *kept], key=lambda tag: tag.start)
