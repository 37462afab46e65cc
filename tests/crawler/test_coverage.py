from __future__ import annotations

import pytest

from crawler.coverage import coverage
from crawler.registry import Portal, RegistryError


def portal(name: str, *regions: str) -> Portal:
    entry = {"id": name, "name": name, "url": f"https://{name}/", "platform": "feed", "regions": regions}
    return Portal.model_validate(entry)


MANDAR = portal("mandar.test", "76.05", "76.04")
SULBAR = portal("sulbar.test", "76", "73.71")
PANTURA = portal("pantura.test", "33.28")


def test_every_province_has_a_row_and_all_regions_are_counted_once() -> None:
    rows = coverage([MANDAR, SULBAR, PANTURA])
    assert len(rows) == 38
    assert sum(row.regions for row in rows) == 552
    assert sum(row.portals for row in rows) == 3
    assert [row.province for row in rows] == sorted(row.province for row in rows)


def test_region_is_covered_by_who_names_it_or_its_province() -> None:
    (row,) = coverage([MANDAR, SULBAR], "76")
    assert row.own == ("76", "76.04", "76.05")
    assert row.by_province == ("76.01", "76.02", "76.03", "76.06")
    assert row.uncovered == ()
    assert (row.portals, row.regions) == (2, 7)


def test_province_without_an_outlet_of_its_own_leaves_the_rest_uncovered() -> None:
    (row,) = coverage([MANDAR], "76")
    assert row.own == ("76.04", "76.05")
    assert row.by_province == ()
    assert row.uncovered == ("76", "76.01", "76.02", "76.03", "76.06")


def test_portal_counts_where_it_is_at_home_and_covers_beyond() -> None:
    (row,) = coverage([SULBAR], "73.71")
    assert (row.province, row.portals, row.own, row.regions) == ("73", 0, ("73.71",), 1)


def test_unknown_region_is_told() -> None:
    with pytest.raises(RegistryError, match="no region 99; a Kemendagri code is like 32"):
        coverage([MANDAR], "99")
