"""`mutasi probe` as its user runs it: from an address to stored events, and what cannot be crawled."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from fake_wordpress import Site, running
from stranger_sites import OutletSite, by_days_only, by_links_only, by_rss_only, by_sitemap_only, only

from crawler.registry import Portal, load_registry
from db.queries import find_events
from db.store import open_store
from mutasi.cli import main
from mutasi.demo.outlets import demo_outlets
from mutasi.demo.server import OutletServer

MUTASI = Path(sys.executable).with_name("mutasi")


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def mutasi(*arguments: str, folder: Path) -> Ran:
    environment = {name: value for name, value in os.environ.items() if name not in ("MUTASI_DB", "MUTASI_PORTALS")}
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        [str(MUTASI), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


class Stranger(NamedTuple):
    """What a stranger did: probed an address with --write, and crawled what the last line of that named."""

    folder: Path
    url: str
    probe: Ran
    crawl: Ran

    @property
    def portal(self) -> Portal:
        (portal,) = load_registry(self.folder / "portals.toml").values()
        return portal


WAYS = {
    "wordpress": None,
    "feed": by_rss_only,
    "sitemap": by_sitemap_only,
    "listing": by_links_only,
    "archive": by_days_only,
}


@pytest.fixture(scope="module")
def strangers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Stranger]]:
    """A stranger's path at a site of each kind; no file is edited by hand."""
    folder = tmp_path_factory.mktemp("strangers")
    wordpress = OutletServer(demo_outlets()[0], 0)
    thread = threading.Thread(target=wordpress.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    newest = max(post.published for post in demo_outlets()[0].posts)
    yesterday = datetime.now(UTC) - newest - timedelta(days=1)  # an archive's first crawl goes back a month only
    sites: list[Site] = [
        OutletSite(name, answer, later=yesterday)
        for name, answer in WAYS.items()
        if answer  # type: ignore[arg-type]
    ]
    with running(sites):
        addresses = {"wordpress": f"{wordpress.site.home}/"} | {site.name: site.url for site in sites}

        def walk(name: str) -> Stranger:
            own = folder / name
            probe = mutasi("probe", addresses[name], "--write", folder=own)
            following = re.search(r"^Selanjutnya \(next\): mutasi (crawl \S+)$", probe.err, re.MULTILINE)
            crawl = mutasi(*following[1].split(), folder=own) if following else Ran(-1, "", "no next command")
            return Stranger(own, addresses[name], probe, crawl)

        with ThreadPoolExecutor(2) as pool:
            yield dict(zip(WAYS, pool.map(walk, WAYS), strict=True))
    wordpress.shutdown()
    thread.join()
    wordpress.server_close()


@pytest.mark.parametrize("name", WAYS)
def test_from_an_address_to_stored_events(strangers: dict[str, Stranger], name: str) -> None:
    stranger = strangers[name]
    assert (stranger.probe.status, stranger.crawl.status) == (0, 0), stranger.probe.err + stranger.crawl.err
    with open_store(f"sqlite:///{stranger.folder / 'mutasi.db'}") as store:
        events = list(find_events(store))
        (status,) = store.portal_status().values()
    assert status.articles >= (3 if name == "archive" else 8)
    assert {"33.76"} <= {event.region for event in events}
    assert "44" in {str(event.headcount) for event in events}


@pytest.mark.parametrize("name", WAYS)
def test_the_entry_is_that_of_the_site(strangers: dict[str, Stranger], name: str) -> None:
    portal = strangers[name].portal
    assert (portal.platform, portal.name, portal.loopback) == (name, "Suluh Pantura", True)
    assert portal.home_region[:2] == "33"
    assert portal.guessed[0] == "regions"
    assert re.fullmatch(r"probed \d{4}-\d\d-\d\d", portal.evidence[0])


def test_only_what_is_not_where_it_usually_is_stands_in_the_entry(strangers: dict[str, Stranger]) -> None:
    keys = {
        name: stranger.portal.model_dump(
            include={"feed", "sitemap", "listings", "archive", "article"}, exclude_defaults=True
        )
        for name, stranger in strangers.items()
    }
    homes = {name: stranger.url.rstrip("/") for name, stranger in strangers.items()}
    assert keys["wordpress"] == {}
    assert keys["feed"] == {"feed": f"{homes['feed']}/umpan.xml"}
    assert keys["sitemap"].keys() == {"article"}
    assert keys["listing"] == {"listings": (f"{homes['listing']}/indeks", f"{homes['listing']}/cari?q=mutasi")}
    assert keys["archive"] == {"archive": f"{homes['archive']}/arsip-berita?tgl={{year}}-{{month}}-{{day}}"}


def test_the_article_pattern_parts_articles_from_other_pages(strangers: dict[str, Stranger]) -> None:
    pattern = strangers["sitemap"].portal.article_pattern
    home = strangers["sitemap"].url
    assert pattern is not None
    assert pattern.search(f"{home}/baca/2231/selepas-jumatan-44-pejabat-pemkot-tegal-bertukar-kursi")
    assert not pattern.search(f"{home}/kanal/daerah")
    assert not pattern.search(f"{home}/tag/mutasi-rotasi-dan-promosi")


def test_printed_entry_is_what_is_written(strangers: dict[str, Stranger]) -> None:
    for stranger in strangers.values():
        written = (stranger.folder / "portals.toml").read_text(encoding="utf-8")
        entry = written[written.index("[") :]
        assert stranger.probe.out.endswith(f"\n\n{entry}")


def test_findings_are_told_line_by_line(strangers: dict[str, Stranger]) -> None:
    out = strangers["wordpress"].probe.out
    assert re.search(r"^CMS: WordPress – generator WordPress", out, re.MULTILINE)
    assert re.search(
        r"^REST API: terbuka \(open\), 11 artikel \(articles\), 10 dari \(of\) 10 utuh \(whole\)", out, re.MULTILINE
    )
    assert re.search(r"^Contoh \(sample\): '.+', 20\d\d-\d\d-\d\dT\d\d:\d\d\+07:00, \d{3,} huruf", out, re.MULTILINE)
    assert re.search(
        r"^Tag: 5 artikel \(articles\), 5 soal pejabat \(about officials\) – \S+/tag/mutasi$", out, re.MULTILINE
    )
    requests = re.search(r"^(\d+) permintaan \(requests\)", out, re.MULTILINE)
    assert requests is not None
    assert int(requests[1]) <= 15


def test_a_registered_site_is_told_and_replaced_on_demand_only(strangers: dict[str, Stranger]) -> None:
    stranger = strangers["feed"]
    registry = stranger.folder / "portals.toml"
    with running([OutletSite("feed", by_rss_only, outlet=demo_outlets()[0])]) as (site,):
        registry.write_text(
            "# punya kami\n" + registry.read_text(encoding="utf-8").replace(stranger.url, site.url), encoding="utf-8"
        )
        before = registry.read_text(encoding="utf-8")
        again = mutasi("probe", site.url, "--write", folder=stranger.folder)
        same = mutasi("probe", site.url, "--write", "--replace", folder=stranger.folder)
        assert (again.status, same.status) == (2, 2)
        assert "sudah terdaftar (registered already) as 127.0.0.1:" in again.err
        assert "sudah terdaftar persis begini" in same.err
        assert registry.read_text(encoding="utf-8") == before
        other = mutasi("probe", site.url, "--write", "--replace", "--region", "33.76", folder=stranger.folder)
        assert other.status == 0, other.err
    (portal,) = load_registry(registry).values()
    assert (portal.regions, portal.guessed) == (("33.76",), ())
    assert registry.read_text(encoding="utf-8").startswith("# punya kami\n")


def test_a_site_that_cannot_be_crawled_says_why_in_one_line(tmp_path: Path) -> None:
    with running([Site("dilarang", only("<p>Kabar</p>"), robots="User-agent: *\nDisallow: /\n")]) as (site,):
        ran = mutasi("probe", site.url, "--write", "--region", "32", folder=tmp_path)
    why = f"dilarang oleh robots.txt (robots.txt bars us): robots.txt disallows {site.url}/"
    assert ran.status == 1
    assert ran.err == f"mutasi: {site.url}: tidak dapat dirayapi (cannot be crawled): {why}\n"
    assert ran.out.startswith(f"Situs (site): {site.url}/\n")
    assert not (tmp_path / "portals.toml").exists()


def test_facts_are_given_to_programs(tmp_path: Path) -> None:
    with running([OutletSite("peta", by_sitemap_only)]) as (site,):
        ran = mutasi("probe", site.url, "--json", "--region", "33.76", folder=tmp_path)
    facts = json.loads(ran.out)
    assert ran.status == 0
    assert facts["entry"]["platform"] == "sitemap"
    assert facts["findings"]["sitemaps"][-1]["articles"] == 11
    assert [sample["problem"] for sample in facts["findings"]["samples"]] == ["", "", ""]
    assert not (tmp_path / "portals.toml").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["probe", "kabar"], "'kabar' is no web address; expected a host like kabar.example"),
        (["probe", "ftp://kabar.example/"], "is no web address; expected https://HOST/"),
        (["probe", "http://10.0.0.7/"], "10.0.0.7 is not on the public internet"),
        (["probe", "http://kabar.example/", "--region", "99"], "--region 99: no Kemendagri code of a province"),
        (["probe", "http://kabar.example/", "--portals", "nix.toml"], "nix.toml: no such file or folder"),
        (["probe", "radarbekasi.id", "--write"], "sudah terdaftar (registered already) as radarbekasi.id"),
    ],
)
def test_wrong_use_is_told_before_anything_is_asked(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MUTASI_PORTALS", raising=False)
    monkeypatch.setattr(sys, "argv", ["mutasi", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert message in told.err
    assert list(tmp_path.iterdir()) == []
