"""规章字段 (fields of the rulebook): a published version, its parameters of money, and the calendar of a year."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import (
    BASIS_POINTS,
    CODE,
    DAY,
    DAYS,
    FEN,
    KEY,
    MONTHS,
    NAME,
    PART,
    TEXT,
    WHOLE,
    YEAR,
    YEARS,
    entries,
)

FIELDS = (
    Field("version", "版本号", "version", WHOLE, 8, PUBLIC).says(
        "填这次发布是第几版，必须比上一版大一。",
        "The version that is published now, one more than the last.",
    ),
    Field("title", "规章标题", "title", NAME, "达川区衔接资金管理规章", PUBLIC, of="rulebook").says(
        "填这一版规章的标题，照发布文件写。",
        "The title of this version, as the document that publishes it says.",
    ),
    Field("document_no", "发布文号", "published by", KEY, "达川府办〔2025〕6号", PUBLIC, of="rulebook").says(
        "填发布这一版规章的文件文号，见文件首页。",
        "The number of the document that publishes this version, from its first page.",
    ),
    Field("in_force_from", "施行日期", "in force from", DAY, "2025-02-01", PUBLIC).says(
        "填这一版从哪一天起施行，见文件的施行条款。",
        "The day from which this version holds, from its closing clause.",
    ),
    Field("proposed_by", "拟定人", "proposed by", KEY, "u-131").says(
        "记录拟定这一版的人的编号；一人发布的，留空。",
        "The id of who proposed this version; empty where one person published it.",
    ),
    Field("regulations", "规章参数", "regulations", PART, None, PUBLIC).says(
        "填全套规章参数，每一项都要注明出处。",
        "The whole set of parameters, each with its source.",
    ),
    Field("regime", "制度代码", "regime", CODE, "2021", PUBLIC).says(
        "填所依据的资金管理制度的代码，一般用制度发布的年份。",
        "The code of the regime of fund rules, usually the year of its issue.",
    ),
    Field("code", "参数代码", "code of the parameter", CODE, "disclosure", PUBLIC, of="rulebook").says(
        "填这一项参数的代码，同一张表内不重复，办理业务时用它。",
        "The code of this parameter, used once in its list; requests refer to it.",
    ),
    Field("name", "参数名称", "name of the parameter", NAME, "主动公开期限", PUBLIC, of="rulebook").says(
        "填这一项参数或这套制度的中文名称，照文件写。",
        "The Chinese name of this parameter or regime, as the document gives it.",
    ),
    Field("name_zh", "中文名称", "Chinese name", NAME, "资金分配结果公告", PUBLIC).says(
        "填中文名称，会显示在公示栏和表格上。",
        "The name in Chinese, as boards and forms show it.",
    ),
    Field("name_en", "英文名称", "English name", NAME, "allocation result", PUBLIC).says(
        "填英文名称，供英文页面显示。",
        "The name in English, as English pages show it.",
    ),
    Field("source", "依据", "source", TEXT, "财农〔2021〕19号 第七条", PUBLIC).says(
        "填依据的文件文号和条款，节假日安排填国务院办公厅的通知。",
        "The document and article that says so; for days off, the notice of the State Council.",
    ),
    Field("source_levels", "资金级次表", "source levels", entries(50), None, PUBLIC).says(
        "列出资金可以由哪几级安排，每级一个代码和名称。",
        "Which levels may give money, each with its code and name.",
    ),
    Field("uses", "用途表", "uses", entries(200), None, PUBLIC).says(
        "列出资金准许的用途，每种用途注明可用的功能分类科目。",
        "The uses that are permitted, each with the budget codes that serve it.",
    ),
    Field("budget_codes", "可用科目", "budget codes", entries(50), ("2130505", "2130507"), PUBLIC).says(
        "列出这种用途可以列支的功能分类科目编码。",
        "The functional budget codes that this use may be booked under.",
    ),
    Field("covers", "涵盖用途", "uses covered", entries(50), ("industry", "infrastructure"), PUBLIC).says(
        "综合性资金列出可以分到哪些具体用途，单一用途留空表。",
        "For a comprehensive fund, the uses it may be split over; an empty list for any other.",
    ),
    Field("negative_list", "负面清单", "negative list", entries(200), None, PUBLIC).says(
        "列出任何帮扶资金都不准用于的事项。",
        "What no aid money may ever be used for.",
    ),
    Field("text", "禁止事项", "what is forbidden", TEXT, "修建楼堂馆所", PUBLIC, of="rulebook").says(
        "填负面清单这一条的内容，照文件原文写。",
        "The words of this line of the negative list, as the document has them.",
    ),
    Field("fee", "管理费规则", "rule of the fee", PART, None, PUBLIC).says(
        "填项目管理费的上限、不计入基数的用途和准许的开支。",
        "The cap of the management fee, the uses left out of its base, and what it may pay for.",
    ),
    Field("cap_bp", "上限比例", "cap", BASIS_POINTS, 100, PUBLIC).says(
        "填上限占基数的万分比，1% 写作 100。",
        "The cap as a share of its base in basis points; 1% is 100.",
    ),
    Field("excluded_uses", "剔除用途", "left out", entries(50), ("works_relief", "state_farms"), PUBLIC).says(
        "列出计提管理费时不计入基数的用途代码。",
        "The codes of the uses that do not count in the base of the fee.",
    ),
    Field("allowed_fee_uses", "管理费开支", "fee uses", entries(50), ("design", "tender"), PUBLIC).says(
        "列出项目管理费可以开支哪些事项的代码。",
        "The codes of what the management fee may pay for.",
    ),
    Field("carry_over", "结转规则", "rule of carry-over", PART, None, PUBLIC).says(
        "填资金可以使用几年、到期按结余收回的规则。",
        "For how many years money may be used before it counts as surplus.",
    ),
    Field("years", "可用年数", "years of use", YEARS, 2, PUBLIC).says(
        "填资金连同下达当年一共可以用几年。",
        "For how many years the money may be used, the year of its issue counted.",
    ),
    Field("day_limits", "办理时限表", "day limits", entries(200), None, PUBLIC).says(
        "列出各环节最长办理多少天，注明是自然日还是工作日。",
        "How many days each step may take, in calendar or in working days.",
    ),
    Field("days", "天数", "days", DAYS, 20, PUBLIC).says(
        "填多少天，按自然日还是工作日看单位栏。",
        "How many days; the unit says whether they are calendar or working days.",
    ),
    Field("unit", "天数单位", "unit of days", CODE, "working_day", PUBLIC, of="rulebook").says(
        "填自然日 day 或工作日 working_day，照文件的规定。",
        "What the days are: day or working_day, as the document says.",
    ),
    Field("payment_schemes", "付款方案表", "payment schemes", entries(100), None, PUBLIC).says(
        "列出报账付款的各套方案，每套写明各阶段的比例和条件。",
        "The payment schemes, each with the shares and conditions of its stages.",
    ),
    Field("stages", "付款阶段表", "stages", entries(50), None, PUBLIC).says(
        "按先后列出方案的各付款阶段，比例按累计填写。",
        "The stages of the scheme in their order; shares are cumulative.",
    ),
    Field("share_bp", "累计付款比例", "share payable", BASIS_POINTS, 8_000, PUBLIC, of="rulebook").says(
        "填到这个阶段为止累计最多付基数的万分之几，80% 写作 8000。",
        "Up to which share of the base payments may reach in all by this stage; 80% is 8000.",
    ),
    Field("of", "比例的基数", "base of the share", CODE, "measured", PUBLIC).says(
        "填比例按什么算，如合同价 contract、计量金额 measured、审定结算价 audited。",
        "What the share is of, such as contract, measured or audited.",
    ),
    Field("needs", "付款条件", "conditions", entries(50), ("accepted_all", "notice_closed"), PUBLIC).says(
        "列出付款前必须全部满足的条件的代码。",
        "The codes of the conditions that must all hold before money is paid.",
    ),
    Field("base_cap_fen", "基数封顶", "cap of the base", FEN, 30_000_000, PUBLIC).says(
        "填基数最多算到多少（分），不封顶填 0。",
        "Up to which amount the base counts, in fen; 0 for no such limit.",
    ),
    Field("least_bp", "最低付款比例", "least share", BASIS_POINTS, 6_000, PUBLIC).says(
        "填审批后累计付款不得低于基数的万分之几，没有下限填 0。",
        "Below which share of the base an approval may not leave a claim; 0 for no such limit.",
    ),
    Field("retention_base", "质保金基数", "base of retention", CODE, "subsidy", PUBLIC).says(
        "填方案按什么计提质保金：审定结算价 settlement、合同价 contract 或财政补助 subsidy。",
        "What the scheme takes the retention from: settlement, contract or subsidy.",
    ),
    Field("retention_months", "质保月数", "months of retention", MONTHS, 24, PUBLIC).says(
        "填方案预留质保金多少个月。",
        "For how many months the scheme holds the retention back.",
    ),
    Field("retention", "质保金上限规则", "rule of retention", PART, None, PUBLIC, of="rulebook").says(
        "填质保金比例和期限最高是多少，各付款方案都不得超过。",
        "The highest share and the longest time of retention; no scheme may go beyond them.",
    ),
    Field("months_max", "最长月数", "months at most", MONTHS, 36, PUBLIC).says(
        "填质保金最长预留多少个月。",
        "For how many months a retention may be held at most.",
    ),
    Field("year", "日历年度", "year of the calendar", YEAR, 2025, PUBLIC, of="rulebook").says(
        "填节假日安排是哪一年的，写四位数字。",
        "The year that the days off are for, in four digits.",
    ),
    Field("days_off", "放假日", "days off", entries(366), ("2025-01-01", "2025-01-28"), PUBLIC).says(
        "列出当年全部放假的日期，照国务院办公厅的通知，调休上班日不列。",
        "All days off of the year, as the State Council's notice says, without the make-up days.",
    ),
    Field("make_up_days", "调休日", "make-up days", entries(366), ("2025-01-26", "2025-02-08"), PUBLIC).says(
        "列出当年周末调整为上班的日期，照国务院办公厅的通知。",
        "The weekend days of the year that are worked, as the State Council's notice says.",
    ),
    Field("act_limits", "法定时限表", "time limits of acts", entries(100), None, PUBLIC).says(
        "列出法律、制度规定的办理时限，每项写明起算、办结、天数和条款。",
        "The time limits of the law, each with what it counts from and to, its days and its article.",
    ),
    Field("opens", "起算", "counts from", CODE, "county_budget", PUBLIC).says(
        "填时限从哪件事起算，如县级预算批准 county_budget、收到指标文件 indicator。",
        "What the time limit counts from, such as county_budget or indicator.",
    ),
    Field("stops", "办结", "counts to", CODE, "passed_down", PUBLIC).says(
        "填办到哪件事为止，如下达下级 passed_down、专户对账 statement。",
        "What the time limit counts to, such as passed_down or statement.",
    ),
    Field("source_en", "依据英文名", "source in English", TEXT, "Budget Law, article 52", PUBLIC).says(
        "填法律或制度的英文名称和条款号，供英文页面显示。",
        "The law and its article in English, for English pages.",
    ),
    Field("due_month_day", "规定日期", "named day", CODE, "01-15", PUBLIC).says(
        "规定了具体日期的填月和日，如 01-15；按天数计算的留空。",
        "Month and day where the rule names one, such as 01-15; empty where it counts days.",
    ),
)
