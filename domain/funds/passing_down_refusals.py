"""下达下级方面的拒绝 (refusals about passing down)."""

from domain.funds.codes import FundNature
from domain.money.refusals import AboveLimit
from domain.refusal import Refusal, beside, words_of


class PassedDownAboveFree(AboveLimit):
    """No more is passed down than is free, source by source (超余额下达)."""

    code = "passed_down_above_free"
    title_zh, title_en = "超余额下达", "More passed down than is free"
    asked = ("本次下达", "the amount passed down")
    limit = ("可下达余额", "what is free")
    remedy_zh = "请减少下达金额，或先收回已分配未到位的资金。"
    remedy_en = "Pass less down, or take back allocations that have not arrived."


class PassedDownOtherwise(Refusal):
    """Money that is passed down keeps its year and its nature (下达改变资金性质、年度)."""

    code = "passed_down_otherwise"
    title_zh, title_en = "下达改变资金性质或年度", "Passed down as other money"
    shows = ("given", "first")
    codes = words_of(given=FundNature, first=FundNature)
    field: str
    given: str
    document_no: str
    first: str

    says_zh = "下达文件的“{field:label}”为 {given}，指标 {document_no} 为 {first}。"
    says_en = "The document passed down has {field} {given}; fund {document_no} has {first}."
    remedy_zh = "下达资金的性质、年度须与原指标一致，请核对文件。"
    remedy_en = "Money keeps its nature and year when it is passed down: check the document."


class PlaceNotBelow(Refusal):
    """Money is passed down to a place inside the giving one (下达地区不属下级)."""

    code = "place_not_below"
    title_zh, title_en = "下达地区不属下级", "The place is not below"
    field = "place_code"
    shows = ("place_code", "giving_place_code")
    place_code: str
    giving_place_code: str
    place_name: str = ""  # where the register of places knows them
    giving_place_name: str = ""

    says_zh = "接收地区为 {receiving}，下达地区为 {giving}，前者不在后者辖内。"
    says_en = "The receiving place {receiving} does not lie below the giving place {giving}."
    remedy_zh = "请核对行政区划代码；资金只下达到辖区内的乡镇、村。"
    remedy_en = "Check the code; money is passed down to towns and villages inside the giving place."

    @property
    def receiving(self) -> str:
        """The receiving place: its code, and its name."""
        return beside(self.place_code, self.place_name)

    @property
    def giving(self) -> str:
        """The giving place: its code, and its name."""
        return beside(self.giving_place_code, self.giving_place_name)


class PassingDownUnknown(Refusal):
    """The fund has passed nothing down to this document, or all of it came back (无此下达)."""

    code = "passing_down_unknown"
    title_zh, title_en = "无此下达", "Nothing was passed down"
    status = 404
    field = "to_document_no"
    document_no: str
    to_document_no: str

    says_zh = "指标 {document_no} 没有下达到 {to_document_no} 的资金，或已全部冲销。"
    says_en = "Fund {document_no} has no money passed down to {to_document_no}, or all of it came back."
    remedy_zh, remedy_en = "请核对下达文件的文号。", "Check the number of the document below."
