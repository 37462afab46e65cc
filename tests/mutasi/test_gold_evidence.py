"""Over all gold articles: every value that is read has words in the article, and those words support it.

The checks below know nothing of the reader's rules: they ask what a sceptical reader would, looking at the words alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from extract.article import Article
from extract.events import HEADCOUNT_RANGES, Event
from extract.region_table import district_names, region_names, regions
from mutasi.evaluation.gold import load_gold
from mutasi.evaluation.sameness import plain_words
from mutasi.reader import reader
from mutasi.reading_jobs import chunks_of, read_chunks

GOLD = Path(__file__).parents[1] / "gold"
UNITS = " satu dua tiga empat lima enam tujuh delapan sembilan".split(" ")
MONTHS = "januari februari maret april mei juni juli agustus september oktober november desember".split()
WEEKDAYS = {"senin": 0, "selasa": 1, "rabu": 2, "kamis": 3, "jum": 4, "sabtu": 5, "minggu": 6, "ahad": 6}
RELATIVE = (
    *("hari ini", "kemarin", "besok", "lusa", "tadi", "semalam", "hari yang sama", "pekan (?:ini|lalu|depan)"),
    *("(?:bulan|tahun|minggu) (?:ini|lalu|depan)", "hari (?:sebelumnya|kemudian|berikutnya|setelahnya|lalu|lagi)"),
)
VAGUE = {
    "sejumlah": ("sejumlah", "beberapa", "banyak", "para", "sederet", "deretan", "gerbong", "besar-besaran"),
    "belasan": ("belasan",),
    "puluhan": ("puluhan",),
    "ratusan": ("ratusan",),
    "ribuan": ("ribuan",),
}
OFFICE_WORDS = {
    "gubernur": ("gubernur", "gub"),
    "bupati": ("bupati", "kepala daerah"),
    "wali kota": ("wali kota", "walikota", "walkot"),
    "sekretaris daerah": (
        "sekretaris daerah",
        "sekertaris daerah",
        "sekda",
        "sekdaprov",
        "sekdakab",
        "sekdako",
        "sekdakot",
    ),
}
ONE_POST = r"(?:kepala|sek\w+|direktur|inspektur|asisten|camat|lurah|ka[a-z]+|staf ahli|bupati|wali ?kota)\b(?!-)"
LEVEL_WORDS = {
    "I": ("i", "1", "satu", "madya", "utama"),
    "II": ("ii", "2", "dua", "pratama", "ll", "jpt", "jptp"),
    "III": ("iii", "3", "tiga", "administrator", "lll", "administrasi"),
    "IV": ("iv", "4", "empat", "pengawas", "lv"),
    "V": ("v", "5", "lima", "pelaksana"),
}


def number_words(number: int) -> str:
    """Return how Indonesian says a number from 1 to 9999."""
    if number < 10:
        return UNITS[number]
    if number < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(number, f"{UNITS[number - 10]} belas")
    for size, word in ((1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number >= size:
            head = f"se{word}" if number // size == 1 else f"{number_words(number // size)} {word}"
            return f"{head} {number_words(number % size)}".strip() if number % size else head
    raise AssertionError(number)


def says_number(words: str, number: int) -> bool:
    digits = re.sub(r"(?<=\d)[.](?=\d{3}\b)", "", words)
    if re.search(rf"(?<!\d){number}(?!\d)", digits):
        return True
    spoken = number_words(number)
    return re.search(rf"\b(?:ke)?(?:{spoken}|{spoken.replace(' ', '')})(?:nya)?\b", words) is not None or (
        number == 1 and re.search(r"\bse(?:orang|buah|jabatan)\b", words) is not None
    )


def supports_kind(event: Event, quotes: Sequence[str]) -> bool:
    return all(quotes)


def supports_region(event: Event, quotes: Sequence[str]) -> bool:
    """A name of the region, or of a district, seat or part of it that stands for it."""
    assert event.region is not None
    said = " ".join(" ".join(re.findall(r"\w+", quote)) for quote in quotes).casefold()
    codes = [code for code in regions() if code.startswith(event.region)]
    names = {regions()[code].name for code in codes} | {regions()[code].seat or "" for code in codes}
    names |= {name for name, entry in region_names().items() if set(codes) & set(entry.codes)}
    names |= {name for name, found in district_names().items() if any(code.startswith(event.region) for code in found)}
    bare = (" ".join(re.findall(r"\w+", name)).casefold() for name in names)
    return any(name and re.search(rf"\b{name}\b", said) for name in bare)


def supports_date(event: Event, quotes: Sequence[str]) -> bool:
    """A day has its number, else its weekday, else a relative word; a month its name or number, or a relative word."""
    assert event.date is not None
    said = " ".join(quotes)
    parts = [int(part) for part in event.date.split("-")]
    relative = any(re.search(rf"\b{word}", said) for word in RELATIVE)
    if len(parts) == 1:
        return str(parts[0]) in said or relative
    month = MONTHS[parts[1] - 1]
    in_month = month[:3] in said or re.search(rf"(?<!\d)0?{parts[1]}(?!\d)", said) is not None
    if len(parts) == 2:
        return in_month or relative
    if re.search(r"\d", said):
        return re.search(rf"(?<!\d)0?{parts[2]}(?!\d)", said) is not None
    day = date.fromisoformat(event.date).weekday()
    return relative or any(word in said for word, number in WEEKDAYS.items() if number == day)


def supports_official(event: Event, quotes: Sequence[str]) -> bool:
    """The name's words, and a word for the office."""
    assert event.official is not None
    said = " ".join(quotes)
    office = event.official.office.casefold().removeprefix("wakil ")
    words = OFFICE_WORDS.get(office, (office.split()[0],))
    named = set(plain_words(event.official.name)) <= set(plain_words(said))
    return named and any(word in said for word in (*words, "wabup", "wawali", "wagub", "kepala", "kadis", "ka "))


def supports_headcount(event: Event, quotes: Sequence[str]) -> bool:
    """The number in digits or words, the numbers it is the sum of, the people or the one post, or the vague word."""
    said = " ".join(quotes)
    if isinstance(event.headcount, int):
        if any(says_number(quote, event.headcount) for quote in quotes):
            return True
        if event.headcount == 1 and re.match(ONE_POST, said):
            return True
        people = {one.person for one in event.appointments if set(plain_words(one.person)) <= set(plain_words(said))}
        if len(people) == event.headcount:
            return True
        summed = [group.count for group in event.groups if says_number(said, group.count)]
        return len(summed) >= len(quotes) and sum(summed) == event.headcount
    return any(word in said for word in VAGUE[event.headcount]) if event.headcount in HEADCOUNT_RANGES else False


def supports_groups(event: Event, quotes: Sequence[str]) -> bool:
    said = " ".join(quotes)
    return all(says_number(said, group.count) for group in event.groups)


def supports_eselon(event: Event, quotes: Sequence[str]) -> bool:
    """Each level in Roman or Arabic digits, in letters typed for them, in words, or by its name in law."""
    said = " ".join(quotes)
    spaced = re.sub(r"(?<=\d)(?=[a-z])|(?<=[iv])(?=[ab]\b)|[^\w]", " ", said).split()
    ranges = any(word in spaced for word in ("sampai", "hingga", "sd", "s"))
    return all(set(LEVEL_WORDS[level.split(".")[0]]) & set(spaced) or ranges for level in event.eselon)


def supports_appointments(event: Event, quotes: Sequence[str]) -> bool:
    said = set(plain_words(" ".join(quotes)))
    return all(set(plain_words(one.person)) <= said for one in event.appointments)


def supports_wave(event: Event, quotes: Sequence[str]) -> bool:
    return any(re.search(r"\b(?:gelombang|tahap|jilid|kloter)", quote) for quote in quotes)


SUPPORTS: dict[str, Callable[[Event, Sequence[str]], bool]] = {
    "kind": supports_kind,
    "region": supports_region,
    "date": supports_date,
    "official": supports_official,
    "headcount": supports_headcount,
    "groups": supports_groups,
    "eselon": supports_eselon,
    "appointments": supports_appointments,
}


@pytest.fixture(scope="module")
def readings() -> list[tuple[Article, tuple[Event, ...]]]:
    articles = [gold.article for file in load_gold(GOLD) for gold in file.articles]
    return [(article, reader().read(article)) for article in articles]


def quotes_of(article: Article, event: Event, name: str) -> list[str]:
    quotes = [article.text[start:end] for start, end in event.evidence.get(name, ())]
    return quotes + [article.title[start:end] for start, end in event.title_evidence.get(name, ())]


def spans_of(article: Article, event: Event) -> Iterator[tuple[str, str, int, int]]:
    for text, evidence in ((article.text, event.evidence), (article.title, event.title_evidence)):
        for name, spans in evidence.items():
            for start, end in spans:
                yield name, text, start, end


def test_every_span_lies_in_the_text_and_has_words(readings: list[tuple[Article, tuple[Event, ...]]]) -> None:
    wrong = [
        (article.id, name, start, end)
        for article, events in readings
        for event in events
        for name, text, start, end in spans_of(article, event)
        if not (0 <= start < end <= len(text)) or not text[start:end].strip()
    ]
    assert wrong == [], "\n".join(map(str, wrong))


@pytest.mark.parametrize("name", SUPPORTS)
def test_every_value_has_words_that_support_it(readings: list[tuple[Article, tuple[Event, ...]]], name: str) -> None:
    told = [
        (article, event, [quote.casefold() for quote in quotes_of(article, event, name)])
        for article, events in readings
        for event in events
        if getattr(event, name) not in (None, ()) and not (name == "region" and "region_from_portal" in event.flags)
    ]
    unsupported = [
        (article.id, getattr(event, name), quotes)
        for article, event, quotes in told
        if not quotes or not SUPPORTS[name](event, quotes)
    ]
    assert len(told) > 50
    assert unsupported == [], "\n".join(map(str, unsupported))


def test_every_value_names_its_rule(readings: list[tuple[Article, tuple[Event, ...]]]) -> None:
    nameless = [
        (article.id, name)
        for article, events in readings
        for event in events
        for name in ("region", "date", "official", "headcount", "eselon", "appointments")
        if getattr(event, name) not in (None, ()) and not event.rules.get(name)
    ]
    assert nameless == [], "\n".join(map(str, nameless))


def test_the_same_text_is_read_the_same_twice_and_in_any_order(
    readings: list[tuple[Article, tuple[Event, ...]]],
) -> None:
    again = [reader().read(article) for article, _ in reversed(readings)]
    assert [repr(events) for events in reversed(again)] == [repr(events) for _, events in readings]


def test_one_and_two_processes_read_the_same() -> None:
    paths = sorted(GOLD.glob("*.articles.jsonl"))
    lines = list(enumerate(b"".join(path.read_bytes() for path in paths).splitlines(keepends=True), start=1))
    texts = ["".join(read.text for read in read_chunks(chunks_of(lines, "gold"), jobs)) for jobs in (1, 2)]
    assert texts[0] == texts[1]
    assert texts[0].count("\n") == len(lines)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (17, "tujuh belas"),
        (40, "empat puluh"),
        (61, "enam puluh satu"),
        (100, "seratus"),
        (112, "seratus dua belas"),
        (2024, "dua ribu dua puluh empat"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    assert number_words(number) == words
