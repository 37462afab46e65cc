"""Offices of a region's heads and their deputies: where an article names one, its acting status, and as what."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal, NamedTuple, cast

from extract.events import Acting

OfficeContext = Literal["person", "staff", "place", "decree", "rule", "post", "elect", "generic"]
"""What the office stands for: its holder, someone around him, a building, his decree, his powers, the post that
somebody is to enter, an elected holder not yet in office, any holder (`bupati/wali kota`)."""

HEADS: Final = frozenset({"Gubernur", "Bupati", "Wali Kota"})
DEPUTIES: Final = frozenset({"Wakil Gubernur", "Wakil Bupati", "Wakil Wali Kota"})

_DEAR = re.compile(r"\b(?:bapak|ibu|pak|bu|bpk)\.? $", re.IGNORECASE)
_ACTING_ENDS = frozenset("pj plt plh pjs penjabat pejabat tugas harian sementara".split())
_ELECT_PAIR = re.compile(
    r"(?: [A-Z]\w+){0,2}(?: dan |-| & )wakil (?:gubernur|bupati|wali ?kota)(?: [A-Z]\w+){0,2} terpilih\b", re.IGNORECASE
)
_OF_STATE = re.compile(r" (?:Republik Indonesia(?: \(RI\))?|RI)\b\)?")
_NUMBER_ONE = re.compile(
    r"(?:[Oo]rang [Nn]omor (?:satu|1|Satu) (?:di )?(?:(?:lingkungan|lingkup|jajaran|tubuh|jajaran) )?"
    r"|[Kk]epala [Dd]aerah (?:baru )?)"
    r"(?P<government>[Pp]em(?:erintah )?(?:[Kk]ab(?:upaten)?|[Kk]o(?:ta?)?|[Pp]rov(?:insi)?)"
    r"|[Kk]abupaten|[Kk]ota|[Pp]rovinsi|Bumi)"
)


class OfficeMention(NamedTuple):
    """An office at [start, end), its acting status and a bracketed short form taken in.

    `office` is canonical (`Wali Kota`), or as written where the office heads no region (`Mendagri`).
    """

    start: int
    end: int
    office: str
    acting: Acting | None
    context: OfficeContext
    former: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    canonical: dict[str, str]
    acting: dict[str, Acting]
    before: dict[str, OfficeContext]
    former_before: frozenset[str]
    finder: re.Pattern[str]
    acting_before: re.Pattern[str]
    after: re.Pattern[str]


@cache
def _table() -> _Table:
    document = tomllib.loads((resources.files("extract") / "data" / "offices.toml").read_text(encoding="utf-8"))
    canonical = {form.replace(" ", ""): office for office, forms in document["offices"].items() for form in forms}
    canonical.update(dict.fromkeys((form.replace(" ", "") for form in document["written"]["forms"]), ""))
    printed = [form for forms in document["offices"].values() for form in forms]
    by_letter: dict[str, list[str]] = {}
    for form in sorted(printed + document["written"]["forms"], key=len, reverse=True):
        by_letter.setdefault(form[0], []).append(form[1:].replace(" ", r"\s{0,3}"))
    # Plain letters first, the rest of the expression only behind them: one fast pass over the text.
    initials = "".join(sorted({form[0] for form in printed}))
    tails = "|".join(f"(?<={letter})(?:{'|'.join(forms)})" for letter, forms in sorted(by_letter.items()))
    short = "|".join(sorted((form.replace(" ", r"\s?") for form in [*printed, "mendagri"]), key=len, reverse=True))
    acting = {form: cast("Acting", status) for status, forms in document["acting"].items() for form in forms}
    forms = "|".join(sorted((form.replace(" ", r"\s{1,3}") for form in acting), key=len, reverse=True))
    before: dict[str, OfficeContext] = {}
    contexts: tuple[OfficeContext, ...] = ("post", "rule", "decree", "place", "staff")
    for context in contexts:
        before.update(dict.fromkeys(document["before"][context], context))
    return _Table(
        canonical=canonical,
        acting=acting,
        before=before,
        former_before=frozenset(document["before"]["former"]),
        finder=re.compile(
            rf"[{initials}{''.join(sorted(by_letter)).upper()}](?<!\w.)(?<![a-z0-9_]-.)(?i:{tails})(?![\w-])"
        ),
        acting_before=re.compile(
            rf"\b(?P<first>{forms})\b(?:(?<=p[jl][hst])\.|(?<=pj)\.)?"
            rf"(?:[\s(]+(?:atau )?(?P<second>{forms})\b\.?\)?)?[\s)]*$",
            re.IGNORECASE,
        ),
        after=re.compile(rf"\s?\((?:{short})\)", re.IGNORECASE),
    )


def find_offices(text: str) -> list[OfficeMention]:
    """Return the offices of heads, deputies and secretaries that the folded `text` names, in order."""
    table = _table()
    mentions: list[OfficeMention] = []
    for match in table.finder.finditer(text):
        if not mentions or match.start() >= mentions[-1].end:
            mentions.append(_mention(text, match, table))
    if "omor " in text or "epala " in text:
        mentions += [_number_one(match) for match in _NUMBER_ONE.finditer(text)]
        mentions.sort(key=lambda mention: mention.start)
    return mentions


def _mention(text: str, match: re.Match[str], table: _Table) -> OfficeMention:
    written = match.group()
    office = table.canonical["".join(written.lower().split())] or " ".join(written.split())
    start, end = match.span()
    acting: Acting | None = None
    word = _word_before(text, start)
    if word in _ACTING_ENDS:
        paragraph = text.rfind("\n\n", max(0, start - 50), start) + 1
        told = table.acting_before.search(text, max(paragraph, start - 50, 0), start)
        if told:
            acting = _acting(told, table)
            start = told.start() if acting else start
            word = _word_before(text, start)
    short = table.after.match(text, end)
    if short:
        end = short.end()
    state = _OF_STATE.match(text, end)
    if state:
        end = state.end()
    context = _context(text, start, end, word, table)
    return OfficeMention(start, end, office, acting, context, word in table.former_before)


def _acting(told: re.Match[str], table: _Table) -> Acting | None:
    """Return the acting status; `pejabat` alone is none, `Pejabat (Pj)` a common slip for Penjabat."""
    first, second = (" ".join((told[name] or "").lower().split()) for name in ("first", "second"))
    if second:
        return table.acting[second]
    return None if first == "pejabat" else table.acting[first]


def _word_before(text: str, position: int) -> str:
    """Return the word right before `position` in lower case, a polite `Bapak` or `Ibu` passed over; "" at a break."""
    dear = _DEAR.search(text, max(0, position - 8), position)
    if dear:
        position = dear.start()
    floor = max(0, position - 24)
    end = position
    while end > max(floor, position - 3) and (text[end - 1].isspace() or text[end - 1] in ".()\"'"):
        end -= 1
    start = end
    while start > floor and (text[start - 1].isalnum() or text[start - 1] in "-_"):
        start -= 1
    return text[start:end].lower()


def _context(text: str, start: int, end: int, word: str, table: _Table) -> OfficeContext:
    if text[end : end + 1] == "/" or (start and text[start - 1] == "/"):
        return "generic"
    if text[end : end + 10].strip().lower().startswith("terpilih") or _ELECT_PAIR.match(text, end):
        return "elect"
    if text[start - 1 : start] in {" ", "\n"} and text[start - 2 : start - 1] not in {",", ".", ")", ":"}:
        return table.before.get(word, "person")
    return "person"


def _number_one(match: re.Match[str]) -> OfficeMention:
    government = match["government"].lower()
    level = government.removeprefix("pem").removeprefix("erintah ")
    office = "Bupati" if level.startswith("kab") else "Gubernur" if level.startswith("prov") else "Wali Kota"
    return OfficeMention(match.start(), match.end(), office, None, "person")
