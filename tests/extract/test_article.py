from datetime import date

import pytest

from extract.article import ArticleError, article_from_line


def test_published_is_the_day_the_portal_printed() -> None:
    article = article_from_line('{"id": "a", "text": "Teks.", "published": "2024-05-03T23:10:00+09:00"}')
    assert article.published == date(2024, 5, 3)


def test_what_is_not_told_stays_empty() -> None:
    article = article_from_line('{"id": "a", "text": "", "title": null, "published": null}')
    assert (article.title, article.published, article.url, article.home_region) == ("", None, None, None)


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('{"id": "a", "text": "Teks."', "not JSON"),
        ('["a", "Teks."]', "not a JSON object"),
        ('{"id": "a"}', '"text" is missing'),
        ('{"id": 7, "text": "Teks."}', '"id" is missing or not a string'),
        ('{"id": "a", "text": "Teks.", "published": "kemarin"}', "ISO 8601"),
        ('{"id": "a", "text": "Teks.", "title": ["x"]}', '"title" is not a string'),
    ],
)
def test_a_line_that_is_no_article_is_refused_with_the_reason(line: str, complaint: str) -> None:
    with pytest.raises(ArticleError, match=complaint):
        article_from_line(line)
