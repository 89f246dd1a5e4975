"""项目事实 (facts of projects): what can happen to a project, in the order in which it lives."""

from dataclasses import dataclass
from datetime import date

from domain.fact import Fact
from domain.money.sources import SourceShare
from domain.projects.reversal_facts import ProjectReversals
from domain.projects.values import DecisionStep, Defect, Target


class ProjectFacts(ProjectReversals):
    """What is recorded of a project; `Project` gives each by its own name, as `Project.Proposed`."""

    # 申报、入库 intake

    @dataclass(frozen=True, kw_only=True)
    class Proposed(Fact):
        """项目申报: a project was proposed.  `kind` is works, goods, services, subsidy or training."""

        TOPIC = "project.proposed"
        OPENS = True
        code: str
        name: str
        use: str
        kind: str
        place_code: str
        implementing_unit: str
        proposer_unit: str
        content: str
        beneficiaries: str
        nature: str
        estimate_fen: int

    @dataclass(frozen=True, kw_only=True)
    class VillageDecided(Fact):
        """村级民主决策: the village decided by the steps of a checklist (四议两公开)."""

        TOPIC = "project.village_decided"
        checklist: str
        steps: tuple[DecisionStep, ...]

    @dataclass(frozen=True, kw_only=True)
    class Reviewed(Fact):
        """乡镇审核: the town examined truth, need and cost."""

        TOPIC = "project.reviewed"
        level: str
        opinion: str

    @dataclass(frozen=True, kw_only=True)
    class Appraised(Fact):
        """部门论证: the county departments appraised the project and its estimate."""

        TOPIC = "project.appraised"
        unit: str
        opinion: str
        estimate_fen: int

    @dataclass(frozen=True, kw_only=True)
    class EnteredLibrary(Fact):
        """入库: the project entered the project library with its performance targets."""

        TOPIC = "project.entered_library"
        library_no: str
        targets: tuple[Target, ...]

    # 计划、批复 plan

    @dataclass(frozen=True, kw_only=True)
    class Planned(Fact):
        """列入计划: the project was given money, source by source.  `scheme` is a payment scheme of the rulebook."""

        TOPIC = "project.planned"
        plan_no: str
        year: int
        budget_code: str
        plan_fen: int
        sources: tuple[SourceShare, ...]
        scheme: str
        starts_on: date
        ends_on: date

    @dataclass(frozen=True, kw_only=True)
    class Approved(Fact):
        """批复: the implementing plan was approved."""

        TOPIC = "project.approved"
        approval_no: str

    # 合同、计量、完工 works

    @dataclass(frozen=True, kw_only=True)
    class Contracted(Fact):
        """签订合同: the works were contracted, or taken on by the village itself (route self_build).

        `confirm_unusual` says why a price far below the plan is right.
        """

        TOPIC = "project.contracted"
        contract_no: str
        route: str
        contractor_id: str
        contractor_name: str
        price_fen: int
        signed_on: date
        awarded_on: date | None
        ends_on: date
        defect_months: int
        confirm_unusual: str = ""

    @dataclass(frozen=True, kw_only=True)
    class Started(Fact):
        """开工: work began on a start order."""

        TOPIC = "project.started"
        start_order_no: str
        photo_sha256: str

    @dataclass(frozen=True, kw_only=True)
    class WorkMeasured(Fact):
        """计量: done work was certified.  The offset and the payable parts together are the amount."""

        TOPIC = "project.work_measured"
        certificate_no: str
        amount_fen: int
        work: str
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class MeasurementReversed(Fact):
        """计量冲销: a certificate was taken back whole; amounts are those of the certificate."""

        TOPIC = "project.measurement_reversed"
        certificate_no: str
        amount_fen: int
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class Completed(Fact):
        """完工: the implementing unit reported completion."""

        TOPIC = "project.completed"
        report_no: str

    # 验收 acceptance

    @dataclass(frozen=True, kw_only=True)
    class AcceptancePassed(Fact):
        """验收合格: a level passed the work.  `acceptors` are person ids; `last_level` tells that it was the last."""

        TOPIC = "project.acceptance_passed"
        level: str
        form_no: str
        acceptors: tuple[str, ...]
        representatives: int
        verdict: str
        last_level: bool = False

    @dataclass(frozen=True, kw_only=True)
    class AcceptanceRejected(Fact):
        """验收不合格: a level found defects, to be rectified by a day."""

        TOPIC = "project.acceptance_rejected"
        level: str
        form_no: str
        acceptors: tuple[str, ...]
        defects: tuple[Defect, ...]
        rectify_by_on: date

    @dataclass(frozen=True, kw_only=True)
    class DefectsRectified(Fact):
        """整改: defects of a level were put right."""

        TOPIC = "project.defects_rectified"
        level: str
        defect_nos: tuple[str, ...]
        evidence_sha256: str

    # 结算、移交、质保 settlement

    @dataclass(frozen=True, kw_only=True)
    class Settled(Fact):
        """结算审定: the price audit fixed the settlement.  Both splits are signed: settlement less measured work."""

        TOPIC = "project.settled"
        audit_no: str
        auditor_unit: str
        settlement_fen: int
        advance_offset: tuple[SourceShare, ...]
        payable: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class RetentionHeld(Fact):
        """预留质保金: a part of the payables is kept until the defect period is over."""

        TOPIC = "project.retention_held"
        retention: tuple[SourceShare, ...]
        retention_fen: int
        retention_bp: int
        base: str
        release_from_on: date

    @dataclass(frozen=True, kw_only=True)
    class HandedOver(Fact):
        """移交: the asset has an owner and a keeper.  `asset_class` is operating, public, household or none."""

        TOPIC = "project.handed_over"
        asset_no: str
        asset_class: str
        owner_level: str
        owner: str
        keeper: str
        value_fen: int
        sources: tuple[SourceShare, ...]

    @dataclass(frozen=True, kw_only=True)
    class RetentionReleased(Fact):
        """质保期满验收: the period is over and the inspection found no defect; the retention may be claimed."""

        TOPIC = "project.retention_released"
        inspection_no: str
        inspected_on: date

    # 名称更正 corrected names

    @dataclass(frozen=True, kw_only=True)
    class NameCorrected(Fact):
        """项目名称更正: the name was recorded wrongly; both are shown."""

        TOPIC = "project.name_corrected"
        former_name: str
        name: str
        reason: str

    @dataclass(frozen=True, kw_only=True)
    class ContractorNameCorrected(Fact):
        """承包单位名称更正: the contract names its contractor otherwise; both names are shown."""

        TOPIC = "project.contractor_name_corrected"
        contract_no: str
        former_contractor_name: str
        contractor_name: str
        reason: str

    # 调整、中止、终止 changes

    @dataclass(frozen=True, kw_only=True)
    class Changed(Fact):
        """项目调整: plan, contract, content, place or period was changed.

        `sources` and both amounts are signed; `share_bp` is all changes so far against the first figure.
        """

        TOPIC = "project.changed"
        change_no: str
        subject: str
        plan_change_fen: int
        sources: tuple[SourceShare, ...]
        contract_change_fen: int
        share_bp: int
        approval_no: str
        reason: str
        text: str

    @dataclass(frozen=True, kw_only=True)
    class Suspended(Fact):
        """中止: the project rests until it is resumed."""

        TOPIC = "project.suspended"
        reason: str
        decision_no: str

    @dataclass(frozen=True, kw_only=True)
    class Resumed(Fact):
        """恢复: a suspended project goes on."""

        TOPIC = "project.resumed"
        reason: str
        decision_no: str

    @dataclass(frozen=True, kw_only=True)
    class Ended(Fact):
        """终止: the project is given up before its settlement."""

        TOPIC = "project.ended"
        reason: str
        decision_no: str

    @dataclass(frozen=True, kw_only=True)
    class HouseholdClosed(Fact):
        """到户项目办结: a project that pays households is done; `saving` of its plan may be recovered, by source."""

        TOPIC = "project.household_closed"
        paid_fen: int
        paid: tuple[SourceShare, ...]
        saving_fen: int
        saving: tuple[SourceShare, ...]

    # 报账、花名册 payment

    @dataclass(frozen=True, kw_only=True)
    class ClaimOpened(Fact):
        """申请报账: a claim was made on this project; recorded together with `claim.submitted`."""

        TOPIC = "project.claim_opened"
        claim_no: str
        stage: str

    @dataclass(frozen=True, kw_only=True)
    class RollOpened(Fact):
        """列入花名册: a roll was drawn up for this project; recorded together with `roll.drawn_up`."""

        TOPIC = "project.roll_opened"
        roll_no: str
