"""What finding registered portals' articles in an archive costs, beside reading it and parsing those pages alone.

The reading side is the faster of FastWARC and warcio, and passes over the bodies of all other pages unread.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import pytest
from fastwarc.warc import ArchiveIterator as FastIterator
from fastwarc.warc import WarcRecordType
from measuring import rounds
from news_archive import PORTALS, write_news_archive
from warcio.archiveiterator import ArchiveIterator

from crawler.article_page import parse_article_page
from crawler.evidence.writer import EvidenceWriter
from crawler.replay.run import Replay
from db.store import open_store

PAGES, ROUNDS = 10_000, 3
LEAST = 0.5
MOST_GROWTH = 1.1

_REPLAY = """
import resource, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], str(Path(sys.argv[1]).parent)]
from test_replay_speed import replay
replay(Path(sys.argv[2]), Path(sys.argv[3]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "CC-NEWS.warc.gz"
    assert write_news_archive(path, PAGES) == PAGES // 20
    return path


def replay(archive: Path, folder: Path) -> int:
    """Replay the archive into a new store in the folder; returns how many articles it brought."""
    folder.mkdir(parents=True)
    writer = EvidenceWriter(folder / "store.warc", "bench@mutasi.example")
    with open_store(f"sqlite:///{folder / 'store.db'}") as store:
        outcome = Replay(store, PORTALS, writer).run([archive])
    writer.close()
    assert outcome.errors == []
    return outcome.articles["added"]


def wanted_by_fastwarc(archive: Path, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    for record in FastIterator(str(archive), WarcRecordType.response):
        address = record.headers["WARC-Target-URI"]
        if address in wanted:
            yield address, record.reader.read()


def wanted_by_warcio(archive: Path, wanted: set[str]) -> Iterator[tuple[str, bytes]]:
    with archive.open("rb") as file:
        for record in ArchiveIterator(file):
            address = record.rec_headers.get_header("WARC-Target-URI")
            if record.rec_type == "response" and address in wanted:
                yield address, record.content_stream().read()


def test_an_archive_is_read_at_half_the_speed_of_its_bare_reading(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hosts = {portal.host: portal for portal in PORTALS}
    addresses = (record.headers["WARC-Target-URI"] for record in FastIterator(str(archive), WarcRecordType.response))
    wanted = {one for one in addresses if urlsplit(one).hostname in hosts and "pejabat" in one}

    def bare(reader: object) -> int:
        pages = wanted_by_fastwarc(archive, wanted) if reader == "FastWARC" else wanted_by_warcio(archive, wanted)
        zone = PORTALS[0].zone
        return sum(bool(parse_article_page(body.decode(), address, zone).text) for address, body in pages)

    turn = iter(range(ROUNDS))
    found: list[int] = []
    ours, fastwarc, warcio = rounds(
        lambda: found.append(replay(archive, tmp_path / str(next(turn)))),
        lambda: found.append(bare("FastWARC")),
        lambda: found.append(bare("warcio")),
        times=ROUNDS,
    )
    assert set(found) == {PAGES // 20}
    least = min(median(fastwarc), median(warcio))
    with capsys.disabled():
        print(
            f"\n{PAGES} pages, {found[0]} kept: {median(ours):.2f} s; reading and parsing them alone takes"
            f" {median(fastwarc):.2f} s by FastWARC, {median(warcio):.2f} s by warcio: {least / median(ours):.2f} of it"
        )
    assert least / median(ours) >= LEAST


def test_ten_times_the_pages_take_no_more_memory(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = tmp_path / "small.warc.gz"
    write_news_archive(small, PAGES // 10)
    peaks = []
    for name, path in (("small", small), ("large", archive)):
        command = [sys.executable, "-c", _REPLAY, str(Path(__file__).parent), str(path), str(tmp_path / name)]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
        peaks.append(int(done.stdout) / 1024)
    with capsys.disabled():
        print(f"\n{PAGES // 10} pages: {peaks[0]:.0f} MB at most, {PAGES} pages: {peaks[1]:.0f} MB")
    assert peaks[1] <= MOST_GROWTH * peaks[0]
