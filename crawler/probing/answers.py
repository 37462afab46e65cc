"""What a site answered to one question of a probe, and how such a question is put."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field

from crawler.failures import shown

MISSING = frozenset((404, 410))
"""Statuses that say that there is nothing at the address."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of the address `url` to what was asked of `asked`, redirects followed.

    `status` is None where nothing answered; `failure` then says why, and where the probe did not ask. `text` is the
    body as text, None where it is none. `headers` have lower-case names.
    `is_disallowed` tells that robots.txt, or the address itself, forbids to ask.
    """

    asked: str
    url: str
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    text: str | None = None
    failure: str | None = None
    is_disallowed: bool = False

    @property
    def is_success(self) -> bool:
        """Whether there is a body that the address stands for."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_missing(self) -> bool:
        """Whether the site says that there is nothing at the address."""
        return self.status in MISSING

    @property
    def why(self) -> str:
        """Why the answer is of no use, in one line; empty where it is a success."""
        return "" if self.is_success else self.failure or f"{shown(self.asked)} answers {self.status}"

    @property
    def content_type(self) -> str:
        """The media type that the answer declares, lower case, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()


Ask = Callable[[str], Awaitable[Answer]]
"""Asks for one address, within the limits of the probe; the same address twice is asked once."""
