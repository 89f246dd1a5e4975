"""项目 (project): one aid project from proposal to the release of its retention.

Its facts stand in `facts`, what they add up to in `state`.  The decisions stand in chapters, one file each,
in the order in which a project lives them; this page is their table of contents.
"""

from domain.projects import (
    acceptance,
    changes,
    household,
    intake,
    payment,
    plan,
    reversals,
    settlement,
    termination,
    works,
)
from domain.projects.state import ProjectState


class Project(ProjectState):
    """项目 `project/{code}`, with every decision of its chapters as a method."""

    # 申报、入库、出库
    propose = intake.propose
    decide_in_village = intake.decide_in_village
    review = intake.review
    appraise = intake.appraise
    enter_library = intake.enter_library
    leave_library = intake.leave_library

    # 计划、批复
    check_plan = plan.check_plan
    enter_plan = plan.enter_plan
    approve = plan.approve

    # 合同、计量、完工
    contract = works.contract
    start = works.start
    measure = works.measure
    reverse_measurement = works.reverse_measurement
    complete = works.complete

    # 验收、整改
    pass_acceptance = acceptance.pass_acceptance
    reject_acceptance = acceptance.reject_acceptance
    rectify = acceptance.rectify

    # 结算、移交、质保
    settle = settlement.settle
    hand_over = settlement.hand_over
    release_retention = settlement.release_retention

    # 冲销: the last step first, while nothing stands on it
    reverse_contract = reversals.reverse_contract
    terminate_contract = termination.terminate_contract
    check_start_reversal = reversals.check_start_reversal
    reverse_start = reversals.reverse_start
    check_completion_reversal = reversals.check_completion_reversal
    reverse_completion = reversals.reverse_completion
    check_acceptance_reversal = reversals.check_acceptance_reversal
    reverse_acceptance = reversals.reverse_acceptance
    reverse_settlement = reversals.reverse_settlement
    reverse_hand_over = reversals.reverse_hand_over
    reverse_release = reversals.reverse_release
    reverse_household_closing = reversals.reverse_household_closing

    # 调整、更正、中止、恢复、终止: at any time
    change = changes.change
    correct_name = changes.correct_name
    correct_contractor_name = changes.correct_contractor_name
    suspend = changes.suspend
    resume = changes.resume
    end = changes.end

    # 到户项目办结
    close_household = household.close_household

    # 报账、花名册: how it asks for its money
    open_claim = payment.open_claim
    open_roll = payment.open_roll
