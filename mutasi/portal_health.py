"""Shows how portals are: the worst first, each with its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from crawler.checkup import PortalHealth
    from crawler.health import Finding, FindingKind, Health, Severity, State
    from crawler.registry import Portal

STATES: Mapping[State, str] = {
    "failing": "gagal (failing)",
    "warning": "waspada (warning)",
    "never": "belum pernah (never crawled)",
    "unknown": "belum cukup riwayat (not enough history)",
    "healthy": "sehat (healthy)",
}
"""The states, the worst first."""

KINDS: Mapping[FindingKind, str] = {
    "ours": "gangguan di pihak kita (fault on our side)",
    "robots": "dilarang robots.txt (barred by robots.txt)",
    "blocked": "diblokir (blocked)",
    "unreachable": "tidak terjangkau (unreachable)",
    "moved": "dialihkan ke tempat lain (leads elsewhere)",
    "redesign": "situs dirombak (redesigned)",
    "empty": "daftar kosong (listing empty)",
    "incomplete": "daftar tidak lengkap (listing incomplete)",
    "failed": "gagal (failed)",
    "way_closed": "jalan masuk tertutup (way in closed)",
    "old": "hanya artikel lama (only old articles)",
    "silent": "diam (silent)",
    "unstored": "tak ada yang tersimpan (nothing stored)",
    "fields": "isian hilang (fields lost)",
    "events": "peristiwa merosot (events collapsed)",
    "resting": "diistirahatkan (left in peace)",
    "stale": "lama tidak dikumpulkan (not crawled lately)",
}

SEVERITIES: Mapping[Severity, str] = {"failure": STATES["failing"], "warning": STATES["warning"]}
"""What a finding makes of its portal."""

_FIELDS = ("title", "published", "author", "section")


def finding_line(finding: Finding) -> str:
    """Return a finding in one line: what it is, and why."""
    return f"{KINDS[finding.kind]}: {finding.cause}"


def worst_first(found: Sequence[PortalHealth]) -> list[PortalHealth]:
    """Return the portals by state, those of one state in their order."""
    order = list(STATES)
    return sorted(found, key=lambda one: order.index(one.state))


def health_table(portals: Mapping[str, Portal], found: Sequence[PortalHealth]) -> Table:
    """Return how the portals that were ever crawled are, a row each, as a table for people; `tally_line` counts others.

    Before an arrow is what is usual, after it what is now; the fill is that of title, time, author and section.
    """
    table = Table()
    for heading in ("Portal", "Keadaan (state)", "Terakhir (last run)", "Terakhir berhasil (last success)"):
        table.add_column(heading)
    table.add_column("Artikel/minggu (a week)", justify="right")
    table.add_column("Isian % (fill)", justify="right")
    table.add_column("Berperistiwa (with events)", justify="right")
    table.add_column("Sebab (cause)")
    for one in worst_first([one for one in found if one.state != "never"]):
        portal = portals[one.portal]
        moments = (_moment(portal, one.last_run), _moment(portal, one.last_success))
        cells = ("", "", "", "") if one.health is None else _cells(one.health)
        table.add_row(one.portal, STATES[one.state], *moments, *cells)
    return table


def _cells(health: Health) -> tuple[str, str, str, str]:
    expected = "?" if health.expected_a_week is None else f"{health.expected_a_week:.2g}"
    fill = "/".join(f"{100 * health.fill[name]:.0f}" for name in _FIELDS if name in health.fill)
    events = " → ".join(
        "?" if share is None else f"{100 * share:.0f} %" for share in (health.events_before, health.events_lately)
    )
    return f"{expected} → {health.last_week}", fill, events, "; ".join(KINDS[one.kind] for one in health.findings)


def _moment(portal: Portal, moment: datetime | None) -> str:
    return moment.astimezone(portal.zone).strftime("%Y-%m-%d %H:%M %Z") if moment else "belum pernah (never)"


def cause_lines(found: Sequence[PortalHealth]) -> list[str]:
    """Return a line for each finding, those of the worst portals first."""
    findings = [(one, finding) for one in worst_first(found) if one.health for finding in one.health.findings]
    return [f"{one.portal}: {finding_line(finding)}" for one, finding in findings]


def tally_line(found: Sequence[PortalHealth]) -> str:
    """Return how many portals are in each state."""
    counts = {state: sum(one.state == state for one in found) for state in STATES}
    return f"{len(found)} portal: " + ", ".join(f"{count} {STATES[state]}" for state, count in counts.items() if count)


def health_records(found: Sequence[PortalHealth]) -> list[dict[str, object]]:
    """Return how the portals are, a record each, for programs."""
    return [
        {
            "portal": one.portal,
            "state": one.state,
            "last_run": one.last_run and one.last_run.isoformat(),
            "last_success": one.last_success and one.last_success.isoformat(),
            **({} if one.health is None else _record(one.health)),
        }
        for one in worst_first(found)
    ]


def _record(health: Health) -> dict[str, object]:
    return {
        "expected_a_week": health.expected_a_week,
        "last_week": health.last_week,
        "fill": health.fill,
        "expected_fill": health.expected_fill,
        "events_before": health.events_before,
        "events_lately": health.events_lately,
        "findings": [
            {"kind": one.kind, "severity": one.severity, "cause": one.cause, "numbers": dict(one.numbers)}
            for one in health.findings
        ],
    }
