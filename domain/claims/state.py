"""报账现状 (state of a claim): what its facts add up to, and the questions that its chapters ask of it."""

from datetime import date

from domain.claims.codes import ClaimState
from domain.claims.document import Document
from domain.claims.facts import ClaimFacts as Facts
from domain.code import Word
from domain.fact import Stream, applies
from domain.funds.codes import PurposeKind
from domain.rules.steps_follow_in_time import steps_follow_in_time
from domain.stamp import Stamp


class ClaimStanding(Facts, Stream):
    """报账现状: what was asked, agreed, paid and proved.  Only the appliers here write it."""

    KIND = "claim"
    WORD = "报账单", "claim"
    NUMBERED = True
    SUBJECT_OF_NOTICES = True

    def __init__(self, stream_id: str) -> None:
        super().__init__(stream_id)
        self.claim_no = self.purpose_kind = self.purpose_code = self.account_code = self.stage = ""
        self.payee_id = self.payee_name = self.fee_use = self.spending_item = ""
        self.documents: tuple[Document, ...] = ()
        self.amount_fen = self.approved_fen = self.paid_fen = self.accepted_fen = 0
        self.submitted_by = self.reviewed_by = self.approved_by = self.accepted_by = ""
        self.judged_by_version = 0
        self.submitted_on = self.latest_on = date.min
        self.refused = self.withdrawn = False
        self.payments: dict[str, int] = {}

    @property
    def belongs_to(self) -> str:
        """The project that it is for; for any other purpose the account that it is paid from."""
        if self.purpose_kind == PurposeKind.PROJECT:
            return f"project/{self.purpose_code}"
        return f"account/{self.account_code}"

    @property
    def ended(self) -> bool:
        """Whether it was refused or withdrawn, so that no step follows."""
        return self.refused or self.withdrawn

    @property
    def open_fen(self) -> int:
        """What is approved and not paid; nothing of a claim that ended."""
        return 0 if self.ended else self.approved_fen - self.paid_fen

    @property
    def unaccounted_fen(self) -> int:
        """What its payee holds and no sheet proves."""
        return max(self.paid_fen - self.accepted_fen, 0)

    @property
    def under_way_fen(self) -> int:
        """What is asked and not answered, or approved and not paid; nothing of a claim that ended."""
        return self.open_fen if self.approved_by or self.ended else self.amount_fen

    @property
    def awaits_payment(self) -> bool:
        """Whether it is approved and nothing of it was paid."""
        return bool(self.approved_by) and not self.ended and not self.paid_fen

    # What its steps ask

    def check_follows(self, stamp: Stamp) -> None:
        """Raise DatedBeforeFormerStep for a step that is dated before the last one."""
        steps_follow_in_time(self.id, self.latest_on, stamp.effective_on)

    @property
    def word(self) -> Word:
        """Where it stands, in Chinese and English words."""
        if self.refused:
            return ClaimState.REFUSED.word
        if self.withdrawn:
            return ClaimState.WITHDRAWN.word
        if self.paid_fen:
            return ClaimState.PAID.word
        if self.approved_by:
            return ClaimState.APPROVED.word
        return (ClaimState.REVIEWED if self.reviewed_by else ClaimState.SUBMITTED).word

    # What the facts add up to

    @applies(Facts.Submitted)
    def _submitted(self, fact: Facts.Submitted) -> None:
        self.claim_no, self.stage = fact.claim_no, fact.stage
        self.purpose_kind, self.purpose_code = fact.purpose_kind, fact.purpose_code
        self.account_code, self.fee_use = fact.account_code, fact.fee_use
        self.spending_item, self.judged_by_version = fact.spending_item, fact.rulebook_version
        self.payee_id, self.payee_name = fact.payee_id, fact.payee_name
        self.amount_fen, self.documents = fact.amount_fen, fact.documents
        self.submitted_by, self.submitted_on = fact.by, fact.effective_on
        self.latest_on = fact.effective_on

    @applies(Facts.Reviewed)
    def _reviewed(self, fact: Facts.Reviewed) -> None:
        self.reviewed_by, self.latest_on = fact.by, fact.effective_on

    @applies(Facts.Approved)
    def _approved(self, fact: Facts.Approved) -> None:
        self.approved_by, self.latest_on = fact.by, fact.effective_on
        self.approved_fen = fact.approved_fen

    @applies(Facts.DeliveryAccepted)
    def _delivery_accepted(self, fact: Facts.DeliveryAccepted) -> None:
        self.accepted_by, self.latest_on = fact.by, fact.effective_on
        self.accepted_fen = fact.accepted_fen

    @applies(Facts.DeliveryTakenBack)
    def _delivery_taken_back(self, fact: Facts.DeliveryTakenBack) -> None:
        self.accepted_by, self.latest_on = "", fact.effective_on
        self.accepted_fen = 0

    @applies(Facts.Refused)
    def _refused(self, fact: Facts.Refused) -> None:
        self.refused, self.latest_on = True, fact.effective_on

    @applies(Facts.Withdrawn)
    def _withdrawn(self, fact: Facts.Withdrawn) -> None:
        self.withdrawn, self.latest_on = True, fact.effective_on

    @applies(Facts.Paid)
    def _paid(self, fact: Facts.Paid) -> None:
        self.latest_on = fact.effective_on
        self.paid_fen += fact.amount_fen
        self.payments[fact.payment_no] = fact.amount_fen

    @applies(Facts.PaymentReturned, Facts.PaymentReversed, Facts.PaymentRefunded)
    def _came_back(self, fact: Facts.PaymentReturned | Facts.PaymentReversed | Facts.PaymentRefunded) -> None:
        self.latest_on = max(self.latest_on, fact.effective_on)
        self.paid_fen -= fact.amount_fen
        self.payments[fact.payment_no] -= fact.amount_fen

    @applies(Facts.ReturnReversed)
    def _return_reversed(self, fact: Facts.ReturnReversed) -> None:
        self.latest_on = max(self.latest_on, fact.effective_on)
        self.paid_fen += fact.amount_fen
        self.payments[fact.payment_no] += fact.amount_fen
