"""公示栏用词 (words of the board): what the codes of the books are called on public pages, Chinese and English.

A code that is not listed is shown as it is, so that a new rulebook may bring new ones.
"""

from api.http.language import Language

Word = tuple[str, str]

SECTIONS: dict[str, Word] = {
    "/board": ("总览", "Overview"),
    "/board/funds": ("资金", "Funds"),
    "/board/projects": ("项目", "Projects"),
    "/board/notices": ("公告", "Notices"),
    "/board/late": ("逾期未公示", "Late notices"),
}
"""The sections of the board by their paths, in the order of the navigation."""

LEVELS: dict[str, Word] = {
    "central": ("中央", "Central"),
    "provincial": ("省级", "Provincial"),
    "city": ("市级", "City"),
    "county": ("县级", "County"),
    "department": ("部门", "Department"),
    "social": ("社会", "Social"),
}

BOARDS: dict[str, Word] = {
    "county": ("县级", "County board"),
    "town": ("乡镇", "Town board"),
    "village": ("村级", "Village board"),
    "site": ("施工现场", "Site board"),
}

PURPOSES: dict[str, Word] = {
    "project": ("项目", "Project"),
    "unit": ("单位", "Unit"),
    "fee": ("项目管理费", "Project management fee"),
    "gift": ("捐赠", "Gift"),
}

KINDS_OF_PROJECT: dict[str, Word] = {
    "works": ("工程", "Works"),
    "goods": ("货物", "Goods"),
    "services": ("服务", "Services"),
    "subsidy": ("到户补助", "Household subsidy"),
    "training": ("培训", "Training"),
}

NATURES: dict[str, Word] = {
    "new": ("新建", "New"),
    "continued": ("续建", "Continued"),
    "grant": ("无偿", "Grant"),
    "repayable": ("有偿", "Repayable"),
}

PHASES: dict[str, Word] = {
    "proposed": ("申报", "Proposed"),
    "decided": ("民主决策", "Decided by the village"),
    "reviewed": ("乡镇审核", "Reviewed"),
    "appraised": ("论证", "Appraised"),
    "in_library": ("入库", "In the project library"),
    "planned": ("列入计划", "Planned"),
    "approved": ("批复", "Approved"),
    "contracted": ("签订合同", "Contracted"),
    "started": ("开工", "Started"),
    "completed": ("完工", "Completed"),
    "accepted": ("验收合格", "Accepted"),
    "settled": ("结算", "Settled"),
    "handed_over": ("移交", "Handed over"),
    "released": ("质保期满", "Retention released"),
}

ROUTES: dict[str, Word] = {
    "open_tender": ("公开招标", "Open tender"),
    "invited_tender": ("邀请招标", "Invited tender"),
    "negotiation": ("竞争性谈判", "Negotiation"),
    "inquiry": ("询价", "Price inquiry"),
    "direct": ("直接委托", "Direct award"),
    "self_build": ("村民自建", "Self-build"),
}

STAGES: dict[str, Word] = {
    "advance": ("预付款", "Advance"),
    "progress": ("进度款", "Progress payment"),
    "settlement": ("结算款", "Settlement payment"),
    "retention": ("质保金", "Retention"),
    "fee": ("项目管理费", "Project management fee"),
    "unit": ("单位用款", "Payment of a unit"),
    "roll": ("到户发放", "Household payments"),
    "gift": ("捐赠支出", "Gift spending"),
}

ACCEPTANCES: dict[str, Word] = {
    "village": ("村级自验", "Village acceptance"),
    "town": ("乡镇初验", "Town acceptance"),
    "county": ("县级验收", "County acceptance"),
}

ASSETS: dict[str, Word] = {
    "operating": ("经营性资产", "Operating asset"),
    "public": ("公益性资产", "Public asset"),
    "household": ("到户类资产", "Household asset"),
    "none": ("不形成资产", "No asset"),
}

SUBJECTS_OF_CHANGE: dict[str, Word] = {
    "plan": ("计划", "Plan"),
    "contract": ("合同", "Contract"),
    "content": ("建设内容", "Content"),
    "place": ("实施地点", "Place"),
    "period": ("工期", "Period"),
}

TABLES: dict[str, dict[str, Word]] = {
    "section": SECTIONS,
    "level": LEVELS,
    "board": BOARDS,
    "purpose": PURPOSES,
    "project_kind": KINDS_OF_PROJECT,
    "nature": NATURES,
    "phase": PHASES,
    "route": ROUTES,
    "stage": STAGES,
    "acceptance": ACCEPTANCES,
    "asset": ASSETS,
    "change": SUBJECTS_OF_CHANGE,
}


def word(table: str, code: str, language: Language) -> str:
    """What a code is called; a code that the table lacks is its own name."""
    zh, en = TABLES[table].get(code, (code, code))
    return zh if language == "zh" else en
