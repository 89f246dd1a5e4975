"""项目申报与计划 (projects): the commands that a person may give, and the questions a person may ask."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.commands.declaration import Subject
from api.http.reading import Ask, Paged
from api.requests.path_keys import ProjectCode
from api.requests.projects import (
    AppraiseProject,
    ApproveProject,
    ChangeProject,
    CloseHouseholdProject,
    ContractProject,
    CorrectProjectName,
    EndProject,
    EnterLibrary,
    LeaveLibrary,
    PlanProject,
    ProposeProject,
    RecordVillageDecision,
    ResumeProject,
    ReverseContract,
    ReverseHouseholdClosing,
    ReviewProject,
    SuspendProject,
    TerminateContract,
)
from domain.funds.fund import Fund
from domain.projects.project import Project
from projections.access.roles import Role
from projections.number_index.query import as_recorded, recorded_number
from projections.project_ledger import answers
from projections.project_ledger import query as project_ledger
from projections.project_ledger.timeline import timeline
from projections.reading.paging import Page

SUBJECT = Subject(
    "项目申报与计划",
    "Proposals and plans",
    chapter=30,
    stream=Project.id_of("{code}"),
    keys={"code": ProjectCode},
)

COMMANDS = (
    SUBJECT.post(
        "/projects",
        "propose_project",
        ProposeProject,
        by=Role.RECORDER,
        zh=("项目申报", "申报一个项目，写明内容、受益对象和估算。"),
        en=("Propose project", "Propose a project, with its content, beneficiaries and estimate."),
    ),
    SUBJECT.post(
        "/projects/{code}/village-decisions",
        "record_village_decision",
        RecordVillageDecision,
        by=Role.RECORDER,
        zh=("登记村级民主决策", "登记村级民主决策的每一步会议和公示。"),
        en=("Record village decision", "Record each meeting and posting by which the village decided."),
    ),
    SUBJECT.post(
        "/projects/{code}/reviews",
        "review_project",
        ReviewProject,
        by=Role.RECORDER,
        zh=("乡镇审核", "登记乡镇审核意见。"),
        en=("Review project", "Record the town's review."),
    ),
    SUBJECT.post(
        "/projects/{code}/appraisals",
        "appraise_project",
        AppraiseProject,
        by=Role.RECORDER,
        zh=("部门论证", "登记县级部门的论证意见和核定估算。"),
        en=(
            "Appraise project",
            "Record the appraisal of the county's departments and the estimate they checked.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/library-entry",
        "enter_library",
        EnterLibrary,
        by=Role.RECORDER,
        zh=("入库", "把项目连同绩效目标编入项目库。"),
        en=("Enter library", "Enter a project into the library, with its targets."),
    ),
    SUBJECT.post(
        "/projects/{code}/library-exit",
        "leave_library",
        LeaveLibrary,
        by=Role.APPROVER,
        zh=("出库", "把未签合同、未付款的项目退出项目库，计划取消，分配的资金可以收回。"),
        en=(
            "Leave library",
            "Take a project without contract and payments out of the library; its money may be taken back.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/plans",
        "plan_project",
        PlanProject,
        by=Role.RECORDER,
        zh=("列入计划", "把项目列入年度计划，逐项落实资金来源和拨付办法。"),
        en=(
            "Plan project",
            "Put the project into the plan of a year, with its money by source and its payment scheme.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/approvals",
        "approve_project",
        ApproveProject,
        by=Role.APPROVER,
        zh=("项目批复", "批复项目实施方案。"),
        en=("Approve project", "Approve the implementing plan of a project."),
    ),
    SUBJECT.post(
        "/projects/{code}/contracts",
        "contract_project",
        ContractProject,
        by=Role.RECORDER,
        zh=("签订合同", "登记合同及其采购方式。"),
        en=("Sign contract", "Record the contract and the route that led to it."),
    ),
    SUBJECT.post(
        "/projects/{code}/contract-reversals",
        "reverse_contract",
        ReverseContract,
        by=Role.RECORDER,
        zh=("冲销合同", "用红字冲销登记有误的合同，未开工、未报账的可以冲销。"),
        en=(
            "Reverse contract",
            "Reverse a contract that was recorded wrongly, before the start and before a claim.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/contract-terminations",
        "terminate_contract",
        TerminateContract,
        by=Role.APPROVER,
        zh=("解除合同", "解除已计量或已付款的合同，写明尚应付的金额；付清后可以另签合同。"),
        en=(
            "Terminate contract",
            "Terminate a contract on which work or payments stand, with what is owed; then contract anew.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/name-corrections",
        "correct_project_name",
        CorrectProjectName,
        by=Role.RECORDER,
        zh=("更正项目名称", "更正登记有误的项目名称，原名称划去后一并显示。"),
        en=(
            "Correct project name",
            "Correct the name of a project; the former one stays to be seen, struck.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/changes",
        "change_project",
        ChangeProject,
        by=Role.APPROVER,
        zh=("项目调整", "调整计划、合同、内容、地点或工期；超过比例须报批。"),
        en=(
            "Change project",
            "Change plan, contract, content, place or period; beyond a share it needs an approval.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/suspension",
        "suspend_project",
        SuspendProject,
        by=Role.APPROVER,
        zh=("项目中止", "中止项目，写明原因和决定文号。"),
        en=("Suspend project", "Suspend a project, with the reason and the decision."),
    ),
    SUBJECT.post(
        "/projects/{code}/resumption",
        "resume_project",
        ResumeProject,
        by=Role.APPROVER,
        zh=("项目恢复", "恢复已中止的项目。"),
        en=("Resume project", "Resume a suspended project."),
    ),
    SUBJECT.post(
        "/projects/{code}/ending",
        "end_project",
        EndProject,
        by=Role.APPROVER,
        zh=("项目终止", "在完工之前终止项目。"),
        en=("End project", "End a project before it is complete."),
    ),
    SUBJECT.post(
        "/projects/{code}/household-closing",
        "close_household_project",
        CloseHouseholdProject,
        by=Role.APPROVER,
        zh=("到户项目办结", "花名册全部办结后办结到户项目，结余可以收回。"),
        en=("Close household project", "Close a project of households when its rolls are closed."),
    ),
    SUBJECT.post(
        "/projects/{code}/household-closing-reversals",
        "reverse_household_closing",
        ReverseHouseholdClosing,
        by=Role.APPROVER,
        zh=("冲销到户办结", "用红字冲销到户项目的办结，结余未收回的可以冲销。"),
        en=(
            "Reverse household closing",
            "Reverse the closing of a project of households, before its saving went back.",
        ),
    ),
)

router = APIRouter(prefix="/projects", tags=[SUBJECT.zh])


@router.get("", response_model=Page[answers.ProjectRow])
def list_projects(
    ask: Ask, paged: Paged, only: Annotated[project_ledger.ProjectFilter, Depends()]
) -> Response:
    """项目台账 — the projects by code."""
    return ask.page(
        "project_ledger",
        lambda cursor: project_ledger.projects(cursor, paged, as_recorded(cursor, only, document_no=Fund)),
    )


@router.get("/{code}", response_model=answers.Project)
def read_project(code: ProjectCode, ask: Ask) -> Response:
    """项目台账 — one project: money by source, contract, works, acceptance, payments, notices."""
    return ask.one("project_ledger", Project, code, project_ledger.project)


@router.get("/{code}/timeline", response_model=Page[answers.TimelineEntry])
def read_timeline(code: ProjectCode, ask: Ask, paged: Paged) -> Response:
    """项目大事记 — what happened to one project, as dated sentences."""
    return ask.page(
        "project_ledger", lambda cursor: timeline(cursor, recorded_number(cursor, Project, code), paged)
    )
