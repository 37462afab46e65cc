"""Finds the words that a post begins with, and reads from each to the end of the post."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from extract.phrases import any_of
from extract.post_functions import functional_end
from extract.post_words import post_words
from extract.scanning import first_words, places_of, places_of_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from extract.post_boundary import Boundaries, Head

_ACTING = (
    r"(?:(?P<acting>(?:plt|plh|pjs|pj)\b|(?:pelaksana tugas|pelaksana harian|penjabat sementara|pejabat sementara"
    r"|penjabat|caretaker|karateker"
    r"|pejabat(?= (?:\(pj|bupati|wali ?kota|gubernur|sekretaris daerah|sekda)))\b(?!\.))\.?"
    r"(?: {0,2}\((?P<short>plt|plh|pjs|pj)\.?\))?,? {1,2})?"
)
_MISSPELT_LEADERS = any_of(
    head for head, full in post_words().heads.items() if full in {"kepala", "sekretaris"} and head != full
)
_FIXED_HEADS = (
    r"(?P<national>(?:dirjen|direktur jenderal|sekjen|sekretaris jenderal|inspektur jenderal"
    r"|sekretaris (?:direktorat jenderal|inspektorat jenderal|ditjen|dirjen)"
    r"|deputi(?! (?:bupati|gubernur|wali))"
    r"|staff? ahli men(?:teri|dagri|pora|keu|kes|sos|hub|aker|pan-?rb|desa|kominfo|dikbud(?:ristek)?))\b)"
    r"|(?P<leader>(?:wakil )?(?:kepala|ka|sekretaris(?! kota \(sek)|direktur|direktris|"
    rf"{_MISSPELT_LEADERS})\b\.?)"
    r"|(?P<police>kasat\.? pol(?:isi)?\.? (?:pp|pamong praja)\b|kasatpol(?: pp| pamong praja)?\b)"
    r"|(?P<area>(?:wakil |deputi )?(?:bupati|wali ?kota|wako|walkot|gubernur)\b|camat\b|lurah\b|panewu anom\b|panewu\b"
    r"|mantri pamong praja\b|sekcam\b|sekmat\b|seklur\b)"
    r"|(?P<secretary>sekda(?:prov|kab|kot|ko)?\b|sekprov\b|sekkab\b|sekkota?\b|sekko\b|sekwan\b"
    r"|sekretaris kota \(sek\w{1,6}\))"
    r"|(?P<assistant>(?:asisten|assisten|assiten|asistan|asda)\b)"
    r"|(?P<adviser>staff? ahli\b)"
    r"|(?P<inspector>inspekt[ou]r\b|irban(?:wil|sus)?\b)"
    r"|(?P<out>non ?-?job\b|(?:pelaksana )?fungsional umum\b"
    r"|fungsional(?= (?:upt|unit|di |pada ))"
    r"|staff?(?: biasa| pelaksana| fungsional umum)?\b|pelaksana(?: biasa\b|(?= (?:pada|di) [A-Za-z]))|tanpa jabatan\b)"
)
_FIRST_WORDS = (
    "plt plh pjs pj pelaksana penjabat caretaker karateker pejabat wakil deputi kepala kapala ka sekretaris "
    "sekertaris direktur direktris kasat kasatpol bupati wali walikota wako walkot gubernur camat lurah panewu "
    "mantri sekcam sekmat seklur sekda sekdaprov sekdakab sekdakot sekdako sekprov sekkab sekkot sekkota sekko "
    "sekwan assisten asisten asda staf inspektur inspektor irban irbanwil irbansus dirjen sekjen non nonjob tanpa "
    "fungsional staff"
).split()
_UNIT_HEADS = (
    "dinas badan biro bagian bidang kecamatan distrik kelurahan puskesmas satpol inspektorat sekretariat kantor rsud "
    "smpn sman smkn sdn sma smp smk sd tk"
).split()
_LEADING = ("kepala", "wakil kepala", "sekretaris dinas", "sekretaris badan", "wakil direktur")
_SPELLED_IN_FULL = frozenset({"kasat", "kasatpol"})
_TITLED_INSTITUTION = re.compile(
    r" {1,2}(?:(?:dr|drs|h|hj|prof|ir|kh|tgk|raden|r)\b\.?,? {0,2}){1,4}(?=[A-Z])", re.IGNORECASE
)
_ENDS_INSTITUTION = re.compile(r" {1,2}\([A-Z]{3,8}\)|, {0,2}(?:[Dd]rg?|H|Hj|Drs|Dra|Ir)\. ")
"""After the whole name of a hospital: its abbreviation, or its head's name with a title."""
_OUTSIDE_DIRECTORS = frozenset(
    "pt cv pdam perumda perusda utama jenderal eksekutif operasional keuangan bank bumd lsm".split()
)
_HOSPITALS = frozenset({"rsud", "rsu", "rsd", "rsia", "rumah", "blud"})
_OUTSIDE_SECRETARIES = frozenset(
    "jenderal kabinet fraksi partai umum desa komisi negara militer kampung gampong utama".split()
)
_OUTSIDE_OFFICES = frozenset(
    "kemenag kementerian imigrasi pelayanan pajak pertanahan pos regional perwakilan otoritas bea staf".split()
)
_LED_PLACES = frozenset({"camat", "lurah", "sekcam", "seklur", "sekmat"})
_PLACED_SECRETARIES = frozenset("kota kabupaten provinsi camat lurah kecamatan distrik kelurahan".split())
_ASSISTANT_LEVEL = re.compile(r" {1,2}(?:bidang )?(?:i{1,3}|iv|[1-4])\b")
_ASSISTS_SECRETARY = re.compile(r" (?:sekda(?:prov|kab|kot|ko)?|sekprov|sekkab|sekkot)\b")
_POLICE = re.compile(r" pol(?:isi)?\b")
_MINISTRY = re.compile(
    r" (?:Kemen[a-z][\w-]{2,12}|Kementerian(?: [A-Z]{2,}\b| (?:Dalam|Luar) Negeri)?|B[A-Z]{2,6})(?: RI)?\b"
)
_DEPUTY_GOVERNOR = re.compile(r" deputi gubernur\b(?: dki(?: jakarta)?)?")
_ADVISED = re.compile(r" (?:bupati|wali ?kota|gubernur|pemerintah)\b")
_ADVISER_FIELD = re.compile(r"[ ,]{1,3}bidang\b")
_INSPECTED = re.compile(
    r"(?: (?:inspektorat|pembantu|daerah|kota|kabupaten|provinsi|wilayah|khusus|bidang|i{1,3}v?|iv|v)\b)*"
)
_IN_SAME_UNIT = re.compile(
    r" (?:di|pada) (?:dinas|badan|instansi|opd|tempat|kantor|kecamatan|bagian) (?:yang sama|itu|tersebut)\b"
)
_BODY_AFTER = re.compile(r", {0,2}(?:pada |di )?(?=(?:Dinas|Badan|Biro|Inspektorat) [A-Z])")
_IS_HELD = re.compile(r" (?:kini |sekarang |yang |sementara ){0,2}di(?:pimpin|jabat|isi|pegang)")
_BODY_WITHIN = re.compile(r"\b(?:dinas|badan|biro|inspektorat|kantor|setda\w*|sekretariat|kecamatan|kelurahan|rsud)\b")
_PART_OF_BODY = re.compile(r"(?:kabid|kasi|kasie|kasubbag|kasubag|kabag|kepala (?:bidang|seksi|sub|bagian))\b")
_OF_ANY_BODY = frozenset({"leader", "short_leader", "fused", "unit", "adviser", "inspector", "functional"})
_NATIONAL = re.compile(
    r"\bbadan [\w ]{3,40} nasional\b|\bbadan kepegawaian negara\b|\brepublik\b|\bkementerian\b| ri\b"
)
_OF_THE_STATE = re.compile(r" (?:ri|republik indonesia|kementerian)\b")
_ADMINISTRATIVE = re.compile(r" +administrasi\b")


@cache
def _finder() -> tuple[frozenset[str], re.Pattern[str]]:
    """Return the words that a post may begin with, and what reads a post's head at such a place."""
    tables = post_words()
    leaders = [
        head
        for head, full in tables.heads.items()
        if full != "kepala" and full.startswith(_LEADING) and head not in _SPELLED_IN_FULL
    ]
    tails = {unit[3:] for unit in tables.units if re.match(r"di[sn][a-z]{3}", unit)}
    bodies = {unit for unit in tables.units if unit.startswith(("ba", "kes", "dukcapil", "bp", "bk"))}
    fused = [f"{head}{tail}" for head in ("kadis", "kadin", "sekdis", "sekdin") for tail in tails] + [
        f"ka{body}" for body in bodies
    ]
    units = _UNIT_HEADS + [unit for unit in tables.units if re.match(r"(?:di[sn]|ba)\w\w|(?:bk|bp|dp)\w\w", unit)]
    first = first_words([*_FIRST_WORDS, *tables.heads, *fused, *tables.functional, *units])
    heads = (
        rf"(?<![\w-])(?<![^\d]\.){_ACTING}(?:{_FIXED_HEADS}|(?P<short_leader>(?:{any_of(leaders)})\b\.?)|(?P<fused>(?:{any_of(fused)}|kadi[ns][a-z]{{5,20}})\b)"
        rf"|(?P<functional>(?:{any_of(tables.functional)})\b)|(?P<unit>(?:{any_of(units)})\b))"
    )
    return first, re.compile(heads)


def find_heads(lower: str) -> Iterator[re.Match[str]]:
    """Yield a match for each possible head in a text in small letters; its last group names the kind."""
    first, heads = _finder()
    fused = {
        word for word in places_of_words(lower) if word.startswith(("kadis", "kadin"))
    } - first  # a head and whatever unit
    for start, _word in places_of(first | fused if fused else first, lower):
        head = heads.match(lower, start)
        if head is not None:
            yield head


def post_end(head: Head, kind: str) -> int | None:
    """Return where the post ends that begins with `head` of this `kind`; None where it is no post."""
    end = _READERS[kind](head)
    if end is None or kind not in _OF_ANY_BODY:
        return end
    if kind in {"leader", "short_leader"}:
        end = _with_body(head, end)
    lower = head.text.lower
    if _NATIONAL.search(lower, head.end, end) is not None or _OF_THE_STATE.match(lower, end) is not None:
        return None
    return end


def _with_body(head: Head, end: int) -> int:
    """Take in the body told after a comma of a post that leads a part of it (`Kabid Pasar, Dinas Perdagangan`)."""
    text = head.text
    comma = _BODY_AFTER.match(text.text, end)
    if comma is None or _PART_OF_BODY.match(text.lower, head.start) is None:
        return end
    if _BODY_WITHIN.search(text.lower, head.end, end) is not None:
        return end
    body = text.unit_end(comma.end(), named=False)
    return end if _IS_HELD.match(text.lower, body) is not None else text.government_end(body)


def _named_end(text: Boundaries, at: int) -> int | None:
    """Return the end of a unit's name that must follow, its government's name included; None where none follows."""
    end = text.unit_end(at, named=True)
    return text.government_end(end) if end > at else None


def _leader_end(head: Head) -> int | None:
    text, at, word = head.text, head.end, head.word
    found = text.word(at)
    if found is None:
        return None
    base, follower = word.rsplit(" ", 1)[-1].rstrip("."), found[2]
    after = text.word(found[1])
    if base != "ka" and text.text[at - 1] == ".":
        return None  # the end of a sentence (`melantik empat sekretaris. Pertama ...`)
    if base == "ka" and not (follower in text.tables.openers or text.text[at - 1] == "."):
        return None
    if follower == "utama" and after is not None and after[2] in _HOSPITALS:
        return _institution_end(text, found[1])  # `Direktur Utama RSUD Woha`
    if base.startswith("direkt"):
        return None if follower in _OUTSIDE_DIRECTORS else _institution_end(text, at)
    if base in {"kelapa", "kepal"} and follower not in {"dinas", "badan", "bagian", "bidang", "biro", "sekolah"}:
        return None  # a coconut, a fist
    if base.startswith("se"):
        return _secretary_of_end(text, at, found)
    if follower in text.tables.outside:
        return _named_end(text, at) if follower == "cabang" else None
    if follower == "kantor" and after is not None and after[2] in _OUTSIDE_OFFICES:
        return None
    if follower == "suku" and (after is None or after[2] != "dinas"):
        return None
    if follower == "pelaksana":
        return text.government_end(text.unit_end(found[1], named=True))
    return _named_end(text, at)


def _secretary_of_end(text: Boundaries, at: int, found: tuple[int, int, str]) -> int | None:
    if found[2] in _OUTSIDE_SECRETARIES or found[2] in text.tables.outside - {"daerah"}:
        return None
    if found[2] == "daerah":
        return text.government_end(text.bracket_end(found[1]))
    if found[2] in _PLACED_SECRETARIES:
        bracketed = text.bracket_end(found[1])
        place = text.place_end(bracketed)
        if place == bracketed and found[2] in {"camat", "lurah"}:
            place = text.district_after_in(bracketed)
        return text.district_end(place) if found[2] == "kelurahan" else place
    return _named_end(text, at)


def _institution_end(text: Boundaries, at: int) -> int | None:
    found = text.word(at)
    if found is None or not (text.is_capital(found[0]) or found[2] in text.tables.openers):
        return None
    end = text.unit_end(at, named=True)
    last = text.lower[at:end].rpartition(" ")[2]
    titled = _TITLED_INSTITUTION.match(text.text, end) if last in {"rsud", "rsu", "rsd", "rsia", "daerah"} else None
    run = text.reach(end)
    named_after = last not in text.tables.places | text.tables.words and text.text[end:run].count(" ") == 1
    if run > end and (named_after or _ENDS_INSTITUTION.match(text.text, run) is not None):
        end = run  # `RSUD Embung Fatimah`: many hospitals bear the name of a person
    if titled is not None:
        # a hospital that bears a person's name has it to the end
        end = max(end, text.reach(titled.end() - (text.text[titled.end() - 1] == " ")))
    return text.government_end(end)


def _short_leader_end(head: Head) -> int | None:
    text, start, at, word = head.text, head.start, head.end, head.word
    found = text.word(at)
    if found is not None and found[2] == "dinas" and word in {"kadis", "kadin"}:
        at = found[1]
    end = _named_end(text, at) if found is not None else None
    if end is not None:
        return end
    if _IN_SAME_UNIT.match(text.lower, at) is not None:
        return at
    at -= text.text[at - 1] == "."
    return at if text.is_capital(start) else None  # `Kadis yang baru`, but not `para kadis`


def _fused_end(head: Head) -> int | None:
    text, at = head.text, head.end
    return text.government_end(at)


def _area_end(head: Head) -> int | None:
    text, start, at, word = head.text, head.start, head.end, head.word
    after = text.word(at)
    if not text.is_capital(start) and (after is None or not text.is_capital(after[0])):
        return None
    administrative = _ADMINISTRATIVE.match(text.lower, at)
    end = text.place_end(administrative.end() if administrative is not None else at)
    if end == at and word in _LED_PLACES:
        end = text.district_after_in(at)  # `Camat di Sungai Kunjang`
    if text.has_government(at):
        return text.government_end(at)  # `Penjabat Bupati Kabupaten Mesuji`
    if word in {"lurah", "seklur"} and end > at:
        end = text.district_end(end)
    if word in {"sekcam", "sekmat", "seklur", "camat", "lurah"} and text.has_government(end):
        return text.government_end(end)
    return end


def _national_end(head: Head) -> int | None:
    """Return the end of a ministry's post: its field of work and the ministry must tell where it ends."""
    text, at = head.text, head.end
    end = text.unit_end(at, named=False)
    if head.word == "inspektur jenderal" and _POLICE.match(text.lower, at) is not None:
        return None
    ministry = _MINISTRY.match(text.text, end)
    if ministry is not None:
        return max(ministry.end(), text.unit_end(ministry.end(), named=False))
    return end if end > at or head.word.startswith("staf") else None


def _assistant_end(head: Head) -> int | None:
    text, at = head.text, head.end
    level = _ASSISTANT_LEVEL.match(text.lower, at)
    if level is not None:
        assists = _ASSISTS_SECRETARY.match(text.lower, level.end())
        return text.government_end(assists.end() if assists is not None else text.unit_end(level.end(), named=False))
    deputy = _DEPUTY_GOVERNOR.match(text.lower, at)
    if deputy is not None:
        return text.unit_end(deputy.end(), named=False)
    found = text.word(at)
    if found is None or not text.is_unit_word(found):
        return None
    return text.government_end(text.unit_end(at, named=False))


def _adviser_end(head: Head) -> int | None:
    text, at = head.text, head.end
    advised = _ADVISED.match(text.lower, at)
    end = text.government_end(advised.end() if advised is not None else at)
    field = _ADVISER_FIELD.match(text.lower, end)
    if field is not None:
        return text.government_end(text.unit_end(field.end(), named=True))
    return text.government_end(text.unit_end(end, named=False))


def _inspector_end(head: Head) -> int | None:
    text, start, at, word = head.text, head.start, head.end, head.word
    found = text.word(at)
    if found is not None and found[2] in {"polisi", "jenderal", "upacara"}:
        return None
    inspected = _INSPECTED.match(text.lower, at)
    end = inspected.end() if inspected is not None else at
    if text.lower[start:end].endswith((" kota", " kabupaten", " provinsi")):
        return text.place_end(end)
    assists = word not in {"inspektur", "inspektor"} or "pembantu" in text.lower[start:end]
    return text.government_end(text.unit_end(end, named=False) if assists else end)


def _unit_end(head: Head) -> int | None:
    text, start, at, word = head.text, head.start, head.end, head.word
    if not text.is_capital(start):
        return None
    if word in text.tables.units and word != "satpol":
        return text.government_end(at)
    if word == "rsud":
        return _institution_end(text, start)
    end = max(at, text.unit_end(start, named=False))
    if end == at and word in {"dinas", "badan", "biro"}:
        end = text.unit_end(at, named=True)
    return text.government_end(end) if end > at or word in {"inspektorat", "satpol"} else None


def _head_alone(head: Head) -> int | None:
    return head.end


_READERS: dict[str, Callable[[Head], int | None]] = {
    "national": _national_end,
    "leader": _leader_end,
    "short_leader": _short_leader_end,
    "police": _fused_end,
    "fused": _fused_end,
    "area": _area_end,
    "secretary": _fused_end,
    "assistant": _assistant_end,
    "adviser": _adviser_end,
    "inspector": _inspector_end,
    "out": _head_alone,
    "functional": functional_end,
    "unit": _unit_end,
}
