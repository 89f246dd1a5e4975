"""项目字段 (fields of projects before the works): proposal, decision, library, plan, contract, change."""

from domain.fields.field import PUBLIC, Field, scan
from domain.fields.kinds import (
    BASIS_POINTS,
    CODE,
    DAY,
    FEN,
    KEY,
    MONTHS,
    NAME,
    PERSONS,
    SHA256,
    TEXT,
    UNIT,
    WHOLE,
    WORKED_OUT,
    entries,
)

FIELDS = (
    Field("code", "项目编号", "project code", KEY, "XM-2025-017", PUBLIC, of="projects").says(
        "为项目编一个编号，申报后不能改，以后各环节都用它。",
        "The code that the project gets when it is proposed; it never changes and every later step uses it.",
    ),
    Field("name", "项目名称", "name of the project", NAME, "红星村村组道路硬化", PUBLIC, of="projects").says(
        "填项目申报书上的名称，写明地点和建设内容，不写个人姓名。",
        "The name on the proposal, with place and works and without names of persons.",
    ),
    Field("kind", "项目类型", "kind of project", CODE, "works", PUBLIC, of="projects").says(
        "填工程 works、货物 goods、服务 services、到户补助 subsidy 或培训 training。",
        "What the project is: works, goods, services, subsidy or training.",
    ),
    Field("implementing_unit", "实施单位", "implementing unit", UNIT, "DW-002", PUBLIC).says(
        "填负责实施项目的单位在单位名册中的代码，未登记的填全称；验收人不得出自这个单位。",
        "The unit that does the works, by its number in the register of units, else in full; it may not accept them.",
    ),
    Field("proposer_unit", "申报单位", "proposing unit", UNIT, "红星村村民委员会", PUBLIC).says(
        "填提出申报的单位在单位名册中的代码，未登记的照申报书封面填全称。",
        "The unit that proposes the project, by its number in the register of units; else in full, as the cover says.",
    ),
    Field("content", "建设内容", "content", TEXT, "硬化村组道路 3 公里，宽 3.5 米", PUBLIC).says(
        "填建设内容和规模，照申报书或实施方案写，数量要具体。",
        "What is to be built and how much of it, as the proposal or the plan says.",
    ),
    Field("beneficiaries", "受益对象", "beneficiaries", TEXT, "红星村 412 户 1,386 人", PUBLIC).says(
        "填受益的村组和户数人数，只写数字，不列个人姓名。",
        "Which groups benefit, with the count of households and persons and no names.",
    ),
    Field("nature", "建设性质", "nature of the project", CODE, "new", PUBLIC, of="projects").says(
        "填新建 new 或续建 continued，见申报书。",
        "Whether the project is new or continued, from the proposal.",
    ),
    Field("estimate_fen", "估算投资", "estimate", FEN, 102_000_000, PUBLIC).says(
        "填估算的总投资（分），申报时填申报书的数，论证时填论证后的数。",
        "The estimated cost in fen: as proposed at first, as appraised afterwards.",
    ),
    Field("checklist", "民主决策程序", "checklist of the decision", CODE, "four_two", PUBLIC).says(
        "填村里按哪套程序决策，用规章中的代码，如四议两公开 four_two。",
        "The procedure by which the village decided, by its code in the rulebook, such as four_two.",
    ),
    Field("steps", "民主决策步骤", "steps of the decision", entries(50), None, PUBLIC, of="projects").says(
        "按程序逐步列出会议和公开的情况，步骤不能缺。",
        "Every meeting and posting of the procedure in its order, none left out.",
    ),
    Field("code", "步骤代码", "code of the step", CODE, "villagers_decision", PUBLIC, of="DecisionStep").says(
        "填这一步的代码，用规章所列程序中的代码。",
        "The code of this step in the checklist of the rulebook.",
    ),
    Field("held_on", "会议日期", "held on", DAY, "2024-10-12", PUBLIC).says(
        "填会议召开或公开开始的日期，见会议记录。",
        "The day of the meeting, or the day the posting began, from the minutes.",
    ),
    Field("due_count", "应到人数", "persons due", PERSONS, 56, PUBLIC).says(
        "填应当到会的人数，见会议签到册，公开步骤填 0。",
        "How many persons were to come, from the attendance list; 0 for a posting.",
    ),
    Field("present_count", "实到人数", "persons present", PERSONS, 49, PUBLIC).says(
        "填实际到会的人数，见会议签到册，公开步骤填 0。",
        "How many persons came, from the attendance list; 0 for a posting.",
    ),
    Field("in_favour_count", "赞成人数", "persons in favour", PERSONS, 47, PUBLIC).says(
        "填表决赞成的人数，见会议记录，公开步骤填 0。",
        "How many persons voted in favour, from the minutes; 0 for a posting.",
    ),
    Field("posted_from", "公开起日", "posted from", DAY, "2024-10-13", PUBLIC).says(
        "公开步骤填张贴的第一天，会议步骤留空。",
        "For a posting, its first day; empty for a meeting.",
    ),
    Field("posted_to", "公开止日", "posted to", DAY, "2024-10-22", PUBLIC).says(
        "公开步骤填张贴的最后一天，会议步骤留空。",
        "For a posting, its last day; empty for a meeting.",
    ),
    Field("minutes_sha256", "会议记录指纹", "hash of the minutes", SHA256, scan("会议记录")).says(
        "填会议记录或公开照片扫描件的 SHA-256 指纹。",
        "The SHA-256 of the scan of the minutes, or of the photograph of the posting.",
    ),
    Field("unit", "论证部门", "appraising unit", NAME, "达川区农业农村局", PUBLIC, of="projects").says(
        "填牵头论证的县级部门全称，见论证意见落款。",
        "The county department that leads the appraisal, in full, as it signs.",
    ),
    Field("library_no", "入库编号", "library number", KEY, "XMK-2025-105", PUBLIC).says(
        "填项目库中的编号，见项目入库文件或项目库清单。",
        "The number of the project in the library, from the document of its entry or the library's list.",
    ),
    Field("targets", "绩效目标", "targets", entries(100), None, PUBLIC).says(
        "逐条列出绩效目标，见绩效目标表，没有目标不能入库。",
        "Every target of the performance table; a project without one cannot enter the library.",
    ),
    Field("code", "目标代码", "code of the target", CODE, "road_length", PUBLIC, of="Target").says(
        "填这条目标的代码，同一项目内不重复。",
        "The code of this target, used once within the project.",
    ),
    Field("name", "目标名称", "name of the target", NAME, "硬化村组道路里程", PUBLIC, of="Target").says(
        "填这条目标考核什么，见绩效目标表“指标名称”栏。",
        "What this target measures, from the performance table.",
    ),
    Field("unit", "目标单位", "unit of the target", NAME, "公里", PUBLIC, of="Target").says(
        "填目标值的计量单位，如公里、亩、户、‰。",
        "The unit that the target counts in, such as km, mu, households or ‰.",
    ),
    Field("value", "目标值", "value of the target", WHOLE, 5, PUBLIC).says(
        "填要达到的数值，写整数，单位另填。",
        "What is to be reached, as a whole number of the unit of the target.",
    ),
    Field("plan_no", "计划编号", "plan number", KEY, "达川乡振〔2025〕8号", PUBLIC).says(
        "填下达年度项目计划的文件编号，见计划文件首页。",
        "The number of the document with the year's project plan, from its first page.",
    ),
    Field("plan_fen", "计划资金", "planned amount", FEN, 99_000_000, PUBLIC).says(
        "填计划安排给本项目的资金总额（分），见计划文件附表。",
        "What the plan gives this project in all, in fen, from the table of the plan.",
    ),
    Field("scheme", "付款方案", "payment scheme", CODE, "works_2022", PUBLIC).says(
        "填按规章中的哪套方案报账付款，决定各阶段最多付多少。",
        "The payment scheme of the rulebook; it decides how much may be paid at each stage.",
    ),
    Field("starts_on", "计划开工日", "to start on", DAY, "2025-04-01", PUBLIC).says(
        "填计划开工的日期，见实施方案的进度安排。",
        "The day the works are planned to start, from the schedule of the plan.",
    ),
    Field("approval_no", "批复文号", "approval number", KEY, "达川乡振函〔2025〕12号", PUBLIC).says(
        "填批复实施方案或批准调整的文件文号，不需报批的调整留空。",
        "The number of the document that approves the plan or the change; empty for a change that needs none.",
    ),
    Field("contract_no", "合同编号", "contract number", KEY, "HT-2025-022", PUBLIC).says(
        "填合同封面上的编号，自建项目填自建协议的编号。",
        "The number on the cover of the contract, or of the agreement where the village builds itself.",
    ),
    Field("route", "采购方式", "route of procurement", CODE, "open_tender", PUBLIC).says(
        "填按什么方式选定承包人，如公开招标 open_tender、询价 inquiry、村民自建 self_build。",
        "How the contractor was chosen, such as open_tender, inquiry or self_build.",
    ),
    Field("contractor_id", "承包人代码", "contractor id", KEY, "f-2032").says(
        "填承包人在往来单位登记中的代码，不填证件号和银行账号。",
        "The id of the contractor in the register; never an identity number or a bank account.",
    ),
    Field("contractor_name", "承包单位", "contractor", NAME, "达州市通川建筑有限公司", PUBLIC).says(
        "填承包单位全称，与合同盖章一致；会上公示栏，自建时写村组织名称，不写个人。",
        "The contractor's full name as on the seal; it is shown, so a self-building village gives its own name.",
    ),
    Field("price_fen", "合同价", "contract price", FEN, 96_000_000, PUBLIC).says(
        "填合同总价（分），见合同价款条款，不得超过计划资金。",
        "The price of the contract in fen, from its clause on price; never above the plan.",
    ),
    Field("signed_on", "签订日期", "signed on", DAY, "2025-03-25", PUBLIC).says(
        "填合同签订的日期，见合同签字页。",
        "The day the contract was signed, from its page of signatures.",
    ),
    Field("awarded_on", "中标日期", "awarded on", DAY, "2025-03-18", PUBLIC).says(
        "填中标或成交通知书的日期，直接委托和自建留空。",
        "The day of the award letter; empty for a direct award and where the village builds itself.",
    ),
    Field("defect_months", "缺陷责任期", "defect period", MONTHS, 12, PUBLIC).says(
        "填缺陷责任期几个月，见合同质保条款，不得超过规章上限。",
        "How many months the contractor answers for defects, from the contract; never above the rulebook's limit.",
    ),
    Field(
        "confirm_unusual", "异常数额说明", "why it is unusual", TEXT, "补签零星工程，确为此数", PUBLIC
    ).says(
        "合同价远低于计划而被退回核对时，写明为什么无误；平时留空。",
        "Why a price far below the plan is right, when it was asked back; otherwise empty.",
    ),
    Field("change_no", "调整编号", "change number", KEY, "BG-2025-003", PUBLIC).says(
        "填变更单或调整申请的编号，一次调整一个编号。",
        "The number of the change order or request; each change has its own.",
    ),
    Field("subject", "调整事项", "subject of the change", CODE, "contract", PUBLIC, of="projects").says(
        "填调整什么：计划 plan、合同 contract、建设内容 content、实施地点 place 或工期 period。",
        "What changes: plan, contract, content, place or period.",
    ),
    Field("plan_change_fen", "计划增减额", "change of the plan", FEN, -1_200_000, PUBLIC).says(
        "填计划资金增减多少（分），减少写负数，不变填 0。",
        "By how much the plan changes, in fen; less is negative, 0 if it stays.",
    ),
    Field("contract_change_fen", "合同增减额", "change of the contract", FEN, -1_770_000, PUBLIC).says(
        "填合同价增减多少（分），减少写负数，不变填 0。",
        "By how much the price changes, in fen; less is negative, 0 if it stays.",
    ),
    Field("share_bp", "累计调整比例", "share changed", BASIS_POINTS, 184, PUBLIC, of="projects").says(
        "由系统算出：历次调整合计占原计划或原合同的万分比。",
        "All changes so far as a share of the first plan or contract, in basis points, worked out by the service.",
    ),
    Field("termination_no", "解除协议编号", "termination number", KEY, "JC-2024-003", PUBLIC).says(
        "填解除协议、解除通知或判决的编号，见文书首页。",
        "The number of the agreement, notice or judgement that ends the contract, from its first page.",
    ),
    Field("owed_fen", "尚应付金额", "amount owed", FEN, 6_000_000, PUBLIC).says(
        "填解除时还应付给承包单位的金额（分），等于已计量减已付，没有的填 0。",
        "What is still owed to the contractor, in fen: certified work less what was paid; 0 where nothing is.",
    ),
    Field("certified_fen", "已计量金额", "certified work", FEN, 30_400_000, PUBLIC).says(
        "由系统算出：被解除的合同已经计量的工程款（分）。",
        "The work certified under the contract that ends, in fen, worked out by the service.",
    ),
    Field("owed", "尚应付款", "owed by source", WORKED_OUT, None, PUBLIC).says(
        "由系统按来源算出：解除时还应付给承包单位的工程款。",
        "What is still owed to the contractor, source by source, worked out by the service.",
    ),
    Field("former_name", "原项目名称", "former name", NAME, "白马村村组道路硬花", PUBLIC).says(
        "由系统填写：更正前登记的项目名称，与新名称一并显示。",
        "The name of the project before the correction, filled in by the service; both are shown.",
    ),
    Field(
        "former_contractor_name", "原承包单位名称", "former contractor", NAME, "达州宏远建筑公司", PUBLIC
    ).says(
        "由系统填写：更正前登记的承包单位名称，与新名称一并显示。",
        "The name of the contractor before the correction, filled in by the service; both are shown.",
    ),
    Field("reason", "办理理由", "reason", TEXT, "二组支路改线，减少土方工程量", PUBLIC, of="projects").says(
        "写明为什么调整、中止、恢复、终止或冲销，会上公示栏，不写个人姓名和号码。",
        "Why the project is changed, suspended, resumed, ended or reversed; it is shown, so name no person.",
    ),
    Field("text", "调整内容", "change", TEXT, "二组支路由 0.8 公里改为 0.6 公里", PUBLIC, of="projects").says(
        "写明由什么调整为什么，照变更单写，只调金额的可留空。",
        "What was and what shall be, as the change order says; may be empty where only amounts change.",
    ),
)
