"""What a portal's own past lets one expect: how often it publishes, and how unlikely what is seen now would be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from statistics import fmean, median, variance
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

WEEK = timedelta(weeks=1)
YEAR = timedelta(days=365.25)
_WEEKS_TO_TELL_SPREAD = 4


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a portal publishes, from `first` to `newest`.

    `articles` were published in that time, `weekly` counts those of each week before `newest`, the latest first.
    `usual_gap` is the longest pause between two of them but one: what a holiday or one breakdown made longer still is
    no habit. `spread` is how much more uneven the weeks are than chance alone makes them (1: not at all).
    """

    first: datetime
    newest: datetime
    articles: int
    weekly: tuple[int, ...]
    usual_gap: timedelta
    spread: float

    @property
    def a_week(self) -> float:
        """Articles in a week as most weeks are: the median; the mean where that is less than one."""
        usual = float(median(self.weekly)) if self.weekly else 0.0
        return usual if usual >= 1 else self.articles / (self.span / WEEK)

    @property
    def span(self) -> timedelta:
        """How long the portal has been seen publishing."""
        return self.newest - self.first

    @property
    def a_year(self) -> float:
        """Articles in a year."""
        return self.articles / (self.span / YEAR)

    def chance_of_silence(self, silence: timedelta) -> float:
        """Return how likely nothing at all is for so long after an article, if the portal goes on as it did.

        Articles come at a rate that is itself only known from those that came (the predictive distribution of a
        Poisson process with Jeffreys' prior on its rate), their number being divided by `spread`.
        """
        came = (self.articles - 0.5) / self.spread  # the intervals between them, and a half
        return math.exp(-came * math.log1p(max(silence, timedelta()) / self.span))


def rhythm_of(moments: Sequence[datetime]) -> Rhythm | None:
    """Return the rhythm of articles published at these moments; None where they are of one moment or none."""
    moments = sorted(moments)
    if len(moments) < 2 or moments[0] == moments[-1]:
        return None
    first, newest = moments[0], moments[-1]
    weekly = [0] * ((newest - first) // WEEK)
    for moment in moments:
        week = (newest - moment) // WEEK
        if week < len(weekly):
            weekly[week] += 1
    gaps = sorted(later - earlier for earlier, later in pairwise(moments))
    usual_gap = gaps[-2] if len(gaps) > 1 else gaps[-1]
    return Rhythm(first, newest, len(moments), tuple(weekly), usual_gap, _spread(weekly))


def _spread(weekly: Sequence[int]) -> float:
    if len(weekly) < _WEEKS_TO_TELL_SPREAD or not any(weekly):
        return 1.0
    return max(1.0, variance(weekly) / fmean(weekly))


def chance_of_so_few(found: int, of: int, usual: int, of_usually: int) -> float:
    """Return how likely at most `found` of `of` are, where it was `usual` of `of_usually` before.

    The tail of the binomial distribution, with the share as Jeffreys' prior estimates it: a share that was never
    missed before is not taken for a law. 1 where nothing is known of before.
    """
    if not of or not of_usually:
        return 1.0
    share = (usual + 0.5) / (of_usually + 1)
    return min(1.0, math.fsum(_binomial(count, of, share) for count in range(found + 1)))


def _binomial(count: int, of: int, share: float) -> float:
    ways = math.lgamma(of + 1) - math.lgamma(count + 1) - math.lgamma(of - count + 1)
    return math.exp(ways + count * math.log(share) + (of - count) * math.log1p(-share))
