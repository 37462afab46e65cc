"""`mutasi crawl` as its user runs it: exit status, closing lines, errors."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from as_user import Ran, mutasi

from crawler.registry import load_registry
from db.portal_frontier import PortalFrontier
from db.store import open_store
from mutasi.cli import main
from mutasi.demo.outlets import demo_outlets
from mutasi.demo.server import demo_portals

NOBODY = """
[hilang]
name = "Kabar Hilang"
url = "http://kabar-hilang.invalid/"
platform = "wordpress"
regions = ["36.04"]

[tutup]
name = "Kabar Tutup"
url = "http://127.0.0.1:9/"
platform = "wordpress"
regions = ["36.04"]
loopback = true
delay = 0
"""


class Crawl(NamedTuple):
    folder: Path
    newest: Ran
    whole: Ran


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawl]:
    """The demo's portals crawled: one of a region with a limit, then all, with two that nobody answers for."""
    folder = tmp_path_factory.mktemp("crawl")
    with demo_portals(folder) as registry:
        home = next(iter(load_registry(registry).values()))
        chosen = ("--region", home.home_region, "--limit", "3")
        newest = mutasi("crawl", home.id, *chosen, "--portals", str(registry), folder=folder)
        both = folder / "portals.toml"
        both.write_text(registry.read_text(encoding="utf-8") + NOBODY, encoding="utf-8")
        yield Crawl(folder, newest, mutasi("crawl", "--portals", str(both), folder=folder))


def closing_lines(ran: Ran) -> dict[str, list[int]]:
    """Return the counts of each portal's closing line: added, changed, unchanged, failed."""
    lines = re.findall(r"^([a-z]+): (\d+) baru.*, (\d+) berubah.*, (\d+) tetap.*, (\d+) gagal", ran.out, re.MULTILINE)
    return {portal: [int(count) for count in counts] for portal, *counts in lines}


def test_limit_takes_the_newest_of_one_portal(crawl: Crawl) -> None:
    home = demo_outlets()[0]
    assert crawl.newest.status == 0, crawl.newest.err
    assert closing_lines(crawl.newest) == {home.id: [3, 0, 0, 0]}


def test_what_is_known_is_counted_as_unchanged(crawl: Crawl) -> None:
    home = demo_outlets()[0]
    assert closing_lines(crawl.whole)[home.id] == [len(home.posts) - 3, 0, 3, 0]


def test_one_closed_portal_does_not_stop_the_others(crawl: Crawl) -> None:
    lines = closing_lines(crawl.whole)
    assert {name for name, counts in lines.items() if sum(counts)} == {outlet.id for outlet in demo_outlets()}
    assert sum(sum(counts) for counts in lines.values()) == sum(len(outlet.posts) for outlet in demo_outlets())
    assert lines["hilang"] == lines["tutup"] == [0, 0, 0, 0]


def test_failed_portals_are_named_with_their_cause(crawl: Crawl) -> None:
    assert crawl.whole.status == 1
    assert crawl.whole.err == (
        "mutasi: hilang: kabar-hilang.invalid does not resolve; is the portal's url right?; "
        "tutup: 127.0.0.1:9 refuses the connection\n"
    )


def test_what_arrived_is_read_all_the_same(crawl: Crawl) -> None:
    assert re.search(r"^\d+ artikel dibaca \(articles read\), \d+ peristiwa baru", crawl.whole.out, re.MULTILINE)
    with open_store(f"sqlite:///{crawl.folder / 'mutasi.db'}") as store:
        status = store.portal_status()
    assert sum(one.articles for one in status.values()) == sum(len(outlet.posts) for outlet in demo_outlets())
    assert status["tutup"].last_outcome == "127.0.0.1:9 refuses the connection"


def test_a_portal_that_rests_is_left_in_peace_and_is_no_failure(tmp_path: Path) -> None:
    registry = tmp_path / "portals.toml"
    registry.write_text(NOBODY[NOBODY.index("[tutup]") :], encoding="utf-8")
    with open_store(f"sqlite:///{tmp_path / 'mutasi.db'}") as store:
        store.register_portal("tutup", "http://127.0.0.1:9/", ["36.04"], "Asia/Jakarta", "wordpress")
        PortalFrontier(store, "tutup").note_crawl(failed=True, rest=lambda failures: timedelta(hours=failures))
    ran = mutasi("crawl", "--portals", str(registry), folder=tmp_path)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("tutup: diistirahatkan sampai (left in peace until) ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["crawl", "tidak-ada"], "mutasi: no portal tidak-ada in the registry; it has "),
        (["crawl", "--portals", "nix.toml"], "mutasi: nix.toml: no such file or folder\n"),
        (["crawl", "--portals", "salah.toml"], "mutasi: salah.toml: kabar: platfrom: unknown key; allowed are "),
        (["crawl", "--region", "99"], "mutasi: no portal in the registry for the region 99; "),
        (["crawl", "--since", "2024-05-02", "--until", "2024-05-01"], "mutasi: --since 2024-05-02 is after --until "),
        (["crawl", "--db", "oracle://x"], "mutasi: oracle://x: no such kind of database"),
        (["crawl", "--db", "sqlite:///tidak/ada.db"], "mutasi: sqlite:///tidak/ada.db: there is no folder tidak"),
        (["crawl", "--limit", "0"], "Invalid value for '--limit'"),
        (["crawl", "--since", "kemarin"], "Invalid value for '--since'"),
        (["portals", "--portals", "salah.toml"], "mutasi: salah.toml: kabar: platfrom: unknown key"),
    ],
)
def test_wrong_use_is_told_and_makes_no_store(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MUTASI_DB", raising=False)
    monkeypatch.setattr(sys, "argv", ["mutasi", *arguments])
    Path("salah.toml").write_text(
        '[kabar]\nname = "Kabar"\nurl = "https://kabar.test/"\nplatform = "wordpress"\nplatfrom = ""\nregions = ["36"]',
        encoding="utf-8",
    )
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr()
    assert ended.value.code == 2
    assert message in told.err
    assert told.out == ""
    assert not Path("mutasi.db").exists()
