"""Gives an event of the store the values that were chosen for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.models import Appointment, EventEselon

if TYPE_CHECKING:
    from db.models import Event
    from db.overrides import Chosen

_CONFLICT = 0.75
"""What a contradiction between sources leaves of the trust in an event."""


def settle(event: Event, result: Chosen) -> None:
    """Give `event` its values, and how much it is worth a look: a person who looked at it leaves no doubt."""
    chosen = result.values
    event.kind = chosen.kind
    event.status = chosen.status
    event.region_code = chosen.region
    event.date = chosen.date
    event.date_precision = chosen.date_precision
    event.first_day, event.last_day = chosen.days or (None, None)
    event.first_published = chosen.first_published
    event.official_name, event.official_office, event.official_acting = chosen.official or (None, None, None)
    event.headcount = chosen.headcount
    event.headcount_word = chosen.headcount_word
    event.headcount_least, event.headcount_greatest = chosen.headcount_range or (None, None)
    event.wave = chosen.wave
    event.confidence = chosen.confidence
    event.flags = list(chosen.flags)
    event.conflicts = list(chosen.conflicts)
    event.corrected = list(result.corrected)
    event.review = result.review
    event.doubt = 0.0 if result.review else 1 - chosen.confidence * _CONFLICT ** len(chosen.conflicts)
    if [level.eselon for level in event.eselons] != sorted(chosen.eselon):
        kept = {level.eselon: level for level in event.eselons}
        event.eselons = [kept.get(level) or EventEselon(eselon=level) for level in sorted(chosen.eselon)]
    for place, (person, to_post, from_post) in enumerate(chosen.appointments):
        if place == len(event.appointments):
            event.appointments.append(Appointment(position=place))
        entry = event.appointments[place]
        entry.person, entry.to_post, entry.from_post = person, to_post, from_post
    del event.appointments[len(chosen.appointments) :]
