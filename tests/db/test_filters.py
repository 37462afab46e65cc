from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from telling import Newsroom, event

from db.filters import FilterError, event_filters
from db.queries import count_events, find_events
from extract.events import Appointment, Official

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store


@pytest.fixture
def filled(newsroom: Newsroom) -> Iterator[Store]:
    """Return a store with five events, told apart by their head counts."""
    newsroom.tell(
        1,
        event(
            date="2026-02-06",
            headcount=61,
            eselon=("II.b", "III.a"),
            official=Official("Asep Surya", "Wali Kota"),
            appointments=(Appointment("Dedi Kusnadi", "Camat Jatiasih", None),),
        ),
        text="Pelantikan di Plaza Pemkot Bekasi, tarif 100%_gratis.",
        title="Rotasi Besar",
    )
    newsroom.tell(2, event(region="32", date="2026-01", headcount=20, eselon=("II",)), published="2026-01-20")
    newsroom.tell(3, event(region="35.73", date="2025", headcount=30, kind="penunjukan"), published="2025-12-30")
    newsroom.tell(
        4,
        event(region="32.16", status="planned", headcount=33, official=Official(None, "Bupati", "Pj")),
        published="2026-03-01",
    )
    newsroom.tell(5, event(region=None, headcount=40, status="cancelled"), published=None)
    newsroom.read()
    return newsroom.store


@pytest.mark.parametrize(
    ("wanted", "headcounts"),
    [
        ({}, [30, 20, 61, 33, 40]),
        ({"region": ["32.75"]}, [61]),
        ({"region": ["32"]}, [20, 61, 33]),
        ({"region": ["35", "32.16"]}, [30, 33]),
        ({"region": ["31"]}, []),
        ({"kind": ["penunjukan"]}, [30]),
        ({"kind": ["Mutasi"], "status": ["planned", "cancelled"]}, [33, 40]),
        ({"eselon": ["II"]}, [20, 61]),
        ({"eselon": ["ii.b"]}, [61]),
        ({"eselon": ["IIb", "V"]}, [61]),
        ({"eselon": ["III"]}, [61]),
        ({"eselon": ["I"]}, []),
        ({"official": "asep"}, [61]),
        ({"official": "bupati"}, [33]),
        ({"person": "kusnadi"}, [61]),
        ({"person": "asep"}, []),
        ({"since": "2026-01-15"}, [20, 61, 33]),
        ({"until": "2025"}, [30]),
        ({"since": "2026-02", "until": "2026-02"}, [61]),
        ({"since": "2026-03"}, [33]),
        ({"text": "plaza rotasi"}, [61]),
        ({"text": "PLAZA Malang"}, []),
        ({"text": "100%_"}, [61]),
        ({"text": "00_gratis"}, []),
        ({"region": ["32"], "since": "2026", "eselon": ["II"], "kind": ["mutasi"]}, [20, 61]),
    ],
)
def test_filters_give_the_events_in_the_order_of_time(
    filled: Store, wanted: dict[str, Any], headcounts: list[int]
) -> None:
    filters = event_filters(**wanted)
    assert [one.headcount for one in find_events(filled, filters)] == headcounts
    assert count_events(filled, filters) == len(headcounts)


def test_a_limit_gives_the_first(filled: Store) -> None:
    assert [one.headcount for one in find_events(filled, limit=2)] == [30, 20]


@pytest.mark.parametrize(
    ("wanted", "message"),
    [
        ({"region": ["32.99"]}, "--region 32.99: Kemendagri has no such code"),
        ({"region": ["3275"]}, "--region 3275: write Kemendagri's code with its dot: 32.75 is Kota Bekasi"),
        ({"region": ["bekasi"]}, "write the Kemendagri code: 32.16 Kabupaten Bekasi, 32.75 Kota Bekasi"),
        ({"region": [""]}, "Kemendagri has no such code"),
        ({"kind": ["rotasi"]}, "--kind rotasi: no such kind; one of mutasi, penunjukan, uji_kompetensi"),
        ({"status": ["done"]}, "--status done: no such status; one of realized, planned, cancelled"),
        ({"eselon": ["VI"]}, "--eselon VI: no such level"),
        ({"eselon": ["II.c"]}, "--eselon II.c: no such level"),
        ({"since": "2026-02-30"}, "--since: there is no day 2026-02-30"),
        ({"until": "6/2/2026"}, "--until: '6/2/2026' is no date; write it as 2024-05-03, 2024-05 or 2024"),
        ({"since": "2026", "until": "2025"}, "--since 2026 is after --until 2025"),
        ({"text": "  "}, "--text is empty"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_right(wanted: dict[str, Any], message: str) -> None:
    with pytest.raises(FilterError) as caught:
        event_filters(**wanted)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)
