"""ledger 与 hledger 格式 (the journal of Ledger): one text that both programs read, also in their strict modes."""

from collections.abc import Mapping
from functools import lru_cache

from projections.trial_balance.ledger_rows import DimensionKey
from projections.trial_balance.vouchers import Posted, Voucher
from scripts.export.chart import COMMODITY, NAMES, amount_text
from scripts.export.tags import NAMES as NAMES_OF_TAGS
from scripts.export.tags import purpose_name, tags

_PLAIN = str.maketrans({",": "，", "[": "〔", "]": "〕"})
"""In a tag a comma would end the value, and what stands in square brackets would be read as a date."""


def opening(note: str) -> str:
    """Write what stands before the first transaction; `note` says what the text is."""
    declared = [
        f"; {note}",
        f"commodity {COMMODITY}",
        f"    format 1000.00 {COMMODITY}",
        *(f"account {name}" for name in NAMES.values()),
        *(f"tag {name}" for name in NAMES_OF_TAGS),
    ]
    return "\n".join(declared) + "\n"


def transaction(voucher: Voucher, names: Mapping[str, str]) -> str:
    """Write one fact; its position is the code of the transaction, `names` name the units that are paid."""

    def about(line: Posted) -> str:
        return _tags(line.about, purpose_name(line.about, names))

    first = voucher[0]
    postings = "".join(
        f"    {NAMES[line.account]}  {amount_text(line.amount_fen)}\n{about(line)}" for line in voucher
    )
    return f"\n{first.effective_on} * ({first.position}) {first.rule}\n{postings}"


@lru_cache(maxsize=2**14)
def _tags(about: DimensionKey, name: str) -> str:
    """Write the source of a posting, a line for each tag."""
    return "".join(f"    ; {tag}: {str(value).translate(_PLAIN)}\n" for tag, value in tags(about, name))
