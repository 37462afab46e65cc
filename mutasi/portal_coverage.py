"""What `mutasi portals --coverage` shows: which regions have an outlet, and which are silent for want of one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.table import Table
from rich.text import Text

from extract.region_table import region_name, regions

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.console import RenderableType

    from crawler.coverage import Coverage

_HEADINGS = (
    "Portal (portals)",
    "Wilayah (regions)",
    "Bermedia sendiri (own outlet)",
    "Hanya media provinsi (province's)",
    "Tanpa media (none)",
)


def coverage_table(provinces: Sequence[Coverage]) -> Table:
    """Return a row a province and a row of sums."""
    table = Table(show_footer=True)
    rows = [_numbers(one) for one in provinces]
    table.add_column("Kode (code)", footer="")
    table.add_column("Provinsi (province)", footer="Jumlah (sum)")
    for heading, numbers in zip(_HEADINGS, zip(*rows, strict=True), strict=True):
        table.add_column(heading, footer=str(sum(numbers)), justify="right")
    for one, numbers in zip(provinces, rows, strict=True):
        table.add_row(one.province, regions()[one.province].name, *map(str, numbers))
    return table


def coverage_with_names(provinces: Sequence[Coverage]) -> RenderableType:
    """Return the table and, below it, the names of the regions that have no outlet of their own."""
    parts: list[RenderableType] = [coverage_table(provinces)]
    for heading, codes in (
        (
            "Hanya media provinsi (covered by the province's outlets only)",
            [c for p in provinces for c in p.by_province],
        ),
        ("Tanpa media (covered by no outlet)", [c for p in provinces for c in p.uncovered]),
    ):
        if codes:
            names = ", ".join(f"{region_name(code)} ({code})" for code in codes)
            parts.append(Text.assemble((f"{heading}: ", "bold"), names))
    return Group(*parts)


def coverage_records(provinces: Iterable[Coverage]) -> list[dict[str, Any]]:
    """Return the coverage for programs: a record a province, with its regions by kind of coverage."""
    return [
        {
            **_named(one.province),
            "portals": one.portals,
            "own": [_named(code) for code in one.own],
            "by_province": [_named(code) for code in one.by_province],
            "uncovered": [_named(code) for code in one.uncovered],
        }
        for one in provinces
    ]


def coverage_line(provinces: Sequence[Coverage]) -> str:
    """Return the line that keeps silence from being read as stability."""
    every = sum(one.regions for one in provinces)
    without = every - sum(len(one.own) for one in provinces)
    told = f"{without} dari {every} wilayah tanpa media sendiri (of {every} regions without an outlet of their own)"
    return f"{told}: mutasi portals --coverage"


def _numbers(one: Coverage) -> tuple[int, ...]:
    return one.portals, one.regions, len(one.own), len(one.by_province), len(one.uncovered)


def _named(code: str) -> dict[str, str]:
    return {"kemendagri_code": code, "name": region_name(code)}
