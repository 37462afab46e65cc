"""Linking in the store: incremental, independent of the order of arrival, with ids that stay."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from telling import Newsroom, event, url_of

from db.queries import StoredEvent, count_events, find_events, get_event, is_retired
from extract.events import Appointment, Official

if TYPE_CHECKING:
    from db.store import Store
    from extract.events import Event


def all_events(store: Store) -> list[StoredEvent]:
    return list(find_events(store))


def stories(store: Store) -> set[frozenset[tuple[str, object]]]:
    """Return the events as sets of what identifies each source's telling, without their ids."""
    return {
        frozenset((source.url, str(source.record["headcount"])) for source in one.sources) for one in all_events(store)
    }


def test_many_articles_of_one_ceremony_are_one_event_with_the_best_values(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount="puluhan"), published="2026-02-06")
    newsroom.tell(2, event(headcount=61, official=Official("Asep Surya", "Wali Kota")), published="2026-02-08")
    newsroom.read()
    newsroom.tell(3, event(date="2026-02", headcount=61, eselon=("III", "IV")), published="2026-02-09")
    summary = newsroom.read()
    assert (summary.new_events, summary.events) == (0, 1)
    (one,) = all_events(newsroom.store)
    assert (one.date, one.headcount, one.eselon) == ("2026-02-06", 61, ("III", "IV"))
    assert one.official is not None
    assert one.official.name == "Asep Surya"
    assert [source.url for source in one.sources] == [url_of(1), url_of(2), url_of(3)]


@pytest.mark.parametrize(
    "other",
    [
        event(date="2026-02-06", headcount=61, region="32.16"),
        event(date="2026-02-06", headcount=61, status="planned"),
        event(date="2026-02-06", headcount=8),
        event(date="2026-02-06", headcount=61, eselon=("II",)),
    ],
    ids=["another region", "a plan", "another head count", "another level"],
)
def test_what_differs_stays_two_events(newsroom: Newsroom, other: Event) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61, eselon=("III",)))
    newsroom.tell(2, other)
    assert newsroom.read().events == 2


def test_a_new_article_leaves_an_event_s_id(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount="puluhan"), published="2026-02-07")
    newsroom.read()
    (before,) = all_events(newsroom.store)
    newsroom.tell(2, event(date="2026-02-06", headcount=61), published="2026-02-06")
    newsroom.read()
    (after,) = all_events(newsroom.store)
    assert after.id == before.id
    assert after.headcount == 61


def test_an_id_stays_when_a_better_reader_finds_other_values(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.read()
    (before,) = all_events(newsroom.store)
    newsroom.correct(1, event(region="32.16", date="2026-02-06", headcount=62, eselon=("II",)))
    newsroom.read(again=True)
    (after,) = all_events(newsroom.store)
    assert (after.id, after.region, after.headcount, after.eselon) == (before.id, "32.16", 62, ("II",))


def test_events_found_to_be_one_keep_one_id_and_the_other_leads_to_it(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.tell(2, event(date="2026-02-06", headcount=61))
    newsroom.tell(3, event(date="2026-02-07", headcount=61))
    newsroom.read()
    first, second = all_events(newsroom.store)
    newsroom.correct(3, event(date="2026-02-06", headcount=61))
    newsroom.read(again=True)
    (one,) = all_events(newsroom.store)
    assert one.id == first.id
    assert len(one.sources) == 3
    led = get_event(newsroom.store, second.id)
    assert led is not None
    assert led.id == first.id


def test_an_event_parted_again_gets_its_old_id_back(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.tell(2, event(date="2026-02-06", headcount=61))
    newsroom.tell(3, event(date="2026-02-07", headcount=61))
    newsroom.read()
    before = [one.id for one in all_events(newsroom.store)]
    newsroom.correct(3, event(date="2026-02-06", headcount=61))
    newsroom.read(again=True)
    newsroom.correct(3, event(date="2026-02-07", headcount=61))
    newsroom.read(again=True)
    assert [one.id for one in all_events(newsroom.store)] == before
    assert not is_retired(newsroom.store, before[1])


def test_an_event_that_no_article_tells_any_more_is_gone_and_its_id_is_known(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    newsroom.correct(1)
    newsroom.read(again=True)
    assert count_events(newsroom.store) == 0
    assert get_event(newsroom.store, one.id) is None
    assert is_retired(newsroom.store, one.id)
    newsroom.correct(1, event(date="2026-02-06", headcount=61))
    newsroom.read(again=True)
    assert [again.id for again in all_events(newsroom.store)] == [one.id]


def test_redirects_lead_on_when_their_target_goes(newsroom: Newsroom) -> None:
    for number, day in ((1, "05"), (2, "06"), (3, "07")):
        newsroom.tell(number, event(date=f"2026-02-{day}", headcount=61))
    newsroom.read()
    first, second, third = (one.id for one in all_events(newsroom.store))
    for number in (2, 3):
        newsroom.correct(number, event(date="2026-02-05", headcount=61))
    newsroom.read(again=True)
    (one,) = all_events(newsroom.store)
    for number in (1, 2, 3):
        newsroom.correct(number)
    newsroom.read(again=True)
    assert one.id in {first, second, third}
    assert all(is_retired(newsroom.store, event_id) for event_id in (first, second, third))


def test_when_the_precise_mention_goes_those_it_kept_apart_are_linked_anew(newsroom: Newsroom) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61), event(date="2026-02-06", headcount=8))
    newsroom.tell(2, event(date="2026-02-06", headcount="puluhan"))
    newsroom.tell(3, event(date="2026-02-06"))
    newsroom.read()
    assert len(stories(newsroom.store)) == 2
    newsroom.correct(1)
    newsroom.read(again=True)
    (one,) = all_events(newsroom.store)
    assert [source.url for source in one.sources] == [url_of(2), url_of(3)]


def random_event(draw: random.Random) -> Event:
    people = draw.sample(["Dedi Kusnadi", "Siti Hartati", "Yanto Prasetya"], draw.choice([0, 0, 1, 2]))
    return event(
        region=draw.choice(["32.75", "32.16"]),
        status=draw.choice(["realized", "planned"]),
        date=draw.choice([None, "2026-02-06", "2026-02-06", "2026-02-07", "2026-02"]),
        headcount=draw.choice([None, 8, 60, 61, "puluhan", "sejumlah"]),
        eselon=draw.choice([(), (), ("II",), ("III", "IV")]),
        official=draw.choice([None, Official("Asep Surya", "Wali Kota"), Official(None, "Wakil Wali Kota")]),
        appointments=tuple(Appointment(person, "Camat Contoh", None) for person in people),
    )


@pytest.mark.parametrize("seed", range(6))
def test_events_do_not_depend_on_the_order_and_the_batches_in_which_articles_arrive(
    newsroom: Newsroom, seed: int
) -> None:
    draw = random.Random(seed)
    articles = [
        (number, [random_event(draw) for _ in range(draw.choice([1, 1, 2]))], f"2026-02-{draw.randint(6, 28):02}")
        for number in range(30)
    ]
    for number, told, published in articles:
        newsroom.tell(number, *told, published=published)
    newsroom.read()
    at_once = stories(newsroom.store)
    ids = {one.id for one in all_events(newsroom.store)}
    newsroom.read(again=True)
    assert {one.id for one in all_events(newsroom.store)} == ids

    for number, _, _ in articles:
        newsroom.correct(number)
    newsroom.read(again=True)
    assert count_events(newsroom.store) == 0
    draw.shuffle(articles)
    for start in range(0, len(articles), 4):
        for number, told, _ in articles[start : start + 4]:
            newsroom.correct(number, *told)
        newsroom.read(again=True)
    assert stories(newsroom.store) == at_once
