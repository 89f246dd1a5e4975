"""退路 (ways back): for every kind of fact, which fact takes it back or puts it right, or why none may.

A fact that takes another back has no entry of its own unless it can be taken back too: what it took back is recorded
anew.  A fact that several streams tell, each its part, goes with its like in the same act.
"""

WAYS_BACK: dict[str, tuple[str, ...]] = {
    # accounts
    "account.opened": ("account.closed",),
    "account.money_arrived": ("account.arrival_reversed",),
    "account.paid": ("account.payment_reversed", "account.payment_returned", "account.refunded"),
    "account.payment_returned": ("account.return_reversed",),
    "account.refunded": ("account.return_reversed",),
    "account.roll_returned": ("account.roll_return_reversed",),
    "account.surplus_returned": ("account.surplus_return_reversed",),
    "account.gift_arrived": ("account.gift_reversed",),
    "account.interest_received": ("account.interest_reversed",),
    "account.interest_paid_over": ("account.interest_payment_reversed",),
    "account.interest_planned": ("account.interest_plan_reversed",),
    "account.report_filed": ("account.report_withdrawn",),
    "account.transfer_sent": ("account.transfer_withdrawn", "account.transfer_came_back"),
    "account.transfer_received": ("account.transfer_receipt_reversed",),
    # transfers
    "transfer.sent": ("transfer.withdrawn", "transfer.refused"),
    "transfer.received": ("transfer.receipt_reversed",),
    "transfer.refused": ("transfer.came_back",),
    # funds
    "fund.indicator_received": ("fund.indicator_cut", "fund.title_corrected"),
    "fund.title_corrected": ("fund.title_corrected",),
    "fund.indicator_added": ("fund.indicator_cut",),
    "fund.indicator_cut": ("fund.indicator_added",),
    "fund.passed_down": ("fund.passing_down_reversed",),
    "fund.report_filed": ("fund.report_withdrawn",),
    "fund.allocated": ("fund.allocation_taken_back", "fund.allocation_adjusted"),
    "fund.allocation_adjusted": ("fund.allocation_adjusted",),
    "fund.cash_arrived": ("fund.arrival_reversed",),
    "fund.surplus_recovered": ("fund.recovery_reversed",),
    "fund.carried_over": ("fund.carry_over_reversed",),
    # claims
    "claim.submitted": ("claim.withdrawn", "claim.refused"),
    "claim.reviewed": ("claim.withdrawn", "claim.refused"),
    "claim.approved": ("claim.withdrawn", "claim.refused"),
    "claim.paid": ("claim.payment_reversed", "claim.payment_returned", "claim.payment_refunded"),
    "claim.payment_returned": ("claim.return_reversed",),
    "claim.payment_refunded": ("claim.return_reversed",),
    "claim.delivery_accepted": ("claim.delivery_taken_back",),
    "invoice.used": ("invoice.released",),
    # projects
    "project.proposed": ("project.ended", "project.name_corrected"),
    "project.name_corrected": ("project.name_corrected",),
    "project.village_decided": ("project.ended",),
    "project.reviewed": ("project.ended",),
    "project.appraised": ("project.ended",),
    "project.entered_library": ("project.left_library",),
    "project.planned": ("project.left_library", "project.changed"),
    "project.approved": ("project.left_library", "project.ended"),
    "project.changed": ("project.changed",),
    "project.suspended": ("project.resumed",),
    "project.resumed": ("project.suspended",),
    "project.contracted": (
        "project.contract_reversed",
        "project.contract_terminated",
        "project.contractor_name_corrected",
    ),
    "project.contractor_name_corrected": ("project.contractor_name_corrected",),
    "project.started": ("project.start_reversed", "project.contract_terminated", "project.ended"),
    "project.work_measured": ("project.measurement_reversed",),
    "project.completed": ("project.completion_reversed", "project.acceptance_rejected", "project.ended"),
    "project.acceptance_passed": ("project.acceptance_reversed",),
    "project.acceptance_rejected": ("project.defects_rectified",),
    "project.defects_rectified": ("project.acceptance_rejected",),
    "project.settled": ("project.settlement_reversed",),
    "project.retention_held": ("project.settlement_reversed",),
    "project.retention_released": ("project.retention_release_reversed",),
    "project.handed_over": ("project.hand_over_reversed",),
    "project.household_closed": ("project.household_closing_reversed",),
    "project.claim_opened": ("claim.withdrawn", "claim.refused"),
    "project.roll_opened": ("roll.withdrawn", "roll.cancelled"),
    "asset.registered": ("asset.registration_reversed",),
    # rolls
    "roll.drawn_up": ("roll.withdrawn", "roll.cancelled"),
    "roll.line_due": ("roll.line_cancelled", "roll.withdrawn", "roll.cancelled"),
    "roll.line_cancelled": ("roll.line_cancellation_reversed",),
    "roll.approved": ("roll.cancelled",),
    "roll.sent": ("roll.recalled", "roll.bank_returned"),
    "roll.line_resent": ("roll.recalled", "roll.bank_returned"),
    "roll.bank_confirmed": ("roll.confirmation_reversed", "roll.line_paid_back"),
    "roll.bank_returned": ("roll.return_reversed",),
    "roll.line_paid_back": ("roll.pay_back_reversed",),
    # gifts
    "gift.pledged": ("gift.pledge_corrected",),
    "gift.pledge_corrected": ("gift.pledge_corrected",),
    "gift.purpose_changed": ("gift.purpose_changed",),
    "gift.cash_received": ("gift.cash_reversed",),
    "gift.goods_received": ("gift.goods_reversed",),
    "gift.goods_handed_out": ("gift.hand_out_reversed",),
    # notices
    "notice.drafted": ("notice.withdrawn",),
    "notice.posted": ("notice.withdrawn",),
    "notice.extended": ("notice.withdrawn",),
    "notice.closed": ("notice.withdrawn",),
    "notice.objected": ("notice.answered",),
    # the office
    "period.closed": ("period.reopened",),
    "period.reopened": ("period.closed",),
    "budget.step_taken": ("budget.step_taken",),
    "calendar.year_published": ("calendar.year_published",),
    "rulebook.proposed": ("rulebook.proposal_withdrawn",),
    "rulebook.published": ("rulebook.published",),
    "place.division_registered": ("place.renamed", "place.ended"),
    "place.unit_registered": ("place.renamed", "place.ended"),
    "place.renamed": ("place.renamed",),
    "place.ended": ("place.ended",),
}
"""What takes a kind of fact back, or puts it right.  One that names itself is recorded again: the last counts."""

NONE_MAY = {
    "account.reconciled": "It compares and moves nothing; the next statement is compared with what the books say then.",
    "asset_register.surveyed": "It is a count of one day; another survey stands beside it and never replaces it.",
    "fund.integration_authorised": "It is the paper of a higher office: it moves no money, and ends on its last day.",
    "roll.closed": "Nothing is owed on it any more; what comes back is paid back, who is owed stands on another roll.",
}
"""Why nothing takes this kind of fact back."""

TAKES_BACK = frozenset(way for ways in WAYS_BACK.values() for way in ways)
"""The kinds of facts that take another back, or put it right."""
