"""用款验收业务 (business of deliveries): what a unit or a gift spent money on is accepted by a signed sheet, or not."""

from domain.accounts.account import Account
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.spending import Spending
from domain.claims.claim import Claim
from domain.claims.spending_refusals import SheetNotDemanded
from domain.rulebook.spending_rules import SpendingItem
from domain.rules.taking_back_says_why import taking_back_says_why


class DeliveryDesk(Desk):
    """用款验收及其撤销.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    notices: NoticesAbout

    def _item(self, turn: DecisionTurn, claim: Claim) -> SpendingItem:
        """Give the item of the claim.  Raises SheetNotDemanded for a claim that has none."""
        item = Spending(turn, self.notices).item_of(claim)
        if item is None:
            raise SheetNotDemanded(claim.claim_no, "")
        return item

    @command
    def accept_delivery(
        self,
        turn: DecisionTurn,
        *,
        claim_no: str,
        sheet_sha256: str,
        delivered_quantity: int,
        delivered_unit: str,
        accepted_fen: int,
    ) -> None:
        """用款验收.  Raises what `Claim.accept_delivery` raises."""
        claim = turn.get_in_scope(Claim, claim_no)
        claim.accept_delivery(
            turn.stamp,
            self._item(turn, claim),
            sheet_sha256=sheet_sha256,
            delivered_quantity=delivered_quantity,
            delivered_unit=delivered_unit,
            accepted_fen=accepted_fen,
        )

    @command
    def take_back_delivery(self, turn: DecisionTurn, *, claim_no: str, reason: str) -> None:
        """撤销用款验收.

        Raises ReasonMissing, PersonalNumber, SheetNotDemanded, DeliveryBuiltUpon, then what
        `Claim.take_back_delivery` raises.
        """
        claim = turn.get_in_scope(Claim, claim_no)
        taking_back_says_why(reason)
        item = self._item(turn, claim)
        account = turn.get(Account, claim.account_code)
        Spending(turn, self.notices).check_taken_back(account, claim, item)
        claim.take_back_delivery(turn.stamp, reason, in_advance=item.in_advance)
