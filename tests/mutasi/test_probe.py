"""`mutasi probe` as its user runs it: from an address to stored events, and what cannot be crawled."""

from __future__ import annotations

import json
import re
import sys
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from as_user import Ran, mutasi
from fake_wordpress import Answer, Site, running
from stranger_sites import OutletSite, by_days_only, by_links_only, by_rss_only, by_sitemap_only, only

from crawler.probing.homes import portal_id
from crawler.registry import Portal, load_registry
from db.queries import find_events
from db.store import open_store
from mutasi.cli import main
from mutasi.demo.outlets import demo_outlets
from mutasi.demo.server import OutletServer

WAYS: dict[str, Callable[[OutletSite, str, dict[str, str]], Answer | None]] = {
    "feed": by_rss_only,
    "sitemap": by_sitemap_only,
    "listing": by_links_only,
    "archive": by_days_only,
}
NAMES = ("wordpress", *WAYS)


class Stranger(NamedTuple):
    """What a stranger did in an empty folder: probed some addresses with --write, and crawled what that named."""

    folder: Path
    urls: dict[str, str]
    probes: dict[str, Ran]
    crawl: Ran

    @property
    def portals(self) -> dict[str, Portal]:
        """The entries of the stranger's own registry, by the way in which their sites publish."""
        registry = load_registry(self.folder / "portals.toml")
        return {name: registry[portal_id(url)] for name, url in self.urls.items()}


@pytest.fixture(scope="module")
def stranger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stranger]:
    """A stranger's path at a site of each kind; no file is edited by hand."""
    folder = tmp_path_factory.mktemp("stranger")
    wordpress = OutletServer(demo_outlets()[0], 0)
    thread = threading.Thread(target=wordpress.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    newest = max(post.published for post in demo_outlets()[0].posts)
    yesterday = datetime.now(UTC) - newest - timedelta(days=1)  # an archive's first crawl goes back a month only
    sites: list[Site] = [OutletSite(name, answer, later=yesterday) for name, answer in WAYS.items()]  # type: ignore[arg-type]
    with running(sites):
        urls = {"wordpress": f"{wordpress.site.home}/"} | {site.name: f"{site.url}/" for site in sites}
        probes = {name: mutasi("probe", url, "--write", folder=folder) for name, url in urls.items()}
        told = "".join(probe.err for probe in probes.values())
        following = re.findall(r"^Selanjutnya \(next\): mutasi crawl (\S+)$", told, re.MULTILINE)
        crawl = mutasi("crawl", *following, folder=folder)
        yield Stranger(folder, urls, probes, crawl)
    wordpress.shutdown()
    thread.join()
    wordpress.server_close()


@pytest.mark.parametrize("name", NAMES)
def test_from_an_address_to_stored_events(stranger: Stranger, name: str) -> None:
    assert stranger.probes[name].status == 0, stranger.probes[name].err
    assert stranger.crawl.status == 0, stranger.crawl.err
    with open_store(f"sqlite:///{stranger.folder / 'mutasi.db'}") as store:
        own = [
            event
            for event in find_events(store)
            if any(source.url.startswith(stranger.urls[name]) for source in event.sources)
        ]
        status = store.portal_status()[portal_id(stranger.urls[name])]
    assert status.articles >= (3 if name == "archive" else 11)
    assert {"33.76"} <= {event.region for event in own}
    assert "44" in {str(event.headcount) for event in own}


@pytest.mark.parametrize("name", NAMES)
def test_the_entry_is_that_of_the_site(stranger: Stranger, name: str) -> None:
    portal = stranger.portals[name]
    assert (portal.platform, portal.name, portal.loopback) == (name, "Suluh Pantura", True)
    assert portal.home_region[:2] == "33"
    assert portal.guessed[0] == "regions"
    assert re.fullmatch(r"probed \d{4}-\d\d-\d\d", portal.evidence[0])


def test_only_what_is_not_where_it_usually_is_stands_in_the_entry(stranger: Stranger) -> None:
    named = {"feed", "sitemap", "listings", "archive", "article"}
    keys = {name: portal.model_dump(include=named, exclude_defaults=True) for name, portal in stranger.portals.items()}
    homes = stranger.urls
    assert keys["wordpress"] == {}
    assert keys["feed"] == {"feed": f"{homes['feed']}umpan.xml"}
    assert keys["sitemap"].keys() == {"article"}
    assert keys["listing"] == {"listings": (f"{homes['listing']}indeks", f"{homes['listing']}cari?q=mutasi")}
    assert keys["archive"] == {
        "archive": f"{homes['archive']}arsip-berita?tgl={{year}}-{{month}}-{{day}}&page={{page}}"
    }


def test_the_article_pattern_parts_articles_from_other_pages(stranger: Stranger) -> None:
    pattern, home = stranger.portals["sitemap"].article_pattern, stranger.urls["sitemap"]
    assert pattern is not None
    assert pattern.search(f"{home}baca/2231/selepas-jumatan-44-pejabat-pemkot-tegal-bertukar-kursi")
    assert not pattern.search(f"{home}kanal/daerah")
    assert not pattern.search(f"{home}tag/mutasi-rotasi-dan-promosi")


def test_what_is_printed_is_what_is_written_one_entry_behind_the_other(stranger: Stranger) -> None:
    entries = [probe.out[probe.out.index("\n\n[") + 2 :] for probe in stranger.probes.values()]
    written = (stranger.folder / "portals.toml").read_text(encoding="utf-8")
    assert written.endswith("\n".join(entries))


def test_findings_are_told_line_by_line(stranger: Stranger) -> None:
    out = stranger.probes["wordpress"].out
    for line in (
        r"CMS: WordPress – generator WordPress",
        r"REST API: terbuka \(open\), 11 artikel \(articles\), 10 dari \(of\) 10 utuh \(whole\)",
        r"robots\.txt: melarang \(disallows\) \S+/\?s=mutasi$",
        r"Tag: 5 artikel \(articles\), 5 soal pejabat \(about officials\) – \S+/tag/mutasi$",
        r"Contoh \(sample\): '.+', 20\d\d-\d\d-\d\dT\d\d:\d\d\+07:00, \d{3,} huruf",
        r"Wilayah \(regions\): 33 Provinsi Jawa Tengah – deskripsi",
        r"1\d permintaan \(requests\)",
    ):
        assert re.search(f"^{line}", out, re.MULTILINE), line


def test_a_registered_site_is_told_and_replaced_on_demand_only(stranger: Stranger, tmp_path: Path) -> None:
    registry = tmp_path / "portals.toml"
    with running([OutletSite("feed", by_rss_only)]) as (site,):
        name = portal_id(site.url)
        keys = 'name = "Lain"\nplatform = "listing"\nregions = ["33.76"]\nloopback = true\n'
        entry = f'["{name}"]\nurl = "{site.url}/"\n{keys}'
        registry.write_text(f"# punya kami\n{entry}", encoding="utf-8")
        again = mutasi("probe", site.url, "--write", folder=tmp_path)
        assert again.status == 2
        assert again.err.endswith(
            f"sudah terdaftar (registered already) as {name}; --replace puts a new entry in its place\n"
        )
        assert registry.read_text(encoding="utf-8") == f"# punya kami\n{entry}"
        other = mutasi("probe", site.url, "--write", "--replace", folder=tmp_path)
        assert other.status == 0, other.err
        same = mutasi("probe", site.url, "--write", "--replace", folder=tmp_path)
        assert (same.status, "sudah terdaftar persis begini" in same.err) == (2, True)
    (portal,) = load_registry(registry).values()
    assert (portal.platform, portal.name, portal.regions, portal.guessed) == ("feed", "Suluh Pantura", ("33.76",), ())
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
        (["probe", "http://kabar.example:99999/"], "http://kabar.example:99999/: Port out of range"),
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
