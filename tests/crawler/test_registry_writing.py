from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from crawler.registry import RegistryError, load_registry
from crawler.registry_writing import entry_text, file_for, with_entry

KEYS: dict[str, object] = {
    "name": 'Kabar "Tegal"',
    "url": "https://kabar.example/",
    "platform": "sitemap",
    "regions": ["33.76", "33.28"],
    "article": r"^https?://[^/]+/baca/\d+/",
    "delay": 2.0,
}
OLD = """# Punya kami.

[lama]  # yang pertama
name = "Lama"
url = "https://lama.example/"
platform = "wordpress"   # sudah diperiksa
regions = ["32"]

# Yang kedua.
["kedua.example"]
name = "Kedua"
url = "https://kedua.example/"
platform = "feed"
regions = ["32"]
"""


def test_an_entry_reads_back_as_it_was_given() -> None:
    assert tomllib.loads(entry_text("kabar.example", KEYS)) == {"kabar.example": KEYS}


def test_a_regular_expression_stands_without_doubled_backslashes() -> None:
    assert r"article = '^https?://[^/]+/baca/\d+/'" in entry_text("kabar.example", KEYS)


def test_an_id_with_a_port_is_quoted() -> None:
    assert entry_text("127.0.0.1:8080", KEYS).startswith('["127.0.0.1:8080"]\n')


def test_long_lists_have_a_line_for_each_value() -> None:
    pages = [f"https://kabar.example/kanal/pemerintahan-daerah/{name}" for name in ("satu", "dua", "tiga")]
    text = entry_text("kabar.example", {"listings": pages})
    assert text.count("\n") == 6
    assert tomllib.loads(text)["kabar.example"]["listings"] == pages


@pytest.mark.parametrize("text", [OLD, OLD.rstrip("\n"), OLD + "\n\n"])
def test_a_new_entry_stands_behind_the_others_which_stay_as_they_are(text: str) -> None:
    written = with_entry(text, "kabar.example", KEYS)
    assert written == OLD + "\n" + entry_text("kabar.example", KEYS)


def test_an_entry_that_is_replaced_stays_at_its_place_with_its_comments() -> None:
    written = with_entry(OLD, "lama", {"name": "Baru", "url": "https://lama.example/", "platform": "wordpress"})
    assert tomllib.loads(written)["lama"].keys() == {"name", "url", "platform"}
    assert written.startswith('# Punya kami.\n\n[lama]  # yang pertama\nname = "Baru"\n')
    assert 'platform = "wordpress"   # sudah diperiksa\n' in written
    assert written.endswith(OLD[OLD.index("# Yang kedua.") :])


def test_what_no_probe_finds_out_stays_where_an_entry_is_replaced() -> None:
    chosen = 'delay = 3\n\n[[lama.selectors]]  # sejak dirombak\nsince = 2024-01-01\ntext = "div.isi"\n'
    found = {name: value for name, value in KEYS.items() if name != "delay"}
    written = with_entry(f'[lama]\nfeed = "/rss/"\n{chosen}', "lama", found)
    kept = {"delay": 3, "selectors": [{"since": date(2024, 1, 1), "text": "div.isi"}]}
    assert tomllib.loads(written) == {"lama": found | kept}
    assert "[[lama.selectors]]  # sejak dirombak\n" in written


def test_an_entry_may_be_replaced_by_a_longer_one(tmp_path: Path) -> None:
    registry = tmp_path / "portals.toml"
    registry.write_text(with_entry(OLD, "kedua.example", KEYS | {"url": "https://kedua.example/"}), encoding="utf-8")
    portals = load_registry(registry)
    assert list(portals) == ["lama", "kedua.example"]
    assert portals["kedua.example"].article == KEYS["article"]


def test_a_new_file_says_what_it_is(tmp_path: Path) -> None:
    written = with_entry("", "kabar.example", KEYS)
    assert written.startswith("# Portal sendiri")
    assert tomllib.loads(written) == {"kabar.example": KEYS}


def test_a_file_that_is_not_toml_is_told() -> None:
    with pytest.raises(RegistryError, match="not TOML: "):
        with_entry("[rusak\n", "kabar.example", KEYS)


def test_in_a_folder_an_entry_belongs_to_its_file_or_to_its_province(tmp_path: Path) -> None:
    (tmp_path / "jawa.toml").write_text(OLD, encoding="utf-8")
    assert file_for(tmp_path, "kedua.example", "33.76") == tmp_path / "jawa.toml"
    assert file_for(tmp_path, "lama", "32") == tmp_path / "jawa.toml"
    assert file_for(tmp_path, "kedua", "33.76") == tmp_path / "jawa-tengah.toml"
    assert file_for(tmp_path / "jawa.toml", "kabar.example", "33.76") == tmp_path / "jawa.toml"
