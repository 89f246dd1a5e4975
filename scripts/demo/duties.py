"""公示义务 (duties to post) of a project in the demo: library, plan and site notices, with the fields of their kind."""

from collections.abc import Sequence
from datetime import date, timedelta

from domain.money.amount_text import wan_text
from domain.money.sources import SourceShare
from domain.notices.notice_amount import NoticeAmount
from domain.notices.notice_hangs_at_every_level import level_owed
from domain.rulebook.codes import Figure
from domain.rulebook.notice_rules import NoticeKind
from scripts.demo.case import place_name
from scripts.demo.clerk import Clerk
from scripts.demo.notice_path import NoticeText, run
from scripts.demo.papers import LEVEL_NAMES, total_fen
from scripts.demo.work import Work

CLASSES = {"works": "工程", "subsidy": "补助"}


def post_about(
    clerk: Clerk, work: Work, kind_code: str, level: str, on: date, sources: Sequence[SourceShare] = ()
) -> None:
    """Post a notice of this kind about a project on a day, and close it when its days are over."""
    kind = work.regulations.notice_kind(kind_code)
    known = _known(work, sources)
    notice = NoticeText(
        notice_no=f"演示-{kind_code}-{work.code}-{level}",
        kind=kind_code,
        level=level,
        place_code=work.place_code,
        subject=f"project/{work.code}",
        title=f"{work.name}{kind.name_zh}",
        fields={field.code: known[field.code] for field in kind.fields},
        amounts=tuple(_amount(work, figure, sources) for figure in kind.figures),
    )
    run(clerk, notice, on, on + timedelta(_days(kind)), place_name(work.place_code))


def _amount(work: Work, figure: str, sources: Sequence[SourceShare]) -> NoticeAmount:
    """The amount of the project that the kind names: its estimate, or what the sources of its plan give."""
    amount_fen = work.estimate_fen if figure == Figure.ESTIMATE else total_fen(sources)
    return NoticeAmount(Figure.of(figure).zh, amount_fen, figure)


def levels_for(work: Work, kind_code: str, *levels: str) -> list[str]:
    """Where a notice of this kind is posted that hangs at these levels: what concerns the county, at the county."""
    kind = work.regulations.notice_kind(kind_code)
    return list(dict.fromkeys(level_owed(level, kind.levels, work.place_code) for level in levels))


def _days(kind: NoticeKind) -> int:
    assert kind.unit == "day", "the demo counts natural days"
    return kind.minimum_days


def _known(work: Work, sources: Sequence[SourceShare]) -> dict[str, str]:
    """What the demo can say of a project, by the code of the field; what no notice printed is said to be assumed."""
    money = "、".join(f"{LEVEL_NAMES[one.level]} {wan_text(one.amount_fen)} 万元" for one in sources)
    return {
        "name": work.name,
        "class": CLASSES[work.kind],
        "nature": "新建",
        "place": place_name(work.place_code),
        "schedule": "演示假定：当年完成",
        "period": "演示假定：当年完成",
        "responsible_unit": work.unit,
        "task": work.content,
        "content": work.content,
        "standard": "演示假定：按批复的实施方案",
        "sources": money or f"估算 {wan_text(work.estimate_fen)} 万元",
        "beneficiaries": work.beneficiaries,
        "target": f"{work.target.name} {work.target.value} {work.target.unit}",
        "benefit": f"演示假定：受益对象为{work.beneficiaries}",
        "procurement": "演示假定：按采购限额选定",
        "supervision_phone": "演示假定：12317",
    }
