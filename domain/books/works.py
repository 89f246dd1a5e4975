"""项目实施业务 (business of works): contract, measuring, acceptance, settlement, hand-over, release."""

from datetime import date

from domain.assets.asset import Asset
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.project_money import ProjectMoney
from domain.keys import business_key
from domain.money.shares import total_fen
from domain.person import person_id
from domain.projects.project import Project
from domain.projects.values import Defect
from domain.rolls.project_is_paid_one_way import project_may_be_contracted
from domain.rulebook.codes import WORK_STAGES
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class WorksDesk(Desk):
    """合同、计量、验收、结算、移交.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    @command
    def contract_project(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        contract_no: str,
        route: str,
        contractor_id: str,
        contractor_name: str,
        price_fen: int,
        signed_on: date,
        ends_on: date,
        defect_months: int,
        awarded_on: date | None = None,
        confirm_unusual: str = "",
    ) -> None:
        """签订合同.

        Raises PersonMisread, PersonalNumber, ProjectPaidByRoll, then what `Project.contract` raises.
        """
        project = turn.get_in_scope(Project, code)
        contractor_id = person_id(contractor_id, "contractor_id")
        facts_hold_no_personal_numbers(contractor_name=contractor_name, confirm_unusual=confirm_unusual)
        money = ProjectMoney(turn)
        standing = [roll.roll_no for roll in money.rolls(project) if roll.stands]
        project_may_be_contracted(project.code, standing)
        project.contract(
            turn.stamp,
            turn.regulations,
            contract_no=contract_no,
            route=route,
            contractor_id=contractor_id,
            contractor_name=contractor_name,
            price_fen=price_fen,
            signed_on=signed_on,
            awarded_on=awarded_on,
            ends_on=ends_on,
            defect_months=defect_months,
            confirm_unusual=confirm_unusual,
            unpaid_fen=total_fen(money.unpaid(project)),
        )

    @command
    def correct_contractor_name(
        self, turn: DecisionTurn, *, code: str, contractor_name: str, reason: str
    ) -> None:
        """更正承包单位名称.

        Raises ReasonMissing, PersonalNumber, then what `Project.correct_contractor_name` raises.
        """
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        facts_hold_no_personal_numbers(contractor_name=contractor_name)
        project.correct_contractor_name(turn.stamp, contractor_name, reason)

    @command
    def start_project(self, turn: DecisionTurn, *, code: str, start_order_no: str, photo_sha256: str) -> None:
        """开工.  Raises what `Project.start` raises."""
        turn.get_in_scope(Project, code).start(turn.stamp, start_order_no, photo_sha256)

    @command
    def measure_work(
        self, turn: DecisionTurn, *, code: str, certificate_no: str, amount_fen: int, work: str
    ) -> None:
        """计量.  Raises PersonalNumber, KeyMisread, then what `Project.measure` raises."""
        project = turn.get_in_scope(Project, code)
        facts_hold_no_personal_numbers(work=work)
        number = business_key(certificate_no, "certificate_no")
        project.measure(turn.stamp, number, amount_fen, work, ProjectMoney(turn).advance_left(project))

    @command
    def reverse_measurement(self, turn: DecisionTurn, *, code: str, certificate_no: str, reason: str) -> None:
        """冲销计量.

        Raises ReasonMissing, PersonalNumber, then what `Project.reverse_measurement` raises.
        """
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        paid = ProjectMoney(turn).paid(project, *WORK_STAGES)
        project.reverse_measurement(turn.stamp, certificate_no, reason, paid)

    @command
    def complete_project(self, turn: DecisionTurn, *, code: str, report_no: str) -> None:
        """完工.  Raises what `Project.complete` raises."""
        turn.get_in_scope(Project, code).complete(turn.stamp, report_no)

    @command
    def pass_acceptance(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        level: str,
        form_no: str,
        acceptors: tuple[str, ...],
        representatives: int,
        verdict: str,
    ) -> None:
        """验收合格.  Raises PersonMisread, PersonalNumber, then what `Project.pass_acceptance` raises."""
        project = turn.get_in_scope(Project, code)
        acceptors = tuple(person_id(acceptor, "acceptors") for acceptor in acceptors)
        facts_hold_no_personal_numbers(verdict=verdict)
        project.pass_acceptance(
            turn.stamp,
            turn.regulations,
            level=level,
            form_no=form_no,
            acceptors=acceptors,
            representatives=representatives,
            verdict=verdict,
        )

    @command
    def reject_acceptance(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        level: str,
        form_no: str,
        acceptors: tuple[str, ...],
        defects: tuple[Defect, ...],
        rectify_by_on: date,
    ) -> None:
        """验收不合格.  Raises PersonMisread, PersonalNumber, then what `Project.reject_acceptance` raises."""
        project = turn.get_in_scope(Project, code)
        acceptors = tuple(person_id(acceptor, "acceptors") for acceptor in acceptors)
        facts_hold_no_personal_numbers(**{defect.no: defect.text for defect in defects})
        project.reject_acceptance(
            turn.stamp,
            turn.regulations,
            level=level,
            form_no=form_no,
            acceptors=acceptors,
            defects=defects,
            rectify_by_on=rectify_by_on,
        )

    @command
    def rectify_defects(
        self, turn: DecisionTurn, *, code: str, level: str, defect_nos: tuple[str, ...], evidence_sha256: str
    ) -> None:
        """登记整改.  Raises what `Project.rectify` raises."""
        turn.get_in_scope(Project, code).rectify(turn.stamp, level, defect_nos, evidence_sha256)

    @command
    def settle_project(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        audit_no: str,
        auditor_unit: str,
        settlement_fen: int,
        retention_bp: int | None = None,
    ) -> None:
        """结算审定, with its retention; without `retention_bp` the payment scheme says the rate.

        Raises what `Project.settle` raises.
        """
        project = turn.get_in_scope(Project, code)
        project.settle(
            turn.stamp,
            turn.regulations,
            turn.rulebook,
            audit_no=audit_no,
            auditor_unit=auditor_unit,
            settlement_fen=settlement_fen,
            retention_bp=retention_bp,
            advance_left=ProjectMoney(turn).advance_left(project),
        )

    @command
    def hand_over_project(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        asset_no: str,
        asset_class: str,
        owner_level: str,
        owner: str,
        keeper: str,
    ) -> None:
        """移交.

        Raises SourceNotArrived, KeyMisread, NumberAmbiguous and AlreadyRecorded for an asset number, then what
        `Project.hand_over` raises.
        """
        project, stamp = turn.get_in_scope(Project, code), turn.stamp
        ProjectMoney(turn).check_settlement_arrived(project)
        if asset_no.strip():
            asset_no = turn.recorded_number(Asset, business_key(asset_no, "asset_no"))
            turn.find(Asset, asset_no).register(stamp, asset_no, project.code)
        project.hand_over(
            stamp,
            asset_no=asset_no,
            asset_class=asset_class,
            owner_level=owner_level,
            owner=owner,
            keeper=keeper,
        )

    @command
    def release_retention(
        self, turn: DecisionTurn, *, code: str, inspection_no: str, inspected_on: date
    ) -> None:
        """质保期满验收.  Raises what `Project.release_retention` raises."""
        turn.get_in_scope(Project, code).release_retention(turn.stamp, inspection_no, inspected_on)
