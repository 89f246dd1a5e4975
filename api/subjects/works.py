"""工程与验收 (works): the commands that a person may give."""

from api.commands.declaration import Subject
from api.requests.path_keys import ProjectCode
from api.requests.works import (
    CompleteProject,
    CorrectContractorName,
    HandOverProject,
    MeasureWork,
    PassAcceptance,
    RectifyDefects,
    RejectAcceptance,
    ReleaseRetention,
    ReverseAcceptance,
    ReverseCompletion,
    ReverseHandOver,
    ReverseMeasurement,
    ReverseRetentionRelease,
    ReverseSettlement,
    ReverseStart,
    SettleProject,
    StartProject,
)
from domain.projects.project import Project
from projections.access.roles import Role

SUBJECT = Subject(
    "工程与验收",
    "Works and acceptance",
    chapter=40,
    stream=Project.id_of("{code}"),
    keys={"code": ProjectCode},
)

COMMANDS = (
    SUBJECT.post(
        "/projects/{code}/contractor-name-corrections",
        "correct_contractor_name",
        CorrectContractorName,
        by=Role.RECORDER,
        zh=("更正承包单位名称", "更正合同承包单位的名称，原名称划去后一并显示。"),
        en=(
            "Correct contractor name",
            "Correct the name of the contractor; the former one stays to be seen, struck.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/start",
        "start_project",
        StartProject,
        by=Role.RECORDER,
        zh=("开工", "登记开工令和开工照片。"),
        en=("Start project", "Record the order to start, with a photo of the start."),
    ),
    SUBJECT.post(
        "/projects/{code}/start-reversals",
        "reverse_start",
        ReverseStart,
        by=Role.RECORDER,
        zh=("冲销开工", "用红字冲销开工，未计量、未凭它付款的可以冲销。"),
        en=("Reverse start", "Reverse the start, before work is certified or a payment rests on it."),
    ),
    SUBJECT.post(
        "/projects/{code}/measurements",
        "measure_work",
        MeasureWork,
        by=Role.RECORDER,
        zh=("计量", "登记经确认的已完工程量，按计划来源分摊。"),
        en=("Measure work", "Record certified work; it is split by source after the plan."),
    ),
    SUBJECT.post(
        "/projects/{code}/measurement-reversals",
        "reverse_measurement",
        ReverseMeasurement,
        by=Role.RECORDER,
        zh=("冲销计量", "用红字冲销登记有误的计量。"),
        en=("Reverse measurement", "Reverse a measurement that was recorded wrongly."),
    ),
    SUBJECT.post(
        "/projects/{code}/completion",
        "complete_project",
        CompleteProject,
        by=Role.RECORDER,
        zh=("完工", "登记完工报告。"),
        en=("Complete project", "Record the report of completion."),
    ),
    SUBJECT.post(
        "/projects/{code}/completion-reversals",
        "reverse_completion",
        ReverseCompletion,
        by=Role.RECORDER,
        zh=("冲销完工", "用红字冲销完工，没有一级验收合格、没有未整改的问题、未凭它付款的可以冲销。"),
        en=(
            "Reverse completion",
            "Reverse the completion, before a level passes, a defect is open or a payment rests on it.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/acceptances",
        "pass_acceptance",
        PassAcceptance,
        by=Role.ACCEPTOR,
        zh=("验收合格", "登记某一级验收合格；实施人员不得参加验收。"),
        en=("Pass acceptance", "Record that acceptance passed at a level; no acceptor may have implemented."),
    ),
    SUBJECT.post(
        "/projects/{code}/acceptance-reversals",
        "reverse_acceptance",
        ReverseAcceptance,
        by=Role.ACCEPTOR,
        zh=("冲销验收", "用红字冲销最后通过的一级验收，未结算、未凭它付款的可以冲销。"),
        en=(
            "Reverse acceptance",
            "Reverse the last level that passed, before the settlement and before a payment rests on it.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/acceptance-rejections",
        "reject_acceptance",
        RejectAcceptance,
        by=Role.ACCEPTOR,
        zh=("验收不合格", "登记某一级验收不合格，列出问题和整改期限。"),
        en=(
            "Reject acceptance",
            "Record that acceptance failed at a level, with the defects and the day they must be mended by.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/rectifications",
        "rectify_defects",
        RectifyDefects,
        by=Role.RECORDER,
        zh=("登记整改", "登记验收问题已经整改。"),
        en=("Rectify defects", "Record that defects were mended."),
    ),
    SUBJECT.post(
        "/projects/{code}/settlement",
        "settle_project",
        SettleProject,
        by=Role.RECORDER,
        zh=("结算审定", "按审定价结算，并扣留质保金。"),
        en=("Settle project", "Settle at the audited price and hold the retention."),
    ),
    SUBJECT.post(
        "/projects/{code}/settlement-reversals",
        "reverse_settlement",
        ReverseSettlement,
        by=Role.RECORDER,
        zh=("冲销结算", "用红字冲销结算和预留的质保金，未凭它报账、付款、收回结余的可以冲销。"),
        en=(
            "Reverse settlement",
            "Reverse the settlement and its retention, before a claim, a payment or a returned saving rests on it.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/hand-over",
        "hand_over_project",
        HandOverProject,
        by=Role.RECORDER,
        zh=("移交", "把建成的工程移交给所有者，并登记为资产。"),
        en=("Hand over project", "Hand the work over to its owner and register it as an asset."),
    ),
    SUBJECT.post(
        "/projects/{code}/hand-over-reversals",
        "reverse_hand_over",
        ReverseHandOver,
        by=Role.RECORDER,
        zh=("冲销移交", "用红字冲销移交，资产卡片划销，资产编号可以重新使用。"),
        en=(
            "Reverse hand-over",
            "Reverse the hand-over: its asset card is struck and the number is free again.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/retention-release",
        "release_retention",
        ReleaseRetention,
        by=Role.ACCEPTOR,
        zh=("质保期满验收", "登记质保期满验收合格，准许支付质保金。"),
        en=(
            "Release retention",
            "Record the inspection that ends the defect period and lets the retention be paid.",
        ),
    ),
    SUBJECT.post(
        "/projects/{code}/retention-release-reversals",
        "reverse_retention_release",
        ReverseRetentionRelease,
        by=Role.ACCEPTOR,
        zh=("冲销质保期满验收", "用红字冲销质保期满验收，未申请、未支付质保金的可以冲销。"),
        en=(
            "Reverse retention release",
            "Reverse the release of the retention, before it is claimed or paid.",
        ),
    ),
)
