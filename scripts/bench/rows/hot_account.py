"""热点账户 (hot_account): payments on one account with 10,000 earlier ones, beside the same on 1,000 accounts.

A payment is the whole command with its idempotency key: the rules, four eyes, two facts in two streams.  The queue of
the service carries it out, and shares its commit with the payments that are asked for at the same time.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing
from uuid import uuid4

from domain.books.books import Books
from domain.books.desk.act import Act
from domain.books.desk.answering import Steps
from scripts.bench.callers import commands_per_second
from scripts.bench.data.payable import PAID_ON, payment_of
from scripts.bench.lab import Lab
from scripts.bench.measured import Aim, Measured, in_turn
from scripts.bench.rows.append_bulk import books_of
from scripts.bench.rows.append_many_callers import journal_appends
from scripts.demo.clerk import PAYER

EARLIER = 10_000


def measure(lab: Lab) -> Measured:
    """Pay on both kinds of account and append single facts, in turn."""
    payable = lab.payable
    payments = lab.pick(3_000, 1_000)
    with ExitStack() as stack:
        books = stack.enter_context(closing(books_of(payable.database)))
        hot, cold = (_payments(books, claims, payable.numbers) for claims in (payable.hot, payable.cold))
        earlier = lab.pick(EARLIER, 2_000)
        hot(earlier), cold(len(payable.cold))
        appends = journal_appends(lab, stack)
        rounds = in_turn(
            5, lab.share(16, 4), hot=lambda: hot(payments), cold=lambda: cold(payments), append=appends
        )
    ratio, share = rounds.ratio("hot", "cold"), rounds.ratio("hot", "append")
    figures = {
        "hot_per_s": rounds.rate("hot"),
        "cold_per_s": rounds.rate("cold"),
        "append_per_s": rounds.rate("append"),
        "ratio": ratio,
        "share_of_append": share,
        "earlier_payments": earlier,
    }
    return Measured(figures, (Aim("ratio", ratio, 0.9), Aim("share_of_append", share, 0.33)), rounds.count)


def _payments(books: Books, claims: Sequence[str], numbers: Iterator[int]) -> Callable[[int], float]:
    """Make so many payments, spread over the claims, and give how many went through in a second.

    The keys are new in these books, and cost nothing to make: that is the callers' work, not the books'.
    """
    ours = uuid4().hex[:20]

    def pay(_: int) -> Steps:
        number = next(numbers)
        key = f"{ours}{number:012x}"
        act = Act(PAYER, PAID_ON, idempotency_key=key, request_hash=key.encode(), request_id=key)
        return books.pay_claim.begin(act, claim_no=claims[number % len(claims)], **payment_of(number))

    return lambda payments: commands_per_second(pay, payments)
