"""Turns the product of the confidences of an event's fields into the chance that all five are right."""

from __future__ import annotations

from itertools import pairwise

_KNOTS = ((0.0, 0.45), (0.25, 0.5), (0.5, 0.54), (0.58, 0.71), (0.62, 0.83), (0.68, 0.88), (0.75, 0.95), (1.0, 1.0))
"""(product, share of events whose five card fields were all right), rising, fitted by hand on 627 events: a third of
the gold, set aside from the writing of rules, and retold articles that some rules were written on. `make eval` prints
how the chances hold on the gold articles."""


def calibrated(product: float) -> float:
    """Return the chance (0-1) that region, date, official, head count and eselon are all right.

    `product` (0-1) treats the fields as independent, and so comes out too low; between two measured points the chance
    is read off the line that joins them.
    """
    for (low, share), (high, next_share) in pairwise(_KNOTS):
        if product <= high:
            return round(share + (next_share - share) * (product - low) / (high - low), 3)
    return 1.0
