"""The words for those counted beside a number: what the article calls them, and which kind they are."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.eselon import EselonMention
    from extract.numbers import NumberMention

UnitKind = Literal["official", "post", "person", "other"]
"""`official` of the civil service, `post` of theirs, `person` of whom only `orang` or `nama` is said, `other` people:
applicants, guests, recruits, village heads, elected heads, citizens."""


class Label(NamedTuple):
    """A label found beside a number: its span, its head noun in small letters and its kind."""

    start: int
    end: int
    head: str
    kind: UnitKind


@dataclass(frozen=True, slots=True)
class Levels:
    """The statements of levels of a text, findable by their place."""

    mentions: Sequence[EselonMention]
    starts: Sequence[int]

    def at(self, start: int) -> EselonMention | None:
        """Return the statement that begins at `start`, None where none does."""
        index = bisect_left(self.starts, start)
        return self.mentions[index] if index < len(self.mentions) and self.mentions[index].start == start else None

    def ending(self, end: int) -> EselonMention | None:
        """Return the statement that ends at `end`, None where none does."""
        index = bisect_left(self.starts, end) - 1
        return self.mentions[index] if index >= 0 and self.mentions[index].end == end else None

    def within(self, start: int, end: int) -> Sequence[EselonMention]:
        """Return the statements that begin in [start, end)."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


_WORD_AT = re.compile(r"\s{0,3}\(?([A-Za-z]+(?:[/'-][A-Za-z]+)*)\)?")
_COUNTED_BEFORE = re.compile(r"\b[Dd]ari (?:sebanyak |total |jumlah )?\d{1,4} (?:orang )?$")
_CLASSIFIER = re.compile(r"\s+(?:orang|org|nama|figur|sosok)\b(?!\s+(?:nomor|tua|asli)\b)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s?\((?:[A-Z][A-Za-z-]{1,8}|[A-Z]{2,8}/[A-Z]{2,8})\)")
_AND = re.compile(r"\s*(?:,\s*(?:dan|serta)|,|/|&|\b(?:dan|serta|atau|maupun|hingga|alias))\s+", re.IGNORECASE)
# `41 merupakan pejabat administrator`, `23 orang menduduki jabatan administrator`, `287 orang di antaranya eselon IV`
_LINK = re.compile(
    r"(?:\s+(?P<people>orang|pejabat|nama|asn|pns))?(?:\s+(?:lainnya|lain|sisanya|lagi)(?:\s+(?:orang|pejabat|nama|asn|pns))?)?(?:\s+(?:di\s?antaranya|dari\s+mereka))?"
    r"(?:\s+yang\s+(?:dilantik|dimutasi|dirotasi|dikukuhkan)(?=\s+(?:merupakan|adalah|ialah|menduduki|dari)))?(?:\s+(?:merupakan|adalah|ialah|pada|untuk|dari|sebagai|berstatus|yakni|yaitu"
    r"|(?:yang\s+)?(?:masuk|menjabat|menduduki|mengisi|menempati)|(?:dilantik|bertugas|duduk|menjabat)\s+(?:menjadi|sebagai)|berasal\s+dari))?",
    re.IGNORECASE,
)
_RANKED = re.compile(r"\s+(?:yang\s+)?(?:masuk|setingkat|setara|tergolong|berada\s+di)\s+(?:level\s+|jenjang\s+)?")
_LEFT_LINK = re.compile(
    r"(?P<link>\s*[:=(]\s*|\s*(?:,\s*)?\b(?:sebanyak|sejumlah|berjumlah|jumlahnya|ada|yakni|yaitu|mencapai|adalah|ialah|hanya|tinggal|total)\s*[:=]?\s+)$"
    r"|(?P<bare>\s+)$",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"\d{1,4}(?:\s(?:orang|pejabat|jabatan|kursi|posisi))?\s?\)", re.IGNORECASE)
"""A number that stands in brackets behind what it counts: `eselon II (9), kepala puskesmas (4 orang)`."""
_LEFT_EDGE = re.compile(
    r"[,;:.()\n\"]|\b(?:dan|serta|terdiri|dari|atas|rincian|rinciannya|meliputi|yakni|yaitu|adalah|antara|melantik|untuk|sedangkan|dengan|menjadi"
    r"|jumlah|formasi|terbanyak)\b",
    re.IGNORECASE,
)
_TITLED_BEFORE = re.compile(r"(?:\b(?:pejabat|jabatan|posisi|kursi|kepala|level|tingkat)\s+)+$", re.IGNORECASE)
_JOINTS = frozenset(("dan", "serta", "sedangkan", "sementara"))
_CLAUSE_END = re.compile(rf"\s*(?:[.,;)\n]|$)|\s+(?:{'|'.join(_JOINTS)})\b")
_LOOSE_LABEL = re.compile(r"(?:[a-z\d]{1,2}[.)]\s*|(?:dan|serta)\s+)?(?P<label>[A-Za-z][A-Za-z/()' -]{2,50}?)\s*$")


@cache
def _units() -> dict[str, UnitKind]:
    table = tomllib.loads((files("extract") / "data" / "count_units.toml").read_text(encoding="utf-8"))
    kinds: tuple[UnitKind, ...] = ("official", "post", "person", "other")
    return {phrase: kind for kind in kinds for phrase in table[kind]}


@cache
def _unit_openings() -> frozenset[str]:
    """Return what the phrases of several words begin with."""
    return frozenset(" ".join(words[:most]) for words in map(str.split, _units()) for most in range(1, len(words)))


@cache
def _label_words() -> frozenset[str]:
    table = tomllib.loads((files("extract") / "data" / "count_units.toml").read_text(encoding="utf-8"))
    return frozenset(table["label_words"])


_THEIRS = frozenset(("pegawainya", "pejabatnya", "jabatannya", "asnnya"))
"""Nouns with their owner (`138 pegawainya dimutasi`)."""
_LINK_WORDS = frozenset(
    "orang org nama figur sosok pejabat asn pns lainnya lain sisanya lagi di diantaranya dari merupakan adalah ialah"
    " pada menduduki mengisi menempati untuk sebagai bertugas duduk berasal berstatus yakni yaitu yang masuk menjabat"
    " dilantik dimutasi dirotasi dikukuhkan".split()
)


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in _units()) | _LINK_WORDS | _THEIRS


def may_be_counted(text: str, at: int, levels: Levels) -> bool:
    """Tell whether what follows a number at `at` can be a label, or leaves room for one before it."""
    word = _WORD_AT.match(text, at)
    if word is None or word[1].lower() in _JOINTS:
        return _CLAUSE_END.match(text, at) is not None
    return word[1].lower() in _first_words() or levels.at(word.start(1)) is not None


def label_after(text: str, at: int, levels: Levels) -> Label | None:
    """Return the label that begins at `at`, after its classifier and linking words, None where none does."""
    unit = _label(text, at, levels)
    if unit is not None and not (unit.kind == "person" or is_bare(unit)):
        return unit
    link = _LINK.match(text, at)
    if link is not None and link.end() > at:
        linked = _label(text, link.end(), levels)
        if linked is not None and linked.kind != "person":
            return linked
    return unit


BARE_NOUNS = frozenset(("pejabat", "orang", "nama", "jabatan", "kursi", "posisi", "asn", "pns", "pegawai"))
"""Nouns that say nothing of which officials or posts are counted."""


def is_bare(unit: Label) -> bool:
    """Tell whether a label is one noun that says nothing of the kind: `pejabat`, `jabatan`."""
    return unit.head in BARE_NOUNS and unit.end - unit.start == len(unit.head)


def _label(text: str, at: int, levels: Levels) -> Label | None:
    classifier = _CLASSIFIER.match(text, at)
    if classifier is not None:
        inner = _head(text, classifier.end(), levels)
        whole = _head(text, at, levels)
        if whole is not None and whole.kind == "other":
            return _grown(text, whole, levels)
        if inner is not None and inner.kind != "person":
            return _grown(text, inner, levels)
        start = classifier.end() - len(classifier[0].strip())
        return Label(start, classifier.end(), classifier[0].strip().lower(), "person")
    head = _head(text, at, levels)
    return None if head is None else _grown(text, head, levels)


def _head(text: str, at: int, levels: Levels) -> Label | None:
    """Return the head noun at `at`: the longest phrase of the table, or a level (`11 eselon II`)."""
    word = _WORD_AT.match(text, at)
    if word is None:
        return None
    words, end = word[1].lower().partition("/")[0], word.end(1)  # `pejabat/pimpinan tinggi pratama`
    found: Label | None = None
    units, longer = _units(), _unit_openings()
    for _ in range(3):
        kind = units.get(words) or (units.get(words.removesuffix("nya")) if words in _THEIRS else None)
        if kind is not None:
            found = Label(word.start(1), end, words, kind)
        following = _WORD_AT.match(text, end) if words in longer else None
        if following is None:
            break
        words, end = f"{words} {following[1].lower()}", following.end(1)
    if found is None:
        level = levels.at(word.start(1))
        if level is not None:
            return Label(level.start, level.end, "eselon", "official")
    return found


def _grown(text: str, head: Label, levels: Levels) -> Label:
    """Return `head` with the words that go on with the label: levels, kinds of post, units, `dan` and a second kind."""
    if head.kind == "person":
        return head
    end = _grow_words(text, head.end if head.head != "eselon" else head.start, levels)
    end = max(end, head.end)
    for _ in range(6):
        joint = _AND.match(text, end)
        if joint is None:
            break
        level = levels.at(joint.end())
        following = _head(text, joint.end(), levels)
        comma = text[joint.start() : joint.end()].strip() == ","
        if level is None and (following is None or following.kind not in ("official", head.kind) or comma):
            break
        end = max(_grow_words(text, joint.end(), levels), level.end if level else following.end if following else end)
    ranked = _RANKED.match(text, end)
    level = levels.at(ranked.end()) if ranked else None
    return Label(head.start, level.end if level else end, head.head, head.kind)


def _grow_words(text: str, at: int, levels: Levels) -> int:
    end = at
    words = _label_words()
    while True:
        brackets = _BRACKETS.match(text, end)
        if brackets is not None:
            end = brackets.end()
            continue
        word = _WORD_AT.match(text, end)
        if word is None:
            return end
        level = levels.at(word.start(1))
        if level is not None:
            end = level.end + (text[level.end : level.end + 1] == ")" and "(" in word[0])
        elif "\n" not in word[0] and word[1].lower() in words and text[word.start() : word.start(1)].strip() == "":
            end = word.end(1)
        else:
            return end


def label_before(text: str, number: NumberMention, unit: Label | None, levels: Levels) -> Label | None:
    """Return the label before the number: `eselon III.a 12 orang`, `lurah, yakni 26 orang`, `camat: 4`."""
    link = _LEFT_LINK.search(text, max(0, number.phrase_start - 16), number.phrase_start)
    if link is None:
        return None
    if (link["link"] or "").strip() == "(" and not _IN_BRACKETS.match(text, number.start):
        return None
    level = levels.ending(link.start())
    if level is not None and (unit is not None or link["link"]):
        titled = _TITLED_BEFORE.search(text, max(0, level.start - 24), level.start)
        opening = titled.start() if titled else level.start
        if _COUNTED_BEFORE.search(text, max(0, opening - 16), opening):
            return None  # `Dari 6 jabatan eselon II, sebanyak empat orang promosi`: the label is another count's
        return Label(titled.start() if titled else level.start, level.end, "eselon", "official")
    if not link["link"] or not (unit is not None or _CLAUSE_END.match(text, number.end)):
        return None
    edge = _left_edge(text, link.start())
    if edge is None:
        return None
    head = _head(text, edge, levels)
    if head is not None:
        grown = _grown(text, head, levels)
        between = text[grown.end : link.start()].strip()
        return grown if not between or (head.kind != "person" and between.startswith("yang ")) else None
    if link["link"].strip(" ,").lower() not in ("sebanyak", "sejumlah", "berjumlah", ":", "="):
        return None
    loose = _LOOSE_LABEL.fullmatch(text, edge, link.start())
    if loose is None or unit is None or unit.head != "orang" or len(loose["label"].split()) > 5:
        return None
    return Label(loose.start("label"), loose.end("label"), "", "official")


def _left_edge(text: str, at: int) -> int | None:
    """Return where the words before `at` that can be a label begin: after a comma, `dan`, at the line's start."""
    opening = max(0, at - 70)
    newline = text.rfind("\n", opening, at)
    whole_line = newline >= 0 or opening == 0
    opening = max(opening, newline + 1)
    edges = [match.end() for match in _LEFT_EDGE.finditer(text, opening, at)]
    edge = edges[-1] if edges else opening if whole_line else None
    if edge is None:
        return None
    return edge + len(text[edge:at]) - len(text[edge:at].lstrip(" -*\u2022"))
