"""The region tables: complete, their codes kept as text, built the same again."""

import csv
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from extract.region_table import district_names, region_name, region_names, regions

CHECKOUT = Path(__file__).resolve().parents[2]
REFERENCE = CHECKOUT.parent / "shared"


def test_every_region_of_the_decree_is_there() -> None:
    levels = Counter(region.level for region in regions().values())
    assert levels == {"provinsi": 38, "kabupaten": 416, "kota": 98}


def test_codes_keep_their_zeros_and_lie_in_their_province() -> None:
    assert regions()["11.10"].name == "Aceh Singkil"
    assert all(len(code) in {2, 5} and region.province in regions() for code, region in regions().items())


def test_another_schemes_code_never_stands_for_kemendagris() -> None:
    assert regions()["11.01"].name == "Aceh Selatan"
    assert regions()["11.01"].bps_code_2018 == "1103"


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("32.75", "Kota Bekasi"),
        ("13.02", "Kabupaten Solok"),
        ("91", "Provinsi Papua"),
        ("11", "Provinsi Aceh"),
        ("34", "Daerah Istimewa Yogyakarta"),
        ("31.74", "Kota Administrasi Jakarta Selatan"),
        ("96", "Provinsi Papua Barat Daya"),
    ],
)
def test_a_region_is_named_in_full(code: str, name: str) -> None:
    assert region_name(code) == name


def test_an_unknown_code_is_an_error() -> None:
    with pytest.raises(KeyError):
        region_name("99.99")


def test_every_region_answers_to_its_own_name() -> None:
    names = region_names()
    for code, region in regions().items():
        assert code in names[region.name.lower().replace("-", " ")].codes, region.full_name


def test_names_shared_by_kabupaten_and_kota_keep_both() -> None:
    assert region_names()["bekasi"].codes == ("32.16", "32.75")
    assert region_names()["gorontalo"].codes == ("75", "75.01", "75.71")


def test_districts_lead_to_their_regencies() -> None:
    assert district_names()["lubuk sikarah"] == ("13.72",)
    assert len(district_names()["tebing tinggi"]) > 2


@pytest.mark.skipif(not (REFERENCE / "regions.csv").exists(), reason="the reference tables are not beside the checkout")
def test_the_tables_are_built_the_same_again(tmp_path: Path) -> None:
    data = CHECKOUT / "extract" / "data"
    (tmp_path / "region_aliases.csv").write_bytes((data / "region_aliases.csv").read_bytes())
    script = CHECKOUT / "scripts" / "build_regions.py"
    subprocess.run([sys.executable, str(script), str(REFERENCE), "-o", str(tmp_path)], check=True, capture_output=True)
    for table in ("regions.csv", "districts.csv"):
        assert (tmp_path / table).read_bytes() == (data / table).read_bytes()


def test_a_bad_reference_names_the_file_and_exits_2(tmp_path: Path) -> None:
    (tmp_path / "regions.csv").write_text("code,name\n11,Aceh\n", encoding="utf-8")
    script = CHECKOUT / "scripts" / "build_regions.py"
    done = subprocess.run([sys.executable, str(script), str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "regions.csv: no column level" in done.stderr


def test_aliases_are_sorted_and_none_stands_twice() -> None:
    with (CHECKOUT / "extract" / "data" / "region_aliases.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    keys = [(row["kemendagri_code"], row["alias"]) for row in rows]
    assert keys == sorted(set(keys))
    assert {row["needs_cue"] for row in rows} == {"0", "1"}
