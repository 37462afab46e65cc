"""CSS selectors that a portal declares where the generic reading of its pages falls short."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from lxml import etree
from lxml.cssselect import CSSSelector, SelectorError
from pydantic import BaseModel, ConfigDict, StringConstraints, field_validator
from pydantic_core import ErrorDetails

from crawler.html_tree import elements

_Css = Annotated[str, StringConstraints(min_length=1)]


@dataclass(frozen=True, slots=True)
class Selectors:
    """Where an article page has its text, title, time of publication and author; what is None is read as everywhere."""

    text: str
    title: str | None = None
    published: str | None = None
    author: str | None = None


class DatedSelectors(BaseModel):
    """The selectors of a portal's pages as the registry has them: they hold for articles from the day `since` on."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    since: date
    text: _Css
    title: _Css | None = None
    published: _Css | None = None
    author: _Css | None = None

    @field_validator("text", "title", "published", "author")
    @classmethod
    def _valid_css(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                _compiled(value)
            except SelectorError as error:
                raise ValueError(f"{value!r} is no CSS selector: {error}") from error
        return value

    @property
    def selectors(self) -> Selectors:
        """The selectors without their day."""
        return Selectors(self.text, self.title, self.published, self.author)


def not_twice_a_day(dated: tuple[DatedSelectors, ...]) -> tuple[DatedSelectors, ...]:
    """Return the selectors; raises ValueError where two of them begin on one day."""
    twice = [day for day, count in Counter(one.since for one in dated).items() if count > 1]
    if twice:
        raise ValueError(f"two begin on {twice[0]}; each needs a day of its own")
    return dated


def explained_selectors(error: ErrorDetails) -> str:
    """Return what is wrong with a portal's table of selectors, and what is allowed there."""
    _, *place = error["loc"]
    number, key = (*place, None, None)[:2]
    where = "selectors" if number is None else f"selectors {int(number) + 1}"
    where = where if key is None else f"{where}: {key}"
    match error["type"]:
        case "extra_forbidden":
            return f"{where}: unknown key; allowed are {', '.join(sorted(DatedSelectors.model_fields))}"
        case "missing":
            return f"{where}: missing"
        case "value_error":
            return f"{where}: {error['ctx']['error']}"
        case _ if key == "since":
            return f"{where}: {error['input']!r} is no day; expected one like 2024-05-17"
        case _:
            return f"{where}: {error['msg'][0].lower()}{error['msg'][1:]}, not {error['input']!r}"


def selectors_on(dated: Iterable[DatedSelectors], day: date | None) -> Selectors | None:
    """Return the selectors that held for an article of `day`, the newest where the day is unknown, None before all."""
    held = [one for one in dated if day is None or one.since <= day]
    return max(held, key=lambda one: one.since).selectors if held else None


def selected(root: etree._Element, css: str | None) -> list[etree._Element]:
    """Return the elements that a CSS selector finds, in the order of the page, none where it is None."""
    return elements(_compiled(css), root) if css else []


@cache
def _compiled(css: str) -> CSSSelector:
    return CSSSelector(css, translator="html")
