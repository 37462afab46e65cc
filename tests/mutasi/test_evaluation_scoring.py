"""Pairs, scores, errors and calibration, by examples and against the reference scorer."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extract.article import Article
from extract.events import Appointment, Event, Group, Official
from mutasi.evaluation.calibration import calibration, calibration_error
from mutasi.evaluation.errors import error_lines
from mutasi.evaluation.gold import GoldArticle, load_gold
from mutasi.evaluation.pairing import paired
from mutasi.evaluation.scoring import FIELDS, Comparison, compare, score

GOLD = Path(__file__).parents[1] / "gold"
CEREMONY = Event(
    "mutasi",
    "realized",
    region="32.75",
    date="2026-02-06",
    official=Official("Asep Surya", "Wali Kota"),
    headcount=61,
    groups=(Group(21, "pejabat eselon III", ("III",)), Group(40, "pejabat eselon IV", ("IV",))),
    eselon=("III", "IV"),
    appointments=(
        Appointment("Dedi Kusnadi", "Camat Jatiasih", "Lurah Kranji"),
        Appointment("Rina", "Lurah Kranji", None),
    ),
)
PLAN = Event("seleksi_terbuka", "planned", region="32.75", headcount=3, eselon=("II",))


def compared(gold: tuple[Event, ...], read: tuple[Event, ...]) -> list[Comparison]:
    article = Article("a-1", "Wali Kota Bekasi melantik 61 pejabat, Jumat (6/2/2026).")
    return compare([GoldArticle("contoh", article, gold)], lambda _: read)


def counts(gold: tuple[Event, ...], read: tuple[Event, ...]) -> dict[str, tuple[int, int, int]]:
    fields = score(compared(gold, read)).fields
    return {name: (one.right, one.gold, one.read) for name, one in fields.items()}


def test_what_is_read_right_is_all_right() -> None:
    scores = score(compared((CEREMONY, PLAN), (PLAN, CEREMONY)))
    assert {name: (one.precision, one.recall, one.f1) for name, one in scores.fields.items()} == dict.fromkeys(
        FIELDS, (1.0, 1.0, 1.0)
    )
    assert (scores.records_right, scores.records, scores.record) == (2, 2, 1.0)


def test_an_event_missed_costs_recall_and_one_too_many_precision() -> None:
    assert counts((CEREMONY,), ())["event"] == (0, 1, 0)
    assert counts((), (CEREMONY,))["article has event"] == (0, 0, 1)
    assert counts((CEREMONY,), (CEREMONY, PLAN))["headcount"] == (1, 1, 2)


def test_another_kind_is_no_pair() -> None:
    assert paired((CEREMONY,), (replace(CEREMONY, kind="penunjukan"),)) == []


def test_pairs_agree_most_in_all_and_not_one_by_one() -> None:
    first, second = replace(PLAN, date="2026-03"), replace(PLAN, date="2026-04")
    assert paired((first, second), (second, first)) == [(first, first), (second, second)]
    assert paired((second,), (first, second)) == [(second, second)]
    assert paired((first, second), (second,)) == [(second, second)]


def test_beyond_five_events_each_takes_the_best_that_is_left() -> None:
    gold = tuple(replace(PLAN, date=f"2026-0{month}") for month in range(1, 8))
    assert [(a.date, b.date) for a, b in paired(gold, gold[::-1])] == [(one.date, one.date) for one in gold]


def test_a_wrong_field_counts_against_that_field_and_the_record_alone() -> None:
    wrong = replace(CEREMONY, date="2026-02-07")
    scores = score(compared((CEREMONY,), (wrong,)))
    assert [name for name, one in scores.fields.items() if one.f1 < 1] == ["date"]
    assert scores.record == 0.0


def test_a_value_left_out_costs_recall_and_no_precision() -> None:
    date = score(compared((CEREMONY,), (replace(CEREMONY, date=None),))).fields["date"]
    assert (date.precision, date.recall) == (1.0, 0.0)


def test_groups_agree_by_count_and_level_whatever_their_label() -> None:
    read = replace(CEREMONY, groups=(Group(40, "pengawas", ("IV",)), Group(21, "administrator", ())))
    assert counts((CEREMONY,), (read,))["groups"] == (1, 2, 2)


def test_people_are_found_without_their_posts() -> None:
    read = replace(
        CEREMONY, appointments=(Appointment("Dedi", "Camat Jatiasih", None), Appointment("Rina", "Lurah Kranji", None))
    )
    told = counts((CEREMONY,), (read,))
    assert (told["person"], told["appointment"]) == ((2, 2, 2), (1, 2, 2))


def test_every_difference_is_listed_with_its_rule_and_words() -> None:
    read = replace(
        CEREMONY,
        date="2026-02-07",
        headcount=None,
        groups=(),
        appointments=(CEREMONY.appointments[0], Appointment("Sari", "Camat Kranji", None)),
        evidence={"date": ((38, 54),)},
        rules={"date": "date_with_act", "headcount": "not_told"},
    )
    assert list(error_lines(compared((CEREMONY, PLAN), (read,)))) == [
        "a-1: event missed: seleksi_terbuka planned 32.75 - 3",
        "a-1: date: gold 2026-02-06, read 2026-02-07 (date_with_act “Jumat (6/2/2026)”)",
        "a-1: headcount: gold 61, read - (not_told)",
        "a-1: groups: gold 21 III; 40 IV, read -",
        "a-1: person missed: Rina: - → Lurah Kranji",
        "a-1: person that gold has not: Sari: - → Camat Kranji",
    ]


def test_calibration_counts_an_unpaired_event_as_wrong() -> None:
    sure, unsure = replace(CEREMONY, confidence=1.0), replace(PLAN, confidence=0.34)
    deciles = calibration(compared((CEREMONY,), (sure, unsure)))
    assert [(one.least, one.events, one.mean, one.right) for one in deciles] == [
        (0.9, 1, 1.0, 1.0),
        (0.3, 1, 0.34, 0.0),
    ]
    assert calibration_error(deciles) == pytest.approx(0.17)
    assert calibration_error([]) == 0.0


def _worse(event: Event, dice: random.Random) -> Event:
    """Return the event with some values lost or changed."""
    changes: list[dict[str, Any]] = [
        {"date": None},
        {"date": "2020-01-01"},
        {"kind": "penunjukan"},
        {"status": "planned"},
        {"region": "11"},
        {"official": None},
        {"official": Official("Somad", "Bupati", "Plt")},
        {"headcount": 1},
        {"headcount": "puluhan"},
        {"eselon": ("II.b",)},
        {"eselon": ()},
        {"groups": event.groups[1:]},
        {"appointments": event.appointments[:2] * 2},
        {"appointments": tuple(replace(one, to_post=None, from_post="Staf Ahli") for one in event.appointments)},
    ]
    for change in dice.sample(changes, dice.randrange(4)):
        event = replace(event, **change)
    return event


def test_agrees_with_the_reference_scorer(shared: Path, tmp_path: Path) -> None:
    dice = random.Random(20260206)
    articles = [article for file in load_gold(GOLD) for article in file.articles]
    guesses: dict[str, tuple[Event, ...]] = {}
    for gold in articles:
        events = [_worse(event, dice) for event in gold.events if dice.random() < 0.9]
        events += [_worse(event, dice) for event in gold.events if dice.random() < 0.2]
        guesses[gold.article.id] = tuple(dice.sample(events, len(events)))
    gold_lines, guess_lines = tmp_path / "gold.jsonl", tmp_path / "guess.jsonl"
    for path, events_of in ((gold_lines, {gold.article.id: gold.events for gold in articles}), (guess_lines, guesses)):
        records = [{"id": name, "events": [event.as_dict() for event in events]} for name, events in events_of.items()]
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    command = [sys.executable, str(shared / "eval" / "score.py"), str(gold_lines), str(guess_lines), "--json"]
    reference = json.loads(subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout)
    scores = score(compare(articles, lambda article: guesses[article.id]))
    assert scores.record == reference["record"]["share"]
    for name, one in scores.fields.items():
        assert (one.precision, one.recall, one.f1) == tuple(reference[name][key] for key in ("p", "r", "f1")), name
        assert (one.gold, one.read) == (reference[name]["gold"], reference[name]["got"]), name
    assert 0.2 < scores.record < 0.8
