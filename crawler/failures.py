"""Why a request came to nothing, in words an operator can act on."""

from __future__ import annotations

import zlib
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

_LONGEST_URL = 90


class NotAllowedError(IgnoreRequest):
    """The request must not be made: it leads away from the portal, or robots.txt disallows it."""


class AskedToWaitError(IgnoreRequest):
    """The site asks for a longer pause than a crawl waits (RETRY_AFTER_MAX): nothing more may be asked of it now."""


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
        case NotAllowedError() | AskedToWaitError() | DamagedBodyError():
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
        case DownloadFailedError() | IgnoreRequest():
            return f"{address} cannot be read: {_line(error)}"
        case _:
            return f"{address}: {type(error).__name__}: {_line(error)}"


def _line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
