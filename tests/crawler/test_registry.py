from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from crawler.registry import Portal, RegistryError, load_registry, registry_with, select_portals
from crawler.selectors import Selectors

ENTRY = """
["kabarsatu.test"]
name = "Kabar Satu"
url = "https://kabarsatu.test/"
platform = "wordpress"
regions = ["32.75", "32.16"]
"""


def write(folder: Path, text: str, name: str = "jawa-barat.toml") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def portal(**changes: object) -> Portal:
    entry = {"id": "kabarsatu.test", "name": "Kabar Satu", "url": "https://kabarsatu.test/", "platform": "wordpress"}
    return Portal.model_validate({**entry, "regions": ["32.75"], **changes})


def test_bundled_registry_has_the_real_portals() -> None:
    registry = load_registry()
    assert registry["radarbekasi.id"].regions == ("32.75", "32.16")
    assert registry["radarbekasi.id"].home_region == "32.75"
    assert registry["radarbekasi.id"].guessed == ("platform",)
    assert registry["blok-a.com"].url == "https://blok-a.com/"


def test_file_is_a_registry(tmp_path: Path) -> None:
    registry = load_registry(write(tmp_path, ENTRY))
    assert list(registry) == ["kabarsatu.test"]
    assert registry["kabarsatu.test"].timezone == "Asia/Jakarta"
    assert registry["kabarsatu.test"].delay is None


def test_folder_is_a_registry_in_order_of_its_files(tmp_path: Path) -> None:
    write(tmp_path, ENTRY.replace("satu", "dua").replace("Satu", "Dua"), "b.toml")
    write(tmp_path, ENTRY, "a.toml")
    assert list(load_registry(tmp_path)) == ["kabarsatu.test", "kabardua.test"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            ("platform =", "platfrom ="),
            "kabarsatu.test: platfrom: unknown key; allowed are archive, article, delay, evidence, feed, guessed",
        ),
        (('"wordpress"', '"wordpres"'), "kabarsatu.test: platform: 'wordpres' is none; allowed are wordpress"),
        (('name = "Kabar Satu"\n', ""), "kabarsatu.test: name: missing"),
        (('"wordpress"', '"feed"\nguessed = ["delay"]'), "kabarsatu.test: guessed: input should be 'name', 'url'"),
        (('"wordpress"', '"feed"\nevidence = [""]'), "kabarsatu.test: evidence: string should have at least 1"),
        (('name = "Kabar Satu"', 'name = "x"\ntimezone = "Asia"'), "kabarsatu.test: timezone: not an IANA time zone"),
        (('name = "Kabar Satu"', 'name = "x"\ntimezone = "../x"'), "kabarsatu.test: timezone: not an IANA time zone"),
        (('"32.75"', '"3275"'), "kabarsatu.test: regions: '3275' is no Kemendagri code; expected text like"),
        (('"32.75"', "3275"), "kabarsatu.test: regions: 3275 is no Kemendagri code; expected text like"),
        (('["32.75", "32.16"]', "[]"), "kabarsatu.test: regions: "),
        (("https://kabarsatu.test/", "kabarsatu.test"), "kabarsatu.test: url: not a web address"),
        (("https://kabarsatu.test/", "https://kabarsatu.test/?p=1"), "kabarsatu.test: url: a home page has no"),
        (("https://kabarsatu.test/", "http://127.0.0.1:8000/"), "127.0.0.1 is not on the public internet"),
        (("https://kabarsatu.test/", "http://192.168.1.4/"), "192.168.1.4 is not on the public internet"),
        (('name = "Kabar Satu"', 'name = "x"\ndelay = 0.1'), "kabarsatu.test: delay: 0.1 s is less than 1 s"),
        (('name = "Kabar Satu"', 'name = "x"\ntimezone = "WIB"'), "kabarsatu.test: timezone: not an IANA time zone"),
        (('name = "Kabar Satu"', 'name = "x"\nid = "y"'), "kabarsatu.test: id: unknown key"),
        (('["kabarsatu.test"]', "[kabarsatu.test]"), "kabarsatu: test: a table in a table; an id with a dot is quoted"),
        (('["kabarsatu.test"]', '["Kabar Satu"]'), "Kabar Satu: the name of a portal has lower-case letters"),
        (('["kabarsatu.test"]', ""), "name: outside any portal"),
        (('"Kabar Satu"', '"Kabar Satu'), "not TOML: "),
        ((ENTRY, ""), "no portal in it"),
    ],
)
def test_wrong_entry_is_named_by_file_portal_and_key(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    path = write(tmp_path, ENTRY.replace(*change))
    with pytest.raises(RegistryError) as error:
        load_registry(path)
    assert str(error.value).startswith(f"{path}: ")
    assert message in str(error.value)


SELECTORS = (
    ENTRY
    + """
[["kabarsatu.test".selectors]]
since = 2020-01-01
text = "div.isi"
[["kabarsatu.test".selectors]]
since = 2023-05-01
text = "div.konten p"
published = "span.jam"
"""
)


def test_portal_declares_selectors_with_the_day_from_which_they_hold(tmp_path: Path) -> None:
    declared = load_registry(write(tmp_path, SELECTORS))["kabarsatu.test"].selectors
    assert [one.since for one in declared] == [date(2020, 1, 1), date(2023, 5, 1)]
    assert declared[1].selectors == Selectors("div.konten p", published="span.jam")
    assert portal().selectors == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("div.isi", "div["), "selectors 1: text: 'div[' is no CSS selector: Expected ident"),
        (("span.jam", "span::text"), "selectors 2: published: 'span::text' is no CSS selector: Pseudo-elements"),
        (("since = 2020-01-01\n", ""), "selectors 1: since: missing"),
        (("2020-01-01", '"kemarin"'), "selectors 1: since: 'kemarin' is no day; expected one like 2024-05-17"),
        (("published =", "tanggal ="), "selectors 2: tanggal: unknown key; allowed are author, published, since, text"),
        (("2023-05-01", "2020-01-01"), "selectors: two begin on 2020-01-01; each needs a day of its own"),
        (('"div.isi"', '""'), "selectors 1: text: string should have at least 1 character"),
    ],
)
def test_wrong_selectors_are_named(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    path = write(tmp_path, SELECTORS.replace(*change))
    with pytest.raises(RegistryError) as error:
        load_registry(path)
    assert f"{path}: kabarsatu.test: {message}" in str(error.value)


def test_every_fault_of_an_entry_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, ENTRY.replace("platform", "platfrom").replace("32.16", "x"))
    with pytest.raises(RegistryError, match=r"platform: missing; .*: regions: 'x' is no .*; .*: platfrom: unknown key"):
        load_registry(path)


def test_one_site_is_one_portal(tmp_path: Path) -> None:
    twice = ENTRY + ENTRY.replace('["kabarsatu.test"]', '["kedua"]').replace("https://", "http://www.")
    with pytest.raises(RegistryError, match=r"kedua: url: the same site as kabarsatu\.test"):
        load_registry(write(tmp_path, twice))


def test_id_is_used_once(tmp_path: Path) -> None:
    write(tmp_path, ENTRY, "a.toml")
    write(tmp_path, ENTRY, "b.toml")
    with pytest.raises(RegistryError, match=r"b\.toml: kabarsatu\.test: is in .*a\.toml already"):
        load_registry(tmp_path)


def test_missing_registry_is_told(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match="no such file or folder"):
        load_registry(tmp_path / "nix.toml")
    with pytest.raises(RegistryError, match=r"no \.toml file in this folder"):
        load_registry(tmp_path)


def test_loopback_portal_needs_permission_and_may_be_fast() -> None:
    home = portal(url="http://127.0.0.1:8000", loopback=True, delay=0)
    assert home.url == "http://127.0.0.1:8000/"
    assert home.port == 8000


@pytest.mark.parametrize(
    ("code", "covered"), [("32", True), ("32.75", True), ("32.7", False), ("3", False), ("32.16", False), ("35", False)]
)
def test_portal_covers_its_regions_and_what_holds_them(code: str, covered: bool) -> None:
    assert portal().covers(code) is covered


@pytest.mark.parametrize(
    ("url", "owned"),
    [
        ("https://kabarsatu.test/2024/05/berita/", True),
        ("http://www.kabarsatu.test/feed/", True),
        ("https://kabarsatu.test:8080/", False),
        ("https://KabarSatu.test:443/berita/", True),
        ("http://kabarsatu.test:80/berita/", True),
        ("https://kabarsatu.test:80/berita/", False),
        ("https://redaksi@kabarsatu.test/", False),
        ("https://kabarsatu.test@jahat.test/", False),
        ("https://jahat.test\\@kabarsatu.test/", False),
        ("https://m.kabarsatu.test/", True),
        ("https://kabarsatu.test.jahat.test/", False),
        ("ftp://kabarsatu.test/", False),
        ("https://kabarsatu.test:x/", False),
    ],
)
def test_portal_owns_its_host_with_and_without_www(url: str, owned: bool) -> None:
    assert portal().owns(url) is owned


def test_portals_are_selected_by_id_and_region() -> None:
    registry = {one.id: one for one in (portal(), portal(id="dua", url="https://dua.test/", regions=["35"]))}
    assert [one.id for one in select_portals(registry)] == ["kabarsatu.test", "dua"]
    assert [one.id for one in select_portals(registry, ["dua", "dua"])] == ["dua"]
    assert [one.id for one in select_portals(registry, region="32")] == ["kabarsatu.test"]
    with pytest.raises(RegistryError, match=r"no portal tiga in the registry; it has kabarsatu\.test, dua"):
        select_portals(registry, ["tiga"])
    with pytest.raises(RegistryError, match="for the region 99"):
        select_portals(registry, region="99")


def test_own_entries_stand_beside_the_bundled_ones_and_replace_those_of_their_site(tmp_path: Path) -> None:
    own = tmp_path / "portals.toml"
    own.write_text(
        '[milikku]\nname = "A"\nurl = "http://www.radarbekasi.id/"\nplatform = "feed"\nregions = ["32"]\n'
        '["kabar.example"]\nname = "B"\nurl = "https://kabar.example/"\nplatform = "feed"\nregions = ["32"]\n',
        encoding="utf-8",
    )
    portals, replaced = registry_with(own)
    assert replaced == ("radarbekasi.id",)
    assert "radarbekasi.id" not in portals
    assert (portals["milikku"].platform, portals["kabar.example"].name) == ("feed", "B")
    assert len(portals) == len(load_registry()) + 1
