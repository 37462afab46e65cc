"""Asks a site what a probe wants to know, as politely as a crawl, with few questions and not for long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.exceptions import CannotResolveHostError, DownloadConnectionRefusedError
from scrapy.http.request import NO_CALLBACK

from crawler.charset import text_of
from crawler.failures import AskedToWaitError, NotAllowedError, explained, shown
from crawler.probing.answers import Answer

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.probing.findings import Verdict

MOST_REQUESTS = 45
"""Questions of one probe, robots.txt, redirects and repeated ones not counted."""

LONGEST = 240.0
"""Seconds after which a probe asks nothing more."""

Watcher = Callable[[str, int], None]
"""Is told the address that is asked for, and how many were before."""


class Asker:
    """Asks for addresses one after the other and remembers the answers; past its limits it asks no more.

    `questions` counts what was asked, `disallowed` are the addresses that robots.txt kept us from. `hangup` is why
    nothing more can be asked: the site is not there, or wants to be left in peace.
    """

    def __init__(self, crawler: Crawler, watch: Watcher | None = None) -> None:
        self._crawler = crawler
        self._watch = watch
        self._answers: dict[str, Answer] = {}
        self._began = monotonic()
        self.questions = 0
        self.disallowed: list[str] = []
        self.hangup = ""
        self.is_cut_short = False

    @property
    def seconds(self) -> float:
        """How long the probe has taken."""
        return monotonic() - self._began

    def accounted(self, verdict: Verdict) -> Verdict:
        """Return the verdict with what it took to come to it."""
        notes = [f"batas {MOST_REQUESTS} permintaan atau {LONGEST:g} detik tercapai (a limit of the probe was reached)"]
        disallowed = tuple(self.disallowed)
        return replace(
            verdict,
            requests=self.questions,
            seconds=round(self.seconds, 1),
            notes=(*verdict.notes, *(notes if self.is_cut_short else ())),
            disallowed=disallowed,
        )

    async def __call__(self, url: str) -> Answer:
        """Return the answer of `url`; nothing is raised for one that cannot be had."""
        if url not in self._answers:
            self._answers[url] = await self._asked(url)
        return self._answers[url]

    async def _asked(self, url: str) -> Answer:
        if self.hangup:
            return Answer(url, url, failure=self.hangup)
        if self.questions >= MOST_REQUESTS or self.seconds > LONGEST:
            self.is_cut_short = True
            return Answer(url, url, failure=f"{url} was not asked for: a probe ends here")
        if self._watch:
            self._watch(url, self.questions)
        self.questions += 1
        try:
            request = Request(url, callback=NO_CALLBACK)
            response = await self._crawler.engine.download_async(request)
        except Exception as error:  # noqa: BLE001 - whatever kept the answer from us is the answer
            return self._failed(url, error)
        return _answer(url, response)

    def _failed(self, url: str, error: Exception) -> Answer:
        why = explained(error, url)
        if isinstance(error, NotAllowedError) and error.kind == "robots":
            self.disallowed.append(shown(url))
        if isinstance(error, (AskedToWaitError, CannotResolveHostError, DownloadConnectionRefusedError)):
            self.hangup = why
        return Answer(url, url, failure=why, is_disallowed=_is_forbidden(error))


def _is_forbidden(error: Exception) -> bool:
    return isinstance(error, NotAllowedError) and error.kind in ("robots", "elsewhere")


def _answer(url: str, response: Response) -> Answer:
    headers = response.headers.to_unicode_dict() if response.headers else {}
    return Answer(
        asked=url,
        url=response.url,
        status=response.status,
        headers={str(name).lower(): str(value) for name, value in headers.items()},
        body=response.body,
        text=text_of(response),
    )
