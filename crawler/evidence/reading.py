"""Reads WARC files, ours and those of others: record by record, or the one that is known to be at a place.

FastWARC reads several times faster than warcio; what it passes over in silence (a file that is cut off) is told here.
"""

from __future__ import annotations

import zlib
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType
from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Headers
from scrapy.responsetypes import responsetypes
from scrapy.settings import Settings
from scrapy.statscollectors import DummyStatsCollector

from crawler.evidence.places import EvidenceError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

    from scrapy.http import Response

    from db.articles import KeptRecord

LARGEST_BODY = 10 * 1024 * 1024
"""Bytes of a body, unpacked, that are read: as many as a crawl takes."""

_GZIP = b"\x1f\x8b"
_AT_ONCE = 64 * 1024


def read_warc(path: Path, kinds: WarcRecordType) -> Iterator[WarcRecord]:
    """Yield the records of these kinds, in the order of the file; each is to be read before the next is taken.

    Raises EvidenceError, naming the file and the byte, where it is no WARC file, damaged, or cut off: the last after
    all whole records.
    """
    position: int | None = None
    try:
        records = iter(ArchiveIterator(str(path), kinds, parse_http=False, max_header_len=_AT_ONCE))
        for record in records:
            position = record.stream_pos
            yield record
    except OSError as error:
        if position is None:
            raise EvidenceError(f"{path}: {_why_not(path, error)}") from error
        raise EvidenceError(f"{path}: damaged after the record at byte {position}: {error}") from error
    _check_end(path, position or 0)


def read_kept(folder: Path, place: KeptRecord) -> WarcRecord:
    """Return the record that is kept at a place; raises EvidenceError where it is not there any more."""
    path = folder / place.file
    try:
        with path.open("rb") as file:
            file.seek(place.offset)
            member = BytesIO(file.read(place.length))
        for record in ArchiveIterator(member, parse_http=False, max_header_len=_AT_ONCE):
            if (record.record_id or "") == place.id:
                return record
    except FileNotFoundError as error:
        raise EvidenceError(f"{path}: the file is not there; name the folder that has it with --evidence") from error
    except OSError as error:
        raise EvidenceError(f"{path}: damaged at byte {place.offset}: {error}") from error
    raise EvidenceError(f"{path}: the record {place.id} is not at byte {place.offset}")


def answer_of(record: WarcRecord) -> Response:
    """Return the answer in a response record, its body unpacked as a crawl has it.

    Raises EvidenceError for a record that holds none, or not all of it. A body that is not packed as its headers say is
    taken as it is: some archives keep bodies unpacked and headers as they came.
    """
    address = target_of(record)
    try:
        record.parse_http(auto_decode="transfer")
        status, headers = record.http_headers.status_code, Headers()
        for name, value in record.http_headers.items_bytes():
            headers.appendlist(name, value)
        body = record.reader.read()
    except OSError as error:
        raise EvidenceError(f"{address}: cannot be read: {error}") from error
    if status is None:
        raise EvidenceError(f"{address}: has no HTTP status")
    kind = responsetypes.from_args(headers=headers, url=address, body=body)
    response = kind(address, status=status, headers=headers, body=body)
    try:
        return _unpacking().process_response(Request(address), response)  # type: ignore[return-value]  # no request
    except IgnoreRequest as error:
        raise EvidenceError(f"{address}: larger than is read, unpacked") from error
    except (zlib.error, EOFError, OSError):
        return response


@cache
def _unpacking() -> HttpCompressionMiddleware:
    crawler = Crawler(Spider, Settings({"DOWNLOAD_MAXSIZE": LARGEST_BODY}))
    crawler.stats = DummyStatsCollector(crawler)
    return HttpCompressionMiddleware(crawler=crawler)


def moment_of_record(record: WarcRecord) -> datetime:
    """Return when the record was made (WARC-Date, to the day at the least), aware; raises EvidenceError without it."""
    stated = record.headers.get("WARC-Date") or ""
    try:
        moment = datetime.fromisoformat(stated)
    except ValueError as error:
        raise EvidenceError(f"{target_of(record)}: has no date ({stated!r})") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def target_of(record: WarcRecord) -> str:
    """Return the address that a record is of; old archives have it in angle brackets."""
    return (record.headers.get("WARC-Target-URI") or "").strip("<>")


def _why_not(path: Path, error: OSError) -> str:
    if path.is_file():
        return "no WARC file" if path.stat().st_size else "empty"
    return (error.strerror or str(error)) if path.exists() else "no such file"


def _check_end(path: Path, position: int) -> None:
    """See that the file is whole from the record at `position` on; raises EvidenceError."""
    if path.stat().st_size == 0:
        raise EvidenceError(f"{path}: empty")
    with path.open("rb") as file:
        file.seek(position)
        start = file.read(2)
        file.seek(position)
        if start == _GZIP:
            cut = _cut_member(file)
        elif start == b"WA":
            cut = _cut_record(file)
        else:
            return  # packed as one piece: the place of a record within says nothing
    if cut is not None:
        raise EvidenceError(f"{path}: cut off in the record at byte {cut}; what comes before it was read")


def _cut_member(file: BinaryIO) -> int | None:
    """Return where a gzip member begins that has no end, None where all are whole."""
    rest = b""
    while True:
        begin = file.tell() - len(rest)
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        while not unpacker.eof:
            chunk = rest or file.read(_AT_ONCE)
            rest = b""
            if not chunk:
                return None if file.tell() == begin else begin
            try:
                unpacker.decompress(chunk)
            except zlib.error:
                return begin
        rest = unpacker.unused_data


def _cut_record(file: BinaryIO) -> int | None:
    begin = file.tell()
    for record in ArchiveIterator(file, parse_http=False):
        size = record.content_length
        if record.consume() < size:
            return begin + record.stream_pos
    return None
