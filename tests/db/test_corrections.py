"""Corrections hold: against other readings, against new articles, until they are taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from telling import event, url_of

from db.corrections import CorrectionError, Editor, corrections, doubtful_events
from db.queries import StoredEvent, find_events, get_event
from extract.events import Official

if TYPE_CHECKING:
    from telling import Newsroom

    from db.store import Store

NOON = datetime(2026, 3, 2, 5, tzinfo=UTC)


@pytest.fixture
def editor(store: Store) -> Editor:
    return Editor(store, "Rina Contoh", "diperiksa pada salinan SK", NOON)


def all_events(store: Store) -> list[StoredEvent]:
    return list(find_events(store))


def sources(one: StoredEvent) -> list[str]:
    return [source.url for source in one.sources]


def two_counts(newsroom: Newsroom) -> tuple[StoredEvent, StoredEvent]:
    """Two articles of one ceremony that count so differently that no rule unites them."""
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.tell(2, event(date="2026-02-06", headcount=80), published="2026-02-07")
    newsroom.read()
    first, second = sorted(all_events(newsroom.store), key=sources)
    return first, second


def test_a_value_that_was_set_survives_another_reading(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=167))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    editor.set_values(one.id, {"headcount": 168, "date": "2026-02"})
    newsroom.correct(1, event(date="2026-02-05", headcount=150, eselon=("III",)))
    newsroom.read(again=True)
    (again,) = all_events(newsroom.store)
    assert again.id == one.id
    assert (again.headcount, again.headcount_least, again.date, again.date_precision) == (168, 168, "2026-02", "month")
    assert again.eselon == ("III",)
    assert again.corrected == ("date", "headcount")
    assert again.sources[0].record["headcount"] == 150


def test_the_log_tells_who_when_why_and_what_it_was_before(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=167, official=Official("Asep Surya", "Wali Kota")))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    editor.set_values(one.id, {"headcount": 168})
    editor.set_values(one.id, {"headcount": "ratusan", "official": "Asep Suryana"})
    entries = corrections(newsroom.store, one.id)
    assert [(entry.field, entry.before, entry.value) for entry in entries] == [
        ("headcount", 167, 168),
        ("headcount", 168, "ratusan"),
        ("official", "Asep Surya", "Asep Suryana"),
    ]
    assert {(entry.made_by, entry.reason, entry.made_at) for entry in entries} == {
        ("Rina Contoh", "diperiksa pada salinan SK", NOON)
    }
    (again,) = all_events(newsroom.store)
    assert (again.headcount, again.official and again.official.name) == ("ratusan", "Asep Suryana")


def test_a_value_taken_back_is_what_the_sources_tell_again(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=167))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    (made,) = editor.set_values(one.id, {"headcount": 168})
    editor.undo(made.id)
    (again,) = all_events(newsroom.store)
    assert (again.id, again.headcount, again.corrected) == (one.id, 167, ())
    (entry,) = corrections(newsroom.store)
    assert (entry.undone_by, entry.undone_at) == ("Rina Contoh", NOON)
    with pytest.raises(CorrectionError, match="taken back before, by Rina Contoh"):
        editor.undo(made.id)


def test_a_rejected_event_stays_rejected_and_unseen(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    editor.review(one.id, "reject")
    newsroom.correct(1, event(date="2026-02-07", headcount=61, kind="penunjukan"))
    newsroom.tell(2, event(date="2026-02-07", headcount=61, kind="penunjukan"))
    newsroom.read(again=True)
    assert all_events(newsroom.store) == []
    again = get_event(newsroom.store, one.id)
    assert again is not None
    assert (again.review, again.kind, len(again.sources)) == ("rejected", "penunjukan", 2)


def test_merged_events_stay_one_and_the_other_id_leads_there(newsroom: Newsroom, editor: Editor) -> None:
    first, second = two_counts(newsroom)
    editor.merge(second.id, [first.id])
    (one,) = all_events(newsroom.store)
    assert (one.id, sources(one), one.conflicts) == (second.id, [url_of(1), url_of(2)], ("headcount",))
    led = get_event(newsroom.store, first.id)
    assert led is not None
    assert led.id == second.id
    newsroom.correct(2, event(date="2026-02-06", headcount=85))
    newsroom.read(again=True)
    assert [sources(again) for again in all_events(newsroom.store)] == [[url_of(1), url_of(2)]]


def test_a_new_article_joins_merged_events_by_agreeing_with_one_of_them(newsroom: Newsroom, editor: Editor) -> None:
    first, second = two_counts(newsroom)
    editor.merge(first.id, [second.id])
    newsroom.tell(3, event(date="2026-02-06", headcount=80), published="2026-02-08")
    newsroom.tell(4, event(date="2026-02-06", headcount=7), published="2026-02-08")
    newsroom.read()
    assert sorted(map(sources, all_events(newsroom.store))) == [[url_of(1), url_of(2), url_of(3)], [url_of(4)]]


def test_events_of_two_regions_are_merged_where_a_person_says_so(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.tell(2, event(date="2026-02-06", headcount=61, region="32.16"))
    newsroom.read()
    first, second = sorted(all_events(newsroom.store), key=lambda one: one.region == "32.16")
    editor.merge(first.id, [second.id])
    newsroom.tell(3, event(date="2026-02-06", headcount=61, region="32.16"), published="2026-02-07")
    newsroom.read()
    (one,) = all_events(newsroom.store)
    assert (one.region, len(one.sources)) == ("32.16", 3)


def test_a_merge_taken_back_leaves_two_events_with_their_old_ids(newsroom: Newsroom, editor: Editor) -> None:
    first, second = two_counts(newsroom)
    made = editor.merge(first.id, [second.id])
    editor.undo(made.id)
    assert {one.id: sources(one) for one in all_events(newsroom.store)} == {
        first.id: [url_of(1)],
        second.id: [url_of(2)],
    }


def test_the_greater_part_of_a_merge_taken_back_has_its_own_id_again(newsroom: Newsroom, editor: Editor) -> None:
    first, second = two_counts(newsroom)
    newsroom.tell(3, event(date="2026-02-06", headcount=80), published="2026-02-08")
    newsroom.read()
    editor.undo(editor.merge(first.id, [second.id]).id)
    assert {one.id: sources(one) for one in all_events(newsroom.store)} == {
        first.id: [url_of(1)],
        second.id: [url_of(2), url_of(3)],
    }


def test_a_split_event_stays_split(newsroom: Newsroom, editor: Editor) -> None:
    for number in (1, 2, 3):
        newsroom.tell(number, event(date="2026-02-06", headcount=61), published=f"2026-02-0{5 + number}")
    newsroom.read()
    (one,) = all_events(newsroom.store)
    made = editor.split(one.id, [url_of(2)])
    assert {again.id: sources(again) for again in all_events(newsroom.store)} == {
        one.id: [url_of(1), url_of(3)],
        made.value: [url_of(2)],
    }
    newsroom.correct(2, event(date="2026-02-06", headcount=61, eselon=("III",)))
    newsroom.read(again=True)
    assert {again.id: sources(again) for again in all_events(newsroom.store)} == {
        one.id: [url_of(1), url_of(3)],
        made.value: [url_of(2)],
    }
    editor.undo(made.id)
    assert [(again.id, len(again.sources)) for again in all_events(newsroom.store)] == [(one.id, 3)]


def test_of_two_corrections_the_newer_holds_and_the_older_comes_back(newsroom: Newsroom, editor: Editor) -> None:
    first, second = two_counts(newsroom)
    editor.merge(first.id, [second.id])
    parted = editor.split(first.id, [url_of(2)])
    assert {sources(one)[0]: one.id for one in all_events(newsroom.store)} == {
        url_of(1): first.id,
        url_of(2): parted.value,
    }
    editor.undo(parted.id)
    assert [(one.id, len(one.sources)) for one in all_events(newsroom.store)] == [(first.id, 2)]


def test_a_correction_sleeps_while_no_article_tells_of_the_event(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    editor.set_values(one.id, {"headcount": 62})
    newsroom.correct(1)
    newsroom.read(again=True)
    assert all_events(newsroom.store) == []
    newsroom.correct(1, event(date="2026-02-09", headcount=5))
    newsroom.read(again=True)
    assert [(again.id, again.headcount) for again in all_events(newsroom.store)] == [(one.id, 62)]


def test_the_most_doubtful_come_first_until_somebody_has_looked(newsroom: Newsroom, editor: Editor) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61, confidence=0.9))
    newsroom.tell(2, event(date="2026-02-10", headcount=8, confidence=0.4))
    newsroom.tell(3, event(date="2026-02-20", headcount=30, confidence=0.9))
    newsroom.tell(4, event(date="2026-02-20", headcount=31, confidence=0.9))
    newsroom.read()
    by_day = {one.date: one.id for one in all_events(newsroom.store)}
    queue = [by_day["2026-02-10"], by_day["2026-02-20"], by_day["2026-02-06"]]
    assert [one.id for one in doubtful_events(newsroom.store, 10)] == queue
    editor.review(queue[1], "confirm")
    assert [one.id for one in doubtful_events(newsroom.store, 10)] == [queue[0], queue[2]]
    assert [one.review for one in all_events(newsroom.store)].count("confirmed") == 1


@pytest.mark.parametrize(
    ("act", "message"),
    [
        (lambda editor, one: editor.review("zzzzzzzzzz", "reject"), "there is no event zzzzzzzzzz"),
        (lambda editor, one: editor.merge(one, [one]), "merging takes two events at least"),
        (lambda editor, one: editor.split(one, [url_of(1)]), "takes some of its sources and leaves some"),
        (lambda editor, one: editor.split(one, [url_of(9)]), "is none of its sources"),
        (lambda editor, one: editor.set_values(one, {"official": "Asep"}), "give office= too"),
        (lambda editor, one: editor.undo(77), "there is no correction 77"),
    ],
)
def test_what_cannot_be_corrected_is_told_and_nothing_is_entered(
    newsroom: Newsroom, editor: Editor, act: object, message: str
) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.read()
    (one,) = all_events(newsroom.store)
    with pytest.raises(CorrectionError, match=message):
        act(editor, one.id)  # type: ignore[operator]
    assert corrections(newsroom.store) == []


def test_a_correction_tells_who_and_why(store: Store) -> None:
    with pytest.raises(CorrectionError, match="--reason is empty"):
        Editor(store, "Rina Contoh", " ")
