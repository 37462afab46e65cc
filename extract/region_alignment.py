"""Brings the region of an event in line with the government of whoever decides it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.region_table import regions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.events import Kind, Official, Span
    from extract.region_choice import RegionChoice
    from extract.region_table import Level
    from extract.regions import RegionMention

_LEVELS: Final[dict[str, Level]] = {
    "Gubernur": "provinsi",
    "Wakil Gubernur": "provinsi",
    "Bupati": "kabupaten",
    "Wakil Bupati": "kabupaten",
    "Wali Kota": "kota",
    "Wakil Wali Kota": "kota",
}
_JAKARTA: Final = "31"
_GOVERNING: Final = frozenset({"government", "office", "secretary"})
_UPPER_SCHOOLS: Final = re.compile(r"\b(?:SMA|SMK|SLB|SMAN|SMKN)\b")
_PROVINCIAL_BRANCH: Final = re.compile(
    r"\b(?:[Cc]abang [Dd]inas|[Cc]abdin|[Cc]abdisdik"
    r"|[Dd]inas Pendidikan(?: dan Kebudayaan)?(?: \([^()]{2,20}\))? (?:[Pp]rov\b|[Pp]rovinsi|[Pp]ropinsi))"
)


def aligned(
    choice: RegionChoice,
    kind: Kind,
    official: Official | None,
    spans: Sequence[Span],
    mentions: Sequence[RegionMention],
    text: str,
) -> RegionChoice:
    """Return `choice`, or the government of the event's official where the two are of different levels.

    A governor moves the officials of his province, a bupati those of his kabupaten; only the acting heads whom a
    governor designates belong to other regions. `spans` name the official in the folded `text`, `mentions` are its
    regions. Heads of SMA, SMK and SLB are the province's (UU 23/2014, lampiran I.A): where a branch of its education
    office tells of them, the place is not the region.
    """
    if choice.code is None or kind == "penunjukan":
        return choice
    level = regions()[choice.code].level
    wanted = _LEVELS.get(official.office) if official is not None else None
    if wanted is None:
        branch = level != "provinsi" and _UPPER_SCHOOLS.search(text) and _PROVINCIAL_BRANCH.search(text)
        return _of_level(choice, choice.code[:2], "region_of_upper_schools") if branch else choice
    if wanted == level or choice.code.startswith(_JAKARTA):
        return choice
    if "provinsi" not in {wanted, level}:
        namesake = _namesake(choice.code, wanted)
        return choice if namesake is None else _of_level(choice, namesake, "region_of_official")
    code = _own_region(wanted, spans, mentions) or _governing(wanted, choice.code, mentions)
    if code is None and wanted == "provinsi":
        code = choice.code[:2]
    return _of_level(choice, code, "region_of_official") if code is not None else choice


def _of_level(choice: RegionChoice, code: str, rule: str) -> RegionChoice:
    return replace(choice, code=code, rule=rule, confidence=min(choice.confidence, 0.85), flags=())


def _namesake(code: str, level: Level) -> str | None:
    """Return the kota or kabupaten of the same name in the province: `Wali Kota` is no head of Kabupaten Bima."""
    name = regions()[code].name
    same = (other for other, region in regions().items() if region.name == name and region.level == level)
    return next((other for other in same if other[:2] == code[:2]), None)


def _own_region(level: Level, spans: Sequence[Span], mentions: Sequence[RegionMention]) -> str | None:
    """Return the region told with the official's office."""
    for start, end in spans:
        for mention in mentions:
            inside = start <= mention.start < end and len(mention.codes) == 1
            if inside and regions()[mention.codes[0]].level == level:
                return mention.codes[0]
    return None


def _governing(level: Level, code: str, mentions: Sequence[RegionMention]) -> str | None:
    """Return the government of that level, within the province of `code`, that the text names most."""
    named = Counter(
        mention.codes[0]
        for mention in mentions
        if mention.cue in _GOVERNING
        and not mention.aside
        and len(mention.codes) == 1
        and mention.codes[0][:2] == code[:2]
        and regions()[mention.codes[0]].level == level
    )
    return named.most_common(1)[0][0] if named else None
