"""Infers the regions that a site reports on from what it is called and from the titles of its articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from urllib.parse import unquote, urlsplit

from crawler.probing.findings import Regions
from extract.region_table import region_name, region_names, regions
from extract.regions import find_regions

_SHORTEST_IN_HOST = 5
"""Letters of a region's name that is looked for inside a host name: shorter ones are parts of other words."""

_FEWEST_TITLES = 3
_SHARE = 0.25
"""Titles that name a region, and their share of those that name any, from which on the site is at home there."""

_PROVINCE_SHARE = 0.6
"""Share of the titles that name any region from which on a site whose titles name many is taken for its province's."""

_MOST = 6
_WORDS = re.compile(r"[^\W\d_]+")


def inferred_regions(name: str, host: str, description: str, titles: Iterable[str]) -> Regions:
    """Return the regions told by the site's name, else by its host or description, else by most titles of its articles.

    Where kabupaten and kota share the name both are returned, the one first that the titles speak of more.
    """
    counts = _counted(titles)
    told = f"{name} | {description}"
    for words, codes in (
        (f"nama (name) {name!r}", _named_in(name)),
        (f"host {host!r}", _in_host(host)),
        (f"deskripsi (description) {description[:80]!r}", _named_in(told)),
    ):
        if codes:
            return Regions(_ordered(codes, counts), words)
    return _by_titles(counts)


def timezone_of(code: str) -> str:
    """Return the time zone of a region: WIB, WITA or WIT (Keputusan Presiden 41/1987; new provinces as the old ones).

    Kalimantan is WIB in its west and middle; Sulawesi, Bali and Nusa Tenggara are WITA, Maluku and Papua WIT.
    """
    province = int(code[:2])
    if province < 50 or province in (61, 62):
        return "Asia/Jakarta"
    return "Asia/Makassar" if province < 80 else "Asia/Jayapura"


def told_by_address(url: str) -> str:
    """Return the words of an article's address as a title has them, for listings that tell no titles."""
    step = unquote(urlsplit(url).path).rstrip("/").rpartition("/")[2]
    return " ".join(word.capitalize() for word in _WORDS.findall(step))


def _counted(titles: Iterable[str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for title in titles:
        counts.update({code for mention in find_regions(title) if not mention.aside for code in mention.codes})
    return counts


def _named_in(text: str) -> list[str]:
    """Return the codes of the regions that a name or motto has, in its order, provinces after their parts."""
    mentions = [mention for mention in find_regions(text) if not mention.aside]
    codes = dict.fromkeys(code for mention in mentions for code in mention.codes)
    return sorted(codes, key=lambda code: len(code) == 2)


def _in_host(host: str) -> list[str]:
    """Return the codes of the region whose name is the longest inside the host's own label (`radarbekasi.id`)."""
    labels = host.removeprefix("www.").split(".")
    if len(labels) < 2 or host.replace(".", "").isdigit():
        return []
    label = re.sub(r"[^a-z]", "", "".join(labels[:-1]).casefold())
    best = max(
        (name for name in _joined_names() if name in label),
        key=lambda name: (len(name), name),
        default=None,
    )
    return list(_joined_names()[best]) if best else []


@cache
def _joined_names() -> dict[str, tuple[str, ...]]:
    """Return the names of regions without blanks that are long enough, and no common words, with their codes."""
    return {
        joined: entry.codes
        for name, entry in region_names().items()
        if not entry.needs_cue
        and entry.kind in ("name", "spelling", "abbreviation")
        and len(joined := name.replace(" ", "")) >= _SHORTEST_IN_HOST
        and _WORDS.fullmatch(joined)
    }


def _ordered(codes: Sequence[str], counts: Counter[str]) -> tuple[str, ...]:
    """Return the codes, those of one name in the order in which the titles speak of them; the kota first by itself."""
    first = {region_base(code): at for at, code in reversed(list(enumerate(codes)))}
    ranked = sorted(
        codes,
        key=lambda code: (len(code) == 2, first[region_base(code)], -counts[code], regions()[code].level != "kota"),
    )
    return tuple(ranked[:_MOST])


def region_base(code: str) -> str:
    """Return the name that a kabupaten and its kota share."""
    return regions()[code].name.casefold()


def _by_titles(counts: Counter[str]) -> Regions:
    whole = sum(counts.values())
    home = [
        code
        for code, count in counts.most_common(_MOST)
        if count >= _FEWEST_TITLES and count >= _SHARE * whole and len(code) > 2
    ]
    if home:
        told = ", ".join(f"{region_name(code)} {counts[code]}" for code in home)
        return Regions(tuple(home), f"judul artikel (titles of articles): {told}")
    provinces: Counter[str] = Counter()
    for code, count in counts.items():
        provinces[code[:2]] += count
    for code, count in provinces.most_common(1):
        if count >= _FEWEST_TITLES and count >= _PROVINCE_SHARE * whole:
            parts = [part for part, _ in counts.most_common() if part.startswith(f"{code}.")][: _MOST - 1]
            told = f"judul artikel (titles of articles): {region_name(code)} {count} dari (of) {whole}"
            return Regions((code, *parts), told)
    return Regions()
