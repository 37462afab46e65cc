import pytest

from extract.sentences import split_sentences


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bupati melantik 14 pejabat. Acara singkat.", ["Bupati melantik 14 pejabat.", "Acara singkat."]),
        ("Drs. H. Budi Laksana, M.Si. dilantik Plt. Bupati.", ["Drs. H. Budi Laksana, M.Si. dilantik Plt. Bupati."]),
        ("Ia dilantik Jumat (3/5/2024).Menurutnya wajar.", ["Ia dilantik Jumat (3/5/2024).", "Menurutnya wajar."]),
        ("Kabar dari WARTAKAB.CO.ID, Slawi.", ["Kabar dari WARTAKAB.CO.ID, Slawi."]),
        ('"Kerja keras." Ia lalu turun.', ['"Kerja keras."', "Ia lalu turun."]),
        ("1. Siti Amaliah, camat\n2. Joko Tirta, lurah", ["1. Siti Amaliah, camat", "2. Joko Tirta, lurah"]),
        ("Pukul 10.30 WIB acara dimulai.", ["Pukul 10.30 WIB acara dimulai."]),
        ("", []),
        ("\n\n  \n", []),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_it_end(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_paragraphs_are_counted_by_lines_that_hold_text() -> None:
    text = "Satu. Dua.\n\n\nTiga.\nEmpat."
    assert [s.paragraph for s in split_sentences(text)] == [0, 0, 1, 2]


def test_a_degree_ends_a_sentence_before_a_word_that_opens_one() -> None:
    text = "Camat Woha dijabat Bdn. Ratna Lestari, M.Kes. Sebelumnya ia lurah. Joko Arifin, M.Si. Kepala Dinas Pasar."
    assert [text[s.start : s.end] for s in split_sentences(text)] == [
        "Camat Woha dijabat Bdn. Ratna Lestari, M.Kes.",
        "Sebelumnya ia lurah.",
        "Joko Arifin, M.Si. Kepala Dinas Pasar.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sarmin menjabat Asisten II pada Pemprov. Kalsel sejak lama.",
        "Pejabat itu J.O. Anna Rumbino dan FX. Mote dari dinas lain.",
    ],
)
def test_a_short_government_and_initials_end_no_sentence(text: str) -> None:
    assert len(split_sentences(text)) == 1


def test_the_short_word_for_the_government_may_end_a_sentence() -> None:
    assert len(split_sentences("Penyegaran itu di lingkungan pemkab. Pejabat lain menyusul.")) == 2
