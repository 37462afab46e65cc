"""Tells whether an event took place, is planned or was called off, from what its sentences and its day say."""

from __future__ import annotations

import re

from extract.claims import STAGED
from extract.drafts import Draft, Told
from extract.events import Status
from extract.reading import Reading

_TAKES_PART = re.compile(r"\b(?:ikut|ikuti|mengikuti|menjalani|jalani|diikuti|mendaftar\w*|pendaftar)\b", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:membuka|dibuka)(?:nya)?\b", re.IGNORECASE)


def choose_status(reading: Reading, draft: Draft, told: Status | None, day: str | None) -> tuple[Status, str]:
    """Return the status told, else `planned` for a day after publication, else `realized`, and the rule's name.

    `told` is what the sentences of the draft say, `day` its ISO date. A step of a selection or assessment that began
    before publication is under way, whatever was scheduled of it; so is a move that a claim with a day told as done.
    """
    staged = draft.kind in STAGED
    if told == "planned" and staged and any(_opens(reading, t) for t in draft.told):
        told = None
    published = reading.article.published
    today = published.isoformat()[: len(day)] if published is not None and day is not None else None
    past = day is not None and today is not None and day < today
    settled = any(t.claim.status is None and t.day is not None for t in draft.told)
    if told == "planned" and past and (staged or settled):
        return "realized", "plan_whose_day_has_passed"
    ahead = day is not None and today is not None and day > today
    under_way = staged and any(_takes_part(reading, t) for t in draft.told)
    if told != "cancelled" and under_way and not (told == "planned" and (day is None or ahead)):
        return "realized", "step_under_way"
    if told is not None:
        return told, "told"
    return ("planned", "day_after_publication") if ahead else ("realized", "told_as_done")


def _takes_part(reading: Reading, told: Told) -> bool:
    """Tell whether the sentence tells of people who go through the selection or assessment, so that it is under way."""
    direct = told.claim.status is None and told.claim.direct and told.claim.strong and bool(told.numbers)
    return direct and _TAKES_PART.search(reading.text, told.claim.start, told.claim.end) is not None


def _opens(reading: Reading, told: Told) -> bool:
    """Tell whether the sentence tells of an opening that took place (`ketika membuka job fit, Senin (15/9)`)."""
    done = told.claim.status is None and told.day is not None
    return done and _OPENS.search(reading.text, told.claim.start, told.claim.end) is not None
