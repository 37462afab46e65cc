"""Reads some of a site's articles as a crawl would: has each a title, a time and a text?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.article_page import parse_article_page
from crawler.probing.barriers import obstacle_of_pages
from crawler.probing.findings import ListedArticle, Sample
from crawler.refusals import Refusals
from crawler.relevance import is_relevant
from crawler.wordpress_typing import as_typed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.probing.answers import Answer, Ask
    from crawler.site import Site

SAMPLES = 3
"""Articles that are read; of two more, where none of these can be."""

_SHORTEST_TEXT = 80
"""Characters of an article below which its page was not read right."""

_CHOSEN_AMONG = 60


async def look_at_samples(
    ask: Ask, site: Site, articles: Sequence[ListedArticle], count: int = SAMPLES
) -> list[Sample]:
    """Return what the pages of some articles, those about officials first, are read as.

    Pages that do not answer are replaced by up to two others.
    """
    beginning = list(articles[:_CHOSEN_AMONG])
    beginning.sort(key=lambda one: not is_relevant(one.title, None, one.url))
    refusals = Refusals()
    samples: list[Sample] = []
    good = 0
    for article in beginning[: count + 2]:
        if good >= count or (good and len(samples) >= count):
            break
        answer = await ask(article.url)
        samples.append(judged_sample(answer, article, site, refusals))
        good += not samples[-1].problem
    return samples


def judged_sample(answer: Answer, article: ListedArticle, site: Site, refusals: Refusals) -> Sample:
    """Return what the page of an article is read as, and what is wrong with it."""
    if not answer.is_success or answer.text is None:
        return Sample(article.url, problem=obstacle_of_pages(answer, 0) or answer.why or f"{answer.url} is no HTML")
    page = parse_article_page(as_typed(answer.text), answer.url, site.zone, newline_is_break=True)
    length = len(page.text)
    refusal = refusals.of(page, answer.asked, answer.url) if page.text else None
    if refusal:
        problem = refusal
    elif length < _SHORTEST_TEXT:
        problem = obstacle_of_pages(answer, length) or "teks tidak terbaca (no text was found)"
    elif not page.title:
        problem = "judul tidak terbaca (no title was found)"
    elif page.published is None and article.published is None:
        problem = "waktu terbit tidak terbaca (no time of publication was found)"
    else:
        problem = ""
    return Sample(
        url=article.url,
        title=page.title,
        published=page.published,
        precision=page.published_precision,
        text_length=length,
        problem=problem,
    )
