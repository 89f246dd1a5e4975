"""Tokens: shown once, kept as a hash, open what their roles open, and stop opening when they are revoked."""

import asyncio
import time
from contextlib import closing

import pytest
from eventsourcing.persistence import IntegrityError, PersistenceError

from api.security.access import Authenticator
from api.security.refusals import TokenUnknown
from domain.person import PersonMisread
from projections.access.register import TokenRegister
from projections.access.roles import Role
from projections.journal.database import Database, Pool
from projections.journal.schema import create_schema
from tests.api.service import Service


@pytest.fixture
def register(database_url: str, books_schema: str) -> TokenRegister:
    database = Database(database_url, books_schema)
    create_schema(database)
    return TokenRegister(database)


def test_a_token_gives_its_person_roles_and_scope(register: TokenRegister) -> None:
    token = register.make("u-7", [Role.RECORDER, Role.AUDITOR], "511703")
    found = register.find(token)
    assert found is not None
    assert (found.person_id, found.roles, found.scope) == (
        "u-7",
        frozenset({Role.RECORDER, Role.AUDITOR}),
        "511703",
    )
    register.close()


def test_the_token_itself_is_kept_nowhere(
    register: TokenRegister, database_url: str, books_schema: str
) -> None:
    token = register.make("u-7", [Role.PAYER])
    pool = Pool(Database(database_url, books_schema))
    (row,) = pool.fetch("SELECT access_tokens::text FROM access_tokens")
    assert token not in row[0]
    assert token.removeprefix("sl_") not in row[0]
    pool.close()
    register.close()


def test_a_revoked_token_opens_nothing_and_stays_listed(register: TokenRegister) -> None:
    token = register.make("u-7", [Role.PAYER])
    (held,) = register.passes()
    assert register.revoke(held.token_id)
    assert not register.revoke(held.token_id)
    assert register.find(token) is None
    assert register.passes()[0].revoked_at is not None
    register.close()


@pytest.mark.parametrize(
    ("person", "roles", "scope"),
    [("u-7", [], ""), ("u-7", [Role.PAYER], "county")],
)
def test_a_token_without_role_or_with_a_strange_scope_is_not_made(
    register: TokenRegister, person: str, roles: list[Role], scope: str
) -> None:
    with pytest.raises(IntegrityError):
        register.make(person, roles, scope)
    assert register.passes() == []
    register.close()


@pytest.mark.parametrize("person", ["u-17 ", "U-17", "\uff55-\uff11\uff17"])
def test_a_token_is_made_for_the_one_spelling_of_a_person(register: TokenRegister, person: str) -> None:
    register.make(person, [Role.RECORDER])
    assert [held.person_id for held in register.passes()] == ["u-17"]
    register.close()


@pytest.mark.parametrize("person", ["", "\u5f20\u4e09", "u 17", "u-\u200b17"])
def test_no_token_is_made_for_what_is_no_person_id(register: TokenRegister, person: str) -> None:
    with pytest.raises(PersonMisread):
        register.make(person, [Role.RECORDER])
    assert register.passes() == []
    register.close()


def test_a_second_after_it_is_revoked_a_token_opens_nothing(service: Service) -> None:
    client = service.by(Role.AUDITOR, person="u-leaving")
    assert client.get("/funds").status_code == 200
    (held,) = (one for one in service.register.passes() if one.person_id == "u-leaving")
    service.register.revoke(held.token_id)
    time.sleep(1.1)
    assert client.get("/funds").json()["code"] == "token_unknown"


def test_a_token_in_use_opens_nothing_a_second_after_it_is_revoked(service: Service) -> None:
    client = service.by(Role.AUDITOR, person="u-busy")
    for _ in range(20):
        assert client.get("/funds").status_code == 200
        time.sleep(0.04)
    (held,) = (one for one in service.register.passes() if one.person_id == "u-busy")
    service.register.revoke(held.token_id)
    revoked_at = asked_at = time.monotonic()
    while client.get("/funds").status_code == 200:
        assert asked_at - revoked_at < 1
        time.sleep(0.04)
        asked_at = time.monotonic()


def test_nobody_waits_for_a_token_that_is_used_all_the_time(register: TokenRegister) -> None:
    async def use() -> None:
        now = 0.0
        authenticator = Authenticator(register, lambda: now)
        token = register.make("u-7", [Role.PAYER])
        found = await authenticator.holder_of(token)
        for _ in range(5):
            now += 0.6
            assert authenticator.remembered(token) == found
            assert authenticator.remembered(token) == found
            (looking,) = asyncio.all_tasks() - {asyncio.current_task()}
            await looking
        now += 1.0
        assert authenticator.remembered(token) is None
        await authenticator.holder_of(token)
        register.revoke(register.passes()[0].token_id)
        now += 0.6
        assert authenticator.remembered(token) == found
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
        assert authenticator.remembered(token) is None
        with pytest.raises(TokenUnknown):
            await authenticator.holder_of(token)

    asyncio.run(use())
    register.close()


def test_a_look_that_fails_unseen_is_said_when_somebody_has_to_wait(
    register: TokenRegister, database_url: str, books_schema: str
) -> None:
    async def use() -> None:
        now = 0.0
        authenticator = Authenticator(register, lambda: now)
        token = register.make("u-7", [Role.PAYER])
        found = await authenticator.holder_of(token)
        with closing(Database(database_url, books_schema).connect("test")) as opened:
            opened.cursor().execute("DROP TABLE access_tokens")
        now += 0.6
        assert authenticator.remembered(token) == found
        await asyncio.gather(*asyncio.all_tasks() - {asyncio.current_task()})
        assert authenticator.remembered(token) == found
        now += 0.6
        with pytest.raises(PersistenceError):
            await authenticator.holder_of(token)

    asyncio.run(use())
    register.close()


@pytest.mark.parametrize("header", ["Basic dTpw", "Bearer", "sl_x"])
def test_another_kind_of_credentials_is_no_token(service: Service, header: str) -> None:
    answer = service.by(None).get("/funds", headers={"Authorization": header})
    assert answer.status_code == 401
