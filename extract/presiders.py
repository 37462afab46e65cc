"""Who presides over an oath or decides a move, by the syntax of the sentences that tell it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from extract.offices import DEPUTIES, HEADS
from extract.scanning import lowered, word_led

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.officials import OfficialMention

Role = Literal["presides", "decides", "delegate", "announces", "represented"]

_ADVERBS: Final = (
    r"kembali|resmi|secara (?:resmi|langsung|simbolis|virtual|daring|serentak|mendadak|perdana)|akhirnya|telah"
    r"|sudah|akan|bakal|segera|baru saja|baru|hari ini|kemarin|tadi|langsung|sendiri|juga|pun|lalu|kemudian"
    r"|itu|ini|tersebut|yang|usai|seusai|setelah|saat|ketika|sesaat|berencana|hendak|bersiap|siap|dijadwalkan"
    r"|dipastikan|mulai|sempat|terpaksa|malam|pagi|siang|sore|pada|sebelumnya|terakhir|rencananya|nantinya"
    r"|nanti|selesai|ikut|turut|hanya|tengah|sedang|masih|tetap|dan|serta|gelar|menggelar|melakukan|lakukan"
    r"|melaksanakan|mengadakan|acara|prosesi|kegiatan|upacara|pelaksanaan|dalam|rangka|untuk|tidak|batal|urung"
    r"|guna|proses|besok|lusa|mendadak|sekaligus|ternyata|jadi|dinyatakan|ingin|mau|untuk kali|kali"
    r"|yang sama|memimpin|senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
)
_GAP = rf"(?:[ \n]?\([^()\n]{{0,40}}\)|,? (?:{_ADVERBS})\b|,(?= )){{0,9}}+,?[ \n]"
_OATH: Final = (
    r"melantik|lantik|(?:meng)?ambil(?:an)? (?:sumpah|janji)|(?:me)?nyumpah|menyumpah|mengukuhkan|kukuhkan"
    r"|pelantikan|pengambilan sumpah|pengukuhan|sumpah|mendefinitifkan|definitifkan|memandu"
    r"|memimpin (?:langsung )?(?:proses|prosesi|acara|kegiatan|upacara) (?:tersebut|itu|ini)"
)
_MOVE: Final = (
    r"memutuskan|mendapuk|dapuk|menunjuk|tunjuk|memberhentikan|berhentikan|mencopot|copot|merotasi|rotasi"
    r"|memutasi|mutasi|merombak|rombak|perombakan|menggeser|geser|mengganti|ganti|menonjobkan|nonjobkan|nonjob"
    r"|membebastugaskan|menonaktifkan|nonaktifkan|merolling|rolling|roling|mengangkat|menetapkan|tetapkan"
    r"|mempromosikan|memindahkan|pindahkan|menempatkan|menugaskan|tugaskan|meneken|teken|menandatangani|menerbitkan"
    r"|memperpanjang|perpanjang|mengevaluasi|membatalkan|batalkan|mencabut|cabut|mengembalikan|mengocok|kocok|melelang|lelang"
    r"|membongkar|bongkar|memecat|pecat|menata|penyegaran|pergeseran|pergantian|rolling|obrak-abrik"
    r"|mengobrak-abrik|mengisi|isi|menyerahkan|serahkan|memulai|menukar|pemberhentian|penunjukan"
)
_OPEN: Final = r"(?:mem)?buka|menguji|uji|evaluasi|job ?fit|seleksi|assessment|asesmen|meresmikan|mengumumkan|umumkan"
_TELL: Final = (
    r"menyebut(?:kan)?|memastikan|pastikan|menyatakan|mengatakan|menegaskan|tegaskan|mengungkapkan|menjelaskan"
    r"|berpesan|pesan|meminta|minta|mengingatkan|ingatkan|mengaku|menyampaikan|berharap|menekankan|mengajak"
    r"|menuturkan|menilai|menambahkan|membenarkan|menyiapkan|siapkan|berjanji|janji|menampik|membantah"
    r"|memerintahkan|perintahkan|menginstruksikan|instruksikan|ungkap|sebut|tekankan|mengusulkan|bilang"
    r"|menargetkan|targetkan|menjadwalkan|jadwalkan|merencanakan|rencanakan"
)
_ACTIVE = re.compile(
    rf"{_GAP}(?:(?P<oath>{_OATH})|(?P<move>{_MOVE})|(?P<open>{_OPEN})|(?P<tell>{_TELL}))\b", re.IGNORECASE
)
_DEAR: Final = r"(?: (?:bapak|ibu|pak|bu|sang))? ?$"
# The patterns below are for the text in small letters.
_PASSIVE = re.compile(
    word_led(
        r"(?:(?P<oath>dilantik(?:nya)?|dikukuhkan|disumpah|dipimpin|dipandu|didefinitifkan"
        r"|(?:di)?ambil (?:sumpah|janji)[\w/]*(?: (?:dan|serta|jabatan|atau) ?[\w/]*){0,3})"
        r"|(?P<move>dirotasi|dimutasi|digeser|dicopot|diberhentikan|ditunjuk|didapuk|ditetapkan|diangkat|dirombak"
        r"|dirolling|dinonjobkan|dibebastugaskan|dinonaktifkan|diganti|dibatalkan|dicabut|ditugaskan|dipercaya(?:kan)?"
        r"|ditempatkan|dipromosikan|dipindahkan|diteken|ditandatangani|diputuskan|diserahkan|dilakukan|dilaksanakan"
        r"|digelar|dikeluarkan|diterbitkan|diambil alih)"
        r"|(?P<open>dibuka|diuji|dievaluasi|diumumkan|diketuai))"
        r"(?: (?:secara langsung|secara resmi|secara simbolis|langsung|sendiri|kembali|resmi|jabatan|sumpah|lagi))*"
        rf"(?P<by> oleh(?: langsung)?)?(?:{_DEAR}|\n$| \($)",
        "da",
    )
)
_BY = re.compile(rf"oleh(?<!\w.{{4}})(?: langsung)?{_DEAR}")
_ATTENDED_BY = re.compile(
    r"\bdi(?:bacakan|saksikan|hadiri|dampingi|sampaikan|katakan|ikuti|benarkan|ungkapkan|jelaskan)"
    rf" oleh(?: langsung)?{_DEAR}"
)
_FAR_ACT = re.compile(
    r"\b(?:(?P<oath>(?:di)?lantik\w*|pelantikan|disumpah|(?:di|peng)ambil\w* (?:sumpah|janji)|dikukuhkan|pengukuhan)"
    r"|(?P<move>dirotasi|dimutasi|digeser|dicopot|diberhentikan|ditunjuk|penunjukan|pemberhentian|pencopotan|mutasi"
    r"|rotasi|dirombak|perombakan|diangkat|dinonjobkan))"
)
_LIGHT = re.compile(r"dila(?:kukan|ksanakan)|digelar")
_VIA = re.compile(
    r",? (?:melalui|lewat) (?:[Tt]im|[Pp]anitia|[Pp]ansel|[Bb]adan|BK[A-Z]+|[Dd]inas|[Bb]agian)\b[^.;\n]{0,90}?"
    r"(?=,? (?:membuka|melelang|menggelar|mengumumkan|melakukan|melaksanakan|merotasi|memutasi|menunjuk|melantik)\b)"
)
"""The body through which a head acts (`Bupati X melalui BKPSDM membuka seleksi`)."""
_BEFORE_FACE = re.compile(rf"di(?<!\w..) ?hadapan(?: langsung)?{_DEAR}")
_ON_BEHALF = re.compile(word_led(rf"(?:mewakili|atas nama|a\.n\.?|mengatasnamakan){_DEAR}", "ma"))
_THROUGH = re.compile(word_led(rf"(?:diwakili|diwakilkan|melalui|lewat)(?: oleh| kepada| ke)?{_DEAR}", "dml"))
_WRITES = re.compile(r"\b(?:bersurat|menyurati|surat|permohonan|mengajukan|diajukan|mengusulkan|diusulkan|usulan)\b")
"""A letter goes through somebody who thereby presides over nothing (`bersurat ke Mendagri lewat Gubernur`)."""
_ATTENDS = re.compile(
    word_led(
        r"(?:didampingi|mendampingi|ditemani|menemani|disertai|disaksikan|dihadiri|bersama|hadir|menghadiri|serta|beserta|termasuk|terdapat|tampak"
        r"|ada|dan|maupun|bertemu|kepada|dengan|antara lain)"
        rf"(?: (?:oleh|langsung|juga|jajaran|pula|turut|dalam acara itu))*{_DEAR}",
        "dmbhstak",
    )
)
_LIST_JOINT = re.compile(rf"(?:,| dan|,? serta|,? beserta|,? bersama| &){_DEAR}")
_SPEECH = re.compile(
    r"\b(?:kata|ujar|ucap|ungkap|tegas|jelas|terang|tutur|papar|pesan|tandas|imbuh|tambah|pinta|harap|sebut|lanjut"
    rf"|beber|urai|jawab|menurut|demikian){_DEAR}"
)
_SENTENCE_END = re.compile(r"[.!?](?<=[\w)\"'%].)[\")']*(?=\s+[\"'(]*[A-Z]|[A-Z]|\s*$)|\n\s*\n|\n(?=\d+[.)]|[-*•])")
_REACH: Final = 110
_SENTENCE_REACH: Final = 320

_ROLES: dict[str, tuple[Role, float]] = {
    "oath": ("presides", 0.9),
    "move": ("decides", 0.8),
    "open": ("decides", 0.7),
    "tell": ("announces", 0.3),
}


class PresiderMention(NamedTuple):
    """A place where the article says that an official presides or decides.

    `[start, end)` is the verb that says it, `official` the index into the officials, `rule` the construction,
    `confidence` (0-1) the chance that this is the official of the event told there. `represented` is the head in
    whose name a delegate acts; `announces` one who only speaks of it or is the article's only head.
    """

    start: int
    end: int
    official: int
    role: Role
    rule: str
    confidence: float


def presiders(text: str, officials: Sequence[OfficialMention]) -> list[PresiderMention]:
    """Return the presiding and deciding officials that the folded `text` tells, in order of their verbs.

    `officials` are those of `find_officials(text)`. Holders of an office and their decrees count; buildings, staff,
    posts to be filled, former and not yet installed heads (save a former head who acts in the sentence) do not.
    """
    reader = _Reader(text, officials)
    found: list[PresiderMention] = []
    for index, official in enumerate(officials):
        if official.context == "decree":
            found.append(PresiderMention(official.start, official.end, index, "decides", "decree of the office", 0.4))
        elif official.context == "person":
            found += reader.read(index)
    shared = [_share(mention, officials[mention.official]) for mention in found]
    return sorted(shared, key=lambda mention: (mention.start, mention.official))


def _share(mention: PresiderMention, official: OfficialMention) -> PresiderMention:
    """Lower the confidence of an office unlikely to preside: a minister or the President installs heads."""
    if official.office in HEADS or official.office in DEPUTIES or " " in official.office:
        return mention
    return mention._replace(confidence=mention.confidence * 0.5)


class _Reader:
    """One article's text and officials on the way through `presiders`."""

    def __init__(self, text: str, officials: Sequence[OfficialMention]) -> None:
        self.text = text
        self.lower = lowered(text)
        self.officials = officials

    def read(self, index: int) -> list[PresiderMention]:
        official = self.officials[index]
        window = max(0, official.start - _REACH)
        if self._represented(index):
            mention = PresiderMention(official.start, official.end, index, "represented", "in whose name", 0.5)
            return [mention, *self._active(index, self._delegate_of(index))]
        found = self._agent(index, window)
        subject = self._subject(index, window)
        if subject is not None:
            found += self._active(index, subject)
        if not found and official.office in HEADS and subject is not None and not official.former:
            found.append(PresiderMention(official.start, official.end, index, "announces", "head named", 0.1))
        return found

    def _agent(self, index: int, window: int) -> list[PresiderMention]:
        """Read an official to the right of the verb: `dilantik (langsung) (oleh) Bupati`, `di hadapan Bupati`."""
        start = self.officials[index].start
        text = self.lower
        passive = _PASSIVE.search(text, window, start)
        if passive:
            kind = _kind(passive)
            if kind == "move" and _LIGHT.match(text, passive.start()):
                act = self._far_act(passive.start())
                kind = _kind(act) if act is not None else kind
            role, confidence = _ROLES[kind]
            rule = f"passive {kind}" + (" with oleh" if passive["by"] else "")
            if self._is_delegate(index):
                role = "delegate"
            return [PresiderMention(passive.start(), start, index, role, rule, min(0.95, confidence + 0.05))]
        face = _BEFORE_FACE.search(text, window, start)
        if face:
            return [PresiderMention(face.start(), start, index, "presides", "before whom", 0.75)]
        if _BY.search(text, window, start) and not _ATTENDED_BY.search(text, window, start):
            act = self._far_act(start)
            if act:
                role, confidence = _ROLES[_kind(act)]
                return [PresiderMention(act.start(), act.end(), index, role, "oleh after the act", confidence - 0.05)]
        through = _THROUGH.search(text, window, start)
        if through and not _WRITES.search(text, window, through.start()):
            return [PresiderMention(through.start(), start, index, "delegate", "through whom", 0.45)]
        return []

    def _far_act(self, start: int) -> re.Match[str] | None:
        begin = self._sentence_start(start)
        last = None
        for act in _FAR_ACT.finditer(self.lower, begin, start):
            last = act
        return last

    def _sentence_start(self, position: int) -> int:
        begin = max(0, position - _SENTENCE_REACH)
        for stop in _SENTENCE_END.finditer(self.text, begin, position):
            begin = stop.end()
        return begin

    def _same_sentence(self, left: int, right: int) -> bool:
        return right - left < _SENTENCE_REACH and not _SENTENCE_END.search(self.text, left, right)

    def _represented(self, index: int) -> bool:
        start = self.officials[index].start
        return _ON_BEHALF.search(self.lower, max(0, start - 40), start) is not None

    def _is_delegate(self, index: int) -> bool:
        """Tell whether the official acts in another's name: `mewakili Bupati` right after or before him."""
        before, following = index - 1, index + 1
        if before >= 0 and self._represented(before):
            end, start = self.officials[before].end, self.officials[index].start
            if self.text[end:start].strip() == ",":
                return True
        if following < len(self.officials):
            other = self.officials[following]
            end = self.officials[index].end
            if other.start - end < _REACH and self._same_sentence(end, other.start):
                return _ON_BEHALF.search(self.lower, end, other.start) is not None
        return False

    def _delegate_of(self, index: int) -> int:
        """Return who acts in the name of officials[index]: the one named before him in the sentence, else himself."""
        before = index - 1
        if before >= 0 and self._same_sentence(self.officials[before].end, self.officials[index].start):
            return before
        return index

    def _subject(self, index: int, window: int) -> int | None:
        """Return the subject of a verb that follows officials[index]: himself, or the one whom he only accompanies."""
        start = self.officials[index].start
        if _SPEECH.search(self.lower, max(0, start - 16), start):
            return index
        if self._is_object(index):
            return index - 1
        if not _ATTENDS.search(self.lower, window, start) and not self._in_list(index):
            return index
        before = index - 1
        while before >= 0 and self._same_sentence(self.officials[before].end, start):
            leading = self.officials[before]
            if not _ATTENDS.search(self.lower, max(0, leading.start - _REACH), leading.start):
                return index if self._represented(before) else before
            before -= 1
        return None

    def _is_object(self, index: int) -> bool:
        """Tell whether officials[index] is whom the one before acts upon (`Bupati Nonaktifkan Sekda, Lantik Pj`)."""
        if index == 0 or not self.text.startswith(", ", self.officials[index].end):
            return False
        verb = _ACTIVE.match(self.text, self.officials[index - 1].end)
        return verb is not None and 0 <= self.officials[index].start - verb.end() <= 1

    def _in_list(self, index: int) -> bool:
        before = index - 1
        if before < 0 or self.officials[before].office == self.officials[index].office or self._represented(before):
            return False
        end, start = self.officials[before].end, self.officials[index].start
        return start - end < 12 and _LIST_JOINT.fullmatch(self.lower, end, start) is not None

    def _active(self, index: int, subject: int) -> list[PresiderMention]:
        """Read the verb after officials[index] and give it to officials[subject]."""
        end = self.officials[index].end
        via = _VIA.match(self.text, end)
        active = _ACTIVE.match(self.text, via.end() if via else end)
        if active is None or self.officials[subject].context != "person":
            return []
        kind = _kind(active)
        role, confidence = _ROLES[kind]
        if subject != index and _ON_BEHALF.search(self.lower, self.officials[subject].end, self.officials[index].start):
            role, confidence = "delegate", max(confidence, 0.85)
        elif self._is_delegate(subject):
            role = "delegate"
        return [PresiderMention(active.start(kind), active.end(kind), subject, role, f"active {kind}", confidence)]


def _kind(match: re.Match[str]) -> str:
    """Return which group of verbs matched: oath, move, open or tell."""
    return next(name for name in ("oath", "move", "open", "tell") if name in match.groupdict() and match[name])
