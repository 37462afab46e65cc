"""The reader on the first real articles that it was to get exactly right, where they lie beside the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutasi.evaluation.errors import error_lines
from mutasi.evaluation.floor import figures_of
from mutasi.evaluation.gold import load_gold
from mutasi.evaluation.scoring import compare, score
from mutasi.reader import reader

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"


def test_every_value_of_the_seed_articles_is_right() -> None:
    if not SEEDS.is_dir():
        pytest.skip(f"no seed articles at {SEEDS}")
    compared = compare([article for file in load_gold(SEEDS) for article in file.articles], reader().read)
    assert set(figures_of(score(compared)).values()) == {1.0}, "\n".join(error_lines(compared))
