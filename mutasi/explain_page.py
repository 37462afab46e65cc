"""Writes how articles were read as one self-contained page, for a browser, light or dark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from mutasi.explain_fields import FIELD_LOOKS, FLAG_MEANINGS, INFERRED_LEVELS, field_label
from mutasi.explain_reading import no_event_reason
from mutasi.explain_segments import segments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Template

    from mutasi.explain_reading import Explanation
    from mutasi.explain_segments import Mark


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words at [start, end) of the text and the marks around them, the outermost first."""

    start: int
    end: int
    words: str
    marks: tuple[Mark, ...]


def write_page(out: IO[str], heading: str, explanations: Iterable[Explanation]) -> int:
    """Write the page of `explanations`, which are taken one by one, to `out`; return how many there were."""
    count = 0

    def counted() -> Iterator[Explanation]:
        nonlocal count
        for explanation in explanations:
            count += 1
            yield explanation

    for part in _template().generate(heading=heading, explanations=counted()):
        out.write(part)
    return count


def _pieces(text: str, marks: list[Mark]) -> Iterator[_Piece]:
    for segment in segments(len(text), marks):
        yield _Piece(segment.start, segment.end, text[segment.start : segment.end], segment.marks)


def _web_address(url: str | None) -> str | None:
    """Return `url` where it leads to the web, None for anything that a page must not link to."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None


def _breakable(rule: str) -> Markup:
    """Return the name of a rule that may be broken between its words."""
    return Markup("<wbr>").join(re.findall(r"[^_:]*[_:]?", rule))


@cache
def _template() -> Template:
    pages = Environment(
        loader=PackageLoader("mutasi"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    pages.filters["breakable"] = _breakable
    pages.globals.update(
        looks=FIELD_LOOKS,
        flag_meanings=FLAG_MEANINGS,
        inferred_levels=INFERRED_LEVELS,
        label=field_label,
        pieces=_pieces,
        web_address=_web_address,
        no_event_reason=no_event_reason,
    )
    return pages.get_template("explain.html")
