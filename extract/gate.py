"""A cheap look at an article: can it hold an event at all? Most news cannot, and is let go before it is tokenised."""

from __future__ import annotations

_ACT_STEMS = (
    "job", "oling", "asse", "asesmen", "etara", "ugaskan", "ugasi", "nugasan", "stugas", "htugas", "diisi", "ngisi",
    "odai", "ecat", "ujikom", "diuji", "bebas", "lantik", "mutasi", "rotasi", "ukuh", "sumpah", "unjuk", "seleksi",
    "lelang", "kompetensi", "copot", "henti", "rolling", "geser", "evaluasi", "undur", "rombak", "ganti", "usul",
    "promosi", "demosi", "selter", "bidding", "nonaktif", "ukom", "pindah", "mindah", "penyegaran", "kehilangan",
    "dijabat", "angkat", "tukar", "definitif", "duduki", "tempati", "dipercaya", "diamanah", "reshuffle", "depak",
    "lengser", "parkir", "bedol", "staf", "lepas", "letakkan", "tergusur", "kebagian", "plt", "plh", "pj", "pansel",
    "penilaian", "talent", "diturunkan", "penataan", "menyumpah", "perpanjang", "menjabat", "beralih", "dialihkan",
    "fungsional", "bangku", "posisi", "mengemban", "tempatkan", "nempat", "dapuk", "dipasrahi", "mempercayakan",
    "merangkap", "ajukan", "sertijab", "makalah", "manajerial", "wawancara", "pecat",
)  # fmt: skip
"""Parts of the words of `data/terms.csv` that tell an act, as few as cover them all; without any, none is told."""

_ACT_PHRASES = (
    " tugas", " jabatan", "ocok ulang", "uji ", "tour of duty", "serah terima", "sk pelaksana", "jadi p",
    "surat perintah", "beauty contest", "bongkar pasang", "ditetapkan sebagai",
    "perubahan susunan", "pelaksana harian", "daftar calon ", "daftaran calon ",
)  # fmt: skip
"""The same of more than one word."""

_SERVICE_STEMS = (
    "pejabat", "jabatan", "eselon", "asn", "aparatur", "pns", "kadis", "camat", "lurah", "sekda", "plt", "plh",
    "penjabat", "pelaksana tugas", "kepsek", "puskesmas", "kabag", "kabid", "administrator", "pengawas", "distrik",
    "inspektur", "staf ahli", "asisten", "direktur r", "direktur utama r", "dirut r",
    "panewu", "kapanewon", "kemantren", "pamong praja",
    "opd", "skpk", "perangkat daerah", "kepala ", "sekretaris", "sekcam", "sekdis", "sekwan", "seklur", "kasubag",
    "kasubb", "kasubid", "kasatpol", "kabapenda", "kaban", "kacab", "kadin", "kalak", "karo ", "irban",
    "pimpinan tinggi", "tinggi pratama", "jpt", "struktural", "fungsional", "birokrasi", "kabinet", "kursi",
    "pelaksana harian", "pelaksanatugas", "pj", "pegawai negeri", "deputi", "auditor", "arsiparis", "pustakawan",
    "widyaiswara", "penyuluh", "penilik", "korwil", "guru", "dokter", "perawat", "kapus",
)  # fmt: skip
"""Words for those whom an act moves; an article without any of them speaks of no civil servant of a region."""


def may_hold_event(title: str, text: str) -> bool:
    """Tell whether the words of an act and of the civil service both occur; False means: surely no event."""
    lower = text.lower() if not title else f"{title}\n{text}".lower()
    told = _tell_an_act(lower.split()) or any(phrase in lower for phrase in _ACT_PHRASES)
    return told and any(stem in lower for stem in _SERVICE_STEMS)


_silent: set[str] = set()
"""Words found without the stem of an act: news says the same words over and over, so each is tried once."""
_MOST_SILENT = 1 << 16


def _tell_an_act(words: list[str]) -> bool:
    """Tell whether one of the words has the stem of an act."""
    if len(_silent) > _MOST_SILENT:
        _silent.clear()
    for word in set(words).difference(_silent):
        if any(stem in word for stem in _ACT_STEMS):
            return True
        _silent.add(word)
    return False
