from __future__ import annotations

import zlib

import pytest
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
)
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.internet.error import ConnectionDone
from twisted.python.failure import Failure
from twisted.web.client import ResponseNeverReceived

from crawler.causes import FailureKind
from crawler.failures import AskedToWaitError, ChallengedError, NotAllowedError, explained, kind_of, shown

URL = "https://kabarsatu.test/feed/"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (HttpError(Response(URL, status=503)), f"{URL} answers 503"),
        (CannotResolveHostError("x"), "kabarsatu.test does not resolve; is the portal's url right?"),
        (DownloadConnectionRefusedError("x"), "kabarsatu.test refuses the connection"),
        (DownloadTimeoutError("x"), f"{URL} does not answer in time"),
        (ResponseDataLossError("x"), f"{URL} breaks off in the middle of its answer"),
        (DownloadCancelledError("x"), f"{URL} is larger than is read (DOWNLOAD_MAXSIZE)"),
        (zlib.error("Error -3 while decompressing data"), f"{URL} is damaged: Error -3 while decompressing data"),
        (NotAllowedError("robots.txt disallows it"), "robots.txt disallows it"),
        (AskedToWaitError("wait", 503), "wait"),
        (IgnoreRequest("max redirections\nreached"), f"{URL} cannot be read: max redirections reached"),
        (ValueError(), f"{URL}: ValueError: ValueError"),
    ],
)
def test_cause_is_one_line_with_the_address(error: Exception, words: str) -> None:
    assert explained(error, URL) == words


def test_connection_that_breaks_off_is_told_in_its_own_words() -> None:
    error = DownloadFailedError("[<twisted.python.failure.Failure ...>]")
    error.__cause__ = ResponseNeverReceived([Failure(ConnectionDone())])
    assert explained(error, URL) == f"{URL} cannot be read: Connection was closed cleanly."


def test_long_address_is_cut() -> None:
    assert shown(URL) == URL
    assert shown(URL + "?" + "x" * 200) == f"{URL}?{'x' * (90 - len(URL) - 1)}…"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (HttpError(Response(URL, status=403)), "blocked"),
        (HttpError(Response(URL, status=429)), "blocked"),
        (HttpError(Response(URL, status=410)), "missing"),
        (HttpError(Response(URL, status=502)), "unreachable"),
        (HttpError(Response(URL, status=400)), "other"),
        (CannotResolveHostError("x"), "unreachable"),
        (DownloadTimeoutError("x"), "unreachable"),
        (ResponseDataLossError("x"), "damaged"),
        (NotAllowedError("it redirects to judi.test"), "elsewhere"),
        (NotAllowedError("robots.txt disallows it", "robots"), "robots"),
        (AskedToWaitError("wait", 429), "blocked"),
        (AskedToWaitError("wait", 503), "unreachable"),
        (ChallengedError("a riddle"), "blocked"),
    ],
)
def test_failures_are_told_apart_by_kind(error: Exception, kind: FailureKind) -> None:
    assert kind_of(error) == kind
