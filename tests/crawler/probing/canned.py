"""Answers of a site that needs no server: a probe's questions answered from a table."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from crawler.probing.answers import Answer, Ask
from crawler.site import Site

HOME = "https://kabar.example/"
SITE = Site(id="kabar.example", url=HOME)
Found = TypeVar("Found")


def answer(url: str, text: str, status: int = 200, kind: str = "text/html", **headers: str) -> Answer:
    return Answer(url, url, status, {"content-type": kind, **headers}, text.encode(), text)


def answering(pages: dict[str, Answer | str]) -> tuple[Ask, list[str]]:
    """Return what asks the site whose pages are given by path, and the list of what was asked; others are missing."""
    asked: list[str] = []

    async def ask(url: str) -> Answer:
        path = "/" + url.removeprefix(HOME)
        asked.append(path)
        page = pages.get(path)
        if isinstance(page, str):
            return answer(url, page)
        return page or answer(url, "Tidak ditemukan", 404)

    return ask, asked


def awaited(look: Callable[[], Awaitable[Found]]) -> Found:
    async def run() -> Found:
        return await look()

    return asyncio.run(run())


def links(*paths: str, title: str = "Wali Kota Lantik Sebelas Pejabat Baru") -> str:
    """Return a page that links to the paths, each under a title of its own."""
    items = "".join(f'<li><a href="{path}">{title} {at}</a></li>' for at, path in enumerate(paths))
    return f"<html><body><ul>{items}</ul></body></html>"
