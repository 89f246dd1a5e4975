"""工程字段 (fields of the works): start, measurement, acceptance, settlement, hand-over, retention."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import CODE, DAY, FEN, KEY, NAME, PERSONS, TEXT, WHOLE, WORKED_OUT, YES, entries

FIELDS = (
    Field("start_order_no", "开工令编号", "start order", KEY, "KG-2025-014", PUBLIC).says(
        "填开工令或开工报告的编号，见监理或实施单位签发的单据。",
        "The number of the order to start, as the supervisor or the implementing unit issued it.",
    ),
    Field("certificate_no", "计量单编号", "certificate number", KEY, "JL-2025-014-01", PUBLIC).says(
        "填工程计量单的编号，冲销时填原计量单的编号。",
        "The number of the certificate of measured work; to reverse it, the same number.",
    ),
    Field("work", "完成工程量", "work done", TEXT, "完成路基整形 3 公里、路面混凝土 1.2 公里", PUBLIC).says(
        "填本次计量完成的工程内容和数量，与计量单一致。",
        "What was done and how much of it, as the certificate says.",
    ),
    Field("advance_offset", "抵扣预付款", "advance offset", WORKED_OUT, None, PUBLIC).says(
        "由系统按来源算出：这次计量或结算先抵扣了多少预付款。",
        "How much of the advance this work uses up, source by source, worked out by the service.",
    ),
    Field("payable", "形成应付款", "payable", WORKED_OUT, None, PUBLIC).says(
        "由系统按来源算出：抵扣预付款以后还应付多少工程款。",
        "What is owed for this work after the advance, source by source, worked out by the service.",
    ),
    Field("report_no", "完工报告编号", "completion report", KEY, "WG-2025-009", PUBLIC).says(
        "填实施单位完工报告的编号，见报告封面。",
        "The number of the report of completion, from its cover.",
    ),
    Field("level", "验收或审核层级", "level of the step", CODE, "town", PUBLIC, of="projects").says(
        "填由哪一级验收或审核：村级 village、乡镇级 town 或县级 county，从下往上逐级办理。",
        "Which level accepts or reviews: village, town or county, from the lowest upwards.",
    ),
    Field("form_no", "验收表编号", "acceptance form", KEY, "YS-2025-016", PUBLIC).says(
        "填验收表的编号，见验收表右上角，每次验收一张表。",
        "The number at the head of the acceptance form; each acceptance has its own form.",
    ),
    Field("acceptors", "验收人", "acceptors", entries(50), ("u-301", "u-302")).says(
        "填验收人的人员代码，至少一人，不写姓名，实施过本项目的人不得验收。",
        "The ids of those who accept, one at least and no names; nobody who carried out the project may be one.",
    ),
    Field("representatives", "群众代表人数", "villagers present", PERSONS, 13, PUBLIC).says(
        "填参加验收的群众代表有几人，见验收表签字栏。",
        "How many villagers took part in the acceptance, from the signatures on its form.",
    ),
    Field("verdict", "验收结论", "verdict", TEXT, "工程量属实，质量合格，同意通过乡镇初验", PUBLIC).says(
        "照抄验收表的结论，会上公示栏，不写个人姓名。",
        "The verdict of the form; the board shows it, so name no person.",
    ),
    Field("last_level", "末级验收", "last level", YES, example=False, public=PUBLIC).says(
        "由系统判定：这是规章要求的最后一级验收时为是。",
        "Yes where this is the last level of acceptance that the rulebook asks for, set by the service.",
    ),
    Field("defects", "验收问题", "defects", entries(200), None, PUBLIC).says(
        "逐条列出验收发现的问题，见验收表附页。",
        "Every defect that the acceptance found, from the annex of its form.",
    ),
    Field("no", "问题编号", "number of the defect", KEY, "问题1", PUBLIC).says(
        "填问题的编号，同一项目内不重复，整改时用同一个编号。",
        "The number of the defect, used once within the project and again when it is mended.",
    ),
    Field("text", "问题描述", "description", TEXT, "K0+120 处路面厚度不足", PUBLIC, of="Defect").says(
        "写明问题在哪里、差多少，会上公示栏，不写个人姓名。",
        "Where the defect is and how large; the board shows it, so name no person.",
    ),
    Field("rectify_by_on", "整改期限", "to be mended by", DAY, "2025-07-31", PUBLIC).says(
        "填最迟哪一天整改完毕，见验收表或整改通知。",
        "The day by which the defects must be mended, from the form or the order to mend.",
    ),
    Field("defect_nos", "已整改问题编号", "defects mended", entries(200), ("问题2", "问题3"), PUBLIC).says(
        "列出这次整改好的问题的编号，须是尚未整改的问题。",
        "The numbers of the defects that were mended now; each must still be open.",
    ),
    Field("audit_no", "审定报告编号", "audit number", KEY, "川恒审〔2025〕108号", PUBLIC).says(
        "填工程结算审定报告的编号，见报告封面。",
        "The number of the report that audits the price, from its cover.",
    ),
    Field("auditor_unit", "审定单位", "auditing unit", NAME, "四川恒信工程造价咨询有限公司", PUBLIC).says(
        "填出具结算审定报告的单位全称，见报告盖章。",
        "The firm or office that audited the price, in full, as on the seal of its report.",
    ),
    Field("settlement_fen", "审定结算价", "audited price", FEN, 94_230_000, PUBLIC).says(
        "填审定的结算总价（分），见审定报告结论，不得超过调整后的合同价。",
        "The audited price in fen, from the report's conclusion; never above the contract with its changes.",
    ),
    Field("asset_no", "资产编号", "asset number", KEY, "ZC-2025-021", PUBLIC).says(
        "填资产登记卡的编号，不形成资产的留空。",
        "The number of the asset's card; empty where no asset arises.",
    ),
    Field("asset_class", "资产类别", "class of the asset", CODE, "public", PUBLIC).says(
        "填经营性资产 operating、公益性资产 public、到户类资产 household 或不形成资产 none。",
        "What the asset is: operating, public or household; none where there is no asset.",
    ),
    Field("owner_level", "权属级次", "level of the owner", CODE, "household", PUBLIC).says(
        "填资产归哪一级所有：村级 village、乡镇级 town、县级 county 或到户 household。",
        "Which level owns the asset: village, town, county or household.",
    ),
    Field("owner", "所有权人", "owner", NAME, "红星村股份经济合作联合社", PUBLIC, of="projects").says(
        "填资产移交给哪个单位所有，写全称，归农户的写所在村组，不写个人姓名。",
        "Who owns the asset now, in full; for households the village and group, not the persons.",
    ),
    Field("keeper", "管护单位", "keeper", NAME, "红星村道路管护队", PUBLIC).says(
        "填负责日常管护的单位全称，见移交书，不写个人姓名。",
        "Who looks after the asset, in full, from the hand-over paper; not a person.",
    ),
    Field("retention", "预留质保金", "retention by source", WORKED_OUT, None, PUBLIC, of="projects").says(
        "由系统按来源算出：从应付工程款中预留的质保金。",
        "What is held back of the payables, source by source, worked out by the service.",
    ),
    Field("retention_fen", "质保金金额", "retention", FEN, 2_826_900, PUBLIC).says(
        "由系统算出：预留的质保金总额（分）。",
        "What is held back in all, in fen, worked out by the service.",
    ),
    Field("release_from_on", "质保期满日", "retention free from", DAY, "2026-06-28", PUBLIC).says(
        "由系统推算：缺陷责任期满、可以申请退还质保金的日期。",
        "The day from which the retention may be released, worked out from the defect period.",
    ),
    Field("inspection_no", "质保检查表编号", "inspection form", KEY, "JC-2026-005", PUBLIC).says(
        "填质保期满验收表的编号，见验收表右上角。",
        "The number at the head of the form of the last inspection.",
    ),
    Field("phase", "恢复到的阶段", "phase restored", CODE, "approved", PUBLIC).says(
        "由系统填写：冲销办结后项目回到的阶段。",
        "The phase at which the project goes on after its closing is taken back, filled in by the service.",
    ),
    Field("former_on", "原业务日期", "day of the step", DAY, "2024-06-13", PUBLIC).says(
        "由系统填写：被冲销的那一步原来的业务日期。",
        "The business day of the step that is taken back, filled in by the service.",
    ),
    Field("former_rulebook_version", "原规章版本", "rulebook of the step", WHOLE, 16, PUBLIC).says(
        "由系统填写：被冲销的那一步原来依据的规章版本。",
        "The version of the rulebook that judged the step that is taken back, filled in by the service.",
    ),
    Field("inspected_on", "检查日期", "inspected on", DAY, "2026-06-30", PUBLIC).says(
        "填质保期满验收的日期，见验收表，不得晚于业务日期。",
        "The day of the last inspection, from its form; not after the business date.",
    ),
)
