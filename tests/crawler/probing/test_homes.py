from __future__ import annotations

import pytest
from canned import HOME, answer

from crawler.probing.answers import Answer
from crawler.probing.homes import given_homes, home_of, portal_id, unreachable


@pytest.mark.parametrize(
    ("given", "urls", "loopback"),
    [
        ("kabar.example", ["https://kabar.example/", "http://kabar.example/"], False),
        (
            "http://www.Kabar.example/2026/02/lantik/?x=1",
            ["http://www.kabar.example/", "https://www.kabar.example/"],
            False,
        ),
        ("https://kabar.example:8443/", ["https://kabar.example:8443/"], False),
        ("127.0.0.1:8080", ["http://127.0.0.1:8080/"], True),
        ("http://localhost/", ["http://localhost/", "https://localhost/"], True),
    ],
)
def test_an_address_is_taken_for_that_of_a_home_page(given: str, urls: list[str], loopback: bool) -> None:
    homes = given_homes(given)
    assert [home.url for home in homes] == urls
    assert {home.loopback for home in homes} == {loopback}


@pytest.mark.parametrize(
    "given", ["", "kabar", "ftp://kabar.example/", "https://a:b@kabar.example/", "https:///x", "a b.example"]
)
def test_what_is_no_address_of_a_site_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="is no web address"):
        given_homes(given)


@pytest.mark.parametrize("given", ["http://10.1.2.3/", "http://169.254.169.254/", "printer.local"])
def test_an_address_inside_the_network_is_refused(given: str) -> None:
    with pytest.raises(ValueError, match="is not on the public internet"):
        given_homes(given)


@pytest.mark.parametrize(
    ("answered", "rest_root", "home"),
    [
        ("https://www.kabar.example/", None, "https://www.kabar.example/"),
        ("https://kabar.example/beranda?x=1", None, "https://kabar.example/"),
        ("https://kabar.example/", "https://kabar.example/blog/wp-json/", "https://kabar.example/blog/"),
        ("https://kabar.example/", "https://kabar.example/index.php?rest_route=/", "https://kabar.example/"),
        ("https://kabar.example/", "https://lain.example/blog/wp-json/", "https://kabar.example/"),
    ],
)
def test_home_is_where_the_site_answers_from(answered: str, rest_root: str | None, home: str) -> None:
    assert home_of(answered, "http://kabar.example/", rest_root) == home


def test_a_portal_is_called_as_its_host() -> None:
    assert portal_id("https://www.kabar.example/") == "kabar.example"
    assert portal_id("http://127.0.0.1:8080/") == "127.0.0.1:8080"


def test_an_answer_of_any_status_is_no_unreachable_site() -> None:
    assert unreachable(answer(HOME, "Galat", 500)) is None


def test_another_site_is_named_as_the_one_to_probe() -> None:
    failed = Answer(HOME, HOME, failure=f"{HOME} redirects to baru.example, which is not kabar.example")
    assert (unreachable(failed) or "").endswith("coba (try) mutasi probe baru.example")
