"""Measured work and settlement stay within the contract and its approved changes (计量、结算不超合同)."""

from domain.projects.contract_refusals import ContractCutBelowWork, MeasuredAboveContract, MeasurementPaid
from domain.projects.settlement_refusals import SettlementAboveContract


def measured_stays_within_contract(measured_fen: int, price_fen: int) -> None:
    """Raise MeasuredAboveContract when all measured work would exceed the contract with its changes."""
    if measured_fen > price_fen:
        raise MeasuredAboveContract(measured_fen, price_fen)


def settlement_stays_within_contract(settlement_fen: int, price_fen: int) -> None:
    """Raise SettlementAboveContract when the audited price exceeds the contract with its changes."""
    if settlement_fen > price_fen:
        raise SettlementAboveContract(settlement_fen, price_fen)


def reversed_measurement_is_unpaid(certificate_no: str, payable_fen: int, unpaid_fen: int) -> None:
    """Raise MeasurementPaid when less is unpaid than the certificate made payable."""
    if payable_fen > unpaid_fen:
        raise MeasurementPaid(payable_fen, unpaid_fen, certificate_no)


def contract_keeps_its_work(price_fen: int, measured_fen: int, paid_fen: int) -> None:
    """Raise ContractCutBelowWork when the changed contract would be less than the work measured, or than was paid."""
    used_fen = max(measured_fen, paid_fen)
    if price_fen < used_fen:
        raise ContractCutBelowWork(used_fen, price_fen)
