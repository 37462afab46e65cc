"""How linking is measured: B³ worked out by hand, and a cluster of our own."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from extract.article import Article
from extract.events import Event
from mutasi.errors import UsageFailure
from mutasi.evaluation.clusters import ClusteredArticle, Telling, b_cubed, load_clusters
from mutasi.linking_evaluation import measure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def test_b_cubed_of_one_item_gone_astray() -> None:
    score = b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "y", 3: "y"})
    assert (score.precision, score.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_b_cubed_of_a_perfect_clustering() -> None:
    assert b_cubed({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"}).f1 == 1.0


def told(number: int, published: str, *tellings: Telling) -> ClusteredArticle:
    article = Article(f"c-{number}", "Teks.", f"Judul {number}", date.fromisoformat(published))
    return ClusteredArticle(article, tellings)


def mutasi(day: str | None, headcount: int, status: str = "realized", region: str = "32.75") -> Event:
    return Event(
        "mutasi",
        status,  # type: ignore[arg-type]
        region=region,
        date=day,
        date_precision="day" if day else None,
        headcount=headcount,
    )


def test_a_cluster_that_is_linked_as_its_labels_say() -> None:
    plan = Telling(mutasi(None, 40, "planned"), "plan", None)
    oath, again = (Telling(mutasi(day, 40), "oath", "plan") for day in ("2026-02-20", None))
    other = Telling(mutasi("2026-02-20", 40, region="32.16"), "other", None)
    articles = [told(1, "2026-02-10", plan), told(2, "2026-02-20", oath, other), told(3, "2026-02-21", again)]
    score = measure(articles, gold_of(articles))
    assert (score.tellings, score.found, score.clusters.f1, score.follows.f1, score.across) == (4, 4, 1.0, 1.0, 0)


def test_what_belongs_together_and_is_not_linked_costs_recall() -> None:
    articles = [
        told(1, "2026-02-20", Telling(mutasi("2026-02-20", 40), "oath", None)),
        told(2, "2026-02-21", Telling(mutasi("2026-02-20", 90), "oath", None)),
    ]
    score = measure(articles, gold_of(articles))
    assert score.clusters == (1.0, 0.5)


def gold_of(articles: Sequence[ClusteredArticle]):  # type: ignore[no-untyped-def]
    by_id = {one.article.id: [telling.event for telling in one.tellings] for one in articles}
    return lambda article: by_id[article.id]


def test_a_file_without_labels_is_refused(tmp_path: Path) -> None:
    (tmp_path / "satu.articles.jsonl").write_text('{"id": "a", "text": "Teks."}\n', encoding="utf-8")
    record = {"id": "a", "events": [{"kind": "mutasi", "status": "realized"}]}
    (tmp_path / "satu.gold.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    with pytest.raises(UsageFailure, match=r"satu\.gold\.jsonl, line 1: not a line of labelled events: 'event'"):
        load_clusters(tmp_path)
