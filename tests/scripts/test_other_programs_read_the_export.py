"""The export is read by hledger, Ledger and Beancount, in their strict modes, and they find our balances."""

import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from beancount import loader
from beancount.core.data import Transaction

from projections.trial_balance.fold import PROJECTION as TRIAL_BALANCE
from projections.trial_balance.ledger_rows import DimensionKey
from projections.trial_balance.query import trial_balance
from projections.trial_balance.vouchers import Posted
from scripts.export import beancount_text, ledger_text
from scripts.export.chart import NAMES
from tests.projections.given import GivenBooks
from tests.projections.test_household_payments_and_gifts import household_payment
from tests.projections.worked_example import worked_example
from tests.scripts.running import Place, run, start
from tests.sources import levels

STRANGE = (
    "达市,财农[2024]3号",
    "X;Y: z",
    'a"b\\c',
    "[2024-01-01]",
    "[=2024]",
    "  two  blanks",
    ":tag:",
    "(5) @ 3",
    "date:2024-13-45",
    "%#|~`!*",
)
"""Document numbers that mean something else to a plain-text accounting program."""
ON = date(2030, 12, 31)


@dataclass(frozen=True)
class Exported:
    """The books, and their three files."""

    books: GivenBooks
    folder: Path

    def file(self, name: str) -> Path:
        return self.folder / f"books.{name}"

    def balances(self, **where: str) -> Counter[str]:
        """Closing balances by the name of the account, in fen; accounts at zero are left out."""
        with self.books.look() as cursor:
            found = trial_balance(cursor, on=ON, where=where)
        return Counter({NAMES[line.account]: line.closing_fen for line in found.lines if line.closing_fen})


def strange_fund(given: GivenBooks, document_no: str, number: int) -> None:
    given.record(
        "fund.indicator_received",
        document_no,
        on=date(2024, 2, 29),
        document_no=document_no,
        title="",
        year=2024,
        place_code="511703",
        issuer="",
        issued_on=date(2024, 1, 10),
        use="industry",
        nature="grant",
        budget_code="2130505",
        sources=levels(city=number, county=10**15 - number),
        amount_fen=10**15,
    )


@pytest.fixture(scope="module")
def exported(database_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Exported]:
    schema = f"books_{uuid4().hex}"
    given = GivenBooks(database_url, schema)
    worked_example(given)
    household_payment(given)
    for number, document_no in enumerate(STRANGE, 1):
        strange_fund(given, document_no, number)
    given.follow(TRIAL_BALANCE)
    one = Exported(given, tmp_path_factory.mktemp("export"))
    place = Place(schema, database_url)
    for name in ("hledger", "ledger", "beancount"):
        done = run(place, "export", "journal", "--format", name, "--output", str(one.file(name)))
        assert done.returncode == 0, done.stderr
    yield one
    given.write(f"DROP SCHEMA {schema} CASCADE")
    given.close()


def ask(*words: str) -> str:
    """Run another program.  One that is not installed is a failure, never a skipped test."""
    plain = os.environ | {"LC_ALL": "C.UTF-8"}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=plain)
    assert done.returncode == 0, done.stderr
    assert "Warning" not in done.stderr
    return done.stdout


def parsed(table: str) -> Counter[str]:
    """Read lines like `  -12.50 CNY  Assets:…`."""
    lines = re.findall(r"^\s*(-?)(\d+)\.(\d\d) CNY\s+(\S.*)$", table, re.MULTILINE)
    return Counter({name: int(f"{sign}{yuan}{fen}") for sign, yuan, fen, name in lines})


def test_hledger_finds_no_fault_and_the_same_balances(exported: Exported) -> None:
    file = str(exported.file("hledger"))
    ask("hledger", "-f", file, "check", "--strict")
    assert parsed(ask("hledger", "-f", file, "bal", "--flat", "-N")) == exported.balances()


def test_ledger_finds_no_fault_and_the_same_balances(exported: Exported) -> None:
    file = str(exported.file("ledger"))
    table = ask("ledger", "-f", file, "--pedantic", "--strict", "bal", "--flat", "--no-total")
    assert parsed(table) == exported.balances()


def test_beancount_finds_no_fault_and_the_same_balances(exported: Exported) -> None:
    assert ask("bean-check", "--no-cache", str(exported.file("beancount"))) == ""
    assert beancount_balances(exported) == exported.balances()


def beancount_balances(exported: Exported, **where: Any) -> Counter[str]:
    entries, errors, _ = loader.load_file(str(exported.file("beancount")))
    assert not errors
    sums: Counter[str] = Counter()
    for entry in entries:
        if isinstance(entry, Transaction):
            for posting in entry.postings:
                if all((posting.meta or {}).get(name) == value for name, value in where.items()):
                    assert posting.units is not None
                    assert posting.units.number is not None
                    sums[posting.account] += int(posting.units.number * 100)
    return Counter({name: fen for name, fen in sums.items() if fen})


@pytest.mark.parametrize(
    "where",
    [
        {"level": "provincial"},
        {"purpose_kind": "project", "purpose_code": "P1"},
        {"account_code": "zh01"},
        {"document_no": "X;Y: z"},
        {"document_no": ":tag:"},
    ],
)
def test_each_source_has_the_same_balances_there(exported: Exported, where: dict[str, str]) -> None:
    wanted = exported.balances(**where)
    assert wanted
    assert beancount_balances(exported, **where) == wanted
    tags = [f"tag:^{name}$=^{re.escape(value)}$" for name, value in where.items()]
    assert parsed(ask("hledger", "-f", str(exported.file("hledger")), "bal", "--flat", "-N", *tags)) == wanted
    limit = " & ".join(f'tag("{name}") == "{value}"' for name, value in where.items())
    table = ask("ledger", "-f", str(exported.file("ledger")), "bal", "--flat", "--no-total", "--limit", limit)
    assert parsed(table) == wanted


def test_every_fact_that_moves_money_is_one_transaction_in_the_order_of_the_journal(
    exported: Exported,
) -> None:
    codes = re.findall(
        r"^\S+ \* \((\d+)\)", exported.file("ledger").read_text(encoding="utf-8"), re.MULTILINE
    )
    moved = exported.books.rows("SELECT DISTINCT position FROM posting_lines ORDER BY position")
    assert [int(code) for code in codes] == [position for (position,) in moved]


def test_the_books_are_written_to_the_standard_output_when_no_file_is_named(exported: Exported) -> None:
    place = Place(exported.books.database.schema, exported.books.database.url)
    done = run(place, "export", "journal", "--format", "ledger")
    assert done.returncode == 0
    assert done.stdout == exported.file("ledger").read_text(encoding="utf-8")
    assert run(place, "export", "journal", "--format", "excel").returncode == 2


def test_a_unit_that_is_paid_has_its_name_beside_its_code() -> None:
    about = DimensionKey("X〔2024〕1号", "county", "unit", "D-XCJ", 2024, "2130599", "zh01")
    voucher = (Posted(7, date(2024, 3, 1), "account.paid", "1020", -100_00, about),)
    named = {"D-XCJ": "达川区乡村振兴局"}
    assert "; purpose_name: 达川区乡村振兴局\n" in ledger_text.transaction(voucher, named)
    assert 'purpose_name: "达川区乡村振兴局"\n' in beancount_text.transaction(voucher, named)
    assert "purpose_name" not in ledger_text.transaction(voucher, {})


def test_the_export_ends_quietly_when_its_reader_has_enough(exported: Exported) -> None:
    place = Place(exported.books.database.schema, exported.books.database.url)
    with start(place, "export", "journal", "--format", "ledger") as export:
        assert export.stdout
        assert export.stderr
        export.stdout.close()
        assert "Broken pipe" not in export.stderr.read()
        assert export.wait(60) == 0
