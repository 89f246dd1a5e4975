"""beancount 格式 (the journal of Beancount): accounts are opened first, tags stand as metadata below each posting."""

from collections.abc import Mapping
from functools import lru_cache

from projections.trial_balance.ledger_rows import DimensionKey
from projections.trial_balance.vouchers import Posted, Voucher
from scripts.export.chart import COMMODITY, NAMES, amount_text
from scripts.export.tags import purpose_name, tags

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


def transaction(voucher: Voucher, names: Mapping[str, str]) -> str:
    """Write one fact with its position in the journal; `names` name the units that are paid."""

    def about(line: Posted) -> str:
        return _metadata(line.about, purpose_name(line.about, names))

    first = voucher[0]
    postings = "".join(
        f"  {NAMES[line.account]}  {amount_text(line.amount_fen)}\n{about(line)}" for line in voucher
    )
    return f'\n{first.effective_on} * "{_text(first.rule)}"\n  position: {first.position}\n{postings}'


@lru_cache(maxsize=2**14)
def _metadata(about: DimensionKey, name: str) -> str:
    """Write the source of a posting, a line for each key."""
    return "".join(
        f"    {tag}: {value}\n" if isinstance(value, int) else f'    {tag}: "{_text(value)}"\n'
        for tag, value in tags(about, name)
    )


def _text(value: str) -> str:
    return value.translate(_ESCAPED)
