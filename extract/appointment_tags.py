"""Turns a stretch of an article into tags: posts, names, cues and punctuation."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from extract.appointment_cues import Tag, find_cues, tells_move
from extract.names import NameMatch, begins_no_name, is_weak_name, match_name
from extract.post_words import is_region_name
from extract.posts import unit_of_post

if TYPE_CHECKING:
    from extract.posts import PostMention

_TOKEN = re.compile(r"[-=]>|→|[A-Z][\w'-]*|[a-z0-9][\w'/-]*(?: [a-z0-9][\w'/-]*)*|[,;:()|-]")
_TITLES = frozenset({"dr", "drg", "drh", "drs", "dra", "apt", "ns"})
_CAPITAL_FOLLOWS = re.compile(r" [A-Z]")
_RANK = re.compile(
    r"\b(?:akp|akbp|kompol|kombes|iptu|ipda|aiptu|aipda|bripka|brigjen|irjen|komjen|letkol|letda|lettu|mayor|kapten"
    r"|kolonel|mayjen|letjen|laksma|marsma|jaksa)\b",
    re.IGNORECASE,
)
_CLEAR_WORDS = frozenset(
    """menjabat bertugas juga seorang hanya di jabatan tugas posisi kursi pos pejabat langsung akhirnya ini itu hari
    kembali kabarnya bernama atas nama saudara pak bu puas rela harus sebuah sang si sosok rangkap jajaran secara sama
    untuk pada tersebut amanah menjalankan sebagai akan bakal segera lagi baru empuk basah strategis
    panas status dokter nonaktif""".split()
)
"""Words that stand between a name or cue and its post without parting them."""
_PLACE_LEADS = frozenset(
    """di ke dari dalam asal kantor aula pendopo pendapa gedung jalan kabupaten kota kecamatan kelurahan desa
    gampong pulau provinsi balai ruang hotel lapangan halaman graha masjid kampung nagari distrik dusun
    kec kel kab sungai nomor pasal hari tanggal bulan tahun pemkab pemkot pemprov pemko lingkup lingkungan wilayah
    daerah dprd fraksi partai media harian portal rsud komisi universitas fakultas yayasan pt cv dinas badan
    selain""".split()
)
"""After these words a capitalised word is a place, a body or a number, no person."""


_ARROWS = frozenset({"->", "=>", "→"})
_OPENS_OLD_POST = frozenset({"sebelumnya", "semula", "tadinya", "dari", "dulunya", "awalnya"})
_VERB_BEFORE_POST = re.compile(
    r" (?:(?:yang )?(?:kini|lantas|kemudian|lalu|selanjutnya|akhirnya|sebelumnya|sekarang|selama ini|lama|masih"
    r"|untuk sementara) ){0,2}(?:di(?:jabat|isi|pegang|pimpin|tempati|duduki|percayakan|serahkan)|kosong|lowong)"
)
_BEFORE_HOLDER = frozenset({"dijabat", "diisi", "dipegang", "dipimpin", "ditempati", "diduduki", "bernama"})
_AFTER_WEAK_NAME = re.compile(r", (?:sebagai |dilantik )|,? yang (?:sebelumnya|semula|tadinya) ")
"""After a given name that is an ordinary word too, and stands alone: what one says of people."""
_TAKES_PLACE = frozenset({"dilakukan", "dilaksanakan", "digelar", "berlangsung"})
PASSES_ON = frozenset({"bergeser", "berpindah", "pindah", "beralih"})
_UNIT_LOOK_BACK = 12
_LOOK_BACK = 40
_UNIT_KINDS: dict[str, tuple[str, ...]] = {
    "dinas": ("dinas", "dis", "din"),
    "badan": ("badan", "bap", "bk", "bp"),
    "rumah sakit": ("rsud", "rsu", "rumah sakit"),
    "puskesmas": ("puskesmas",),
    "kecamatan": ("kecamatan",),
    "distrik": ("distrik",),
    "kelurahan": ("kelurahan",),
    "bagian": ("bagian",),
    "sekolah": ("sd", "smp", "sma", "smk", "tk"),
}
"""How the names of units begin that a common noun means (`dinas itu`)."""


class Tagger:
    """Gives out the tags of any stretch of one folded text, whose posts are known."""

    def __init__(self, text: str, lower: str, posts: list[PostMention]) -> None:
        self.text = text
        self.lower = lower
        self._posts = posts
        self._starts = [post.start for post in posts]
        self._civil_starts = [post.start for post in posts if post.civil or post.national]
        self._cues = find_cues(lower)
        self._cue_starts = [cue.start for cue in self._cues]
        self._telling = [cue.start for cue in self._cues if tells_move(cue)]
        self._outsiders: set[str] = set()
        self.first_names: set[str] = set()
        """First names of people told so far, in small letters: `Maret` alone is then a person."""

    def has_posts(self, start: int, end: int) -> bool:
        """Tell whether a post of a region or a ministry, a unit or the state of having none begins in [start, end)."""
        return bisect_left(self._civil_starts, start) < bisect_left(self._civil_starts, end)

    def tells_move(self, start: int, end: int) -> bool:
        """Tell whether words that tell a move begin in [start, end)."""
        return bisect_left(self._telling, start) < bisect_left(self._telling, end)

    def cues_in(self, start: int, end: int) -> list[Tag]:
        """Return the cues that begin in [start, end)."""
        return self._cues[bisect_left(self._cue_starts, start) : bisect_left(self._cue_starts, end)]

    def tags(self, start: int, end: int) -> list[Tag]:
        """Return the tags of [start, end) in order. A run of words that say nothing is one tag, of the last of them."""
        posts = self.posts_in(start, end)
        tags: list[Tag] = []
        at = start
        previous = ""
        for fixed in [*_merged(posts, self.cues_in(start, end)), Tag("end", end, end)]:
            if fixed.start < at or (fixed.word == "lalu" and fixed.start > start and self._is_title_lalu(fixed.start)):
                continue
            at = self._gap(tags, at, fixed.start, previous)
            if fixed.start < at or fixed.kind == "end":
                continue
            if fixed.post is not None and fixed.post.reach > fixed.end and fixed.post.is_placed:
                self._widen(tags, fixed)
            tags.append(fixed)
            at = fixed.end
            handed_over = fixed.kind == "held" or _is_handed_on(tags)
            previous = "" if handed_over and fixed.word not in _BEFORE_HOLDER else fixed.word.rpartition(" ")[2]
        return tags

    def _is_title_lalu(self, start: int) -> bool:
        """Tell `H. Lalu Nama`, the title of Sasak nobility: `lalu` with a capital inside a sentence."""
        return self.text[start].isupper() and _CAPITAL_FOLLOWS.match(self.text, start + 4) is not None

    def _widen(self, tags: list[Tag], tag: Tag) -> None:
        """Let a post that ends in a place take in the capitals after it where no person's name can stand there."""
        if tag.post is None:
            return
        told = tags and (tags[-1].kind in {"to", "as", "into"} or tags[-1].word in _OPENS_OLD_POST)
        named = told and any(before.kind in {"name", "pronoun"} for before in tags[-_LOOK_BACK:])
        bracketed = tags and tags[-1].kind == "(" and self.text[tag.post.reach : tag.post.reach + 1] == ")"
        if named or bracketed or _VERB_BEFORE_POST.match(self.lower, tag.post.reach) is not None:
            tag.post = tag.post.widened(self.text)
            tag.end = tag.post.end

    def unit_before(self, place: int, kind: str) -> str | None:
        """Return the unit last named before `place` that `dinas itu` (its `kind`) can mean; any for `tempat itu`."""
        openers = _UNIT_KINDS.get(kind)
        at = bisect_left(self._starts, place)
        for post in reversed(self._posts[max(0, at - _UNIT_LOOK_BACK) : at]):
            unit = post.text if post.kind == "unit" else unit_of_post(post.text)
            if unit is not None and (openers is None or unit.lower().startswith(openers)):
                return unit
        return None

    def posts_in(self, start: int, end: int) -> list[PostMention]:
        """Return the posts and units that begin in [start, end)."""
        return self._posts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def names(self, start: int, end: int) -> list[NameMatch]:
        """Return the names in [start, end)."""
        return [tag.name for tag in self.tags(start, end) if tag.name is not None and tag.kind == "name"]

    def _gap(self, tags: list[Tag], start: int, end: int, previous: str) -> int:
        """Append the tags of [start, end), which holds neither post nor cue; return where they end."""
        at = start
        for found in _TOKEN.finditer(self.text, start, end):
            begin = found.start()
            if begin < at:
                continue
            at = found.end()
            printed = found.group()
            letter = printed[0]
            if letter.isupper():
                small = printed.lower()
                if begins_no_name(small) and small not in self.first_names:
                    previous = small if small in _PLACE_LEADS else previous
                    _append_word(tags, begin, at, small)
                    continue
                name = self._name(begin, end, printed) if previous not in _PLACE_LEADS else None
                told = previous in _BEFORE_HOLDER or _AFTER_WEAK_NAME.match(self.lower, at) is not None
                if name is None and told and printed.istitle() and is_weak_name(printed):
                    name = NameMatch(begin, at, begin, at, printed)
                if name is not None:
                    at, previous = self._append_name(tags, name), ""
                    continue
                _append_word(tags, begin, at, small)
            elif letter.isalnum():
                rest, _, previous = printed.rpartition(" ")
                said = previous if previous not in _CLEAR_WORDS else _last_said(rest)
                if previous in _TITLES and (self.text[at : at + 1] == "." or self.text[at + 1 : at + 2].isupper()):
                    name = self._name(at - len(previous), end, previous)
                    if name is not None:
                        said = _last_said(rest)
                        if said is not None:
                            _append_word(tags, begin, name.start, said)
                        at, previous = self._append_name(tags, name), ""
                        continue
                if said is not None:
                    _append_word(tags, begin, at, said)
            else:
                tags.append(Tag("to" if printed in _ARROWS else printed, begin, at, printed))
                previous = ""
        return max(at, start)

    def _append_name(self, tags: list[Tag], name: NameMatch) -> int:
        """Append a name, or a word where the name has a rank of army, police or court; return where it ends."""
        if name.start < name.name_start and _RANK.search(self.text, name.start, name.name_start) is not None:
            self._outsiders.update(name.name.split())
            tags.append(Tag("word", name.start, name.end, "rank", name=name))
        elif name.name in self._outsiders:
            tags.append(Tag("word", name.start, name.end, "rank", name=name))
        else:
            tags.append(Tag("name", name.start, name.end, name=name))
        return name.end

    def _name(self, start: int, end: int, printed: str) -> NameMatch | None:
        name = match_name(self.text, start)
        if name is not None and name.name_end > end:
            name = self._name_until(start, end)  # the head of the post after it looked like a name
        if name is None:
            return self._known_first_name(start, printed)

        if name.start == name.name_start and name.end == name.name_end and is_region_name(name.name):
            return None
        return name

    def _name_until(self, start: int, end: int) -> NameMatch | None:
        """Return the name that begins at `start`, where the post or cue at `end` ends it (`Suparjo Widyaiswara`)."""
        name = match_name(self.text[start:end], 0)
        if name is None:
            return None
        return NameMatch(
            name.start + start, name.end + start, name.name_start + start, name.name_end + start, name.name
        )

    def _known_first_name(self, start: int, printed: str) -> NameMatch | None:
        """Return a short name that is also a calendar word, where a person so called was named before."""
        end = start + len(printed)
        if printed.lower() not in self.first_names:
            return None
        if self.text[max(0, start - 2) : start].strip().isdigit() or self.text[end : end + 2].strip().isdigit():
            return None
        return NameMatch(start, end, start, end, printed)


def _is_handed_on(tags: list[Tag]) -> bool:
    """Tell whether a name follows `dari` or `ke`: `jabatan X dari A`, `Camat Woha berpindah tangan dari A ke B`."""
    kinds = [tag.kind for tag in tags[-3:] if tag.word != "tangan"]
    if tags[-1].word == "ke":
        if _holder_moves_on(tags):
            return True
        return kinds[-2:-1] == ["name"] and len(tags) > 3 and tags[-3].word == "dari" and _is_handed_on(tags[:-2])
    if tags[-1].word != "dari":
        return False
    if kinds[-2:-1] == ["post"] or (kinds[-3:-1] == ["post", "word"] and tags[-2].word in _TAKES_PLACE):
        return True
    kinds = [tag.kind for tag in tags[-4:] if tag.word != "tangan"]
    passes = next((tag.word for tag in reversed(tags[:-1]) if tag.word != "tangan"), "")
    return passes in PASSES_ON and kinds[-3:-2] in (["post"], ["unit"], ["now"])


def _holder_moves_on(tags: list[Tag]) -> bool:
    """Tell `Camat Woha yang dijabat A kini bergeser ke`, after which B is named."""
    kinds = [tag.kind for tag in tags[:-2] if tag.kind != "now"]
    return len(tags) > 1 and tags[-2].word in PASSES_ON and kinds[-4:] == ["post", "who", "held", "name"]


def _last_said(words: str) -> str | None:
    """Return the last of the words that parts a name or cue from its post, None where none does."""
    return next((word for word in reversed(words.split()) if word not in _CLEAR_WORDS), None)


def _append_word(tags: list[Tag], start: int, end: int, word: str) -> None:
    """Append a word that says nothing, one tag for a run of them."""
    if tags and tags[-1].kind == "word":
        tags[-1].end, tags[-1].word = end, word
    else:
        tags.append(Tag("word", start, end, word))


def _merged(posts: list[PostMention], cues: list[Tag]) -> list[Tag]:
    """Return post tags and the cues outside them, in order."""
    tags = [Tag(post.kind, post.start, post.end, post=post) for post in posts]
    at = 0
    kept: list[Tag] = []
    for cue in cues:
        while at < len(posts) and posts[at].end <= cue.start:
            at += 1
        if at == len(posts) or cue.end <= posts[at].start:
            kept.append(cue)
    return sorted([*tags, *kept], key=lambda tag: tag.start)
