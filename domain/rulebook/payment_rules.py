"""付款参数 (parameters of payments): what may be paid when, on which papers, and what is kept back."""

from dataclasses import dataclass

from domain.money.fen import basis_points


@dataclass(frozen=True)
class SchemeStage:
    """One row of a payment scheme: from here on, payments together may reach `share_bp` of a base.

    stage         advance | progress | settlement | retention are claimed; roll is paid to persons, by a roll.
    of            contract | measured | audited | plan: the base, all in fen.
    needs         conditions that must all hold: plan_approved, contract_signed, started, half_done, completed,
                  accepted_town, accepted_all, settled, notice_closed, defect_period_over.
    base_cap_fen  the base counts only up to here; 0 means no such limit.
    least_bp      an approval may not leave a claim below this share of the base; 0 means no such limit.
    """

    stage: str
    share_bp: int
    of: str
    needs: tuple[str, ...]
    base_cap_fen: int = 0
    least_bp: int = 0

    def ceiling_fen(self, base_fen: int) -> int:
        """What payments together may reach by this row, rounded down to the fen."""
        return basis_points(self._counted_fen(base_fen), self.share_bp)

    def least_fen(self, base_fen: int) -> int:
        """What payments together must reach by this row, rounded down to the fen as the ceiling is."""
        return basis_points(self._counted_fen(base_fen), self.least_bp)

    def _counted_fen(self, base_fen: int) -> int:
        return min(base_fen, self.base_cap_fen) if self.base_cap_fen else base_fen


@dataclass(frozen=True)
class PaymentScheme:
    """报账付款方案: which share may be paid when, cumulatively, and what is kept as retention (质量保证金).

    retention_bp is held at settlement from `retention_base` (settlement | contract | subsidy) for `retention_months`.
    """

    code: str
    name: str
    stages: tuple[SchemeStage, ...]
    retention_bp: int
    retention_base: str
    retention_months: int
    source: str

    def rows(self, stage: str) -> tuple[SchemeStage, ...]:
        """The rows of one stage, in their order."""
        return tuple([row for row in self.stages if row.stage == stage])

    def stages_waiting_for(self, need: str) -> set[str]:
        """The stages of which a row waits for this condition."""
        return {row.stage for row in self.stages if need in row.needs}


@dataclass(frozen=True)
class RetentionRule:
    """质保金上限: no scheme may hold more than `cap_bp` of `base`, nor longer than `months_max`."""

    cap_bp: int
    base: str
    months_max: int
    source: str


@dataclass(frozen=True)
class ClaimDocuments:
    """报账资料: the kinds of paper that a claim of a stage must bring."""

    stage: str
    kinds: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class PaidAgain:
    """同期多次发放: money of this use may be paid to a person several times for one project and period."""

    use: str
    source: str
