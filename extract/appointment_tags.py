"""Turns a sentence into tags: posts, names, the words that say who moves where, punctuation."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from extract.names import NameMatch, match_name
from extract.post_words import is_region_name
from extract.posts import PostMention

if TYPE_CHECKING:
    from collections.abc import Iterator

CUES: dict[str, str] = {
    # the post that follows is entered
    "to": """menjadi|jadi|menduduki|menempati|mengisi|memimpin|mengepalai|menakhodai|menahkodai|mengemban|menjabat
        |merangkap|mengampu|menggawangi|mengomandani|memegang|jabatan baru|duduk|menjadi pejabat definitif
        |didefinitifkan|dipercaya memimpin|menempati pos baru|mengendalikan""",
    "as": "sebagai|selaku",
    "into": "ke|ke kursi|ke posisi|ke jabatan|masuk jajaran|ke jajaran",
    # the post that follows was left
    "from": r"""sebelumnya|sebelum ini|sebelum itu|sebelum dilantik|sebelum ditunjuk|sebelum menjabat|semula|tadinya
        |awalnya|mulanya|mantan|bekas|eks|dulunya|dahulu|selama ini|sehari-hari|sehari-harinya|keseharian|terakhir
        |meninggalkan|ditinggalkannya|jabatan lama|jabatan sebelumnya|posisi sebelumnya|lengser dari|masih
        |selama (?:\w+ ){1,2}(?:tahun|bulan)|(?:baru|setelah|sudah|hampir) (?:\w+ ){1,2}(?:tahun|bulan)|pernah
        |mengawali|merintis|berasal dari|dari|asal|aslinya|definitifnya""",
    "now": "kini|saat ini|sekarang|selanjutnya|sementara ini",
    "is": "adalah|merupakan|ialah",
    # the post before is held by the person after
    "held": """dijabat|diisi|dipegang|dipimpin|ditempati|diduduki|dipercayakan|diserahkan|diberikan|dirangkap|dikomandoi
        |dinakhodai|dinahkodai|diemban|diampu|di tangan|jatuh kepada|jatuh ke tangan|dikendalikan|terisi|dilimpahkan
        |dikepalai|dibebankan|diamanahkan""",
    "replaces": "menggantikan|gantikan|mengganti|menggeser posisi|mengambil alih posisi",
    "replaced": "digantikan|diganti|penggantinya|pengganti|posisinya digantikan",
    "swap": """bertukar|saling bertukar|saling menempati|saling mengisi|saling tukar|tukar posisi|tukar jabatan
        |tukar guling|bertukar posisi|bertukar kursi|ditukar dengan|ditukar""",
    "remove": r"""dicopot|diberhentikan|dinon-?jobkan|di-nonjob-kan|dinonaktifkan|dibebastugaskan|dibebas-?tugaskan
        |dilengserkan|lengser|tersingkir|terpental|terdepak|kehilangan jabatan|kehilangan kursi|kehilangan posisi
        |mencopot|membebastugaskan|memberhentikan|menonaktifkan|menonjobkan|nonjob|non-job|non job|pencopotan
        |mengundurkan diri|mundur|diparkir|distafkan|sebelum dinonjobkan|sebelum dicopot|sebelum diberhentikan""",
    "appointed": """dilantik|ditunjuk|dipercaya|diangkat|dipromosikan|digeser|dipindah|dipindahkan|dipindahtugaskan
        |dimutasi|dimutasikan|dirotasi|ditarik|ditetapkan|dikukuhkan|diamanahi|diamanahkan menjadi|ditugaskan
        |ditempatkan|didapuk|dirolling|dinaikkan|disumpah|diambil sumpah|dialihtugaskan|bergeser|pindah|berpindah|naik
        |promosi|melesat|masuk|beralih|geser|terpilih|menerima|mendapat|diplot|diberi|dikembalikan|resmi|dialihkan
        |diplt-kan|hijrah|turun|pelantikan|mutasi|rotasi|penunjukan|pengukuhan|rolling|dilantiknya|ditunjuknya|pergeseran
        |kepercayaan baru|dipastikan|menghuni|dipercayai|diperintahkan|dinobatkan|disetarakan|dilantiklah""",
    "appoints": """melantik|menunjuk|mengangkat|menugaskan|menetapkan|mempercayakan|mengukuhkan|mempromosikan
        |menempatkan|menggeser|memindahkan|menarik|mendefinitifkan|memutasi|merotasi|memilih|lantik|tunjuk|menyerahkan
        |mengambil sumpah|merombak|memercayakan|memberikan|memerintahkan""",
    "gone": r"""pensiun|purna ?tugas|purna ?bakti|purna|meninggal|wafat|tutup usia|almarhum|almarhumah|berpulang|mpp
        |masa tugasnya berakhir|tersangka|dipanggil tuhan|mangkat|ditahan""",
    "list": """yaitu|yakni|antara lain|antaranya|masing-masing|meliputi|terdiri|berikut|salah satunya|seperti|terdapat
        |termasuk|mereka|dialami|salah seorang|salah satu""",
    "candidate": r"""calon|kandidat|peserta|pelamar|finalis|disebut-sebut|digadang|digadang-gadang|berpeluang|tiga besar
        |nominasi|nominator|bersaing|favorit|diusulkan|mengikuti|pendaftar|ikut seleksi|lolos|lulus|santer|rumor|dikabarkan
        |bakal calon|berminat|melamar|mendaftar|dijagokan|usulan|mengusulkan|peringkat|tertinggi|enam besar|bursa""",
    "says": r"""kata|ujar|ucap|tutur|ungkap|jelas|terang|tegas|papar|sebut|imbuh|tandas|ujarnya|katanya|menurut|mengatakan|menjelaskan
        |menuturkan|mengungkapkan|menyampaikan|menegaskan|menambahkan|membenarkan|memaparkan|menilai|mengaku|menyebut
        |menyebutkan|menyatakan|menerangkan|mengingatkan|mengimbau|berharap|meminta|memastikan|dikonfirmasi|membantah""",
    "guest": """hadir|dihadiri|menghadiri|disaksikan|menyaksikan|didampingi|mendampingi|diwakili|mewakili|diikuti|bersama
        |disambut|tampak|saksi|rohaniwan|ditutup|dibuka|dipandu""",
    "pronoun": """ia|dia|beliau|dirinya|yang bersangkutan|lelaki|pria|perempuan|wanita|birokrat""",
    "pair": "keduanya|kedua pejabat",
    "stays": "tetap|kembali|lagi",
    "confirmed": "dikukuhkan ulang|dikukuhkan kembali|dikukuhkan|tetap di posisinya|tetap di jabatannya|tetap pada jabatannya",
    "left": r"""yang (?:ia|dia|beliau) tinggalkan|yang ditinggalkan(?:nya)?|yang ditinggal(?:nya)?|yang kosong (?:ditinggal|setelah
        ditinggal)|yang lowong|peninggalan""",
    "seat": "kursinya|jabatannya|posisinya|posnya|kursi lamanya|jabatan lamanya|posisi lamanya|jabatan tersebut|posisi tersebut"
    "|kursi tersebut|kursi itu|jabatan itu|posisi itu",
    "old": r"yang lama|lamanya|lama|pejabat lamanya|pejabat lama|pejabat sebelumnya|pejabat terdahulu",
    "new": "yang baru|baru",
    "deputy": "sekretarisnya",
    "acting": r"plt|plh|pj|pjs|pelaksana tugas|pelaksana harian|penjabat|plt-nya",
    "same": r"(?:di|pada) (?:dinas|badan|instansi|rumah sakit|kantor|opd|kecamatan|skpd|perangkat daerah|unit|tempat|distrik"
    r"|kelurahan|lembaga|bagian) (?:yang sama|itu|tersebut)|(?:dinas|badan|instansi) yang sama|(?:dinas|distrik|kecamatan|badan) itu",
    "who": "yang",
    "and": "dan|serta|sedangkan|sementara|lalu|kemudian|sebaliknya",
    "to_whom": "kepada|oleh",
    "job": r"jabatan|posisi|kursi|pos|tugas|amanah|pejabat|jabatannya sebagai|kursi nomor satu",
    "chosen": r"nama yang dipilih|sosok yang dipilih|nama yang terpilih|pilihan(?:nya)? jatuh (?:kepada|pada)|orang yang dipilih",
    "will": "akan|bakal|segera",
    "not": "tidak|bukan|belum|batal|tak",
}
"""Kinds of cue, and the words (regular expressions) that show each."""

_GAP = re.compile(r"[A-Z][\w'.-]*|[a-z0-9][\w'-]*|[,;:()|\"-]|\n")
_PLACE_LEADS = frozenset(
    """di ke dari dalam asal kantor aula pendopo pendapa gedung jalan kabupaten kota kecamatan kelurahan desa gampong pulau
    provinsi balai ruang hotel lapangan halaman graha masjid kampung nagari distrik dusun nomor pasal hari tanggal bulan
    tahun pemkab pemkot pemprov pemko lingkup lingkungan se wilayah daerah dprd fraksi partai media harian portal rsud
    komisi universitas fakultas yayasan pt cv dinas badan""".split()
)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag over [start, end) of the text: `kind` is `post`, `unit`, `out`, `name`, `word`, a cue's or a mark itself."""

    kind: str
    start: int
    end: int
    post: PostMention | None = None
    name: NameMatch | None = None
    word: str = ""


@cache
def _cue_finder() -> tuple[re.Pattern[str], dict[str, str]]:
    kinds: dict[str, str] = {}
    plain: list[str] = []
    patterns: list[str] = []
    for kind, listed in CUES.items():
        for phrase in re.split(r"\|(?![^(]*\))", re.sub(r"\s*\n\s*", "", listed)):
            if re.fullmatch(r"[a-z -]+", phrase):
                kinds.setdefault(phrase, kind)
                plain.append(phrase)
            else:
                name = f"x{len(patterns)}"
                kinds[name] = kind
                patterns.append(f"(?P<{name}>{phrase})")
    by_letter: dict[str, list[str]] = {}
    for phrase in sorted(set(plain), key=len, reverse=True):
        by_letter.setdefault(phrase[0], []).append(phrase[1:])
    grouped = "|".join(f"{letter}(?:{'|'.join(map(re.escape, rest))})" for letter, rest in sorted(by_letter.items()))
    return re.compile(rf"\b(?:{'|'.join(patterns)}|{grouped})\b"), kinds


def find_cues(lower: str) -> list[Tag]:
    """Return the cue tags of a text in small letters, in order."""
    finder, kinds = _cue_finder()
    tags: list[Tag] = []
    for found in finder.finditer(lower):
        name = found.lastgroup
        word = found.group()
        tags.append(Tag(kinds[name] if name else kinds[word], found.start(), found.end(), word=word))
    return tags


class Tagger:
    """Holds an article's posts and cues and gives out the tags of any stretch of it."""

    def __init__(self, text: str, lower: str, posts: list[PostMention]) -> None:
        self.text = text
        self.lower = lower
        self.posts = posts
        self.post_starts = [post.start for post in posts]
        self.cues = find_cues(lower)
        self.first_names: set[str] = set()
        self.cue_starts = [cue.start for cue in self.cues]

    def posts_in(self, start: int, end: int) -> list[PostMention]:
        """Return the posts that begin in [start, end)."""
        return self.posts[bisect_left(self.post_starts, start) : bisect_left(self.post_starts, end)]

    def cues_in(self, start: int, end: int) -> list[Tag]:
        """Return the cues that begin in [start, end)."""
        return self.cues[bisect_left(self.cue_starts, start) : bisect_left(self.cue_starts, end)]

    def tags(self, start: int, end: int) -> list[Tag]:
        """Return the tags of [start, end) in order; words that say nothing are `word` tags."""
        fixed: list[Tag] = [
            Tag(post.kind if post.kind != "post" else "post", post.start, post.end, post=post)
            for post in self.posts_in(start, end)
        ]
        busy = fixed[:]
        for cue in self.cues_in(start, end):
            at = bisect_left([tag.start for tag in busy], cue.start)
            before = busy[at - 1] if at else None
            after = busy[at] if at < len(busy) else None
            if (before is None or before.end <= cue.start) and (after is None or cue.end <= after.start):
                fixed.append(cue)
        fixed.sort(key=lambda tag: tag.start)
        tags: list[Tag] = []
        at = start
        for tag in fixed:
            if tag.start < at:
                continue
            tags.extend(self._gap(at, tag.start, tags[-1].word if tags else ""))
            at = max(at, tags[-1].end) if tags else at
            if tag.start < at:
                continue
            tags.append(tag)
            at = tag.end
        tags.extend(self._gap(at, end, tags[-1].word if tags else ""))
        return tags

    def _gap(self, start: int, end: int, previous: str) -> Iterator[Tag]:
        at = start
        while at < end and (found := _GAP.search(self.text, at, end)) is not None:
            word = found.group()
            if word[0].isupper() and previous not in _PLACE_LEADS:
                name = self._name(found.start(), end) or self._known(found)
                if name is not None:
                    yield Tag("name", name.start, min(name.end, end), name=name)
                    at = max(name.end, found.end())
                    previous = ""
                    continue
            if word[0].isalnum():
                yield Tag("word", found.start(), found.end(), word=word.lower())
                previous = word.lower() if word[0].islower() or word.lower() in _PLACE_LEADS else previous
            else:
                yield Tag(word, found.start(), found.end(), word=word)
                previous = ""
            at = found.end()

    def _known(self, found: re.Match[str]) -> NameMatch | None:
        """Return a short name that is also a calendar word (`Maret`), where a person so called was named before."""
        word = found.group().rstrip(".-")
        start, stop = found.start(), found.start() + len(word)
        if word.lower() not in self.first_names or self.text[max(0, start - 2) : start - 1].isdigit():
            return None
        if re.match(r" \d", self.text[stop : stop + 2]):
            return None
        return NameMatch(start, stop, start, stop, word)

    def _name(self, at: int, end: int) -> NameMatch | None:
        name = match_name(self.text, at)
        if name is None or name.name_end > end:
            return None
        if name.start == name.name_start and name.end == name.name_end and is_region_name(name.name):
            return None
        return name
