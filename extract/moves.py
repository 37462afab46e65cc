"""Turns a named move into one of an event: its posts as that region's government calls them, with their levels."""

from __future__ import annotations

from extract.appointments import AppointmentMention
from extract.eselon_law import levels_of_move
from extract.events import Appointment
from extract.posts import drop_government
from extract.region_table import own_names
from extract.unnumbered import GIVES_WAY


def move_in(person: AppointmentMention, region: str | None) -> Appointment:
    """Return the move as one of an event of `region`, with levels.

    Its own government's name is dropped from the posts (see the annotation contract).
    """
    names = own_names(region) if region is not None else frozenset()
    to_post, from_post = (post and drop_government(post, names) for post in (person.to_post, person.from_post))
    removed = person.out and person.rule not in GIVES_WAY
    levels = levels_of_move(to_post, from_post, region, removed=removed)
    return Appointment(person.person, to_post, from_post, levels.to_eselon, levels.from_eselon, levels.direction)
