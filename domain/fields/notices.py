"""公示字段 (fields of notices): the draft and its contents, the posting, objections and their answers."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import CODE, DAY, DAYS, FEN, KEY, NAME, PIECES, TEXT, YES, entries

FIELDS = (
    Field("notice_no", "公示编号", "notice number", KEY, "GS-2025-031", PUBLIC).says(
        "填公示公告的编号，见公示登记簿，一份公示一个编号。",
        "The number of the notice in the register of notices; each notice has its own.",
    ),
    Field("kind", "公示种类", "kind of notice", CODE, "completion", PUBLIC, of="notices").says(
        "填公示种类的代码，如分配结果 allocation_result、完工 completion，决定必须写哪些内容。",
        "The code of the kind of notice, such as allocation_result or completion; it decides what must be said.",
    ),
    Field("level", "公示层级", "level of the board", CODE, "village", PUBLIC, of="notices").says(
        "填在哪一级公示栏张贴：县级 county、乡镇级 town、村级 village 或项目现场 site。",
        "On which board it hangs: county, town, village or site.",
    ),
    Field("subject", "公示事项", "subject", TEXT, "project/XM-2025-017", PUBLIC, of="notices").says(
        "填公示的是哪一笔资金、哪个项目或哪册花名册，写类别、斜杠和编号。",
        "Which fund, project or roll the notice is about, written as its kind, a slash and its number.",
    ),
    Field("title", "公示标题", "title", NAME, "红星村道路硬化项目完工公告", PUBLIC, of="notices").says(
        "填公示的标题，与张贴的纸上一致，写明地点和事项。",
        "The title as it stands on the sheet that hangs, with the place and the matter.",
    ),
    Field("fields", "公示内容", "contents of the notice", entries(100), None, PUBLIC, of="notices").says(
        "按公示种类要求逐项填写内容，一项都不能少，不写个人号码。",
        "Every item that the kind of notice demands, none missing and without personal numbers.",
    ),
    Field("code", "内容项代码", "code of the item", CODE, "implementing_unit", PUBLIC, of="FieldText").says(
        "填公示内容项的代码，用规章中该公示种类列出的代码。",
        "The code of the item, one of those that the rulebook lists for the kind of notice.",
    ),
    Field("text", "内容项文字", "text", TEXT, "达川区石桥镇人民政府", PUBLIC, of="FieldText").says(
        "填这一项要公示的文字，会原样上公示栏，涉及个人的号码必须遮盖。",
        "What the item says; the board shows it as it is, so numbers of persons must be masked.",
    ),
    Field(
        "public_lines",
        "公开电话",
        "public lines",
        entries(200),
        ("supervision_phone",),
        PUBLIC,
        of="notices",
    ).says(
        "由系统按规章填写：哪些内容项的文字是监督电话等公开号码。",
        "Which items hold the number of a public line, by the rulebook; filled in by the service.",
    ),
    Field("amounts", "公示金额", "amounts of the notice", entries(200), None, PUBLIC).says(
        "逐项列出公示中出现的金额，必须与账上的数字一致。",
        "Every amount that the notice shows; each must agree with the ledgers.",
    ),
    Field("label", "金额名称", "label of the amount", NAME, "项目审定结算价", PUBLIC).says(
        "填这个金额在公示上叫什么，与张贴的纸上一致。",
        "What the amount is called on the notice, as on the sheet that hangs.",
    ),
    Field("figure", "金额口径", "figure", CODE, "saving", PUBLIC).says(
        "填这个金额是账上的哪个数，如计划金额 plan、审定结算价 settlement；账上没有的填账外数 unkept。",
        "Which figure of the books it is, such as plan or settlement; unkept if the books keep no such figure.",
    ),
    Field("figure_of", "金额所属", "record of the figure", TEXT, "project/XM-2025-017", PUBLIC).says(
        "填这个金额属于哪笔资金、哪个项目、报账单、花名册、捐赠或账户；与公示事项相同时留空。",
        "Which fund, project, claim, roll, gift or account has this figure; empty if it is the subject of the notice.",
    ),
    Field("otherwise_reason", "与账不符说明", "why it differs", TEXT, "原公告按含税价刊登", PUBLIC).says(
        "照旧公告登记而与账不符时写明原因，会上公示栏；与账一致时留空。",
        "Why an old paper printed another figure than the books have; the board shows it; empty if they agree.",
    ),
    Field("books_fen", "账上金额", "figure of the books", FEN, 94_231_700, PUBLIC).says(
        "由系统在拟稿时从账上取得，与公示金额对照。",
        "Taken from the books by the service when the notice is drafted, to stand beside the printed amount.",
    ),
    Field("replaces_notice_no", "代替的公示编号", "notice replaced", KEY, "GS-2025-027", PUBLIC).says(
        "这份公示代替已撤回的公示时，填被代替公示的编号，否则留空。",
        "The number of the withdrawn notice that this one replaces; empty if there is none.",
    ),
    Field("place_text", "张贴地点", "place of posting", TEXT, "红星村村委会公示栏", PUBLIC).says(
        "填实际张贴的地点，写到能找得着的程度。",
        "Where exactly the notice hangs, so that anybody finds it.",
    ),
    Field("first_day_on", "公示首日", "first day on display", DAY, "2025-06-27", PUBLIC).says(
        "填公示张贴出去的第一天，公示天数从这一天算起。",
        "The first day on which the notice hangs; its days are counted from here.",
    ),
    Field("recorded_on", "登记日期", "recorded on", DAY, "2025-06-29", PUBLIC).says(
        "由系统记下张贴登记的日期，晚于公示首日的按它计算公示时限。",
        "The day on which the posting was recorded; the duty counts it where it is later than the first day.",
    ),
    Field("closes_on", "最早结束日", "may close on", DAY, "2025-07-08", PUBLIC).says(
        "由系统按规章的公示天数推算：最早到哪一天才能结束公示。",
        "The first day on which the notice may be closed, worked out from the days that the rulebook demands.",
    ),
    Field("objection_no", "异议编号", "objection number", KEY, "YY-2025-004", PUBLIC).says(
        "填异议登记表上的编号，答复时填同一个编号。",
        "The number in the register of objections; the answer uses the same.",
    ),
    Field("objector_id", "提出人代码", "objector id", KEY, "p-3317").says(
        "填提出异议的人的人员代码，不写姓名和电话，不对外公开。",
        "The id of the person who objects; no name, no telephone, and never shown outside.",
    ),
    Field("summary", "异议内容", "objection in short", TEXT, "反映二组支路硬化长度不足", PUBLIC).says(
        "概括写明反映了什么问题，会上公示栏，不写提出人的姓名和住址。",
        "What the objection says in short; the board shows it, so leave out who objects.",
    ),
    Field("answer", "答复内容", "answer", TEXT, "经现场复测，长度与审定工程量一致", PUBLIC).says(
        "写明核查的情况和处理结果，会上公示栏，不写个人情况。",
        "What was found and done; the board shows it, so leave out personal matters.",
    ),
    Field("answer_by_on", "答复期限", "answer due by", DAY, "2025-07-18", PUBLIC).says(
        "由系统按规章推算：最迟哪一天必须答复异议。",
        "The last day for the answer, worked out from the rulebook.",
    ),
    Field("upheld", "异议是否成立", "upheld", YES, example=False, public=PUBLIC).says(
        "核查后异议属实填是，不属实填否。",
        "Yes if the objection proved right, no if it did not.",
    ),
    Field("reason", "更正理由", "reason", TEXT, "公示金额有误，更正后重新公示", PUBLIC, of="notices").says(
        "写明为什么更正或撤回公示，会上公示栏，不写个人姓名和号码。",
        "Why the notice is changed or withdrawn; the board shows it, so write no names or numbers of persons.",
    ),
    Field("days_posted", "实际公示天数", "days on display", DAYS, 11, PUBLIC).says(
        "由系统算出：首日和末日都算在内，公示一共张贴了多少天。",
        "How many days the notice hung, first and last included, counted by the service.",
    ),
    Field("objections_count", "异议件数", "number of objections", PIECES, 3, PUBLIC).says(
        "由系统统计：公示期间一共登记了多少件异议。",
        "How many objections were recorded while the notice hung, counted by the service.",
    ),
)
