"""代码名称 (labels): what the codes inside facts are called, in Chinese and English.

A code that is not listed is shown as it is: rulebooks may bring new ones.
"""

Label = tuple[str, str]
"""简体中文, English."""

LABELS: dict[str, dict[str, Label]] = {
    "level": {
        "central": ("中央", "central"),
        "provincial": ("省级", "provincial"),
        "city": ("市级", "city"),
        "county": ("县级", "county"),
        "department": ("部门", "department"),
        "social": ("社会", "social"),
    },
    "tier": {
        "county": ("县级", "county"),
        "town": ("乡镇级", "town"),
        "village": ("村级", "village"),
        "household": ("到户", "household"),
        "site": ("项目现场", "site"),
    },
    "purpose": {
        "project": ("项目", "project"),
        "unit": ("单位", "unit"),
        "fee": ("项目管理费", "management fee"),
        "gift": ("捐赠", "gift"),
        "interest": ("利息", "interest"),
    },
    "stage": {
        "advance": ("预付款", "advance"),
        "progress": ("进度款", "progress payment"),
        "settlement": ("结算款", "settlement payment"),
        "retention": ("质量保证金", "retention"),
        "fee": ("项目管理费", "management fee"),
        "unit": ("单位用款", "payment to a unit"),
        "roll": ("到户代发", "household payments"),
        "gift": ("捐赠支出", "gift spending"),
    },
    "project": {
        "works": ("工程", "works"),
        "goods": ("货物", "goods"),
        "services": ("服务", "services"),
        "subsidy": ("补助", "subsidy"),
        "training": ("培训", "training"),
    },
    "mode": {
        "special_account": ("专户", "special account"),
        "special_ledger": ("专账", "special ledger"),
    },
    "nature": {
        "grant": ("无偿", "grant"),
        "repayable": ("有偿", "repayable"),
        "new": ("新建", "new"),
        "continued": ("续建", "continued"),
    },
    "route": {
        "open_tender": ("公开招标", "open tender"),
        "invited_tender": ("邀请招标", "invited tender"),
        "negotiation": ("竞争性谈判", "negotiation"),
        "inquiry": ("询价", "price inquiry"),
        "direct": ("直接委托", "direct award"),
        "self_build": ("村民自建", "self-build"),
    },
    "asset": {
        "operating": ("经营性资产", "operating asset"),
        "public": ("公益性资产", "public asset"),
        "household": ("到户类资产", "household asset"),
        "none": ("不形成资产", "no asset"),
    },
    "retention_base": {
        "settlement": ("审定结算价", "the settlement price"),
        "contract": ("合同价", "the contract price"),
        "subsidy": ("财政补助", "the fiscal subsidy"),
    },
    "change": {
        "plan": ("计划", "plan"),
        "contract": ("合同", "contract"),
        "content": ("内容", "content"),
        "place": ("地点", "place"),
        "period": ("工期", "period"),
    },
    "interest_owner": {
        "treasury": ("国库", "the treasury"),
        "aid_fund": ("扶贫资金", "the aid fund"),
    },
    "donor": {
        "firm": ("企业", "a firm"),
        "office": ("机关单位", "an office"),
        "person": ("个人", "a person"),
        "anonymous": ("匿名", "anonymous"),
        "charity": ("慈善组织", "a charity"),
    },
    "notice": {
        "allocation_result": ("资金分配结果公告", "allocation result"),
        "project_plan": ("年度项目计划公告", "project plan"),
        "project_library": ("项目库公示", "project library"),
        "before_start": ("实施前公示", "before start"),
        "completion": ("项目完成情况公告", "completion"),
        "roll": ("补助发放公示", "subsidy roll"),
    },
    "checklist": {
        "four_two": ("四议两公开", "four discussions and two disclosures"),
        "five_two_one": ("五议两公开一监督", "five discussions, two disclosures, one supervision"),
    },
    "phase": {
        "proposed": ("已申报", "proposed"),
        "decided": ("已民主决策", "decided by the village"),
        "reviewed": ("已审核", "reviewed"),
        "appraised": ("已论证", "appraised"),
        "in_library": ("已入库", "in the library"),
        "planned": ("已列入计划", "planned"),
        "approved": ("已批复", "approved"),
        "contracted": ("已签合同", "contracted"),
        "started": ("已开工", "started"),
        "completed": ("已完工", "completed"),
        "accepted": ("已验收", "accepted"),
        "settled": ("已结算", "settled"),
        "handed_over": ("已移交", "handed over"),
        "released": ("质保期满", "retention released"),
    },
}


def label(kind: str, code: str) -> Label:
    """What a code of this kind is called; the code itself where it has no label."""
    return LABELS[kind].get(code, (code, code))
