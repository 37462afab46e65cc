"""HTML to an article's text: what is not the article goes out, paragraphs, list items and table rows stay apart.

The rules name constructions that themes and plugins share (class names of share bars, ad slots, related posts) and the
set phrases around links to other articles; none is made for one site.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice, pairwise

from lxml import etree

from crawler.html_tree import Slot, drop, parse_html, put, slots, slots_before, string_at, text_in
from crawler.rendering import LINE_BREAK, Renderer, has_own_mark, one_line

__all__ = ["fragment_text", "one_line", "plain", "text_of"]

NEVER_TEXT = frozenset(
    (
        "script style noscript template iframe embed object applet video audio source canvas svg math button input "
        "select textarea figcaption nav dialog"
    ).split()
)

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
_LABEL_ENDS = tuple("juga pula video artikel berita lainnya selengkapnya terkait sebelumnya read also baca".split())
_LONGEST_LABEL_END = 30
_AFTER_LABEL = " \t\r\n\u00a0:：;–-"
_WORD = re.compile(r"[^\W_]")
_RELATED_START = re.compile(rf"^\s*{_RELATED}\b", re.IGNORECASE)

_CHANNEL = re.compile(
    r"//(?:news\.google\.com/|(?:www\.)?whatsapp\.com/channel/|chat\.whatsapp\.com/|t\.me/|(?:www\.)?telegram\.me/)"
)
_LONGEST_INVITATION = 250

_CAPTION = re.compile(
    r"^\W*(?:foto|ilustrasi|ket(?:erangan)?\.?\s+foto|caption|dok)\b|\((?:foto|dok|ist)[^()]{0,80}\)\W*$|istimewa\)?\W*$",
    re.IGNORECASE,
)
_CREDITED_PICTURE = re.compile(r"\b(?:foto|photo|dok)\s*:\s*[^.:]{1,60}$", re.IGNORECASE)
_LONGEST_CAPTION = 300

_SENTENCE_END = re.compile(r"[.!?:;)\]”\"’']$")

_WRAPPED_ARTICLE = 1000
"""Characters from which on an element with most of the page's text is the article, whatever its class says."""

_MOST_WRAPPERS = 20
"""Wrappers of that kind that are measured; the rest of a page that has more is left as it is."""

_MOST_LINKS = 1000
"""Links of an article that are looked at; only a hostile page has more."""

_NEXT_TO_A_PICTURE = 3
"""How many blocks after a picture its caption is looked for: editors put empty ones between the two."""

_WALK = 60
"""How many elements back from a link its label is looked for: enough for markup, bounded for hostile pages."""


def fragment_text(html: str, *, newline_is_break: bool = False) -> str:
    """Return the text of an HTML fragment: paragraphs apart by a blank line, `<br>`, list items and rows by a newline.

    Cells of a row are joined by ` | `, items of a numbered list keep their number, other items get `- `. Entities are
    decoded, spaces collapsed, captions, embeds, ads, share bars and links to other articles left out. With
    `newline_is_break` a newline in the source counts as `<br>` does: in WordPress the writer typed it, and a browser
    alone shows it as a space; a paragraph that is plainly wrapped in mid-sentence is joined all the same.
    """
    return text_of(parse_html(html), newline_is_break=newline_is_break)


def text_of(root: etree._Element, *, newline_is_break: bool = False) -> str:
    """Return the text under an element, as `fragment_text` gives it; the tree is used up."""
    _remove_noise(root)
    if newline_is_break:
        _break_at_newlines(root)
    return Renderer().text_of(root)


def plain(html: str) -> str:
    """Return the text of a short HTML string, a title or a name, on one line, entities decoded and tags out."""
    return one_line(text_in(parse_html(html)) if "<" in html or "&" in html else html)


def is_noise(element: etree._Element) -> bool:
    """Tell whether an element's name, style or class says that it is no part of an article's text."""
    if element.tag in NEVER_TEXT or element.tag == "form":
        return True
    attributes = element.attrib
    if not attributes or element.tag in _NEVER_NOISE:
        return False
    style = attributes.get("style")
    if "hidden" in attributes or (style is not None and _HIDDEN.search(style) is not None):
        return True
    return _named_noise(attributes.get("class", "")) or _named_noise(attributes.get("id", ""))


@lru_cache(maxsize=4096)
def _named_noise(names: str) -> bool:
    lowered = names.lower().split()
    return any(name in _NOISE_CLASSES or name.startswith(_NOISE_CLASS_PREFIXES) for name in lowered)


def _remove_noise(root: etree._Element) -> None:
    for element in list(root.iter(*NEVER_TEXT)):
        drop(element)
    noise: list[etree._Element] = []
    kept = 0
    whole: int | None = None
    walk = etree.iterwalk(root, events=("start",))
    for _, element in walk:
        if element is root or not is_noise(element):
            continue
        if whole is None:
            whole = len(text_in(root))
        if kept == _MOST_WRAPPERS or _is_the_article(element, whole):
            kept = min(kept + 1, _MOST_WRAPPERS)
        else:
            noise.append(element)
            walk.skip_subtree()
    for element in noise:
        drop(element)
    _remove_links(root)
    _remove_captions(root)


def _is_the_article(element: etree._Element, whole: int) -> bool:
    """Tell whether an element that a class name speaks against holds the article all the same."""
    text = len(text_in(element))
    return text > _WRAPPED_ARTICLE and text > whole / 2


def _remove_links(root: etree._Element) -> None:
    """Remove the links that lead to other articles with their labels, and invitations to an outlet's channels."""
    gone: set[etree._Element] = set()
    for link in list(islice(root.iter("a"), _MOST_LINKS)):
        address = link.get("href")
        if address is None or not gone.isdisjoint(link.iterancestors()) or link in gone:
            continue
        if _CHANNEL.search(address) and (invitation := _short_block(link, root)) is not None:
            gone.add(invitation)
            drop(invitation)
        elif _RELATED_START.match(text_in(link)):
            gone.add(link)
            drop(link)
        elif label := _label_before(link, root):
            gone.update(_remove_links_after(label, link))


def _short_block(link: etree._Element, root: etree._Element) -> etree._Element | None:
    block = next(link.iterancestors("p", "div", "li", "section", "aside", "h2", "h3", "h4", "h5", "h6"), None)
    if block is None or block is root or block in root.iterancestors():
        return None
    written = 0
    for string in block.itertext():
        written += len(string)
        if written > _LONGEST_INVITATION:
            return None
    return block


def _label_before(link: etree._Element, root: etree._Element) -> list[Slot]:
    """Return the strings right before the link that make up a label like `Baca juga:`, in reverse order, if they do."""
    strings: list[Slot] = []
    written = ""
    for slot in slots_before(link, root, _WALK):
        string = string_at(slot)
        if not string.strip():
            continue
        strings.append(slot)
        written = string + written
        if _WORD.search(string):
            break
    may_be_one = written[-_LONGEST_LABEL_END:].rstrip(_AFTER_LABEL).lower().endswith(_LABEL_ENDS)
    return strings if may_be_one and _RELATED_LABEL.search(written) else []


def _remove_links_after(label: list[Slot], link: etree._Element) -> list[etree._Element]:
    *after, words = label
    tail = "".join(string_at(slot) for slot in reversed(after))
    for slot in after:
        put(slot, "")
    whole = string_at(words)
    found = _RELATED_LABEL.search(whole + tail)
    put(words, whole[: found.start()] if found else whole)
    items = next(link.iterancestors("ul", "ol"), None)
    if items is not None and all(_only_links(item) for item in items.iter("li")):
        drop(items)
        return [items]
    links = [link]
    node = link
    while not (node.tail or "").strip():
        following = node.getnext()
        if following is None or following.tag not in ("a", "br"):
            break
        node = following
        if node.tag == "a":
            links.append(node)
    for one in links:
        drop(one)
    return links


def _only_links(item: etree._Element) -> bool:
    linked = sum(len(text_in(link).strip()) for link in item.iter("a") if link.get("href"))
    return linked >= 0.9 * len(text_in(item).strip())


def _remove_captions(root: etree._Element) -> None:
    """Remove a block that is a picture with its caption, or a credited caption after one, as editors write them."""
    for image in list(root.iter("img")):
        block = next(image.iterancestors("p", "div", "center"), None)
        if block is None or block is root or any(True for _ in block.iterdescendants("p", "div", "table")):
            continue
        text = one_line(text_in(block))
        if not text:
            _remove_caption_after(block)
        elif len(text) <= _LONGEST_CAPTION and _CAPTION.search(text):
            drop(block)


def _remove_caption_after(picture: etree._Element) -> None:
    for following in islice(picture.itersiblings(), _NEXT_TO_A_PICTURE):
        if following.tag != picture.tag:
            return
        text = one_line(text_in(following))
        if text:
            if len(text) <= _LONGEST_CAPTION and _CREDITED_PICTURE.search(text):
                drop(following)
            return


def _break_at_newlines(root: etree._Element) -> None:
    """Let every newline in a paragraph count as `<br>`, unless the paragraph is only folded at a width."""
    for paragraph in root.iter("p"):
        text = text_in(paragraph)
        if "\n" not in text or _wrapped([line for line in map(one_line, text.split("\n")) if line]):
            continue
        for slot in list(slots(paragraph)):
            put(slot, string_at(slot).replace("\n", LINE_BREAK))


def _wrapped(lines: list[str]) -> bool:
    """Tell whether the lines are one text folded at a width: one of them goes on in mid-sentence."""
    return any(
        not _SENTENCE_END.search(line) and after[0].islower() and not has_own_mark(after)
        for line, after in pairwise(lines)
    )
