"""Which registry a command reads: the named one alone, else the bundled one with the user's own."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from crawler.registry import load_registry
from mutasi.cli import main
from mutasi.errors import UsageFailure
from mutasi.portal_options import chosen_portals

OWN = '["{name}"]\nname = "Punya kami"\nurl = "https://{name}/"\nplatform = "feed"\nregions = ["32.75"]\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the working directory, with an own registry that has a new portal and one that is bundled."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MUTASI_PORTALS", raising=False)
    own = OWN.format(name="kabar.example") + OWN.format(name="radarbekasi.id")
    (tmp_path / "portals.toml").write_text(own, encoding="utf-8")
    return tmp_path


def test_the_own_registry_is_read_beside_the_bundled_one(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    portals = {portal.id: portal for portal in chosen_portals(None)}
    assert portals.keys() == load_registry().keys() | {"kabar.example"}
    assert portals["radarbekasi.id"].name == "Punya kami"
    assert capsys.readouterr().err == (
        "mutasi: portals.toml: radarbekasi.id menggantikan entri bawaan (replaces the bundled entry)\n"
    )


def test_a_registry_that_is_named_is_read_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = folder / "lain.toml"
    other.write_text(OWN.format(name="lain.example"), encoding="utf-8")
    assert [portal.id for portal in chosen_portals(other)] == ["lain.example"]
    assert capsys.readouterr().err == ""


def test_the_environment_may_name_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "lain.toml").write_text(OWN.format(name="lain.example"), encoding="utf-8")
    monkeypatch.setenv("MUTASI_PORTALS", "lain.toml")
    monkeypatch.setattr(sys, "argv", ["mutasi", "portals"])
    with pytest.raises(SystemExit) as ended:
        main()
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert "lain.example" in shown
    assert "kabar.example" not in shown


def test_a_broken_own_registry_is_told(folder: Path) -> None:
    (folder / "portals.toml").write_text("[rusak\n", encoding="utf-8")
    with pytest.raises(UsageFailure, match=r"^portals\.toml: not TOML: "):
        chosen_portals(None)
