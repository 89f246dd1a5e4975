"""规章程序字段 (fields of procedures): what the rulebook asks of notices, acceptance, tenders, decisions and papers."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import (
    BASIS_POINTS,
    CODE,
    DAYS,
    FEN,
    PART,
    PERSONS,
    WHOLE,
    YEARS,
    YES,
    entries,
)

FIELDS = (
    Field("notice_kinds", "公示种类表", "kinds of notices", entries(100), None, PUBLIC).says(
        "列出各种公示公告，每种写明内容项、层级、天数和时限。",
        "The kinds of notices, each with its items, levels, days and duties.",
    ),
    Field("levels", "张贴层级", "levels of posting", entries(20), ("county", "town"), PUBLIC).says(
        "列出这种公示要在哪几级公示栏张贴。",
        "On which boards this kind of notice hangs.",
    ),
    Field("level", "义务层级", "level of the duty", CODE, "county", PUBLIC, of="rulebook").says(
        "填应由哪一级张贴公示。",
        "The level whose board must show the notice.",
    ),
    Field("fields", "公示内容项", "items of the notice", entries(100), None, PUBLIC, of="rulebook").says(
        "列出这种公示必须写明的各项内容。",
        "The items that a notice of this kind must fill in.",
    ),
    Field("figures", "须写明的金额", "amounts to be named", entries(20), ("received",), PUBLIC).says(
        "列出这种公示必须写明公示事项的哪几个金额，填金额口径的代码，没有就留空表。",
        "Which amounts of its subject such a notice names, by the code of the figure; an empty list for none.",
    ),
    Field("minimum_days", "最少公示天数", "days at least", DAYS, 10, PUBLIC).says(
        "填这种公示最少张贴多少天。",
        "For how many days a notice of this kind hangs at least.",
    ),
    Field("duties", "公示义务", "duties of notice", entries(50), None, PUBLIC).says(
        "列出哪些业务办完以后多少天内必须张贴这种公示。",
        "After which events, and within how many days, such a notice must be posted.",
    ),
    Field("after", "起算事项", "event that starts the days", CODE, "fund.allocated", PUBLIC).says(
        "填从哪一种业务入账起计算公示时限，用业务事实的代码。",
        "The event from which the days are counted, by the code of its fact.",
    ),
    Field("names_persons", "涉及个人名单", "names persons", YES, example=True, public=PUBLIC).says(
        "这种公示列出个人名单的填是，名单中的号码必须遮盖。",
        "Yes if such a notice lists persons; their numbers must then be masked.",
    ),
    Field("acceptance_levels", "验收层级表", "levels of acceptance", entries(20), None, PUBLIC).says(
        "按先后列出验收要过哪几级，每级写明群众代表最少人数。",
        "The levels of acceptance in their order, each with the villagers it needs.",
    ),
    Field("representatives_min", "群众代表下限", "villagers at least", PERSONS, 1, PUBLIC).says(
        "填这一级验收至少要有几名群众代表参加，没有要求填 0。",
        "How many villagers must take part at this level; 0 where none are asked for.",
    ),
    Field("tender_lines", "采购限额表", "tender lines", entries(100), None, PUBLIC).says(
        "列出各类项目到多少金额必须用哪些采购方式。",
        "From which price on a kind of project may be contracted by which routes.",
    ),
    Field("kind", "适用项目类型", "kind of project", CODE, "goods", PUBLIC, of="TenderLine").says(
        "填这一行适用于哪类项目，如工程 works、货物 goods、服务 services。",
        "The kind of project that this line holds for, such as works, goods or services.",
    ),
    Field("kind", "步骤类别", "kind of step", CODE, "vote", PUBLIC, of="ChecklistStep").says(
        "填这一步是表决 vote、公开 posting 还是监督 supervision。",
        "Whether the step is a vote, a posting or a supervision.",
    ),
    Field("from_fen", "起点金额", "from", FEN, 400_000_000, PUBLIC).says(
        "填合同价从多少（分）起适用这一行。",
        "The price in fen from which this line holds.",
    ),
    Field("routes", "准许采购方式", "routes", entries(20), ("open_tender", "invited_tender"), PUBLIC).says(
        "列出准许采用的采购方式的代码。",
        "The codes of the routes of procurement that are open.",
    ),
    Field("use", "限定用途", "use it is narrowed to", CODE, "works_relief", PUBLIC, of="rulebook").says(
        "这一行只对一种用途的资金适用时填用途代码，普遍适用留空。",
        "The use that this line is narrowed to; empty where it holds for all.",
    ),
    Field("change", "调整规则", "rule of changes", PART, None, PUBLIC).says(
        "填项目调整超过多大比例必须重新报批。",
        "Beyond which share a change of the project needs a new approval.",
    ),
    Field("approval_bp", "报批比例", "share that needs approval", BASIS_POINTS, 1_000, PUBLIC).says(
        "填调整超过原计划或合同的万分之几须报批，10% 写作 1000。",
        "The share of the plan or contract beyond which a change needs approval; 10% is 1000.",
    ),
    Field("checklists", "民主决策程序表", "checklists", entries(50), None, PUBLIC).says(
        "列出村级民主决策可用的程序，每套写明各步骤的要求。",
        "The procedures of village decisions, each with what its steps demand.",
    ),
    Field("steps", "程序步骤", "steps of the checklist", entries(50), None, PUBLIC, of="rulebook").says(
        "按先后列出程序的各步，写明到会和赞成的最低要求。",
        "The steps of the procedure in their order, with their quorum and majority.",
    ),
    Field("quorum_over", "到会比例分子", "quorum, numerator", WHOLE, 4, PUBLIC).says(
        "填最低到会比例的分子，三分之二填 2，不要求填 0。",
        "The numerator of the quorum: 2 for two thirds, 0 where none is asked for.",
    ),
    Field("quorum_under", "到会比例分母", "quorum, denominator", WHOLE, 6, PUBLIC).says(
        "填最低到会比例的分母，三分之二填 3，不要求填 1。",
        "The denominator of the quorum: 3 for two thirds, 1 where none is asked for.",
    ),
    Field("majority_over", "赞成比例分子", "majority, numerator", WHOLE, 9, PUBLIC).says(
        "填赞成必须超过的比例的分子，过半数填 1。",
        "The numerator of the share that must be exceeded: 1 for more than half.",
    ),
    Field("majority_under", "赞成比例分母", "majority, denominator", WHOLE, 18, PUBLIC).says(
        "填赞成必须超过的比例的分母，过半数填 2。",
        "The denominator of the share that must be exceeded: 2 for more than half.",
    ),
    Field("majority_of", "赞成比例基数", "majority of", CODE, "present", PUBLIC).says(
        "填赞成比例按实到 present 还是应到 due 的人数计算。",
        "Whether the majority counts those present or those due.",
    ),
    Field("claim_documents", "报账资料表", "documents of claims", entries(50), None, PUBLIC).says(
        "按付款阶段列出报账必须提交的资料种类。",
        "The kinds of paper that a claim must bring at each stage.",
    ),
    Field("kinds", "资料种类表", "kinds of paper", entries(50), ("application", "contract"), PUBLIC).says(
        "列出这个阶段必须提交的资料种类的代码。",
        "The codes of the papers that the stage needs.",
    ),
    Field("interest", "利息规则", "rule of interest", PART, None, PUBLIC).says(
        "填账户没有另行登记时利息归谁。",
        "Whose the interest is where the account does not say.",
    ),
    Field("bond_caps", "保证金上限表", "caps of bonds", entries(20), None, PUBLIC).says(
        "列出履约、投标等保证金各自最高收多少。",
        "How high each kind of bond may be at most, such as a performance or a bid bond.",
    ),
    Field("duties_apart", "不相容岗位表", "duties kept apart", entries(50), None, PUBLIC).says(
        "列出同一事项上不得由一人兼办的岗位，每行一组。",
        "Which duties on one matter no person does two of, a group in each row.",
    ),
    Field(
        "duties",
        "互不相容的岗位",
        "duties of the group",
        entries(20),
        ("proposal", "appraisal"),
        PUBLIC,
        of="DutiesApart",
    ).says(
        "列出这一组岗位的代码，组内任意两个不得由一人办理。",
        "The codes of the duties of this group; no two of them are done by one person.",
    ),
    Field("notices_before", "先公示后办理表", "notices before steps", entries(50), None, PUBLIC).says(
        "列出项目办理入库、批复之前必须先张贴哪种公示、贴到哪一级。",
        "Which notice must hang at which level before a project enters the library or is approved.",
    ),
    Field("kind", "须先张贴的种类", "notice before", CODE, "project_library", PUBLIC, of="NoticeBefore").says(
        "填须先张贴的公示种类的代码，见公示种类表。",
        "The code of the kind of notice that must hang first, from the list of kinds.",
    ),
    Field("step", "公示后的步骤", "step after the notice", CODE, "library_entry", PUBLIC).says(
        "填须先公示才能办理的步骤：入库 library_entry 或批复 approval。",
        "The step that waits for the notice: library_entry or approval.",
    ),
    Field("posting_day", "张贴日规则", "rule of the posting day", PART, None, PUBLIC).says(
        "填公示时限按哪一天算张贴；没有这项规则填 null，按所称张贴日算。",
        "Which day counts as that of the posting; null where the day that was said is believed.",
    ),
    Field("counts", "计算依据", "what counts", CODE, "later", PUBLIC).says(
        "填按所称张贴日 said，还是所称日与登记日两日取晚 later。",
        "The day that was said, or the later of it and the day of recording.",
    ),
    Field("pools", "资金池表", "pools", entries(50), None, PUBLIC).says(
        "列出项目未定之前可以先行分配的资金池，各有代码和名称。",
        "The pools that money may be allocated to before its projects are known, each with code and name.",
    ),
    Field("public_lines", "公开电话内容项表", "fields of public lines", entries(20), None, PUBLIC).says(
        "列出公示中哪些内容项填监督电话等对外公开的号码，手机号也照登。",
        "Which items of notices hold the number of a public line; a mobile number is printed there as it is.",
    ),
    Field("field_code", "公开电话内容项", "field of a public line", CODE, "supervision_phone", PUBLIC).says(
        "填登载公开电话的内容项代码，须是某种公示列出的内容项。",
        "The code of the item that holds the number, one that some kind of notice lists.",
    ),
    Field("fund_year", "资金年度规则", "rule of fund years", PART, None, PUBLIC).says(
        "填指标文件最早可以提前几年下达资金；没有这项规则填 null。",
        "How many years ahead of its year a document may give money; null where there is no such rule.",
    ),
    Field("years_ahead", "提前年数", "years ahead", YEARS, 0, PUBLIC).says(
        "填资金年度最多可以比文件印发的年份晚几年，提前下达下一年度填 1。",
        "How many years the year of the money may lie after that of the document; 1 for the next year's.",
    ),
    Field("new_acceptors_min", "新验收人下限", "new acceptors at least", PERSONS, 14, PUBLIC).says(
        "填这一级的验收人中至少几人没有参加过前几级验收，不要求填 0。",
        "How many acceptors of this level accepted at no former one; 0 where none is asked for.",
    ),
    Field("slip", "数额疑误规则", "rule of slips", PART, None, PUBLIC).says(
        "填合同价与计划相差多少倍以上须退回核对；没有这项规则填 null。",
        "How many times a price must fit into its plan to be asked back; null where there is no such rule.",
    ),
    Field("times", "相差倍数", "times", WHOLE, 10_000, PUBLIC).says(
        "填计划达到合同价的多少倍就退回核对，元误作万元为 10000。",
        "From how many times the price on the plan is asked back; 10000 where yuan were taken for ten thousands.",
    ),
    Field("paid_again", "可同期多次发放的用途", "uses paid several times", entries(50), None, PUBLIC).says(
        "列出哪些用途的到户资金可以在同一期间向同一人多次发放，没有就留空表。",
        "For which uses of money persons may be paid several times for one period; an empty list where there is none.",
    ),
    Field("spending_items", "用款事项表", "spending items", entries(100), None, PUBLIC).says(
        "列出单位和捐赠的钱可以用在哪些事项，每项写明资料、公示和验收要求；没有就留空表。",
        "What units and gifts may spend money on, each with its papers, notice and sheet; an empty list for none.",
    ),
    Field("paid_for", "用谁的钱", "whose money", CODE, "gift", PUBLIC).says(
        "填这一项用的是单位 unit 的钱还是捐赠 gift 的钱。",
        "Whether the money of units or of gifts is spent on this item.",
    ),
    Field(
        "kinds",
        "报账资料种类",
        "papers of the item",
        entries(50),
        ("trainee_list",),
        PUBLIC,
        of="SpendingItem",
    ).says(
        "列出这一事项除付款阶段要求以外还须提交的资料种类的代码。",
        "The codes of the papers that the item needs besides those of its stage.",
    ),
    Field("notice_kind", "付款前公示种类", "notice before payment", CODE, "gift_use", PUBLIC).says(
        "填付款前须公示期满的公示种类的代码，不要求公示的留空。",
        "The kind of notice that must have hung its days before the payment; empty where none is asked for.",
    ),
    Field("notice_levels", "付款前公示层级", "levels of that notice", entries(20), ("town",), PUBLIC).says(
        "列出付款前的公示要在哪几级期满。",
        "At which levels that notice must have hung.",
    ),
    Field("year_cap_fen", "年度定额（分）", "cap of a year in fen", FEN, 2_000_000, PUBLIC).says(
        "填这一事项同一用款人一年至多多少分，不设定额填 0。",
        "The most of a calendar year for this item and one unit or gift, in fen; 0 for no cap.",
    ),
    Field("allocated_item", "分配定事项规则", "rule of allocated items", PART, None, PUBLIC).says(
        "填分配给哪一类去向须写明用款事项；没有这项规则填 null。",
        "To which kind of purpose an allocation names its spending item; null where there is no such rule.",
    ),
    Field("in_advance", "是否预拨", "paid in advance", YES, example=False, public=PUBLIC).says(
        "先拨付、后凭表清账的填是，先验收、后报账的填否。",
        "Yes where the money is paid first and accounted for by the sheet, no where it is reimbursed.",
    ),
)
