"""A store moved to another database is the same store: rows, ids, moments, and what is written next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select
from telling import Newsroom, event

from db.address import StoreError
from db.copying import copy_store
from db.corrections import Editor
from db.models import Base
from db.queries import find_events
from db.store import Store, open_store
from extract.events import Appointment, Official

if TYPE_CHECKING:
    from pathlib import Path


def everything(store: Store) -> dict[str, list[dict[str, Any]]]:
    with store.snapshot() as connection:
        return {
            table.name: [
                dict(row) for row in connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
            ]
            for table in Base.metadata.sorted_tables
        }


@pytest.fixture
def filled(newsroom: Newsroom) -> Newsroom:
    newsroom.tell(1, event(status="planned", headcount=40), published="2026-02-10")
    newsroom.tell(
        2,
        event(
            date="2026-02-20",
            headcount=40,
            eselon=("III", "IV"),
            official=Official("Asep Surya", "Bupati", "Pj"),
            appointments=(Appointment("Dedi Kusnadi", "Camat Jatiasih", None),),
        ),
        published="2026-02-20",
        text="Teks — dengan “tanda kutip” dan 漢字.",
    )
    newsroom.read()
    one = next(iter(find_events(newsroom.store)))
    Editor(newsroom.store, "Rina Contoh", "salinan SK").set_values(one.id, {"headcount": 41, "official": None})
    return newsroom


def test_every_row_is_the_same_and_there_and_back_again(filled: Newsroom, tmp_path: Path) -> None:
    before = everything(filled.store)
    with open_store(f"sqlite:///{tmp_path / 'copy.db'}") as copy:
        copied = copy_store(filled.store, copy)
        assert everything(copy) == before
        assert copied["event"] == 2
        assert copied["correction"] == 2


def test_a_copy_goes_on_where_the_store_was(store_url: str, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'first.db'}") as first, open_store(store_url) as copy:
        newsroom = Newsroom(first)
        newsroom.tell(1, event(date="2026-02-06", headcount=61))
        newsroom.read()
        copy_store(first, copy)
        again = Newsroom(copy)
        again.tells = newsroom.tells
        again.tell(2, event(date="2026-02-06", headcount=61), published="2026-02-07")
        again.read(again=True)
        (one,) = find_events(copy)
        assert [one.id] == [before.id for before in find_events(first)]
        assert len(one.sources) == 2


def test_a_store_that_holds_anything_is_not_copied_into(filled: Newsroom, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'other.db'}") as other:
        Newsroom(other).tell(9, event())
        before = everything(other)
        with pytest.raises(StoreError, match=r"is not empty \(portal, article\)"):
            copy_store(filled.store, other)
        assert everything(other) == before
