"""项目前期业务 (business of projects before and beside the works): proposal to approval, change, rest, end."""

from collections.abc import Mapping
from datetime import date

from domain.books.act import Act
from domain.books.desk import command
from domain.books.notices import NoticeDesk
from domain.books.project_money import ProjectMoneyDesk
from domain.claims.claim import Claim
from domain.funds.fund import Fund
from domain.keys import business_key
from domain.money.fen import check_amount
from domain.money.shares import Channel, by_channel, total_fen
from domain.money.sources import SourceShare
from domain.projects.plan_is_covered_by_its_sources import plan_is_covered_by_its_sources
from domain.projects.project import Project
from domain.projects.project_rests_or_ends import project_owes_nothing
from domain.projects.values import DecisionStep, Target
from domain.rules.facts_hold_no_personal_numbers import facts_hold_no_personal_numbers
from domain.rules.money_keeps_its_use import use_is_open
from domain.rules.taking_back_says_why import taking_back_says_why


class ProjectDesk(NoticeDesk, ProjectMoneyDesk):
    """项目申报、入库、计划、批复、调整.  Commands also raise UnknownRecord, OutsideScope, RulebookMissing first."""

    @command
    def propose_project(
        self,
        act: Act,
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

        Raises OutsideScope, KeyMisread, AlreadyRecorded, AmountOutOfRange, UseOnNegativeList, NotInRulebook,
        PersonalNumber, in this order.
        """
        self._within(act, place_code)
        key = business_key(code, "code")
        project = self._new(Project, key)
        check_amount(estimate_fen, "estimate_fen")
        use_is_open(use, self._rules(act).regulations)
        facts_hold_no_personal_numbers(name=name, content=content, beneficiaries=beneficiaries)
        project.record(
            Project.Proposed,
            **self._stamp(act).fields,
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
        self, act: Act, *, code: str, checklist: str, steps: tuple[DecisionStep, ...]
    ) -> None:
        """登记村级民主决策.  Raises what `Project.decide_in_village` raises."""
        regulations = self._rules(act).regulations
        self._project(act, code).decide_in_village(self._stamp(act), regulations, checklist, steps)

    @command
    def review_project(self, act: Act, *, code: str, opinion: str, level: str = "town") -> None:
        """乡镇审核.  Raises PersonalNumber, then what `Project.review` raises."""
        project = self._project(act, code)
        facts_hold_no_personal_numbers(opinion=opinion)
        project.review(self._stamp(act), level, opinion)

    @command
    def appraise_project(self, act: Act, *, code: str, unit: str, opinion: str, estimate_fen: int) -> None:
        """部门论证.  Raises AmountOutOfRange, PersonalNumber, then what `Project.appraise` raises."""
        project = self._project(act, code)
        check_amount(estimate_fen, "estimate_fen")
        facts_hold_no_personal_numbers(opinion=opinion)
        project.appraise(self._stamp(act), unit, opinion, estimate_fen)

    @command
    def enter_library(self, act: Act, *, code: str, library_no: str, targets: tuple[Target, ...]) -> None:
        """入库.  Raises OpenObjections, then what `Project.enter_library` raises."""
        project = self._project(act, code)
        self._refuse_open_objections(project)
        project.enter_library(self._stamp(act), library_no, targets)

    @command
    def plan_project(
        self,
        act: Act,
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
        """列入计划.  Raises what `Project.check_plan` raises, then PlanNotCovered."""
        project = self._project(act, code)
        stamp = self._stamp(act)
        project.check_plan(
            stamp,
            self._rules(act).regulations,
            plan_fen=plan_fen,
            sources=sources,
            scheme=scheme,
            starts_on=starts_on,
            ends_on=ends_on,
        )
        self._check_covered(project, by_channel(sources))
        project.record(
            Project.Planned,
            **stamp.fields,
            plan_no=plan_no,
            year=year,
            budget_code=budget_code,
            plan_fen=plan_fen,
            sources=sources,
            scheme=scheme,
            starts_on=starts_on,
            ends_on=ends_on,
        )

    def _check_covered(self, project: Project, planned: Mapping[Channel, int]) -> None:
        """Raise UnknownRecord for a fund that does not exist, PlanNotCovered for a channel that is too small."""
        for (document_no, level), planned_fen in planned.items():
            allocated = self._get(Fund, document_no).allocated_to(("project", project.code))
            plan_is_covered_by_its_sources(document_no, level, planned_fen, allocated)

    @command
    def approve_project(self, act: Act, *, code: str, approval_no: str) -> None:
        """项目批复.  Raises OpenObjections, then what `Project.approve` raises."""
        project = self._project(act, code)
        self._refuse_open_objections(project)
        project.approve(self._stamp(act), approval_no)

    @command
    def change_project(
        self,
        act: Act,
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
        """项目调整.  Raises ReasonMissing, PersonalNumber, PlanNotCovered, then what `Project.change` raises."""
        project = self._project(act, code)
        taking_back_says_why(reason)
        facts_hold_no_personal_numbers(text=text)
        changes = by_channel(sources)
        added = {channel: project.plan.get(channel, 0) + fen for channel, fen in changes.items() if fen > 0}
        self._check_covered(project, added)
        project.change(
            self._stamp(act),
            self._rules(act).regulations,
            change_no=change_no,
            subject=subject,
            plan_change_fen=plan_change_fen,
            sources=sources,
            contract_change_fen=contract_change_fen,
            approval_no=approval_no,
            reason=reason,
            text=text,
            advanced=self._paid(project, "advance"),
            paid_fen=total_fen(self._paid(project, "advance", "progress", "settlement")),
        )

    @command
    def suspend_project(self, act: Act, *, code: str, reason: str, decision_no: str) -> None:
        """项目中止.  Raises ReasonMissing, then what `Project.suspend` raises."""
        project = self._project(act, code)
        taking_back_says_why(reason)
        project.suspend(self._stamp(act), reason, decision_no)

    @command
    def resume_project(self, act: Act, *, code: str, reason: str, decision_no: str) -> None:
        """项目恢复.  Raises ReasonMissing, then what `Project.resume` raises."""
        project = self._project(act, code)
        taking_back_says_why(reason)
        project.resume(self._stamp(act), reason, decision_no)

    @command
    def end_project(self, act: Act, *, code: str, reason: str, decision_no: str) -> None:
        """项目终止.  Raises ReasonMissing, ProjectOwes, then what `Project.end` raises."""
        project = self._project(act, code)
        taking_back_says_why(reason)
        claims = [self._get(Claim, claim_no) for claim_no in project.claim_nos]
        project_owes_nothing(
            project.code,
            [
                claim.claim_no
                for claim in claims
                if claim.approved_by and not claim.refused and not claim.paid_fen
            ],
            [roll.roll_no for roll in self._rolls(project) if roll.is_open],
        )
        project.end(self._stamp(act), reason, decision_no)
