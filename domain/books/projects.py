"""项目前期业务 (business of projects before and beside the works): proposal to approval, and change."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from domain.accounts.cash import for_project
from domain.books.desk.command import command
from domain.books.desk.desk import Desk
from domain.books.desk.turn import DecisionTurn
from domain.books.parts.notices_about import NoticesAbout
from domain.books.parts.project_money import ProjectMoney
from domain.funds.fund import Fund
from domain.keys import business_key
from domain.money.fen import check_amount
from domain.money.shares import Channel, by_channel, total_fen
from domain.money.sources import SourceShare
from domain.projects.plan_is_covered_by_its_sources import plan_is_covered_by_its_sources
from domain.projects.plan_keeps_the_code_of_its_money import plan_keeps_the_code_of_its_money
from domain.projects.project import Project
from domain.projects.values import DecisionStep, Target
from domain.rulebook.codes import WORK_STAGES, Duty, PaymentStage
from domain.rules.codes import Tier
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.taking_back_says_why import taking_back_says_why


class ProjectDesk(Desk):
    """项目申报、入库、计划、批复、更正、调整.  Commands raise what `get_in_scope` raises first, and RulebookMissing."""

    notices: NoticesAbout

    @command
    def propose_project(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        name: str,
        use: str,
        kind: str,
        place_code: str,
        implementing_unit: str,
        proposer_unit: str,
        content: str,
        beneficiaries: str,
        nature: str,
        estimate_fen: int,
    ) -> None:
        """项目申报.

        Raises PlaceUnknown, PlaceEnded, OutsideScope, KeyMisread, AlreadyRecorded, PersonalNumber, then what
        `Project.propose` raises.
        """
        turn.check_place(place_code)
        key = business_key(code, "code")
        project = turn.new(Project, key)
        facts_hold_no_personal_numbers(name=name, content=content, beneficiaries=beneficiaries)
        project.propose(
            turn.stamp,
            turn.regulations,
            code=key,
            name=name,
            use=use,
            kind=kind,
            place_code=place_code,
            implementing_unit=implementing_unit,
            proposer_unit=proposer_unit,
            content=content,
            beneficiaries=beneficiaries,
            nature=nature,
            estimate_fen=estimate_fen,
        )

    @command
    def record_village_decision(
        self, turn: DecisionTurn, *, code: str, checklist: str, steps: tuple[DecisionStep, ...]
    ) -> None:
        """登记村级民主决策.  Raises what `Project.decide_in_village` raises."""
        regulations = turn.regulations
        turn.get_in_scope(Project, code).decide_in_village(turn.stamp, regulations, checklist, steps)

    @command
    def review_project(
        self, turn: DecisionTurn, *, code: str, opinion: str, level: str = Tier.TOWN.code
    ) -> None:
        """乡镇审核.  Raises PersonalNumber, then what `Project.review` raises."""
        project = turn.get_in_scope(Project, code)
        facts_hold_no_personal_numbers(opinion=opinion)
        project.review(turn.stamp, turn.regulations, level, opinion)

    @command
    def appraise_project(
        self, turn: DecisionTurn, *, code: str, unit: str, opinion: str, estimate_fen: int
    ) -> None:
        """部门论证.  Raises AmountOutOfRange, PersonalNumber, then what `Project.appraise` raises."""
        project = turn.get_in_scope(Project, code)
        check_amount(estimate_fen, "estimate_fen")
        facts_hold_no_personal_numbers(opinion=opinion)
        project.appraise(turn.stamp, turn.regulations, unit=unit, opinion=opinion, estimate_fen=estimate_fen)

    @command
    def enter_library(
        self, turn: DecisionTurn, *, code: str, library_no: str, targets: tuple[Target, ...]
    ) -> None:
        """入库.  Raises OpenObjections, NoticeNotPosted, then what `Project.enter_library` raises."""
        project = turn.get_in_scope(Project, code)
        self.notices.check_objections(turn, project)
        self.notices.check_posted(turn, project, Duty.LIBRARY_ENTRY)
        project.enter_library(turn.stamp, turn.regulations, library_no, targets)

    @command
    def plan_project(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        plan_no: str,
        year: int,
        budget_code: str,
        plan_fen: int,
        sources: tuple[SourceShare, ...],
        scheme: str,
        starts_on: date,
        ends_on: date,
    ) -> None:
        """列入计划.

        Raises NumberAmbiguous, what `Project.check_plan` raises, then PlanNotCovered, BudgetCodeNotOfMoney.
        """
        project = turn.get_in_scope(Project, code)
        stamp = turn.stamp
        sources = self._of_recorded_funds(turn, sources)
        project.check_plan(
            stamp,
            turn.regulations,
            plan_fen=plan_fen,
            sources=sources,
            scheme=scheme,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        self._check_covered(turn, project, by_channel(sources))
        plan_keeps_the_code_of_its_money(budget_code, self._codes_of_money(turn, project, sources))
        project.enter_plan(
            stamp,
            plan_no=plan_no,
            year=year,
            budget_code=budget_code,
            plan_fen=plan_fen,
            sources=sources,
            scheme=scheme,
            starts_on=starts_on,
            ends_on=ends_on,
        )

    @staticmethod
    def _of_recorded_funds(turn: DecisionTurn, sources: tuple[SourceShare, ...]) -> tuple[SourceShare, ...]:
        """Give the sources with each document as it is recorded, since the ledgers add up by it.

        Raises NumberAmbiguous.
        """
        return tuple(
            replace(part, document_no=turn.recorded_number(Fund, part.document_no)) for part in sources
        )

    @staticmethod
    def _check_covered(turn: DecisionTurn, project: Project, planned: Mapping[Channel, int]) -> None:
        """Raise UnknownRecord for a fund that does not exist, PlanNotCovered for a channel that is too small."""
        for (document_no, level), planned_fen in planned.items():
            allocated = turn.get(Fund, document_no).allocated_to(for_project(project.code))
            plan_is_covered_by_its_sources(document_no, level, planned_fen, allocated)

    @staticmethod
    def _codes_of_money(turn: DecisionTurn, project: Project, sources: tuple[SourceShare, ...]) -> set[str]:
        """The budget codes under which the funds of a plan were allocated to the project."""
        documents = {share.document_no for share in sources}
        purpose = for_project(project.code)
        return {code for number in documents for code in turn.get(Fund, number).budget_codes_of(purpose)}

    @command
    def approve_project(self, turn: DecisionTurn, *, code: str, approval_no: str) -> None:
        """项目批复.  Raises OpenObjections, NoticeNotPosted, then what `Project.approve` raises."""
        project = turn.get_in_scope(Project, code)
        self.notices.check_objections(turn, project)
        self.notices.check_posted(turn, project, Duty.APPROVAL)
        project.approve(turn.stamp, approval_no)

    @command
    def correct_project_name(self, turn: DecisionTurn, *, code: str, name: str, reason: str) -> None:
        """更正项目名称.  Raises ReasonMissing, PersonalNumber, then what `Project.correct_name` raises."""
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        facts_hold_no_personal_numbers(name=name)
        project.correct_name(turn.stamp, name, reason)

    @command
    def change_project(
        self,
        turn: DecisionTurn,
        *,
        code: str,
        change_no: str,
        subject: str,
        reason: str,
        plan_change_fen: int = 0,
        sources: tuple[SourceShare, ...] = (),
        contract_change_fen: int = 0,
        approval_no: str = "",
        text: str = "",
    ) -> None:
        """项目调整.

        Raises ReasonMissing, PersonalNumber, NumberAmbiguous, PlanNotCovered, then what `Project.change` raises.
        """
        project = turn.get_in_scope(Project, code)
        taking_back_says_why(reason)
        facts_hold_no_personal_numbers(text=text)
        sources = self._of_recorded_funds(turn, sources)
        changes = by_channel(sources)
        added = {channel: project.plan.get(channel, 0) + fen for channel, fen in changes.items() if fen > 0}
        self._check_covered(turn, project, added)
        money = ProjectMoney(turn)
        project.change(
            turn.stamp,
            turn.regulations,
            change_no=change_no,
            subject=subject,
            plan_change_fen=plan_change_fen,
            sources=sources,
            contract_change_fen=contract_change_fen,
            approval_no=approval_no,
            reason=reason,
            text=text,
            advanced=money.paid(project, PaymentStage.ADVANCE),
            paid_fen=total_fen(money.paid(project, PaymentStage.ADVANCE, *WORK_STAGES)),
        )
