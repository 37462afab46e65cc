"""Acts: who is moved, and whether it happened, by the construction of the sentence."""

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language

from extract.acts import Act, find_acts
from extract.sentences import split_sentences
from extract.terms import TermFinder


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("id")


@pytest.fixture(scope="module")
def finder(nlp: Language) -> TermFinder:
    return TermFinder(nlp)


@pytest.fixture
def acts(nlp: Language, finder: TermFinder) -> Callable[[str], list[Act]]:
    def find(text: str) -> list[Act]:
        found = find_acts(text, split_sentences(text), finder.find(nlp.make_doc(text)))
        return [act for act in found if act.strong]

    return find


@pytest.mark.parametrize(
    ("text", "kind", "subject"),
    [
        ("Bupati Solok melantik 14 pejabat eselon II.", "mutasi", "inside"),
        ("Sebanyak 12 camat dilantik Bupati Tegal.", "mutasi", "inside"),
        ("Sembilan geuchik dilantik Wali Kota Langsa.", "mutasi", "outside"),
        ("Gubernur melantik Bupati dan Wakil Bupati Majene.", "mutasi", "outside"),
        ("Bupati melantik 24 penjabat kepala desa.", "mutasi", "outside"),
        ("Kapolda melantik pejabat utama Polda dan tujuh Kapolres.", "mutasi", "outside"),
        ("Gubernur Maluku melantik tiga Penjabat Bupati.", "penunjukan", "inside"),
        ("Siti Amaliah dilantik menjadi Penjabat Sekda.", "penunjukan", "inside"),
        ("Pj Bupati Tegal melantik enam lurah.", "mutasi", "inside"),
        ("Pelantikan dipimpin Plt Bupati Tegal.", "mutasi", "unknown"),
        ("Wali Kota menunjuk tiga Plt kepala dinas.", "penunjukan", "inside"),
        ("Sebanyak 24 pejabat eselon II mengikuti job fit.", "uji_kompetensi", "inside"),
        ("Pemkab membuka seleksi terbuka empat kepala dinas.", "seleksi_terbuka", "inside"),
        ("Tiga kepala dinas dibebastugaskan dari jabatannya.", "pemberhentian", "inside"),
    ],
)
def test_the_one_moved_stands_where_the_voice_of_the_verb_puts_him(
    acts: Callable[[str], list[Act]], text: str, kind: str, subject: str
) -> None:
    found = acts(text)[0]
    assert (found.kind, found.subject) == (kind, subject)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bupati akan melantik 63 pejabat.", "planned"),
        ("Pelantikan 12 camat dijadwalkan Rabu.", "planned"),
        ("Pelantikan lima camat ditunda.", "planned"),
        ("Bupati membatalkan mutasi 74 pejabat.", "cancelled"),
        ("Bupati melantik pejabat yang akan mengisi jabatan kosong.", None),
        ("Setelah sempat ditunda, pelantikan pejabat administrator digelar.", None),
    ],
)
def test_a_cue_before_the_act_gives_its_status(acts: Callable[[str], list[Act]], text: str, status: str | None) -> None:
    assert acts(text)[0].status == status


@pytest.mark.parametrize(
    "text", ["Bupati menegaskan tidak ada mutasi.", "Ini sistem, bukan kode mutasi.", "Belum ada rotasi pejabat."]
)
def test_an_act_that_is_denied_is_no_act(acts: Callable[[str], list[Act]], text: str) -> None:
    assert acts(text) == []


@pytest.mark.parametrize("text", ["Kepala daerah dilarang melantik pejabat.", "Jika ada mutasi, semua harus siap."])
def test_policy_talk_is_hypothetical(acts: Callable[[str], list[Act]], text: str) -> None:
    assert acts(text)[0].hypothetical
