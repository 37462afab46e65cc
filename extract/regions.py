"""Finds the regions a text names: which they can be, and in what part they are named."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from extract.phrases import any_of
from extract.region_cues import (
    ACTING,
    DISTRICTS,
    EXTERNALS,
    GOVERNMENTS,
    OFFICES,
    SECRETARIES,
    SKIPPED,
    TYPES,
    UNITS,
    Cue,
)
from extract.region_table import (
    NameEntry,
    district_first_words,
    district_names,
    first_words,
    region_names,
    regions,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from extract.region_table import Level

_CUE_WORDS = any_of({*TYPES, *GOVERNMENTS, *OFFICES, *SECRETARIES, *DISTRICTS, "wali", "wakil"})
# Led by what parts words: a scan skips from one to the next.
_WORD = re.compile(rf"([^A-Za-z0-9_])(?<!\w)([A-Z]\w*|50(?= [Kk])|4(?= Law)|{_CUE_WORDS}\b)")
_NEXT_WORD = re.compile(r"( |-|\. ?|  )(\w+)")
_ASIDE = re.compile(
    r"\b(?:mantan|eks|bekas|asal|seperti|sebagaimana|berbeda|dibanding|dibandingkan|tetangga|studi|pindah|pindahan|lahir|"
    r"meniru|mencontoh|kelahiran|alumni|alumnus|berasal)\s(?:(?:pj|plt|plh|di|dari|ke|dengan|halnya|tiru|banding|kasus|"
    r"daerah|pemerintah|wakil|dalam)\.?\s){0,3}$",
    re.IGNORECASE,
)
_ASIDE_ENDS = (
    "mantan", "eks", "bekas", "asal", "seperti", "sebagaimana", "berbeda", "dibanding", "dibandingkan", "tetangga",
    "studi", "pindah", "pindahan", "lahir", "meniru", "mencontoh", "kelahiran", "alumni", "alumnus", "berasal", "pj",
    "plt", "plh", "di", "dari", "ke", "dengan", "halnya", "tiru", "banding", "kasus", "daerah", "pemerintah", "wakil",
    "dalam",
)  # fmt: skip
"""The words that `_ASIDE` ends with, looked at first: they spare it most mentions."""
_AFTER_DATELINE = re.compile(r" ?(?:-(?!\w)|--|[|:/(,]|\n)")
_FAR_DATELINE = re.compile(r" ?(?:-(?!\w)|--|\|)")
_OTHER_ARTICLE = re.compile(r"\W*(?:baca juga|baca|simak|lihat juga|artikel terkait)\s?:", re.IGNORECASE)
_WRITTEN_OUT = re.compile(
    r"\b(?:pemerintah(?:an)?(?: daerah)?(?: kota| kabupaten| provinsi)?|"
    r"sekretari(?:s|at) (?:daerah|kabupaten|kota|provinsi)|(?:wakil )?(?:bupati|wali ?kota|gubernur)) \($",
    re.IGNORECASE,
)
_LIST_JOINTS = frozenset((", ", " dan ", ", dan ", " serta ", ", serta ", "/", " & ", " / ", "-"))
_PLACES = (" di ", " ke ", " se", " dari ", "\ndi ", "(di ", " wilayah ", " warga ", " masyarakat ", " kawasan ")
_VILLAGES = (" desa ", " kelurahan ", " kampung ", " dusun ", " nagari ", " gampong ", " jalan ", " lurah ", " kades ")
_CUED: frozenset[Cue] = frozenset(("government", "office", "secretary", "unit", "typed", "dateline"))
_INHERITED: frozenset[Cue] = frozenset(("government", "office", "secretary", "typed"))
_NEVER_OF_SEATS: frozenset[Cue] = frozenset(("government", "office", "secretary", "unit", "name"))
_LOWER_CUES = frozenset((*TYPES, *OFFICES, *GOVERNMENTS))
_ABBREVIATED = frozenset("kab prov kep adm kec pj plt plh pjs gub pemprov pemkab pemkot pemko".split())
_BOTH_LEVELS = re.compile(r"\b(?:kabupaten|kab|kota)\.?(?:/| / | dan | & |-)$", re.IGNORECASE)
_OPENERS = frozenset("di ke dari pada se untuk warga masyarakat asn pns pejabat mutasi rotasi".split())
_DAYS = frozenset("senin selasa rabu kamis jumat sabtu minggu ahad".split())
_DIRECTIONS = frozenset(
    "utara selatan timur barat tengah tenggara kota hulu hilir kidul kulon wetan lor raya baru baro lama".split()
)
_LOWER_PARTS = frozenset("dan utara selatan timur barat tengah tenggara".split())
"""Parts of names that are carelessly written small after a capitalised part: `OKU selatan`."""
_DATELINE_REACH = 40


class RegionMention(NamedTuple):
    """A region named at [start, end) of the text; [cue_start, end) takes in the words that tell its part.

    `codes` are the Kemendagri codes it can mean, sorted; several where kabupaten and kota (or a province) share the
    name and no word before it tells which. `level` is the level that such a word told, else None. `aside` marks
    mentions that the sentence itself puts aside (`seperti di Kabupaten X`, `mantan Bupati X`).
    """

    start: int
    end: int
    cue_start: int
    codes: tuple[str, ...]
    level: Level | None
    cue: Cue
    aside: bool = False


def find_regions(text: str) -> list[RegionMention]:
    """Return the regions that the folded `text` names, in order, never overlapping.

    A name counts where it begins with a capital letter, or stands in lower case after a word such as `kabupaten`.
    The longest name wins (`Bandung Barat` before `Bandung`). One pass over the text's capitalised words.
    """
    return _Finder(text).mentions()


class _Part(NamedTuple):
    cue: Cue
    level: Level | None
    start: int


class _Finder:
    """One text on its way through `find_regions`: its capitalised words, and what was found so far."""

    def __init__(self, text: str) -> None:
        self.text = text
        pieces = _WORD.split(f" {text}")  # what stands between, the mark before a word, the word, and so on
        reached = list(accumulate(map(len, pieces), initial=-1))
        self.words = [word.lower() for word in pieces[2::3]]
        self.starts = reached[2::3]
        self.ends = reached[3::3]
        self.found: list[RegionMention] = []
        self.taken = self.line = self.scanned = 0

    def mentions(self) -> list[RegionMention]:
        firsts = first_words()
        opening = _opening_words()
        for index, word in enumerate(self.words):
            if word not in opening or self.starts[index] < self.taken:
                continue
            mention = None
            if word in firsts:
                mention = self._named(index, firsts[word])
            elif word in DISTRICTS:
                mention = self._district_after(index)
            if mention is None and word in _LOWER_CUES:
                mention = self._lower_case_after(index)
            if mention is not None:
                self.found.append(mention)
                self.taken = mention.end
        return self.found

    def _named(self, index: int, longest: int) -> RegionMention | None:
        start = self.starts[index]
        key, end = _read_name(self.text, start, self.ends[index], longest, region_names(), lower=False)
        if not key or (self.text[end : end + 1] == "." and self.text[end + 1 : end + 2].islower()):
            return None
        entry = region_names()[key]
        part: _Part | None = self._cued_part(start, index - 1)
        if part is None:
            district = self._district_at(start, self.ends[index], start)
            if district is not None and district.end > end:
                return district
            part = self._bare_part(index, end, entry)
        return part and self._mention(start, end, entry, part)

    def _mention(self, start: int, end: int, entry: NameEntry, part: _Part) -> RegionMention | None:
        codes, level, cue = entry.codes, part.level, part.cue
        if entry.kind == "government" or entry.kind == "office" or entry.kind == "secretary":
            level, cue = "provinsi", entry.kind
        if level is not None:
            codes = _of_level(entry.codes, level) or _of_level(entry.former, level)
            if not codes and entry.needs_cue:
                return None
            if not codes:
                codes, level = entry.codes, None
                cue = "name" if cue == "typed" else cue
        if entry.kind == "seat" and cue in _NEVER_OF_SEATS:
            cue = "seat"
        cautious = entry.needs_cue or (entry.upper and not self.text[start:end].isupper())
        if cautious and cue not in _CUED:
            return None
        cue_start = self._opening(part.start)
        aside = self._is_aside(cue_start) or self._of_other_article(cue_start)
        return RegionMention(start, end, cue_start, codes, level, cue, aside)

    def _is_aside(self, start: int) -> bool:
        """Tell whether the words before `start` put the mention aside: `mantan Bupati X`, `seperti di Kabupaten X`."""
        before = self.text[max(0, start - 16) : max(0, start - 1)].rstrip(".").lower()
        return before.endswith(_ASIDE_ENDS) and _ASIDE.search(self.text, max(0, start - 40), start) is not None

    def _of_other_article(self, start: int) -> bool:
        """Tell whether the line is a headline of another article (`Baca juga: ...`)."""
        return _OTHER_ARTICLE.match(self.text, self._line_of(start), start) is not None

    def _line_of(self, start: int) -> int:
        """Return where the line of `start` begins; asked for in ascending order, so the text is scanned once."""
        found = self.text.rfind("\n", self.scanned, start)
        if found >= 0:
            self.line = found + 1
        self.scanned = max(self.scanned, start)
        return self.line

    def _opening(self, start: int) -> int:
        """Return where a cue in brackets begins with the words it abbreviates: `Pemerintah Kota (Pemkot) Bekasi`."""
        if self.text[start - 1 : start] != "(":
            return start
        full = _WRITTEN_OUT.search(self.text, max(0, start - 40), start)
        return full.start() if full else start

    def _cued_part(self, start: int, before: int) -> _Part | None:
        """Return the part told by the words right before `start`, of which words[before] is the last; None if none."""
        at = self._before(start, before)
        level: Level | None = None
        if at is not None and self.words[at] in TYPES:
            level, start = TYPES[self.words[at]], self.starts[at]
            if _BOTH_LEVELS.search(self.text, max(0, start - 15), start):
                return _Part("name", None, start)
            at = self._before(start, at - 1)
            if level == "kota" and at is not None and self.words[at] == "wali":
                wakil = at > 0 and self.words[at - 1] == "wakil" and self._gap(at) == " "
                return _Part("office", "kota", self.starts[at - wakil])
        if at is None:
            return _Part("typed", level, start) if level else None
        return _told(self.words[at], self.starts[at], level) or self._headed_part(at, level, start)

    def _headed_part(self, at: int, level: Level | None, start: int) -> _Part | None:
        """Return the part told by the head of the run of capitalised words that ends at words[at]."""
        for _ in range(6):
            word = self.words[at]
            if word in UNITS:
                return _Part("unit", level, self.starts[at])
            if word in EXTERNALS and level is None:
                return _Part("external", None, self.starts[at])
            if word in SECRETARIES or word in OFFICES or self._gap(at) != " " or self.starts[at - 1] < self.taken:
                break
            at -= 1
        return _Part("typed", level, start) if level else None

    def _gap(self, at: int) -> str:
        """Return what stands between words[at] and the capitalised word before it; a line break before the first."""
        return self.text[self.ends[at - 1] : self.starts[at]] if at else "\n"

    def _before(self, start: int, at: int) -> int | None:
        """Return the index of the word right before `start`, at most `at`, passing SKIPPED ones; None at a break."""
        while at >= 0:
            gap, word = self.text[self.ends[at] : start], self.words[at]
            adjacent = gap in {" ", ") ", " (", "  ", "-"} or (gap in {". ", "."} and word in _ABBREVIATED)
            if not adjacent or self.ends[at] <= self.taken:
                return None
            if word == "daerah" and at and self.words[at - 1] in {"sekretaris", "sekretariat"}:
                return at
            if word not in SKIPPED:
                return at
            start, at = self.starts[at], at - 1
        return None

    def _bare_part(self, index: int, end: int, entry: NameEntry) -> _Part | None:
        """Return the part of a name without a cue: a dateline, one of a list, a place, a piece of a longer name."""
        text, start = self.text, self.starts[index]
        line = self._line_of(start)
        after = _AFTER_DATELINE if start == line else _FAR_DATELINE
        if start - line <= _DATELINE_REACH and after.match(text, end) and self._opens_line(line, start):
            return _Part("dateline", None, start)
        if self.found and self.found[-1].cue in _INHERITED and text[self.found[-1].end : start] in _LIST_JOINTS:
            last = self.found[-1]
            level = last.level if last.level and _of_level(entry.codes, last.level) else None
            return _Part(last.cue, level, start)
        if text.endswith(_VILLAGES, max(0, start - 14), start):
            return _Part("external", None, start)
        following = _NEXT_WORD.match(text, end)
        if following is not None and following[1] == " " and following[2][0].isupper():
            if following[2].lower() in _DIRECTIONS:
                return None
            if line and following[2].lower() not in _DAYS and not text.endswith(_PLACES, max(0, start - 14), start):
                return _Part("inside", None, start)
        if line and self._gap(index) == " " and self.words[index - 1] not in _OPENERS:
            return _Part("inside" if self.ends[index - 1] > self.taken else "name", None, start)
        return _Part("name", None, start)

    def _opens_line(self, line: int, start: int) -> bool:
        """Tell whether only a source (`Media.com, `) or nothing stands on the line before a dateline."""
        return all(word[0].isupper() or "." in word for word in self.text[line:start].split() if word.isalpha())

    def _district_after(self, index: int) -> RegionMention | None:
        opening = _NEXT_WORD.match(self.text, self.ends[index])
        if opening is None or opening[2][0].islower():
            return None
        return self._district_at(opening.start(2), opening.end(), self.starts[index])

    def _district_at(self, start: int, end: int, cue_start: int) -> RegionMention | None:
        longest = district_first_words().get(self.text[start:end].lower())
        if longest is None:
            return None
        key, end = _read_name(self.text, start, end, longest, district_names(), lower=False)
        return RegionMention(start, end, cue_start, district_names()[key], None, "district") if key else None

    def _lower_case_after(self, index: int) -> RegionMention | None:
        """Return the region named in lower case after words[index]: `kabupaten bekasi`, `bupati solok`."""
        opening = _NEXT_WORD.match(self.text, self.ends[index])
        longest = first_words().get(opening[2]) if opening else None
        if opening is None or longest is None or opening[1] != " ":
            return None
        key, end = _read_name(self.text, opening.start(2), opening.end(), longest, region_names(), lower=True)
        if not key or region_names()[key].kind == "seat":
            return None
        part = self._cued_part(opening.start(2), index)
        found = part and self._mention(opening.start(2), end, region_names()[key], part)
        return found if found and found.level is not None else None


@cache
def _opening_words() -> frozenset[str]:
    """Return the words that a mention can begin with."""
    return frozenset({*first_words(), *DISTRICTS, *_LOWER_CUES})


def _told(word: str, start: int, level: Level | None) -> _Part | None:
    if word in GOVERNMENTS:
        return _Part("government", level or GOVERNMENTS[word], start)
    if word in OFFICES:
        return _Part("office", OFFICES[word], start)
    if word in SECRETARIES:
        return _Part("secretary", level or SECRETARIES[word], start)
    if word in ACTING:
        return _Part("office", level, start)
    return None


def _of_level(codes: tuple[str, ...], level: Level) -> tuple[str, ...]:
    table = regions()
    return tuple(code for code in codes if table[code].level == level)


def _read_name(
    text: str, start: int, end: int, longest: int, table: Mapping[str, object], *, lower: bool
) -> tuple[str, int]:
    """Return the longest key of `table` that the words from `start` spell, and its end; "" where none does."""
    key = text[start:end].lower()
    best, best_end = (key, end) if key in table else ("", end)
    for _ in range(longest - 1):
        following = _NEXT_WORD.match(text, end)
        if following is None:
            break
        gap, word = following.groups()
        if not (word[0].isupper() or gap == "-" or lower or word in _LOWER_PARTS):
            break
        key = f"{key} {word.lower()}"
        end = following.end()
        if key in table:
            best, best_end = key, end
    return best, best_end
