"""`mutasi replay` and `mutasi evidence` as their user runs them, on what `mutasi crawl` kept of the demo's portals."""

from __future__ import annotations

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest
from as_user import Ran, mutasi

from mutasi.demo.outlets import demo_outlets
from mutasi.demo.server import demo_portals


class Crawl(NamedTuple):
    folder: Path
    registry: Path
    ran: Ran

    def articles(self, store: str) -> list[tuple[object, ...]]:
        """Return the articles of a store as bytes, without the ids of their rows."""
        with sqlite3.connect(self.folder / store) as database:
            names = [row[1] for row in database.execute("PRAGMA table_info(article)")]
            columns = ", ".join(f"article.{name}" for name in names if name not in ("id", "portal_id"))
            found = f"SELECT portal.name, {columns} FROM article JOIN portal ON portal.id = portal_id"
            return list(database.execute(f"{found} ORDER BY article.url"))


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """The demo's portals crawled, and their servers gone."""
    folder = tmp_path_factory.mktemp("replay")
    with demo_portals(folder) as registry:
        ran = mutasi("crawl", "--portals", str(registry), folder=folder)
    assert ran.status == 0, ran.err
    return Crawl(folder, registry, ran)


def test_the_evidence_of_a_crawl_is_beside_its_store(crawl: Crawl) -> None:
    (file,) = (crawl.folder / "mutasi.warc").iterdir()
    assert file.name.endswith(".warc.gz")


def test_into_an_empty_store_come_the_same_articles_and_the_same_events(crawl: Crawl) -> None:
    arguments = ("replay", "mutasi.warc", "--portals", str(crawl.registry), "--db", "sqlite:///ulang.db")
    ran = mutasi(*arguments, folder=crawl.folder)
    count = sum(len(outlet.posts) for outlet in demo_outlets())
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"1 berkas (files): {count} baru (added), 0 berubah (changed), 0 tetap (unchanged)\n")
    assert crawl.articles("ulang.db") == crawl.articles("mutasi.db")
    assert ran.out.splitlines()[-1] == crawl.ran.out.splitlines()[-1]


def test_into_its_own_store_nothing_new_comes(crawl: Crawl) -> None:
    ran = mutasi("replay", "--portals", str(crawl.registry), folder=crawl.folder)
    assert ran.status == 0, ran.err
    assert " 0 baru (added), 0 berubah (changed), " in ran.out
    assert "0 artikel dibaca (articles read)" in ran.out


def test_one_portal_alone_can_be_replayed(crawl: Crawl) -> None:
    home = demo_outlets()[0]
    arguments = ("--portal", home.id, "--portals", str(crawl.registry), "--db", "sqlite:///satu.db")
    ran = mutasi("replay", "mutasi.warc", *arguments, folder=crawl.folder)
    assert ran.status == 0, ran.err
    assert ran.out.startswith(f"1 berkas (files): {len(home.posts)} baru (added)")
    assert re.search(r"\d+ dari portal lain \(of other portals\)", ran.out)


def test_a_page_that_is_not_there_any_more_is_shown(crawl: Crawl) -> None:
    url, title = crawl.articles("mutasi.db")[0][1], crawl.articles("mutasi.db")[0][3]
    listed = mutasi("evidence", str(url), folder=crawl.folder)
    assert listed.status == 0, listed.err
    assert "mutasi.warc/mutasi-" in listed.out
    written = mutasi("evidence", str(url), "-o", "halaman.html", folder=crawl.folder)
    assert (written.status, written.out, written.err) == (0, "", "")
    assert str(title).split()[0] in (crawl.folder / "halaman.html").read_text(encoding="utf-8")
    printed = mutasi("evidence", str(url), "-o", "-", folder=crawl.folder)
    assert printed.out == (crawl.folder / "halaman.html").read_text(encoding="utf-8")


def test_a_title_in_brackets_is_shown_as_it_is(crawl: Crawl) -> None:
    url = crawl.articles("mutasi.db")[0][1]
    copied = crawl.folder / "kurung.db"
    shutil.copy(crawl.folder / "mutasi.db", copied)
    with closing(sqlite3.connect(copied)) as connection, connection:
        connection.execute("UPDATE article SET title = '[foto] Rotasi [/red]' WHERE url = ?", (url,))
    listed = mutasi("evidence", str(url), "--db", "sqlite:///kurung.db", folder=crawl.folder)
    assert listed.status == 0, listed.err
    assert "[foto] Rotasi [/red]" in listed.out


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["replay", "tidak-ada.warc.gz"], 2, "mutasi: tidak-ada.warc.gz: no such file or folder"),
        (["replay", "kosong"], 2, "mutasi: kosong: no WARC file (.warc, .warc.gz) in this folder\n"),
        (["replay", "--db", "sqlite:///baru.db"], 2, "mutasi: baru.warc: no such file or folder"),
        (["replay", "--portal", "tidak-ada"], 2, "mutasi: no portal tidak-ada in the registry"),
        (["replay", "rusak.warc.gz"], 1, "mutasi: rusak.warc.gz: no WARC file\n"),
        (["evidence", "https://tidak.test/ada/"], 2, "mutasi: there is no article https://tidak.test/ada/ in "),
        (["evidence", "URL", "--version", "2"], 2, " has 1 versions, no number 2\n"),
        (["evidence", "URL", "--page", "3", "-o", "-"], 2, " pages in this version, no number 3\n"),
        (["evidence", "URL", "-o", "-", "--evidence", "kosong"], 1, ".warc.gz: the file is not there; name the folder"),
        (["evidence", "URL", "-o", "tidak/ada.html"], 1, "mutasi: cannot write tidak/ada.html: No such file"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(crawl: Crawl, arguments: list[str], status: int, message: str) -> None:
    (crawl.folder / "kosong").mkdir(exist_ok=True)
    (crawl.folder / "rusak.warc.gz").write_bytes(b"<html>")
    url = str(crawl.articles("mutasi.db")[0][1])
    ran = mutasi(*[url if word == "URL" else word for word in arguments], folder=crawl.folder)
    assert ran.status == status
    assert message in ran.err
    assert not (crawl.folder / "baru.db").exists()


def test_a_crawl_whose_evidence_cannot_be_kept_ends_and_leaves_the_store_alone(crawl: Crawl, tmp_path: Path) -> None:
    shutil.copy(crawl.folder / "mutasi.db", tmp_path)
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    ran = mutasi("crawl", "--portals", str(crawl.registry), "--evidence", "berkas/bukti", folder=tmp_path)
    assert ran.status == 1
    assert ran.err == "mutasi: evidence cannot be written to berkas/bukti: Not a directory\n"
    with sqlite3.connect(tmp_path / "mutasi.db") as database:
        counts = database.execute("SELECT count(*) FROM crawl").fetchone()
    with sqlite3.connect(crawl.folder / "mutasi.db") as database:
        assert database.execute("SELECT count(*) FROM crawl").fetchone() == counts
