"""Finds where the name of a unit, a place or a government ends in running text."""

from __future__ import annotations

import re
from typing import NamedTuple

from extract.post_words import is_misspelt_unit_word, is_unit_abbreviation, post_words
from extract.scanning import lowered

_WORD = re.compile(r" {0,3}((?:\d+|[A-Za-z][A-Za-z0-9']*)(?:[-/][A-Za-z0-9']+)*)")
_BRACKET = re.compile(r" {0,2}\(([A-Z][\w&/+-]{1,19}(?: ?[A-Z&][\w&/+-]{0,19}){0,3})\)")
_COMMA = re.compile(r" {0,1}, {0,2}")
_CONNECTOR = re.compile(r" {1,2}(?:dan|&|serta|pada|di)(?= )|(?: {0,1}[/&] {0,1})")
_LAST_CONNECTOR = re.compile(r",? {1,2}(?:dan|&|serta) ")
_GOVERNMENT = re.compile(
    r" {1,2}(?:di |pada )?(?:lingkungan |lingkup )?"
    r"(kabupaten administrasi|kota administrasi|kabupaten|kab\b\.?|kota|provinsi|propinsi|prov\b\.?|pemkab|pemkot|pemko"
    r"|pemprov|pemda|pemerintah (?:kabupaten|kota|provinsi|aceh))(?=[ ,.;)\n]|$)"
)
_IN_DISTRICT = re.compile(r" di (?:kecamatan |kelurahan |distrik )?")
_NUMBER = re.compile(r"(?: ?\.? ?n\.? {0,2}(?=\d)| {1,2}(?:(?:negeri|swasta|neg\.?) )?)(\d{1,3}|[ivx]{1,4})\b")
_DISTRICT = re.compile(r",? {1,2}(?:di )?[Kk]ecamatan(?= [A-Z])")
_STOP_WORDS = frozenset(
    """yang di ke dari pada untuk dengan oleh kepada plt plh pj pjs kepala camat lurah sekretaris menjadi sebagai jadi
    ini itu tersebut drs dra dr drg drh ir h hj prof apt ns tgk kh bupati gubernur wali wakil asisten staf direktur
    kadis kaban kabag kabid kasi kasubag kasubbag sekda sekcam dan serta sedangkan sementara adapun lalu kemudian
    selanjutnya sebelumnya kini semula tadinya senin selasa rabu kamis jumat sabtu minggu ahad""".split()
)
_DERIVED_NOUN = re.compile(r"(?:ke|pe)[a-z]{5,}an$")
"""`perbatasan`, `kepangkatan`: nouns of this build name tasks, not people."""
_FIELD_UNITS = frozenset({"dinas", "bidang", "seksi", "kadis", "kadin", "kabid", "kasi"})
"""After these a word is a field of work, even one that elsewhere asks for a name (`Dinas Pasar`)."""
_COMPLETE_UNITS = frozenset({"inspektorat", "sekretariat", "satpol"})
_HOSPITALS = frozenset({"rs", "rsu", "sakit"})
_PLACED_UNITS = frozenset(
    "kecamatan kelurahan distrik puskesmas kapanewon kemantren pkm bakorwil rsud rsu rsd rsia".split()
)
_NUMBERED_UNITS = frozenset("smp smpn sma sman smk smkn sd sdn tk tkn mts mtsn negeri slb slbn".split())
_LONGEST_PLACE = 4
_LONGEST_REACH = 5
_LONGEST_LIST = 6
_LONGEST_NAME = 60
_LEAST_ABBREVIATION = 5
_LONGEST_SHORT = 7

Word = tuple[int, int, str]
_UNREAD: Word = (-1, -1, "")


class Boundaries:
    """Tells, for one folded text, where names end; every offset is one into that text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower = lowered(text)
        self.tables = post_words()
        self._words: dict[int, Word | None] = {}

    def word(self, at: int) -> Word | None:
        """Return (start, end, small letters) of the word that follows `at` after blanks."""
        known = self._words.get(at, _UNREAD)
        if known is not _UNREAD:
            return known
        found = _WORD.match(self.text, at)
        word = None
        if found is not None:
            start, end = found.span(1)
            word = start, end, self.lower[start:end]
        self._words[at] = word
        return word

    def is_capital(self, at: int) -> bool:
        """Tell whether a capital letter or a digit stands at `at`."""
        letter = self.text[at]
        return letter.isupper() or letter.isdigit()

    def is_unit_word(self, found: Word) -> bool:
        """Tell whether the word can be part of a unit's name."""
        start, end, word = found
        tables = self.tables
        if word == "lalu":
            after = self.word(end)
            return after is not None and after[2] == "lintas"  # else `Lalu Nama`, or the word for `then`
        if word in tables.common and not self.is_capital(start):
            after = self.word(end)  # `Pelayanan terpadu Satu Pintu`
            return after is not None and self.is_capital(after[0]) and after[2] in tables.words
        if word in tables.words or word in tables.openers or _DERIVED_NOUN.match(word) is not None:
            return True
        if "-" in word and word.partition("-")[0] in tables.words:
            return True
        return self.is_capital(start) and (is_unit_abbreviation(self.text[start:end]) or is_misspelt_unit_word(word))

    def unit_end(self, at: int, *, named: bool) -> int:
        """Return where the unit's name that begins after `at` ends, `at` itself where none begins.

        With `named` a name must follow: then its first capitalised word is taken whatever it is.
        """
        end = at
        before = "".join(self.lower[max(0, at - 8) : at].split()[-1:])
        while True:
            step = self._unit_step(end, named=named)
            if step <= end:
                return end
            last = self.lower[end:step].rpartition(" ")[2]
            named = last in self.tables.openers and last not in _COMPLETE_UNITS and before not in _FIELD_UNITS
            before = last
            end = step

    def _unit_step(self, at: int, *, named: bool) -> int:
        found = self.word(at)
        if found is not None and (found[0] > at or at == 0 or not self.text[at - 1].isalnum()):
            start, end, word = found
            if self.is_unit_word(found):
                return self._with_place(end, word)
            if named and self.is_capital(start) and word not in _STOP_WORDS:
                return end
        bracket = self.bracket_end(at)
        if bracket > at or self.text[at : at + 2] in {" (", "("}:
            return bracket
        connector = _CONNECTOR.match(self.lower, at)
        if connector is not None:
            return self._after_connector(connector.end(), at)
        comma = _COMMA.match(self.text, at)
        return self._after_comma(comma.end(), at) if comma is not None else at

    def bracket_end(self, at: int) -> int:
        """Return the end of a bracketed abbreviation after `at` (`(PUPR)`, `(Kadis)`, `(Sekda)`), else `at`."""
        bracket = _BRACKET.match(self.text, at)
        if bracket is None:
            return at
        word = bracket.group(1)
        known = word.lower() in self.tables.heads or is_unit_abbreviation(word)
        short = word.isupper() and " " not in word and len(word) <= _LONGEST_SHORT
        return bracket.end() if known or short or self._abbreviates(word.lower(), at) else at

    def _abbreviates(self, word: str, at: int) -> bool:
        """Tell a word made of those before it (`Dinas Pemuda, Olahraga dan Pariwisata (Porapar)`)."""
        before = self.lower[max(0, at - _LONGEST_NAME) : at]
        if len(word) < _LEAST_ABBREVIATION or word[-3:] not in before.rpartition(" ")[2]:
            return False
        letters = iter(before)
        return all(letter in letters for letter in word)

    def _after_connector(self, at: int, before: int) -> int:
        """Return the end of the unit word after a connector, or `before` where it parts two posts instead."""
        found = self.word(at)
        if found is None or not self.is_unit_word(found):
            return before
        return self._with_place(found[1], found[2])

    def _after_comma(self, at: int, before: int) -> int:
        """Follow `, Word, Word dan Word`: commas belong to a unit's name only where it closes with `dan`."""
        end = at
        for _ in range(_LONGEST_LIST):
            run = end
            while (found := self.word(run)) is not None and self.is_unit_word(found):
                run = found[1]
            if run == end:
                return before
            connector = _LAST_CONNECTOR.match(self.lower, run)
            if connector is not None:
                last = self._after_connector(connector.end(), before)
                return last if last > run else before
            comma = _COMMA.match(self.text, run)
            if comma is None:
                return before
            end = comma.end()
        return before

    def _with_place(self, end: int, word: str) -> int:
        """Take in the number or place that some units are told by (`SMPN 3 Bacan`, `Kecamatan Midai`)."""
        if word in _HOSPITALS:
            while (kind := self.word(end)) is not None and self.is_capital(kind[0]) and kind[2] in self.tables.words:
                end = kind[1]
            return self.place_end(end)
        if word in _PLACED_UNITS:
            place = self.place_end(end)
            return self.district_end(place) if word == "kelurahan" else place
        if word in _NUMBERED_UNITS:
            number = _NUMBER.match(self.lower, end)
            if number is not None:
                return self.place_end(number.end())
            place = self.place_end(end)
            last = self.word(place) if place > end else None
            for spot in (place, last[1] if last is not None and self.is_capital(last[0]) else place):
                number = _NUMBER.match(self.lower, spot) if spot > end else None
                if number is not None:
                    return number.end()  # `SDN Trompoasri II`, `SD Gedongan Lo 02`
            return place
        return end

    def place_end(self, at: int) -> int:
        """Return where the place name after `at` surely ends: a known one, else the fewest words that can be one."""
        words: list[Word] = []
        spot = at
        while len(words) < _LONGEST_PLACE and (found := self.word(spot)) is not None:
            if found[0] == spot or not self.is_capital(found[0]) or found[2] in _STOP_WORDS:
                break
            if found[2].isdigit() and not words:
                break  # `Penjabat Bupati 24 Mei`: a day, no place
            words.append(found)
            spot = found[1]
        if not words:
            return at
        for count in range(len(words), 0, -1):
            if self.lower[words[0][0] : words[count - 1][1]] in self.tables.places:
                if count == 1 and len(words) == 2 and words[0][2] in self.tables.place_openers:
                    count = 2  # `Lurah Talang Semut`; Talang alone is a place too
                return self._with_closers(words, count)
        count = 1
        while count < len(words) and words[count - 1][2] in self.tables.place_openers:
            count += 1
        return self._with_closers(words, count)

    def _with_closers(self, words: list[Word], count: int) -> int:
        while count < len(words) and words[count][2] in self.tables.place_closers:
            count += 1
        return words[count - 1][1]

    def district_end(self, at: int) -> int:
        """Return where the district of a kelurahan ends (`Lurah Rabadompu, Kecamatan Raba`), else `at`."""
        found = _DISTRICT.match(self.text, at)
        return self.place_end(found.end()) if found is not None else at

    def district_after_in(self, at: int) -> int:
        """Return where a known district told by `di` ends (`Camat di Sungai Kunjang`), else `at`."""
        opened = _IN_DISTRICT.match(self.lower, at)
        if opened is None:
            return at
        end = self.place_end(opened.end() - 1)
        place = self.lower[opened.end() : end]
        return end if place in self.tables.places and place not in self.tables.regions else at

    def has_government(self, at: int) -> bool:
        """Tell whether `Kabupaten`, `Pemkot` and the like follow `at`."""
        return _GOVERNMENT.match(self.lower, at) is not None

    def government_end(self, at: int) -> int:
        """Return where the government's name after a unit ends (`Kabupaten Jayawijaya`, `Nias Selatan`), else `at`."""
        found = _GOVERNMENT.match(self.lower, at)
        if found is not None:
            after = self.word(found.end())
            if after is not None and self.is_capital(after[0]):
                return self.place_end(found.end())
            alone = found.group(1) in {"provinsi", "kota", "kabupaten"} and self.is_capital(found.start(1))
            return found.end() if alone else at
        spot = end = at
        first: int | None = None
        for _ in range(3):
            word = self.word(spot)
            if word is None or word[0] == spot or not self.is_capital(word[0]):
                break
            first = word[0] if first is None else first
            spot = word[1]
            if self.lower[first:spot] in self.tables.regions:
                end = spot
        return end

    def reach(self, at: int) -> int:
        """Return where the run of capitalised words after `at` ends."""
        end = at
        for _ in range(_LONGEST_REACH):
            found = self.word(end)
            if found is None or found[0] == end or not self.is_capital(found[0]) or found[2] in _STOP_WORDS:
                break
            end = found[1]
        return end


class Head(NamedTuple):
    """The head `word` of a possible post at [start, end) of the text."""

    text: Boundaries
    start: int
    end: int
    word: str
