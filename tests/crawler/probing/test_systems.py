from __future__ import annotations

import pytest

from crawler.probing.systems import recognised


@pytest.mark.parametrize(
    ("html", "headers", "name"),
    [
        ('<meta name="generator" content="WordPress 6.5">', {}, "WordPress"),
        ('<script src="/wp-content/themes/x/x.js"></script>', {}, "WordPress"),
        ("<p>x</p>", {"link": '<https://kabar.example/wp-json/>; rel="https://api.w.org/"'}, "WordPress"),
        ('<meta content="blogger" name="generator"><b:skin>', {}, "Blogger"),
        ('<img src="https://1.bp.blogspot.com/x.jpg">', {}, None),
        ('<script src="/media/system/js/core.js"></script>', {}, "Joomla"),
        ('<script data-drupal-selector="drupal-settings-json">{}</script>', {}, "Drupal"),
        ('<script id="__NEXT_DATA__">{}</script>', {}, "Next.js"),
        ('<meta name="generator" content="PopojiCMS 2.0">', {}, "PopojiCMS 2.0"),
        ("<p>Kabar</p>", {}, None),
    ],
)
def test_systems_are_known_by_their_marks(html: str, headers: dict[str, str], name: str | None) -> None:
    found = recognised(f"<html><head></head><body>{html}</body></html>", headers)
    assert found.name == name
    assert bool(found.marks) is (name is not None)
