"""The parts that an article tells of one whole: `29 pejabat, terdiri dari 10 administrator dan 19 pengawas`."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.count_labels import BARE_NOUNS, Label
from extract.counts import CountMention
from extract.numbers import NumberMention, find_numbers
from extract.scanning import says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.eselon import EselonMention


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Parts that a text tells of one whole, with the count of the whole where it is told.

    `nested` parts do not make up the whole (`62 pejabat, termasuk 40 kepala distrik`). Flag `sum_mismatch`: the parts
    should make up the total and do not.
    """

    total: CountMention | None
    parts: list[CountMention]
    start: int
    end: int
    nested: bool = False
    flags: tuple[str, ...] = ()


_GAP = re.compile(
    r"[\s,;.&+/)]*(?:(?:dan|serta|sedangkan|sementara|selebihnya|sisanya|kemudian|lalu|adapun|ada|juga|plus|maupun|ditambah|terdapat"
    r"|selain\s+itu|lainnya|orang|berikutnya|selanjutnya|sebanyak|untuk|pula|terakhir|disusul|diikuti|hanya|para|[a-h\d]{1,2}[.)]|[-*\u2022])[\s,;.:&+]*)*",
    re.IGNORECASE,
)
_ANEW = re.compile(r"\n\s*Sebanyak\b")
_WORDS_OR_MARKS = re.compile(r"[A-Za-z0-9*\u2022-]")
_LOOSE_GAP = re.compile(
    r"[^.;:\n\"]{0,80}(?:[,;]|\b(?:dan|serta))\s*(?:dan\s+|serta\s+|sedangkan\s+|sementara\s+|selebihnya\s+|sisanya\s+|kemudian\s+)?(?:sebanyak\s+)?"
)
_ACT_GAP = re.compile(
    r",?\s+(?:dan|serta|sekaligus|juga)\s+(?:juga\s+)?(?:melantik|mengukuhkan|merotasi|memutasi|mempromosikan)\s+(?:kembali\s+)?(?:sebanyak\s+)?"
)
"""`melantik 9 pejabat eselon II dan mengukuhkan 4 pejabat`: two acts of one ceremony."""
_NEXT_LEVEL_GAP = re.compile(
    r"[^.;:\n\"]{0,60}\.\s+(?:Sementara|Sedangkan|Adapun|Kemudian|Lalu|Selain|Sisanya|Selebihnya)(?: itu)?,?\s+"
    r"(?:untuk\s+|ada\s+|terdapat\s+|sebanyak\s+|jumlah\s+|yang\s+)*"
)
"""`17 pejabat eselon III yang dilantik. Sementara itu, untuk pejabat eselon IV 12 orang`."""
_ALSO_GAP = re.compile(
    r"[^.;:\n\"]{0,60}\.\s+(?:(?:Ada|Terdapat)\s+(?:juga|pula)|Juga\s+(?:ada|terdapat)|Ditambah)\s+(?:lagi\s+)?(?:sebanyak\s+)?"
)
"""`tujuh posisi eselon II yang bergeser. Ada juga 30-an pejabat fungsional`."""
_BESIDES_GAP = re.compile(r"[^.;:\n\"]{0,60},[^.;:\n\"]{0,60}\b(?:juga|turut|ikut)\s+(?:\w+\s+){0,2}(?:sebanyak\s+)?")
_WHOLE = re.compile(
    r"(?:\b(?:terdiri|rinci\w*|perincian\w*|meliputi|mencakup|yakni|yaitu|masing-masing|terbagi|komposisi\w*|ialah|adalah"
    r"|dari\s+jumlah|di\s?antaranya|selain|jumlah\s+(?:itu|tersebut)|di\s?bagi"
    r"|dari\s+[\w. -]{1,30}?(?:orang|pejabat|jabatan|kursi|nama)[a-z ]{0,24},)[^.;\n]{0,40}|[:=(]\s*)$",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:termasuk|di\s?antaranya|antara\s+lain)\b[^.;\n]{0,30}$", re.IGNORECASE)
_CONSISTS = re.compile(r"\b(?:terdiri|terbagi)\s+(?:dari|atas)\s+(?:sebanyak\s+)?$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?]\s|\n")
_SENTENCE_REACH = 90
_BESIDES = re.compile(r"\bselain\b[^.;,\n]{0,60}$", re.IGNORECASE)
_REST = re.compile(r"\b(?:selebihnya|sisanya)\b[^.;\n]{0,30}$", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:lain|lainnya)\b", re.IGNORECASE)
_APART = re.compile(
    r"\b(?:bersama|beserta|menonjob\w*|nonjob\w*|mencopot|memberhentikan|dan)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_TOTAL_REACH = 600
_REST_REACH = 1500


def find_breakdowns(text: str, counts: Sequence[CountMention], eselons: Sequence[EselonMention]) -> list[Breakdown]:
    """Return the breakdowns that `counts` (those of `find_counts(text)`) make, in order.

    Parts follow each other with nothing but commas, `dan`, `serta`, list marks between them, or after words that
    announce them (`terdiri dari`, `rinciannya`, `meliputi`) with a clause of their own. The whole is the count that
    equals their sum, else the one before the announcement. One part alone is a breakdown after `termasuk`,
    `selebihnya`. `eselons` are those of `find_eselon(text)`: a clause that tells another level parts two parts.
    """
    breakdowns: list[Breakdown] = []
    levels = [mention.start for mention in eselons]
    starts = [count.number[0] for count in counts]
    for run in _runs(text, counts, levels):
        opening = bisect_left(starts, run[0].start - _REST_REACH)
        near = counts[opening : bisect_left(starts, run[-1].end + _TOTAL_REACH)]
        breakdown = _breakdown(text, run, near)
        if breakdown is not None:
            breakdowns.append(breakdown)
    taken = [(found.start, found.end) for found in breakdowns]
    taken.extend((count.start, count.end) for count in counts if count.unit_kind == "other")
    breakdowns.extend(
        found
        for found in _told_by_predicates(text, counts)
        if not any(start < found.end and found.start < end for start, end in taken)
    )
    return sorted(breakdowns, key=lambda breakdown: breakdown.start)


def _runs(text: str, counts: Sequence[CountMention], levels: Sequence[int]) -> list[list[CountMention]]:
    """Return the counts that can be parts, those of one sequence together."""
    runs: list[list[CountMention]] = []
    run: list[CountMention] = []
    for count in counts:
        if not _can_be_part(count):
            continue
        if run and _continues(text, run, count, levels):
            run.append(count)
            continue
        if run:
            runs.append(run)
        run = [count]
    return [*runs, run] if run else runs


def _can_be_part(count: CountMention) -> bool:
    if not isinstance(count.value, int) or count.definite or count.unit_kind == "other":
        return False
    return count.label.lower() not in BARE_NOUNS | {""} and count.role in ("moved", "proposed")


def _continues(text: str, run: Sequence[CountMention], count: CountMention, levels: Sequence[int]) -> bool:
    first, last = run[0], run[-1]
    if count.start <= last.end:
        return count.start == last.end
    if _GAP.fullmatch(text, last.end, count.start):
        gap = text[last.end : count.start]
        if _ANEW.search(gap):
            return False  # `LANTIK 6 KEPALA SEKOLAH` as a heading, then `Sebanyak 5 kepala sekolah`
        # A new sentence that opens with its number tells something else; one that opens with a label is a list's line.
        return "." not in gap or _WORDS_OR_MARKS.search(gap) is not None or text.startswith(count.label, count.start)
    if _ACT_GAP.fullmatch(text, last.end, count.start) or _ALSO_GAP.fullmatch(text, last.end, count.start):
        return True
    apart = last.eselon and count.eselon and not {*last.eselon} & {*count.eselon}
    if apart and _NEXT_LEVEL_GAP.fullmatch(text, last.end, count.start):
        return True
    if bisect_left(levels, last.end) != bisect_left(levels, count.start):
        return False  # what stands between speaks of other levels
    if _LOOSE_GAP.fullmatch(text, last.end, count.start):
        return _announced(text, first, _WHOLE)
    return bool(_BESIDES_GAP.fullmatch(text, last.end, count.start)) and _announced(text, last, _BESIDES)


def _is_rest(text: str, part: CountMention) -> bool:
    """Tell whether a lone part is the rest of a whole told before: `lima pejabat lainnya dikukuhkan kembali`."""
    if not _OTHERS.search(text, part.number[1], part.end):
        return False
    return not _APART.search(text, max(0, part.start - 30), part.start)


def _announced(text: str, part: CountMention, words: re.Pattern[str]) -> bool:
    opening = max(0, part.start - 90)
    opening = max(opening, text.rfind("\n", opening, max(opening, part.start - 1)))
    return words.search(text, opening, part.start) is not None


def _breakdown(text: str, run: list[CountMention], counts: Sequence[CountMention]) -> Breakdown | None:
    first, last = run[0], run[-1]
    total = sum(part.value for part in run if isinstance(part.value, int))
    some, rest = _announced(text, first, _SOME), _announced(text, first, _REST)
    if len(run) == 1:
        if not (some or rest or _is_rest(text, first)):
            alone = (
                _announced(text, first, _CONSISTS) and _whole_before(first, counts, total + 1, _SENTENCE_REACH) is None
            )
            return Breakdown(first, run, first.start, last.end) if alone else None
        whole = _whole_before(first, counts, total + 1, _REST_REACH if not some else _TOTAL_REACH)
        return None if whole is None else Breakdown(whole, run, first.start, last.end, nested=True)
    whole = _stated_whole(text, first, counts, total) or _equal(run, counts, total)
    if whole is not None and _is_committee(whole):
        return None
    if whole is not None and whole.value != total:
        return Breakdown(whole, run, first.start, last.end, flags=("sum_mismatch",))
    if whole is not None:
        return Breakdown(whole, run, first.start, last.end)
    if not (some or rest or _announced(text, first, _WHOLE)):
        return Breakdown(None, run, first.start, last.end) if _differ(text, run) else None
    largest = max(part.value for part in run if isinstance(part.value, int))
    whole = _whole_before(first, counts, largest + 1)
    if whole is None:
        return Breakdown(None, run, first.start, last.end)
    nested = (some or rest) and isinstance(whole.value, int) and whole.value > total
    return Breakdown(whole, run, first.start, last.end, nested, () if nested else ("sum_mismatch",))


def _is_committee(whole: CountMention) -> bool:
    """Tell whether those counted are the members of a committee or other guests of whom no more is said."""
    return whole.role == "present" and whole.unit_kind == "person"


def _stated_whole(text: str, first: CountMention, counts: Sequence[CountMention], total: int) -> CountMention | None:
    """Return the count whose parts the same sentence says that it lists: `71 orang itu terdiri dari ...`.

    Newspapers miscount: the parts may make up a little more or less than it, and also what another sentence tells.
    """
    announced = _CONSISTS.search(text, max(0, first.start - 60), first.start)
    if announced is None:
        return None
    near = [c for c in counts if 0 <= announced.start() - c.end <= _SENTENCE_REACH and c.unit_kind != "other"]
    if not near or not isinstance(near[-1].value, int) or _SENTENCE_END.search(text, near[-1].end, announced.start()):
        return None
    return near[-1] if abs(near[-1].value - total) <= max(1, total // 50) else None


def _differ(text: str, run: Sequence[CountMention]) -> bool:
    """Tell whether the parts are told apart by level, label or act, as parts of one whole are."""
    acts = any(_ACT_GAP.fullmatch(text, one.end, other.start) for one, other in pairwise(run))
    return acts or len({(part.eselon, part.label.lower()) for part in run}) == len(run)


def _equal(run: Sequence[CountMention], counts: Sequence[CountMention], total: int) -> CountMention | None:
    """Return the count nearest to the parts that equals their sum, one before them if there is one."""
    equal = [count for count in counts if count.value == total and count not in run and count.unit_kind != "other"]
    before = [count for count in equal if 0 <= run[0].start - count.end <= _TOTAL_REACH]
    after = [count for count in equal if 0 <= count.start - run[-1].end <= _TOTAL_REACH]
    return before[-1] if before else after[0] if after else None


def _whole_before(
    first: CountMention, counts: Sequence[CountMention], least: int, reach: int = _TOTAL_REACH
) -> CountMention | None:
    for count in reversed(counts):
        if count.end > first.start or first.start - count.end > reach:
            continue
        if count.unit_kind == "other" or count.role not in ("moved", "proposed") or "article" in count.flags:
            continue
        if isinstance(count.value, int) and count.value >= least:
            return count
    return None


_SENTENCE = re.compile(r"[^.\n]{0,260}")
LEFT_OUT = re.compile(r"[^,.;\n]{0,40}?\b(?:belum|menunggu|tidak|batal|gagal)\b", re.IGNORECASE)
"""What tells that a part is not moved, so that the whole is not either: `22 dilantik dan empat menunggu`."""
_LISTED = re.compile(
    r"[^.\n]{0,120}?(?:\.\s+[^.\n]{0,60}?)?\b(?:terdiri(?:\s+(?:dari|atas))?|masing-masing|yakni|yaitu|(?:dengan\s+)?rincian(?:nya)?|meliputi)\b",
    re.IGNORECASE,
)
_LISTING_WORDS = ("terdiri", "masing", "yakni", "yaitu", "rincian", "rinciannya", "meliputi")
_LISTED_WITHIN = 200
"""One of these stands in whatever `_LISTED` finds, at most so many characters on."""
_PREDICATE = re.compile(
    r"(?:\s+(?:orang|pejabat|nama|asn|di\s?antaranya|lainnya))*\s+(?P<label>[A-Za-z][^,.;:()\n\"]{2,60}?)(?=\s*(?:[,.;:()\n\"]|$)|\s+(?:dan|serta|sedangkan|sementara)\b)"
)


def _told_by_predicates(text: str, counts: Sequence[CountMention]) -> list[Breakdown]:
    """Return the breakdowns whose parts have no noun: `dari 22 pejabat itu, 16 orang bergeser dan enam dikukuhkan`.

    Only numbers of one sentence, spoken of those counted or announced (`24 orang, terdiri dari 13 promosi dan 11
    mutasi`), that make up the count before them exactly are taken for its parts.
    """
    found: list[Breakdown] = []
    for whole in counts:
        if not (isinstance(whole.value, int) and whole.value > 1) or whole.unit_kind == "other":
            continue
        if _is_committee(whole):
            continue
        if whole.definite:
            told = _parts_by_predicates(text, whole.value, whole.end)
        else:
            listed = says(_LISTING_WORDS, text, whole.end, whole.end + _LISTED_WITHIN)
            announced = _LISTED.match(text, whole.end) if listed else None
            told = _parts_by_predicates(text, whole.value, announced.end()) if announced else []
        if told:
            found.append(Breakdown(whole, told, told[0].start, told[-1].end))
    return found


def _parts_by_predicates(text: str, total: int, at: int) -> list[CountMention]:
    """Return the numbers of the rest of the sentence at `at`, with what is told of each, where they make up `total`."""
    sentence = _SENTENCE.match(text, at)
    numbers = find_numbers(sentence[0])[:6] if sentence else []
    values = [number.value for number in numbers if isinstance(number.value, int) and not number.ordinal]
    if len(values) != len(numbers) or len(values) < 2 or sum(values) != total:
        return []
    parts = []
    for number in numbers:
        start, end = number.start + at, number.end + at
        predicate = _PREDICATE.match(text, end)
        if predicate is None or LEFT_OUT.match(text, end):
            return []
        told = number._replace(start=start, end=end, phrase_start=number.phrase_start + at)
        parts.append(_part(text, told, Label(predicate.start("label"), predicate.end("label"), "", "person")))
    return parts


def _part(text: str, number: NumberMention, label: Label) -> CountMention:
    words = " ".join(text[label.start : label.end].split())
    span = (number.start, number.end)
    return CountMention(
        number.phrase_start, label.end, span, number.value, number.low, number.high, words, "", "person"
    )
