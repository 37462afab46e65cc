"""Chooses the day of an event among the dates that its sentences and their neighbours tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.claims import STAGED, Claim, values_of
from extract.date_belonging import belongs_to_another, closes_sentence, is_closing, is_superseded
from extract.date_resolution import ResolvedDate
from extract.drafts import Draft
from extract.events import DatePrecision, Span, Status
from extract.located import START, between
from extract.moved import OATHS
from extract.offices import HEADS
from extract.reading import Reading
from extract.sentences import Sentence

_CEREMONY = re.compile(
    r"\b(?:jadwal|harinya|waktunya|rencananya|acara|kegiatan|prosesi|upacara|pengisian jabatan|tahap(?: \w+)?"
    r"|pelantikan|pengambilan sumpah|pengukuhan|serah terima|uji kompetensi|job fit|seleksi"
    r"|mutasi|rotasi|tes|penilaian|ases+men|assessment|pendaftaran"
    r"|penyerahan|SK|surat (?:keputusan|perintah|tugas))(?:nya)?\b[^.;]{0,90}?"
    r"\b(?:digelar|berlangsung|berjalan|dilaksanakan|dilakukan|dijadwalkan|dimulai|dibuka|diserahkan|bertempat|akan|sedianya|pada|diteken)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:jadwal|rencana|waktu|hari|tanggal|pelaksanaan)(?:nya| barunya| baru)\b|\bdijadwalkan\b", re.IGNORECASE
)
_SET_FOR = re.compile(
    r"\b(?:pelaksanaan(?:nya)?|jadwal(?:nya)?|kegiatan(?: itu)?|acara(?: itu)?|pelantikan(?:nya)?"
    r"|uji(?:an)?nya)\b[^.;]{0,40}"
    r"\b(?:direncanakan|dijadwalkan|akan|rencananya|bakal|diagendakan)\b",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:menunda(?:nya)?|ditunda|diundur|diundurkan|digeser|dijadwal(?:kan)? ulang|jadwal (?:baru|ulang))\b",
    re.IGNORECASE,
)
_LEAVES = re.compile(
    r"\b(?:tidak lagi menjabat|lepas dari|mengabulkan|berhenti|disetujui|menyetujui|efektif|terhitung|resmi)\b",
    re.IGNORECASE,
)
_LEAVING_REACH = 5
_JUST_BEFORE = re.compile(
    r"\s*(?:(?:massal|pejabat|jabatan|itu|tersebut|yang|digelar|dilakukan|berlangsung|pada|tanggal|hari)\s+)*,?\s*",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"\b(?:ditandatangani|diteken|diterbitkan|dikirim|diumumkan)\b", re.IGNORECASE)
_AT_THE_OATH = re.compile(
    r"\b(?:sambutan|arahan|pidato|amanat)(?:nya)?\b"
    r"|\b(?:usai|seusai|setelah|saat|ketika|di sela(?:-sela)?|selesai|sesaat setelah)\s+"
    r"(?:acara\s+|prosesi\s+)?(?:me|di|pe)?(?:lantik|ngambil sumpah|ngukuhkan|lantikan|ambil sumpah)\w*"
    r"|\b(?:usai|seusai|setelah|saat|ketika|di sela(?:-sela)?|selesai)\s+"
    r"(?:acara |prosesi |memimpin |kegiatan |mengikuti )*(?:serah ?terima|sertijab)"
    r"|\b(?:pada|dalam) (?:acara |prosesi |kegiatan |upacara )(?:serah ?terima|sertijab|pelantikan|pengukuhan)"
    r"|\byang (?:memimpin|memandu|melantik) ",
    re.IGNORECASE,
)
_AT_THE_TEST = re.compile(
    r"\b(?:sambutan|arahan|pidato|amanat)(?:nya)?\b"
    r"|\b(?:di sela(?:-sela)?|saat|ketika|usai|dalam)\s+"
    r"(?:acara |kegiatan |pelaksanaan |pembukaan |membuka |sosialisasi )*"
    r"(?:job fit|uji (?:kompetensi|kesesuaian)|ases+men|tes|seleksi|lelang)",
    re.IGNORECASE,
)
_OTHER_BUSINESS = re.compile(
    r"\b(?:mendatangi|mengunjungi|berkunjung|kunjungan|menghadiri|bertemu|menemui|rapat|paripurna|hearing|meninjau|sidak"
    r"|aksi|berdemo|demonstrasi|unjuk rasa|mengadu|melapor(?:kan)?|dipanggil|diperiksa|ditangkap|ditahan|digeledah"
    r"|tersangka|gladi|berkantor|viral)\b",
    re.IGNORECASE,
)
_IN_THE_HALL = re.compile(
    r"\bdi (?:Aula|Gedung(?! DPRD)|Pendopo|Pendapa|Balai(?! Kota)|Ruang|Lapangan|Halaman|Graha|Hotel|Ballroom|Istana)\b"
    r"[^.;\"]*$"
)
_IN_TOWN = re.compile(r"\bdi [A-Z][\w ]{2,30}, $")
_SAID_THERE = re.compile(r"[\s\"]*(?:Hal|Pernyataan|Penegasan|Pesan) (?:itu|ini|tersebut) di\w+kan[^.\n]{0,120}")
_ROLES_OF_ACTS = frozenset({"event", "since"})
_LAST_RESORT = frozenset({"speech", "caption", "dateline"})
_NEVER = frozenset({"law", "term", "budget", "election", "pension", "birth", "until"})
_AT_THE_LATEST = re.compile(r"\b(?:paling lambat|selambat\S*)\b[^.;,]{0,24}$", re.IGNORECASE)
_NEIGHBOURS = 2
_LEAD = 3


@dataclass(frozen=True, slots=True)
class DateChoice:
    """The date chosen, with the spans that carry it and the rule that decided."""

    value: str | None
    precision: DatePrecision | None
    rule: str
    confidence: float
    spans: tuple[Span, ...] = ()
    flags: tuple[str, ...] = ()


def event_dates(reading: Reading, claim: Claim, claims: Sequence[Claim]) -> list[ResolvedDate]:
    """Return the dates that can be the claim's day, the best first: of its sentence, else of a neighbour's.

    A sentence that begins `Kala itu` takes the day that the sentence before it tells; one that opens the story takes
    the day of the next sentence where that one tells no act of its own. A day that was first planned and then given up
    (`sedianya`, `semula`) counts only for what was cancelled.
    """
    own = [
        d
        for d in values_of(reading.text, claim, claims, reading.dates)
        if (d.role in _ROLES_OF_ACTS or closes_sentence(reading, d) or _lies_ahead(d))
        and d.value is not None
        and not (claim.status == "cancelled" and d.role == "since")  # the day from which the old posts hold again
        and (claim.status == "cancelled" or not is_superseded(reading, d, claim.start))
        and not belongs_to_another(reading, claim, d)
    ]
    opening = _ROLES_OF_ACTS if claim.kind in STAGED else {"event"}
    own.sort(key=lambda d: (d.role not in opening, -len(d.value or ""), claim.nearest(d.start)))
    if own:
        return own
    busy = {other.sentence for other in claims}
    shared = [d for d in _dates_at(reading, claim.sentence) if not belongs_to_another(reading, claim, d)]
    if shared and claim.direct and claim.status is None and not claim.headline:
        return shared
    if claim.anaphoric:
        return _dates_before(reading, claim.sentence)
    following = claim.sentence + 1
    if claim.sentence <= 2 and not claim.headline and following not in busy and following < len(reading.sentences):
        sentence = reading.sentences[following]
        if _CEREMONY.search(reading.text, sentence.start, sentence.end):
            return _dates_at(reading, following)
    return []


def _lies_ahead(found: ResolvedDate) -> bool:
    """Tell whether a date that stands with words of speech is still to come, and so not the day of speaking."""
    return found.role == "speech" and found.mention.explicit and found.mention.direction > 0


def _dates_before(reading: Reading, number: int) -> list[ResolvedDate]:
    """Return the day that `hari itu` points back to: the last one told that is not still to come."""
    for back in range(number - 1, max(0, number - 4) - 1, -1):
        found = [d for d in _dates_at(reading, back) if d.mention.direction <= 0 and d.precision == "day"]
        if found:
            return found
    return []


def _dates_at(reading: Reading, number: int) -> list[ResolvedDate]:
    sentence = reading.sentences[number]
    found = between(reading.dates, sentence.start, sentence.end)
    return [
        d
        for d in found
        if _SIGNED.search(reading.text, sentence.start, d.start) is None
        and d.role == "event"
        and d.value is not None
        and not is_superseded(reading, d, sentence.start)
    ]


def choose_date(reading: Reading, draft: Draft, drafts: Sequence[Draft], status: Status | None) -> DateChoice:
    """Return the day of `draft`: told with its act, else of its ceremony beside it, else of the head's words there."""
    if status == "planned" and draft.status == "cancelled":
        return _new_day(reading, draft, status)
    choice = _with_act(reading, draft, drafts, status) or _with_main(reading, draft, drafts, status)
    if choice is not None:
        return choice
    beside = _beside(reading, draft, drafts, status)
    if beside is not None:
        return _choice(beside, "date_of_ceremony_beside", 0.88, status)
    named = _named_with_day(reading, draft) if draft is drafts[0] and status != "planned" else None
    if named is not None:
        return _choice(named, "day_of_act_named", 0.85, status)
    spoken = _at_the_ceremony(reading, draft, status) if draft is drafts[0] else None
    if spoken is not None:
        return _choice(spoken, "date_of_words_at_the_ceremony", 0.8, None)
    deadline = _deadline(reading, draft) if status == "planned" else None
    if deadline is not None:
        return _choice(deadline, "deadline", 0.75, status)
    years = [d for t in draft.told for d in t.dates if d.precision == "year"]
    if years and draft.told[0].claim.background:
        return _choice(years[0], "year_with_act", 0.8, status)
    return DateChoice(None, None, "not_told", 0.8)


def _deadline(reading: Reading, draft: Draft) -> ResolvedDate | None:
    """Return the month by whose end a plan is to be carried out (`terisi paling lambat akhir Januari`)."""
    near = {t.claim.sentence + step for t in draft.told for step in (0, 1)}
    months = (d for d in reading.dates if d.role == "until" and d.precision == "month")
    told = (d for d in months if _AT_THE_LATEST.search(reading.text, max(0, d.start - 40), d.start))
    return next((d for d in told if sentence_at(reading, d.start) in near), None)


def _with_act(reading: Reading, draft: Draft, drafts: Sequence[Draft], status: Status | None) -> DateChoice | None:
    """Return the best date of the draft's own sentences; a mere week gives way to a day told beside it."""
    told = [(d, t.claim) for t in draft.told for d in t.dates if d.precision != "year"]
    if not told:
        return None
    published = reading.article.published.isoformat() if reading.article.published is not None else ""
    best, _claim = max(told, key=lambda pair: _worth(pair[0], pair[1], published))
    if best.mention.form == "week":
        ahead = _day_ahead(reading, best) if status == "planned" else None
        if ahead is not None:
            return _choice(ahead, "date_of_plan", 0.85, status)
        nearer = _beside(reading, draft, drafts, status, reach=1)
        if nearer is not None and nearer.precision == "day":
            return _choice(nearer, "date_of_ceremony_beside", 0.88, status)
    return _choice(best, "date_with_act", 0.96, status)


def _with_main(reading: Reading, draft: Draft, drafts: Sequence[Draft], status: Status | None) -> DateChoice | None:
    """Return the main event's date for what is told to have happened with it (`pada hari yang sama`)."""
    main = drafts[0]
    anaphoric = any(t.claim.anaphoric for t in draft.told)
    if draft is main:
        # `dinonaktifkan di hari yang sama` in the headline, the oath only below it
        main = next((other for other in drafts[1:] if anaphoric and other.day and other.status == status), draft)
    same_story = main.status == status and anaphoric
    if draft is main or not (same_story or _goes_with(draft, main)):
        return None
    choice = choose_date(reading, main, drafts, status)
    if choice.value is None:
        return None
    return replace(choice, rule="date_of_main_event", confidence=choice.confidence * 0.85)


def _new_day(reading: Reading, draft: Draft, status: Status) -> DateChoice:
    """Return the day that a ceremony is put off to, told after the act (`menundanya sampai pekan ketiga Oktober`)."""
    last = max(t.claim.sentence for t in draft.told)
    for number in range(draft.first_sentence, min(last + 3, len(reading.sentences))):
        sentence = reading.sentences[number]
        shift = _PUT_OFF.search(reading.text, sentence.start, sentence.end)
        if shift is None:
            continue
        after = [d for d in between(reading.dates, shift.end(), sentence.end) if d.value and d.precision != "year"]
        if after:
            return _choice(after[0], "date_put_off_to", 0.85, status)
    return DateChoice(None, None, "put_off_without_day", 0.8)


def _named_with_day(reading: Reading, draft: Draft) -> ResolvedDate | None:
    """Return the day that directly follows a noun for the act, wherever it stands (`SK mutasi 12 Mei 2022 digugat`)."""
    for act in reading.acts:
        if act.kind != draft.kind or act.verb or not act.strong:
            continue
        after = bisect_left(reading.dates, act.end, key=START)
        found = reading.dates[after] if after < len(reading.dates) else None
        if found is None or found.role != "event" or found.precision != "day" or found.mention.direction > 0:
            continue
        if _JUST_BEFORE.fullmatch(reading.text, act.end, found.start):
            return found
    return None


def _worth(found: ResolvedDate, claim: Claim, published: str) -> tuple[bool, int, bool, bool, int]:
    """Rank a date: of the event, the more precise, told by day and month rather than weekday, the earlier told.

    Of an assessment or selection the first day told counts, whatever stage it is of, but one that has come before one
    that is to come.
    """
    staged = claim.kind in STAGED
    bare = found.mention.form in {"weekday", "relative_day"} and not staged
    begun = not staged or not published or (found.value or "") <= published[:10]
    return (found.role == "event" or staged, len(found.value or ""), begun, not bare, -claim.sentence)


def _day_ahead(reading: Reading, week: ResolvedDate) -> ResolvedDate | None:
    """Return the day that the text names further on within the week or month that a plan is set for."""
    later = [d for d in reading.dates if d.start > week.start and d.precision == "day" and d.role == "event"]
    return next((d for d in later if d.value and week.value and d.value.startswith(week.value[:7])), None)


def _goes_with(draft: Draft, main: Draft) -> bool:
    """Tell whether a removal or designation is told without a day beside a ceremony that happened."""
    return (
        draft.kind in {"pemberhentian", "penunjukan"}
        and main.kind in {"mutasi", "pemberhentian", "penunjukan"}
        and draft.status is None
        and main.status is None
        and not draft.told[0].claim.background
    )


def _beside(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], status: Status | None, reach: int = _NEIGHBOURS
) -> ResolvedDate | None:
    """Return a date in a sentence near the draft's claims that tells where or when the ceremony was held."""
    others = {t.claim.sentence for other in drafts if other is not draft for t in other.told}
    numbers = sorted({t.claim.sentence for t in draft.told})
    near: list[tuple[int, int, ResolvedDate]] = []
    for d in reading.dates:
        if d.value is None or d.precision == "year" or d.role in _NEVER or d.role in _LAST_RESORT:
            continue
        if draft.kind == "pemberhentian" and _leaves(reading, draft, d):
            near.append((False, 0, d))
            continue
        if status != "planned" and d.mention.direction > 0:
            continue
        at = sentence_at(reading, d.start)
        if at in others or at in numbers or _of_outsiders(reading, at):
            continue
        distance = min(abs(at - number) for number in numbers)
        sentence = reading.sentences[at]
        ceremony = _CEREMONY.search(reading.text, sentence.start, sentence.end) is not None
        if is_superseded(reading, d, sentence.start) and status != "cancelled":
            continue
        if draft.kind in STAGED and is_closing(reading, d):
            continue
        staged = draft.kind in STAGED and draft is drafts[0] and ceremony
        told = ceremony or (distance == 1 and at <= _LEAD and not _of_other_business(reading, at))
        if status == "planned" and distance == 1:
            told = told or _PLAN.search(reading.text, sentence.start, sentence.end) is not None
        if reach == 1 and at + 1 in numbers:
            told = True
        if staged or (distance <= (reach if draft is drafts[0] else 1) and told):
            near.append((not ceremony, distance, d))
    near.sort(key=lambda row: row[:2] if draft.kind not in STAGED else (row[0], 0))
    return near[0][2] if near else None


def _of_outsiders(reading: Reading, number: int) -> bool:
    """Tell whether the sentence tells an oath, but of others than civil servants (`bupati terpilih dilantik`)."""
    told = [act for act in reading.acts if act.sentence == number and act.action in OATHS]
    return bool(told) and all(act.subject == "outside" for act in told)


def _of_other_business(reading: Reading, number: int) -> bool:
    """Tell whether the sentence tells what else somebody did (`mendatangi kantor Kemendagri, Rabu`)."""
    sentence = reading.sentences[number]
    return _OTHER_BUSINESS.search(reading.text, sentence.start, sentence.end) is not None


def _leaves(reading: Reading, draft: Draft, found: ResolvedDate) -> bool:
    """Tell whether the date is the day from which somebody no longer holds the post, told soon after."""
    at = sentence_at(reading, found.start)
    sentence = reading.sentences[at]
    near = 0 < at - draft.first_sentence <= _LEAVING_REACH
    return near and _LEAVES.search(reading.text, sentence.start, sentence.end) is not None


def told_as_plan(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether the sentence after the act puts it into the future (`Pelaksanaannya direncanakan Februari`)."""
    busy = {t.claim.sentence for d in drafts for t in d.told}
    for t in draft.told[:3]:
        following = t.claim.sentence + 1
        if following in busy or following >= len(reading.sentences) or _of_outsiders(reading, following):
            continue
        sentence = reading.sentences[following]
        ahead = any(d.mention.direction > 0 for d in between(reading.dates, sentence.start, sentence.end))
        if draft.status is not None and _PUT_OFF.search(reading.text, sentence.start, sentence.end):
            return True
        if draft.status is None and ahead and _SET_FOR.search(reading.text, sentence.start, sentence.end):
            return True
    return False


def _at_the_ceremony(reading: Reading, draft: Draft, status: Status | None) -> ResolvedDate | None:
    """Return the day of words spoken after the oath, or in the hall where no other day is told of it."""
    there = _AT_THE_TEST if draft.kind in STAGED else _AT_THE_OATH
    for d in reading.dates:
        if d.role == "speech" and d.value is not None and d.precision == "day":
            sentence = reading.sentences[sentence_at(reading, d.start)]
            if there.search(reading.text, sentence.start, sentence.end) or _then(reading, sentence.end, there):
                return d
            if draft.kind not in STAGED and status != "planned" and _on_the_spot(reading, sentence, d):
                return d
    return None


def _on_the_spot(reading: Reading, sentence: Sentence, found: ResolvedDate) -> bool:
    """Tell whether words were spoken in a hall, or by a head in town on a day of the week (`di Aimas, Rabu`)."""
    opening = max(sentence.start, found.start - 90)
    if _IN_THE_HALL.search(reading.text, opening, found.start):
        return True
    in_town = found.mention.form == "weekday" and _IN_TOWN.search(reading.text, opening, found.start) is not None
    return in_town and any(o.office in HEADS and sentence.start <= o.start < found.start for o in reading.officials)


def _then(reading: Reading, end: int, there: re.Pattern[str]) -> bool:
    """Tell whether the next sentence puts the words of the one before at the ceremony (`Hal itu disampaikan usai`)."""
    told = _SAID_THERE.match(reading.text, end)
    return told is not None and there.search(reading.text, told.start(), told.end()) is not None


def _choice(d: ResolvedDate, rule: str, confidence: float, status: Status | None) -> DateChoice:
    value = d.value
    if status == "planned" and d.future is not None and d.mention.form == "weekday" and not d.mention.explicit:
        value = d.future
    return DateChoice(value, d.precision, f"{rule}:{d.rule}", confidence * d.confidence, ((d.start, d.end),), d.flags)


def sentence_at(reading: Reading, position: int) -> int:
    """Return the number of the sentence that holds `position`."""
    return max(0, bisect_left(reading.sentences, position + 1, key=START) - 1)
