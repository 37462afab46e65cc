"""What reading costs, beside what spaCy takes to tokenise the same text in the same run.

A ratio of two times taken side by side says the same on a slow machine as on a fast one, a time does not. The articles
are our own, of `tests/gold`. Rounds are interleaved, so that a machine that grows busy slows both sides.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pytest
import spacy
from measuring import rounds
from spacy.language import Language

from extract.article import Article, article_from_line
from extract.gate import may_hold_event
from extract.pipeline import LONGEST, Extractor

GOLD = Path(__file__).parent.parent / "tests" / "gold"
ROUNDS = 9
MOST_FOR_AN_EVENT = 2.0
MOST_WITHOUT_AN_EVENT = 0.1
MOST_FOR_TEN_TIMES_THE_TEXT = 13
MOST_MEGABYTES = 400

WITHOUT_AN_EVENT = """\
Harga cabai rawit di Pasar Rau naik dua kali lipat sejak awal pekan. Pedagang mengeluhkan pasokan dari Brebes yang
tersendat karena hujan, sedangkan pembeli memilih cabai kering. Wali Kota meninjau pasar bersama Dinas Perdagangan,
Rabu (12/2/2025), lalu berdialog dengan pedagang beras dan telur.

Tim sepak bola kota itu menang tiga gol tanpa balas di Stadion Gelora, Minggu malam. Pelatih memuji para pemain muda
yang tampil berani sejak menit pertama. Laga berikutnya digelar Sabtu (8/3) melawan tuan rumah di Kabupaten Bantul.

Banjir setinggi lutut merendam empat desa di Kabupaten Demak. Sebanyak 212 keluarga mengungsi ke balai desa dan
masjid. Bupati meminta warga tetap waspada karena curah hujan masih tinggi hingga akhir bulan Februari 2024.
""".split("\n\n")
"""News of a region that tells no act upon its officials; each is let go by the gate."""

ONE_LONG_LINE = """
import resource
from extract.article import Article
from extract.pipeline import Extractor
sentence = "Bupati Solok melantik 12 pejabat eselon III di Arosuka, Rabu (12/2/2025), di antaranya Rahmad Yusuf. "
text = sentence * (5_000_000 // len(sentence))
events = Extractor().read(Article("panjang", text))
print(len(events), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="module")
def blank() -> Language:
    return spacy.blank("id")


@pytest.fixture(scope="module")
def events(extractor: Extractor) -> list[Article]:
    """Return our written articles that hold an event, as the reader finds them."""
    lines = [line for path in sorted(GOLD.glob("*.articles.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [article for line in lines if extractor.read(article := article_from_line(line))]


def ratio_to_tokenising(extractor: Extractor, blank: Language, articles: Sequence[Article]) -> float:
    """Return what reading `articles` costs as a multiple of tokenising their texts, the median of all rounds."""
    texts = [article.text for article in articles]
    reading, tokenising = rounds(
        lambda: [extractor.read(article) for article in articles],
        lambda: [blank.make_doc(text) for text in texts],
        times=ROUNDS,
    )
    ratio = median(read / tokenised for read, tokenised in zip(reading, tokenising, strict=True))
    each = 1000 / len(articles)
    print(
        f"\n{len(articles)} articles: reading {median(reading) * each:.3f} ms,"
        f" tokenising {median(tokenising) * each:.3f} ms each, ratio {ratio:.3f}"
    )
    return ratio


def test_an_article_that_holds_an_event_costs_at_most_twice_its_tokenising(
    extractor: Extractor, blank: Language, events: list[Article]
) -> None:
    assert len(events) > 50
    assert ratio_to_tokenising(extractor, blank, events) <= MOST_FOR_AN_EVENT


def test_an_article_that_cannot_hold_an_event_costs_at_most_a_tenth(extractor: Extractor, blank: Language) -> None:
    articles = [Article(str(number), "\n\n".join([text] * 7)) for number, text in enumerate(WITHOUT_AN_EVENT * 20)]
    assert not any(may_hold_event(article.title, article.text) for article in articles)
    assert ratio_to_tokenising(extractor, blank, articles) <= MOST_WITHOUT_AN_EVENT


def test_ten_times_the_text_costs_about_ten_times_as_much(extractor: Extractor, events: list[Article]) -> None:
    text = "\n\n".join(article.text for article in events)[: LONGEST // 10 - 2]  # a longer one would be cut
    short, long = Article("pendek", text), Article("panjang", "\n\n".join([text] * 10))
    once, ten_times = rounds(lambda: extractor.read(short), lambda: extractor.read(long), times=5)
    growth = median(ten_times) / median(once)
    print(f"\n{len(text):,} characters in {median(once):.3f} s, ten times as many cost {growth:.1f} times as much")
    assert growth <= MOST_FOR_TEN_TIMES_THE_TEXT


def test_a_line_of_five_megabytes_is_read_in_400_megabytes() -> None:
    run = subprocess.run([sys.executable, "-c", ONE_LONG_LINE], capture_output=True, text=True, check=True, timeout=600)
    count, kilobytes = map(int, run.stdout.split())
    print(f"\n5 MB in one line: {count} events, {kilobytes / 1024:.0f} MB at most")
    assert kilobytes / 1024 < MOST_MEGABYTES
