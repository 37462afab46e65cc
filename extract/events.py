"""The types that `extract` gives out: events and their parts, as the annotation contract names them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["mutasi", "penunjukan", "uji_kompetensi", "seleksi_terbuka", "pemberhentian"]
Status = Literal["realized", "planned", "cancelled"]
Acting = Literal["Pj", "Plt", "Plh", "Pjs"]
ApproximateCount = Literal["belasan", "puluhan", "ratusan", "ribuan", "sejumlah"]
Headcount = int | ApproximateCount
DatePrecision = Literal["day", "month", "year"]
Direction = Literal["up", "lateral", "down", "out"]
"""Where a move leads on the eselon ladder; `out` for one removed who enters no post."""
Span = tuple[int, int]
"""Character offsets [start, end) into the article's text as it was given."""

HEADCOUNT_RANGES: dict[ApproximateCount, tuple[int, int | None]] = {
    "sejumlah": (2, None),
    "belasan": (11, 19),
    "puluhan": (20, 99),
    "ratusan": (100, 999),
    "ribuan": (1000, 9999),
}
"""What an approximate Indonesian count word can mean, both ends included; None is open-ended."""


@dataclass(frozen=True, slots=True)
class Official:
    """Who presides over the oath or decides the move; `name` is None where only the office is told."""

    name: str | None
    office: str
    acting: Acting | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One stated part of the head count, such as `16 pejabat eselon II`."""

    count: int
    label: str
    eselon: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appointment:
    """One named official's move; either post may be None, never both.

    `to_eselon`, `from_eselon` and `direction` are inferred from the posts' names (`eselon_law`), never stated by the
    article; None where the table of posts is not sure.
    """

    person: str
    to_post: str | None
    from_post: str | None
    to_eselon: str | None = None
    from_eselon: str | None = None
    direction: Direction | None = None

    def as_dict(self) -> dict[str, str | None]:
        """Return the move as a JSON object, with `eselon_source` telling that its levels are inferred."""
        return {
            "person": self.person,
            "to_post": self.to_post,
            "from_post": self.from_post,
            "to_eselon": self.to_eselon,
            "from_eselon": self.from_eselon,
            "eselon_source": "inferred" if self.to_eselon or self.from_eselon else None,
            "direction": self.direction,
        }


@dataclass(frozen=True, slots=True)
class Event:
    """What one article tells of one ceremony, decree, assessment or selection.

    `evidence` maps a field's name to the spans whose words carry its value, `title_evidence` to spans of the title
    where the title stands apart from the text; `rules` maps it to the name of the
    rule that produced it; `confidence` (0-1) is the chance that the five card fields (region, date, official,
    headcount, eselon) are all right; `wave` numbers the wave of a reshuffle (`gelombang kedua`); `actions` are the
    words of reshuffle used (lantik, rotasi, kukuh, ...).
    """

    kind: Kind
    status: Status
    region: str | None = None
    region_name: str | None = None
    date: str | None = None
    date_precision: DatePrecision | None = None
    official: Official | None = None
    headcount: Headcount | None = None
    groups: tuple[Group, ...] = ()
    eselon: tuple[str, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    wave: int | None = None
    actions: tuple[str, ...] = ()
    confidence: float = 0.0
    flags: tuple[str, ...] = ()
    evidence: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    title_evidence: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)

    @property
    def headcount_range(self) -> tuple[int, int | None] | None:
        """Return the least and the greatest head count meant, None where no count is told."""
        if self.headcount is None:
            return None
        if isinstance(self.headcount, int):
            return (self.headcount, self.headcount)
        return HEADCOUNT_RANGES[self.headcount]

    def as_dict(self) -> dict[str, Any]:
        """Return the event as the JSON object of the `extract` contract, keys in a fixed order."""
        official = self.official
        return {
            "kind": self.kind,
            "status": self.status,
            "region": self.region,
            "region_name": self.region_name,
            "date": self.date,
            "date_precision": self.date_precision,
            "official": official and {"name": official.name, "office": official.office, "acting": official.acting},
            "headcount": self.headcount,
            "headcount_range": self.headcount_range and list(self.headcount_range),
            "groups": [{"count": g.count, "label": g.label, "eselon": list(g.eselon)} for g in self.groups],
            "eselon": list(self.eselon),
            "appointments": [appointment.as_dict() for appointment in self.appointments],
            "wave": self.wave,
            "actions": list(self.actions),
            "confidence": self.confidence,
            "flags": list(self.flags),
            "evidence": {name: [list(span) for span in spans] for name, spans in self.evidence.items()},
            "title_evidence": {name: [list(span) for span in spans] for name, spans in self.title_evidence.items()},
            "rules": dict(self.rules),
        }
