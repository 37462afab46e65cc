"""How many officials, and of which kind: the counts that a text tells, with their labels and levels.

Only numbers of people and posts are counts: money, shares, ages, times, articles of law, villages and votes are not, as
no unit of `data/count_units.toml` follows them. A label is what the article calls the people counted, without the
classifier (`12 orang pejabat administrator`: `pejabat administrator`) and without the name of their government.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from extract.count_labels import BARE_NOUNS, Label, Levels, UnitKind, is_bare, label_after, label_before, may_be_counted
from extract.eselon import EselonMention, find_eselon, merge_levels
from extract.numbers import NumberMention, find_numbers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events import Headcount, Span

CountRole = Literal["moved", "vacant", "retired", "present", "absent", "dropped", "proposed"]
"""What is told of those counted, where it is not that they are moved: their posts are empty, they retired, attended a
ceremony, stayed away, were struck from a list, or are only proposed or applying."""


@dataclass(frozen=True, slots=True)
class CountMention:
    """One count of officials, posts or other people.

    `start`-`end` hold modifier, number and label; `number` the number alone. `unit` is the head noun in small letters,
    `label` the words for those counted as the article has them, empty where it only says `orang` or nothing. `low` and
    `high` bound the count (None is open). `definite` counts are spoken of again (`ke-29 pejabat itu`, `dari 22 orang`).
    """

    start: int
    end: int
    number: Span
    value: Headcount
    low: int
    high: int | None
    label: str
    unit: str
    unit_kind: UnitKind
    eselon: tuple[str, ...] = ()
    approximate: bool = False
    definite: bool = False
    role: CountRole = "moved"
    flags: tuple[str, ...] = ()


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


_NOT_COUNTED_BEFORE = frozenset(
    "nomor no no. pasal ayat bab lantai jalan jl jl. rt rw kilometer tipe golongan kelas pukul jam rp rp. usd nip pp uu"
    " perda perbup perwali perpres permendagri sd sdn smp smpn sma sman smk smkn mts mtsn min man negeri dapil komisi"
    " asisten bidang seksi tahap jilid gelombang angkatan panel urutan peringkat hut jadi uang # @ $".split()
)
"""Words after which a number names or numbers something."""
_LINE_NUMBER = re.compile(r"\n\s{0,4}(\d{1,3})(?=[.)\s])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = frozenset(
    "tahun pada sejak di sepanjang selama periode pilkada pemilu apbd anggaran januari februari maret april mei juni"
    " juli agustus september oktober november nopember desember / -".split()
)
_NO_ONE_BEFORE = frozenset("tidak tak bukan salah per demi".split())
_ONE_BY_ONE = re.compile(r"\s+(?:per|demi)\s+|-satunya|\s+pun\b", re.IGNORECASE)
_DEFINITE_AFTER = re.compile(r"\s+(?:itu|tersebut|ini|tadi|dimaksud)\b")
_DEFINITE_BEFORE = re.compile(
    r"(?<!terdiri )(?<!berasal )(?<!mulai )(?<!lebih )(?<!kurang )\bdari\s+(?:total\s+|jumlah\s+)?$", re.IGNORECASE
)
_ROLES: tuple[tuple[CountRole, re.Pattern[str]], ...] = (
    (
        "vacant",
        re.compile(
            r"(?:yang\s+|masih\s+|kini\s+|itu\s+|saat ini\s+|di[a-z ]{3,30}\s+yang\s+)*"
            r"(?:kosong|lowong|(?:belum|tak)\s+terisi|tanpa\s+pejabat)\b"
        ),
    ),
    ("retired", re.compile(r"(?:[a-z]+\s+){0,3}(?:pensiun|purna\s?tugas|meninggal|wafat)\b")),
    ("absent", re.compile(r"(?:[a-z]+\s+){0,2}(?:absen|(?:tidak|tak|belum)\s+(?:hadir|ikut|mengikuti|datang))\b")),
    (
        "dropped",
        re.compile(r"(?:[a-z]+\s+){0,3}(?:dicoret|gugur|ditolak|(?:tidak|tak)\s+(?:lolos|lulus|memenuhi|diundang))\b"),
    ),
    (
        "proposed",
        re.compile(
            r"(?:yang\s+|akan\s+|sudah\s+|telah\s+)*(?:diusulkan|mendaftar\w*|melamar|diajukan|memperebutkan|berebut)\b"
        ),
    ),
    (
        "present",
        re.compile(
            r"(?:yang\s+|turut\s+|ikut\s+|dan\s+)*(?:hadir|menghadiri|menyaksikan|diundang|datang)\b"
            r"|(?:turut|ikut)\s+serta\b"
        ),
    ),
)
_ROLE_WORDS = re.compile(
    "kosong|lowong|terisi|tanpa|pensiun|purna|meninggal|wafat|absen|tidak|tak|belum|dicoret|gugur|ditolak|diusulkan|mendaftar"
    "|melamar|diajukan|memperebutkan|berebut|hadir|menyaksikan|diundang|datang|turut|ikut"
)
"""One of these stands in what each pattern of `_ROLES` matches; a text without them is not tried with six patterns."""
_PROPOSED_BEFORE = ("mengusulkan", "mengajukan", "usul", "semula", "awalnya", "sebenarnya", "menyedot", "menjaring")
_OUTSIDE_BEFORE = ("dihadiri", "disaksikan", "menghadirkan", "diwakili", "perwakilan", "penguji", "pansel")


def find_counts(text: str, eselons: Sequence[EselonMention] | None = None) -> list[CountMention]:
    """Return the counts of people and posts in `text` (folded), in order of their numbers.

    `eselons` are those of `find_eselon(text)`, found anew where not given. Counts of other people (applicants, guests,
    village heads, CPNS) are returned with `unit_kind` `other`, so that they are not taken for officials later.
    """
    mentions = find_eselon(text) if eselons is None else eselons
    levels = Levels(mentions, [mention.start for mention in mentions])
    listed = _list_numbers(text)
    counts: list[CountMention] = []
    for number in find_numbers(text):
        if (number.collective or may_be_counted(text, number.end, levels)) and _is_counting(text, number, listed):
            count = _count(text, number, levels)
            if count is not None:
                counts.append(count)
    return counts


def _list_numbers(text: str) -> frozenset[int]:
    """Return the numbers that begin lines and follow each other: those of a numbered list."""
    found = {int(match[1]) for match in _LINE_NUMBER.finditer(f"\n{text}")}
    return frozenset(number for number in found if number - 1 in found or number + 1 in found)


def _is_counting(text: str, number: NumberMention, listed: frozenset[int]) -> bool:
    at = number.start
    said = text[max(0, at - 16) : at]
    line = said[said.rfind("\n") + 1 :]
    begins = not line.strip() and ("\n" in said or at < 16)
    if begins and number.value in listed and text[at].isdigit():
        return False
    words = line.lower().split()
    before = words[-1].lstrip("(\"'") if words else ""
    if before in _NOT_COUNTED_BEFORE or _ONE_BY_ONE.match(text, number.end):
        return False
    if before in _YEAR_BEFORE and _YEAR.fullmatch(text, at, number.end):
        return False
    return number.value != 1 or before not in _NO_ONE_BEFORE


def _count(text: str, number: NumberMention, levels: Levels) -> CountMention | None:
    unit = None if number.collective else label_after(text, number.end, levels)
    if number.ordinal and unit is None and not number.collective:
        return None
    start, end = number.phrase_start, unit.end if unit else number.end
    if unit is None or unit.kind == "person" or (unit.kind in ("official", "post") and is_bare(unit)):
        left = None if number.ordinal else label_before(text, number, unit, levels)
        if left is not None:
            return _mention(text, number, left, (min(left.start, start), end), levels)
    if unit is None:
        if not number.collective:
            return None
        unit = Label(number.end, number.end, "", "person")
    return _mention(text, number, unit, (start, end), levels)


def _mention(text: str, number: NumberMention, unit: Label, span: Span, levels: Levels) -> CountMention:
    label = " ".join(text[unit.start : unit.end].split()) if unit.kind != "person" else ""
    inside = levels.within(unit.start, unit.end)
    definite = number.ordinal or _DEFINITE_AFTER.match(text, span[1]) is not None or _said_of_before(text, span[0])
    flags = number.flags
    if text[number.start : number.end].lower() == "seorang":
        flags = (*flags, "article")
    return CountMention(
        span[0],
        span[1],
        (number.start, number.end),
        number.value,
        number.low,
        number.high,
        label,
        unit.head,
        unit.kind,
        merge_levels(level for mention in inside if mention.role != "origin" for level in mention.levels),
        number.approximate,
        definite,
        _role(text, span),
        flags,
    )


def _said_of_before(text: str, at: int) -> bool:
    """Tell whether the count at `at` is taken from one told before: `dari 22 orang`."""
    if not text[max(0, at - 16) : at].rstrip().lower().endswith(("dari", "total", "jumlah")):  # spares the pattern most
        return False
    return _DEFINITE_BEFORE.search(text, max(0, at - 16), at) is not None


def _role(text: str, span: Span) -> CountRole:
    opening = max(0, span[0] - 40)
    opening = max(opening, text.rfind("\n", opening, span[0]) + 1)
    for word in text[opening : span[0]].lower().split()[-3:]:
        if word.startswith(_OUTSIDE_BEFORE):
            return "present"
        if word.startswith(_PROPOSED_BEFORE):
            return "proposed"
    at = span[1]
    while at < len(text) and text[at] in " \n)":
        at += 1
    if not _ROLE_WORDS.search(text, at, at + 60):
        return "moved"
    return next((role for role, pattern in _ROLES if pattern.match(text, at, at + 60)), "moved")


_GAP = re.compile(
    r"[\s,;.&+/)]*(?:(?:dan|serta|sedangkan|sementara|selebihnya|sisanya|kemudian|lalu|adapun|ada|juga|plus|maupun|ditambah|terdapat"
    r"|selain\s+itu|lainnya|orang|berikutnya|selanjutnya|sebanyak|untuk|pula|terakhir|disusul|diikuti|hanya|para|[a-h\d]{1,2}[.)]|[-*\u2022])[\s,;.:&+]*)*",
    re.IGNORECASE,
)
_WORDS_OR_MARKS = re.compile(r"[A-Za-z0-9*\u2022-]")
_LOOSE_GAP = re.compile(
    r"[^.;:\n\"]{0,80}(?:[,;]|\b(?:dan|serta))\s*(?:dan\s+|serta\s+|sedangkan\s+|sementara\s+|selebihnya\s+|sisanya\s+|kemudian\s+)?(?:sebanyak\s+)?"
)
_BESIDES_GAP = re.compile(r"[^.;:\n\"]{0,60},[^.;:\n\"]{0,60}\b(?:juga|turut|ikut)\s+(?:\w+\s+){0,2}(?:sebanyak\s+)?")
_WHOLE = re.compile(
    r"(?:\b(?:terdiri|rinci\w*|perincian\w*|meliputi|mencakup|yakni|yaitu|masing-masing|terbagi|komposisi\w*|ialah|adalah"
    r"|dari\s+jumlah|di\s?antaranya|selain|jumlah\s+(?:itu|tersebut)|di\s?bagi"
    r"|dari\s+[\w. -]{1,30}?(?:orang|pejabat|jabatan|kursi|nama)[a-z ]{0,24},)[^.;\n]{0,40}|[:=(]\s*)$",
    re.IGNORECASE,
)
_SOME = re.compile(r"\b(?:termasuk|di\s?antaranya|antara\s+lain)\b[^.;\n]{0,30}$", re.IGNORECASE)
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
        # A new sentence that opens with its number tells something else; one that opens with a label is a list's line.
        return "." not in gap or _WORDS_OR_MARKS.search(gap) is not None or text.startswith(count.label, count.start)
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
            return None
        whole = _whole_before(first, counts, total + 1, _REST_REACH if not some else _TOTAL_REACH)
        return None if whole is None else Breakdown(whole, run, first.start, last.end, nested=True)
    whole = _equal(run, counts, total)
    if whole is not None:
        return Breakdown(whole, run, first.start, last.end)
    if not (some or rest or _announced(text, first, _WHOLE)):
        return Breakdown(None, run, first.start, last.end) if _differ(run) else None
    largest = max(part.value for part in run if isinstance(part.value, int))
    whole = _whole_before(first, counts, largest + 1)
    if whole is None:
        return Breakdown(None, run, first.start, last.end)
    nested = (some or rest) and isinstance(whole.value, int) and whole.value > total
    return Breakdown(whole, run, first.start, last.end, nested, () if nested else ("sum_mismatch",))


def _differ(run: Sequence[CountMention]) -> bool:
    """Tell whether the parts are told apart by level or label, as parts of one whole are."""
    return len({(part.eselon, part.label.lower()) for part in run}) == len(run)


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
_PREDICATE = re.compile(
    r"(?:\s+(?:orang|pejabat|nama|asn|di\s?antaranya|lainnya))*\s+(?P<label>[A-Za-z][^,.;:()\n\"]{2,60}?)(?=\s*(?:[,.;:()\n\"]|$)|\s+(?:dan|serta|sedangkan|sementara)\b)"
)


def _told_by_predicates(text: str, counts: Sequence[CountMention]) -> list[Breakdown]:
    """Return the breakdowns whose parts have no noun: `dari 22 pejabat itu, 16 orang bergeser dan enam dikukuhkan`.

    Only numbers of one sentence that make up the count before them exactly are taken for its parts.
    """
    found: list[Breakdown] = []
    for whole in counts:
        if not (whole.definite and isinstance(whole.value, int) and whole.value > 1) or whole.unit_kind == "other":
            continue
        sentence = _SENTENCE.match(text, whole.end)
        numbers = find_numbers(sentence[0])[:6] if sentence else []
        values = [number.value for number in numbers if isinstance(number.value, int) and not number.ordinal]
        if len(values) != len(numbers) or len(values) < 2 or sum(values) != whole.value:
            continue
        parts = []
        for number in numbers:
            start, end = number.start + whole.end, number.end + whole.end
            predicate = _PREDICATE.match(text, end)
            if predicate is None:
                break
            told = number._replace(start=start, end=end, phrase_start=number.phrase_start + whole.end)
            label = Label(predicate.start("label"), predicate.end("label"), "", "person")
            parts.append(_part(text, told, label))
        if len(parts) == len(numbers):
            found.append(Breakdown(whole, parts, parts[0].start, parts[-1].end))
    return found


def _part(text: str, number: NumberMention, label: Label) -> CountMention:
    words = " ".join(text[label.start : label.end].split())
    span = (number.start, number.end)
    return CountMention(
        number.phrase_start, label.end, span, number.value, number.low, number.high, words, "", "person"
    )
