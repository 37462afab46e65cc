"""`mutasi explain`: every value with its words and rule, in the terminal and as a page."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple

import pytest
from rich.console import Console
from typer.testing import CliRunner

from extract.article import article_from_line
from mutasi.cli import app
from mutasi.errors import CommandError
from mutasi.explain_page import write_page
from mutasi.explain_reading import EventExplanation, Explanation, FieldExplanation, Quote, explain_article
from mutasi.explain_segments import Mark, segments, united
from mutasi.explain_terminal import terminal_view

CEREMONY = {
    "id": "bks-1",
    "title": "Asep Surya Lantik 61 Pejabat",
    "published": "2026-02-07",
    "source": "Kabar Contoh",
    "url": "https://kabarcontoh.example/bks-1",
    "text": (
        "BEKASI - Wali Kota Bekasi Asep Surya melantik 61 pejabat eselon III dan IV, Jumat (6/2/2026).\n\n"
        "Dedi Kusnadi yang sebelumnya Lurah Kranji dilantik sebagai Camat Jatiasih."
    ),
}
WEATHER = {"id": "cuaca", "title": "Hujan", "text": "BEKASI - Hujan turun sejak pagi. Warga diminta waspada."}
POLICE = {
    "id": "polisi",
    "title": "Kapolres Bekasi Lantik Kasat Reskrim",
    "text": "BEKASI - Kapolres melantik pejabat baru Kasat Reskrim, Jumat (6/2/2026). Mutasi ini biasa di tubuh Polri.",
}
HOSTILE = {
    **CEREMONY,
    "id": '"><script>alert(1)</script>',
    "title": "<b>Lantik</b> & {{ 7 * 7 }}",
    "url": "javascript:alert(1)",
    "source": "</style><img src=x onerror=alert(1)> \ud800",
    "text": CEREMONY["text"].replace("Dedi Kusnadi", "<script>alert(2)</script> & \x1b[31m Dedi\x00 Kusnadi"),
}


class Ran(NamedTuple):
    status: int
    out: str
    err: str


def explain(*words: str, given: str = "") -> Ran:
    ran = CliRunner().invoke(app, ["explain", *words], input=given)
    if isinstance(ran.exception, CommandError):
        return Ran(ran.exception.exit_code, ran.stdout, f"mutasi: {ran.exception}\n")
    if ran.exception is not None and not isinstance(ran.exception, SystemExit):
        raise ran.exception
    return Ran(ran.exit_code, ran.stdout, ran.stderr)


def lines(*records: object) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


class Page(HTMLParser):
    """What a browser makes of a page: its elements, the words in the articles' texts, and the marks around them."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.marked: list[tuple[str, set[str]]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))
        if tag not in ("meta", "br", "wbr"):
            self.open.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(attributes.get("class") == "text" for _, attributes in self.open):
            self.words += data
            fields = {(attributes["class"] or "").split()[0] for tag, attributes in self.open if tag == "mark"}
            if fields:
                self.marked.append((data, fields))


def page_of(*records: object, words: tuple[str, ...] = ()) -> str:
    ran = explain("-", "--html", "-", *words, given=lines(*records))
    assert ran.status == 0, ran.err
    return ran.out


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("length", "marks", "expected"),
    [
        (5, [], [(0, 5, "")]),
        (0, [], []),
        (9, [(2, 4, "a")], [(0, 2, ""), (2, 4, "a"), (4, 9, "")]),
        (9, [(0, 9, "a"), (2, 4, "b")], [(0, 2, "a"), (2, 4, "ab"), (4, 9, "a")]),
        (9, [(2, 6, "a"), (4, 9, "b")], [(0, 2, ""), (2, 4, "a"), (4, 6, "ba"), (6, 9, "b")]),
        (9, [(2, 4, "a"), (2, 4, "b")], [(0, 2, ""), (2, 4, "ab"), (4, 9, "")]),
        (9, [(2, 4, "a"), (4, 6, "b")], [(0, 2, ""), (2, 4, "a"), (4, 6, "b"), (6, 9, "")]),
        (3, [(2, 7, "a")], [(0, 2, ""), (2, 3, "a")]),
    ],
)
def test_segments_cut_where_marks_begin_and_end(
    length: int, marks: list[tuple[int, int, str]], expected: list[tuple[int, int, str]]
) -> None:
    found = segments(length, [Mark(start, end, field, (1,)) for start, end, field in marks])
    assert [(one.start, one.end, "".join(mark.field for mark in one.marks)) for one in found] == expected


def test_marks_of_the_same_words_are_one_with_the_events_of_both() -> None:
    marks = [Mark(2, 4, "date", (2,)), Mark(2, 4, "date", (1,)), Mark(2, 4, "region", (1,))]
    assert united(marks) == [Mark(2, 4, "date", (1, 2)), Mark(2, 4, "region", (1,))]


def test_each_value_has_its_words_and_its_rule() -> None:
    explanation = explain_article(article_from_line(lines(CEREMONY)))
    (event,) = explanation.events
    fields = {field.name: field for field in event.fields}
    assert event.heading == "mutasi – terlaksana"
    assert fields["region"].value == "Kota Bekasi (32.75)"
    assert fields["date"].value == "6 Februari 2026 (2026-02-06)"
    assert [quote.words for quote in fields["date"].quotes] == ["Jumat (6/2/2026)"]
    assert fields["official"].value == "Wali Kota Asep Surya"
    assert fields["headcount"].value == "61"
    assert fields["eselon"].value == "III, IV"
    assert [name for name in ("region", "date", "official", "headcount", "eselon") if not fields[name].rule] == []
    (move,) = event.moves
    parts = (move.person, move.from_post, move.to_post)
    assert [part.value for part in parts] == ["Dedi Kusnadi", "Lurah Kranji", "Camat Jatiasih"]
    assert [part.mark is not None for part in parts] == [True, True, True]
    assert move.rule
    assert move.levels == "IV.a → III.a, naik (up)"


def test_every_mark_stands_on_the_words_that_are_quoted() -> None:
    explanation = explain_article(article_from_line(lines(CEREMONY)))
    quotes = [quote for field in explanation.events[0].fields for quote in field.quotes]
    texts = {True: explanation.article.title, False: explanation.article.text}
    assert quotes
    assert [texts[one.mark.in_title][one.mark.start : one.mark.end] for one in quotes] == [one.words for one in quotes]
    assert any(quote.mark.in_title for quote in quotes)


def test_the_terminal_shows_the_article_the_values_and_the_rules(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(CEREMONY))
    ran = explain("a.jsonl")
    assert (ran.status, ran.err) == (0, "")
    assert "BEKASI - Wali Kota Bekasi Asep Surya melantik 61 pejabat" in ran.out
    row = next(line for line in ran.out.splitlines() if "Tanggal (date)" in line and "Februari" in line)
    assert "“Jumat (6/2/2026)”" in row
    assert "date_with_act" in row
    assert re.search(r"Dedi Kusnadi +Lurah Kranji +Camat Jatiasih +IV\.a → III\.a, naik \(up\)", ran.out)
    assert "Eselon menurut tabel jabatan (inferred)" in ran.out


def test_the_terminal_colours_the_words_of_a_value() -> None:
    console = Console(force_terminal=True, color_system="truecolor", width=200, file=io.StringIO(), record=True)
    console.print(terminal_view(explain_article(article_from_line(lines(CEREMONY)))))
    coloured = console.export_text(styles=True)
    assert re.search(r"\x1b\[[0-9;]*48;2;255;224;138mJumat \(6/2/2026\)\x1b\[0m", coloured)


def test_the_page_shows_the_text_as_it_is_with_its_values_marked() -> None:
    page = Page(page_of(CEREMONY))
    assert page.words == CEREMONY["text"]
    assert dict(page.marked)["Jumat (6/2/2026)"] == {"f-date"}
    assert page.open == []


def test_the_page_tells_inferred_levels_from_stated_ones() -> None:
    source = page_of(CEREMONY)
    assert "Eselon menurut tabel jabatan <small>(inferred)</small>" in source
    assert "<td>IV.a → III.a, naik (up)</td>" in source


def test_marks_that_overlap_are_both_shown() -> None:
    article = article_from_line(lines({"id": "x", "text": "Wali Kota Bekasi Asep Surya, Jumat"}))
    spans = {"region": (0, 16), "official": (0, 27), "kind": (17, 34)}
    fields = tuple(
        FieldExplanation(name, "nilai", (Quote("kata", Mark(start, end, name, (1,))),), "aturan")
        for name, (start, end) in spans.items()
    )
    out = io.StringIO()
    explanation = Explanation(article, True, (EventExplanation(1, "mutasi", 0.5, (), fields, ()),), ())
    assert write_page(out, "contoh", [explanation]) == 1
    assert Page(out.getvalue()).marked == [
        ("Wali Kota Bekasi", {"f-region", "f-official"}),
        (" ", {"f-official"}),
        ("Asep Surya", {"f-official", "f-kind"}),
        (", Jumat", {"f-kind"}),
    ]


def test_every_quote_on_the_page_leads_to_its_mark() -> None:
    page = Page(page_of(CEREMONY, POLICE, {**CEREMONY, "id": "bks-2"}))
    ids = [attributes["id"] for _, attributes in page.elements if attributes.get("id")]
    links = [attributes["href"] or "" for tag, attributes in page.elements if tag == "a"]
    targets = [link for link in links if link.startswith("#")]
    assert len(ids) == len(set(ids))
    assert len(targets) > 10
    assert [target for target in targets if target[1:] not in ids] == []


def test_the_page_needs_nothing_but_itself_and_knows_light_and_dark() -> None:
    source = page_of(CEREMONY)
    page = Page(source)
    assert [tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe")] == []
    assert "url(" not in source
    assert "@media (prefers-color-scheme: dark)" in source
    assert ("html", {"lang": "id"}) in page.elements


def test_what_is_told_in_the_article_cannot_act_on_the_page() -> None:
    source = page_of(HOSTILE)
    page = Page(source)
    assert [tag for tag, _ in page.elements if tag in ("script", "img", "b")] == []
    assert [attributes for tag, attributes in page.elements if tag == "a" and "alert" in str(attributes)] == []
    assert "<script>alert(2)</script> & " in page.words
    assert "{{ 7 * 7 }}" in source
    assert "\x1b" not in source
    assert "\x00" not in source


def test_control_characters_do_not_reach_the_terminal() -> None:
    ran = explain("-", given=lines(HOSTILE))
    assert ran.status == 0
    assert "\x1b[31m" not in ran.out
    assert "\N{REPLACEMENT CHARACTER}[31m Dedi\N{REPLACEMENT CHARACTER} Kusnadi" in ran.out


def test_a_lead_without_events_says_why() -> None:
    ran = explain("-", given=lines(WEATHER))
    assert "Tidak ada peristiwa" in ran.out
    assert "the gate found no word of an act" in ran.out
    ran = explain("-", given=lines(POLICE))
    assert "see what was found" in ran.out
    row = next(line for line in ran.out.splitlines() if "melantik" in line and "Jenis (kind)" in line)
    assert "outside" in row
    assert "see what was found" in page_of(POLICE)


def test_chosen_ids_only() -> None:
    ran = explain("-", "--id", "cuaca", given=lines(CEREMONY, WEATHER))
    assert "Hujan" in ran.out
    assert "Asep" not in ran.out
    ran = explain("-", "--id", "nix", "--id", "cuaca", given=lines(CEREMONY, WEATHER))
    assert (ran.status, ran.err) == (2, "mutasi: -: no article nix\n")


def test_a_page_of_an_unknown_id_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(CEREMONY))
    assert explain("a.jsonl", "--id", "nix", "--html", "page.html").status == 2
    assert not (tmp_path / "page.html").exists()
    ran = explain("a.jsonl", "--html", "page.html")
    assert (ran.status, ran.out, ran.err) == (0, "", "page.html: 1 artikel (articles)\n")
    assert "Cara membaca a.jsonl" in (tmp_path / "page.html").read_text(encoding="utf-8")


def test_a_text_file_is_one_article(tmp_path: Path) -> None:
    text = "BEKASI - Wali Kota Bekasi Asep Surya melantik 61 pejabat eselon III, Jumat (6/2)."
    (tmp_path / "berita.txt").write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert "6 Februari 2026 (2026-02-06)" in explain("berita.txt", "--published", "2026-02-07").out
    assert "Kota Bekasi (32.75)" in explain("berita.txt").out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nix.jsonl"], "mutasi: cannot read nix.jsonl: No such file or directory\n"),
        (["broken.jsonl"], "mutasi: broken.jsonl, line 2: not JSON: Expecting value at column 1\n"),
        (["latin.txt"], "mutasi: latin.txt: not UTF-8 (byte 4); save the file as UTF-8\n"),
        (["broken.jsonl", "--html", "."], "mutasi: cannot write .: it is a folder\n"),
        (["broken.jsonl", "--published", "2026-02-07"], "mutasi: --published is for a .txt; "),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, words: list[str], message: str) -> None:
    (tmp_path / "broken.jsonl").write_text(lines(WEATHER) + "nix\n")
    (tmp_path / "latin.txt").write_bytes("café".encode("latin-1"))
    ran = explain(*words)
    assert ran.status == 2
    assert ran.err.startswith(message)


def test_an_empty_file_is_an_empty_page() -> None:
    assert Page(page_of()).words == ""
    assert explain("-").out == ""
