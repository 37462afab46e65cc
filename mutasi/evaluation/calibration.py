"""Whether confidence means what it says: of the events given 0.9, nine in ten should be right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mutasi.evaluation.pairing import same_card

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mutasi.evaluation.scoring import Comparison

_DECILES = 10


@dataclass(frozen=True, slots=True)
class Decile:
    """The events whose confidence is from `least` up to a tenth more: how many, their mean, the share that is right."""

    least: float
    events: int
    mean: float
    right: float


def calibration(comparisons: Sequence[Comparison]) -> list[Decile]:
    """Return the deciles of confidence that have events, from the greatest down.

    An event is right where it is paired with a gold event and all five fields of the record agree.
    """
    judged: list[list[tuple[float, bool]]] = [[] for _ in range(_DECILES)]
    for one in comparisons:
        right = [read for gold, read in one.pairs if same_card(gold, read)]
        for event in one.read:
            decile = min(int(event.confidence * _DECILES), _DECILES - 1)
            judged[decile].append((event.confidence, any(event is other for other in right)))
    return [
        Decile(
            least=number / _DECILES,
            events=len(members),
            mean=sum(confidence for confidence, _ in members) / len(members),
            right=sum(right for _, right in members) / len(members),
        )
        for number, members in reversed(list(enumerate(judged)))
        if members
    ]


def calibration_error(deciles: Sequence[Decile]) -> float:
    """Return the expected calibration error: how far confidence and share lie apart, weighed by events (0-1)."""
    events = sum(decile.events for decile in deciles)
    return sum(decile.events * abs(decile.mean - decile.right) for decile in deciles) / events if events else 0.0
