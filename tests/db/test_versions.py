"""Versions of an article that are learnt of in any order: a crawl's, an archive's, the same answer read otherwise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from db.articles import ArticleRecord, KeptRecord
from db.models import Article, ArticleVersion

if TYPE_CHECKING:
    from db.store import Store

NOON = datetime(2026, 2, 6, 5, tzinfo=UTC)
HOUR = timedelta(hours=1)


def fetched(hour: int, text: str) -> ArticleRecord:
    """Return the article as it was fetched so many hours after noon."""
    return ArticleRecord(
        portal="kabarcontoh",
        url="https://kabarcontoh.example/2026/02/lantik/",
        title="Bupati Lantik Pejabat",
        text=text,
        warc_records=(KeptRecord("mutasi-1.warc.gz", 1_000 * hour, 900, f"<urn:uuid:{hour}>"),),
        fetched_at=NOON + hour * HOUR,
    )


def history(store: Store) -> list[tuple[int, str, int | None, int]]:
    """Return of each version, the present one last: when fetched, its text, when replaced, where it is kept."""
    with store.reading() as session:
        versions = list(session.query(ArticleVersion).order_by(ArticleVersion.fetched_at))
        (article,) = session.query(Article)
    return [
        (
            (one.fetched_at - NOON) // HOUR,
            one.text,
            (one.replaced_at - NOON) // HOUR if isinstance(one, ArticleVersion) else None,
            (one.warc_records or [])[0]["offset"] // 1_000,
        )
        for one in (*versions, article)
    ]


@pytest.fixture
def kept(store: Store) -> Store:
    store.register_portal("kabarcontoh", "https://kabarcontoh.example", ["32.75"], "Asia/Jakarta", "sitemap")
    return store


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_versions_stand_in_the_order_of_time_however_they_come(kept: Store, order: tuple[int, ...]) -> None:
    answers = [fetched(1, "Satu."), fetched(2, "Dua."), fetched(3, "Tiga.")]
    for number in order:
        kept.save_article(answers[number])
    assert history(kept) == [(1, "Satu.", 2, 1), (2, "Dua.", 3, 2), (3, "Tiga.", None, 3)]
    assert [kept.save_article(one) for one in answers] == ["unchanged"] * 3


def test_an_earlier_answer_that_says_what_a_version_says_adds_none(kept: Store) -> None:
    for answer in (fetched(1, "Satu."), fetched(4, "Dua.")):
        kept.save_article(answer)
    assert kept.save_article(fetched(2, "Satu.")) == "unchanged"
    assert kept.save_article(fetched(3, "Dua.")) == "unchanged"
    assert len(history(kept)) == 2


def test_another_reading_of_an_answer_takes_the_place_of_the_first_and_is_to_be_read_again(kept: Store) -> None:
    for answer in (fetched(1, "Satu."), fetched(2, "Dua.")):
        kept.save_article(answer)
    with kept.writing() as session:
        session.query(Article).update({"extractor": "1"})
    assert kept.save_article(fetched(1, "Satu lagi.")) == "changed"
    with kept.reading() as session:
        assert session.query(Article).one().extractor == "1", "an earlier version is not what is read"
    assert kept.save_article(fetched(2, "Dua lagi.")) == "changed"
    assert history(kept) == [(1, "Satu lagi.", 2, 1), (2, "Dua lagi.", None, 2)]
    with kept.reading() as session:
        assert session.query(Article).one().extractor is None


def test_an_article_from_before_answers_were_kept_keeps_its_source_and_gets_a_place(kept: Store) -> None:
    kept.save_article(fetched(1, "Satu."))
    with kept.writing() as session:
        session.query(Article).update({"raw": "<p>Satu.</p>", "warc_records": None})
    assert kept.save_article(fetched(2, "Satu.")) == "unchanged"
    assert history(kept) == [(1, "Satu.", None, 2)]
    kept.save_article(fetched(3, "Tiga."))
    with kept.reading() as session:
        assert [one.raw for one in session.query(ArticleVersion)] == ["<p>Satu.</p>"]
        assert session.query(Article).one().raw is None, "the source of another text"
