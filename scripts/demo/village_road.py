"""演示 (practice): a village's road is built and paid from the town's account, to which the county's sends the money.

One transfer was received, one is still in transit and cannot be spent.  A certificate and a payment that were
recorded wrongly are reversed, each with its reason.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from scripts.demo.case import Case
from scripts.demo.claim_path import approve_claim, submit_claim
from scripts.demo.clerk import APPROVER, PAYER, RECORDER, TOWN_PAYER, Clerk
from scripts.demo.money_path import Sources, arrive
from scripts.demo.papers import total_fen
from scripts.demo.project_path import Contract, contract_and_start
from scripts.demo.work import Work


def build(clerk: Clerk, case: Case, document_no: str, work: Work, given: Sources) -> None:
    """Build the road until the money for its second part is on its way."""
    _open_accounts(clerk, case)
    arrive(clerk, case, document_no, replace(work, account_code=case.text("account_code")), given)
    _contract(clerk, case, work)
    first, second = case.assumed["transfers"]
    _send(clerk, case, document_no, work, first)
    _receive(clerk, first)
    for name in ("first", "twice"):
        _measure(clerk, case, work, name)
    _reverse_the_double(clerk, case, work)
    _pay(clerk, case, work)
    _measure(clerk, case, work, "second")
    claim_no = _claim(clerk, case, work, "second")
    _send(clerk, case, document_no, work, second)
    _ask_for_what_is_in_transit(clerk, case, claim_no)


def _open_accounts(clerk: Clerk, case: Case) -> None:
    """Open the special account of the county and the special ledger of the town."""
    county, town = case.text("place_code"), case.text("town_code")
    for code, name, mode, place_code, holder in (
        (case.text("account_code"), "演示县衔接资金专户", "special_account", county, "演示县财政局"),
        (case.text("town_account_code"), "演示甲镇衔接资金专账", "special_ledger", town, "演示甲镇财政所"),
    ):
        clerk.act(
            APPROVER,
            case.day("received_on"),
            clerk.books.open_account,
            code=code,
            name=name,
            mode=mode,
            place_code=place_code,
            holder_unit=holder,
            bank="演示银行",
            approval_no=case.text("approval_no"),
            interest_owner="treasury",
        )


def _contract(clerk: Clerk, case: Case, work: Work) -> None:
    """Sign the contract, start, and correct the name of the contractor."""
    contract = Contract(
        contractor=case.text("contractor_mistyped"),
        price_fen=case.fen(case.text("contract")),
        route="inquiry",
        awarded_on=case.day("awarded_on"),
        signed_on=case.day("signed_on"),
        ends_on=case.day("ends_on"),
    )
    contract_and_start(clerk, work, contract, case.day("started_on"))
    clerk.act(
        RECORDER,
        case.day("contractor_corrected_on"),
        clerk.books.correct_contractor_name,
        code=work.code,
        contractor_name=case.text("contractor"),
        reason=case.text("contractor_reason"),
    )


def _send(clerk: Clerk, case: Case, document_no: str, work: Work, transfer: dict[str, Any]) -> None:
    """Send money of the road from the county's account to the town's."""
    sources = case.split(transfer["sources"])
    clerk.act(
        PAYER,
        date.fromisoformat(transfer["sent_on"]),
        clerk.books.send_transfer,
        transfer_no=transfer["number"],
        decision_no=case.text("transfer_decision"),
        document_no=document_no,
        allocation_no=work.code,
        from_account_code=case.text("account_code"),
        to_account_code=work.account_code,
        voucher_no=f"{transfer['number']}-转出",
        sources=sources,
        amount_fen=total_fen(sources),
    )


def _receive(clerk: Clerk, transfer: dict[str, Any]) -> None:
    """Confirm at the town that the money came."""
    clerk.act(
        TOWN_PAYER,
        date.fromisoformat(transfer["received_on"]),
        clerk.books.receive_transfer,
        transfer_no=transfer["number"],
        voucher_no=f"{transfer['number']}-转入",
    )


def _measure(clerk: Clerk, case: Case, work: Work, name: str) -> None:
    """Certify work done."""
    measured = case.assumed["measured"][name]
    clerk.act(
        RECORDER,
        date.fromisoformat(measured["on"]),
        clerk.books.measure_work,
        code=work.code,
        certificate_no=measured["number"],
        amount_fen=case.fen(measured["amount"]),
        work=measured["work"],
    )


def _reverse_the_double(clerk: Clerk, case: Case, work: Work) -> None:
    """Reverse the certificate of work that was certified before."""
    clerk.act(
        RECORDER,
        case.day("twice_reversed_on"),
        clerk.books.reverse_measurement,
        code=work.code,
        certificate_no=case.assumed["measured"]["twice"]["number"],
        reason=case.text("twice_reason"),
    )


def _claim(clerk: Clerk, case: Case, work: Work, name: str) -> str:
    """Hand in the claim for a part of the road; its number."""
    claim = case.assumed["claims"][name]
    submit_claim(
        clerk,
        work,
        claim["number"],
        "progress",
        case.fen(claim["amount"]),
        date.fromisoformat(claim["on"]),
        payee=case.text("contractor"),
    )
    number: str = claim["number"]
    return number


def _pay(clerk: Clerk, case: Case, work: Work) -> None:
    """Pay the first part; the amount was typed wrongly at first, and that payment is reversed."""
    claim_no, fen = _claim(clerk, case, work, "first"), _claimed_fen(case, "first")
    paid_on, reversed_on = case.day("paid_on"), case.day("payment_reversed_on")
    approve_claim(clerk, claim_no, fen, paid_on)
    wrong = _payment(claim_no, "误付", case.fen(case.text("paid_wrongly")))
    clerk.act(TOWN_PAYER, paid_on, clerk.books.pay_claim, **wrong)
    clerk.act(
        TOWN_PAYER,
        reversed_on,
        clerk.books.reverse_payment,
        code=work.account_code,
        payment_no=wrong["payment_no"],
        reason=case.text("payment_reason"),
    )
    clerk.act(TOWN_PAYER, reversed_on, clerk.books.pay_claim, **_payment(claim_no, "付", fen))


def _ask_for_what_is_in_transit(clerk: Clerk, case: Case, claim_no: str) -> None:
    """Ask to pay the second part before the town has confirmed the second transfer: refused."""
    fen, on = _claimed_fen(case, "second"), case.day("refused_on")
    approve_claim(clerk, claim_no, fen, on)
    payment = _payment(claim_no, "付", fen)
    clerk.refused("source_not_arrived", TOWN_PAYER, on, clerk.books.pay_claim, **payment)


def _claimed_fen(case: Case, name: str) -> int:
    return case.fen(case.assumed["claims"][name]["amount"])


def _payment(claim_no: str, mark: str, fen: int) -> dict[str, Any]:
    """The fields of a payment of a claim, its numbers made from the claim's."""
    number = f"{claim_no}-{mark}"
    return {"claim_no": claim_no, "payment_no": number, "voucher_no": f"{number}-凭", "amount_fen": fen}
