"""付款与冲回 (paying): which facts of an account add to what is paid, and which take from it."""

from domain.accounts.facts import AccountFacts

UNDONE = (
    AccountFacts.PaymentReturned.TOPIC,
    AccountFacts.PaymentReversed.TOPIC,
    AccountFacts.Refunded.TOPIC,
)
"""退票、红字冲销、退款: a payment of some stage came back, the last also in part."""

STANDS_AGAIN = AccountFacts.ReturnReversed.TOPIC
"""退回冲销: what came back is taken as never come back."""

PAYS_AGAIN = (STANDS_AGAIN, AccountFacts.RollReturnReversed.TOPIC)
"""What takes back that money came back."""

PAYS = (AccountFacts.Paid.TOPIC, *PAYS_AGAIN)
"""More is paid."""

UNPAYS = (*UNDONE, AccountFacts.RollReturned.TOPIC)
"""Less is paid."""
