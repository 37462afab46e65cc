from __future__ import annotations

import pytest

from crawler.addresses import canonical_url


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://Kabarsatu.test/2024/05/Lantik/#isi", "https://kabarsatu.test/2024/05/Lantik/"),
        ("https://kabarsatu.test/?p=12&utm_source=rss&fbclid=x", "https://kabarsatu.test/?p=12"),
        ("https://kabarsatu.test/lantik/?utm_medium=rss", "https://kabarsatu.test/lantik/"),
        ("HTTP://kabarsatu.test:8080/a/?b=1&a=2", "http://kabarsatu.test:8080/a/?b=1&a=2"),
    ],
)
def test_address_of_an_article_is_the_same_however_it_was_found(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
