"""令牌登记簿 (token register): who may come in, as what, for which place.

A token is shown once, when it is made; only its SHA-256 is kept, so a stolen database lets nobody in.  256 random bits
need no slow hash.  A revoked token stays in the register, so that it is known who held it.
"""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from domain.person import person_id as one_spelling
from domain.places.register import Places
from projections.access.roles import Role
from projections.journal.database import Database, Pool

TABLES = Path(__file__).with_name("tables.sql").read_text(encoding="utf-8")
PREFIX = "sl_"
COLUMNS = "token_id, person_id, roles, scope, made_at, revoked_at"


@dataclass(frozen=True)
class Pass:
    """通行证: what is known of a token.

    token_id   names it in lists; not secret.
    person_id  opaque, never a name, spelt as `domain.person` does; `by` in every fact that this token records.
    scope      administrative division code of 0 to 12 digits; "" is the whole set of books.
    """

    token_id: str
    person_id: str
    roles: frozenset[Role]
    scope: str
    made_at: datetime
    revoked_at: datetime | None = None


class TokenRegister:
    """The register of one set of books.  Safe for many threads."""

    def __init__(self, database: Database, *, readonly: bool = False) -> None:
        """Make the table when it is not there yet; the schema of the books must exist.

        A `readonly` register connects nothing yet; of books that nobody has opened, `find` raises ProgrammingError.
        """
        self._pool = Pool(database, size=2, readonly=readonly)
        if not readonly:
            self._pool.fetch(TABLES)

    def make(self, person_id: str, roles: Iterable[Role], scope: str = "") -> str:
        """Give a new token and keep its hash.  The text is not kept anywhere: show it now or never.

        Raises what `domain.person.person_id` raises, then IntegrityError when roles or scope are empty or malformed.
        """
        holder = one_spelling(person_id, "person_id")
        token = PREFIX + secrets.token_urlsafe(32)
        self._pool.fetch(
            "INSERT INTO access_tokens (token_id, token_hash, person_id, roles, scope) VALUES (%s, %s, %s, %s, %s)",
            (secrets.token_hex(4), _hash_of(token), holder, sorted(set(roles)), scope),
        )
        return token

    def divisions(self) -> frozenset[str]:
        """Give the codes of every division that was ever registered in these books, as the journal has them now."""
        rows = self._pool.fetch(
            "SELECT convert_from(state, 'UTF8')::json ->> 'code' FROM journal WHERE stream = %s AND topic = %s",
            (Places.id_of(Places.KEY), Places.DivisionRegistered.TOPIC),
        )
        return frozenset(code for (code,) in rows)

    def revoke(self, token_id: str) -> bool:
        """Revoke a token; False when no such token is in force."""
        revoked = self._pool.fetch(
            "UPDATE access_tokens SET revoked_at = now() WHERE token_id = %s AND revoked_at IS NULL RETURNING token_id",
            (token_id,),
        )
        return bool(revoked)

    def find(self, token: str) -> Pass | None:
        """Find the pass of a token that is in force."""
        rows = self._pool.fetch(
            f"SELECT {COLUMNS} FROM access_tokens WHERE token_hash = %s AND revoked_at IS NULL",
            (_hash_of(token),),
        )
        return _pass(rows[0]) if rows else None

    def passes(self) -> list[Pass]:
        """List every pass, revoked ones too, oldest first."""
        return [
            _pass(row)
            for row in self._pool.fetch(f"SELECT {COLUMNS} FROM access_tokens ORDER BY made_at, token_id")
        ]

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()


def _hash_of(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _pass(row: tuple[str, str, list[str], str, datetime, datetime | None]) -> Pass:
    token_id, person_id, roles, scope, made_at, revoked_at = row
    return Pass(token_id, person_id, frozenset(map(Role.of, roles)), scope, made_at, revoked_at)
