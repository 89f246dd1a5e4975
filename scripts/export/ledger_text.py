"""ledger 与 hledger 格式 (the journal of Ledger): one text that both programs read, also in their strict modes."""

from functools import lru_cache

from projections.trial_balance.ledger_rows import DimensionKey
from projections.trial_balance.vouchers import Voucher
from scripts.export.chart import COMMODITY, NAMES, amount_text

_PLAIN = str.maketrans({",": "，", "[": "〔", "]": "〕"})
"""In a tag a comma would end the value, and what stands in square brackets would be read as a date."""


def opening(note: str) -> str:
    """Write what stands before the first transaction; `note` says what the text is."""
    declared = [
        f"; {note}",
        f"commodity {COMMODITY}",
        f"    format 1000.00 {COMMODITY}",
        *(f"account {name}" for name in NAMES.values()),
        *(f"tag {name}" for name in DimensionKey._fields),
    ]
    return "\n".join(declared) + "\n"


def transaction(voucher: Voucher) -> str:
    """Write one fact; its position in the journal is the code of the transaction."""
    first = voucher[0]
    postings = "".join(
        f"    {NAMES[line.account]}  {amount_text(line.amount_fen)}\n{_tags(line.about)}" for line in voucher
    )
    return f"\n{first.effective_on} * ({first.position}) {first.rule}\n{postings}"


@lru_cache(maxsize=2**14)
def _tags(about: DimensionKey) -> str:
    """Write the source of a posting, a line for each tag; what is not known is left out."""
    known = ((name, value) for name, value in about._asdict().items() if value)
    return "".join(f"    ; {name}: {str(value).translate(_PLAIN)}\n" for name, value in known)
