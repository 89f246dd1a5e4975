"""Every fact of an account that is about a payment adds to what is paid or takes from it, never both, never neither."""

from dataclasses import fields

from domain.accounts.facts import AccountFacts
from domain.accounts.paying import PAYS, UNPAYS
from domain.fact import Fact


def test_every_fact_about_a_payment_pays_or_unpays() -> None:
    of_accounts = [
        kind for kind in vars(AccountFacts).values() if isinstance(kind, type) and issubclass(kind, Fact)
    ]
    about_payments = [
        kind.TOPIC for kind in of_accounts if "payment_no" in {field.name for field in fields(kind)}
    ]
    assert sorted((*PAYS, *UNPAYS)) == sorted(about_payments)
