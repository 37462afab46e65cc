from __future__ import annotations

import pytest

from crawler.site import address_permitted


@pytest.mark.parametrize(
    ("host", "loopback", "permitted"),
    [
        ("kabarsatu.test", False, True),
        ("8.8.8.8", False, True),
        ("127.0.0.1", False, False),
        ("127.0.0.1", True, True),
        ("localhost", False, False),
        ("localhost", True, True),
        ("::1", True, True),
        ("10.0.0.1", True, False),
        ("169.254.169.254", True, False),
        ("printer.local", True, False),
    ],
)
def test_only_public_addresses_are_permitted(host: str, loopback: bool, permitted: bool) -> None:
    assert address_permitted(host, loopback) is permitted
