"""演示项目 (a project of the demo): what it is, and the rules it is judged by."""

from dataclasses import dataclass

from domain.money.fen import basis_points
from domain.projects.values import Target
from domain.rulebook.regulations import Regulations


@dataclass(frozen=True)
class Work:
    """One project; `account_code` is empty where no money of it moves."""

    regulations: Regulations
    code: str
    name: str
    use: str
    kind: str
    place_code: str
    unit: str
    proposer: str
    content: str
    beneficiaries: str
    estimate_fen: int
    target: Target
    scheme: str
    budget_code: str
    account_code: str = ""

    def retention_fen(self, settlement_fen: int) -> int:
        """What the payment scheme keeps of a settlement."""
        return basis_points(settlement_fen, self.regulations.scheme(self.scheme).retention_bp)
