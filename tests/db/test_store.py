from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import sleep
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import text

from db.articles import ArticleRecord, KeptRecord
from db.models import Article, ArticleVersion
from db.saving import portal_id_of, save_articles
from db.store import Store, StoreAddressError, StoreError, open_store

if TYPE_CHECKING:
    from pathlib import Path

JAKARTA = ZoneInfo("Asia/Jakarta")
MORNING = datetime(2026, 2, 6, 9, 30, tzinfo=JAKARTA)
RECORD = ArticleRecord(
    portal="kabarcontoh",
    url="https://kabarcontoh.example/2026/02/wali-kota-lantik-61-pejabat/",
    source_id="1201",
    title="Wali Kota Lantik 61 Pejabat",
    published=MORNING,
    modified=MORNING + timedelta(minutes=5),
    author="Redaksi",
    section="Pemerintahan",
    tags=("mutasi", "Kota Bekasi"),
    image_url="https://kabarcontoh.example/foto.jpg",
    text="Sebanyak 61 pejabat dilantik, Jumat (6/2/2026).",
    warc_records=(KeptRecord("mutasi-1.warc.gz", 253, 3127, "<urn:uuid:1>"),),
    fetched_at=MORNING + timedelta(hours=1),
)
SECOND = KeptRecord("mutasi-2.warc.gz", 0, 88, "<urn:uuid:2>")


def kept(version: Article | ArticleVersion) -> tuple[KeptRecord, ...]:
    return tuple(KeptRecord(**one) for one in version.warc_records or ())


def register(store: Store) -> None:
    store.register_portal("kabarcontoh", "https://kabarcontoh.example", ["32.75", "32.16"], "Asia/Jakarta", "wordpress")


def stored_articles(store: Store) -> list[Article]:
    with store.reading() as session:
        return list(session.query(Article).order_by(Article.url))


def test_an_article_comes_back_as_it_was_given(store: Store) -> None:
    register(store)
    assert store.save_article(RECORD) == "added"
    (article,) = stored_articles(store)
    assert article.url == RECORD.url
    assert article.title == RECORD.title
    assert article.text == RECORD.text
    assert article.warc_records == [{"file": "mutasi-1.warc.gz", "offset": 253, "length": 3127, "id": "<urn:uuid:1>"}]
    assert article.tags == ["mutasi", "Kota Bekasi"]
    assert article.published_at == MORNING
    assert article.published_at.utcoffset() == timedelta(0)
    assert article.fetched_at == RECORD.fetched_at


def test_a_second_crawl_adds_nothing_and_changes_nothing(store: Store) -> None:
    register(store)
    store.save_article(RECORD)
    later = replace(RECORD, fetched_at=RECORD.fetched_at + timedelta(days=1), warc_records=(SECOND,), tags=())
    assert store.save_article(later) == "unchanged"
    (article,) = stored_articles(store)
    assert article.fetched_at == RECORD.fetched_at
    assert kept(article) == RECORD.warc_records


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Sebanyak 62 pejabat dilantik, Jumat (6/2/2026)."},
        {"title": "Wali Kota Lantik 62 Pejabat"},
        {"published": MORNING + timedelta(days=1)},
    ],
)
def test_a_changed_article_replaces_the_old_version_and_is_to_be_read_again(
    store: Store, change: dict[str, object]
) -> None:
    register(store)
    store.save_article(RECORD)
    with store.writing() as session:
        session.query(Article).update({"extractor": "1"})
    assert store.save_article(replace(RECORD, **change)) == "changed"
    assert store.save_article(replace(RECORD, **change)) == "unchanged"
    (article,) = stored_articles(store)
    assert article.extractor is None
    assert (article.text, article.title, article.published_at) == (
        change.get("text", RECORD.text),
        change.get("title", RECORD.title),
        change.get("published", RECORD.published),
    )


def test_what_an_article_was_before_is_kept(store: Store) -> None:
    register(store)
    store.save_article(RECORD)
    hour = timedelta(hours=1)
    second = replace(
        RECORD, text="Sebanyak 62 pejabat dilantik.", warc_records=(SECOND,), fetched_at=RECORD.fetched_at + hour
    )
    third = replace(second, title="Wali Kota Lantik 63 Pejabat", fetched_at=RECORD.fetched_at + 2 * hour)
    assert [store.save_article(one) for one in (second, second, third)] == ["changed", "unchanged", "changed"]
    (article,) = stored_articles(store)
    with store.reading() as session:
        versions = session.query(ArticleVersion).order_by("replaced_at").all()
    assert [(one.title, one.text, kept(one)) for one in versions] == [
        (RECORD.title, RECORD.text, RECORD.warc_records),
        (RECORD.title, second.text, (SECOND,)),
    ]
    assert [(one.article_id, one.fetched_at, one.replaced_at) for one in versions] == [
        (article.id, RECORD.fetched_at, second.fetched_at),
        (article.id, second.fetched_at, third.fetched_at),
    ]
    assert (article.title, article.text, article.fetched_at) == (third.title, third.text, third.fetched_at)


def test_a_batch_that_has_an_address_twice_stores_both_in_turn(store: Store) -> None:
    register(store)
    other = replace(RECORD, url=f"{RECORD.url}2")
    changed = replace(RECORD, text="Teks yang diralat.")
    with store.writing() as session:
        saved = save_articles(session, portal_id_of(session, "kabarcontoh"), [RECORD, other, changed, RECORD])
    assert [one.change for one in saved] == ["added", "added", "changed", "changed"]
    assert len({one.id for one in saved}) == 2
    assert {article.text for article in stored_articles(store)} == {RECORD.text}


def test_a_later_fetch_that_finds_less_wipes_nothing_out(store: Store) -> None:
    register(store)
    store.save_article(RECORD)
    poorer = replace(RECORD, published=None, modified=None, author=None, section=None, tags=())
    assert store.save_article(poorer) == "unchanged"
    assert store.save_article(replace(poorer, text="Teks yang diralat.")) == "changed"
    (article,) = stored_articles(store)
    assert article.text == "Teks yang diralat."
    assert article.published_at == MORNING
    assert article.author == "Redaksi"
    assert article.tags == ["mutasi", "Kota Bekasi"]
    assert store.save_article(replace(poorer, text="Teks yang diralat.")) == "unchanged"
    assert store.save_article(replace(RECORD, text="Teks yang diralat.")) == "unchanged"


def test_characters_that_no_database_keeps_are_left_out(store: Store) -> None:
    register(store)
    assert store.save_article(replace(RECORD, text="Pelantikan\x00 \ud83d pejabat")) == "added"
    (article,) = stored_articles(store)
    assert article.text == "Pelantikan ? pejabat"


@pytest.mark.parametrize("field", ["published", "modified", "fetched_at"])
def test_a_time_without_a_zone_is_refused(field: str) -> None:
    with pytest.raises(ValueError, match=f"{field} of .* has no time zone"):
        replace(RECORD, **{field: datetime(2026, 2, 6)})  # noqa: DTZ001


def test_an_article_of_an_unknown_portal_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="portal 'kabarcontoh' is not registered"):
        store.save_article(RECORD)


def test_two_crawls_at_once_store_every_article_once(store_url: str) -> None:
    with open_store(store_url) as one, open_store(store_url) as other:
        register(one)
        records = [replace(RECORD, url=f"{RECORD.url}{number}") for number in range(40)]
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(lambda: [one.save_article(record) for record in records])
            second = pool.submit(lambda: [other.save_article(record) for record in reversed(records)])
        outcomes = first.result() + second.result()
        assert sorted(outcomes) == ["added"] * 40 + ["unchanged"] * 40
        assert len(stored_articles(one)) == 40


def test_registering_a_portal_again_brings_its_entry_up_to_date(store: Store) -> None:
    register(store)
    store.register_portal("kabarcontoh", "https://www.kabarcontoh.example", ["32.75"], "Asia/Jakarta", "rss")
    status = store.portal_status()
    assert list(status) == ["kabarcontoh"]
    assert status["kabarcontoh"].url == "https://www.kabarcontoh.example"
    assert status["kabarcontoh"].platform == "rss"


def test_a_portal_s_status_tells_its_last_crawl_and_its_last_success(store: Store) -> None:
    register(store)
    store.register_portal("diamcontoh", "https://diamcontoh.example", ["35"], "Asia/Jakarta", "wordpress")
    store.save_article(RECORD)
    hour = timedelta(hours=1)
    store.finish_crawl("kabarcontoh", MORNING, MORNING + hour, {"added": 1, "unchanged": 0}, "finished")
    store.finish_crawl("kabarcontoh", MORNING + 2 * hour, MORNING + 3 * hour, {"errors": 4}, "failed")
    status = store.portal_status()
    busy, silent = status["kabarcontoh"], status["diamcontoh"]
    assert (busy.articles, busy.last_outcome, busy.last_counts) == (1, "failed", {"errors": 4})
    assert busy.last_started == MORNING + 2 * hour
    assert busy.last_success == MORNING + hour
    assert busy.last_success.tzinfo is UTC
    assert (silent.articles, silent.last_started, silent.last_success) == (0, None, None)


def test_a_crawl_of_an_unknown_portal_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="'entah' is not registered"):
        store.finish_crawl("entah", MORNING, MORNING, {}, "finished")


def test_a_failed_transaction_leaves_nothing_behind(store: Store) -> None:
    register(store)

    def fail_half_way() -> None:
        with store.writing() as session:
            session.query(Article).delete()
            raise RuntimeError("stop")

    store.save_article(RECORD)
    with pytest.raises(RuntimeError, match="stop"):
        fail_half_way()
    assert len(stored_articles(store)) == 1


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mutasi.db", "'mutasi.db' is no database URL; write sqlite:///FILE or postgresql://HOST/DATABASE"),
        ("mysql://127.0.0.1/test", "no such kind of database as 'mysql'"),
        ("sqlite://mutasi.db", "write sqlite:///mutasi.db"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:////nowhere/at/all/mutasi.db", "there is no folder /nowhere/at/all"),
        ("sqlite:////tmp", "/tmp is a folder"),
        ("postgresql://127.0.0.1:port/test", "is no database URL"),
    ],
)
def test_a_url_that_names_no_store_is_told_in_one_line(url: str, message: str) -> None:
    with pytest.raises(StoreAddressError) as caught:
        open_store(url)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_server_that_does_not_answer_is_told_in_one_line_without_the_password() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://bupati:rahasia@127.0.0.1:9/test")
    assert str(caught.value).startswith("postgresql://bupati:***@127.0.0.1:9/test: ")
    assert "rahasia" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_database_is_told_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "catatan.db"
    path.write_text("bukan basis data " * 100)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(f"sqlite:///{path}")
    assert path.read_text() == "bukan basis data " * 100


def test_a_store_that_must_be_there_is_not_made(store_url: str) -> None:
    with pytest.raises(StoreAddressError, match="there is no store here; `mutasi crawl` makes one"):
        open_store(store_url, create=False)
    open_store(store_url).close()
    open_store(store_url, create=False).close()


def test_a_missing_file_is_not_made_by_asking_for_it(tmp_path: Path) -> None:
    path = tmp_path / "mutasi.db"
    with pytest.raises(StoreAddressError):
        open_store(f"sqlite:///{path}", create=False)
    assert not path.exists()


def test_a_read_only_store_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store.db"
    with open_store(f"sqlite:///{path}") as store:
        register(store)
        with store.writing() as session:
            session.execute(text("PRAGMA query_only = ON"))
        with pytest.raises(StoreError, match="attempt to write a readonly database"):
            store.save_article(RECORD)
    assert stat.S_ISREG(path.stat().st_mode)


def test_a_full_disk_is_told_in_one_line_and_the_store_stays_whole(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        register(store)
        store.save_article(RECORD)
        with store.writing() as session:
            pages = session.scalar(text("PRAGMA page_count"))
            session.execute(text(f"PRAGMA max_page_count = {pages}"))
        big = replace(RECORD, url=f"{RECORD.url}2", text="pejabat " * 20_000)
        with pytest.raises(StoreError, match="database or disk is full"):
            store.save_article(big)
        with store.reading() as session:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
        assert len(stored_articles(store)) == 1


def test_a_dropped_connection_is_told_in_one_line_and_the_next_one_is_new(store: Store) -> None:
    if not store.name.startswith("postgresql"):
        pytest.skip("a file has no connection to drop")
    register(store)

    def lose_connection() -> None:
        with store.writing() as session:
            session.query(Article).delete()
            session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    store.save_article(RECORD)
    with pytest.raises(StoreError) as caught:
        lose_connection()
    assert "\n" not in str(caught.value)
    assert len(stored_articles(store)) == 1


def test_a_writer_waits_for_another(store_url: str) -> None:
    with open_store(store_url) as one, open_store(store_url) as other, ThreadPoolExecutor(1) as pool:
        register(one)
        with one.writing() as session:
            session.query(Article).delete()
            waiting = pool.submit(other.save_article, RECORD)
            sleep(0.3)
        assert waiting.result(timeout=10) == "added"


def test_a_reader_does_not_wait_for_a_writer(store_url: str) -> None:
    with open_store(store_url) as one, open_store(store_url) as other:
        register(one)
        with one.writing() as session:
            session.query(Article).delete()
            assert list(other.portal_status()) == ["kabarcontoh"]
