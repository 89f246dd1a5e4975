"""Two duties on one matter are done by two persons (I17: 不相容岗位分离).  Source: 会计法 25."""

from collections.abc import Mapping

from domain.rules.refusals import PersonOnBothSides

DUTY_WORDS = {
    "proposal": "申报",
    "plan": "计划",
    "approval": "批复",
    "submission": "报账申请",
    "review": "审核",
    "claim_approval": "审批",
    "payment": "付款",
    "drawing_up": "编制",
    "confirmation": "审定",
    "sending": "发放",
}


def duties_are_kept_apart(person: str, duty: str, done: Mapping[str, str]) -> None:
    """Raise PersonOnBothSides when the person did one of the other duties.

    `done` tells who did each duty so far; "" where nobody did.
    """
    for other, doer in done.items():
        if doer == person:
            raise PersonOnBothSides(
                person,
                (DUTY_WORDS[duty], duty.replace("_", " ")),
                (DUTY_WORDS[other], other.replace("_", " ")),
            )
