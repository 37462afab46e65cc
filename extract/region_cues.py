"""The words before a region's name that tell what is meant: a government, an office, a unit, or quite another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from extract.region_table import Level

Cue = Literal[
    "government", "office", "secretary", "unit", "typed", "dateline", "name", "seat", "district", "external", "inside"
]
"""How a region is named.

`government` Pemkab X; `office` Bupati X; `secretary` Sekda X, Setda X; `unit` BKPSDM X, DPRD X; `typed` Kabupaten X;
`dateline` the place a report is datelined; `name` the bare name; `seat` the ibu kota; `district` a kecamatan;
`external` of a body that is not its government (Polres X, Universitas X, Jalan X); `inside` within a longer name.
"""


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


TYPES: dict[str, Level] = {
    "kabupaten": "kabupaten",
    "kab": "kabupaten",
    "kota": "kota",
    "kotamadya": "kota",
    "kodya": "kota",
    "provinsi": "provinsi",
    "propinsi": "provinsi",
    "prov": "provinsi",
}

GOVERNMENTS: dict[str, Level | None] = {
    "pemkab": "kabupaten",
    "pemdakab": "kabupaten",
    "pemkot": "kota",
    "pemko": "kota",
    "pemprov": "provinsi",
    "pemrov": "provinsi",
    "pemdaprov": "provinsi",
    "pemda": None,
    "pemerintah": None,
    "pemerintahan": None,
}

OFFICES: dict[str, Level] = {
    "bupati": "kabupaten",
    "wabup": "kabupaten",
    "wabub": "kabupaten",
    "walikota": "kota",
    "walkot": "kota",
    "wawalkot": "kota",
    "wako": "kota",
    "wawako": "kota",
    "wawali": "kota",
    "wakot": "kota",
    "gubernur": "provinsi",
    "wagub": "provinsi",
    "gub": "provinsi",
}

SECRETARIES: dict[str, Level | None] = {
    "sekda": None,
    "setda": None,
    "sekkab": "kabupaten",
    "sekdakab": "kabupaten",
    "setdakab": "kabupaten",
    "setkab": "kabupaten",
    "sekkot": "kota",
    "sekko": "kota",
    "sekdakot": "kota",
    "sekdako": "kota",
    "setdakot": "kota",
    "setdako": "kota",
    "sekprov": "provinsi",
    "sekdaprov": "provinsi",
    "setdaprov": "provinsi",
    "setprov": "provinsi",
}

UNITS = _words(
    """dinas badan bagian biro inspektorat inspektur satpol rsud bappeda bapperida bappelitbang bappelitbangda bapenda
    bkpsdm bkpsdmd bkd bkdd bkdpsdm bkpp bkppd bkdpp bpkad bpkd bpbd dprd dprk dprkab dprp asisten kadis kadin kaban
    kabag karo kabid kasi sekretariat disdik dindik disdikbud dispendik dinkes dishub dinsos dispora disnaker
    disdukcapil dukcapil diskominfo kominfo disperindag dispar disparbud dlh dpupr pupr dpmptsp dpmd kesbangpol
    bakesbangpol perkim distan damkar baperjakat pansel asn pns opd skpd korpri puskesmas uptd upt forkopimda
    lingkup lingkungan jajaran birokrasi pejabat kepala direktur staf widyaiswara sekretaris
    kadisdik kadinkes kadishub kadinsos disnakertrans diskoperindag"""
)

EXTERNALS = _words(
    """polres polresta polrestabes polsek polda polri kapolres kapolresta kapolda kejari kejati kejaksaan kajari kajati
    kodim korem kodam koramil dandim danrem lanud lanal lantamal pn pa ptun pengadilan lapas rutan bapas imigrasi
    kemenag kemenkumham kanwil bpn bps bpk bpkp bpjs bnn bnnk bkn kanreg regional bawaslu panwaslu kpu kpud koni pmi
    hmi pmii gmni knpi mui nu muhammadiyah pwi aji iwo smsi amsi kadin apindo hipmi partai dpc dpd dpw
    universitas univ institut politeknik sekolah stie stia stai stain iain uin unm sma sman smk smkn smp smpn sd sdn
    man mtsn mts pesantren ponpes kampus
    jalan jl jln jalur gang tol simpang bundaran alun jembatan bandara stasiun terminal pelabuhan pasar mal mall plaza
    hotel grand aston swiss masjid mesjid gereja pura vihara stadion gor taman museum wisma
    danau gunung bukit sungai kali krueng selat laut teluk pulau pantai muara lembah hutan
    pt cv bank bri bni bpr bpd pdam perumda
    radar tribun suara kabar berita harian antara rri tvri kompas warta lensa info media jurnal swara
    persatuan ikatan forum aliansi himpunan lsm ketupat soto tahu batik kopi ulos sasirangan
    operasi
    lurah seklur kelurahan desa kades sekdes kampung dusun nagari gampong geuchik keuchik pekon"""
)

DISTRICTS = _words("camat sekcam kecamatan kec distrik kapanewon panewu kemantren mantri kadistrik")

ACTING = _words("pj pjs plt plh penjabat caretaker")
"""Acting marks that also stand for the office itself: `Pj Lombok Barat`, `Pjs Kabupaten Berau`."""

SKIPPED = _words("administrasi administratif adm daerah tingkat dati ii tk terpilih definitif nonaktif sementara")
"""Words that may stand between a cue and the name: Kota Administrasi Jakarta Selatan, Pemerintah Daerah Solok."""
