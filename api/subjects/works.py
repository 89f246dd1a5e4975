"""工程与验收 (works): what a person may do with them over HTTP."""

from fastapi import APIRouter
from starlette.responses import Response

from api.http.writing import RECORDS, ByAcceptor, ByRecorder
from api.requests.works import (
    CompleteProject,
    HandOverProject,
    MeasureWork,
    PassAcceptance,
    RectifyDefects,
    RejectAcceptance,
    ReleaseRetention,
    ReverseMeasurement,
    SettleProject,
    StartProject,
)
from api.subjects.paths import Code

router = APIRouter(prefix="/projects", tags=["工程与验收"])


@router.post("/{code}/start", **RECORDS)
async def start_project(code: Code, body: StartProject, submission: ByRecorder) -> Response:
    """开工 — record the order to start."""
    return await submission.record(submission.books.start_project, body, code=code)


@router.post("/{code}/measurements", **RECORDS)
async def measure_work(code: Code, body: MeasureWork, submission: ByRecorder) -> Response:
    """计量 — certify work done."""
    return await submission.record(submission.books.measure_work, body, code=code)


@router.post("/{code}/measurement-reversals", **RECORDS)
async def reverse_measurement(code: Code, body: ReverseMeasurement, submission: ByRecorder) -> Response:
    """冲销计量 — reverse a certificate."""
    return await submission.record(submission.books.reverse_measurement, body, code=code)


@router.post("/{code}/completion", **RECORDS)
async def complete_project(code: Code, body: CompleteProject, submission: ByRecorder) -> Response:
    """完工 — report completion."""
    return await submission.record(submission.books.complete_project, body, code=code)


@router.post("/{code}/acceptances", **RECORDS)
async def pass_acceptance(code: Code, body: PassAcceptance, submission: ByAcceptor) -> Response:
    """验收合格 — pass acceptance at a level."""
    return await submission.record(submission.books.pass_acceptance, body, code=code)


@router.post("/{code}/acceptance-rejections", **RECORDS)
async def reject_acceptance(code: Code, body: RejectAcceptance, submission: ByAcceptor) -> Response:
    """验收不合格 — reject acceptance, with defects."""
    return await submission.record(submission.books.reject_acceptance, body, code=code)


@router.post("/{code}/rectifications", **RECORDS)
async def rectify_defects(code: Code, body: RectifyDefects, submission: ByRecorder) -> Response:
    """整改 — record that defects were mended."""
    return await submission.record(submission.books.rectify_defects, body, code=code)


@router.post("/{code}/settlement", **RECORDS)
async def settle_project(code: Code, body: SettleProject, submission: ByRecorder) -> Response:
    """结算 — settle at the audited price and hold the retention."""
    return await submission.record(submission.books.settle_project, body, code=code)


@router.post("/{code}/hand-over", **RECORDS)
async def hand_over_project(code: Code, body: HandOverProject, submission: ByRecorder) -> Response:
    """移交 — hand the work over as an asset."""
    return await submission.record(submission.books.hand_over_project, body, code=code)


@router.post("/{code}/retention-release", **RECORDS)
async def release_retention(code: Code, body: ReleaseRetention, submission: ByAcceptor) -> Response:
    """质保期满 — release the retention after an inspection."""
    return await submission.record(submission.books.release_retention, body, code=code)
