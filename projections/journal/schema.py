"""建账 (opening a set of books): make the schema of one set of books, once, however many processes begin together."""

from pathlib import Path

from eventsourcing.persistence import ProgrammingError

from projections.journal.database import Database, translated
from projections.journal.lock import lock_key

DEFAULT_SCHEMA = "sunledger"
KEPT_IN = frozenset({"journal", "requests"})
"""The tables that nothing can make again."""
SCHEMA_SQL = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")


def books_in(database: Database) -> dict[str, frozenset[str]]:
    """Give the schemas of the database that hold books, by name, each with what it lacks of the journal's tables."""
    opened = database.connect("schema", readonly=True)
    try:
        with translated(), opened.cursor() as cursor:
            cursor.execute(
                "SELECT schemaname, array_agg(tablename::text) FROM pg_tables WHERE schemaname IN"
                " (SELECT schemaname FROM pg_tables WHERE tablename = 'schema_version') GROUP BY 1 ORDER BY 1"
            )
            return {name: KEPT_IN - set(tables) for name, tables in cursor.fetchall()}
    finally:
        opened.close()


def create_schema(database: Database) -> None:
    """Create or complete the tables of the journal in one transaction; run again, it changes nothing.

    Raises ProgrammingError when the database does not keep text as UTF-8: the bytes of a fact would be others there.
    """
    opened = database.connect("schema")
    try:
        with translated(), opened.cursor() as cursor:
            cursor.execute("SHOW server_encoding")
            if cursor.fetchone() != ("UTF8",):
                msg = "数据库编码须为 UTF8 / the database must have the encoding UTF8"
                raise ProgrammingError(msg)
            cursor.execute(
                f"BEGIN; SELECT pg_advisory_xact_lock({lock_key('schema of ' + database.schema)});"
                f"CREATE SCHEMA IF NOT EXISTS {database.schema};"
            )
            cursor.execute("SELECT to_regclass('schema_version') IS NOT NULL")
            if cursor.fetchone() == (False,):
                cursor.execute(SCHEMA_SQL)
            cursor.execute("COMMIT")
    finally:
        opened.close()
