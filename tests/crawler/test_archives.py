"""Archives from elsewhere: of many sites' pages those of registered portals that tell of officials."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from archive import Capture, page, write_archive

from crawler.evidence.reading import answer_of, read_kept
from crawler.evidence.writer import EvidenceWriter
from crawler.registry import Portal
from crawler.replay.run import Replay, ReplayOutcome
from db.articles import ArticleRecord, KeptRecord
from db.models import Article, ArticleVersion
from db.store import Store, open_store

HOME = "https://kabarserang.test"
TEXT = "SERANG – Bupati Serang melantik 12 pejabat di pendopo.\n\nMereka mengisi jabatan yang lowong."
PORTALS = [
    Portal(id="kabarserang.test", name="Kabar", url=f"{HOME}/", platform="sitemap", regions=("36.04",)),
    Portal(
        id="suarapoli.test",
        name="Suara",
        url="http://www.suarapoli.test/",
        platform="listing",
        regions=("76.02",),
        timezone="Asia/Makassar",
        article=r"/read/\d+",
    ),
]


def chunked(body: bytes) -> bytes:
    half = len(body) // 2
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:half], body[half:], b""))


ARTICLE = Capture(f"{HOME}/2024/05/bupati-serang-lantik-12-pejabat/", page("Bupati Serang Lantik 12 Pejabat", TEXT))
ARTICLES = [
    ARTICLE,
    Capture(
        "http://www.kabarserang.test/amp/2024/05/sekda-baru-kota-cilegon-dilantik/?utm_source=x",
        gzip.compress(page("Sekda Baru Dilantik", TEXT.replace("12", "13"))),
        headers=(("Content-Encoding", "gzip"),),
    ),
    Capture(
        f"{HOME}/2024/05/camat-anyer-dan-cinangka-dirotasi/",
        chunked(page("Dua Camat Dirotasi", TEXT.replace("12", "14"))),
        headers=(("Transfer-Encoding", "chunked"),),
    ),
    Capture(
        f"{HOME}/2024/05/mutasi-pejabat-eselon-dua-banten/",
        page("Mutasi Pejabat Banten", TEXT.replace("12", "15")),
        headers=(("Content-Encoding", "gzip"),),  # unpacked by the archive, headers as they came
    ),
    Capture("https://m.suarapoli.test/read/4711", page("Bupati Polman Lantik Kadis", TEXT.replace("12", "16"))),
]
OTHERS = {
    "elsewhere": [
        Capture("https://lain.test/2024/05/bupati-lantik-12-pejabat/", ARTICLE.body),
        Capture("https://kabarserang.test.jahat.example/2024/05/bupati-lantik-12-pejabat/", ARTICLE.body),
        Capture("https://kabarserang.test:8443/2024/05/bupati-serang-lantik-12-pejabat/", ARTICLE.body),
        Capture("dns:kabarserang.test", b""),
    ],
    "other": [
        Capture(f"{HOME}/", page("Kabar Serang", "Bupati melantik pejabat.")),
        Capture(f"{HOME}/tag/mutasi-pejabat-kabupaten-serang/", page("Mutasi Pejabat", TEXT)),
        Capture(f"{HOME}/2024/05/bupati-lantik-pejabat-eselon.jpg", b"\xff\xd8", type="image/jpeg"),
        Capture(f"{HOME}/2024/05/bupati-lantik-pejabat-eselon-empat/", ARTICLE.body, type="application/pdf"),
        Capture(f"{HOME}/2024/05/bupati-lantik-pejabat-eselon-tiga/", ARTICLE.body, status="404 Not Found"),
        Capture(f"{HOME}/2024/05/bupati-serang-lantik-12-pejabat/?page=2", ARTICLE.body),
        Capture("https://suarapoli.test/bupati-lantik-pejabat-eselon-dua/", ARTICLE.body),
    ],
    "irrelevant": [
        Capture(f"{HOME}/2024/05/harga-cabai-rawit-di-pasar-naik/", page("Harga Cabai Naik", "Cabai di pasar naik.")),
    ],
    "refused": [
        Capture(
            f"{HOME}/2024/05/bupati-serang-lantik-kepala-dinas/", page("Halaman tidak ditemukan", "Maaf, pejabat.")
        ),
        Capture(f"{HOME}/2024/05/gubernur-lantik-bupati-pandeglang/", b"<html><title>Pejabat</title></html>"),
    ],
}


def replay(folder: Path, store: Store, *files: Path, **options: Any) -> ReplayOutcome:
    writer = EvidenceWriter(folder / "bukti.warc", "redaksi@kabar.test")
    try:
        return Replay(store, PORTALS, writer, **options).run(files)
    finally:
        writer.close()


def stored(store: Store) -> dict[str, Article]:
    with store.reading() as session:
        return {article.url: article for article in session.query(Article)}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    captures = [*ARTICLES, *(one for others in OTHERS.values() for one in others)]
    return write_archive(tmp_path / "CC-NEWS-20240601-00001.warc.gz", sorted(captures, key=lambda one: one.url))


def test_articles_of_registered_portals_are_kept_and_all_else_is_counted(
    tmp_path: Path, archive: Path, store_url: str
) -> None:
    with open_store(store_url) as store:
        outcome = replay(tmp_path, store, archive)
        articles = stored(store)
    assert outcome.errors == []
    assert outcome.articles == {"added": len(ARTICLES)}
    assert outcome.passed_over == {why: len(captures) for why, captures in OTHERS.items()}
    assert {url: article.text for url, article in articles.items()} == {
        ARTICLE.url: TEXT,
        f"{HOME}/2024/05/sekda-baru-kota-cilegon-dilantik/": TEXT.replace("12", "13"),
        f"{HOME}/2024/05/camat-anyer-dan-cinangka-dirotasi/": TEXT.replace("12", "14"),
        f"{HOME}/2024/05/mutasi-pejabat-eselon-dua-banten/": TEXT.replace("12", "15"),
        "http://www.suarapoli.test/read/4711": TEXT.replace("12", "16"),
    }
    assert {article.fetched_at for article in articles.values()} == {datetime(2024, 6, 1, 3, 4, 5, tzinfo=UTC)}


def test_any_subject_is_taken_where_that_is_wanted(tmp_path: Path, archive: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        outcome = replay(tmp_path, store, archive, take_all=True)
    assert outcome.articles == {"added": len(ARTICLES) + 1}
    assert outcome.passed_over["irrelevant"] == 0


def test_what_an_archive_brings_can_be_shown_and_replayed_without_it(tmp_path: Path, archive: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        replay(tmp_path, store, archive)
        archive.unlink()
        (file,) = (tmp_path / "bukti.warc").iterdir()
        before = stored(store)
        (place,) = before[ARTICLE.url].warc_records or ()
        record = read_kept(tmp_path / "bukti.warc", KeptRecord(**place))
        assert answer_of(record).body == ARTICLE.body
        assert record.headers["WARC-Date"] == ARTICLE.date
    with open_store(f"sqlite:///{tmp_path / 'baru.db'}") as store:
        outcome = replay(tmp_path, store, file)
        assert outcome.articles == {"added": len(ARTICLES)}
        after = stored(store)
    columns = [column.key for column in Article.__table__.columns if column.key not in ("id", "portal_id", "raw")]
    for url, article in before.items():
        assert [getattr(article, name) for name in columns] == [getattr(after[url], name) for name in columns]


def test_an_archive_read_twice_adds_and_keeps_nothing(tmp_path: Path, archive: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        replay(tmp_path, store, archive)
        size = sum(file.stat().st_size for file in (tmp_path / "bukti.warc").iterdir())
        outcome = replay(tmp_path, store, archive)
        assert outcome.articles == {"unchanged": len(ARTICLES)}
    assert sum(file.stat().st_size for file in (tmp_path / "bukti.warc").iterdir()) == size


def test_what_an_archive_has_from_before_a_crawl_is_an_earlier_version(tmp_path: Path, archive: Path) -> None:
    now = ArticleRecord(
        portal=PORTALS[0].id,
        url=ARTICLE.url,
        title="Bupati Serang Lantik 11 Pejabat",
        text="Ralat: 11 pejabat dilantik.",
        fetched_at=datetime(2026, 2, 6, tzinfo=UTC),
    )
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        store.register_portal(PORTALS[0].id, PORTALS[0].url, ["36.04"], "Asia/Jakarta", "sitemap")
        store.save_article(now)
        replay(tmp_path, store, archive)
        assert stored(store)[ARTICLE.url].text == now.text
        with store.reading() as session:
            (version,) = session.query(ArticleVersion)
        assert (version.text, version.replaced_at) == (TEXT, now.fetched_at)


@pytest.mark.parametrize("name", ["lain.warc", "lain.warc.gz"])
def test_archives_packed_and_not_of_either_version_are_read(tmp_path: Path, name: str) -> None:
    archive = write_archive(tmp_path / name, [ARTICLE], version="WARC/1.1")
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        assert replay(tmp_path, store, archive).articles == {"added": 1}


def test_a_damaged_archive_is_read_as_far_as_it_goes_and_the_next_one_whole(tmp_path: Path, archive: Path) -> None:
    other = replace(
        ARTICLE, url=f"{HOME}/2024/06/bupati-serang-lantik-40-kepala-desa/", body=page("Lantik", TEXT + ".")
    )
    whole = write_archive(tmp_path / "utuh.warc.gz", [other])
    archive.write_bytes(archive.read_bytes()[:-200])
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        outcome = replay(tmp_path, store, archive, whole)
        assert other.url in stored(store)
    (told,) = outcome.errors
    assert told.startswith(f"{archive}: cut off in the record at byte ")
    assert outcome.articles["added"] >= len(ARTICLES)


@pytest.mark.parametrize(
    ("changes", "added"),
    [
        ({"WARC-Date": "2024-06-01"}, 1),
        ({"WARC-Date": "kemarin"}, 0),
        ({"WARC-Date": None}, 0),
        ({"WARC-Record-ID": None}, 1),
        ({"WARC-Target-URI": f"<{ARTICLE.url}>"}, 1),
        ({"WARC-Target-URI": "http://[::1/bupati-lantik-pejabat-baru"}, 0),
        ({"WARC-Target-URI": None}, 0),
    ],
)
def test_records_with_odd_headers_do_no_harm(tmp_path: Path, changes: dict[str, str | None], added: int) -> None:
    block = b"HTTP/1.1 200 OK\r\nX-Nama: \xe9\r\nContent-Type: text/html\r\n\r\n" + ARTICLE.body
    headers = {
        "WARC-Type": "response",
        "WARC-Record-ID": "<urn:uuid:1>",
        "WARC-Date": ARTICLE.date,
        "WARC-Target-URI": ARTICLE.url,
        "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)),
        **changes,
    }
    told = "".join(f"{name}: {value}\r\n" for name, value in headers.items() if value is not None)
    archive = tmp_path / "aneh.warc"
    archive.write_bytes(b"WARC/1.0\r\n" + told.encode() + b"\r\n" + block + b"\r\n\r\n")
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        outcome = replay(tmp_path, store, archive)
        assert (outcome.articles["added"], outcome.errors) == (added, [])
        for article in stored(store).values():
            (place,) = article.warc_records or ()
            assert answer_of(read_kept(tmp_path / "bukti.warc", KeptRecord(**place))).body == ARTICLE.body


def test_a_page_that_unpacks_without_end_is_passed_over(tmp_path: Path) -> None:
    bomb = replace(ARTICLE, body=gzip.compress(b" " * 50_000_000), headers=(("Content-Encoding", "gzip"),))
    archive = write_archive(tmp_path / "bom.warc.gz", [bomb])
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        outcome = replay(tmp_path, store, archive)
    assert (outcome.errors, outcome.passed_over) == ([], {"other": 1})
