"""What a crawl keeps of the answers that it gets, read again by others' eyes: warcio's."""

from __future__ import annotations

import gzip
import json
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from crawling import Workshop
from fake_portals import API, NewsSite, article_html, rest
from fake_wordpress import Answer, html, running
from fastwarc.warc import WarcRecordType
from platform_sites import by_atom, one_sitemap, split
from scrapy.http import HtmlResponse
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from crawler.evidence.places import EvidenceError, evidence_folder
from crawler.evidence.reading import answer_of, read_kept, read_warc, target_of
from crawler.evidence.writer import EvidenceWriter
from db.articles import KeptRecord

ANY = WarcRecordType.any_type


def packed_and_moved(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    """Article 1 is packed, article 2 has moved, article 3 is not there, article 4 no article."""
    match site.number_of(path):
        case 1:
            body = gzip.compress(article_html(site, 1).encode())
            return 200, {"Content-Type": "text/html", "Content-Encoding": "gzip", "X-Nama": "Ka\xe9"}, body
        case 2:
            return html("", 301, Location=f"{site.url}/pindah/")
        case 4:
            return html("<html><body><nav>Beranda</nav></body></html>")
    if path == "/pindah/":
        return html(article_html(site, 2))
    return one_sitemap(site, path, query) if path.endswith(".xml") else None


def plain_rest(site: NewsSite, path: str, query: dict[str, str]) -> Answer | None:
    return rest(site, query) if path == API else None


@dataclass
class Crawled:
    """The evidence of a crawl of three sites, and its store."""

    workshop: Workshop
    sites: dict[str, NewsSite]

    @property
    def folder(self) -> Path:
        return self.workshop.folder / "store.warc"

    @property
    def file(self) -> Path:
        (only,) = self.folder.iterdir()
        return only

    def records(self) -> list[tuple[str, str, int, bytes]]:
        """Return type, address, HTTP status and content of every record, as warcio reads them."""
        with self.file.open("rb") as file:
            return [
                (
                    record.rec_type,
                    record.rec_headers.get_header("WARC-Target-URI") or "",
                    int(record.http_headers.get_statuscode()) if record.http_headers else 0,
                    record.content_stream().read(),
                )
                for record in ArchiveIterator(file)
            ]

    def notes(self) -> list[dict[str, Any]]:
        return [json.loads(content) for kind, _, _, content in self.records() if kind == "metadata"]

    def answers_of(self, name: str, number: int) -> list[tuple[str, bytes]]:
        """Return address and body of the answers that the store names for an article."""
        article = self.workshop.articles(name)[number - 1]
        places = [KeptRecord(**one) for one in json.loads(article["warc_records"])]
        records = [read_kept(self.folder, place) for place in places]
        return [(target_of(record), answer_of(record).body) for record in records]


@pytest.fixture(scope="module")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crawled]:
    workshop = Workshop(tmp_path_factory.mktemp("evidence"))
    sites = [
        NewsSite("ragam", packed_and_moved, platform="sitemap", posts=4),
        NewsSite("terpisah", split, platform="sitemap", posts=4),
        NewsSite("api", plain_rest, posts=5),
        NewsSite("atom", by_atom, platform="feed", posts=4, keys='feed = "HOME/atom.xml"'),
    ]
    with running(sites):
        workshop.crawl(sites)
        yield Crawled(workshop, {site.name: site for site in sites})


class Told:
    """What warcio's checker asks for; it prints what it finds."""

    verbose = False

    def __init__(self, file: Path) -> None:
        self.inputs = [str(file)]


def test_one_file_that_other_tools_find_sound(crawled: Crawled, capsys: pytest.CaptureFixture[str]) -> None:
    assert Checker(Told(crawled.file)).process_all() == 0
    assert capsys.readouterr().out == ""
    assert re.fullmatch(r"mutasi-\d{8}T\d{6}Z-.+-\d+-00001\.warc\.gz", crawled.file.name)
    kind, _, _, fields = crawled.records()[0]
    assert kind == "warcinfo"
    assert b"robots: obey\r\n" in fields
    assert b"software: Mutasi/" in fields


def test_every_answer_is_kept_with_its_status_and_as_it_was_packed(crawled: Crawled) -> None:
    site = crawled.sites["ragam"]
    of_site = [one for one in crawled.records() if one[1].startswith(site.url)]
    found = {(address.removeprefix(site.url), status) for _, address, status, _ in of_site}
    asked = [("/robots.txt", 200), ("/sitemap_index.xml", 404), ("/wp-sitemap.xml", 404), ("/sitemap.xml", 200)]
    pages = [(site.path(1), 200), (site.path(2), 301), ("/pindah/", 200), (site.path(3), 404), (site.path(4), 200)]
    assert found == {*asked, *pages}
    assert Counter(site.targets) == Counter(address.removeprefix(site.url) for _, address, _, _ in of_site)
    with crawled.file.open("rb") as file:
        packed = next(
            record for record in ArchiveIterator(file) if record.rec_headers["WARC-Target-URI"] == site.address(1)
        )
        assert packed.http_headers.get_header("Content-Encoding") == "gzip"
        assert gzip.decompress(packed.raw_stream.read()) == article_html(site, 1).encode()
        assert packed.http_headers.get_header("X-Nama") == "Ka\xe9"
        assert packed.rec_headers["WARC-IP-Address"] == "127.0.0.1"


def test_the_store_says_where_the_page_of_an_article_is(crawled: Crawled) -> None:
    site = crawled.sites["ragam"]
    assert crawled.answers_of("ragam", 1) == [(site.address(1), article_html(site, 1).encode())]
    assert crawled.answers_of("ragam", 2) == [(f"{site.url}/pindah/", article_html(site, 2).encode())]


def test_a_split_article_names_all_its_pages(crawled: Crawled) -> None:
    site = crawled.sites["terpisah"]
    first = site.address(1)
    assert [address for address, _ in crawled.answers_of("terpisah", 1)] == [first, f"{first}2/", f"{first}3/"]
    assert [address for address, _ in crawled.answers_of("terpisah", 4)] == [site.address(4)]


@pytest.mark.parametrize(("name", "listing"), [("api", API), ("atom", "/atom.xml")])
def test_articles_that_a_listing_brought_share_its_record(crawled: Crawled, name: str, listing: str) -> None:
    articles = crawled.workshop.articles(name)
    assert len({article["warc_records"] for article in articles}) == 1
    ((address, _),) = crawled.answers_of(name, 1)
    assert listing in address


def test_an_article_was_fetched_when_its_answer_came(crawled: Crawled) -> None:
    for article in crawled.workshop.rows("SELECT fetched_at, warc_records FROM article"):
        place = KeptRecord(**json.loads(article["warc_records"])[0])
        moment = datetime.fromisoformat(article["fetched_at"]).replace(tzinfo=UTC)
        assert read_kept(crawled.folder, place).record_date == moment


def test_beside_the_answers_stands_what_the_listing_told(crawled: Crawled) -> None:
    notes = crawled.notes()
    pages = {note["url"]: note for note in notes if note["kind"] == "page"}
    site = crawled.sites["ragam"]
    assert pages[site.address(1)]["modified"] is not None
    assert site.address(4) in pages, "a page without an article may have one for a better reader"
    assert site.address(3) not in pages
    assert [note["is_whole"] for note in notes if note["kind"] == "page" and len(note["records"]) > 1].count(True) == 1
    (posts,) = (note for note in notes if note["kind"] == "posts")
    assert posts["articles"] == {str(number): 1 for number in range(1, 6)}


# The writer


def answer(number: int, size: int = 10) -> HtmlResponse:
    return HtmlResponse(f"https://kabar.test/{number}", body=b"x" * size)


def test_a_file_that_is_large_enough_is_followed_by_the_next(tmp_path: Path) -> None:
    writer = EvidenceWriter(tmp_path, "redaksi@kabar.test", largest=1_000)
    kept = [writer.keep(answer(number)) for number in range(5)]
    writer.close()
    files = sorted(tmp_path.iterdir())
    assert len(files) > 1
    serials = [int(file.name.split("-")[-1].split(".")[0]) for file in files]
    assert serials == list(range(serials[0], serials[0] + len(files)))
    for file in files:
        assert str(next(iter(read_warc(file, ANY))).record_type) == "warcinfo"
    assert [target_of(read_kept(tmp_path, one.record)) for one in kept] == [answer(n).url for n in range(5)]


def test_two_writers_never_share_a_file(tmp_path: Path) -> None:
    writers = [EvidenceWriter(tmp_path, "redaksi@kabar.test") for _ in range(2)]
    assert len({writer.keep(answer(1)).record.file for writer in writers}) == 2


def test_a_full_disk_leaves_whole_records_only(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from scrapy.http import HtmlResponse\n"
        "from crawler.evidence.writer import EvidenceWriter\n"
        "import random\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
        "writer = EvidenceWriter(Path(sys.argv[1]), 'redaksi@kabar.test')\n"
        "for number in range(9):\n"
        "    writer.keep(HtmlResponse(f'https://kabar.test/{number}', body=random.randbytes(6_000)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False, timeout=60
    )
    assert "EvidenceError: evidence cannot be written to" in done.stderr
    assert "File too large" in done.stderr
    (file,) = tmp_path.iterdir()
    assert [target_of(record) for record in read_warc(file, WarcRecordType.response)] == [
        f"https://kabar.test/{number}" for number in range(3)
    ]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(EvidenceError, match=r"cannot be written to .*/berkas/bukti: Not a directory"):
        EvidenceWriter(tmp_path / "berkas" / "bukti", "redaksi@kabar.test").prepare()


@pytest.mark.parametrize(
    ("store", "folder"),
    [
        ("sqlite:////tmp/kabar.db", "/tmp/kabar.warc"),
        ("sqlite:///mutasi.db", "mutasi.warc"),
        ("postgresql://127.0.0.1/mutasi", "mutasi.warc"),
    ],
)
def test_evidence_is_beside_the_store(store: str, folder: str) -> None:
    assert evidence_folder(store) == Path(folder)


def test_a_killed_crawl_leaves_readable_evidence_of_all_that_it_stored(tmp_path: Path) -> None:
    site = NewsSite("terputus", one_sitemap, platform="sitemap", posts=200)
    workshop = Workshop(tmp_path)
    ends = time.monotonic() + 60
    with running([site]), subprocess.Popen(workshop.command([site]), stdout=subprocess.DEVNULL) as crawl:
        while time.monotonic() < ends and len(site.asked) < 60 and crawl.poll() is None:
            time.sleep(0.005)
        crawl.kill()
    assert crawl.returncode == -signal.SIGKILL
    folder = tmp_path / "store.warc"
    (file,) = folder.iterdir()
    answers = [target_of(record) for record in read_warc(file, WarcRecordType.response)]
    assert len(answers) >= 50
    for article in workshop.articles("terputus"):
        (place,) = json.loads(article["warc_records"])
        assert target_of(read_kept(folder, KeptRecord(**place))) == article["url"]


FULL_AFTER = """
import errno, os, sys
count = 0
def write(descriptor, data, real=os.write):
    global count
    count += 1
    if count > 12:
        raise OSError(errno.ENOSPC, "No space left on device")
    return real(descriptor, data)
os.write = write
"""


def test_a_disk_that_fills_in_the_middle_ends_the_crawl_by_no_fault_of_the_site(tmp_path: Path) -> None:
    site = NewsSite("penuh", one_sitemap, platform="sitemap", posts=40)
    workshop = Workshop(tmp_path)
    with running([site]):
        program, flag, script, *rest = workshop.command([site])
        command = [program, flag, FULL_AFTER + script, *rest]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
        (outcome,) = json.loads(done.stdout)
        folder = tmp_path / "store.warc"
        assert outcome["failure"] == f"evidence cannot be written to {folder}: No space left on device"
        assert outcome["is_the_sites_failure"] is False
        assert "Traceback" not in done.stderr
        assert 0 < len(workshop.articles("penuh")) < 12
        assert workshop.rows("SELECT failures FROM portal") == [{"failures": 0}]
        assert workshop.rows("SELECT count(*) AS n FROM frontier_url WHERE state = 'failed'") == [{"n": 0}]
        (file,) = folder.iterdir()
        assert len(list(read_warc(file, ANY))) == 12
        after = workshop.crawl([site])["penuh"]
    assert (after["failure"], len(workshop.articles("penuh"))) == (None, 40)


# Files that are not as they should be


@pytest.fixture
def file(tmp_path: Path) -> Path:
    writer = EvidenceWriter(tmp_path, "redaksi@kabar.test")
    for number in range(3):
        writer.keep(answer(number, 3_000))
    writer.close()
    (file,) = tmp_path.iterdir()
    return file


def read(file: Path) -> tuple[int, str]:
    """Return how many answers a file gives, and what is wrong with it."""
    count = 0
    try:
        for _ in read_warc(file, WarcRecordType.response):
            count += 1
    except EvidenceError as error:
        return count, str(error).removeprefix(f"{file}: ")
    return count, ""


def test_whole_files_are_read_packed_by_record_as_one_and_not_at_all(file: Path) -> None:
    assert read(file) == (3, "")
    plain = gzip.decompress(file.read_bytes())
    file.write_bytes(plain)
    assert read(file) == (3, "")
    file.write_bytes(gzip.compress(plain))
    assert read(file) == (3, "")


@pytest.mark.parametrize("lost", [5, 40, 100])
def test_a_file_that_is_cut_off_gives_what_is_whole_and_says_where_it_ends(file: Path, lost: int) -> None:
    whole = file.read_bytes()
    last = [record.stream_pos for record in read_warc(file, ANY)][-1]
    file.write_bytes(whole[:-lost])
    count, wrong = read(file)
    assert count in (2, 3)
    assert wrong == f"cut off in the record at byte {last}; what comes before it was read"
    file.write_bytes(gzip.decompress(whole)[:-1_000])
    assert "cut off in the record at byte" in read(file)[1]


def test_a_file_that_is_damaged_says_where(file: Path) -> None:
    whole = bytearray(file.read_bytes())
    first, second = [record.stream_pos for record in read_warc(file, WarcRecordType.response)][:2]
    whole[second : second + 60] = b"\xff" * 60
    file.write_bytes(whole)
    count, wrong = read(file)
    assert count == 1
    assert wrong.startswith(f"damaged after the record at byte {first}: ")


@pytest.mark.parametrize(
    ("content", "wrong"),
    [(b"", "empty"), (b"<html>" * 99, "no WARC file"), (gzip.compress(b"x" * 99), "no WARC file")],
    ids=["empty", "html", "packed"],
)
def test_what_is_no_warc_file_is_told(file: Path, content: bytes, wrong: str) -> None:
    file.write_bytes(content)
    assert read(file) == (0, wrong)


def test_a_record_that_is_not_where_it_was_is_told(file: Path) -> None:
    place = KeptRecord(file.name, 0, 300, "<urn:uuid:0>")
    with pytest.raises(EvidenceError, match=r"the record <urn:uuid:0> is not at byte 0"):
        read_kept(file.parent, place)
    with pytest.raises(EvidenceError, match=r"lain\.warc\.gz: the file is not there"):
        read_kept(file.parent, place._replace(file="lain.warc.gz"))
