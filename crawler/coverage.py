"""Which regions the registered portals report on, so that the silence of a region is not read as stability."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.registry import Portal, RegistryError
from extract.region_table import regions


@dataclass(frozen=True, slots=True)
class Coverage:
    """How well a province is reported on.

    `portals` is the number of portals at home in it. Of its regions (the province itself, its kabupaten and kota, by
    Kemendagri code and in their order) `own` have a portal that names them, `by_province` only one that names the
    province, `uncovered` neither.
    """

    province: str
    portals: int
    own: tuple[str, ...]
    by_province: tuple[str, ...]
    uncovered: tuple[str, ...]

    @property
    def regions(self) -> int:
        """The number of regions that this is about."""
        return len(self.own) + len(self.by_province) + len(self.uncovered)


def coverage(portals: Iterable[Portal], region: str | None = None) -> list[Coverage]:
    """Return the coverage by `portals` of every province, in the order of codes; of `region` and its parts alone.

    Raises RegistryError where Kemendagri has no such region.
    """
    asked = list(portals)
    if region is not None and region not in regions():
        raise RegistryError(f"there is no region {region}; a Kemendagri code is like 32 or 32.75")
    wanted = [code for code in regions() if region is None or code == region or code.startswith(f"{region}.")]
    named = {code for portal in asked for code in portal.regions}
    provinces = sorted({code[:2] for code in wanted})
    return [_of_province(province, wanted, named, asked) for province in provinces]


def _of_province(province: str, wanted: list[str], named: set[str], portals: list[Portal]) -> Coverage:
    codes = sorted(code for code in wanted if code[:2] == province)
    others = [code for code in codes if code not in named]
    return Coverage(
        province,
        portals=sum(portal.home_region[:2] == province for portal in portals),
        own=tuple(code for code in codes if code in named),
        by_province=tuple(others) if province in named else (),
        uncovered=() if province in named else tuple(others),
    )
