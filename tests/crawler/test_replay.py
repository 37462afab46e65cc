"""What crawls kept, replayed without the network: the same rows, whatever the store."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from crawling import Workshop
from fake_portals import API, NewsSite, rest
from fake_wordpress import Answer, Site, feed, html, running
from platform_sites import by_atom, by_index, by_pages, one_sitemap, split
from sqlalchemy import inspect, select

from crawler.evidence.writer import EvidenceWriter
from crawler.registry import Portal, load_registry
from crawler.replay.run import Replay, ReplayOutcome
from db.models import Article, ArticleVersion, FrontierUrl
from db.models import Portal as StoredPortal
from db.store import Store, open_store

NAMES = ("peta", "terpisah", "api", "atom", "daftar", "umpan", "batas", "tipu")
_LEFT_OUT = {"id", "portal_id", "article_id"}


def plain_rest(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == API else None


def parts_of_a_feed(site: Site, path: str, query: dict[str, str]) -> Answer | None:
    """Post 2 has two parts; of the others, every part is the first."""
    if path != "/feed/":
        return None
    answer = feed(site, query, size=10)
    if query.get("page") == "2" and answer is not None:
        status, headers, body = answer
        return status, headers, body.replace(b"Bupati Serang melantik 2 pejabat", b"Bagian kedua dari kabar 2")
    return None if "page" in query and query["page"] != "2" else answer


def soft_404s(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Articles 1 to 4 answer with one and the same text, article 5 leads to the home page, article 6 is one."""
    number = site.number_of(path)
    if number is not None and number < 5:
        body = '<h1>Kabar</h1><article><div class="entry-content"><p>Segera hadir di sini.</p></div></article>'
        return html(f"<html><head><title>Kabar</title></head><body>{body}</body></html>")
    if number == 5:
        return html("", 302, Location=f"{site.url}/")
    if path == "/":
        return html("<html><body><article><h1>Beranda</h1><p>Kabar hari ini dari Serang.</p></article></body></html>")
    return one_sitemap(site, path, query)


@dataclass
class Crawled:
    """Sites that were crawled twice, changed in between, and the store and evidence of that."""

    workshop: Workshop
    portals: list[Portal]

    @property
    def folder(self) -> Path:
        return self.workshop.folder / "store.warc"

    @property
    def files(self) -> list[Path]:
        return sorted(self.folder.iterdir())


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    workshop = Workshop(tmp_path_factory.mktemp("replay"))
    sites: list[Any] = [
        NewsSite("peta", by_index, platform="sitemap", posts=6, other=frozenset({6})),
        NewsSite("terpisah", split, platform="sitemap", posts=4),
        NewsSite("api", plain_rest, posts=5),
        NewsSite("atom", by_atom, platform="feed", posts=4, keys='feed = "HOME/atom.xml"'),
        NewsSite("daftar", by_pages, platform="listing", posts=8, keys='listings = ["HOME/daerah/"]'),
        Site("umpan", parts_of_a_feed, platform="feed", posts=3),
        NewsSite("tipu", soft_404s, platform="sitemap", posts=6),
    ]
    few = NewsSite("batas", plain_rest, posts=9)
    with running([*sites, few]):
        workshop.crawl([few], limit=4)
        workshop.crawl(sites)
        sites[0].edited, sites[0].gone = {2: 1}, {3}
        sites[2].edited, sites[2].posts = {1: 1}, 6
        workshop.crawl(sites, again=True)
        sites[0].gone = set()
        sites[0].edited = {2: 2}
        workshop.crawl(sites, again=True)
        workshop.command([*sites, few])  # the registry of all
        portals = list(load_registry(workshop.folder / "portals.toml").values())
    return Crawled(workshop, portals)


def rows(store: Store, model: Any) -> list[dict[str, Any]]:
    """Return the rows of articles or versions without their ids, with their portal's name and article's address."""
    columns = [column.key for column in inspect(model).columns if column.key not in _LEFT_OUT]
    with store.reading() as session:
        wanted = select(StoredPortal.name, Article.url, *(getattr(model, name) for name in columns))
        wanted = wanted.join(StoredPortal, StoredPortal.id == Article.portal_id).select_from(Article)
        if model is ArticleVersion:
            wanted = wanted.join(ArticleVersion, ArticleVersion.article_id == Article.id)
        found = [tuple(row) for row in session.execute(wanted)]
    return sorted((dict(zip(("portal", "of", *columns), row, strict=True)) for row in found), key=lambda row: str(row))


def replay(crawled: Crawled, store: Store, files: list[Path] | None = None, **options: Any) -> ReplayOutcome:
    writer = EvidenceWriter(crawled.workshop.folder / "lain.warc", "redaksi@kabar.test")
    return Replay(store, options.pop("portals", crawled.portals), writer, **options).run(files or crawled.files)


def test_an_empty_store_gets_the_same_rows_back(crawled: Crawled, store_url: str) -> None:
    with open_store(crawled.workshop.url) as before, open_store(store_url) as after:
        outcome = replay(crawled, after)
        assert outcome.errors == []
        for model in (Article, ArticleVersion):
            assert rows(after, model) == rows(before, model)
        articles, versions = rows(after, Article), rows(after, ArticleVersion)
    counts = {name: sum(row["portal"] == name for row in articles) for name in NAMES}
    assert counts == {"peta": 5, "terpisah": 4, "api": 6, "atom": 4, "daftar": 8, "umpan": 3, "batas": 4, "tipu": 3}
    assert {row["portal"] for row in versions} == {"peta", "api"}
    assert outcome.refused > 0


def test_a_page_that_was_gone_for_a_time_and_one_that_came_in_parts_are_as_they_were(
    crawled: Crawled, tmp_path: Path
) -> None:
    with open_store(f"sqlite:///{tmp_path / 'baru.db'}") as store:
        replay(crawled, store, crawled.files[:3])
        gone = [row["url"] for row in rows(store, Article) if row["gone_at"]]
        assert [url.rpartition("-lantik-")[2] for url in gone] == ["3-pejabat/"]
        replay(crawled, store)
        assert not any(row["gone_at"] for row in rows(store, Article))
        (parted,) = [row for row in rows(store, Article) if "Bagian kedua dari kabar 2" in row["text"]]
        assert len(parted["warc_records"]) == 2


def test_the_store_of_the_crawl_is_left_as_it_is(crawled: Crawled, tmp_path: Path) -> None:
    shutil.copy(crawled.workshop.store, tmp_path / "store.db")
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        before = [rows(store, model) for model in (Article, ArticleVersion)]
        outcome = replay(crawled, store)
        assert set(outcome.articles) == {"unchanged"}
        assert [rows(store, model) for model in (Article, ArticleVersion)] == before


def test_a_better_reading_takes_the_place_of_the_first_in_every_version(crawled: Crawled, tmp_path: Path) -> None:
    shutil.copy(crawled.workshop.store, tmp_path / "store.db")
    better = [
        portal.model_copy(
            update={"selectors": Portal.model_validate({**portal.model_dump(), "selectors": [PARAGRAPHS]}).selectors}
        )
        for portal in crawled.portals
        if portal.id == "peta"
    ]
    with open_store(f"sqlite:///{tmp_path / 'store.db'}") as store:
        with store.writing() as session:
            session.query(Article).update({"extractor": "1"})
        versions = len(rows(store, ArticleVersion))
        outcome = replay(crawled, store, portals=better)
        assert outcome.articles["changed"] > 0
        assert outcome.unregistered > 0
        of_portal = [row for row in rows(store, Article) if row["portal"] == "peta"]
        assert all(row["extractor"] is None and "\n" not in row["text"] for row in of_portal)
        assert all("\n" not in row["text"] for row in rows(store, ArticleVersion) if row["portal"] == "peta")
        assert len(rows(store, ArticleVersion)) == versions
        assert {row["extractor"] for row in rows(store, Article) if row["portal"] != "peta"} == {"1"}


PARAGRAPHS = {"since": "2020-01-01", "text": "div.entry-content > p:first-child"}


def test_a_crawl_after_a_replay_asks_for_no_page_that_it_brought(crawled: Crawled, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'baru.db'}") as store:
        replay(crawled, store)
        with store.reading() as session:
            states = {row.url: row.state for row in session.query(FrontierUrl)}
            articles = {row.url for row in session.query(Article)}
    assert articles <= set(states)
    assert set(states.values()) == {"fetched"}


def test_files_that_are_cut_off_damaged_or_none_are_told_and_the_others_read(crawled: Crawled, tmp_path: Path) -> None:
    folder = tmp_path / "rusak.warc"
    shutil.copytree(crawled.folder, folder)
    files = sorted(folder.iterdir())
    whole = files[-1].read_bytes()
    files[-1].write_bytes(whole[:-30])
    (folder / "x.warc.gz").write_bytes(b"<html>bukan warc</html>")
    (folder / "y.warc").write_bytes(b"")
    with open_store(f"sqlite:///{tmp_path / 'baru.db'}") as store:
        outcome = replay(crawled, store, [*files, folder / "x.warc.gz", folder / "y.warc"])
        stored = crawled.workshop.rows("SELECT url FROM article")
        assert {row["url"] for row in rows(store, Article)} == {row["url"] for row in stored}
    told = sorted(outcome.errors)
    assert len(told) == 3
    assert any("cut off in the record at byte" in one and files[-1].name in one for one in told)
    assert any(one.endswith("x.warc.gz: no WARC file") for one in told)
    assert any(one.endswith("y.warc: empty") for one in told)


def test_answers_that_are_not_there_any_more_are_told(crawled: Crawled, tmp_path: Path) -> None:
    alone = tmp_path / "lain.warc.gz"
    shutil.copy(crawled.files[0], alone)
    with open_store(f"sqlite:///{tmp_path / 'baru.db'}") as store:
        outcome = replay(crawled, store, [alone])
    assert outcome.articles.total() == 0
    assert all(f"{crawled.files[0].name}: the file is not there" in one for one in outcome.errors)
    assert outcome.errors
