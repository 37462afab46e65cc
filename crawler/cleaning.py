"""HTML to an article's text: what is not the article goes out, paragraphs, list items and table rows stay apart.

The rules name constructions that themes and plugins share (class names of share bars, ad slots, related posts) and the
set phrases around links to other articles; none is made for one site.
"""

from __future__ import annotations

import re
from itertools import islice, pairwise

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

PARSER = "lxml"

_NEVER_TEXT = (
    "script style noscript template iframe embed object applet video audio source canvas svg math button input "
    "select textarea figcaption nav dialog"
).split()

_NOISE_CLASS_PREFIXES = tuple(
    (
        "sharedaddy sd-sharing sd-like sd-block sd-social jp-relatedposts addtoany a2a_ heateor ssba ssbp sassy mashsb "
        "social-share social_share social-icons share-button share-box sharebox share-post share-link share-wrap "
        "post-share post-sharing entry-share td-post-sharing jeg_share jnews_share shariff et_social sfsi "
        "related-post related_post relatedpost related-article related-news related-content jnews_inline_related yarpp "
        "crp_related rp4wp wp_rp baca-juga bacajuga baca_juga bacajuga read-also readalso also-read inline-related "
        "internal-link-juicer lihat-juga artikel-terkait berita-terkait terkait "
        "code-block adsbygoogle ads- ads_ ad-slot ad-container ad-wrap adslot ad_slot advads- advertisement "
        "google-auto-placed td-a-rec iklan quads-location "
        "newsletter mc4wp subscribe wp-block-jetpack-subscriptions "
        "comments comment-respond comment-list comment-form fb-comments fb_comments disqus wpdiscuz "
        "wp-caption gallery tiled-gallery wp-block-gallery wp-block-embed wp-block-button wp-block-latest-posts "
        "wp-block-pullquote twitter-tweet instagram-media tiktok-embed fb-post fb-video "
        "page-links post-page-numbers post-navigation nav-links ez-toc lwptoc toc_container rank-math-toc "
        "kk-star post-views post-ratings wpulike wp-polls author-box saboxplugin molongui-author "
        "qlwapp joinchat wa-chat chaty chat-widget whatsapp-chat screen-reader-text sr-only breadcrumb"
    ).split()
)
_NOISE_CLASSES = frozenset("share sharing social related ads ad comment tags-links post-tags".split())
_NEVER_NOISE = frozenset(("html", "body", "main", "article"))
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)

# Set phrases that lead to another article. "Baca" alone is a verb: it needs its colon.
_RELATED = (
    r"(?:(?:baca|simak|lihat|tonton|cek)\s+(?:juga|pula)(?:\s+(?:video|artikel|berita))?|baca\s+(?:lainnya|selengkapnya)"
    r"|(?:artikel|berita)\s+(?:terkait|lainnya|sebelumnya)|also\s+read|read\s+also|baca(?=\s*:))"
)
_RELATED_LABEL = re.compile(rf"(?:^|(?<=[\n.!?”\"»)\]|]))\s*[(\[>»▪•*–-]?\s*{_RELATED}\s*[:：;–-]*\s*$", re.IGNORECASE)
_RELATED_START = re.compile(rf"^\s*{_RELATED}\b", re.IGNORECASE)

_FURNITURE = frozenset(
    (
        "spread the love|komentar|komentar facebook|tinggalkan komentar|leave a comment|bagikan|bagikan ini"
        "|bagikan berita ini|bagikan artikel ini|share|share this|share on|sharing|like this|loading|like loading"
        "|sukai ini|sukai ini memuat"
        "|advertisement|advertisements|advertisment|iklan|scroll to continue with content|scroll to resume content"
        "|gulir untuk lanjut membaca|gulir untuk melanjutkan|lanjutkan membaca|kirim pesan|butuh bantuan"
        "|print friendly, pdf & email|facebook|twitter|whatsapp|telegram|facebook comments"
    ).split("|")
)
_APPEARED_FIRST = re.compile(
    r"^(?:the post|pos|artikel|postingan) .{1,400} "
    r"(?:appeared first on|muncul pertama kali di|pertama kali tampil pada) ",
    re.IGNORECASE,
)
_VIEWS = re.compile(
    r"^(?:post views|total views|dilihat|dibaca|views|pembaca)\s*:?\s*[\d.,]+(?:\s*kali)?$", re.IGNORECASE
)
_CAPTION = re.compile(
    r"^\W*(?:foto|ilustrasi|ket(?:erangan)?\.?\s+foto|caption|dok)\b|\((?:foto|dok|ist)[^()]{0,80}\)\W*$|istimewa\)?\W*$",
    re.IGNORECASE,
)
_LONGEST_CAPTION = 300

_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header "
    "hr html li main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_INVISIBLE = str.maketrans(
    {"\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "", "\u00a0": " ", "\u202f": " "}
)
_SPACES = re.compile(r"\s+")
_OWN_MARK = re.compile(r"^(?:\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|[-–—•*])\s?")
_SENTENCE_END = re.compile(r"[.!?:;)\]”\"’']$")

_WRAPPED_ARTICLE = 1000
"""Characters from which on an element with most of the page's text is the article, whatever its class says."""

_MOST_WRAPPERS = 20
"""Wrappers of that kind that are measured; the rest of a page that has more is left as it is."""

_WALK = 60
"""How many nodes back from a link its label is looked for: enough for markup, bounded for hostile pages."""

_DEEPEST = 150
"""Elements within elements, from which on only their text is taken: deeper than any editor nests."""


def fragment_text(html: str, *, newline_is_break: bool = False) -> str:
    """Return the text of an HTML fragment: paragraphs apart by a blank line, `<br>`, list items and rows by a newline.

    Cells of a row are joined by ` | `, items of a numbered list keep their number, other items get `- `. Entities are
    decoded, spaces collapsed, captions, embeds, ads, share bars and links to other articles left out. With
    `newline_is_break` a newline in the source counts as `<br>` does: in WordPress the writer typed it, and a browser
    alone shows it as a space; a paragraph that is plainly wrapped in mid-sentence is joined all the same.
    """
    soup = BeautifulSoup(html, PARSER)
    remove_noise(soup)
    write_item_numbers(soup)
    if newline_is_break:
        break_at_newlines(soup)
    return _Renderer().text_of(soup)


def plain(html: str) -> str:
    """Return the text of a short HTML string, a title or a name, on one line, entities decoded and tags out."""
    text = BeautifulSoup(html, PARSER).get_text() if "<" in html or "&" in html else html
    return one_line(text)


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space and invisible characters out."""
    return _SPACES.sub(" ", text.translate(_INVISIBLE)).strip()


def remove_noise(soup: Tag) -> None:
    """Take out of the tree, in place, what is no part of an article's text."""
    whole = len(soup.get_text())
    kept = 0
    for element in soup.find_all(_is_noise):
        if element.decomposed:
            continue
        if element.name not in _NEVER_TEXT and (kept == _MOST_WRAPPERS or _is_the_article(element, whole)):
            kept = min(kept + 1, _MOST_WRAPPERS)
        else:
            element.decompose()
    _remove_related_links(soup)
    _remove_caption_paragraphs(soup)


def write_item_numbers(soup: Tag) -> None:
    """Write into the items of numbered lists, in place, the numbers that a browser shows, unless a writer did."""
    for listing in soup.find_all("ol"):
        start = str(listing.get("start", "1"))
        first = int(start) if start.isascii() and start.isdigit() and len(start) < 7 else 1
        for number, item in enumerate(listing.find_all("li", recursive=False), start=first):
            words = item.find(string=lambda text: text is not None and bool(text.strip()))
            if words is not None and not _OWN_MARK.match(one_line(words)):
                words.replace_with(f"{number}. {words.lstrip()}")


def break_at_newlines(soup: BeautifulSoup) -> None:
    """Turn every newline in a paragraph into `<br>`, in place, unless the paragraph is only folded at a width."""
    for paragraph in soup.find_all("p"):
        if _wrapped([line for line in map(one_line, paragraph.get_text().split("\n")) if line]):
            continue
        for string in paragraph.find_all(string=lambda text: text is not None and "\n" in text):
            lines = string.split("\n")
            string.insert_after(*(node for line in lines[1:] for node in (soup.new_tag("br"), line)))
            string.replace_with(lines[0])


def _is_the_article(element: Tag, whole: int) -> bool:
    """Tell whether an element that a class name speaks against holds the article all the same."""
    text = len(element.get_text())
    return text > _WRAPPED_ARTICLE and text > whole / 2


def _is_noise(element: Tag) -> bool:
    if element.name in _NEVER_NOISE:
        return False
    if element.name in _NEVER_TEXT or element.name == "form" or element.has_attr("hidden"):
        return True
    attributes = element.attrs
    if not attributes:
        return False
    style = attributes.get("style")
    if isinstance(style, str) and _HIDDEN.search(style):
        return True
    names = [*element.get_attribute_list("class"), attributes.get("id")]
    lowered = [name.lower() for name in names if isinstance(name, str)]
    return any(name in _NOISE_CLASSES or name.startswith(_NOISE_CLASS_PREFIXES) for name in lowered)


def _remove_related_links(soup: Tag) -> None:
    for link in soup.find_all("a", href=True):
        if link.decomposed:
            continue
        if _RELATED_START.match(link.get_text()):
            link.decompose()
            continue
        label = _label_before(link)
        if label:
            _remove_links_after(label, link)


def _label_before(link: Tag) -> list[NavigableString]:
    """Return the strings right before the link that make up a label like `Baca juga:`, in reverse order, if they do."""
    strings: list[NavigableString] = []
    written = ""
    for node in islice(link.previous_elements, _WALK):
        if type(node) is not NavigableString or not node.strip():
            continue
        strings.append(node)
        written = str(node) + written
        if any(character.isalnum() for character in node):
            break
    return strings if _RELATED_LABEL.search(written) else []


def _remove_links_after(label: list[NavigableString], link: Tag) -> None:
    *after, words = label
    for string in after:
        string.extract()
    whole = str(words)
    tail = "".join(str(string) for string in reversed(after))
    found = _RELATED_LABEL.search(whole + tail)
    words.replace_with(whole[: found.start()] if found else whole)
    items = link.find_parent(("ul", "ol"))
    if items is not None and all(_only_links(item) for item in items.find_all("li")):
        items.decompose()
        return
    sibling = link.next_sibling
    while (isinstance(sibling, Tag) and sibling.name in ("a", "br")) or (
        isinstance(sibling, NavigableString) and not sibling.strip()
    ):
        following = sibling.next_sibling
        if isinstance(sibling, Tag) and sibling.name == "a":
            sibling.decompose()
        sibling = following
    link.decompose()


def _only_links(item: Tag) -> bool:
    linked = sum(len(link.get_text(strip=True)) for link in item.find_all("a", href=True))
    return linked >= 0.9 * len(item.get_text(strip=True))


def _remove_caption_paragraphs(soup: Tag) -> None:
    """Remove a paragraph that is a picture with its caption, as editors without captions write it."""
    for image in soup.find_all("img"):
        paragraph = image.find_parent(("p", "div", "center"))
        if paragraph is None or paragraph.decomposed or paragraph.find(("p", "div", "table")):
            continue
        text = one_line(paragraph.get_text())
        if text and len(text) <= _LONGEST_CAPTION and _CAPTION.search(text):
            paragraph.decompose()


class _Renderer:
    """Walks a cleaned tree and gathers blocks of lines."""

    def __init__(self, depth: int = 0) -> None:
        self._blocks: list[list[str]] = [[]]
        self._words: list[str] = []
        self._mark = ""
        self._depth = depth
        self._in_item = 0

    def text_of(self, root: Tag) -> str:
        """Return the text under `root`."""
        self._children(root)
        self._end_block()
        return "\n\n".join("\n".join(lines) for lines in self._blocks if lines)

    def _children(self, element: Tag) -> None:
        if self._depth == _DEEPEST:
            self._words.append(element.get_text())
            return
        self._depth += 1
        for child in element.children:
            if isinstance(child, Tag):
                self._element(child)
            elif type(child) is NavigableString:
                self._words.append(str(child))
        self._depth -= 1

    def _element(self, element: Tag) -> None:
        match element.name:
            case "br":
                self._end_line()
            case "li":
                self._item(element)
            case "tr":
                self._row(element)
            case name if name in _BLOCKS:
                self._end_block()
                self._children(element)
                self._end_block()
            case _:
                self._children(element)

    def _item(self, element: Tag) -> None:
        self._end_line()
        self._mark = "- "
        self._in_item += 1
        self._children(element)
        self._in_item -= 1
        self._end_line()
        self._mark = ""

    def _row(self, row: Tag) -> None:
        cells = row.find_all(("td", "th"), recursive=False)
        if len(cells) < 2:  # a table of one column lays a page out
            self._end_block()
            for cell in cells:
                self._children(cell)
            self._end_block()
            return
        self._end_line()
        rendered = [_Renderer(self._depth)._cell(cell) for cell in cells]
        self._add_line(" | ".join(rendered) if any(rendered) else "")

    def _cell(self, cell: Tag) -> str:
        return one_line(self.text_of(cell))

    def _end_block(self) -> None:
        self._end_line()
        if self._blocks[-1] and not self._in_item:
            self._blocks.append([])

    def _end_line(self) -> None:
        if not self._words:
            return
        line = one_line("".join(self._words))
        self._words.clear()
        self._add_line(line)

    def _add_line(self, line: str) -> None:
        if not line or _is_furniture(line):
            return
        if self._mark:
            line = line if _OWN_MARK.match(line) else self._mark + line
            self._mark = ""
        self._blocks[-1].append(line)


def _wrapped(lines: list[str]) -> bool:
    """Tell whether the lines are one text folded at a width: one of them goes on in mid-sentence."""
    return any(
        not _SENTENCE_END.search(line) and after[0].islower() and not _OWN_MARK.match(after)
        for line, after in pairwise(lines)
    )


def _is_furniture(line: str) -> bool:
    bare = line.strip(" :.…?!-–|>").casefold()
    return not bare.strip("_*=~") or bare in _FURNITURE or bool(_VIEWS.match(line) or _APPEARED_FIRST.match(line))
