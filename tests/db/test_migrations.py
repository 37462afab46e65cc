from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import func, inspect, select, text, update
from telling import Newsroom, event

from db.address import store_address
from db.engine import WRITING, make_engine
from db.frontier import Listed
from db.models import Article, Base, Portal, Region
from db.portal_frontier import PortalFrontier
from db.schema import alembic_config
from db.store import Store, StoreAddressError, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine


@pytest.fixture
def engine(store_url: str) -> Iterator[Engine]:
    engine = make_engine(store_address(store_url))
    yield engine
    engine.dispose()


def test_the_migrations_make_the_tables_of_the_models(store: Store, engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def undo(engine: Engine, revision: str) -> None:
    """Take the store back to an earlier revision."""
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)


def test_every_migration_can_be_undone(store: Store, engine: Engine) -> None:
    store.close()
    undo(engine, "base")
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["alembic_version"]


def test_a_store_from_before_the_frontier_keeps_its_articles_up_and_down(
    newsroom: Newsroom, engine: Engine, store_url: str
) -> None:
    newsroom.tell(1, event(date="2026-02-06", headcount=61))
    newsroom.read()
    newsroom.store.close()
    undo(engine, "0001")
    with engine.connect() as connection:
        assert not {"frontier_url", "article_version"} & set(inspect(connection).get_table_names())
    with open_store(store_url) as store:
        again = Newsroom(store)
        with store.reading() as session:
            article, portal = session.query(Article).one(), session.query(Portal).one()
            assert (article.title, article.gone_at, article.mentions[0].headcount) == ("Judul 1", None, 61)
            assert (portal.failures, portal.leased_by, portal.resting_until) == (0, None, None)
        frontier = PortalFrontier(store, portal.name)
        frontier.enter([Listed(url=article.url, address=article.url)])
        again.tell(1, text="Teks yang diralat.")
        again.read()
    undo(engine, "0001")
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT text FROM article")) == "Teks yang diralat."
        assert connection.scalar(text("SELECT count(*) FROM mention")) == 0
        columns = {column["name"] for column in inspect(connection).get_columns("portal")}
    assert not {"leased_by", "failures"} & columns


def test_a_store_of_a_newer_version_is_refused(store: Store, store_url: str) -> None:
    with store.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreAddressError, match=r"was written by a newer version of Mutasi \(revision 9999\)"):
        open_store(store_url)


def test_another_program_s_database_is_refused_and_left_alone(engine: Engine, store_url: str) -> None:
    with engine.execution_options(**{WRITING: True}).begin() as connection:
        connection.execute(text("CREATE TABLE article (headline VARCHAR)"))
    with pytest.raises(StoreAddressError, match=r"holds tables of another program \(article\)"):
        open_store(store_url)
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["article"]


def test_a_store_knows_every_region_by_its_kemendagri_code(store: Store) -> None:
    with store.reading() as session:
        levels = dict(session.execute(select(Region.level, func.count()).group_by(Region.level)).all())
        bekasi = session.get_one(Region, "32.75")
    assert levels == {"provinsi": 38, "kabupaten": 416, "kota": 98}
    assert (bekasi.name, bekasi.province_code, bekasi.bps_code_2018) == ("Kota Bekasi", "32", "3275")


def test_a_region_renamed_since_is_brought_up_to_date(store: Store, store_url: str) -> None:
    with store.writing() as session:
        session.execute(update(Region).where(Region.code == "76.01").values(name="Kabupaten Mamuju Utara"))
    with open_store(store_url) as again, again.reading() as session:
        assert session.get_one(Region, "76.01").name == "Kabupaten Pasangkayu"
