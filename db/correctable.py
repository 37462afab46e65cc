"""The fields of an event that a person may set, as they are written and as a correction keeps them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, get_args

from db.days import day_range
from db.values import KINDS, STATUSES, eselon_level, one_of, region_code
from extract.events import HEADCOUNT_RANGES, Acting

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_ACTING: Mapping[str, str] = {word.casefold(): word for word in get_args(Acting)}
_REQUIRED = frozenset({"kind", "status"})
_MOVE = ("person", "to_post", "from_post")


def read_value(name: str, written: str) -> Any:
    """Return the value that `written` sets field `name` to, as a correction keeps it; an empty one means unknown.

    Raises ValueError naming what is wrong and what is right.
    """
    if name not in FIELDS:
        raise ValueError(f"no such field; one of {', '.join(FIELDS)}")
    value = " ".join(written.split())
    if not value:
        if name in _REQUIRED:
            raise ValueError("an event always has one")
        return [] if name in ("eselon", "appointments") else None
    return FIELDS[name](value)


def _date(written: str) -> str:
    day_range(written)
    return written


def _acting(written: str) -> str:
    word = _ACTING.get(written.rstrip(".").casefold())
    if word is None:
        raise ValueError(f"no such status; one of {', '.join(_ACTING.values())}, or empty")
    return word


def _headcount(written: str) -> int | str:
    if written in HEADCOUNT_RANGES:
        return written
    number = written.replace(".", "")
    if not (number.isascii() and number.isdigit()) or not 0 < int(number[:7]) < 1_000_000:
        raise ValueError(f"neither a number of people nor one of {', '.join(HEADCOUNT_RANGES)}")
    return int(number)


def _eselon(written: str) -> list[str]:
    return sorted({eselon_level(level) for level in written.replace(";", ",").split(",")})


def _appointments(written: str) -> list[dict[str, str | None]]:
    wanted = 'expected JSON such as [{"person": "NAME", "to_post": "POST", "from_post": null}]'
    try:
        entries = json.loads(written)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON ({error.msg}); {wanted}") from error
    if not isinstance(entries, list) or not all(_is_move(entry) for entry in entries):
        raise ValueError(wanted)
    return [{name: entry.get(name) or None for name in _MOVE} for entry in entries]


def _is_move(entry: object) -> bool:
    if not isinstance(entry, dict) or not entry.get("person") or entry.keys() - set(_MOVE):
        return False
    return all(value is None or isinstance(value, str) for value in entry.values())


FIELDS: Mapping[str, Callable[[str], Any]] = {
    "kind": lambda written: one_of("kind", written, KINDS),
    "status": lambda written: one_of("status", written, STATUSES),
    "region": region_code,
    "date": _date,
    "official": str,
    "office": str,
    "acting": _acting,
    "headcount": _headcount,
    "eselon": _eselon,
    "appointments": _appointments,
}
"""The fields by name, each with how its value is read; ValueError tells what is wrong."""
