"""Writes what sites answer into WARC files (ISO 28500, WARC/1.1): a gzip member a record, one process a file."""

from __future__ import annotations

import gzip
import itertools
import os
import socket
from datetime import UTC, datetime
from http.client import responses
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.evidence.places import EvidenceError, Kept
from db.articles import KeptRecord

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from scrapy.http import Response

LARGEST_FILE = 1_000_000_000
"""Bytes after which the next record goes into a new file, as web archives commonly have it."""

_PACKED, _PLAIN = 1, 6
"""zlib's levels: a body that came packed gains nothing by more work."""

_VERSION = "WARC/1.1"

_serial = itertools.count(1)
"""Numbers the files of this process."""


def user_agent(contact: str) -> str:
    """Return what requests say of who asks; `contact` is where a webmaster reaches the operator."""
    return f"Mutasi/{version('mutasi')} (+{' '.join(contact.split())})"


class _HeadersAsSent(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Headers byte for byte: warcio would rewrite what is not ASCII, which servers do send."""

    def to_ascii_bytes(self, filter_func: None = None) -> bytes:
        """Return status line and headers as they came."""
        return bytes(self.to_str(filter_func).encode("latin-1") + b"\r\n")


class EvidenceWriter:
    """Writes records into files of this process in `folder`, the first made with the first record.

    A record is with the operating system when its method returns: killing the process loses none that was reported.
    Where the disk fails, what was written of the record is taken back, and EvidenceError raised.
    """

    def __init__(self, folder: Path, contact: str, *, largest: int = LARGEST_FILE) -> None:
        self.folder = folder
        self._contact = contact
        self._largest = largest
        self._descriptor: int | None = None
        self._name = ""
        self._size = 0

    def prepare(self) -> None:
        """Make the folder, and see that files can be written there; raises EvidenceError."""
        probe = self.folder / f".{os.getpid()}.probe"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"\n")
            probe.unlink()
        except OSError as error:
            raise self._failure(error) from error

    def keep(self, response: Response) -> Kept:
        """Write an answer as it came over the wire, its body still packed, and tell where it is; raises EvidenceError.

        The reason phrase is that of the status: Scrapy does not hand on the server's own.
        """
        moment = datetime.now(UTC)
        headers = [
            (name.decode("latin-1"), value.decode("latin-1"))
            for name, values in response.headers.items()
            for value in values
        ]
        status = f"{response.status} {responses.get(response.status, '')}".strip()
        told = {"WARC-Date": _written(moment)}
        if response.ip_address is not None:
            told["WARC-IP-Address"] = str(response.ip_address)
        id_, block = _record(
            response.url,
            "response",
            response.body,
            told,
            http_headers=_HeadersAsSent(status, headers, protocol=response.protocol or "HTTP/1.1"),
        )
        is_packed = "Content-Encoding" in response.headers
        return Kept(self._append(id_, gzip.compress(block, _PACKED if is_packed else _PLAIN)), moment)

    def copy(self, id_: str, record: bytes) -> KeptRecord:
        """Write a record of another archive as it is, and tell where it is; raises EvidenceError."""
        return self._append(id_, gzip.compress(record, _PLAIN))

    def note(self, content: str, about: Sequence[KeptRecord]) -> None:
        """Write what is known of answers that were kept, as JSON in a metadata record; raises EvidenceError."""
        told = {"WARC-Date": _written(datetime.now(UTC)), "WARC-Refers-To": about[0].id}
        id_, block = _record("", "metadata", content.encode(), told, content_type="application/json")
        self._append(id_, gzip.compress(block, _PLAIN))

    def close(self) -> None:
        """Close the file."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def _append(self, id_: str, member: bytes) -> KeptRecord:
        try:
            if self._descriptor is not None and self._size >= self._largest:
                self.close()
            if self._descriptor is None:
                self._open()
            return KeptRecord(self._name, self._write(member), len(member), id_)
        except OSError as error:
            raise self._failure(error) from error

    def _open(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        started = datetime.now(UTC)
        host = socket.gethostname().replace("/", "-")
        self._name = f"mutasi-{started:%Y%m%dT%H%M%SZ}-{host}-{os.getpid()}-{next(_serial):05}.warc.gz"
        self._descriptor = os.open(self.folder / self._name, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o666)
        self._size = 0
        writer = WARCWriter(BytesIO(), gzip=False, warc_version=_VERSION)
        fields = {
            "software": f"Mutasi/{version('mutasi')}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "operator": self._contact,
            "http-header-user-agent": user_agent(self._contact),
            "robots": "obey",
        }
        record = writer.create_warcinfo_record(self._name, fields)
        writer.write_record(record)
        self._write(gzip.compress(writer.out.getvalue(), _PLAIN))

    def _write(self, member: bytes) -> int:
        """Append the whole member or nothing; returns where it begins."""
        if self._descriptor is None:
            raise RuntimeError("no file is open")
        start, left = self._size, memoryview(member)
        try:
            while left:
                left = left[os.write(self._descriptor, left) :]
        except OSError:
            os.ftruncate(self._descriptor, start)  # a half record would hide all that comes after it
            raise
        self._size += len(member)
        return start

    def _failure(self, error: OSError) -> EvidenceError:
        return EvidenceError(f"evidence cannot be written to {self.folder}: {error.strerror or error}")


def _record(
    address: str,
    kind: str,
    payload: bytes,
    told: dict[str, str],
    *,
    content_type: str = "",
    http_headers: StatusAndHeaders | None = None,
) -> tuple[str, bytes]:
    """Return the id of a new record and the record, unpacked."""
    writer = WARCWriter(BytesIO(), gzip=False, warc_version=_VERSION)
    record = writer.create_warc_record(
        address,
        kind,
        payload=BytesIO(payload),
        length=len(payload),
        warc_content_type=content_type,
        warc_headers_dict=told,
        http_headers=http_headers,
    )
    writer.write_record(record)
    return record.rec_headers.get_header("WARC-Record-ID"), writer.out.getvalue()


def _written(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
