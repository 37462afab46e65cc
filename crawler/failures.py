"""Why a request came to nothing, in words an operator can act on."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.web.client import ResponseFailed

from crawler.causes import kind_of_status
from crawler.evidence.places import EvidenceError

if TYPE_CHECKING:
    from crawler.causes import FailureKind

_LONGEST_URL = 90


class NotAllowedError(IgnoreRequest):
    """The request must not be made: it leads away from the portal, or robots.txt disallows it (or cannot be had)."""

    def __init__(self, message: str, kind: FailureKind = "elsewhere") -> None:
        super().__init__(message)
        self.kind: FailureKind = kind


class AskedToWaitError(IgnoreRequest):
    """The site asks for a longer pause than a crawl waits (RETRY_AFTER_MAX): nothing more may be asked of it now."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.kind: FailureKind = kind_of_status(status)


class ChallengedError(IgnoreRequest):
    """The site answers with a riddle for browsers (a captcha, a check) in place of what was asked for."""


class DamagedBodyError(IgnoreRequest):
    """The body did not arrive as it was packed, however often it was asked for."""


def shown(url: str) -> str:
    """Return the address as a message shows it: cut off where its query is long."""
    return url if len(url) <= _LONGEST_URL else f"{url[:_LONGEST_URL]}…"


def explained(error: BaseException, url: str) -> str:
    """Return in one line why `url` could not be had, from what Scrapy raised for it."""
    parts = urlsplit(url)
    address = shown(url)
    match error:
        case HttpError():
            return f"{address} answers {error.response.status}"
        case NotAllowedError() | AskedToWaitError() | DamagedBodyError() | ChallengedError() | EvidenceError():
            return _line(error)
        case CannotResolveHostError():
            return f"{parts.hostname} does not resolve; is the portal's url right?"
        case DownloadConnectionRefusedError():
            return f"{parts.netloc} refuses the connection"
        case DownloadTimeoutError():
            return f"{address} does not answer in time"
        case ResponseDataLossError():
            return f"{address} breaks off in the middle of its answer"
        case zlib.error():
            return f"{address} is damaged: {_line(error)}"
        case DownloadCancelledError():
            return f"{address} is larger than is read (DOWNLOAD_MAXSIZE)"
        case DownloadFailedError(__cause__=ResponseFailed(reasons=reasons)):  # its own text is their representation
            return f"{address} cannot be read: {'; '.join(_line(reason.value) for reason in reasons)}"
        case DownloadFailedError() | IgnoreRequest():
            return f"{address} cannot be read: {_line(error)}"
        case _:
            return f"{address}: {type(error).__name__}: {_line(error)}"


def kind_of(error: BaseException) -> FailureKind:
    """Return what kind of failure Scrapy raised."""
    match error:
        case HttpError():
            return kind_of_status(error.response.status)
        case NotAllowedError() | AskedToWaitError():
            return error.kind
        case ChallengedError():
            return "blocked"
        case ResponseDataLossError() | zlib.error() | DamagedBodyError() | DownloadCancelledError():
            return "damaged"
        case CannotResolveHostError() | DownloadConnectionRefusedError() | DownloadTimeoutError():
            return "unreachable"
        case DownloadFailedError():  # TLS, a connection that breaks off
            return "unreachable"
        case EvidenceError():
            return "ours"
        case _:
            return "other"


def _line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
