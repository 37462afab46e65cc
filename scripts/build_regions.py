"""Build `extract/data/regions.csv` and `districts.csv` from reference tables, and check `region_aliases.csv`.

    python scripts/build_regions.py REFERENCE [-o extract/data]

REFERENCE is a directory with `regions.csv` (code, level, name, full_name, bps_code, iso_3166_2, capital) and
`districts.csv` (code, name, regency_code), the codes being Kemendagri's (Kepmendagri 300.2.2-2138/2025).
`region_aliases.csv` is written by hand: what newspapers call the regions. It is checked here, never written.
Run again on the same reference, the output is the same byte for byte.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from pathlib import Path
from typing import TextIO

LEVELS = {"province": "provinsi", "kabupaten": "kabupaten", "kota": "kota"}
EXPECTED = {"provinsi": 38, "kabupaten": 416, "kota": 98}
ALIAS_KINDS = {"abbreviation", "former", "government", "name", "office", "seat", "secretary", "spelling"}
REGION_COLUMNS = ["kemendagri_code", "level", "name", "full_name", "bps_code_2018", "iso_3166_2", "seat"]
DISTRICT_COLUMNS = ["kemendagri_code", "name"]
ALIAS_COLUMNS = ["kemendagri_code", "alias", "kind", "needs_cue"]
_REGION_CODE = re.compile(r"\d{2}(?:\.\d{2})?")
_DISTRICT_CODE = re.compile(r"\d{2}\.\d{2}\.\d{2}")


class BadReferenceError(ValueError):
    """A reference table that cannot be what it should be; the message names the file and what is wrong."""


def rows_of(path: Path, needed: list[str]) -> list[dict[str, str]]:
    """Return the rows of the CSV file `path`, which must have the columns `needed`."""
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.DictReader(stream)
            missing = [name for name in needed if name not in (reader.fieldnames or [])]
            if missing:
                raise BadReferenceError(f"{path}: no column {', '.join(missing)}")
            return [{name: " ".join((row[name] or "").split()) for name in needed} for row in reader]
    except OSError as error:
        raise BadReferenceError(f"{path}: {error.strerror}") from error


def region_rows(reference: Path) -> list[dict[str, str]]:
    """Return the provinces, kabupaten and kota, by code."""
    path = reference / "regions.csv"
    rows = []
    for row in rows_of(path, ["code", "level", "name", "full_name", "bps_code", "iso_3166_2", "capital"]):
        if not _REGION_CODE.fullmatch(row["code"]) or row["level"] not in LEVELS or not row["name"]:
            raise BadReferenceError(f"{path}: not a region: {row}")
        level = LEVELS[row["level"]]
        full_name = "Provinsi Aceh" if row["code"] == "11" else row["full_name"]
        seat = "" if row["capital"] == row["name"] else row["capital"]
        values = [row["code"], level, row["name"], full_name, row["bps_code"], row["iso_3166_2"], seat]
        rows.append(dict(zip(REGION_COLUMNS, values, strict=True)))
    counts = {level: sum(row["level"] == level for row in rows) for level in EXPECTED}
    if counts != EXPECTED:
        raise BadReferenceError(f"{path}: {counts}, expected {EXPECTED}")
    _unique(path, [row["kemendagri_code"] for row in rows])
    return sorted(rows, key=lambda row: row["kemendagri_code"])


def district_rows(reference: Path, regions: set[str]) -> list[dict[str, str]]:
    """Return the kecamatan (distrik, kapanewon, kemantren), by code; every one lies in one of `regions`."""
    path = reference / "districts.csv"
    rows = []
    for row in rows_of(path, ["code", "name"]):
        if not _DISTRICT_CODE.fullmatch(row["code"]) or row["code"][:5] not in regions or not row["name"]:
            raise BadReferenceError(f"{path}: not a district of a known region: {row}")
        rows.append({"kemendagri_code": row["code"], "name": row["name"]})
    _unique(path, [row["kemendagri_code"] for row in rows])
    return sorted(rows, key=lambda row: row["kemendagri_code"])


def check_aliases(path: Path, regions: set[str]) -> int:
    """Check the hand-written aliases and return their number."""
    rows = rows_of(path, ALIAS_COLUMNS)
    for row in rows:
        if row["kemendagri_code"] not in regions:
            raise BadReferenceError(f"{path}: unknown region {row['kemendagri_code']!r} of {row['alias']!r}")
        if not row["alias"] or row["kind"] not in ALIAS_KINDS or row["needs_cue"] not in {"0", "1"}:
            raise BadReferenceError(f"{path}: not an alias: {row}")
    _unique(path, [f"{row['kemendagri_code']} {row['alias']}" for row in rows])
    return len(rows)


def _unique(path: Path, keys: list[str]) -> None:
    twice = sorted({key for key in keys if keys.count(key) > 1}) if len(set(keys)) < len(keys) else []
    if twice:
        raise BadReferenceError(f"{path}: more than once: {', '.join(twice)}")


def _write(stream: TextIO, columns: list[str], rows: list[dict[str, str]]) -> None:
    writer = csv.DictWriter(stream, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def main() -> int:
    """Build the tables; return 0, or 2 where the reference is not what it should be."""
    parser = argparse.ArgumentParser(description="Build the region tables of extract from reference tables.")
    parser.add_argument("reference", type=Path, help="directory with regions.csv and districts.csv")
    default = Path(__file__).resolve().parent.parent / "extract" / "data"
    parser.add_argument("-o", "--output", type=Path, default=default, help="directory of the tables (%(default)s)")
    options = parser.parse_args()
    try:
        regions = region_rows(options.reference)
        codes = {row["kemendagri_code"] for row in regions}
        districts = district_rows(options.reference, codes)
        aliases = check_aliases(options.output / "region_aliases.csv", codes)
    except BadReferenceError as error:
        print(f"build_regions: {error}", file=sys.stderr)
        return 2
    for name, columns, rows in (
        ("regions.csv", REGION_COLUMNS, regions),
        ("districts.csv", DISTRICT_COLUMNS, districts),
    ):
        with (options.output / name).open("w", encoding="utf-8", newline="") as stream:
            _write(stream, columns, rows)
    print(f"{len(regions)} regions, {len(districts)} districts; {aliases} aliases checked")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
