"""Makes events of an article's claims: individuates them, then gives each field its value, evidence and rule."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.acting_heads import leads_region
from extract.acts import Act
from extract.appointments import AppointmentMention
from extract.breakdowns import Breakdown
from extract.claims import (
    STAGED,
    Claim,
    claim_of_move,
    find_claims,
    told_directly,
)
from extract.confidence import calibrated
from extract.date_choice import DateChoice, choose_date, sentence_at, told_as_plan
from extract.drafts import Draft, Told, individuate
from extract.events import Event, Span, Status
from extract.headcounts import choose_headcount
from extract.level_choice import choose_levels, with_levels
from extract.located import START
from extract.moved import OATHS, voice
from extract.moves import move_in
from extract.offices import HEADS
from extract.official_choice import NOT_TOLD, OfficialChoice, choose_official
from extract.reading import Reading
from extract.region_alignment import aligned
from extract.region_choice import RegionChoice, choose_region
from extract.region_heads import parted_by_region
from extract.region_table import region_name
from extract.status_choice import choose_status
from extract.tellings import kind_of, told_of
from extract.unnumbered import GIVES_WAY
from extract.waves import choose_wave

_LIST = 2
_SURE = 0.5
"""The least confidence in a named move that may tell an event by itself."""
_PLACE_ALONE = frozenset({"region_of_place", "portal_home"})
"""Rules by which the region of an event rests on no word for a government."""
_ENDED_OR_STANDING = re.compile(
    r"\bmengakhiri\b[^;\n]{0,70}\bsebagai\b|\b(?:saat ini )?masih (?:kosong|lowong|dijabat|diisi|dipegang)\b",
    re.IGNORECASE,
)
"""`Keputusan ini mengakhiri status Rina sebagai Plt Sekda`, `saat ini masih kosong diisi Plt`: nobody is designated."""
_HOLDS = re.compile(
    r"\byang (?:kini|saat ini|sekarang|masih|tengah) (?:menjabat|menjadi)(?: sebagai)? $", re.IGNORECASE
)
"""`calon Sekda yakni Rina yang kini menjabat Pj Sekda`: a post held, into which nobody is put."""
_HEADS_POST = re.compile(r"\S+ (?:sementara )?(?:bupati|wali ?kota|gubernur)\b", re.IGNORECASE)
_FULL_DAY = len("2023-05-03")
_FAR = 3
"""Sentences that a breakdown may follow the statement of its total by."""


@dataclass(slots=True)
class _Fields:
    """The evidence, rules, flags and confidences of an event while its fields are filled."""

    evidence: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    confidence: float = 1.0

    def note(self, name: str, spans: Sequence[Span], rule: str, confidence: float, flags: Sequence[str] = ()) -> None:
        """Record where the value of field `name` came from."""
        if spans:
            self.evidence[name] = tuple(spans)
        self.rules[name] = rule
        self.confidence *= confidence
        self.flags += [flag for flag in flags if flag not in self.flags]


def assemble(reading: Reading) -> list[Event]:
    """Return the events of the reading, in the order in which the article first tells them."""
    acts = [act for act in reading.acts if not _names_a_unit(reading, act)]
    acts = _of_acting_heads(reading, acts)
    claims = find_claims(reading.text, reading.sentences, acts, reading.headline_end)
    claims = _with_moves(reading, claims)
    article_region = choose_region(reading.regions, reading.text, reading.headline_end, reading.article.home_region)
    told = [told_of(reading, claim, claims, article_region) for claim in claims]
    drafts = individuate(told) or _told_in_passing(reading, claims, article_region)
    people = _people_of(reading, drafts)
    breakdowns = _breakdowns_of(reading, drafts)
    events = [
        _event(reading, number, drafts, people.get(number, []), article_region, breakdowns.get(number, []))
        for number in range(len(drafts))
    ]
    events = [_as_before(event, draft, events) for event, draft in zip(events, drafts, strict=True)]
    if all(_of_no_government(event, draft) for event, draft in zip(events, drafts, strict=True)):
        return []
    return [
        part
        for number, (event, draft) in enumerate(zip(events, drafts, strict=True))
        for part in parted_by_region(reading, event, people.get(number, []), {t.claim.sentence for t in draft.told})
    ]


def _of_acting_heads(reading: Reading, acts: list[Act]) -> list[Act]:
    """Let the oaths of a text that lists acting heads, and nobody else who is placed, be their designation."""
    moves = [person for person in reading.appointments if not person.out]
    if sum(leads_region(person.to_post or "") for person in moves) < _LIST or any(
        person.acting is None for person in moves
    ):
        return acts
    return [
        act._replace(kind="penunjukan", subject="inside", subject_class="acting")
        if act.kind == "mutasi" and act.action in OATHS and act.subject != "outside"
        else act
        for act in acts
    ]


def _told_in_passing(reading: Reading, claims: Sequence[Claim], article_region: RegionChoice) -> list[Draft]:
    """Return the event of an article that only speaks about it (`proses mutasi puluhan pejabat disorot`)."""
    spoken = [claim for claim in (told_directly(claim) for claim in claims) if claim is not None]
    told = [told_of(reading, claim, spoken, article_region) for claim in spoken]
    return [Draft(t.claim.kind, [t]) for t in told if _tells_of_its_own(t)][:1]


def _tells_of_its_own(told: Told) -> bool:
    """Tell whether the words give the act a count, a person, a day counted from it (`sehari setelah`), or a plan.

    The headline on the outcome of a selection or assessment tells a stage of it.
    """
    counted_from = any(d.rule == "day_from_other" for d in told.dates)
    stage = told.claim.kind in STAGED and (told.claim.headline or told.claim.sentence == 0)
    planned = told.claim.status == "planned" and told.claim.early
    return bool(told.counts or told.people) or counted_from or stage or planned


def _names_a_unit(reading: Reading, act: Act) -> bool:
    """Tell whether the word stands in the name of a post or its unit (`Kabid Mutasi BKPSDM`), not for an act."""
    if act.verb or act.kind not in {"mutasi", "uji_kompetensi"} or act.action in OATHS:
        return False
    before = bisect_left(reading.posts, act.start, key=START) - 1
    return before >= 0 and act.end <= reading.posts[before].end


def _with_moves(reading: Reading, claims: list[Claim]) -> list[Claim]:
    """Add a claim for each designation and removal of a named official that no word for the act tells."""
    if not claims:
        return claims
    told = {claim.kind for claim in claims if claim.strong and claim.direct}
    added: list[Claim] = []
    acting = sum(person.acting is not None for person in reading.appointments)
    for person in reading.appointments:
        kind = kind_of(person)
        if kind == "mutasi" or kind in told or person.confidence < _SURE or _is_head(person):
            continue
        if kind == "penunjukan" and person.rule == "list" and acting < _LIST:  # `diterima Pj Sekda, Nama`
            continue
        sentence = reading.sentences[person.sentence]
        held = person.to_span is not None and _HOLDS.search(reading.text, sentence.start, person.to_span[0])
        if held or _ENDED_OR_STANDING.search(reading.text, sentence.start, sentence.end):
            continue
        added.append(claim_of_move(reading.text, person, kind, sentence, reading.headline_end))
    return sorted([*claims, *added], key=lambda claim: (claim.sentence, claim.acts[0].start))


def _is_head(person: AppointmentMention) -> bool:
    """Tell whether the post is a head's: told of often as held (`Plt Bupati ... mengatakan`), so not by itself."""
    return person.to_post is not None and _HEADS_POST.match(person.to_post) is not None


def _people_of(reading: Reading, drafts: Sequence[Draft]) -> dict[int, list[AppointmentMention]]:
    """Give each named move to one draft: of its kind, told in or last before its sentence. Keys are draft numbers."""
    owned: dict[int, list[AppointmentMention]] = {}
    for person in reading.appointments:
        kind = kind_of(person)
        fitting = [n for n, draft in enumerate(drafts) if draft.kind == kind]
        if not fitting and person.rule in GIVES_WAY:
            fitting = [n for n, draft in enumerate(drafts) if draft.kind == "penunjukan"]
        if not fitting:
            continue
        before = [
            (t.claim.sentence, -t.claim.nearest(person.position) if t.claim.sentence == person.sentence else 0, n)
            for n in fitting
            for t in drafts[n].told
            if t.claim.sentence <= person.sentence and not t.claim.headline
        ]
        number = max(before)[-1] if before else fitting[0]
        owned.setdefault(number, []).append(person)
    return owned


def _breakdowns_of(reading: Reading, drafts: Sequence[Draft]) -> dict[int, list[Breakdown]]:
    """Give each breakdown to the draft whose total it has, else to the one told in or last before its sentence."""
    owned: dict[int, list[Breakdown]] = {}
    for breakdown in reading.breakdowns:
        sentence = sentence_at(reading, breakdown.start)
        by_total = [
            n
            for n, draft in enumerate(drafts)
            if breakdown.total is not None and breakdown.total.value in draft.numbers
        ]
        before = [
            (
                t.claim.sentence == sentence,
                t.claim.sentence,
                -t.claim.nearest(breakdown.end) if t.claim.sentence == sentence else 0,
                -n,
            )
            for n, draft in enumerate(drafts)
            for t in draft.told
            if sentence - _FAR <= t.claim.sentence <= sentence + 1
        ]
        if by_total:
            if not _is_of_another(breakdown, drafts[by_total[0]], drafts):
                owned.setdefault(by_total[0], []).append(breakdown)
        elif before:
            owned.setdefault(-max(before)[3], []).append(breakdown)
    return owned


def _is_of_another(breakdown: Breakdown, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether the one part told of the total is the count of another event (`dari 17 camat, 10 digeser`)."""
    others = {number for d in drafts if d is not draft for number in d.numbers - draft.numbers}
    return len(breakdown.parts) == 1 and breakdown.parts[0].value in others


def _event(
    reading: Reading,
    number: int,
    drafts: Sequence[Draft],
    people: Sequence[AppointmentMention],
    article_region: RegionChoice,
    breakdowns: Sequence[Breakdown],
) -> Event:
    draft = drafts[number]
    fields = _Fields()
    region = next((t.region for t in draft.told if t.region is not None), article_region)
    status = draft.status
    if status in {None, "cancelled"} and told_as_plan(reading, draft, drafts):
        status = "planned"
    aside = draft.told[0].claim.background
    if status is None and number and not aside and drafts[0].status == "planned" and draft.anaphoric:
        status = "planned"
    day = choose_date(reading, draft, drafts, status)
    fields.note("date", day.spans, day.rule, day.confidence, day.flags)
    status, fields.rules["status"] = choose_status(reading, draft, status, day.value)
    official = _official_of(reading, draft, drafts, status, day)
    fields.note("official", official.spans, official.rule, official.confidence, official.flags)
    region = aligned(region, draft.kind, official.official, official.spans, reading.regions, reading.text)
    fields.note("region", region.evidence, region.rule, region.confidence, region.flags)
    count = choose_headcount(reading, draft, drafts, breakdowns, people)
    fields.note("headcount", count.spans, count.rule, count.confidence, count.flags)
    if count.groups:
        fields.evidence["groups"] = tuple((group.start, group.end) for group in count.groups)
        fields.rules["groups"] = "parts_of_a_division" if breakdowns else "parts_beside_each_other"
    told_with = () if day.rule == "date_of_main_event" else day.spans
    levels, level_spans = choose_levels(reading, draft, drafts, count, told_with)
    groups = with_levels(count.as_groups(), levels)
    fields.note("eselon", level_spans, "stated" if levels else "not_told", 0.95)
    if people:
        fields.evidence["appointments"] = tuple(
            span for p in people for span in (p.person_span, p.to_span, p.from_span) if span
        )
        fields.rules["appointments"] = ", ".join(sorted({p.rule for p in people}))
    wave = choose_wave(reading, draft)
    if wave.value is not None:
        fields.evidence["wave"] = wave.spans
        fields.rules["wave"] = "wave_after_the_act"
    acts = [act for t in draft.told for act in t.claim.acts]
    fields.evidence["kind"] = fields.evidence["status"] = tuple((act.start, act.end) for act in acts)
    fields.rules["kind"] = "act_named" if any(t.claim.strong for t in draft.told) else "act_by_what_is_told_of_it"
    if any(act.postponed for act in acts):
        fields.flags.append("postponed")
    if draft.told[0].claim.background:
        fields.flags.append("background")
    return Event(
        kind=draft.kind,
        status=status,
        region=region.code,
        region_name=region_name(region.code) if region.code else None,
        date=day.value,
        date_precision=day.precision if day.value else None,
        official=official.official,
        headcount=count.value,
        groups=groups,
        eselon=levels,
        appointments=tuple(move_in(p, region.code) for p in people),
        wave=wave.value,
        actions=tuple(dict.fromkeys(act.action for act in acts)),
        confidence=calibrated(fields.confidence),
        flags=tuple(fields.flags),
        evidence=fields.evidence,
        rules=fields.rules,
    )


def _at_one_ceremony(draft: Draft, other: Draft, day_rule: str) -> bool:
    """Tell whether both events belong to one ceremony, so that its head decided both."""
    if day_rule == "date_of_main_event":
        return other.kind not in STAGED and not other.told[0].claim.background
    if draft.told[0].claim.background or other.told[0].claim.background:
        return False
    if draft.kind in STAGED or other.kind in STAGED or draft.status != other.status:
        return False
    return not draft.day or not other.day or bool(draft.days & other.days)


def _official_of(
    reading: Reading, draft: Draft, drafts: Sequence[Draft], status: Status, day: DateChoice
) -> OfficialChoice:
    """Return the official told of the draft, else that of the ceremony or the year's other move it belongs to."""
    official = choose_official(reading, draft, drafts, status)
    if official.official is not None:
        return official
    others = [d for d in drafts if d is not draft]
    ceremony = next((d for d in others if _at_one_ceremony(draft, d, day.rule)), None)
    if ceremony is not None:
        shared = choose_official(reading, ceremony, drafts, ceremony.status)
        designated = {person.person for t in draft.told for person in t.people if person.acting is not None}
        return shared if shared.official is None or shared.official.name not in designated else official
    joined = next((d for d in others if _goes_before(reading, draft, d)), None)
    if joined is not None:
        return choose_official(reading, joined, drafts, joined.status)
    if draft.kind == "mutasi" and (status != "realized" or len(day.value or "") == _FULL_DAY):
        return _of_one_head(reading, draft, drafts, day.value)
    return official


def _goes_before(reading: Reading, draft: Draft, other: Draft) -> bool:
    """Tell whether one subject does both (`Setelah melantik 372 pejabat November lalu, kini Bupati melantik 850`)."""
    before = {t.claim.sentence for t in draft.told if any(_is_active(reading, act) for act in t.claim.acts)}
    after = {t.claim.sentence for t in other.told if any(_is_active(reading, act) for act in t.claim.acts)}
    return draft.kind == other.kind and bool(before & after)


def _is_active(reading: Reading, act: Act) -> bool:
    """Tell whether the act is told by an active verb, whose subject acts."""
    return act.verb and voice(reading.text[act.start : act.end].lower()) == "active"


def _of_one_head(reading: Reading, draft: Draft, drafts: Sequence[Draft], day: str | None) -> OfficialChoice:
    """Return the head who presides over another of the article's moves of that year, for one told without its head."""
    for other in drafts:
        apart = draft.region and other.region and draft.region != other.region
        if other is draft or other.kind != "mutasi" or apart or (day and other.day and day[:4] != other.day[:4]):
            continue
        choice = choose_official(reading, other, drafts, other.status)
        acts = choice.rule.startswith(("active oath", "active move", "passive"))
        if choice.official is not None and choice.official.office in HEADS and acts:
            return choice
    return NOT_TOLD


def _of_no_government(event: Event, draft: Draft) -> bool:
    """Tell whether neither a regional government nor its head is named with the event: then it is another body's.

    Where the act moves civil servants by name of their service (`dua kadis`), the place alone tells whose they are.
    """
    if event.official is not None:
        return False
    named = any(act.subject_class == "civil_service" for t in draft.told for act in t.claim.acts)
    doubtful = {"nothing_told", "undecided"} if named else {"nothing_told", "undecided", *_PLACE_ALONE}
    return event.rules["region"] in doubtful


def _as_before(event: Event, draft: Draft, events: Sequence[Event]) -> Event:
    """Give an event to be held anew (`akan dilantik ulang`) the groups and levels told of the one it repeats."""
    if not draft.told[0].claim.again:
        return event
    first = next(
        (e for e in events if e is not event and e.kind == event.kind and e.headcount == event.headcount), None
    )
    if first is None or event.headcount is None:
        return event
    evidence = {**event.evidence, **{k: v for k, v in first.evidence.items() if k in {"groups", "eselon"}}}
    return replace(event, groups=first.groups, eselon=first.eselon, evidence=evidence)
