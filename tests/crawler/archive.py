"""Archives as others write them: pages of many sites in one WARC file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter


@dataclass(frozen=True)
class Capture:
    """One answer in an archive; `headers` beside the type, `body` as it was sent."""

    url: str
    body: bytes
    status: str = "200 OK"
    type: str = "text/html; charset=UTF-8"
    date: str = "2024-06-01T03:04:05Z"
    headers: tuple[tuple[str, str], ...] = ()


def page(title: str, text: str, *, own: str = "") -> bytes:
    """Return an article's page; `own` is the address that it names as its own."""
    canonical = f'<link rel="canonical" href="{own}">' if own else ""
    body = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
    return (
        f'<html><head><title>{title}</title>{canonical}<meta property="article:published_time" '
        f'content="2024-05-31T10:00:00+07:00"></head><body><h1>{title}</h1>'
        f'<article><div class="entry-content">{body}</div></article></body></html>'
    ).encode()


def write_archive(path: Path, captures: Iterable[Capture], *, version: str = "WARC/1.0") -> Path:
    """Write an archive of the captures, each with its request."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=path.suffix == ".gz", warc_version=version)
        writer.write_record(
            writer.create_warcinfo_record(path.name, {"software": "news-please", "isPartOf": "CC-NEWS"})
        )
        for capture in captures:
            told = {"WARC-Date": capture.date, "WARC-IP-Address": "192.0.2.7"}
            asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True)
            writer.write_record(
                writer.create_warc_record(capture.url, "request", http_headers=asked, warc_headers_dict=dict(told))
            )
            headers = [("Content-Type", capture.type), *capture.headers]
            answer = StatusAndHeaders(capture.status, headers, protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    capture.url,
                    "response",
                    payload=BytesIO(capture.body),
                    length=len(capture.body),
                    http_headers=answer,
                    warc_headers_dict=dict(told),
                )
            )
    return path
