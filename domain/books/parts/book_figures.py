"""账上数字 (figures of the books): what a notice may say of a record, as the streams have it at this moment.

A figure that a record does not have yet is left out: a project without a settlement has no settlement price, not one
of 0 fen.
"""

from collections.abc import Callable, Iterator

from domain.accounts.account import Account
from domain.accounts.cash import for_project
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.project_money import PROJECT_STAGES, ProjectMoney
from domain.claims.claim import Claim
from domain.fact import STREAMS, Stream
from domain.funds.fund import Fund
from domain.gifts.gift import Gift
from domain.money.shares import total_fen
from domain.notices.notice_agrees_with_the_books import amount_agrees, amount_still_agrees
from domain.notices.notice_amount import NoticeAmount
from domain.notices.refusals import SubjectUnknown
from domain.projects.codes import Phase
from domain.projects.project import Project
from domain.rolls.codes import CONFIRMED
from domain.rolls.roll import Roll
from domain.rulebook.codes import Figure, PaymentStage

Figures = dict[str, int]
"""Fen by the code of the figure."""

PAID_STAGES = (*PROJECT_STAGES, PaymentStage.ROLL.code)


class BookFigures:
    """Compares the amounts of one notice with the books, and asks each record once."""

    def __init__(self, turn: DecisionTurn) -> None:
        self._turn = turn
        self._known: dict[str, Figures] = {}

    def compared(self, amounts: tuple[NoticeAmount, ...], subject: str) -> tuple[NoticeAmount, ...]:
        """Give the amounts with the record that each is about and the figure of the books.

        Raises SubjectUnknown, what `DecisionTurn.named` raises, then what `amount_agrees` raises.
        """
        records = [self._record(amount.figure_of or subject) for amount in amounts]
        return tuple(
            amount_agrees(amount, record.id, self._of(record))
            for amount, record in zip(amounts, records, strict=True)
        )

    def check_still(self, amounts: tuple[NoticeAmount, ...]) -> None:
        """Raise FigureDiffers for an amount that agreed when it was drafted and does not any more.

        Amounts of notices drafted before figures were named say nothing that could be compared.
        """
        for amount in amounts:
            if amount.figure:
                amount_still_agrees(amount, self._of(self._record(amount.figure_of)))

    def _of(self, record: Stream) -> Figures:
        known = self._known.get(record.id)
        if known is None:
            known = self._known[record.id] = dict(self._figures(record))
        return known

    def _record(self, stream_id: str) -> Stream:
        kind, _, key = stream_id.partition("/")
        if STREAMS.get(kind) is None or not key:
            raise SubjectUnknown(stream_id, [(one.KIND, one.WORD[0]) for one in FIGURES])
        return self._turn.named(STREAMS[kind], key)

    def _figures(self, record: Stream) -> Iterator[tuple[Figure, int]]:
        of_kind = FIGURES.get(type(record))
        return iter(()) if of_kind is None else of_kind(self._turn, record)


def _of_fund(turn: DecisionTurn, fund: Fund) -> Iterator[tuple[Figure, int]]:
    yield Figure.RECEIVED, fund.amount_fen
    yield Figure.ALLOCATED, sum(one.kept_fen for one in fund.allocations.values())
    yield Figure.UNALLOCATED, sum(fund.unallocated.levels.values()) + sum(fund.recovered.levels.values())
    yield Figure.PASSED_DOWN, fund.amount_fen - sum(fund.kept().values())
    arrived_fen = sum(sum(one.held().values()) for one in fund.allocations.values())
    paid_fen = sum(one.paid_of_document(fund.document_no) for one in _accounts_of(turn, fund))
    yield Figure.ARRIVED, arrived_fen
    yield Figure.PAID, paid_fen
    yield Figure.BALANCE, arrived_fen - paid_fen


def _accounts_of(turn: DecisionTurn, fund: Fund) -> list[Account]:
    """The accounts on which its money arrived, and those to which money was transferred from there."""
    codes = list(fund.account_codes)
    for code in codes:  # it grows while it is walked: money may be passed on again
        for entry in turn.get(Account, code).transfers.values():
            if isinstance(entry, Account.TransferSent) and entry.to_account_code not in codes:
                codes.append(entry.to_account_code)
    return [turn.get(Account, code) for code in codes]


def _of_account(_turn: DecisionTurn, account: Account) -> Iterator[tuple[Figure, int]]:
    yield Figure.BALANCE, account.balance_fen


def _of_claim(_turn: DecisionTurn, claim: Claim) -> Iterator[tuple[Figure, int]]:
    """What was claimed stands; nothing is approved, accepted or paid of a claim that ended."""
    yield Figure.CLAIMED, claim.amount_fen
    yield Figure.PAID, claim.paid_fen
    if claim.approved_by and not claim.ended:
        yield Figure.APPROVED, claim.approved_fen
    if claim.accepted_by and not claim.ended:
        yield Figure.ACCEPTED, claim.accepted_fen


def _of_project(turn: DecisionTurn, project: Project) -> Iterator[tuple[Figure, int]]:
    """What arrived and was allocated comes from the documents of the plan; before it there is none."""
    yield Figure.ESTIMATE, project.estimate_fen
    if project.phase < Phase.PLANNED:
        return
    purpose = for_project(project.code)
    funds = [turn.get(Fund, document_no) for document_no in dict.fromkeys(no for no, _ in project.plan)]
    arrived_fen = sum(sum(fund.held_for(purpose).values()) for fund in funds)
    paid_fen = total_fen(ProjectMoney(turn).paid(project, *PAID_STAGES))
    yield Figure.PLAN, project.plan_fen
    yield Figure.ALLOCATED, sum(sum(fund.allocated_to(purpose).values()) for fund in funds)
    yield Figure.ARRIVED, arrived_fen
    yield Figure.PAID, paid_fen
    yield Figure.BALANCE, arrived_fen - paid_fen
    yield Figure.MEASURED, project.measured_fen
    if project.contract_no:
        yield Figure.CONTRACT, project.price_fen
    if project.retention_fen:
        yield Figure.RETENTION, project.retention_fen
    if project.phase >= Phase.SETTLED:
        yield Figure.SETTLEMENT, project.settlement_fen
        yield Figure.SAVING, total_fen(project.saving)


def _of_roll(_turn: DecisionTurn, roll: Roll) -> Iterator[tuple[Figure, int]]:
    yield Figure.TOTAL, roll.amount_fen
    paid = [line for line in roll.lines.values() if line.state == CONFIRMED]
    yield Figure.PAID, sum(line.amount_fen - line.paid_back_fen for line in paid)


def _of_gift(_turn: DecisionTurn, gift: Gift) -> Iterator[tuple[Figure, int]]:
    yield Figure.PLEDGED, gift.pledged_fen
    yield Figure.RECEIVED, gift.received_fen
    yield Figure.GOODS, sum(goods.value_fen for goods in gift.stock.values())


FIGURES: dict[type[Stream], Callable[..., Iterator[tuple[Figure, int]]]] = {
    Fund: _of_fund,
    Project: _of_project,
    Claim: _of_claim,
    Account: _of_account,
    Roll: _of_roll,
    Gift: _of_gift,
}
"""The records that have figures for notices."""
