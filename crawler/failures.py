"""Why a request came to nothing, in words an operator can act on."""

from __future__ import annotations

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


def explained(error: BaseException, url: str) -> str:
    """Return in one line why `url` could not be had, from what Scrapy raised for it."""
    parts = urlsplit(url)
    match error:
        case HttpError():
            return f"{url} answers {error.response.status}"
        case CannotResolveHostError():
            return f"{parts.hostname} does not resolve; is the portal's url right?"
        case DownloadConnectionRefusedError():
            return f"{parts.netloc} refuses the connection"
        case DownloadTimeoutError():
            return f"{url} does not answer in time"
        case ResponseDataLossError():
            return f"{url} breaks off in the middle of its answer"
        case DownloadCancelledError():
            return f"{url} is larger than is read (DOWNLOAD_MAXSIZE)"
        case DownloadFailedError():
            return f"{url} cannot be read: {_line(error)}"
        case IgnoreRequest():
            return _line(error)
        case _:
            return f"{url}: {type(error).__name__}: {_line(error)}"


def _line(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
