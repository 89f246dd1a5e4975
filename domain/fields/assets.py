"""资产字段 (fields of asset surveys): a survey's number and day, and the cuts of the register."""

from domain.fields.field import PUBLIC, Field
from domain.fields.kinds import DAY, FEN, KEY, NAME, PIECES, entries

FIELDS = (
    Field("survey_no", "清查编号", "survey number", KEY, "QC-2025-01", PUBLIC).says(
        "填资产清查报告的编号，见报告封面。",
        "The number of the survey's report, from its cover.",
    ),
    Field("as_of_on", "清查基准日", "as of", DAY, "2024-12-31", PUBLIC).says(
        "填资产清查截止到哪一天，见清查报告。",
        "The day that the survey counts the assets on, from its report.",
    ),
    Field("cuts", "分类汇总", "cuts of the register", entries(50), None, PUBLIC).says(
        "把同一批资产按不同口径各汇总一次，各口径的总数必须相等。",
        "The same assets summed in several ways; every way must come to the same totals.",
    ),
    Field("cut", "分类口径", "name of the cut", NAME, "按资产性质", PUBLIC).says(
        "填按什么分类，如按资产性质、按权属级次。",
        "What the assets are sorted by, such as their nature or the level of their owner.",
    ),
    Field("rows", "分类明细", "rows of the cut", entries(500), None, PUBLIC).says(
        "逐类列出项数和价值，各类相加须等于本口径合计。",
        "Each class with its count and value; together they make the totals of the cut.",
    ),
    Field("class_name", "资产类别", "class of assets", NAME, "公益性资产", PUBLIC).says(
        "填这一类的名称，如公益性资产、经营性资产、村级所有。",
        "What the class is called, such as public assets, operating assets or owned by the village.",
    ),
    Field("count", "项数", "number of assets", PIECES, 624, PUBLIC, of="assets").says(
        "填这一类或这一口径共有多少项资产，见清查表“项数”栏。",
        "How many assets the class or the cut holds, from the survey's column of counts.",
    ),
    Field("total_fen", "合计价值", "total value", FEN, 30_862_614_700, PUBLIC).says(
        "填本口径全部资产的价值合计（分），见清查表合计行。",
        "What all assets of the cut are worth together in fen, from the survey's line of totals.",
    ),
    Field("rounding_fen", "进位差额", "rounding", FEN, 5_000, PUBLIC).says(
        "报告按万元取整、各口径合计略有出入时，填允许的差额（分），没有填 0。",
        "How far the cuts may differ because the report rounds, in fen; 0 if they agree.",
    ),
)
