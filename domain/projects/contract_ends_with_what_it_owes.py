"""A terminated contract is paid for its certified work, no less and no more, before the next one (合同解除结清)."""

from collections.abc import Collection, Sequence

from domain.keys import recorded_spelling
from domain.money.shares import ByChannel
from domain.projects.termination_refusals import (
    AdvanceNotWorkedOff,
    CertificateOfTerminatedContract,
    FormerContractOwed,
    LevelsPassed,
    OwedDiffers,
    SettlementBelowTerminated,
)
from domain.rules.refusals import NumberUsedTwice


def no_level_has_passed(code: str, levels: Sequence[str]) -> None:
    """Raise LevelsPassed when a level of acceptance has passed the works of the contract."""
    if levels:
        raise LevelsPassed(code, levels)


def advance_is_worked_off(advanced: ByChannel, offset: ByChannel) -> None:
    """Raise AdvanceNotWorkedOff for the first channel that has paid more advance than certified work offsets."""
    for channel, advance_fen in advanced.items():
        offset_fen = offset.get(channel, 0)
        if advance_fen > offset_fen:
            raise AdvanceNotWorkedOff(advance_fen, offset_fen, " ".join(channel))


def owed_is_what_is_unpaid(owed_fen: int, certified_fen: int, paid_fen: int) -> None:
    """Raise OwedDiffers unless what is said to be owed is the certified work less what was paid."""
    if owed_fen != certified_fen - paid_fen:
        raise OwedDiffers(owed_fen, certified_fen - paid_fen, certified_fen, paid_fen)


def former_contract_is_paid(contract_no: str, owed_fen: int, unpaid_fen: int) -> None:
    """Raise FormerContractOwed while something of what a terminated contract is owed is unpaid."""
    if unpaid_fen > 0:
        raise FormerContractOwed(owed_fen, owed_fen - unpaid_fen, contract_no)


def contract_number_is_not_of_a_terminated_one(contract_no: str, terminated: Collection[str]) -> None:
    """Raise NumberUsedTwice for the number of a terminated contract, in any spelling."""
    if recorded_spelling(contract_no, terminated) in terminated:
        raise NumberUsedTwice("contract_no", contract_no)


def certificate_is_of_the_contract_in_force(certificate_no: str, terminated: Collection[str]) -> None:
    """Raise CertificateOfTerminatedContract when the certificate was counted in a termination."""
    if certificate_no in terminated:
        raise CertificateOfTerminatedContract(certificate_no)


def settlement_holds_terminated_work(settlement_fen: int, closed_fen: int) -> None:
    """Raise SettlementBelowTerminated when the settlement is less than the work of terminated contracts."""
    if settlement_fen < closed_fen:
        raise SettlementBelowTerminated(settlement_fen, closed_fen)
