"""资金字段 (fields of funds): the indicator document, its allocations, carry-over and integration."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import CODE, DAY, FEN, KEY, NAME, TEXT, YEAR, YES

FIELDS = (
    Field("title", "资金名称", "fund", NAME, "2025年中央衔接推进乡村振兴补助资金", PUBLIC, of="funds").says(
        "填指标文件标题中的资金名称，照原文写，不用简称。",
        "The name of the fund as the title of the document gives it, in full.",
    ),
    Field("former_title", "原资金名称", "former title", NAME, "2024年中央衔接乡村振兴补助资金", PUBLIC).says(
        "由系统填写：更正前登记的资金名称，与新名称一并显示。",
        "The title of the fund before the correction, filled in by the service; both are shown.",
    ),
    Field("issuer", "发文单位", "issued by", NAME, "达州市财政局", PUBLIC).says(
        "填下达指标的单位全称，见文件落款。",
        "The office that issued the document, in full, as it signs at the end.",
    ),
    Field("nature", "资金性质", "nature of the money", CODE, "grant", PUBLIC, of="funds").says(
        "填无偿 grant 或有偿 repayable，以指标文件的规定为准。",
        "Whether the money is a grant or repayable, as the fund document says.",
    ),
    Field("report", "报送材料", "report", CODE, "split_proposal", PUBLIC).says(
        "填报送的是分配方案 split_proposal 还是使用计划 use_plan。",
        "Whether the proposal of the split or the use plan was sent up.",
    ),
    Field("filing_no", "报送文号", "number of the report", KEY, "达川委农领〔2025〕3号", PUBLIC).says(
        "填报送文件的文号，照首页抄全；同一指标同一种材料内不得重复。",
        "The number of the paper that was sent up, copied whole; used once for its kind within one fund document.",
    ),
    Field("filed_with", "报送单位", "filed with", NAME, "达州市财政局", PUBLIC).says(
        "填收到报送材料的上级单位全称。",
        "The office above that received the paper, in full.",
    ),
    Field("allocation_no", "分配编号", "allocation number", KEY, "FP-2025-011", PUBLIC).says(
        "填资金分配表上这一笔的编号，同一指标文件内不得重复。",
        "The number of this line in the allocation table; used once within one fund document.",
    ),
    Field("from_allocation_no", "调出分配编号", "allocation giving", KEY, "FP-2025-012", PUBLIC).says(
        "填调出资金的那笔分配的编号，见原资金分配表。",
        "The number of the allocation that the money is taken from, in the allocation table.",
    ),
    Field("to_allocation_no", "调入分配编号", "allocation receiving", KEY, "FP-2025-013", PUBLIC).says(
        "填调入资金的那笔分配的编号，须与调出的属于同一指标文件。",
        "The number of the allocation that receives the money, of the same fund document.",
    ),
    Field("fee_base_fen", "管理费计提基数", "base of the fee", FEN, 463_000_000, PUBLIC).says(
        "填计提项目管理费的基数（分），就是整份指标时填 0。",
        "The amount that the management fee is computed on, in fen; 0 where it is the whole document.",
    ),
    Field("fee_base_note", "计提基数说明", "note on the base", TEXT, "扣除以工代赈 385 万元", PUBLIC).says(
        "基数不是整份指标时，写明扣除了哪些资金、依据哪份文件。",
        "Where the base is not the whole document, say what was left out and by which paper.",
    ),
    Field("from_recovered", "使用收回结余", "from recovered surplus", YES, example=True, public=PUBLIC).says(
        "这笔分配用的是已收回的结余资金就填是，用当年指标填否。",
        "Yes if the money comes from surplus taken back earlier, no if from the fund itself.",
    ),
    Field("to_recovered", "归入收回结余", "into recovered surplus", YES, example=False, public=PUBLIC).says(
        "由系统判定：收回的分配原来用的是结余资金，就仍归入结余。",
        "Set by the service: an allocation made from recovered surplus goes back to the surplus.",
    ),
    Field("authorisation_no", "整合授权编号", "authorisation number", KEY, "TC-2025-002", PUBLIC).says(
        "填统筹整合授权登记的编号，不跨用途使用资金时留空。",
        "The number of the authorisation to integrate funds; empty where money keeps its use.",
    ),
    Field("document_no_of_authority", "授权文号", "authority", KEY, "川财农〔2025〕22号", PUBLIC).says(
        "填准许统筹整合的文件的文号，照授权文件首页抄全。",
        "The number of the document that allows integration, copied whole from its first page.",
    ),
    Field("from_use", "原用途", "use before", CODE, "industry", PUBLIC).says(
        "填整合前资金的用途代码，即指标文件原定的用途。",
        "The code of the use that the fund document gave the money.",
    ),
    Field("to_use", "整合后用途", "use after", CODE, "relocation", PUBLIC).says(
        "填整合后准许用于什么，用规章中的用途代码。",
        "The code of the use that the money may now serve, from the rulebook.",
    ),
    Field("valid_until", "授权有效期", "valid until", DAY, "2025-12-31", PUBLIC).says(
        "填授权最后一天有效的日期，见授权文件的期限条款。",
        "The last day on which the authorisation holds, from its clause on time.",
    ),
    Field("former_fen", "上次结转金额", "former carry-over", FEN, 1_200_000, PUBLIC).says(
        "由系统填写：被冲销的这次结转以前，上一次结转的金额（分），没有则为 0。",
        "What the carry-over before the reversed one carried, in fen, filled in by the service; 0 for none.",
    ),
    Field("from_year", "结转前年度", "carried from", YEAR, 2025, PUBLIC).says(
        "填钱从哪个年度结转出来，即年末未用完的那个年度。",
        "The year that the unspent money is carried from.",
    ),
    Field("to_year", "结转后年度", "carried to", YEAR, 2026, PUBLIC).says(
        "填钱结转到哪个年度使用，只能是下一年。",
        "The year that the money is carried to; always the next one.",
    ),
    Field("transfer_kind", "转移支付种类", "kind of transfer", CODE, "earmarked", PUBLIC).says(
        "填专项转移支付 earmarked 或一般性转移支付 general，文件没有写明的留空。",
        "Whether the transfer is earmarked or general; empty where the document does not say.",
    ),
    Field("upper_received_on", "省级收文日期", "received by the province on", DAY, "2025-01-06", PUBLIC).says(
        "填省级收到这笔上级资金的日期，见指标文件引用的上级文件；不知道的留空。",
        "The day on which the province received this money, by the document that it cites; empty where unknown.",
    ),
    Field("to_document_no", "下达文号", "document below", KEY, "石桥财〔2025〕2号", PUBLIC).says(
        "填把资金下达给下级的文件的文号，照文件首页抄全；下级凭它登记指标。",
        "The number of the document that passes the money down, copied whole; the place below receives it by this.",
    ),
    Field("passed_down_from", "上级文号", "document above", KEY, "达市财农〔2025〕3号", PUBLIC).says(
        "由系统填写：这笔指标由账内哪份文件下达，来自账外的留空。",
        "Filled in by the service: which document of these books passed the money down; empty from outside.",
    ),
    Field("arrived_year", "到位年度", "year of arrival", YEAR, 2025, PUBLIC).says(
        "填要冲销的那笔到位资金入账的年度，凭证号按年度编排，须与之对应。",
        "The year in which the arrival to reverse was entered; voucher numbers begin anew each year.",
    ),
)
