"""The demo's articles and the list of events that they tell agree with each other."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from importlib.resources import files
from typing import Any, get_args

import pytest

from extract.events import Acting, Kind, Status
from mutasi.demo.outlets import demo_outlets

NUMBER_WORDS = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)


def _lines(name: str) -> list[dict[str, Any]]:
    text = (files("mutasi.demo") / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


ARTICLES = {article["id"]: article for article in _lines("articles.jsonl")}
TRUTH = _lines("truth.jsonl")
events = pytest.mark.parametrize("event", TRUTH, ids=lambda event: f"{event['kind']}-{event['region']}-{event['date']}")


def _text(article_id: str) -> str:
    """The words of one article, without the headlines of other articles in it."""
    content = re.sub(r"<a href[^>]*>.*?</a>", " ", ARTICLES[article_id]["content"])
    text = unescape(re.sub(r"<[^>]+>", " ", content))
    return " ".join(f"{ARTICLES[article_id]['title']} {text}".split())


def _told(event: dict[str, Any]) -> str:
    return " ".join(_text(article_id) for article_id in event["articles"])


def _says_number(text: str, number: int) -> bool:
    word = NUMBER_WORDS[number] if number < len(NUMBER_WORDS) else str(number)
    return bool(re.search(rf"(?<![\d.,])(?:{number}|(?:ke)?{word})(?![\d.,]\d|\d)\b", text, re.IGNORECASE))


def test_articles_are_many_and_of_every_kind() -> None:
    telling = {article_id for event in TRUTH for article_id in event["articles"]}
    assert len(ARTICLES) == 44
    assert len(ARTICLES.keys() - telling) == 14
    assert {event["kind"] for event in TRUTH} == set(get_args(Kind))
    assert {event["status"] for event in TRUTH} == set(get_args(Status))
    assert sum(len(event["articles"]) > 1 for event in TRUTH) >= 5
    assert max(len(event["articles"]) for event in TRUTH) == 3


def test_every_article_is_a_post_of_its_outlet() -> None:
    posts = {f"{outlet.id}-{post.id}" for outlet in demo_outlets() for post in outlet.posts}
    assert posts == ARTICLES.keys()


@pytest.mark.parametrize("article_id", sorted(ARTICLES))
def test_article_has_a_newspaper_story_length(article_id: str) -> None:
    assert 100 <= len(_text(article_id).split()) <= 450


@pytest.mark.parametrize("article_id", sorted(ARTICLES))
def test_weekday_of_every_written_date_is_right(article_id: str) -> None:
    weekdays = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
    published = date.fromisoformat(ARTICLES[article_id]["published"][:10])
    written = re.findall(rf"({'|'.join(weekdays)})[^(.]{{0,12}}\((\d+)/(\d+)(?:/(\d{{4}}))?\)", _text(article_id))
    days = [date(int(year or published.year), int(month), int(day)) for _, day, month, year in written]
    assert [weekdays[day.weekday()] for day in days] == [weekday for weekday, *_ in written]


def test_no_event_stands_twice() -> None:
    keys = [(event["kind"], event["status"], event["region"], event["date"]) for event in TRUTH]
    assert len(set(keys)) == len(keys)


@events
def test_event_names_articles_that_exist(event: dict[str, Any]) -> None:
    assert event["articles"]
    assert set(event["articles"]) <= ARTICLES.keys()


@events
def test_values_are_of_the_contract(event: dict[str, Any]) -> None:
    assert event["kind"] in get_args(Kind)
    assert event["status"] in get_args(Status)
    assert re.fullmatch(r"\d{2}(\.\d{2})?", event["region"])
    assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", event["date"])
    assert event["official"]["acting"] in (None, *get_args(Acting))
    assert all(re.fullmatch(r"(I|II|III|IV|V)(\.[ab])?", level) for level in event["eselon"])
    assert all(appointment["to_post"] or appointment["from_post"] for appointment in event["appointments"])


@events
def test_official_and_persons_stand_in_the_text(event: dict[str, Any]) -> None:
    text = _told(event)
    names = [event["official"]["name"], *(appointment["person"] for appointment in event["appointments"])]
    assert [name for name in names if name not in text] == []


@events
def test_posts_stand_in_the_text(event: dict[str, Any]) -> None:
    text = _told(event)
    both = [
        post for appointment in event["appointments"] for post in (appointment["to_post"], appointment["from_post"])
    ]
    posts = [re.sub(r"^(Plt|Plh) ", "", post) for post in both if post]
    assert [post for post in posts if post not in text] == []


@events
def test_counts_stand_in_the_text_or_add_up(event: dict[str, Any]) -> None:
    text, total = _told(event), event["headcount"]
    counts = [group["count"] for group in event["groups"]]
    assert [count for count in counts if not _says_number(text, count)] == []
    is_single = total == len(event["appointments"]) == 1
    is_list = total == len(event["appointments"]) and event["kind"] == "penunjukan"
    assert _says_number(text, total) or sum(counts) == total or is_single or is_list


@events
def test_eselon_is_told_in_the_words_of_office_or_of_law(event: dict[str, Any]) -> None:
    equals = {"II": "pimpinan tinggi pratama", "III": "administrator", "IV": "pengawas"}
    text = _told(event)
    level = r"(?:IV|I{1,3}|V)"
    series = re.findall(rf"eselon ({level}(?:(?:,| dan|, dan) {level})*)", text)
    stated = {found for levels in series for found in re.findall(rf"\b{level}\b", levels)}
    by_law = {level for level, word in equals.items() if word in text}
    assert set(event["eselon"]) <= stated | by_law


@events
def test_every_telling_article_names_the_official(event: dict[str, Any]) -> None:
    assert all(event["official"]["name"].split()[0] in _text(article_id) for article_id in event["articles"])
