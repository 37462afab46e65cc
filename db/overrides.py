"""What corrections make of the values that were chosen for an event from its sources."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import select

from db.correction_models import Correction
from db.days import day_range, precision_of
from extract.events import HEADCOUNT_RANGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from sqlalchemy.orm import Session

    from db.consensus import Consensus

Review = Literal["confirmed", "rejected"]
_REVIEWS: dict[str, Review] = {"confirm": "confirmed", "reject": "rejected"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The values of an event, the names of those that somebody has set, and what was said of it as a whole."""

    values: Consensus
    corrected: tuple[str, ...] = ()
    review: Review | None = None


def standing_corrections(session: Session, events: Collection[str]) -> dict[str, list[Correction]]:
    """Return the corrections of each of the events that were not taken back, the oldest first."""
    found: dict[str, list[Correction]] = defaultdict(list)
    statement = select(Correction).where(Correction.event_id.in_(events), Correction.undone_at.is_(None))
    for correction in session.scalars(statement.order_by(Correction.id)):
        found[correction.event_id].append(correction)
    return dict(found)


def corrected(chosen: Consensus, corrections: Iterable[Correction]) -> Chosen:
    """Return the values with what `corrections` (oldest first) say of them: the newest word on each holds."""
    said: dict[str, Any] = {}
    review: Review | None = None
    for correction in corrections:
        if correction.action == "set" and correction.field is not None:
            said[correction.field] = correction.value
        review = _REVIEWS.get(correction.action, review)
    return Chosen(_with(chosen, said), tuple(sorted(said)), review)


def _with(chosen: Consensus, said: dict[str, Any]) -> Consensus:
    values: dict[str, Any] = {name: said[name] for name in ("kind", "status", "region") if name in said}
    if "date" in said:
        day = said["date"]
        values |= {"date": day, "date_precision": day and precision_of(day), "days": day and day_range(day)}
    if said.keys() & {"official", "office", "acting"}:
        name, office, acting = chosen.official or (None, None, None)
        name, office, acting = said.get("official", name), said.get("office", office), said.get("acting", acting)
        values["official"] = None if office is None else (name, office, acting)
    if "headcount" in said:
        count = said["headcount"]
        is_word = isinstance(count, str)
        values["headcount"] = None if is_word else count
        values["headcount_word"] = count if is_word else None
        values["headcount_range"] = None if count is None else HEADCOUNT_RANGES[count] if is_word else (count, count)
    if "eselon" in said:
        values["eselon"] = tuple(said["eselon"])
    if "appointments" in said:
        values["appointments"] = tuple(
            (one["person"], one["to_post"], one["from_post"]) for one in said["appointments"]
        )
    values["conflicts"] = tuple(name for name in chosen.conflicts if name not in said)
    return replace(chosen, **values)
