"""发票 (invoice): one number, used by one claim at a time across the books (发票不得重复报销)."""

from dataclasses import dataclass

from domain.fact import Fact, Stream, applies
from domain.stamp import Stamp


class Invoice(Stream):
    """发票: `invoice/{number}`, the number in its one spelling; as it is printed it stands in the claim."""

    KIND = "invoice"
    WORD = "发票", "invoice"

    @dataclass(frozen=True, kw_only=True)
    class Used(Fact):
        """发票报账: a claim brings this invoice."""

        TOPIC = "invoice.used"
        number: str
        claim_no: str
        amount_fen: int

    @dataclass(frozen=True, kw_only=True)
    class Released(Fact):
        """发票退回: the claim was refused or withdrawn; the invoice may be brought again."""

        TOPIC = "invoice.released"
        claim_no: str
        reason: str

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.claim_no = ""

    @applies(Used)
    def _used(self, fact: Used) -> None:
        self.claim_no = fact.claim_no

    @applies(Released)
    def _released(self, _: Released) -> None:
        self.claim_no = ""

    def use(self, stamp: Stamp, number: str, claim_no: str, amount_fen: int) -> None:
        """发票报账.  That it is free is asked before, by `invoice_is_used_once`."""
        self.record(self.Used, **stamp.fields, number=number, claim_no=claim_no, amount_fen=amount_fen)

    def release(self, stamp: Stamp, claim_no: str, reason: str) -> None:
        """发票退回."""
        self.record(self.Released, **stamp.fields, claim_no=claim_no, reason=reason)
