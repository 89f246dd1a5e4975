"""beancount 格式 (the journal of Beancount): accounts are opened first, tags stand as metadata below each posting."""

from functools import lru_cache

from projections.trial_balance.ledger_rows import DimensionKey
from projections.trial_balance.vouchers import Voucher
from scripts.export.chart import COMMODITY, NAMES, amount_text

OPENED_ON = "1949-10-01"
"""Before any business day of these books."""
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"'})


def opening(note: str) -> str:
    """Write what stands before the first transaction; `note` says what the text is."""
    declared = [
        f"; {note}",
        f'option "title" "{_text(note)}"',
        f'option "operating_currency" "{COMMODITY}"',
        *(f"{OPENED_ON} open {name} {COMMODITY}" for name in NAMES.values()),
    ]
    return "\n".join(declared) + "\n"


def transaction(voucher: Voucher) -> str:
    """Write one fact with its position in the journal."""
    first = voucher[0]
    postings = "".join(
        f"  {NAMES[line.account]}  {amount_text(line.amount_fen)}\n{_metadata(line.about)}"
        for line in voucher
    )
    return f'\n{first.effective_on} * "{_text(first.rule)}"\n  position: {first.position}\n{postings}'


@lru_cache(maxsize=2**14)
def _metadata(about: DimensionKey) -> str:
    """Write the source of a posting, a line for each key; what is not known is left out."""
    known = ((name, value) for name, value in about._asdict().items() if value)
    return "".join(
        f"    {name}: {value}\n" if isinstance(value, int) else f'    {name}: "{_text(value)}"\n'
        for name, value in known
    )


def _text(value: str) -> str:
    return value.translate(_ESCAPED)
