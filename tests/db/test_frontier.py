"""The frontier: what waits, who asks for it, what became of it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from desk import HOUR, ME, NOON, Desk, address, listed, record
from sqlalchemy import func, select

from db import frontier
from db.answers import FIRST_PAUSE, MOST_ATTEMPTS, Failed, Fetched
from db.frontier import Entered
from db.leases import Holder
from db.models import ArticleVersion
from db.store import open_store

if TYPE_CHECKING:
    from datetime import datetime

OTHER = Holder("redaksi", 2, "b2")
DAY = timedelta(days=1)


def numbers(claims: list[frontier.Claim]) -> list[str]:
    return [claim.url.rstrip("/").rpartition("-")[2] for claim in claims]


def test_what_is_listed_waits_once(desk: Desk) -> None:
    assert desk.enter(listed(1), listed(2), listed(2)) == Entered(new=2, waiting=2, irrelevant=0)
    assert desk.enter(listed(2), listed(3)) == Entered(new=1, waiting=1, irrelevant=0)
    assert desk.states() == {"seen": 3}


def test_what_does_not_matter_is_remembered_and_not_asked_for(desk: Desk) -> None:
    assert desk.enter(listed(1), listed(2, judged_by="v1")) == Entered(new=2, waiting=1, irrelevant=1)
    assert desk.enter(listed(2, judged_by="v1")) == Entered(new=0, waiting=0, irrelevant=1)
    assert desk.states() == {"seen": 1, "irrelevant": 1}
    assert numbers(desk.claim()) == ["1"]


def test_what_is_stored_is_not_counted_as_passed_over(desk: Desk) -> None:
    desk.enter(listed(1))
    desk.fetch(1)
    assert desk.enter(listed(1, judged_by="v1")) == Entered(new=0, waiting=0, irrelevant=0)


def test_other_terms_judge_anew_what_did_not_matter(desk: Desk) -> None:
    desk.enter(listed(1, judged_by="v1"), listed(2, judged_by="v1"))
    assert desk.enter(listed(1, judged_by="v2"), listed(2)).waiting == 1
    assert (desk.row(1).judged_by, desk.row(2).judged_by) == ("v2", None)
    assert numbers(desk.claim()) == ["2"]


def test_what_did_not_matter_can_be_judged_anew_without_being_listed(desk: Desk) -> None:
    desk.enter(listed(1, judged_by="v1"), listed(2, judged_by="v1"), listed(3, judged_by="v2"), listed(4))

    def judge(judged_by: str | None, *wanted: int) -> None:
        with desk.store.writing() as session:
            urls = set(map(address, wanted))
            frontier.judge_anew(session, desk.portal_id, judged_by, lambda title, url: url in urls)

    judge("v2", 1, 3)
    assert [desk.row(number).state for number in (1, 2, 3, 4)] == ["seen", "irrelevant", "irrelevant", "seen"]
    assert [desk.row(number).judged_by for number in (1, 2, 3)] == [None, "v2", "v2"]
    judge(None, 2, 3)
    assert desk.states() == {"seen": 4}


def test_the_newest_are_asked_for_first(desk: Desk) -> None:
    desk.enter(listed(9), listed(4, published=None), listed(1), listed(5))
    assert numbers(desk.claim(2)) == ["1", "5"]
    assert numbers(desk.claim()) == ["9", "4"]
    assert desk.claim() == []


def test_a_claim_ends_with_its_time(desk: Desk) -> None:
    desk.enter(listed(1))
    assert len(desk.claim()) == 1
    assert desk.claim(holder=OTHER, now=NOON + timedelta(minutes=59)) == []
    assert len(desk.claim(holder=OTHER, now=NOON + HOUR)) == 1
    assert desk.row(1).leased_by == str(OTHER)


def test_two_at_once_claim_different_addresses(desk: Desk, shared_url: str) -> None:
    desk.enter(*map(listed, range(60)))
    with open_store(shared_url) as second, ThreadPoolExecutor(2) as pool:
        other = Desk(second, desk.portal_id)
        mine = pool.submit(lambda: [claim for _ in range(10) for claim in desk.claim(3)])
        theirs = pool.submit(lambda: [claim for _ in range(10) for claim in other.claim(3, holder=OTHER)])
        claimed = numbers(mine.result()) + numbers(theirs.result())
    assert sorted(claimed, key=int) == [str(number) for number in range(60)]


def test_an_article_is_stored_with_the_state_of_its_address(desk: Desk) -> None:
    desk.enter(listed(1, published=None, title="Lantik", told={"author": "Sari Utami"}))
    (claim,) = desk.claim()
    assert (claim.title, claim.told, claim.is_stored) == ("Lantik", {"author": "Sari Utami"}, False)
    assert desk.settle(Fetched(claim=claim, record=record(1), etag='"7"', last_modified="kemarin")) == ["added"]
    row, (article,) = desk.row(1), desk.articles()
    assert (row.state, row.article_id, row.leased_by, row.asked_at) == ("fetched", article.id, None, NOON)
    assert row.published_at == article.published_at
    assert desk.states() == {"fetched": 1}


def test_a_stored_article_is_asked_for_again_where_it_is_listed_as_changed(desk: Desk) -> None:
    desk.enter(listed(1, modified=NOON - HOUR))
    (claim,) = desk.claim()
    desk.settle(Fetched(claim=claim, record=record(1), etag='"7"', last_modified="kemarin"))
    assert desk.enter(listed(1, modified=NOON - HOUR), now=NOON + 9 * DAY).waiting == 0
    assert desk.enter(listed(1, modified=NOON + HOUR), now=NOON + HOUR).waiting == 1
    (again,) = desk.claim(now=NOON + HOUR)
    assert (again.is_stored, again.etag, again.last_modified) == (True, '"7"', "kemarin")
    assert desk.settle(Fetched(claim=again, record=record(1, text="Teks yang diralat."))) == ["changed"]
    with desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(ArticleVersion)) == 1


def test_one_listed_first_without_a_change_and_then_with_one_from_before_it_was_asked_for_is_known(desk: Desk) -> None:
    desk.enter(listed(1))
    desk.fetch(1)
    assert desk.enter(listed(1, modified=NOON - HOUR)).waiting == 0
    assert desk.enter(listed(1, modified=NOON + HOUR)).waiting == 1


@pytest.mark.parametrize(
    ("age", "later", "waits"),
    [
        (timedelta(hours=1), timedelta(hours=11), False),
        (timedelta(hours=1), timedelta(hours=12), True),
        (timedelta(hours=72), timedelta(hours=71), False),
        (timedelta(hours=72), timedelta(hours=72), True),
    ],
)
def test_a_listing_that_tells_no_changes_has_young_articles_asked_for_again(
    desk: Desk, age: timedelta, later: timedelta, waits: bool
) -> None:
    desk.enter(listed(1, published=NOON - age))
    desk.fetch(1, published=NOON - age)
    assert desk.enter(listed(1), now=NOON + later).waiting == waits


def test_a_page_that_is_as_it_was_stays_as_it_is(desk: Desk) -> None:
    desk.enter(listed(1))
    desk.fetch(1)
    desk.enter(listed(1), again=True, now=NOON + HOUR)
    desk.leave(now=NOON + HOUR)
    assert desk.states() == {"fetched": 1}
    assert desk.row(1).asked_at == NOON + HOUR
    assert desk.articles()[0].fetched_at == NOON


def test_a_failure_is_tried_again_after_longer_and_longer_pauses(desk: Desk) -> None:
    desk.enter(listed(1))
    now: datetime = NOON
    for pause in (FIRST_PAUSE, 4 * FIRST_PAUSE, 16 * FIRST_PAUSE):
        desk.fail(now=now)
        assert desk.enter(listed(1, modified=now + DAY), now=now).waiting == 0
        assert desk.claim(now=now + pause - timedelta(seconds=1)) == []
        now += pause
    assert desk.row(1).reason == "answers 500"
    desk.fetch(1, now=now)
    assert (desk.row(1).attempts, desk.row(1).reason, desk.row(1).due_at) == (0, None, None)


def test_what_keeps_failing_is_given_up_until_it_is_listed_as_changed(desk: Desk) -> None:
    desk.enter(listed(1, modified=NOON))
    now = NOON
    for _ in range(MOST_ATTEMPTS):
        desk.fail(now=now)
        now += timedelta(days=8)
    assert desk.claim(now=now) == []
    assert desk.enter(listed(1, modified=NOON), now=now).waiting == 0
    assert desk.enter(listed(1, modified=now), now=now).waiting == 1
    desk.fail(now=now)
    assert desk.row(1).due_at == now + FIRST_PAUSE


def test_a_page_that_is_gone_is_marked_and_its_article_kept(desk: Desk) -> None:
    desk.enter(listed(1), listed(2))
    desk.settle(*(Fetched(claim=claim, record=record(n)) for n, claim in enumerate(desk.claim(), start=1)))
    desk.enter(listed(2), again=True)
    desk.lose(now=NOON + DAY)
    assert desk.states() == {"fetched": 1, "gone": 1}
    assert [article.gone_at for article in desk.articles()] == [None, NOON + DAY]
    desk.enter(listed(2), again=True)
    desk.lose(now=NOON + 2 * DAY)
    assert desk.articles()[1].gone_at == NOON + DAY


def test_a_page_that_is_gone_and_listed_all_the_same_is_asked_for_more_and_more_rarely(desk: Desk) -> None:
    desk.enter(listed(1))
    desk.lose(now=NOON)
    assert desk.enter(listed(1, modified=NOON - HOUR), now=NOON + DAY).waiting == 0
    assert desk.enter(listed(1), now=NOON + 11 * HOUR).waiting == 0
    assert desk.enter(listed(1), now=NOON + 12 * HOUR).waiting == 1
    desk.lose(now=NOON + 12 * HOUR)
    assert desk.enter(listed(1), now=NOON + 24 * HOUR).waiting == 0
    assert desk.articles() == []


@pytest.mark.parametrize("way", ["fetch", "leave"])
def test_a_page_that_is_back_is_gone_no_more(desk: Desk, way: str) -> None:
    desk.enter(listed(1))
    desk.fetch(1)
    desk.enter(listed(1), again=True)
    desk.lose(now=NOON + HOUR)
    desk.enter(listed(1), again=True)
    if way == "fetch":
        assert desk.fetch(1, now=NOON + DAY) == "unchanged"
    else:
        desk.leave(now=NOON + DAY)
    assert desk.states() == {"fetched": 1}
    assert desk.articles()[0].gone_at is None


def test_a_whole_article_of_a_listing_settles_its_address(desk: Desk) -> None:
    desk.enter(listed(1), listed(2, judged_by="v1"))
    assert desk.settle(*(Fetched(record=record(number)) for number in (1, 2, 3))) == ["added"] * 3
    assert desk.states() == {"fetched": 3}
    assert desk.claim() == []
    assert desk.settle(*(Fetched(record=record(number)) for number in (1, 2, 3))) == ["unchanged"] * 3
    assert desk.states() == {"fetched": 3}


def test_one_article_at_two_addresses_is_stored_once(desk: Desk) -> None:
    desk.enter(listed(1), listed(2))
    claims = desk.claim()
    assert desk.settle(*(Fetched(claim=claim, record=record(1)) for claim in claims)) == ["added", "unchanged"]
    assert desk.row(1).article_id == desk.row(2).article_id == desk.articles()[0].id


def test_answers_are_settled_all_or_none(desk: Desk) -> None:
    desk.enter(listed(1), listed(2))
    first, second = desk.claim()
    bad = Fetched(claim=second, record=replace(record(2), portal="entah", title=None))  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        desk.settle(Failed(claim=first, reason="answers 500"), Fetched(record=record(3)), bad)
    assert desk.states() == {"seen": 2}
    assert desk.articles() == []


def test_what_a_killed_crawl_had_claimed_is_claimed_again_later(desk: Desk) -> None:
    desk.enter(*map(listed, range(1, 5)))
    done, *_ = desk.claim()
    desk.settle(Fetched(claim=done, record=record(1)))
    again = desk.claim(holder=OTHER, now=NOON + HOUR)
    assert numbers(again) == ["2", "3", "4"]


def test_the_frontier_tells_what_it_does_not_know_and_what_waits(desk: Desk) -> None:
    desk.enter(listed(1), listed(2, judged_by="v1"), listed(3))
    desk.settle(Failed(claim=desk.claim(1)[0], reason="answers 500"))
    with desk.store.reading() as session:
        assert frontier.unknown(session, desk.portal_id, [address(n) for n in range(600)]) == {
            address(n) for n in (0, *range(4, 600))
        }
        assert frontier.waiting(session, desk.portal_id, NOON) == 1
        assert frontier.waiting(session, desk.portal_id, NOON + FIRST_PAUSE) == 2


def test_portals_do_not_mix(desk: Desk) -> None:
    desk.store.register_portal("kabarlain", "https://kabarlain.example", ["32.16"], "Asia/Jakarta", "feed")
    desk.enter(listed(1))
    with desk.store.writing() as session:
        assert frontier.claim(session, desk.portal_id + 1, ME, 9, NOON, NOON + HOUR) == []
        assert frontier.unknown(session, desk.portal_id + 1, [address(1)]) == {address(1)}
