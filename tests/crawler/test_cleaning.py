from __future__ import annotations

import pytest

from crawler.cleaning import fragment_text, one_line, plain


@pytest.mark.parametrize(
    ("html", "text"),
    [
        pytest.param("<p>Satu.</p>\n<p>Dua.</p>", "Satu.\n\nDua.", id="paragraphs"),
        pytest.param("<p>Satu.<br />\nDua.</p>", "Satu.\nDua.", id="line break"),
        pytest.param("<div>Satu.</div><div>Dua.</div>", "Satu.\n\nDua.", id="divs"),
        pytest.param("<h2>Daftar</h2><p>Isi</p>", "Daftar\n\nIsi", id="heading"),
        pytest.param("<p>Wali&nbsp;Kota &amp; Bupati</p>", "Wali Kota & Bupati", id="entities"),
        pytest.param("<p>Peja\u00adbat\u200b baru</p>", "Pejabat baru", id="invisible characters"),
        pytest.param("<p>a <b>b</b><i>c</i></p>", "a bc", id="inline"),
        pytest.param("<ul><li>Budi</li><li>Siti</li></ul>", "- Budi\n- Siti", id="list"),
        pytest.param("<ol><li>Budi</li><li>Siti</li></ol>", "1. Budi\n2. Siti", id="numbered list"),
        pytest.param('<ol start="4"><li>Budi</li></ol>', "4. Budi", id="numbered list goes on"),
        pytest.param("<ol><li>1. Budi</li><li>2) Siti</li></ol>", "1. Budi\n2) Siti", id="numbered by hand"),
        pytest.param("<ul><li><p>Budi</p></li><li><p>Siti</p></li></ul>", "- Budi\n- Siti", id="paragraph in item"),
        pytest.param(
            "<p>Daftar:</p><table><tr><th>Nama</th><th>Jabatan</th></tr><tr><td>Budi</td><td><p>Camat</p></td></tr></table>",
            "Daftar:\n\nNama | Jabatan\nBudi | Camat",
            id="table",
        ),
        pytest.param("<table><tr><td><p>Satu.</p><p>Dua.</p></td></tr></table>", "Satu.\n\nDua.", id="layout table"),
        pytest.param("", "", id="nothing"),
        pytest.param("Tanpa paragraf", "Tanpa paragraf", id="bare text"),
    ],
)
def test_structure_becomes_lines(html: str, text: str) -> None:
    assert fragment_text(html) == text


STORY = "<p>Wali Kota Bekasi melantik 12 pejabat.</p>{}<p>Pelantikan berlangsung di aula.</p>"
CLEAN = "Wali Kota Bekasi melantik 12 pejabat.\n\nPelantikan berlangsung di aula."


@pytest.mark.parametrize(
    "noise",
    [
        '<figure class="wp-caption"><img src="a.jpg"><figcaption>Foto: Humas</figcaption></figure>',
        '<figure><img src="a.jpg"><figcaption>Suasana pelantikan.</figcaption></figure>',
        '<div class="wp-caption aligncenter"><img src="a.jpg"><p class="wp-caption-text">Suasana.</p></div>',
        '<p><img src="a.jpg"><br>Suasana pelantikan di aula. (Foto: Humas)</p>',
        '<p><img src="a.jpg">ILUSTRASI: pelantikan pejabat</p>',
        '<div class="gallery gallery-columns-3"><dl><dt>Foto satu</dt></dl></div>',
        "<script>var a = 'Wali Kota';</script><style>p { color: red }</style>",
        '<iframe src="https://video.test/">Video</iframe>',
        '<blockquote class="twitter-tweet"><p>Selamat!</p></blockquote>',
        '<figure class="wp-block-embed"><div>https://video.test/1</div></figure>',
        '<p>BACA JUGA: <a href="/lain/">Harga Cabai Naik</a></p>',
        '<p><strong>Baca juga: <a href="/lain/">Harga Cabai Naik</a></strong></p>',
        '<p><strong>Baca Juga</strong>: <a href="/lain/">Harga Cabai Naik</a></p>',
        '<p><a href="/lain/">Baca juga: Harga Cabai Naik</a></p>',
        '<p>Baca: <a href="/lain/">Harga Cabai Naik</a></p>',
        '<p>Baca juga:<br><a href="/a/">Satu</a><br><a href="/b/">Dua</a></p>',
        '<p>Baca juga:</p><ul><li><a href="/a/">Satu</a></li><li><a href="/b/">Dua</a></li></ul>',
        '<p>Berita terkait: <a href="/lain/">Harga Cabai Naik</a></p>',
        '<div class="jnews_inline_related_post"><h3>Related</h3><a href="/a/">Satu</a></div>',
        '<div id="jp-relatedposts"><h3>Terkait</h3></div>',
        '<div class="sharedaddy sd-sharing-enabled"><h3>Bagikan ini:</h3><ul><li>Facebook</li></ul></div>',
        '<div class="heateor_sss_sharing_container">Spread the love</div>',
        "<p>Spread the love</p>",
        "<p>Komentar</p>",
        "<p>Bagikan:</p>",
        "<p>ADVERTISEMENT</p>",
        "<p>SCROLL TO CONTINUE WITH CONTENT</p>",
        "<p>Post Views: 1.204</p>",
        '<p>The post <a href="/x/">Judul</a> appeared first on <a href="/">Kabar Satu</a>.</p>',
        '<div class="code-block code-block-2"><p>Iklan obat kuat</p></div>',
        '<ins class="adsbygoogle">Iklan</ins>',
        '<div class="mc4wp-form">Langganan berita</div>',
        '<form><label>Surel</label><input name="a"></form>',
        '<div style="display: none">Kata kunci tersembunyi</div>',
        '<div id="comments"><h3>3 komentar</h3><p>Mantap</p></div>',
        '<div class="wa-chat-box">Kirim pesan. Butuh bantuan?</div>',
        '<div class="ez-toc-container"><p>Daftar isi</p></div>',
    ],
)
def test_noise_goes_out(noise: str) -> None:
    assert fragment_text(STORY.format(noise)) == CLEAN


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            '<p>Ia pamit. Baca juga: <a href="/a/">Judul</a> Setelah itu ia pulang.</p>',
            "Ia pamit. Setelah itu ia pulang.",
        ),
        ('<p>Ia pamit.<br>BACA JUGA : <a href="/a/">Judul</a><br>Ia pulang.</p>', "Ia pamit.\nIa pulang."),
        ('<p>Ia melantik <a href="/tag/pejabat/">pejabat</a> baru.</p>', "Ia melantik pejabat baru."),
        ('<p>Warga diminta baca juga <a href="/a/">edaran</a> itu.</p>', "Warga diminta baca juga edaran itu."),
        ('<p>Ia gemar baca <a href="/a/">buku</a>.</p>', "Ia gemar baca buku."),
        ("<p>Baca juga: Judul tanpa tautan</p>", "Baca juga: Judul tanpa tautan"),
        ('<p><img src="a.jpg"> BEKASI – Wali Kota melantik pejabat.</p>', "BEKASI – Wali Kota melantik pejabat."),
        ("<p>Komentar warga beragam.</p>", "Komentar warga beragam."),
    ],
)
def test_the_article_stays(html: str, text: str) -> None:
    assert fragment_text(html) == text


def test_class_name_does_not_cost_the_article() -> None:
    story = "<p>Wali Kota Bekasi melantik pejabat di aula kantor.</p>" * 40
    assert fragment_text(f'<div class="related-posts-on">{story}</div>').count("Wali Kota") == 40


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Daftar:\n- Budi, Camat\n- Siti, Lurah</p>", "Daftar:\n- Budi, Camat\n- Siti, Lurah"),
        ("<p>Satu.\nDua.</p>\n<p>Tiga.</p>", "Satu.\nDua.\n\nTiga."),
        ("<p>Satu.<br />\nDua.</p>", "Satu.\nDua."),
        ("<p>Wali Kota Bekasi\nmelantik pejabat\ndi aula.</p>", "Wali Kota Bekasi melantik pejabat di aula."),
        ("<p>Nama:\n<strong>Budi</strong>\nCamat</p>", "Nama:\nBudi\nCamat"),
    ],
)
def test_newline_that_a_writer_typed_is_a_line(html: str, text: str) -> None:
    assert fragment_text(html, newline_is_break=True) == text


def test_newline_is_a_space_elsewhere() -> None:
    assert fragment_text("<p>Satu.\nDua.</p>") == "Satu. Dua."


def test_short_strings() -> None:
    assert plain("Bupati <em>Garut</em> &amp; Wakil&nbsp;Bupati ") == "Bupati Garut & Wakil Bupati"
    assert plain("a < b") == "a < b"
    assert one_line(" a\n\tb\u00a0c ") == "a b c"


def test_hostile_markup_takes_no_time() -> None:
    assert fragment_text('<a href="/x/"></a>' * 20_000 + "<p>Isi</p>") == "Isi"
    assert fragment_text("<div>" * 5_000 + "Isi") == "Isi"
    assert fragment_text("<p>" + "baca juga: " * 20_000 + '<a href="/x/">x</a></p>').startswith("baca juga")
    assert fragment_text('<p>Baca juga: <a href="/x/">y</a> z. </p>' * 20_000).startswith("z.")
    assert fragment_text("<p>" + 'Baca juga: <a href="/x/">y</a> z. ' * 20_000 + "</p>").startswith("z.")
    assert fragment_text("<div><img></div>" * 20_000 + "<p>Isi</p>") == "Isi"


def test_control_characters_do_no_harm() -> None:
    assert fragment_text("<p>Satu <script>x</script>&#1;dua\x01</p>").startswith("Satu")
    assert fragment_text("<p>Satu\x00\ud800\ndua</p>", newline_is_break=True).endswith("dua")


def test_what_a_terminal_would_obey_goes_out() -> None:
    assert plain("Lantik \x1b[2J 31\x07 &#27;]0;x \u009b31m \u202eASN") == "Lantik [2J 31 ]0;x 31m ASN"
    assert fragment_text("<p>Lantik \x1b[31m&#27;</p><p>\x07Dua</p>") == "Lantik [31m\n\nDua"


def test_invitation_to_a_channel_goes_out_and_a_source_stays() -> None:
    invitation = '<p>Ikuti kabar terbaru di <a href="https://whatsapp.com/channel/x">WhatsApp Channel</a> kami.</p>'
    assert fragment_text(STORY.format(invitation)) == CLEAN
    source = "<p>" + "Bupati mengumumkannya kepada warga dan pejabat yang hadir di pendopo kabupaten. " * 4
    assert "Telegram" in fragment_text(source + '<a href="https://t.me/x">Telegram</a></p>')


def test_credited_caption_after_its_picture_goes_out() -> None:
    captioned = "<div><img src='a.jpg'></div><div><br></div><div>Bupati di pendopo. Foto: Humas</div>"
    assert fragment_text(STORY.format(captioned)) == CLEAN
    assert fragment_text(STORY.format("<div>Ia memuji karya foto: lanskap</div>")) != CLEAN


@pytest.mark.parametrize("line", ["12 Komentar", "Dibaca: 1.204 kali"])
def test_counts_go_out(line: str) -> None:
    assert fragment_text(STORY.format(f"<p>{line}</p>")) == CLEAN
