"""What part a named region plays in its clause: the post that is filled, a party to the affair, or a mere place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.regions import RegionMention

_REACH = 110
_ACTING = re.compile(
    r"\b(?:(?:pj|pjs|plt|plh)\.?|penjabat|pejabat|caretaker|pelaksana tugas|pelaksana harian|sementara)"
    r"(?: ?\((?:pj|pjs|plt|plh)\.?\))?\s$",
    re.IGNORECASE,
)
_ACTING_ITSELF = re.compile(r"(?:pjs?|pl[th]|penjabat|caretaker)\b\.? ", re.IGNORECASE)
_INSTALLS = re.compile(
    r"\b(?:(?P<active>(?:me)?lantik|melantik|(?:meng)?kukuhkan|(?:me)?nunjuk|tunjuk|(?:meng)?angkat|(?:me)?netapkan|"
    r"tetapkan|menugaskan|tugaskan|(?:mem)?perpanjang|pelantikan|pengukuhan|penunjukan|pengangkatan|menjadi|jadi|"
    r"sebagai|selaku|jabatan|jabat|menjabat|posisi|kursi|sk)"
    r"|(?P<passive>dilantik|dikukuhkan|ditunjuk|diangkat|ditetapkan|ditugaskan|dipercaya|diperpanjang))\b",
    re.IGNORECASE,
)
_FORMER_POST = re.compile(
    r"\b(?:sebelumnya|dulu|pernah|semula|mantan|eks|lama|saat ini|juga|kini menjabat|sewaktu|ketika|semasa)\b",
    re.IGNORECASE,
)
_CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)")
_PARTY = re.compile(
    r"\b(?:kepada|dari|bersama|mewakili|dihadiri|disaksikan|menghadap|seizin|izin|persetujuan|rekomendasi|usulan|edaran|"
    r"restu|melalui|ke|terhadap|perwakilan|utusan|didampingi|dampingi|undangan|seorang pejabat|fasilitas|fasilitasi)"
    r"\s(?:(?:yth|bapak|ibu|pak|bu|pj|plt|plh|pjs|penjabat|pihak|tertulis|dari|kantor|lingkungan|jajaran)\.?\s){0,2}$",
    re.IGNORECASE,
)
_PARTY_ENDS = (
    "kepada", "dari", "bersama", "mewakili", "dihadiri", "disaksikan", "menghadap", "izin", "persetujuan",
    "rekomendasi", "usulan", "edaran", "restu", "melalui", "ke", "terhadap", "perwakilan", "utusan", "dampingi",
    "undangan", "pejabat", "fasilitas", "fasilitasi", "yth", "pak", "bu", "pj", "plt", "plh", "pjs", "penjabat",
    "pihak", "tertulis", "kantor", "lingkungan", "jajaran",
)  # fmt: skip
"""The words that `_PARTY` ends with, looked at first: they spare it most mentions."""
_GUEST = re.compile(
    r"[^.;\n]{0,45}?\b(?:yang (?:turut |juga |ikut )?hadir|(?:turut|ikut|juga) hadir|tuan rumah)\b", re.IGNORECASE
)
_LEFT_BEHIND = re.compile(
    r"[sdmebptj](?<!\w.)(?:(?<=s)(?:ebelumnya|emula|elepas)|(?<=d)(?:ulunya|ari jabatan)|(?<=m)(?:eninggalkan|antan)"
    r"|(?<=e)ks|(?<=b)ekas|(?<=p)ernah|(?<=t)adinya|(?<=j)abatan lama)\b[^.;:\n]{0,60}$"
)
_HEAD_NEXT = re.compile(r", (?:(?:Pj|Plt|Plh|Penjabat)\.? )?(?:Bupati|Wali ?[Kk]ota|Gubernur) (?=[A-Z])")
_AFTER_DATELINE = re.compile(r"\s*(?:,\s*[\w. ]{2,40}?)?\s*(?:\([^)\n]{1,30}\)\s*)?[-|]")
_PLACE = re.compile(r"(?:\b(?:di|ke|dari|asal|wilayah|kawasan)|,|\()\s?$", re.IGNORECASE)


def is_post(mention: RegionMention, text: str) -> bool:
    """Tell whether `mention` names the head's post that is filled (`melantik Pj Bupati X`), not one who acts."""
    if mention.cue != "office" or mention.aside:
        return False
    acts_itself = _ACTING_ITSELF.match(text, mention.cue_start)
    left = text[max(0, mention.cue_start - _REACH) : acts_itself.end() if acts_itself else mention.cue_start]
    acting = _ACTING.search(left)
    if acting is None:
        return False
    clause = _CLAUSE_END.split(left[: acting.start()])[-1]
    verbs = list(_INSTALLS.finditer(clause))
    # `ditunjuk Pj Gubernur X` tells by whom, `ditunjuk sebagai Pj Gubernur X` to what.
    if not verbs or verbs[-1].lastgroup == "passive":
        return False
    return _FORMER_POST.search(clause, max(0, verbs[-1].start() - 40)) is None


def heads_clause(mention: RegionMention, text: str) -> bool:
    """Tell whether a place opens the sentence and its head follows (`Di Mimika, Bupati Elias Kelan melantik ...`)."""
    if mention.cue != "name" or not text.endswith("Di ", 0, mention.start):
        return False
    return _HEAD_NEXT.match(text, mention.end) is not None


def is_party(mention: RegionMention, text: str) -> bool:
    """Tell whether `mention` only has a part in another's affair (`kepada Gubernur X`, `dihadiri Bupati Y`)."""
    start = mention.cue_start
    ending = text[max(0, start - 16) : max(0, start - 1)].rstrip(".").lower().endswith(_PARTY_ENDS)
    if ending and _PARTY.search(text, max(0, start - 45), start):
        return True
    return _GUEST.match(text, mention.end, mention.end + 70) is not None


def is_left_behind(mention: RegionMention, text: str) -> bool:
    """Tell whether `mention` names where someone served before (`sebelumnya Sekda Kabupaten X`)."""
    return _LEFT_BEHIND.search(text[max(0, mention.cue_start - 80) : mention.cue_start].lower()) is not None


def is_place(mention: RegionMention, text: str) -> bool:
    """Tell whether `mention` stands as the place of something within a sentence (`di Aimas, Kabupaten Sorong`)."""
    if mention.cue not in {"typed", "name", "seat", "district"}:
        return False
    place = _PLACE.search(text, max(0, mention.cue_start - 12), mention.cue_start)
    if place is None:
        return False
    before = text[max(0, place.start() - 3) : place.start()].rstrip(" ")[-1:]
    return before not in {"", "\n", ".", "!", "?", ":"}


def is_dateline(mention: RegionMention, text: str) -> bool:
    """Tell whether a typed name (`KOTA JAMBI, portal.id - ...`) only says where the report was written."""
    line = text.rfind("\n", 0, mention.cue_start) + 1
    return mention.cue == "typed" and line == mention.cue_start and _AFTER_DATELINE.match(text, mention.end) is not None
