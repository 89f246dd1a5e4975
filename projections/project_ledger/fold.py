"""项目台账, 记账 (project ledger, folding): which fact is folded where."""

from projections.ledger.projection import Projection
from projections.project_ledger import cash, intake, papers, works
from projections.project_ledger.pages import EVERY_TABLE
from projections.project_ledger.papers import told, told_of_purpose

TRANSFERS = (
    "account.transfer_sent",
    "account.transfer_withdrawn",
    "account.transfer_came_back",
    "account.transfer_received",
    "account.transfer_receipt_reversed",
)
"""Money of a project that changes its account and stays the project's."""

PROJECTION = Projection(
    "project_ledger",
    EVERY_TABLE,
    {
        "project.proposed": told(intake.proposed),
        "project.village_decided": told(intake.village_decided),
        "project.reviewed": told(intake.reviewed),
        "project.appraised": told(intake.appraised),
        "project.entered_library": told(intake.entered_library),
        "project.planned": told(intake.planned),
        "project.approved": told(intake.approved),
        "project.contracted": told(intake.contracted),
        "project.changed": told(intake.changed),
        "project.suspended": told(intake.suspended),
        "project.resumed": told(intake.resumed),
        "project.ended": told(intake.ended),
        "project.started": told(works.started),
        "project.work_measured": told(works.work_measured),
        "project.measurement_reversed": told(works.measurement_reversed),
        "project.completed": told(works.completed),
        "project.acceptance_passed": told(works.acceptance_passed),
        "project.acceptance_rejected": told(works.acceptance_rejected),
        "project.defects_rectified": told(works.defects_rectified),
        "project.settled": told(works.settled),
        "project.retention_held": told(works.retention_held),
        "project.household_closed": told(works.household_closed),
        "project.handed_over": told(works.handed_over),
        "project.retention_released": told(works.retention_released),
        "project.claim_opened": papers.claim_opened,
        "fund.allocated": papers.of_purpose,
        **dict.fromkeys(TRANSFERS, papers.of_purpose),
        "account.money_arrived": told_of_purpose(cash.arrived),
        "account.arrival_reversed": told_of_purpose(cash.arrival_reversed),
        "account.surplus_returned": told_of_purpose(cash.surplus_returned),
        "account.paid": told_of_purpose(cash.paid),
        "account.payment_returned": told_of_purpose(cash.payment_undone),
        "account.payment_reversed": told_of_purpose(cash.payment_undone),
        "account.refunded": told_of_purpose(cash.payment_undone),
        "account.roll_returned": told_of_purpose(cash.payment_undone),
        "claim.submitted": papers.claim_submitted,
        "claim.reviewed": papers.claim_reviewed,
        "claim.approved": papers.claim_approved,
        "claim.refused": papers.claim_refused,
        "claim.withdrawn": papers.claim_withdrawn,
        "claim.paid": papers.claim_paid,
        "claim.payment_returned": papers.claim_payment_undone,
        "claim.payment_reversed": papers.claim_payment_undone,
        "claim.payment_refunded": papers.claim_payment_undone,
        "notice.drafted": papers.notice_drafted,
        "notice.posted": papers.notice_step,
        "notice.objected": papers.notice_step,
        "notice.answered": papers.notice_step,
        "notice.extended": papers.notice_step,
        "notice.closed": papers.notice_step,
        "notice.withdrawn": papers.notice_step,
    },
)
