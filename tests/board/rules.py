"""A small rulebook for the board's county: the words that its pages print, and two duties to disclose."""

from domain.rulebook.fund_rules import CarryOverRule, FeeRule, InterestRule, SourceLevel, Use
from domain.rulebook.notice_rules import NoticeDuty, NoticeField, NoticeKind
from domain.rulebook.payment_rules import RetentionRule
from domain.rulebook.project_rules import AcceptanceLevel, ChangeRule
from domain.rulebook.regulations import Regulations

SOURCE = "财农〔2021〕19号"


def kind(
    code: str, name_zh: str, name_en: str, fields: tuple[NoticeField, ...], *duties: NoticeDuty
) -> NoticeKind:
    return NoticeKind(code, name_zh, name_en, ("county", "village"), fields, 10, "day", duties, SOURCE)


ALLOCATION_RESULT = kind(
    "allocation_result",
    "资金分配结果公告",
    "Allocation result",
    (
        NoticeField("fund_name", "资金名称", "Fund"),
        NoticeField("principle", "分配原则", "Principle"),
        NoticeField("responsible_unit", "责任单位", "Responsible unit"),
    ),
    NoticeDuty("fund.allocated", "county", 15, "day"),
)
COMPLETION = kind(
    "completion",
    "完工公告",
    "Completion",
    (NoticeField("result", "项目实施结果", "Result"),),
    NoticeDuty("project.completed", "village", 10, "day"),
)

REGULATIONS = Regulations(
    regime="2021",
    name="衔接推进乡村振兴补助资金管理办法",
    source=SOURCE,
    source_levels=(SourceLevel("central", "中央", SOURCE), SourceLevel("provincial", "省级", SOURCE)),
    uses=(Use("industry", "产业发展", ("2130505",), SOURCE),),
    negative_list=(),
    fee=FeeRule(100, (), (), SOURCE),
    carry_over=CarryOverRule(2, SOURCE),
    day_limits=(),
    payment_schemes=(),
    retention=RetentionRule(300, "settlement", 24, SOURCE),
    notice_kinds=(ALLOCATION_RESULT, COMPLETION),
    acceptance_levels=(AcceptanceLevel("village", "村级自验", 1, SOURCE),),
    tender_lines=(),
    change=ChangeRule(1000, SOURCE),
    checklists=(),
    claim_documents=(),
    interest=InterestRule("treasury", SOURCE),
    bond_caps=(),
)
