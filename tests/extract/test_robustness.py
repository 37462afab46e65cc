"""Whatever a crawler brings in is read: an answer within bounded time, its spans in the text, twice the same."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.article import Article
from extract.events import Event
from extract.pipeline import Extractor
from extract.region_table import regions

MOST_SECONDS_A_MEGABYTE = 60
ACT = "Bupati Solok melantik 12 pejabat eselon III, Rabu (12/2/2025). "
"""Words of an act, put in front so that the gate lets the text through."""
REGION_NAMES = [region.full_name for region in regions().values()]

FEW_EXAMPLES = settings(
    max_examples=120,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

WORDS = st.sampled_from(
    """Bupati Solok Wali Kota Bekasi Gubernur melantik dilantik merotasi mutasi 12 dua puluh pejabat eselon III II.b
    lurah camat , . ; : ( ) " ' - / Rabu Jum'at (12/2/2025) 31/2/2025 Februari 2025 besok lalu kemarin tahun dari ke
    oleh di Plt. Pj Kepala Dinas Pendidikan Sekda Asisten I Drs. H. Yulhendri Koto, M.Si. sebagai menjadi menggantikan
    sebelumnya terdiri yakni masing-masing 1. 2) a. • | [ ] <p> </p> &nbsp; baca juga: Foto: yang dan serta mewakili
    orang nomor satu di Pemkab kosong akan batal membantah seleksi terbuka JPT pratama uji kompetensi""".split()
)
ODD = st.sampled_from(
    [
        "\x00",
        "\u200f",
        "\u202e",
        "\ud800",
        "\udfff",
        "\U0001f389",
        "\ufeff",
        "\u2028",
        "\x85",
        "İ",
        "ß",
        "ﬁ",
        "\u0301",
        "０",
        "²",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.one_of(WORDS, WORDS, WORDS, ODD), max_size=120).map(" ".join),
    st.lists(st.one_of(WORDS, ODD, st.text(max_size=5)), max_size=80).map("".join),
    st.lists(st.one_of(WORDS, WORDS, st.just("\n")), max_size=160).map(" ".join),
)


def assert_spans_lie_in(article: Article, events: tuple[Event, ...]) -> None:
    for event in events:
        spans = [span for found in event.evidence.values() for span in found]
        titles = [span for found in event.title_evidence.values() for span in found]
        assert all(0 <= start < end <= len(article.text) for start, end in spans)
        assert all(0 <= start < end <= len(article.title) for start, end in titles)


@FEW_EXAMPLES
@given(text=TEXTS, title=st.one_of(st.just(""), TEXTS), published=st.one_of(st.none(), st.just(date(2025, 2, 13))))
def test_any_text_is_read_twice_alike(extractor: Extractor, text: str, title: str, published: date | None) -> None:
    article = Article("apa-saja", ACT + text, title, published)
    events = extractor.read(article)
    assert_spans_lie_in(article, events)
    assert extractor.read(article) == events


@FEW_EXAMPLES
@given(text=TEXTS)
def test_a_text_that_the_gate_may_let_go_is_read(extractor: Extractor, text: str) -> None:
    article = Article("apa-saja", text)
    assert_spans_lie_in(article, extractor.read(article))


@FEW_EXAMPLES
@given(published=st.dates(), text=st.lists(WORDS, max_size=60).map(" ".join))
def test_any_day_of_publication_is_taken(extractor: Extractor, published: date, text: str) -> None:
    article = Article(
        "hari", f"{ACT}Pelantikan berikutnya besok, tahun depan, 29 Februari, pekan lalu. {text}", "", published
    )
    assert_spans_lie_in(article, extractor.read(article))


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\x00", "\ufeff", ".", "melantik pejabat"])
def test_a_text_that_says_nothing_tells_no_event(extractor: Extractor, text: str) -> None:
    assert extractor.read(Article("kosong", text)) == ()


LARGE = {
    "ten thousand regions": ACT + ", ".join(REGION_NAMES * 19)[:200_000],
    "ten thousand cued regions": ACT + " ".join(f"Pemkab {name.split()[-1]}." for name in REGION_NAMES * 19),
    "five thousand digits": f"{ACT}Sebanyak {'7' * 5000} pejabat, tanggal {'1' * 5000}, nomor 8.{'2' * 5000}.",
    "many numbers": ACT + "12 " * 40_000,
    "many dates": ACT + "Rabu (12/2/2025) dan 3 Mei 2024, " * 3_000,
    "many officials": ACT + "Bupati Yulhendri Koto, Wakil Bupati Ardi Sikumbang, " * 2_000,
    "deep brackets": f"{ACT}{'(' * 20_000} Bupati Solok melantik 9 camat {')' * 20_000}",
    "quotation marks": ACT + '"' * 100_000,
    "one letter": ACT + "a" * 200_000,
    "one capital": ACT + "A" * 200_000,
    "capitals apart": ACT + "A " * 100_000,
    "one blank": ACT + " " * 200_000,
    "line breaks": ACT + "\n" * 200_000,
    "full stops": ACT + "." * 200_000,
    "zero bytes": ACT + "\x00" * 200_000,
    "commas": ACT + ", " * 100_000,
    "and": ACT + "dan " * 50_000,
    "markup": ACT + "<div class='isi'><p>Bupati</p></div>" * 3_000,
    "one long line": f"{ACT}{'Warga menonton bupati dan pejabat di alun-alun kota itu, lalu pulang ' * 16_000}"[
        :1_048_576
    ],
}


@pytest.mark.parametrize("name", LARGE)
def test_a_large_text_is_read_in_bounded_time(extractor: Extractor, name: str) -> None:
    article = Article(name, LARGE[name])
    start = time.perf_counter()
    events = extractor.read(article)
    seconds = time.perf_counter() - start
    assert_spans_lie_in(article, events)
    assert seconds < 1 + MOST_SECONDS_A_MEGABYTE * len(article.text) / 1_000_000
