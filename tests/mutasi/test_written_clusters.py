"""Linking held against our written clusters, and against the order in which their articles come."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from mutasi.evaluation.clusters import ClusteredArticle, load_clusters
from mutasi.linking_evaluation import measure

FOLDER = Path(__file__).parents[1] / "clusters"
LEAST_B_CUBED, LEAST_FOLLOWS = 0.98, 0.95


@pytest.fixture(scope="module")
def articles() -> list[ClusteredArticle]:
    return load_clusters(FOLDER)


def test_there_are_clusters_enough(articles: list[ClusteredArticle]) -> None:
    labels = {telling.label.split("-")[0] for one in articles for telling in one.tellings}
    assert len(labels) >= 60


@pytest.mark.parametrize("seed", [None, 1, 2])
def test_what_outlets_tell_of_one_event_is_linked(articles: list[ClusteredArticle], seed: int | None) -> None:
    told = {one.article.id: tuple(telling.event for telling in one.tellings) for one in articles}
    if seed is not None:
        articles = random.Random(seed).sample(articles, len(articles))
    score = measure(articles, lambda article: told[article.id])
    assert score.found == score.tellings
    assert score.clusters.f1 >= LEAST_B_CUBED
    assert score.follows.f1 >= LEAST_FOLLOWS
    assert score.across == 0
