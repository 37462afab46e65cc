"""The floor rises by `--raise`, falls only with a reason, and a figure below it is a failure."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import typer
from typer.testing import CliRunner

from mutasi.errors import CommandError, Failure, UsageFailure
from mutasi.evaluation.__main__ import evaluate as command
from mutasi.evaluation.floor import Floor, figures_of, judge, load_floor, lowered, raised, save_floor
from mutasi.evaluation.gold import GoldFile
from mutasi.evaluation.scoring import Score, Scores

FILES = [GoldFile("a", "1111", ()), GoldFile("b", "2222", ())]
FLOOR = Floor(gold={"a": "1111"}, figures={"date f1": 0.9, "record": 0.8})


def test_figures_are_cut_off_and_never_rounded_up() -> None:
    figures = figures_of(Scores({"date": Score(2, 3, 2)}, 2, 3))
    assert figures == {"date p": 1.0, "date r": 0.6666, "date f1": 0.8, "record": 0.6666}


def test_judges_each_figure_of_the_floor() -> None:
    verdict = judge(FLOOR, {"date f1": 0.95, "record": 0.7, "new": 0.1})
    assert verdict.above == (("date f1", 0.9, 0.95),)
    assert verdict.below == (("record", 0.8, 0.7),)


def test_a_figure_that_is_measured_no_more_has_fallen() -> None:
    assert judge(FLOOR, {"date f1": 0.9}).below == (("record", 0.8, 0.0),)


def test_raising_pins_all_files_when_nothing_has_fallen() -> None:
    floor = raised(FLOOR, FILES, pinned={"date f1": 0.9, "record": 0.9}, whole={"date f1": 0.85, "record": 0.7})
    assert floor.gold == {"a": "1111", "b": "2222"}
    assert floor.figures == {"date f1": 0.85, "record": 0.7}


def test_raising_refuses_what_has_fallen() -> None:
    with pytest.raises(Failure, match="1 figures are below the floor; nothing is raised"):
        raised(FLOOR, FILES, pinned={"date f1": 0.8, "record": 0.9}, whole={"date f1": 0.99, "record": 0.99})


def test_the_first_floor_is_what_is_measured() -> None:
    assert raised(None, FILES[:1], {}, {"record": 0.5}) == Floor(gold={"a": "1111"}, figures={"record": 0.5})


def test_lowering_keeps_the_reason_and_what_fell() -> None:
    floor = lowered(FLOOR, FILES[:1], {"date f1": 0.95, "record": 0.7}, "a gold date was wrong")
    assert floor.figures == {"date f1": 0.95, "record": 0.7}
    assert [(one.reason, one.figures) for one in floor.lowered] == [("a gold date was wrong", {"record": (0.8, 0.7)})]
    again = lowered(floor, FILES[:1], {"date f1": 0.9, "record": 0.7}, "another")
    assert [one.reason for one in again.lowered] == ["a gold date was wrong", "another"]


def test_lowering_wants_a_loss_and_a_reason() -> None:
    with pytest.raises(UsageFailure, match="no figure is below the floor"):
        lowered(FLOOR, FILES, {"date f1": 0.95, "record": 0.8}, "why not")
    with pytest.raises(UsageFailure, match="needs a reason"):
        lowered(FLOOR, FILES, {"date f1": 0.5, "record": 0.8}, " ")


def test_is_kept_in_a_file(tmp_path: Path) -> None:
    floor = lowered(FLOOR, FILES, {"date f1": 0.5, "record": 0.8}, "alasan – reason")
    save_floor(floor, tmp_path / "floor.json")
    assert load_floor(tmp_path / "floor.json") == floor
    assert load_floor(tmp_path / "nix.json") is None


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "floor.json").write_text('{"gold": {}}')
    with pytest.raises(UsageFailure, match=r"floor\.json: figures: Field required"):
        load_floor(tmp_path / "floor.json")


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def evaluate(*words: str) -> Ran:
    """Run the command in this process."""
    line = typer.Typer()
    line.command()(command)
    ran = CliRunner().invoke(line, words)
    if isinstance(ran.exception, CommandError):
        return Ran(ran.exception.exit_code, ran.stdout, f"evaluation: {ran.exception}\n")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


def write_gold(folder: Path, name: str, headcount: int) -> None:
    text = "BEKASI - Wali Kota Bekasi Asep Surya melantik 61 pejabat eselon III dan IV, Jumat (6/2/2026)."
    event: dict[str, Any] = {
        "kind": "mutasi",
        "status": "realized",
        "region": "32.75",
        "date": "2026-02-06",
        "official": {"name": "Asep Surya", "office": "Wali Kota", "acting": None},
        "headcount": headcount,
        "groups": [],
        "eselon": ["III", "IV"],
        "appointments": [],
    }
    article = {"id": name, "title": "", "text": text, "published": "2026-02-06"}
    (folder / f"{name}.articles.jsonl").write_text(json.dumps(article), encoding="utf-8")
    (folder / f"{name}.gold.jsonl").write_text(json.dumps({"id": name, "events": [event]}), encoding="utf-8")


def test_the_command_holds_the_floor(tmp_path: Path) -> None:
    """One story: pinned, held, fallen, not raised, lowered with a reason, a new file taken in."""
    folder = str(tmp_path)
    write_gold(tmp_path, "a", 61)
    first = evaluate(folder)
    assert first.status == 0
    assert "There is no floor" in first.out
    assert "record (all five)  1.000" in first.out
    assert not (tmp_path / "floor.json").exists()

    assert evaluate(folder, "--raise").status == 0
    pinned = (tmp_path / "floor.json").read_text(encoding="utf-8")
    assert evaluate(folder).status == 0

    write_gold(tmp_path, "a", 62)
    fallen = evaluate(folder, "--errors", "5")
    assert fallen.status == 1
    assert "Changed since the floor was pinned: a." in fallen.out
    assert "a: headcount: gold 62, read 61" in fallen.out
    assert "evaluation: below the floor: headcount p 1.0000 → 0.0000; " in fallen.err
    refused = evaluate(folder, "--raise")
    assert (refused.status, "nothing is raised" in refused.err) == (1, True)
    assert (tmp_path / "floor.json").read_text(encoding="utf-8") == pinned

    assert evaluate(folder, "--allow-lower", "gold was wrong").status == 0
    assert evaluate(folder).status == 0
    assert load_floor(tmp_path / "floor.json").lowered[0].reason == "gold was wrong"  # type: ignore[union-attr]

    write_gold(tmp_path, "b", 61)
    new = evaluate(folder)
    assert new.status == 0
    assert "1 articles of a, against the floor:" in new.out
    assert "Not in the floor yet: b; --raise takes them in." in new.out
    only = evaluate(folder, "--only", "b")
    assert (only.status, "1 articles of b:" in only.out) == (0, True)

    assert evaluate(folder, "--raise").status == 0
    (tmp_path / "b.articles.jsonl").unlink()
    gone = evaluate(folder)
    assert gone.status == 1
    assert "is pinned on gold files that are not there: b" in gone.err


def test_the_program_ends_with_the_status_of_the_floor(tmp_path: Path) -> None:
    write_gold(tmp_path, "a", 61)
    save_floor(Floor(gold={"a": "1111"}, figures={"record": 1.1}), tmp_path / "floor.json")
    program = [sys.executable, "-m", "mutasi.evaluation", str(tmp_path)]
    done = subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, "evaluation: below the floor: record 1.1000 → 1.0000\n")


def test_wrong_use_is_told(tmp_path: Path) -> None:
    write_gold(tmp_path, "a", 61)
    assert evaluate(str(tmp_path / "nix")).err.startswith(f"evaluation: {tmp_path / 'nix'}: no *.articles.jsonl here")
    unknown = evaluate(str(tmp_path), "--only", "b")
    assert (unknown.status, unknown.err) == (2, f"evaluation: {tmp_path}: no gold file b; there are a\n")
    assert evaluate(str(tmp_path), "--only", "a", "--raise").status == 2
    assert evaluate(str(tmp_path), "--allow-lower", "x").status == 2
