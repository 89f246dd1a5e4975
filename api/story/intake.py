"""项目前期 (the way into the plan): both projects are proposed, decided, reviewed, appraised, entered and approved.

They go the same way on the same days, each with its notices in the village and in the county.
"""

from collections.abc import Iterator

from api.story.notices import PHONE, posted
from api.story.step import (
    APPRAISER,
    COUNTY,
    REVIEWER,
    VILLAGE,
    Said,
    Step,
    step,
    texts,
)
from domain.projects.codes import ProjectKind

VOTES = ("branch_proposal", "committees_consultation", "party_meeting", "villagers_decision")


def decision() -> list[Said]:
    """Say how the village decided: four votes on four days, then the decision on its board for a week."""
    present = {"due_count": 30, "present_count": 28, "in_favour_count": 27}
    nobody = {"due_count": 0, "present_count": 0, "in_favour_count": 0}
    votes = [{"code": code, "held_on": f"2025-01-{day}", **present} for day, code in enumerate(VOTES, 12)]
    hangs = {"posted_from": "2025-01-16", "posted_to": "2025-01-22"}
    return [*votes, {"code": "decision_posted", "held_on": "2025-01-16", **nobody, **hangs}]


def library_notice(said: Said, target: str) -> list[Said]:
    """Say what the notice of the project library must say."""
    return texts(
        name=said["name"],
        **{"class": ProjectKind.of(said["kind"]).zh},
        nature="新建",
        place="石桥镇红星村",
        schedule="2025年内完成",
        responsible_unit="石桥镇人民政府",
        task=said["content"],
        sources="中央和省级衔接资金",
        beneficiaries=said["beneficiaries"],
        target=target,
        benefit="群众参与决策和监督，脱贫户优先受益",
    )


def plan_notice(said: Said, target: str) -> list[Said]:
    """Say what the notice of the plan must say."""
    return texts(
        name=said["name"],
        place="石桥镇红星村",
        task=said["content"],
        standard="按批复的实施方案",
        sources="中央和省级衔接资金",
        period="2025年4月至12月",
        responsible_unit="石桥镇人民政府",
        target=target,
        benefit="群众参与决策和监督，脱贫户优先受益",
        supervision_phone=PHONE,
    )


def enter_library(said: Said, notice_no: str, library_no: str, target: Said) -> Iterator[Step]:
    """Take a project from its proposal into the library."""
    code = said["code"]
    yield step("propose_project", "2025-01-11", **said)
    yield step("record_village_decision", "2025-01-23", code=code, steps=decision())
    yield step("review_project", "2025-02-06", by=REVIEWER, code=code)
    yield step(
        "appraise_project",
        "2025-02-08",
        by=APPRAISER,
        code=code,
        opinion="方案可行，投资合理，同意入库",
        estimate_fen=said["estimate_fen"],
    )
    yield from posted(
        notice_no,
        "2025-02-10",
        kind="project_library",
        place_code=VILLAGE,
        subject=f"project/{code}",
        title=f"{said['name']}入库公示",
        fields=library_notice(said, target["name"]),
        amounts=[{"label": "估算投资", "amount_fen": said["estimate_fen"], "figure": "estimate"}],
    )
    yield step("enter_library", "2025-02-20", by=REVIEWER, code=code, library_no=library_no, targets=[target])


def plan_and_approve(said: Said, notice_no: str, plan: Said, target: str) -> Iterator[Step]:
    """Put a project into the plan of the year and have it approved, once the county has posted the plan."""
    code = said["code"]
    yield step("plan_project", "2025-02-24", by=REVIEWER, code=code, **plan)
    yield from posted(
        notice_no,
        "2025-02-25",
        kind="project_plan",
        level="county",
        place_code=COUNTY,
        subject=f"project/{code}",
        title=f"{said['name']}计划公告",
        place_text="达川区人民政府公开栏",
        fields=plan_notice(said, target),
        amounts=[{"label": "计划资金", "amount_fen": plan["plan_fen"], "figure": "plan"}],
    )
    yield step(
        "approve_project", "2025-03-11", code=code, approval_no=plan["plan_no"].replace("乡振", "乡振函")
    )
