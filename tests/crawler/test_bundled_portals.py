"""The registry that comes with the crawler: what holds of every entry."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from crawler.coverage import coverage
from crawler.registry import bundled_registry
from extract.region_table import regions

FOLDER = files("crawler") / "portals"
FILES = sorted(entry.name for entry in FOLDER.iterdir() if entry.name.endswith(".toml"))
WITA = "51 52 53 63 64 65 71 72 73 74 75 76".split()
WIT = "81 82 91 92 93 94 95 96".split()
"""The provinces of each time zone, by Keputusan Presiden 41/1987 and the provinces formed since; the rest has WIB."""


def file_name(province: str) -> str:
    """Return the name of the file that holds the portals of a province: `Jawa Barat` is `jawa-barat.toml`."""
    return regions()[province].name.lower().replace(" ", "-") + ".toml"


@pytest.mark.parametrize("name", FILES)
def test_file_holds_the_portals_at_home_in_its_province_in_order(name: str) -> None:
    ids = list(tomllib.loads((FOLDER / name).read_text(encoding="utf-8")))
    homes = [(bundled_registry()[portal].home_region, portal) for portal in ids]
    assert {file_name(home[:2]) for home, _ in homes} == {name}
    assert homes == sorted(homes)


def test_every_province_has_a_file_and_hundreds_of_portals_are_registered() -> None:
    assert sorted(file_name(code) for code in regions() if len(code) == 2) == FILES
    assert len(bundled_registry()) >= 1080


def test_no_region_is_without_an_outlet_of_its_own_or_its_provinces() -> None:
    rows = coverage(bundled_registry().values())
    assert sum(row.regions for row in rows) == 552
    assert sum(row.portals for row in rows) == len(bundled_registry())
    assert [code for row in rows for code in row.uncovered] == []


def test_every_region_exists_and_is_named_once() -> None:
    for portal in bundled_registry().values():
        assert set(portal.regions) <= set(regions()), portal.id
        assert len(set(portal.regions)) == len(portal.regions), portal.id


def test_every_portal_tells_where_it_was_seen() -> None:
    assert [portal.id for portal in bundled_registry().values() if not portal.evidence] == []


def test_every_portal_is_named_by_its_site() -> None:
    for portal in bundled_registry().values():
        assert portal.id == portal.netloc.removeprefix("www."), portal.id
        assert not portal.loopback, portal.id


def test_every_portal_keeps_the_time_of_its_home() -> None:
    for portal in bundled_registry().values():
        province = portal.home_region[:2]
        expected = "Asia/Makassar" if province in WITA else "Asia/Jayapura" if province in WIT else "Asia/Jakarta"
        assert portal.timezone == expected, portal.id
