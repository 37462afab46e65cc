"""The reader on the gold articles of `tests/gold`: no figure below the pinned floor."""

from __future__ import annotations

from pathlib import Path

import pytest

from mutasi.evaluation.errors import error_lines
from mutasi.evaluation.floor import Floor, figures_of, judge, load_floor
from mutasi.evaluation.gold import GoldFile, load_gold
from mutasi.evaluation.scoring import compare, score
from mutasi.reader import reader

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def files() -> list[GoldFile]:
    return load_gold(GOLD)


@pytest.fixture(scope="module")
def floor() -> Floor:
    pinned = load_floor(GOLD / "floor.json")
    assert pinned is not None
    return pinned


def test_no_figure_is_below_the_floor(files: list[GoldFile], floor: Floor) -> None:
    articles = [article for file in files if file.name in floor.gold for article in file.articles]
    compared = compare(articles, reader().read)
    below = judge(floor, figures_of(score(compared))).below
    assert below == (), "\n".join(
        ["`make eval` tells more; among the differences are:", *list(error_lines(compared))[:40]]
    )


def test_the_floor_stands_on_gold_files_that_are_there(files: list[GoldFile], floor: Floor) -> None:
    assert set(floor.gold) <= {file.name for file in files}
    assert len(floor.gold) >= 4


def test_gold_has_articles_of_every_kind_and_status_and_many_without_events(files: list[GoldFile]) -> None:
    articles = [article for file in files for article in file.articles]
    events = [event for article in articles for event in article.events]
    assert {event.kind for event in events} == {
        *("mutasi", "penunjukan", "uji_kompetensi", "seleksi_terbuka", "pemberhentian"),
    }
    assert {event.status for event in events} == {"realized", "planned", "cancelled"}
    assert sum(not article.events for article in articles) >= len(articles) // 8
