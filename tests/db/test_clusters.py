from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st
from telling import told

from db.clusters import assign_ids, clusters
from db.likeness import near_days, same_event, tells_a_part

if TYPE_CHECKING:
    from db.likeness import Told

DAY: dict[str, Any] = {"date": "2026-02-06", "published": "2026-02-06"}


def numbers(mentions: list[Told]) -> list[list[int]]:
    """Return the clusters as sorted lists of article numbers."""
    return sorted(sorted(one.mention_id for one in cluster) for cluster in clusters(mentions))


def test_outlets_that_tell_of_one_ceremony_are_one_event() -> None:
    mentions = [
        told(1, headcount=61, official=("Asep Surya", "Wali Kota", None), **DAY),
        told(2, headcount="puluhan", **DAY),
        told(3, headcount=61, published="2026-02-08"),
        told(4, headcount=61, date="2026-02", published="2026-02-10"),
    ]
    assert numbers(mentions) == [[1, 2, 3, 4]]


def test_two_ceremonies_of_one_day_stay_two_and_a_vague_mention_joins_the_one_it_fits() -> None:
    mentions = [
        told(1, headcount=61, **DAY),
        told(2, headcount=8, **DAY),
        told(3, headcount="puluhan", **DAY),
        told(4, headcount=8, eselon=("II",), **DAY),
    ]
    assert numbers(mentions) == [[1, 3], [2, 4]]


def test_what_can_be_either_joins_the_likelier() -> None:
    mentions = [
        told(1, headcount=61, official=("Asep Surya", "Wali Kota", None), **DAY),
        told(2, headcount=25, official=("Rina Marlina", "Wakil Wali Kota", None), **DAY),
        told(3, headcount="puluhan", official=("Rina Marlina", "Wakil Wali Kota", None), **DAY),
    ]
    assert numbers(mentions) == [[1], [2, 3]]


def test_a_vague_mention_does_not_tie_two_ceremonies_together() -> None:
    mentions = [told(1, headcount="puluhan", **DAY), told(2, headcount=61, **DAY), told(3, headcount=25, **DAY)]
    assert numbers(mentions) == [[1, 2], [3]]


def test_two_events_of_one_article_stay_two() -> None:
    mentions = [told(1, **DAY), told(2, article=1, position=1, **DAY), told(3, **DAY)]
    assert numbers(mentions) == [[1, 3], [2]]


MENTIONS = st.lists(
    st.fixed_dictionaries(
        {
            "article": st.integers(1, 12),
            "region": st.sampled_from(["32.75", "32.16", None]),
            "status": st.sampled_from(["realized", "planned"]),
            "date": st.sampled_from([None, "2026-02-06", "2026-02-07", "2026-02", "2026", "2025-11-30"]),
            "published": st.sampled_from([None, "2026-02-06", "2026-02-08", "2026-02-14", "2026-03-30"]),
            "headcount": st.sampled_from([None, 1, 8, 60, 61, 167, 168, "puluhan", "sejumlah"]),
            "groups": st.sampled_from([(), (44, 17), (8,)]),
            "eselon": st.sampled_from([(), ("II",), ("II.b",), ("III", "IV")]),
            "people": st.sampled_from([(), ("Dedi Kusnadi",), ("Dedi Kusnadi", "Siti Hartati"), ("Siti Hartati",)]),
            "official": st.sampled_from([None, ("Asep Surya", "Wali Kota", None), (None, "Wakil Wali Kota", None)]),
        }
    ),
    max_size=14,
)


def drawn(values: list[dict[str, Any]]) -> list[Told]:
    return [told(number, position=number, **one) for number, one in enumerate(values)]


@given(MENTIONS, st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter(values: list[dict[str, Any]], random: Any) -> None:
    mentions = drawn(values)
    shuffled = random.sample(mentions, len(mentions))
    assert numbers(shuffled) == numbers(mentions)


@given(MENTIONS)
def test_every_mention_is_in_one_event_with_which_it_agrees(values: list[dict[str, Any]]) -> None:
    mentions = drawn(values)
    found = clusters(mentions)
    assert sorted(one.mention_id for cluster in found for one in cluster) == list(range(len(mentions)))
    for cluster in found:
        assert all(tells_a_part(one, other) for one in cluster for other in cluster if one is not other)
        assert len(cluster) == 1 or all(any(same_event(one, other) for other in cluster) for one in cluster)


@given(MENTIONS)
def test_mentions_of_one_event_have_a_near_day_in_common(values: list[dict[str, Any]]) -> None:
    mentions = drawn(values)
    for one in mentions:
        for other in mentions:
            if same_event(one, other):
                near, other_near = near_days(one), near_days(other)
                assert near is not None
                assert other_near is not None
                assert near[0] <= other_near[1]
                assert other_near[0] <= near[1]


def nothing_taken(_: str) -> bool:
    return False


def test_a_new_id_begins_with_a_letter_and_is_drawn_from_the_founding_mention() -> None:
    (one,), _ = assign_ids([[told(1, **DAY), told(2, **DAY)]], nothing_taken)
    (same,), _ = assign_ids([[told(2, **DAY), told(1, **DAY), told(3, **DAY)]], nothing_taken)
    (other,), _ = assign_ids([[told(2, **DAY)]], nothing_taken)
    assert one == same
    assert one != other
    assert len(one) == 10
    assert one[0].isalpha()
    assert one.isalnum()


def test_a_taken_id_is_not_given_again() -> None:
    (one,), _ = assign_ids([[told(1)]], nothing_taken)
    (other,), _ = assign_ids([[told(1)]], lambda event_id: event_id == one)
    assert other != one


def test_a_cluster_keeps_the_id_that_most_of_its_mentions_have_and_the_others_lead_to_it() -> None:
    cluster = [told(1, event_id="aaa"), told(2, event_id="bbb"), told(3, event_id="bbb"), told(4)]
    assert assign_ids([cluster], nothing_taken) == (["bbb"], {"aaa": "bbb"})


def test_an_id_stays_with_the_greater_part_when_an_event_is_parted() -> None:
    found = [[told(1, event_id="aaa")], [told(2, event_id="aaa"), told(3, event_id="aaa")]]
    ids, ended = assign_ids(found, nothing_taken)
    assert ids[1] == "aaa"
    assert ids[0] != "aaa"
    assert ended == {}


def test_ids_do_not_depend_on_the_order_of_mentions() -> None:
    cluster = [told(1, event_id="bbb"), told(2, event_id="aaa")]
    assert assign_ids([cluster], nothing_taken) == assign_ids([[*reversed(cluster)]], nothing_taken)
    assert assign_ids([[replace(one, event_id=None) for one in cluster]], nothing_taken)[1] == {}


def test_parts_of_one_oath_are_one_event_by_the_outlet_that_tells_the_whole() -> None:
    """One outlet tells of the 12 camat, one of a man among them all, one of all 74: the third explains the others."""
    day = {"date": "2026-02-06"}
    part = told(1, headcount=12, published="2026-02-06", **day)
    whole = told(2, headcount=74, groups=(12, 62), people=("Dedi Kusnadi",), published="2026-02-07", **day)
    one_of_them = told(3, headcount=1, people=("Dedi Kusnadi",), published="2026-02-08", **day)
    (cluster,) = clusters([part, one_of_them, whole])
    assert len(cluster) == 3
    assert len(clusters([part, one_of_them])) == 2


def test_two_oaths_of_one_day_stay_apart_where_no_outlet_unites_them() -> None:
    day = {"date": "2026-02-06"}
    found = clusters([told(1, headcount=30, **day), told(2, headcount=45, **day), told(3, headcount="puluhan", **day)])
    assert sorted(map(len, found)) == [1, 2]
