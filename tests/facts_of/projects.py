"""项目 (projects): what is said of their facts."""

from tests.subject_facts import SubjectFacts

FACTS = SubjectFacts(
    ways_back={
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
    },
    says_why={
        "project.acceptance_rejected": "its defects",
        "project.defects_rectified": "the evidence that the defects are gone",
    },
    post_nothing={
        "promises, plans or allows": {
            "project.appraised",
            "project.changed",
            "project.contract_reversed",
            "project.contract_terminated",
            "project.contracted",
            "project.left_library",
            "project.planned",
            "project.proposed",
        },
        "adds up or compares": {"project.household_closed", "project.household_closing_reversed"},
    },
)
