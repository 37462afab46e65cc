"""What a site is published with, by the marks that its pages carry."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.html_tree import parse_html
from crawler.page_metadata import meta_tags
from crawler.probing.findings import System
from crawler.rendering import one_line

_MARKS: dict[str, dict[str, str]] = {
    "WordPress": {"wp-content": r"/wp-content/", "api.w.org": r"https://api\.w\.org/", "wp-json": r"/wp-json/"},
    "Blogger": {"blogger.com": r"//www\.blogger\.com/", "b:skin": r"<b:skin", "bp.blogspot.com": r"bp\.blogspot\.com/"},
    "Joomla": {"media/jui": r"/media/(?:jui|system/js)/", "com_content": r"option=com_content|/components/com_"},
    "Drupal": {"drupalSettings": r"drupal-settings-json|Drupal\.settings", "sites/default": r"/sites/default/files/"},
    "Next.js": {"__NEXT_DATA__": r"__NEXT_DATA__|/_next/static/"},
    "Nuxt": {"__NUXT__": r"__NUXT__|/_nuxt/"},
}
"""Marks by system, the surest first."""


def recognised(html: str, headers: Mapping[str, str]) -> System:
    """Return the system that a page at home, and its headers (lower-case names), are known by."""
    generators = [one_line(one) for one in meta_tags(parse_html(html)).get("generator", ())]
    for name, marks in _MARKS.items():
        told = [f"generator {one}" for one in generators if one.casefold().startswith(name.casefold())]
        told += [mark for mark, pattern in marks.items() if re.search(pattern, html)]
        if name == "WordPress" and "api.w.org" in headers.get("link", ""):
            told.append("Link: api.w.org")
        if told and (name != "Blogger" or len(told) > 1 or told[0].startswith("generator")):
            return System(name, tuple(dict.fromkeys(told)))
    return System(generators[0], (f"generator {generators[0]}",)) if generators and generators[0] else System()
