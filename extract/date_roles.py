"""What a date in a news text is the date of: an event, a speech, a law, a term of office."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

DateRole = Literal[
    "event",
    "speech",
    "law",
    "term",
    "budget",
    "election",
    "since",
    "until",
    "pension",
    "dateline",
    "caption",
    "birth",
]
"""`event` is what remains when nothing beside the date says otherwise. `speech` is the day of an interview or
statement, `law` that of a law, decree or letter, `term` of a term of office, `since` the day from which something holds
(`per 1 Juni`, `TMT`), `until` a deadline or the end of a span, `pension` the day someone retired or died."""

_REACH = 130
_SPEAK = (
    "kata ujar ucap tutur jelas ungkap tegas terang papar sebut beber imbuh tambah tandas pungkas kilah aku pesan"
    " cetus sambung lanjut urai tukas sergah sindir kelakar seloroh tulis keluh jawab cerita pinta harap ajak tutup"
    " timpal elak"
).split()
_SAYING = (
    "mengatakan mengungkapkan menjelaskan menyebut menyebutkan menyampaikan menuturkan menegaskan membenarkan"
    " menambahkan menerangkan memaparkan mengakui mengaku menyatakan membantah menilai mengimbau merinci membeberkan"
    " menanggapi"
    " mengonfirmasi mengkonfirmasi mengingatkan berujar berkata bercerita mengutarakan"
).split()
_ASKED = (
    "dihubungi ditemui dikonfirmasi diwawancara diwawancarai ditanya ditanyai dimintai dibincangi dijumpai dikutip"
    " dilansir dilihat"
).split()
_STATED = "disampaikan dikatakan diungkapkan dijelaskan ditegaskan dikemukakan".split()
# A sentence that has none of these words is no speech; most are cleared by this look-up alone.
_SPEECH_WORDS = frozenset(
    [
        *_SPEAK,
        *(f"{verb}nya" for verb in _SPEAK),
        *_SAYING,
        *_ASKED,
        *_STATED,
        *"informasi kabar bocoran dirangkum dihimpun kepada dalam melalui lewat pantauan menurut".split(),
    ]
)
_SPEECH_BEFORE = re.compile(
    rf"[\"',]\s*(?:[Dd]emikian\s+)?(?:{'|'.join(_SPEAK)})(?:nya)?\b|\b(?:{'|'.join(_SPEAK)})nya\b"
    rf"|\b(?:{'|'.join(_SAYING)})[\s,]*$|\b(?:{'|'.join(_ASKED)})\b"
    r"|\bkepada\s+(?:wartawan|awak\s+media|media|jurnalis|para\s+wartawan|\w+\.(?:com|net|id|co\.id)\s*,)"
    # `ujarnya kepada Radar, Senin`, but not `menyerahkan SK Plt kepada Rudi Tanesib, Senin`
    r"|^(?!(?s:.*)\b(?:SK|SPT|[Mm]enyerahkan|[Dd]iserahkan|[Pp]enyerahan|[Dd]ilimpahkan)\b)(?s:.*)"
    r"\bkepada\s+[A-Z]\w*(?:[. ][A-Za-z]\w*)?\s*,"
    r"|\b(?:dalam|melalui|lewat)\s+(?:keterangan|siaran\s+pers|rilis|pesan|sambungan|telepon|sambutan)"
    r"|\b(?:[Pp]antauan|[Mm]enurut|[Dd]irangkum|[Dd]ihimpun)\b[^,]{0,40},?\s*$"
    rf"|\b(?:{'|'.join(_STATED)})\b(?!.*\b(?:melantik|pelantikan|mengukuhkan|pengukuhan|sumpah)\b)"
    r"|^\s*(?:kata|ujar|ucap|tutur)\s"
    r"|^\s*(?:[Ii]nformasi|[Kk]abar|[Bb]ocoran)\s[^;]{0,90},\s*$"
)
_SPEECH_AFTER = re.compile(
    rf"\)?\W{{0,3}}(?:(?:pagi|siang|sore|petang|malam|kemarin|lalu)\W{{1,3}})?(?:saat\s+)?(?:{'|'.join(_SAYING)})\b"
)
_LAW = re.compile(
    r"(?:\b(?:ber|ter)tanggal|\b(?:(?:[Nn]o|berno)(?:mor|\.)?\s*:?|NOMOR)\s*[\w./-]*\d[\w./ -]{0,60}?"
    r",?\s(?:[Tt]anggal|[Tt]gl\.?|[Tt]ahun|,)"
    r"|\b(?:UU|PP|Perda|Perbup|Perwali|Perwal|Pergub|Perpres|Permen\w*|Kepmen\w*|Inpres|SK|SE|[Ss]urat|[Kk]eputusan"
    r"|[Pp]eraturan|[Uu]ndang-[Uu]ndang|[Ee]daran|[Tt]elegram|[Rr]ekomendasi|[Bb]erita\s+[Aa]cara)\b[^.;\n]{0,70}?"
    r"\s(?:[Tt]anggal|[Tt]gl\.?|[Tt]ahun)"
    r"|\b(?:UU|PP|Perda|Perbup|Perwali|Pergub|Perpres|Permen\w*)\s[^.;,\n]{0,30}[\s/]"
    r"|\b[Nn]omor\s*:?\s*[\w./-]{0,30}\d[\w./-]{0,30}\s[Pp]ada)\s*$"
)
_TERM = re.compile(
    r"(?:\b[Pp]eriode\s+(?:\w+\s+){0,2}|\b(?:masa\s+(?:jabatan|bakti|tugas|kerja)"
    r"|jabatan(?:nya)?\s+(?:\w+\s+){0,3}(?:berakhir|habis))[^.;\n]{0,50}"
    r"|\bmulai\s+(?:aktif\s+)?(?:bekerja|bertugas|berkantor)\b[^.;\n]{0,20})$"
)
_BUDGET = re.compile(
    r"\b(?:R?-?APB[DN](?:-?P)?|[Aa]nggaran|TA|DPA|RKPD|PAD|LKPJ|LHP|LKPD|RKA|formasi|belanja|pendapatan|realisasi|target)\b[^.;\n]{0,25}$"
)
_ELECTION = re.compile(
    r"\b(?:[Pp]ilkada|[Pp]emilu|[Pp]ilgub|[Pp]ilbup|[Pp]ilwako\w*|[Pp]ilwalkot|[Pp]ilkades|[Pp]ilpres|[Pp]ileg|[Cc]oblosan"
    r"|[Pp]encoblosan|[Pp]emungutan\s+[Ss]uara|[Pp]emilihan|[Kk]ampanye|paslon|pasangan\s+calon)\b[^.;\n]{0,45}$"
)
_OATH = re.compile(r"\b(?:(?:me|di)?lantik|mengukuhkan|(?:di)?kukuhkan|pelantikan|pengukuhan)\b", re.IGNORECASE)
_WEEKDAY = re.compile(r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\b", re.IGNORECASE)
_PENSION = re.compile(
    r"\b(?:[Pp]ensiun|purna\s?(?:tugas|bakti)|wafat|meninggal(?:\s+dunia)?|mangkat|berpulang|batas\s+usia)\b[^.;\n]{0,40}$"
)
_SINCE = re.compile(
    r"\b(?:[Ss]ejak|[Tt]erhitung(?:\s+(?:mulai|sejak))?|[Mm]ulai|TMT|tmt|[Pp]er|[Bb]erlaku|efektif)(?:\s+(?:tanggal|tgl\.?|hari|bulan"
    r"|tahun|awal|akhir|pertengahan|pada))*\s*[:.]?\s*$"
)
_UNTIL = re.compile(
    r"\b(?:[Hh]ingga|[Ss]ampai(?:\s+dengan)?|s/d|[Ss]ebelum|(?:[Pp]aling|[Ss]elambat-?)\s*(?:lambat|lama)(?:nya)?|[Bb]atas\s+(?:akhir|waktu)"
    r"|[Tt]enggat(?:\s+waktu)?|[Bb]erakhir|[Jj]elang|[Mm]enjelang|[Ss]epanjang|[Ss]elama)(?:\s+(?:pada|tanggal|tgl\.?|hari|bulan|tahun|awal"
    r"|akhir|pertengahan|ini,?|itu|jatuh))*\s*$"
    r"|\b(?:[Jj]elang|[Mm]enjelang)\s+(?:(?:peringatan|perayaan|puncak)\s+)?(?:[Hh]ari\s+[Jj]adi|HUT|[Hh]ari\s+[Rr]aya|[Ii]dul|[Ll]ebaran"
    r"|[Rr]amadan|[Nn]atal|[Nn]yepi|[Tt]ahun\s+[Bb]aru)\b[^.;,]{0,50}$"
)
_SPEAKER_REACH = 280
_SAID = re.compile(rf",?\s*(?:{'|'.join(_SPEAK)})\b")
_BIRTH = re.compile(r"\b(?:kelahiran|lahir(?:\s+(?:pada|di))?)\b[^.;\n]{0,30}$")
_CAPTION_LENGTH = 300
_CAPTION_STEMS = ("oto", "FOTO", "aption", "dok", "Dok", "lustrasi")
_CAPTION = re.compile(r"\b(?:[Ff]oto|FOTO|[Cc]aption|[Dd]ok(?:umentasi)?|[Ii]lustrasi)\s?[:./]")
_DATELINE_REACH = 60
_DATELINE_AFTER = re.compile(r"\)?[,.]?\s*-[\s,]| \([A-Za-z .]{3,25}\) ?-")
_STAMP_LENGTH = 90
_STAMP_BEFORE = re.compile(r"\W*(?:[\w.,/& ]{1,40}[|:/-]\W*)?")
_CLOCK_AFTER = re.compile(
    r"\W{0,4}(?:(?:pukul|jam)\s*)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s*(?:AM|PM))?(?:\s*(?:WIB|WITA|WIT|UTC|GMT)\b)?\W*(?:$|\|)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]['\")]*\s+(?=[\"'(]*[A-Z0-9])")
_ABBREVIATION = re.compile(r"(?:^|[\s(])(?:[A-Z][A-Za-z]{0,3}|[a-z]{1,3})$")


class Clause(NamedTuple):
    """The words of a sentence before a date: as written, and one by one in small letters without punctuation."""

    text: str
    words: tuple[str, ...]


def clause_before(text: str, at: int) -> Clause:
    """Return the words of the sentence before `at`, of at most 130 characters; a line begins a sentence.

    A point after a short capitalised word (`Drs.`, `H.`, `Plt.`) ends none.
    """
    opening = max(0, at - _REACH)
    opening = max(opening, text.rfind("\n", opening, at) + 1)
    start = opening
    for stop in _SENTENCE_END.finditer(text, opening, at):
        if not _ABBREVIATION.search(text, max(opening, stop.start() - 6), stop.start()):
            start = stop.end()
    clause = text[start:at]
    return Clause(clause, tuple([word.strip(".,:;()[]\"'") for word in clause.lower().split()]))


def date_role(clause: Clause, text: str, start: int, end: int, *, form: str = "day") -> DateRole:
    """Return what the date at `start`-`end` of `text` (folded) is the date of, by the words beside it.

    `clause` is what `clause_before` gives for `start`, `form` the form of the date (DateForm): a budget has no day.
    """
    said = clause.text
    if (form == "year" or said.rstrip(" :").endswith(_LAW_ENDS)) and _LAW.search(said):
        return "law"
    if not _CUES.isdisjoint(clause.words):
        for role, cues, pattern in _BEFORE:
            if role == "budget" and form not in ("year", "month", "relative_year"):
                continue
            if not cues.isdisjoint(clause.words) and pattern.search(said):
                if role == "election" and _closes_oath(said, text, start):
                    continue
                return role
    if form == "year":
        return "event"
    speech = not _SPEECH_WORDS.isdisjoint(clause.words) and _SPEECH_BEFORE.search(said)
    if speech or _SPEECH_AFTER.match(text, end) or _ends_attribution(text, start):
        return "speech"
    if _opens_line(text, start, end) or _is_stamp(text, start, end):
        return "dateline"
    return "caption" if _in_caption(text, start, end) else "event"


def _ends_attribution(text: str, start: int) -> bool:
    """Tell whether the date closes the long naming of who spoke (`"...," kata Kepala BKPSDM Kabupaten X, Y, Senin`)."""
    if text[start - 2 : start] != ", ":
        return False
    quoted = text.rfind('"', max(0, start - _SPEAKER_REACH), start)
    if quoted < 0 or _SAID.match(text, quoted + 1) is None or text.find("\n", quoted, start) >= 0:
        return False
    return all(
        _ABBREVIATION.search(text, max(quoted, stop.start() - 6), stop.start())
        for stop in _SENTENCE_END.finditer(text, quoted + 1, start)
    )


def _closes_oath(said: str, text: str, start: int) -> bool:
    """Tell the day that closes an oath's sentence (`mengukuhkan Pjs yang daerahnya ber-pilkada, Sabtu (26/9)`)."""
    return said.rstrip().endswith(",") and _WEEKDAY.match(text, start) is not None and _OATH.search(said) is not None


def _opens_line(text: str, start: int, end: int) -> bool:
    """Tell whether the date stands in a dateline (`TALIWANG, Media (Minggu 4/1) - Bupati ...`)."""
    if _DATELINE_AFTER.match(text, end) is None:
        return False
    return start < _DATELINE_REACH or "\n" in text[start - _DATELINE_REACH : start]


def _is_stamp(text: str, start: int, end: int) -> bool:
    """Tell whether the line holds but the date that a page is stamped with (`Admin | Rabu, 3 Mei 2023 10:15 WIB`)."""
    line_start = text.rfind("\n", max(0, start - _STAMP_LENGTH), start) + 1
    if not line_start and start > _STAMP_LENGTH:
        return False
    line_end = text.find("\n", end, end + _STAMP_LENGTH)
    if line_end < 0:
        line_end = len(text)
    if line_end - line_start > _STAMP_LENGTH:
        return False
    after = text[end:line_end]
    if _STAMP_BEFORE.fullmatch(text, line_start, start) is None:
        return False
    if _CLOCK_AFTER.match(after):
        return True
    alone = not after.strip(" |-") and not text[line_start:start].strip()
    return alone and (line_start == 0 or _parted(text, line_start))


def _parted(text: str, line_start: int) -> bool:
    """Tell whether the line before ends its sentence or is empty, so that no sentence runs on into this one."""
    before = text[max(0, line_start - 3) : line_start - 1].rstrip(" ")
    return not before or before[-1] in '\n.!?|")'


def _in_caption(text: str, start: int, end: int) -> bool:
    line_start = text.rfind("\n", max(0, start - _CAPTION_LENGTH), start) + 1
    line_end = text.find("\n", end, end + _CAPTION_LENGTH)
    if line_end < 0:
        line_end = min(len(text), end + _CAPTION_LENGTH)
    if line_end - line_start >= _CAPTION_LENGTH:
        return False
    if not any(text.find(stem, line_start, line_end) >= 0 for stem in _CAPTION_STEMS):
        return False
    return _CAPTION.search(text, line_start, line_end) is not None


def direction_of(clause: Clause) -> int:
    """Return -1 where the words of a sentence before a date speak of the past, 1 of the future, 0 where neither.

    The cue nearest to the date decides, within some fourteen words.
    """
    for word in reversed(clause.words[-14:]):
        if word in _FUTURE or word.startswith(_FUTURE_STEMS):
            return 1
        if word in _PAST:
            return -1
    return 0


# A role's pattern is only tried where one of its words stands in the sentence.
_BEFORE: tuple[tuple[DateRole, frozenset[str], re.Pattern[str]], ...] = (
    ("birth", frozenset(("lahir", "kelahiran")), _BIRTH),
    (
        "pension",
        frozenset(
            "pensiun purna purnatugas purnabakti wafat meninggal mangkat berpulang batas".split(),
        ),
        _PENSION,
    ),
    (
        "election",
        frozenset(
            "pilkada pemilu pilgub pilbup pilwako pilwakot pilwalkot pilkades pilpres pileg coblosan pencoblosan"
            " pemungutan pemilihan kampanye paslon pasangan".split()
        ),
        _ELECTION,
    ),
    ("term", frozenset(("periode", "masa", "jabatan", "jabatannya", "mulai")), _TERM),
    (
        "budget",
        frozenset(
            "apbd apbn apbd-p apbdp p-apbd r-apbd rapbd anggaran ta dpa rkpd pad lkpj lkpd lhp rka formasi belanja"
            " pendapatan realisasi target".split()
        ),
        _BUDGET,
    ),
    (
        "until",
        frozenset(
            "hingga sampai dengan s/d sebelum lambat lama lambatnya lamanya batas tenggat berakhir jelang menjelang"
            " sepanjang selama".split()
        ),
        _UNTIL,
    ),
    ("since", frozenset(("sejak", "terhitung", "mulai", "tmt", "per", "berlaku", "efektif")), _SINCE),
)
_CUES = frozenset().union(*(cues for _role, cues, _pattern in _BEFORE))
_LAW_ENDS = ("anggal", "ada", "gl", "gl.", "ahun", ",", "/")
_FUTURE = frozenset(
    "akan bakal segera nanti nantinya hendak menjelang jelang sebelum hingga sampai berakhir menanti diundur tenggat"
    " siap harus mesti".split()
)
_FUTURE_STEMS = tuple(
    "rencana berencana direncana dijadwal menjadwal jadwal diagenda dipastikan target ditarget selambat paling".split()
)
_PAST = frozenset(
    "telah sudah usai seusai tadi lalu sejak resmi kemarin pernah sempat semula sedianya mestinya sebelumnya setelah"
    " dimulai terjadi melanda menerjang".split()
)
