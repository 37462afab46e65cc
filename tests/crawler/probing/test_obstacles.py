"""Sites that cannot be crawled, each probed over HTTP: the verdict says why."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from fake_wordpress import Site, html, running
from stranger_sites import BLOCKED, FORM, PARKED, SCRIPTED, SUSPENDED, OutletSite, by_sitemap_only, only

PROBE_ALL = """
import json, sys
from scrapy.crawler import AsyncCrawlerProcess
from crawler.probing.homes import given_homes
from crawler.probing.spider import ProbeSpider, probe_settings
process = AsyncCrawlerProcess(probe_settings())
crawlers = {}
for name, addresses in json.loads(sys.argv[1]).items():
    homes = [home for address in addresses for home in given_homes(address)]
    crawlers[name] = process.create_crawler(ProbeSpider)
    process.crawl(crawlers[name], homes=homes, asked=addresses[0], regions=None, watch=None)
process.start()
print(json.dumps({name: crawler.spider.verdict.obstacle for name, crawler in crawlers.items()}))
"""

UNCRAWLABLE = {
    "dilarang": Site("dilarang", only("<p>Kabar</p>"), robots="User-agent: *\nDisallow: /\n"),
    "rusak": Site("rusak", only("<p>Kabar</p>"), robots=503),
    "lambat": Site("lambat", only("<p>Kabar</p>"), robots="User-agent: *\nCrawl-delay: 3600\n"),
    "tertantang": Site("tertantang", only(BLOCKED, 403)),
    "dijual": Site("dijual", only(PARKED)),
    "ditangguhkan": Site("ditangguhkan", only(SUSPENDED)),
    "skrip": Site("skrip", only(SCRIPTED)),
    "terkunci": Site("terkunci", only(FORM)),
    "pdf": Site("pdf", lambda site, path, query: (200, {"Content-Type": "application/pdf"}, b"%PDF-1.4")),
    "pindah": Site("pindah", lambda site, path, query: (301, {"Location": "http://127.0.0.2:9/"}, b"")),
    "kosong": Site(
        "kosong", only("<html><body><h1>Kabar</h1><p>" + "Tentang kami semua di sini. " * 40 + "</p></body></html>")
    ),
    "gagal": Site("gagal", lambda site, path, query: html("Galat", 500)),
}
TOLD = {
    "dilarang": r"dilarang oleh robots\.txt \(robots\.txt bars us\): robots\.txt disallows http://127\.0\.0\.1:\d+/",
    "rusak": r"robots\.txt tidak dapat dibaca \(robots\.txt cannot be had\): .* answers 503",
    "lambat": r"jeda yang diminta robots\.txt terlalu panjang .* asks for 3600 s between requests",
    "tertantang": r"pemeriksaan bot menghadang perayap \(a bot check stands in the way: Cloudflare\)",
    "dijual": r"nama domain diparkir atau dijual",
    "ditangguhkan": r"akun situs ditangguhkan",
    "skrip": r"isi ditulis oleh JavaScript",
    "terkunci": r"situs meminta masuk lebih dulu",
    "pdf": r"beranda bukan halaman HTML \(the home page is no HTML: application/pdf\)",
    "pindah": r"mengarah ke situs lain .*; coba \(try\) mutasi probe 127\.0\.0\.2:9",
    "kosong": r"tidak ada artikel yang ditemukan",
    "gagal": r"http://127\.0\.0\.1:\d+/ answers 500",
    "tutup": r"sambungan ditolak \(the connection is refused\)",
    "takdikenal": r"nama domain tidak ditemukan \(no such domain name\): kabar-hilang\.invalid does not resolve",
    "tls": r"sambungan aman \(TLS\) gagal \(TLS fails\)",
}


@pytest.fixture(scope="module")
def obstacles() -> Iterator[dict[str, str]]:
    """What each of the sites is told to be, probed side by side in a process of their own."""
    with running([*UNCRAWLABLE.values(), OutletSite("peta", by_sitemap_only)]) as sites:
        outlet = sites[-1]
        addresses = {site.name: site.url for site in sites}
        addresses |= {
            "tutup": "http://127.0.0.1:9/",
            "takdikenal": "https://kabar-hilang.invalid",
            "tls": addresses["kosong"].replace("http:", "https:"),
            "hanya http": f"{outlet.url.replace('http:', 'https:')} {outlet.url}",
        }
        command = [sys.executable, "-c", PROBE_ALL, json.dumps({name: one.split() for name, one in addresses.items()})]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr, done.stderr
        yield json.loads(done.stdout)


@pytest.mark.parametrize("name", TOLD)
def test_the_verdict_says_why(obstacles: dict[str, str], name: str) -> None:
    assert re.match(TOLD[name], obstacles[name]), obstacles[name]


def test_a_site_without_tls_is_asked_by_http(obstacles: dict[str, str]) -> None:
    assert (obstacles["hanya http"], obstacles["peta"]) == ("", "")
