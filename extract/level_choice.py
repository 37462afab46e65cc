"""Chooses the eselon levels of an event among those that its sentences state."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.claims import LEAD_SENTENCES, STAGED
from extract.date_choice import sentence_at
from extract.drafts import Draft
from extract.eselon import EselonMention, merge_levels
from extract.events import Group, Span
from extract.reading import Reading
from extract.unnumbered import HeadcountChoice

_THEY = re.compile(
    r"\s*\"?(?:semuanya|seluruhnya|kesemuanya|mereka|pesertanya|para peserta|peserta|pejabat (?:itu|tersebut)"
    r"|para pejabat (?:itu|tersebut)|yang dilantik|ke(?:dua|tiga|empat|lima|enam)(?:nya| pejabat| orang)"
    r"|(?:semua|seluruh|ke(?:dua|tiga|empat|lima|enam)) (?:pejabat|jabatan|posisi|kursi) (?:itu|ini|tersebut)"
    r"|mulai (?:dari )?(?:pejabat|jabatan|eselon)|(?:(?:sedangkan|sementara|adapun) )?(?:sisanya|selebihnya))\b",
    re.IGNORECASE,
)

_FOLLOWED_BY = re.compile(
    r"\b(?:disusul|menyusul|dilanjutkan|berlanjut)\b[^.;\n]{0,50}$"
    r"|\b(?:pelantikan|mutasi|rotasi)\s+(?:berikutnya|selanjutnya|lanjutan|lagi)\b[^.;\n]{0,80}$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\b(?:setelah|sesudah|usai)\s+(?:(?:melantik|pelantikan)\s+)?(?:\w+\s+){0,2}$", re.IGNORECASE)
_RISEN = re.compile(r"\b(?:melalui|lewat|hasil) promosi (?:dari )?(?:para )?(?:pejabat |jabatan )?$", re.IGNORECASE)
"""The level from which somebody rises: `diisi melalui promosi pejabat administrator`."""
_FOLLOWS = re.compile(
    r"[^.,;\n]{0,24}?(?:,?\s*pelantikan\w*\s+)?\b(?:menyusul\b(?! pensiun)|masih menunggu\b|belum dilantik\b)",
    re.IGNORECASE,
)
_WITNESSES = re.compile(
    r"\b(?:disaksikan|dihadiri|menyaksikan|menghadiri|hadir|tampak)\b[^.;\n]{0,240}$", re.IGNORECASE
)
"""`disaksikan Ketua DPRD, Sekda, pejabat eselon II dan rohaniwan`: those who look on."""
_STILL_EMPTY = re.compile(
    r"(?:[^.;\n]{0,160}?\bmasih (?:menunggu|menanti)\b|[^.,;\n]{0,24}?\bbelum\b(?=[.,;\"]| di| ter))", re.IGNORECASE
)
_FILLING = re.compile(r"\b(?:pengisian|mengisi)\s+(?:jabatan\s+|kekosongan\s+|posisi\s+|pejabat\s+)*$", re.IGNORECASE)
"""`pengisian eselon II belum`, `pengisian jabatan eselon II masih menanti izin`: what is left for later."""
_COMPETITORS = re.compile(
    r"\b(?:pelamar|pendaftar|peminat|peserta|didominasi|diikuti|diminati)\b[^.;]{0,50}\b(?:dari|oleh|adalah|merupakan|pejabat)\s+"
    r"(?:pejabat\s+)?$",
    re.IGNORECASE,
)
_COMPETES = re.compile(r"[^.,;]{0,60}?\b(?:ikut|mengikuti|mendaftar|melamar|bersaing|berebut)\b", re.IGNORECASE)


def choose_levels(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], count: HeadcountChoice, day: Sequence[Span]
) -> tuple[tuple[str, ...], list[Span]]:
    """Return the levels stated of those whom `draft` moves, and their spans.

    They stand in its sentences (nearer to its acts than to another's), in the next one where it speaks of the same
    people (`Semuanya pejabat eselon II`), in the sentence of its day (`day`), in its groups, beside its head count.
    Levels of the posts that a selection opens count though they are vacant.
    """
    roles = {"level", "vacant"} if draft.kind == "seleksi_terbuka" else {"level"}
    numbers = _sentences(draft) | set(_speaking_on(reading, draft, drafts)) | _counting(reading, draft, drafts, count)
    if draft.kind in STAGED:
        numbers |= _announcing(reading, draft, drafts)
    for start, _end in day:
        number = sentence_at(reading, start)
        if not any(act.sentence == number for act in reading.acts):
            numbers.add(number)
    ranges = [*count.spans, *((group.start, group.end) for group in count.groups)]
    ranges += [
        (c.start, c.end) for c in reading.counts if c.eselon and c.value == count.value and isinstance(c.value, int)
    ]
    if draft is drafts[0] and draft.kind in STAGED:
        ranges.append((0, reading.headline_end))
    found = [
        e
        for e in reading.eselons
        if (e.role in roles and sentence_at(reading, e.start) in numbers and _is_nearest(reading, e, draft, drafts))
        or (e.role == "level" and any(start <= e.start < end for start, end in ranges))
    ]
    found = _of_this_move(reading, draft, found)
    if not found and draft is drafts[0] and draft.kind != "penunjukan":
        found = _of_this_move(reading, draft, _in_lead(reading, draft, drafts))
    levels = merge_levels([level for e in found for level in e.levels] + [lv for g in count.groups for lv in g.eselon])
    return levels, [(e.start, e.end) for e in found]


def _in_lead(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> list[EselonMention]:
    """Return the levels that the first sentences tell of the main event (`Kali ini giliran pejabat administrator`)."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    last = draft.first_sentence + LEAD_SENTENCES
    return [
        e for e in reading.eselons if e.role == "level" and sentence_at(reading, e.start) in set(range(last)) - others
    ]


def _of_this_move(reading: Reading, draft: Draft, found: list[EselonMention]) -> list[EselonMention]:
    """Leave out the levels of moves before and after this one, and of those who compete in a selection."""
    found = [e for e in found if not (_of_another_move(reading.text, e) or _looks_on(reading, e))]
    return _of_posts(reading, found) if draft.kind == "seleksi_terbuka" else found


def _of_another_move(text: str, mention: EselonMention) -> bool:
    """Tell whether the level is that of a move to follow or gone before.

    `disusul pelantikan eselon III`, `eselon IV menyusul`, `setelah 7 pejabat eselon II, ...`.
    """
    opening = max(0, mention.start - 110)
    if any(words.search(text, opening, mention.start) for words in (_FOLLOWED_BY, _AFTER, _RISEN)):
        return True
    if _FILLING.search(text, max(0, mention.start - 60), mention.start) and _STILL_EMPTY.match(text, mention.end):
        return True
    return _FOLLOWS.match(text, mention.end, mention.end + 60) is not None


def _looks_on(reading: Reading, mention: EselonMention) -> bool:
    """Tell whether the level is of guests at the ceremony: told after the verb for them, with no act between."""
    sentence = reading.sentences[sentence_at(reading, mention.start)]
    there = _WITNESSES.search(reading.text, sentence.start, mention.start)
    return there is not None and not any(there.start() < act.start < mention.start for act in reading.acts)


def _of_posts(reading: Reading, found: list[EselonMention]) -> list[EselonMention]:
    """Leave out the levels of those who compete: told of them, or below those that are filled by competition.

    Only jabatan pimpinan tinggi, eselon I and II, must be filled openly (UU 5/2014 art. 108, UU 20/2023 art. 47).
    """
    text = reading.text
    posts = [
        e
        for e in found
        if not (_COMPETITORS.search(text, max(0, e.start - 70), e.start) or _COMPETES.match(text, e.end))
    ]
    return _high(posts) or posts or _high(found)


def _high(found: list[EselonMention]) -> list[EselonMention]:
    return [e for e in found if {"I", "II"} & {level.partition(".")[0] for level in e.levels}]


def _sentences(draft: Draft) -> set[int]:
    """Return the sentences that tell the draft, without those on what is to follow it (`eselon III menyusul`)."""
    main = draft.told[0].claim.status
    return {t.claim.sentence for t in draft.told if t.anchored or t.claim.status in {main, None}}


def _announcing(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> set[int]:
    """Return the sentence before the draft's first where it names the same selection without a count of its own."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told if t.anchored}
    before = draft.first_sentence - 1
    named = any(act.sentence == before and act.kind == draft.kind and act.strong for act in reading.acts)
    return {before} - others if named else set()


def _counting(reading: Reading, draft: Draft, drafts: Sequence[Draft], count: HeadcountChoice) -> set[int]:
    """Return the sentences that count the same people again or divide them, and tell no other event."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    again = [c for c in reading.counts if c.value == count.value and c.definite and c.unit_kind == "official"]
    told = [*again, *count.groups] if isinstance(count.value, int) and count.value > 1 else []
    return {sentence_at(reading, c.start) for c in told} - others


def with_levels(groups: tuple[Group, ...], levels: tuple[str, ...]) -> tuple[Group, ...]:
    """Give the levels told of all to the one group of structural officials among others that have no level."""
    bare = [group for group in groups if not group.eselon and "struktural" in group.label.lower()]
    if len(bare) != 1 or any(group.eselon for group in groups):
        return groups
    return tuple(replace(group, eselon=levels) if group is bare[0] else group for group in groups)


def _speaking_on(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> list[int]:
    """Return the sentences right after the draft's own that go on about the same people and tell no other event."""
    others = {t.claim.sentence for d in drafts if d is not draft for t in d.told}
    following = {t.claim.sentence + 1 for t in draft.told} - others
    return [
        number
        for number in following
        if number < len(reading.sentences) and _THEY.match(reading.text, reading.sentences[number].start)
    ]


def _is_nearest(reading: Reading, mention: EselonMention, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether no other event told in the same sentence has an act nearer to the level."""
    number = sentence_at(reading, mention.start)
    away = {
        n: min(
            (t.claim.nearest(mention.start) for t in d.told if t.claim.sentence == number and t.claim.direct),
            default=None,
        )
        for n, d in enumerate(drafts)
    }
    rivals = [distance for n, distance in away.items() if distance is not None and drafts[n] is not draft]
    mine = [distance for n, distance in away.items() if distance is not None and drafts[n] is draft]
    return not mine or all(mine[0] <= distance for distance in rivals)
