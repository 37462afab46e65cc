"""Tells whether a date of a sentence is that of its act, or of something else told beside it."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from extract.claims import STAGED, Claim
from extract.date_resolution import ResolvedDate
from extract.reading import Reading

_SUPERSEDED = re.compile(
    r"\b(?:sedianya|sejatinya|semula|awalnya|mestinya|semestinya|seharusnya|rencana awal(?:nya)?"
    r"|sebelumnya dijadwalkan)\b"
    r"(?:(?!\b(?:diundur|digeser|ditunda|dimundurkan|menjadi)\b)[^.;])*$",
    re.IGNORECASE,
)
_CAUSE = re.compile(
    r"\b(?:setelah|sesudah|menyusul|karena|lantaran|seusai|pas[ck]a|sepeninggal|menggantikan|sejak|berdasarkan|sesuai|mengacu|tentang)\b"
    r"[^.;]{12,}|\b(?:dikirim|diajukan|diusulkan|diterima|terbit|turun|ditandatangani|diteken|dicabut|disampaikan|dikabari"
    r"|diberi ?tahu|diundang|mendapat undangan)\b",
    re.IGNORECASE,
)
_SIGNING = frozenset({"ditandatangani", "diteken"})
_RECEIVED = "diterima"
_CLOSED = re.compile(r"\b(?:ditutup|menutup|penutupan|berakhir(?:nya)?|terakhir)\b[^;,]{0,40}$", re.IGNORECASE)
_SINCE_OATH = re.compile(
    r"\b(?:setelah|sesudah|sejak|semenjak|usai) (?:(?-i:[A-Z][\w'.-]*) ){0,4}(?:(?:ia|dia|dirinya|resmi|baru|saja) )*"
    r"(?:dilantik|menjabat)\b[^.;,]{0,25}$",
    re.IGNORECASE,
)
_END_OF_TERM = re.compile(
    r"(?:\b|pas[ck]a)(?:ber|meng)?akhir(?:i|nya)? masa (?:jabatan|tugas|bakti)\w*\b[^.;,]{0,120}? pada (?:hari )?$",
    re.IGNORECASE,
)
"""`ditunjuk pascaberakhirnya masa jabatan Wali Kota X pada Selasa (27/2)`: the day on which the post fell empty."""
_OWN_OATH = re.compile(
    r",? yang (?:(?:juga|kini|baru|saja|sudah|telah|resmi|sendiri|sebelumnya|belum lama) )*"
    r"(?:dilantik|dikukuhkan|ditunjuk|menjabat|terpilih|memimpin|bertugas)\b[^.;,]{0,30}$"
)
_AT_THE_END = re.compile(r"[\s,]*(?:\.|\n|$)")
_COUNTED_REACH = 100
_START = attrgetter("start")
_END = attrgetter("end")


def belongs_to_another(reading: Reading, claim: Claim, found: ResolvedDate) -> bool:
    """Tell whether the date belongs to something else that the claim's sentence tells."""
    return (
        _of_a_cause(reading, claim, found)
        or _of_the_official(reading, claim, found)
        or _of_other_words(reading, claim, found)
        or ((claim.kind in STAGED or found.end <= min(act.start for act in claim.acts)) and is_closing(reading, found))
        or _counted_from(reading, claim, found)
    )


def _counted_from(reading: Reading, claim: Claim, found: ResolvedDate) -> bool:
    """Tell whether the act's day is counted from this one (`sehari setelah rotasi, Kamis 9 Maret`)."""
    first = bisect_left(reading.dates, found.start - _COUNTED_REACH, key=_START)
    near = reading.dates[first : bisect_left(reading.dates, found.start, first, key=_START)]
    counted = next((d for d in near if d.rule == "day_from_other" and d.end == found.start), None)
    return counted is not None and all(counted.start <= act.start < counted.end for act in claim.acts)


def _of_a_cause(reading: Reading, claim: Claim, found: ResolvedDate) -> bool:
    """Tell whether the date belongs to what went before the act (`ditunjuk setelah X pensiun pada Agustus`)."""
    told = [act for act in claim.acts if not act.modifier] or claim.acts
    last = max((act.end for act in told if act.end <= found.start), default=None)
    if last is not None and _END_OF_TERM.search(reading.text, last, found.start) is not None:
        return True
    if last is None or closes_sentence(reading, found):
        return False
    cause = _CAUSE.search(reading.text, last, found.start)
    # `SK penunjukan Plt dijadwalkan diteken bupati pada Kamis`: to be signed is the plan itself.
    if cause is None or (claim.status == "planned" and cause.group() in _SIGNING):
        return False
    # `dibebastugaskan melalui SK yang diterima Selasa`: on the day on which he learns of it.
    asked = any("undur" in reading.text[act.start : act.end].lower() for act in told)
    return not (claim.kind == "pemberhentian" and cause.group() == _RECEIVED and not asked)


def _of_the_official(reading: Reading, claim: Claim, found: ResolvedDate) -> bool:
    """Tell whether the date is that of the official's own oath (`oleh Gubernur X yang dilantik Senin (10/8)`)."""
    since = _SINCE_OATH.search(reading.text, max(0, found.start - 70), found.start)
    if since is not None and (
        any(act.end <= since.start() for act in claim.acts)
        or not any(since.start() <= act.start < since.end() for act in claim.acts)
    ):
        return True
    own = _OWN_OATH.search(reading.text, max(0, found.start - 90), found.start)
    if own is None:
        return False
    before = bisect_left(reading.officials, own.start() + 1, key=_END) - 1
    return before >= 0 and reading.officials[before].end == own.start()


def _of_other_words(reading: Reading, claim: Claim, found: ResolvedDate) -> bool:
    """Tell whether the date is spoken and the act told outside the quotation (`"Saya tahu semalam," kata X`)."""
    if "quoted" not in found.mention.flags:
        return False
    return all(reading.text.count('"', *sorted((act.start, found.start))) for act in claim.acts)


def is_closing(reading: Reading, found: ResolvedDate) -> bool:
    """Tell whether the date is that on which a stage ends (`pendaftaran ditutup Kamis`)."""
    return _CLOSED.search(reading.text, max(0, found.start - 50), found.start) is not None


def is_superseded(reading: Reading, found: ResolvedDate, sentence_start: int) -> bool:
    """Tell whether the date is that of a plan given up (`sedianya Jumat`)."""
    return _SUPERSEDED.search(reading.text[max(sentence_start, found.start - 70) : found.start]) is not None


def closes_sentence(reading: Reading, found: ResolvedDate) -> bool:
    """Tell whether a date is set off by a comma, as the day of the whole sentence is: told in full or at its end."""
    before = reading.text[max(0, found.start - 2) : found.start]
    if found.mention.weekday is None or before != ", " or found.role not in {"pension", "event"}:
        return False
    return found.mention.day is not None or _AT_THE_END.match(reading.text, found.end) is not None
