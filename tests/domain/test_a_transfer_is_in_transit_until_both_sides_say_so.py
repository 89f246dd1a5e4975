"""账户间调拨: sent by one side, received by the other, in neither account between; every step has its way back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from domain.accounts.payment_refusals import VoucherUsed
from domain.accounts.refusals import (
    AccountClosed,
    AccountNotEmpty,
    ArrivalSpent,
    SourceNotArrived,
    TransferAboveHeld,
    TransferSpent,
)
from domain.accounts.statement import StatementLine
from domain.books.books import Books
from domain.funds.refusals import AllocationUnknown
from domain.keys import KeyMisread
from domain.money.refusals import SourcesDoNotAddUp
from domain.notices.figure_refusals import FigureDiffers
from domain.notices.notice_amount import NoticeAmount
from domain.refusal import AlreadyRecorded, OutsideScope, Refusal, UnknownRecord
from domain.rules.refusals import (
    DatedBeforeFormerStep,
    DatesOutOfOrder,
    PersonalNumber,
    PersonOnBothSides,
    ReasonMissing,
)
from domain.transfers.refusals import TransferNotAtThisStep, TransferOnItsWay, TransferToItself
from tests.domain.project_papers import ACCOUNT, COUNTY, FUND, HASH, PAYER, YUAN, day
from tests.domain.refusing import refused
from tests.domain.transfer_story import (
    CENTRAL,
    FEE,
    LATER,
    OTHER_PAYER,
    PROVINCIAL,
    RECEIVED_ON,
    SENT_ON,
    TOWN,
    TOWN_ACCOUNT,
    TOWN_PAYER,
    TransferStory,
)
from tests.given.notices import a_notice, texts_for

ALL = CENTRAL + PROVINCIAL


@pytest.fixture
def story(books: Books) -> TransferStory:
    return TransferStory(books).ready()


# The way of the money


def test_money_is_spent_where_it_was_received_and_stays_the_money_of_its_fund(story: TransferStory) -> None:
    at_home, in_town = story.claims(ACCOUNT, ALL), story.claims(TOWN_ACCOUNT, ALL)
    story.sends()
    assert story.held == (0, 0)
    for claim_no in (at_home, in_town):
        with refused(story, SourceNotArrived, limit_fen=0):
            story.pays(claim_no, ALL, LATER)
    story.receives_transfer()
    assert story.held == (0, ALL)
    assert story.account_of(TOWN_ACCOUNT).available(FEE) == {
        (FUND, "central"): CENTRAL,
        (FUND, "provincial"): PROVINCIAL,
    }
    story.pays(in_town, ALL, LATER)
    assert story.held == (0, 0)


def test_a_notice_of_the_fund_counts_what_was_paid_where_the_money_was_sent(story: TransferStory) -> None:
    in_town = story.claims(TOWN_ACCOUNT, ALL)
    story.sends()
    story.receives_transfer()
    story.pays(in_town, ALL, LATER)
    kind = story.regulations.notice_kind("allocation_result")
    with refused(story, FigureDiffers, figure="paid", books_fen=ALL):
        story.books.draft_notice(
            story.act("u-publisher", LATER),
            **a_notice(
                "GS-1",
                kind.code,
                f"fund/{FUND}",
                level="county",
                place_code=COUNTY,
                fields=texts_for(kind),
                amounts=(NoticeAmount("已支付", 1, "paid"),),
            ),
        )


def test_a_part_is_sent_and_the_rest_is_spent_at_home(story: TransferStory) -> None:
    story.sends(central_fen=1_000 * YUAN, provincial_fen=0)
    story.spends(ACCOUNT, ALL - 1_000 * YUAN)
    with refused(story, TransferAboveHeld, asked_fen=1, limit_fen=0):
        story.sends("DB-2", 1, 0, on=LATER)
    story.receives_transfer(on=LATER)
    assert story.held == (0, 1_000 * YUAN)


def test_the_town_may_send_it_back_by_a_transfer_of_its_own(story: TransferStory) -> None:
    story.sends()
    story.receives_transfer()
    story.sends("DB-2", by=TOWN_PAYER, on=LATER, from_account_code=TOWN_ACCOUNT, to=ACCOUNT)
    story.receives_transfer("DB-2", by=PAYER, on=LATER, scope="511703")
    assert story.held == (ALL, 0)
    story.spends(ACCOUNT, ALL)


def test_surplus_is_recovered_from_the_account_where_it_lies(story: TransferStory) -> None:
    story.sends()
    story.receives_transfer()
    story.recovers(
        "缴-1", CENTRAL, PROVINCIAL, on=LATER, allocation_no=story.allocation_no, account_code=TOWN_ACCOUNT
    )
    assert story.held == (0, 0)


# Every way back


def test_the_sender_withdraws_what_was_not_received(story: TransferStory) -> None:
    story.sends()
    story.withdraws()
    assert (story.held, story.transfer().state) == ((ALL, 0), "withdrawn")
    story.sends("DB-2", on=LATER)


def test_the_receiver_refuses_and_the_sender_has_it_when_it_is_back(story: TransferStory) -> None:
    story.sends()
    story.refuses()
    assert story.held == (0, 0)
    with refused(story, TransferNotAtThisStep, wanted="on its way"):
        story.receives_transfer(on=LATER)
    story.takes_back()
    assert (story.held, story.transfer().state) == ((ALL, 0), "came_back")
    story.spends(ACCOUNT, ALL)


def test_a_receipt_is_reversed_while_nothing_stands_on_it_and_the_money_is_in_transit_again(
    story: TransferStory,
) -> None:
    story.sends()
    story.receives_transfer()
    story.reverses_receipt()
    assert (story.held, story.transfer().state) == ((0, 0), "sent")
    story.receives_transfer(on=LATER)
    assert story.held == (0, ALL)


def test_a_receipt_that_was_spent_stays_until_the_payment_is_taken_back(story: TransferStory) -> None:
    story.sends()
    story.receives_transfer()
    payment_no = story.spends(TOWN_ACCOUNT, 100 * YUAN)
    with refused(story, TransferSpent, asked_fen=CENTRAL):
        story.reverses_receipt()
    story.books.reverse_payment(
        story.act(PAYER, LATER), code=TOWN_ACCOUNT, payment_no=payment_no, reason="误登"
    )
    story.reverses_receipt()
    assert story.held == (0, 0)


def test_an_arrival_that_was_sent_on_is_not_reversed(story: TransferStory) -> None:
    story.sends()
    with refused(story, ArrivalSpent, asked_fen=CENTRAL, limit_fen=0):
        story.reverses_arrival(next(iter(story.account.arrivals))[1], LATER)


# What is refused


@pytest.mark.parametrize(
    ("step", "needs"),
    [
        (TransferStory.withdraws, "on its way"),
        (TransferStory.refuses, "on its way"),
        (TransferStory.receives_transfer, "on its way"),
        (TransferStory.takes_back, "refused, on its way back"),
    ],
)
def test_a_step_is_taken_once_and_in_order(
    story: TransferStory, step: Callable[[TransferStory], object], needs: str
) -> None:
    story.sends()
    story.receives_transfer()
    with refused(story, TransferNotAtThisStep, state="received", wanted=needs, transfer_no="DB-1"):
        step(story)
    story.reverses_receipt()
    with refused(story, TransferNotAtThisStep, state="on its way", wanted="received"):
        story.reverses_receipt()
    story.withdraws(on=LATER)
    with refused(story, TransferNotAtThisStep, state="withdrawn", wanted=needs):
        step(story)


def test_nobody_receives_or_refuses_what_the_same_person_sent(story: TransferStory) -> None:
    story.sends(by=TOWN_PAYER)
    for step in (story.receives_transfer, story.refuses):
        with refused(story, PersonOnBothSides, person=TOWN_PAYER, other="sending of the transfer"):
            step()
    story.refuses(by=OTHER_PAYER)
    with refused(story, PersonOnBothSides, person=OTHER_PAYER, other="receipt of the transfer"):
        story.takes_back(by=OTHER_PAYER)


def test_each_side_moves_its_own_account_only(story: TransferStory) -> None:
    village = "511703101201"
    story.sends()
    with refused(story, OutsideScope, place_code=TOWN):
        story.receives_transfer(scope=village)
    with refused(story, OutsideScope, place_code="511703"):
        story.withdraws(scope=TOWN)
    with refused(story, OutsideScope, place_code="511703"):
        story.books.send_transfer(
            story.act(TOWN_PAYER, SENT_ON, TOWN),
            transfer_no="DB-2",
            decision_no="1",
            document_no=FUND,
            allocation_no=story.allocation_no,
            from_account_code=ACCOUNT,
            to_account_code=TOWN_ACCOUNT,
            voucher_no="V",
            sources=(),
            amount_fen=1,
        )


def test_an_order_that_does_not_fit_is_refused_before_the_money_moves(story: TransferStory) -> None:
    with refused(story, TransferToItself, account_code=ACCOUNT):
        story.sends(to=ACCOUNT)
    with refused(story, UnknownRecord, stream="account/ZZ-99"):
        story.sends(to="ZZ-99")
    with refused(story, AllocationUnknown):
        story.sends(allocation_no="无")
    with refused(story, KeyMisread):
        story.sends("a/b")
    with refused(story, SourcesDoNotAddUp, sum_fen=ALL, amount_fen=ALL + 1):
        story.sends(amount_fen=ALL + 1)
    with refused(story, TransferAboveHeld, asked_fen=CENTRAL + 1, limit_fen=CENTRAL):
        story.sends(central_fen=CENTRAL + 1)
    with refused(story, DatesOutOfOrder):
        story.sends(on=day("2024-01-31"))
    story.sends(voucher_no="调-1", central_fen=1, provincial_fen=0)
    with refused(story, AlreadyRecorded, stream="transfer/DB-1"):
        story.sends("ＤＢ-１")
    with refused(story, VoucherUsed, voucher_no="调-1"):
        story.sends("DB-2", 1, 0, voucher_no="调-1")
    story.receives_transfer(voucher_no="收-1")
    story.sends("DB-3", 1, 0)
    with refused(story, VoucherUsed, voucher_no="收-1"):
        story.receives_transfer("DB-3", voucher_no="收-1")


def test_no_step_is_dated_before_the_one_it_follows(story: TransferStory) -> None:
    story.sends()
    before = day("2024-03-27")
    for step in (story.receives_transfer, story.refuses, story.withdraws):
        with refused(story, DatedBeforeFormerStep, effective_on=str(before), latest_on=str(SENT_ON)):
            step(on=before)
    story.receives_transfer()
    with refused(story, DatedBeforeFormerStep):
        story.reverses_receipt(on=SENT_ON)


def test_what_takes_a_step_back_says_why_without_the_number_of_a_person(story: TransferStory) -> None:
    story.sends()
    for step in (story.withdraws, story.refuses):
        with refused(story, ReasonMissing):
            step(reason=" ")
        with refused(story, PersonalNumber):
            step(reason="问13800138000")
    story.receives_transfer()
    with refused(story, ReasonMissing):
        story.reverses_receipt(reason="")


def test_money_goes_to_no_closed_account_and_none_closes_while_it_waits(story: TransferStory) -> None:
    def close(code: str, on: date = RECEIVED_ON) -> None:
        story.books.close_account(story.act(on=on), code=code, reason="并户")

    story.sends()
    for code in (ACCOUNT, TOWN_ACCOUNT):
        with refused(story, TransferOnItsWay, account_code=code, transfer_no="DB-1", amount_fen=ALL):
            close(code)
    story.withdraws()
    with refused(story, AccountNotEmpty):
        close(ACCOUNT)
    close(TOWN_ACCOUNT)
    with refused(story, AccountClosed, account_code=TOWN_ACCOUNT):
        story.sends("DB-2", on=LATER)


# Two persons at once


def test_of_two_persons_who_send_receive_or_withdraw_at_once_one_is_refused(story: TransferStory) -> None:
    def at_once(*asks: Callable[[], object]) -> list[object]:
        def outcome(ask: Callable[[], object]) -> object:
            try:
                return ask() and "recorded"
            except Refusal as refusal:
                return type(refusal)

        with ThreadPoolExecutor(len(asks)) as persons:
            return sorted(persons.map(outcome, asks), key=str)

    assert at_once(*[lambda: story.sends(voucher_no="调-1")] * 8) == [AlreadyRecorded] * 7 + ["recorded"]
    assert at_once(*[lambda: story.receives_transfer(voucher_no="收-1")] * 8) == [
        *[TransferNotAtThisStep] * 7,
        "recorded",
    ]
    story.reverses_receipt()
    assert at_once(lambda: story.withdraws(on=LATER), lambda: story.receives_transfer(on=LATER)) == [
        TransferNotAtThisStep,
        "recorded",
    ]
    assert sum(story.held) == ALL


# The bank's side


def test_a_statement_shows_each_side_what_its_own_bank_did(story: TransferStory) -> None:
    story.sends(voucher_no="调-1")
    story.receives_transfer(voucher_no="收-1")
    for code, voucher_no, signed_fen in ((ACCOUNT, "调-1", -ALL), (TOWN_ACCOUNT, "收-1", ALL)):
        earlier_fen = ALL if code == ACCOUNT else 0
        arrived = [StatementLine(next(iter(story.account.arrivals))[1], day("2024-02-01"), ALL)]
        lines = [*(arrived if earlier_fen else ()), StatementLine(voucher_no, SENT_ON, signed_fen)]
        story.books.reconcile_account(
            story.act(on=LATER),
            code=code,
            statement_on=LATER,
            bank_balance_fen=earlier_fen + signed_fen,
            statement_sha256=HASH,
            lines=lines,
        )
        assert story.account_of(code).outstanding.entries == {}


def test_what_was_withdrawn_before_the_bank_saw_it_is_no_difference(story: TransferStory) -> None:
    open_before = set(story.account.outstanding.entries)
    story.sends()
    story.withdraws()
    assert set(story.account.outstanding.entries) == open_before
