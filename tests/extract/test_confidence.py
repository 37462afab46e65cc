"""The chance that an event is right, from the confidences of its fields."""

from __future__ import annotations

from extract.confidence import calibrated


def test_it_rises_with_the_product_and_stays_between_nought_and_one() -> None:
    chances = [calibrated(step / 50) for step in range(51)]
    assert chances == sorted(chances)
    assert 0.0 < chances[0] < chances[-1] == 1.0


def test_a_product_of_fields_is_too_low_and_is_raised() -> None:
    assert calibrated(0.72) > 0.85
    assert calibrated(0.2) < 0.5
