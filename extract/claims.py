"""Unites the acts of one sentence into claims: what the sentence says of one kind of event, with its values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from extract.acts import Act
from extract.appointments import AppointmentMention
from extract.events import Kind, Status
from extract.located import L, between
from extract.scanning import says
from extract.sentences import Sentence
from extract.told_acts import ACTING_WORDS, AGAIN, is_abroad, of_the_service, promoted

STAGED = frozenset({"uji_kompetensi", "seleksi_terbuka"})
"""Kinds that go on for days and through stages: a second day is a stage, not a second event."""


_PASSING = frozenset(
    {"usai", "setelah", "sesudah", "selepas", "seusai", "pasca", "pascapelantikan", "sejak", "saat", "ketika"}
    | {"proses", "hasil", "terkait", "soal", "tentang", "dalam", "membahas"}
)
"""Words that tell an act as the circumstance of another, or as what is talked about, but as one that took place."""
_OF_A_STAGE = frozenset(
    {"peserta", "pelamar", "pendaftar", "finalis", "tahapan", "rangkaian", "pemenang", "peraih", "mengikuti", "melalui"}
)
"""Words that tell a selection or assessment by those who take part, so as one under way."""


LEAD_SENTENCES = 4
"""A headline and the first sentences after it tell the article's main event."""
_PROSE = 30
"""So many characters a line of prose has at least."""
_BACKGROUND = re.compile(
    r"^[\"']?(?:sebelumnya|sebelum ini|sebelum itu|tahun lalu|bulan lalu|beberapa bulan lalu|pekan lalu|dulu"
    r"|pertama(?: kali(?:nya)?)?,? (?:yakni|yaitu|pada)"
    r"|sebagai catatan|sekadar diketahui|diketahui|seperti diketahui|pada tahap (?:i|1|pertama)|tahap pertama)\b"
    r"|\b(?:meski|meskipun|walau|walaupun) (?:sebelumnya|sempat|pernah)\b"
    r"|\b(?:terakhir kali|lebih dulu|sudah pernah|pernah|telah lebih dulu|sempat|yang pertama|perombakan terakhir"
    r"|mutasi terakhir|pelantikan terakhir|terakhir)\b",
    re.IGNORECASE,
)
_BACKGROUND_WORDS = (
    "sebelumnya", "sebelum", "lalu", "dulu", "catatan", "diketahui", "tahap", "terakhir", "pernah", "sempat", "pertama",
)  # fmt: skip
"""One of these stands in whatever `_BACKGROUND` finds."""
_HELD_BEFORE = re.compile(r"\b(?:yang|dan) (?:sebelumnya|sempat|pernah|terakhir)\b|\bnama terakhir\b", re.IGNORECASE)
ANAPHORA = re.compile(
    r"\b(?:kala|saat|ketika|hari|malam|waktu|pagi|siang|sore|kesempatan|tempat|acara|apel|prosesi|momen)"
    r" (?:itu|yang sama|tersebut)\b|\bbersamaan itu\b",
    re.IGNORECASE,
)
_ANAPHORIC = ("itu", "sama", "tersebut")
"""One of these stands in whatever `ANAPHORA` finds."""
_PARTING = re.compile(r";|, (?:sedangkan|sementara|adapun|namun|lalu|kemudian)\b")
_COMMA = 20
"""How many characters further away a comma puts a value from an act."""
_PARTING_HEADLINE = re.compile(r"[,;:]")
_OWN_TIME = re.compile(
    r"[^.;:\"]{0,50}?\b(?:dibuka|digelar|direncanakan|dijadwalkan|dilaksanakan|berlangsung|dimulai|diadakan|diselenggarakan|dilakukan)\b[^.;:\",]{0,30}"
)
# `15 pejabat yang mengikuti uji kompetensi (job fit) pada Mei`: count and day are those of the assessment.
# `protes terkait pelantikan ratusan pejabat pada hari Jumat`: the day follows the noun at once.
_ON_ITS_DAY = re.compile(
    r"(?:(?!\byang\b)[^.;:,\"]){0,70}?(?:, oleh [^.;:,\"]{4,50},)? ?\bpada (?:hari |tanggal )?", re.IGNORECASE
)
_TAKE_PART = re.compile(r"[^,.;:\"]{0,60}\b(?:mengikuti|menjalani|ikut)\s+(?:proses\s+|tes\s+)?", re.IGNORECASE)
_ITS_DAY = re.compile(
    r"\s*\)?\s*(?:\([^)]{0,30}\)\s*)?(?:pada|sejak|bulan|tanggal|,)?\s*(?:bulan |tanggal )?", re.IGNORECASE
)
_THAT = re.compile(
    r"(?:\s+(?!yang\b)[\w-]+){0,3}?\s+"
    r"(?:itu|tersebut|ini|tadi|kali ini|yang (?:telah |sudah )?di(?:lakukan|gelar|laksanakan))\b",
    re.IGNORECASE,
)
_DECREE = re.compile(r"\b(?:sk|surat keputusan)\b[^.;]{0,24}$", re.IGNORECASE)


@dataclass(slots=True)
class Claim:
    """What one sentence says of one kind of event.

    `status` is None where the words leave it open. `strong` claims stand on a word that names the act, the others on
    one that only may; `direct` claims tell the act itself, the others only mention it (`hasil uji kompetensi`).
    """

    kind: Kind
    sentence: int
    start: int
    end: int
    acts: list[Act]
    headline: bool
    quoted: bool
    status: Status | None
    strong: bool
    direct: bool
    inside: bool
    background: bool
    anaphoric: bool
    again: bool
    abroad: bool
    definite: bool
    """Whether it speaks of an act told before (`mutasi itu`, `SK mutasi`, `mutasi yang dilakukan pada ...`)."""
    repeated: bool
    """Whether it tells an oath taken anew (`dilantik ulang`), so that one taken before may have been annulled."""
    acting: frozenset[str]
    """The words for acting holders in the sentence, such as `plh`."""
    early: bool
    """Whether a headline or the first sentences after it tell it: they tell the article's main event."""

    @property
    def done(self) -> bool:
        """Tell whether a word says of a direct act that it took place (`telah ditunjuk`)."""
        return any(act.done and act.strong and not act.modifier for act in self.acts)

    def nearest(self, position: int) -> int:
        """Return the distance, in characters, of `position` from the nearest act of this claim."""
        return min(
            0 if act.start <= position < act.end else min(abs(position - act.start), abs(position - act.end))
            for act in self.acts
        )


def find_claims(text: str, sentences: Sequence[Sentence], acts: Sequence[Act], title_end: int) -> list[Claim]:
    """Return the claims of the text in order: per sentence one for each kind, two where their status differs."""
    claims: list[Claim] = []
    by_sentence: dict[int, list[Act]] = {}
    abroad = is_abroad(acts)
    lead_end = _end_of_lead(sentences)
    for act in of_the_service(text, sentences, acts, title_end, abroad=abroad):
        by_sentence.setdefault(act.sentence, []).append(act)
    quotes = _quoted_spans(text)
    for number, found in sorted(by_sentence.items()):
        sentence = sentences[number]
        groups: dict[tuple[Kind, Status | None], list[Act]] = {}
        for act in promoted(found):
            groups.setdefault((act.kind, act.status), []).append(act)
        for (kind, status), members in _united(groups).items():
            claims.append(
                _claim(text, number, sentence, kind, status, members, title_end, quotes, lead_end, abroad=abroad)
            )
    return claims


def _united(groups: dict[tuple[Kind, Status | None], list[Act]]) -> dict[tuple[Kind, Status | None], list[Act]]:
    """Let acts without a status of their own join those of their kind that have one."""
    united: dict[tuple[Kind, Status | None], list[Act]] = {}
    for (kind, status), members in groups.items():
        firm = [s for (k, s), acts in groups.items() if k == kind and any(act.strong for act in acts)]
        told = [s for s in firm or [s for k, s in groups if k == kind] if s is not None]
        strong = any(act.strong and not act.modifier for act in members)
        target = status
        if firm and not any(act.strong for act in members):
            target = firm[0]  # a vague act (`yang akan mengisi kursi`) has no say beside one that is named
        elif status is None and told and not (strong and _apart(groups[kind, told[0]], members)):
            target = told[0]
        united.setdefault((kind, target), []).extend(members)
    return united


def _apart(told: list[Act], plain: list[Act]) -> bool:
    """Tell whether the acts stand in two clauses rather than together (`mencabut SK mutasi yang ia lantik`)."""
    return min(abs(a.start - b.start) for a in told for b in plain) > 45


def _claim(
    text: str,
    number: int,
    sentence: Sentence,
    kind: Kind,
    status: Status | None,
    members: list[Act],
    title_end: int,
    quotes: list[tuple[int, int]],
    lead_end: int,
    *,
    abroad: bool = False,
) -> Claim:
    first = min(act.start for act in members)
    before = text[sentence.start : first]
    weak = not any(act.strong for act in members)
    return Claim(
        kind=kind,
        sentence=number,
        start=sentence.start,
        end=sentence.end,
        acts=members,
        headline=sentence.start < title_end,
        quoted=_is_quoted(first, quotes),
        status=status,
        strong=not weak,
        direct=any(not act.modifier for act in members if act.strong or weak or kind in STAGED),
        inside=any(act.subject == "inside" for act in members),
        background=says(_BACKGROUND_WORDS, text, sentence.start, first)
        and _BACKGROUND.search(before) is not None
        and _HELD_BEFORE.search(before) is None,
        anaphoric=says(_ANAPHORIC, text, sentence.start, sentence.end)
        and ANAPHORA.search(text, sentence.start, sentence.end) is not None,
        again=status == "planned" and AGAIN.search(text, first, min(sentence.end, first + 60)) is not None,
        definite=any(_is_definite(text, act) for act in members),
        repeated=status is None and any(AGAIN.match(text, act.end + 1) for act in members if act.verb),
        acting=_acting_in(text, sentence),
        abroad=abroad,
        early=number <= lead_end,
    )


def _acting_in(text: str, sentence: Sentence) -> frozenset[str]:
    """Return the words for acting holders in the sentence."""
    if not says(ACTING_WORDS, text, sentence.start, sentence.end):
        return frozenset()
    return frozenset(word for word in ACTING_WORDS if says([word], text, sentence.start, sentence.end))


def _is_definite(text: str, act: Act) -> bool:
    return _THAT.match(text, act.end) is not None or _DECREE.search(text, max(0, act.start - 40), act.start) is not None


def _end_of_lead(sentences: Sequence[Sentence]) -> int:
    """Return the number of the last sentence of the lead, not counting the short lines that pages put above it."""
    told = 0
    for number, sentence in enumerate(sentences):
        told += number == 0 or sentence.end - sentence.start >= _PROSE
        if told > LEAD_SENTENCES:
            return number
    return len(sentences)


def told_directly(claim: Claim) -> Claim | None:
    """Return the claim with its circumstances (`usai`, `proses`, `soal`) taken as told; None if it has none."""
    passing = [act for act in claim.acts if act.strong and act.modifier in _PASSING | _stage_words(act)]
    proposed = [act for act in claim.acts if act.action == "usul" and act.subject_class == "acting"]
    staged = [act for act in claim.acts if act.strong and not act.modifier and act.kind in STAGED]
    if not claim.inside or not (passing or proposed or staged):
        return None
    told = [act._replace(modifier="") for act in passing or proposed or staged]
    return replace(claim, acts=told, direct=True, strong=True)


def _stage_words(act: Act) -> frozenset[str]:
    """Return the words that tell a selection or assessment by who or what belongs to it (`peserta seleksi`)."""
    return _OF_A_STAGE if act.kind in STAGED else frozenset()


def claim_of_move(text: str, person: AppointmentMention, kind: Kind, sentence: Sentence, title_end: int) -> Claim:
    """Return the claim that a named move makes by itself (`Plt Kepala Dinas Sosial dipegang Siti Amaliah`)."""
    start, end = person.person_span
    action = "tunjuk" if kind == "penunjukan" else "henti"
    act = Act(start, end, person.sentence, kind, action, True, None, "inside", "civil_service", "", False)
    return _claim(text, person.sentence, sentence, kind, None, [act], title_end, [], 0)


def _quoted_spans(text: str) -> list[tuple[int, int]]:
    marks = [match.start() for match in re.finditer('"', text)]
    spans = []
    while len(marks) >= 2:
        first, second = marks[0], marks[1]
        if "\n" in text[first:second]:
            marks = marks[1:]
            continue
        spans.append((first, second))
        marks = marks[2:]
    return spans


def _is_quoted(position: int, quotes: list[tuple[int, int]]) -> bool:
    before = bisect_right(quotes, position, key=itemgetter(0)) - 1
    return before >= 0 and position < quotes[before][1]


def values_of(text: str, claim: Claim, claims: Sequence[Claim], values: Sequence[L]) -> list[L]:
    """Return those of `values` (in order) that belong to `claim`: in its sentence, and nearer to it than to others.

    A claim told only as a circumstance has but the values that its own words lead to (`seleksi yang dibuka 4 Mei`).
    """
    rivals = [other for other in claims if other.sentence == claim.sentence and other is not claim]
    inside = between(values, claim.start, claim.end)
    direct = [rival for rival in rivals if rival.direct and (rival.strong or not claim.strong)]
    if claim.headline:
        inside = [value for value in inside if _in_clause(text, claim, value.start)]
    if not claim.direct and (direct or claim.kind not in STAGED):
        return [value for value in inside if _leads_to(text, claim, value.start)]
    return [
        value
        for value in inside
        if all(_distance(text, claim, value.start) <= _distance(text, rival, value.start) for rival in direct)
        and not any(_leads_to(text, rival, value.start) for rival in rivals if not rival.direct)
    ]


def clause_span(text: str, claim: Claim) -> tuple[int, int]:
    """Return where the clause of the claim's first act begins and ends: of a headline between its commas."""
    if not claim.headline:
        return claim.start, claim.end
    act = claim.acts[0]
    before = [m.end() for m in _PARTING_HEADLINE.finditer(text, claim.start, act.start)]
    after = _PARTING_HEADLINE.search(text, act.end, claim.end)
    return (before[-1] if before else claim.start), (after.start() if after else claim.end)


def _in_clause(text: str, claim: Claim, position: int) -> bool:
    """Tell whether no comma of the headline parts `position` from every act of the claim."""
    return any(
        _PARTING_HEADLINE.search(text, min(act.start, position), max(act.end, position)) is None for act in claim.acts
    )


def _distance(text: str, claim: Claim, position: int) -> int:
    """Return how far `position` is from the claim's acts; a mark that parts clauses puts it further away."""
    nearest = min(claim.acts, key=lambda act: abs(act.start - position))
    low, high = sorted((nearest.start, position))
    parting = _PARTING_HEADLINE if claim.headline else _PARTING
    commas = 0 if claim.headline else text.count(",", low, high)
    return claim.nearest(position) + 60 * len(parting.findall(text, low, high)) + _COMMA * commas


def led_elsewhere(text: str, claim: Claim, claims: Sequence[Claim], position: int) -> bool:
    """Tell whether the words of a circumstance in the claim's sentence lead to `position` (`job fit pada Mei`)."""
    rivals = [other for other in claims if other.sentence == claim.sentence and other is not claim]
    return any(_leads_to(text, rival, position) for rival in rivals if not rival.direct)


def _leads_to(text: str, claim: Claim, position: int) -> bool:
    last = max((act.end for act in claim.acts if act.end <= position), default=None)
    if last is not None and (_OWN_TIME.fullmatch(text, last, position) or _ON_ITS_DAY.fullmatch(text, last, position)):
        return True
    if claim.kind not in STAGED:
        return False
    first = min(act.start for act in claim.acts)
    if _TAKE_PART.fullmatch(text, position, first):
        return True
    taken = any(act.modifier == "mengikuti" for act in claim.acts)
    return taken and last is not None and _ITS_DAY.fullmatch(text, last, position) is not None
