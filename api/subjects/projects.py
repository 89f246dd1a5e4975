"""项目申报与计划 (projects): what a person may do with them over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.responses import Response

from api.http.reading import Ask, Paged
from api.http.writing import RECORDS, ByApprover, ByRecorder
from api.requests.projects import (
    AppraiseProject,
    ApproveProject,
    ChangeProject,
    ContractProject,
    EndProject,
    EnterLibrary,
    PlanProject,
    ProposeProject,
    RecordVillageDecision,
    ResumeProject,
    ReviewProject,
    SuspendProject,
)
from api.subjects.paths import Code
from domain.projects.project import Project
from projections.project_ledger import answers
from projections.project_ledger import query as project_ledger
from projections.project_ledger.timeline import timeline
from projections.reading.paging import Page

router = APIRouter(prefix="/projects", tags=["项目申报与计划"])


@router.post("", **RECORDS)
async def propose_project(body: ProposeProject, submission: ByRecorder) -> Response:
    """项目申报 — propose a project."""
    return await submission.record(submission.books.propose_project, body)


@router.post("/{code}/village-decisions", **RECORDS)
async def record_village_decision(
    code: Code, body: RecordVillageDecision, submission: ByRecorder
) -> Response:
    """村级民主决策 — record how the village decided."""
    return await submission.record(submission.books.record_village_decision, body, code=code)


@router.post("/{code}/reviews", **RECORDS)
async def review_project(code: Code, body: ReviewProject, submission: ByRecorder) -> Response:
    """乡镇审核 — record the town's review."""
    return await submission.record(submission.books.review_project, body, code=code)


@router.post("/{code}/appraisals", **RECORDS)
async def appraise_project(code: Code, body: AppraiseProject, submission: ByRecorder) -> Response:
    """部门论证 — record the county's appraisal."""
    return await submission.record(submission.books.appraise_project, body, code=code)


@router.post("/{code}/library-entry", **RECORDS)
async def enter_library(code: Code, body: EnterLibrary, submission: ByRecorder) -> Response:
    """入库 — enter the project library, with targets."""
    return await submission.record(submission.books.enter_library, body, code=code)


@router.post("/{code}/plans", **RECORDS)
async def plan_project(code: Code, body: PlanProject, submission: ByRecorder) -> Response:
    """列入计划 — give the project its money by source."""
    return await submission.record(submission.books.plan_project, body, code=code)


@router.post("/{code}/approvals", **RECORDS)
async def approve_project(code: Code, body: ApproveProject, submission: ByApprover) -> Response:
    """批复 — approve the implementing plan."""
    return await submission.record(submission.books.approve_project, body, code=code)


@router.post("/{code}/contracts", **RECORDS)
async def contract_project(code: Code, body: ContractProject, submission: ByRecorder) -> Response:
    """签订合同 — record the contract and its route."""
    return await submission.record(submission.books.contract_project, body, code=code)


@router.post("/{code}/changes", **RECORDS)
async def change_project(code: Code, body: ChangeProject, submission: ByApprover) -> Response:
    """项目调整 — change plan, contract, content, place or period."""
    return await submission.record(submission.books.change_project, body, code=code)


@router.post("/{code}/suspension", **RECORDS)
async def suspend_project(code: Code, body: SuspendProject, submission: ByApprover) -> Response:
    """暂停 — suspend a project."""
    return await submission.record(submission.books.suspend_project, body, code=code)


@router.post("/{code}/resumption", **RECORDS)
async def resume_project(code: Code, body: ResumeProject, submission: ByApprover) -> Response:
    """恢复 — resume a project."""
    return await submission.record(submission.books.resume_project, body, code=code)


@router.post("/{code}/ending", **RECORDS)
async def end_project(code: Code, body: EndProject, submission: ByApprover) -> Response:
    """终止 — end a project before its time."""
    return await submission.record(submission.books.end_project, body, code=code)


@router.get("", response_model=Page[answers.ProjectRow])
def list_projects(
    ask: Ask, paged: Paged, only: Annotated[project_ledger.ProjectFilter, Depends()]
) -> Response:
    """项目台账 — the projects by code."""
    return ask.page("project_ledger", lambda cursor: project_ledger.projects(cursor, paged, only))


@router.get("/{code}", response_model=answers.Project)
def read_project(code: Code, ask: Ask) -> Response:
    """项目台账 — one project: money by source, contract, works, acceptance, payments, notices."""
    return ask.one("project_ledger", Project.id_of(code), lambda cursor: project_ledger.project(cursor, code))


@router.get("/{code}/timeline", response_model=Page[answers.TimelineEntry])
def read_timeline(code: Code, ask: Ask, paged: Paged) -> Response:
    """项目大事记 — what happened to one project, as dated sentences."""
    return ask.page("project_ledger", lambda cursor: timeline(cursor, code, paged))
