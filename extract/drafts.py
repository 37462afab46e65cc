"""Individuation: which claims of an article tell one and the same event.

Two statements are one event where kind, status, region and day agree (see the annotation contract). A claim that has
no day, head count or named official of its own never opens an event beside the main one.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field

from extract.appointments import AppointmentMention
from extract.claims import STAGED, Claim
from extract.counts import CountMention
from extract.date_resolution import ResolvedDate
from extract.events import Kind, Status
from extract.region_choice import RegionChoice

_MANY = frozenset({"belasan", "puluhan", "ratusan", "ribuan"})
"""Head counts in words that number those moved; `sejumlah` tells none."""
_FULL = len("2025-01-31")
_MOST_CLAIMS, _MOST_EVENTS = 60, 60
"""Bounds for texts that no newspaper prints: so many claims tell one event, so many events one article."""


@dataclass(slots=True)
class Told:
    """A claim with the values that its sentence gives it."""

    claim: Claim
    dates: list[ResolvedDate]
    counts: list[CountMention]
    people: list[AppointmentMention]
    region: RegionChoice | None
    recent: bool = False
    """Whether its day lies in the week before publication."""
    vacant: bool = False
    """Whether the sentences before, or this one, count the posts that stand empty."""
    day: str | None = field(init=False)
    """The first day or month that the sentence tells for the event; a year alone tells no day."""
    days: frozenset[str] = field(init=False)
    """Every day that the sentence can mean: a bare weekday the one before and the one to come."""
    numbers: frozenset[int] = field(init=False)
    """The exact head counts that the sentence tells; `seorang` is an article, not a count."""

    def __post_init__(self) -> None:
        """Draw the days and numbers from the dates and counts."""
        found = [d for d in self.dates if d.value is not None and d.precision != "year"]
        self.day = found[0].value if found else None
        self.days = frozenset(day for d in found[:1] for day in (d.value, *_readings(d)) if day is not None)
        counted = [c for c in self.counts if not (c.definite and c.unit_kind == "person")]
        self.numbers = frozenset(c.value for c in counted if isinstance(c.value, int) and "article" not in c.flags)

    @property
    def anchored(self) -> bool:
        """Tell whether the sentence gives the event a day, a head count or a named official of its own."""
        filled = self.claim.kind == "seleksi_terbuka" or (self.claim.kind == "penunjukan" and self.claim.strong)
        selected = self.vacant and filled and self.claim.status == "planned"
        many = self.claim.strong and any(c.value in _MANY for c in self.counts)
        return bool(self.day or self.numbers or self.people) or many or selected or self.designated

    @property
    def designated(self) -> bool:
        """Tell whether somebody was designated beside another event, though no name or day is told."""
        return self.claim.kind == "penunjukan" and self.claim.done and self.claim.inside and self.claim.direct


def _put_off(claim: Claim) -> bool:
    """Tell whether the lead says that the act is only put off to another day."""
    return claim.early and any(act.postponed for act in claim.acts)


def _takes_back(claim: Claim) -> bool:
    """Tell whether the claim calls off what was told before (`membatalkan mutasi itu`), not some other event."""
    return claim.status == "cancelled" and not claim.background


def _readings(found: ResolvedDate) -> tuple[str | None, ...]:
    return (found.past, found.future) if found.mention.form == "weekday" else ()


@dataclass(slots=True)
class Draft:
    """An event in the making: the claims that tell it, in the order of the text."""

    kind: Kind
    told: list[Told] = field(default_factory=list)

    @property
    def status(self) -> Status | None:
        """Return the status that the first claim on a word for the act tells, or the lead where a headline is open."""
        named = [t for t in self.told if t.claim.strong]
        strong = [t for t in named if t.claim.direct] or named or self.told
        first = strong[0]
        if self.repeated:
            return None
        called_off = first.claim.status == "cancelled" or any(_takes_back(t.claim) for t in named)
        if called_off and any(_put_off(t.claim) for t in self.told):
            return "planned"
        if called_off and not first.claim.again:
            return "cancelled"
        if first.claim.status is not None:
            return first.claim.status
        body = next((t for t in strong if not t.claim.headline), first)
        if self.kind in STAGED and body.claim.status is None and body.claim.direct and body.numbers:
            return None
        for t in strong[1:3]:
            if t.claim.status is None:
                continue
            if t.numbers & first.numbers or (t.claim.early and first.claim.headline):
                return t.claim.status
        return None

    @property
    def repeated(self) -> bool:
        """Tell whether a claim tells that the oath was taken anew."""
        return any(t.claim.repeated for t in self.told)

    @property
    def day(self) -> str | None:
        """Return the day of the first claim that tells one, the more precise first."""
        days = [t.day for t in self.told if t.day is not None]
        return max(days, key=len) if days else None

    @property
    def days(self) -> frozenset[str]:
        """Return the days that all claims can mean; those of the claim that tells it best where they differ."""
        told = [t.days for t in self.told if t.days]
        if not told:
            return frozenset()
        return frozenset.intersection(*told) or max(told, key=lambda days: (-len(days), max(len(day) for day in days)))

    @property
    def numbers(self) -> set[int]:
        """Return every exact head count that the claims tell."""
        return {number for t in self.told for number in t.numbers}

    @property
    def region(self) -> str | None:
        """Return the code of the region that a claim names for itself."""
        return next((t.region.code for t in self.told if t.region is not None and t.region.code), None)

    @property
    def anchored(self) -> bool:
        """Tell whether any claim gives the event something of its own."""
        return any(t.anchored for t in self.told)

    @property
    def strong(self) -> bool:
        """Tell whether any claim stands on a word that names the act."""
        return any(t.claim.strong for t in self.told)

    @property
    def anaphoric(self) -> bool:
        """Tell whether a claim points back to a day told before (`saat itu`)."""
        return any(t.claim.anaphoric for t in self.told)

    @property
    def first_sentence(self) -> int:
        """Return the number of the first sentence that tells the event."""
        return self.told[0].claim.sentence


def individuate(told: Sequence[Told]) -> list[Draft]:
    """Return the events that the claims tell, in the order of their first claim, the unfounded ones left out."""
    drafts: list[Draft] = []
    service = any(t.claim.inside and t.claim.strong for t in told)
    assessed = any(t.claim.kind in STAGED and (t.claim.inside or _names_it(t)) for t in told)
    for statement in sorted(told, key=lambda t: t.claim.again):  # what is to be held anew was held before
        home = _home(statement, drafts)
        if home is not None:
            if len(home.told) < _MOST_CLAIMS:
                home.told.append(statement)
        elif (
            len(drafts) < _MOST_EVENTS
            and (statement.claim.kind not in STAGED or assessed or service)
            and _may_open(statement, drafts, service)
            and not (_is_of_one(statement, drafts) or _recalls(statement))
        ):
            drafts.append(Draft(statement.claim.kind, [statement]))
    drafts = [draft for draft in drafts if not _is_part_of_move(draft, drafts)]
    drafts = [draft for draft in drafts if not _is_only_announced(draft, drafts)]
    drafts.sort(key=lambda draft: draft.first_sentence)
    strong = any(draft.strong for draft in drafts)
    return [
        draft
        for draft in drafts
        if (draft.anchored or _annulled(draft, drafts) or _is_main(draft, drafts))
        and (draft.strong or not strong or _dated_aside(draft))
    ]


def _is_only_announced(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether only the headline announces the reshuffle to which the assessment told of is to lead."""
    if draft.kind != "mutasi" or draft.status != "planned" or draft.anchored:
        return False
    only = all(t.claim.headline for t in draft.told if t.claim.strong)
    return only and any(d.kind in STAGED and d.anchored for d in drafts)


def _is_part_of_move(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether those removed are the same who are then placed (`mencopot tiga kadis`, who enter other posts)."""
    if draft.kind != "pemberhentian" or any(t.people for t in draft.told):
        return False
    moves = [
        d
        for d in drafts
        if d.kind == "mutasi"
        and d.status == draft.status
        and d.first_sentence >= draft.first_sentence
        and any(t.people for t in d.told)
    ]
    said = all(t.claim.headline or not t.claim.direct for t in draft.told)
    return any(said or (draft.numbers and draft.numbers == _named(d)) for d in moves)


def _named(draft: Draft) -> set[int]:
    """Return how many people the draft's claims name, as a count to compare with."""
    return {len({p.person for t in draft.told for p in t.people})}


def _annulled(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether this is the oath that was annulled before the one taken anew."""
    return draft.status == "cancelled" and any(other.repeated and other.kind == draft.kind for other in drafts)


def _names_it(told: Told) -> bool:
    """Tell whether the lead counts those who are assessed or gives their day, though it names no service."""
    claim = told.claim
    dated = claim.kind == "uji_kompetensi" and told.day is not None and len(told.day) == _FULL
    return claim.early and claim.strong and claim.direct and (bool(told.numbers) or dated)


def _dated_aside(draft: Draft) -> bool:
    """Tell whether a day of its own carries an event that only vague words tell."""
    first = draft.told[0].claim
    staged = draft.kind in STAGED or any(act.action == "tahap" for act in first.acts)
    return draft.day is not None and (first.background or staged)


def _home(statement: Told, drafts: list[Draft]) -> Draft | None:
    """Return the event that the statement adds to: one of the same day or count, else the article's main one."""
    fitting = [draft for draft in drafts if _compatible(statement, draft)]
    if not fitting:
        return None
    for draft in reversed(fitting):
        if statement.days & draft.days or statement.numbers & draft.numbers:
            return draft
    if statement.claim.anaphoric:
        return fitting[-1]
    return fitting[0] if not fitting[0].told[0].claim.background else fitting[-1]


def _compatible(statement: Told, draft: Draft) -> bool:
    claim = statement.claim
    if claim.kind != draft.kind:
        return False
    if statement.region is not None and draft.region is not None and statement.region.code != draft.region:
        return not statement.anchored
    same_count = bool(statement.numbers & draft.numbers)
    # a decree undoes what an earlier day saw
    annulled = "cancelled" in {claim.status, draft.status} and (same_count or (claim.background and not draft.numbers))
    staged = claim.kind in STAGED and not claim.background
    if not _days_agree(statement.days, draft.days) and not staged and not annulled:
        return False
    if not _statuses_agree(statement, draft, same_count):
        return False
    aside = claim.background and not draft.told[0].claim.background and not claim.headline
    if aside and statement.day is not None and len(statement.day) == _FULL and statement.day == draft.day:
        return True
    own = bool(statement.numbers) and bool(draft.numbers) and not same_count
    if aside and statement.recent and not own and draft.day is None and draft.status is None:
        return True  # `Sebelumnya, ratusan ASN dilantik pada Rabu`: what the article is about, at last with its day
    return not (aside and (own or (statement.day is not None and draft.day is None and draft.numbers)))


def _statuses_agree(statement: Told, draft: Draft, same_count: bool) -> bool:
    claim, status = statement.claim, draft.status
    if claim.again:
        return claim.status == status and draft.told[0].claim.again
    if status == "planned" and claim.kind == "penunjukan" and claim.done:
        # `telah ditunjuk Plh` until the one who is proposed as Pj comes
        return same_count or not claim.acting or any(claim.acting & t.claim.acting for t in draft.told)
    if draft.repeated and claim.status == "cancelled":
        return False
    if claim.status == "cancelled" and status is None and not claim.headline:
        # `beberapa kepala sekolah batal dilantik` takes back nothing of the oath of the others
        whole = claim.definite or (claim.kind in STAGED and not statement.numbers)
        return same_count or whole or (bool(statement.days & draft.days) and not statement.numbers)
    if claim.status == status or claim.status is None:
        return True
    if not claim.strong:
        return claim.status != "planned" or status is not None or not statement.days or claim.kind in STAGED
    if status is None:
        # A plan told beside what happened is another event, unless it is the same plan told without a cue before.
        if not statement.anchored or claim.kind in STAGED:
            return True
        undated = not draft.days or bool(draft.days & statement.days)
        if undated and any(t.claim.status == claim.status and t.days & statement.days for t in draft.told):
            return True  # the plan is told again
        return undated and (same_count or (claim.early and not (draft.numbers and statement.numbers)))
    return {claim.status, status} == {"planned", "cancelled"} and (same_count or not statement.numbers)


def _days_agree(one: Set[str], other: Set[str]) -> bool:
    """Tell whether two statements can mean one day, at the coarser precision of the two."""
    if not one or not other:
        return True
    return any(a[: len(b)] == b[: len(a)] for a in one for b in other)


def _recalls(statement: Told) -> bool:
    """Tell whether it only recalls, of those spoken of, what came before (`meski sebelumnya ditunjuk sebagai Plt`)."""
    own = statement.day or statement.people or not all(count.definite for count in statement.counts)
    return statement.claim.background and not own


def _may_open(statement: Told, drafts: list[Draft], service: bool) -> bool:
    """Tell whether the statement founds an event; `service` tells that the article names civil servants as moved."""
    claim = statement.claim
    if claim.abroad:
        return claim.strong and claim.direct and claim.inside and bool(statement.numbers)
    if claim.again:
        return bool(drafts)
    if not drafts and claim.early and claim.inside and claim.direct:
        return claim.strong or claim.headline or statement.anchored
    if not claim.strong:
        dated = statement.day is not None and claim.direct and (claim.inside or service)
        return dated and (
            claim.background or claim.kind in STAGED or (claim.status == "planned" and bool(statement.numbers))
        )
    if not statement.anchored:
        if claim.status == "cancelled" and any(draft.repeated and draft.kind == claim.kind for draft in drafts):
            return claim.strong
        if statement.vacant and claim.status == "planned" and claim.kind == "seleksi_terbuka":
            return claim.strong and claim.direct and any(draft.kind == "mutasi" for draft in drafts)
        if claim.kind == "penunjukan" and claim.done and bool(drafts):
            return claim.inside and claim.direct
        staged = claim.kind in STAGED and claim.early
        return (claim.headline or staged) and claim.strong and claim.inside and claim.direct
    if not claim.direct:
        return bool(statement.people) or (
            statement.day is not None and (len(statement.day) == _FULL or bool(statement.numbers) or _is_awaited(claim))
        )
    if claim.kind == "pemberhentian":
        return claim.inside or bool(statement.people) or (service and bool(statement.numbers))
    if claim.inside or claim.kind in STAGED or statement.numbers or statement.people:
        return True
    new = not any(draft.kind == claim.kind for draft in drafts)
    later = claim.status == "planned" and not claim.anaphoric
    return service and statement.day is not None and (new or claim.background or later)


def _is_of_one(statement: Told, drafts: list[Draft]) -> bool:
    """Tell whether it says that one of many was not sworn in (`satu nama tidak jadi dilantik`)."""
    if statement.claim.status != "cancelled" or statement.claim.headline or statement.numbers != {1}:
        return False
    same = [d for d in drafts if d.kind == statement.claim.kind and d.status != "cancelled" and d.numbers]
    return bool(same) and not statement.days


def _is_awaited(claim: Claim) -> bool:
    """Tell whether a plan is told by those who wait for it (`sambil menanti pelantikan yang direncanakan Mei`)."""
    waited = any(act.modifier in {"menanti", "menunggu"} for act in claim.acts)
    return waited and claim.status == "planned" and claim.inside


def _is_main(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether the draft is the article's main event: told by a verb, for policy talk only names its acts.

    A removal is one only with a person, count or day, or where headline and text both tell it.
    """
    told = any(act.verb and act.strong for t in draft.told for act in t.claim.acts) or draft.kind in STAGED
    told = told or _is_handover(draft)
    early = draft is drafts[0] and draft.told[0].claim.early
    if draft.kind == "pemberhentian":
        return early and told and draft.told[0].claim.headline and len(draft.told) > 1
    return early and (told or draft.status is not None)


def _is_handover(draft: Draft) -> bool:
    """Tell whether headline and text both tell how a post of the service is handed over (`sertijab Camat X`)."""
    told = [
        t.claim for t in draft.told if any(a.action == "serah terima" and a.subject == "inside" for a in t.claim.acts)
    ]
    named = any(act.subject_class == "civil_service" for claim in told for act in claim.acts)
    return named and len(told) > 1 and (told[0].headline or told[0].early)
