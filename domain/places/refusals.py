"""区划与单位方面的拒绝 (refusals about divisions and units)."""

from collections.abc import Sequence
from datetime import date

from domain.code import Word
from domain.refusal import Refusal


class PlaceUnknown(Refusal):
    """The register of places does not hold this code (区划或单位未登记)."""

    code = "place_unknown"
    title_zh, title_en = "区划或单位未登记", "Place not registered"
    field: str
    place_code: str
    registered: int  # how many codes the register holds

    says_zh = "区划与单位名册共 {registered} 个代码，没有 {place_code}。"
    says_en = "The register of places holds {registered} codes, and {place_code} is not among them."
    remedy_zh = "请核对代码；确为新设的，请先由管理员登记。"
    remedy_en = "Check the code; if the place is new, let an administrator register it first."


class ScopeMisread(Refusal):
    """The scope of a token is the code of a division (管辖范围不是区划代码)."""

    code = "scope_misread"
    title_zh, title_en = "管辖范围不是区划代码", "The scope is no division code"
    field = "scope"
    given: str

    says_zh = (
        "管辖范围为“{given:escaped}”，应为 6 位（县）、9 位（乡镇）或 12 位（村）区划代码，全县账套留空。"
    )
    says_en = (
        "The scope is “{given:escaped}”; it should be a code of 6 (county), 9 (town) or 12 digits (village), "
        "or empty for the whole set of books."
    )
    remedy_zh, remedy_en = "请照行政区划代码填全。", "Write the whole code of the division."


class PlaceEnded(Refusal):
    """The code is not in force on the day (区划或单位已撤销或尚未启用)."""

    code = "place_ended"
    title_zh, title_en = "区划或单位已撤销或尚未启用", "Place not in force"
    shows = ("place_code", "from_on:or ", "until_on:or ", "on:text")
    field: str
    place_code: str
    name: str
    from_on: date | None  # None: no bound
    until_on: date | None
    on: date  # the day asked for

    says_zh = "{place_code} {name}的有效期为 {since:or 不限} 至 {until:or 不限}，{on} 不在其内。"
    says_en = (
        "{place_code} {name} is in force from {since:or ever} to {until:or further notice}, not on {on}."
    )
    remedy_zh, remedy_en = "请改用当日有效的代码。", "Use the code that is in force on that day."

    @property
    def since(self) -> str:
        """The first day as it is written."""
        return str(self.from_on or "")

    @property
    def until(self) -> str:
        """The last day as it is written."""
        return str(self.until_on or "")


class PlaceRowsWrong(Refusal):
    """Every row of a file of places is right; all wrong rows are named at once (区划、单位名册有误)."""

    code = "place_rows_wrong"
    title_zh, title_en = "区划、单位名册有误", "Rows of places are wrong"
    field = "rows"
    shows = ("wrong", "rows")
    faults: Sequence[tuple[int, str, str]]  # the line, and what is wrong with it in Chinese and English
    wrong: int  # how many faults there are, also those not named
    counted: Word  # what the numbers count: rows from 1, or lines of the file

    says_zh = "{wrong} 处有误：{faults_zh:or （无）}。"
    says_en = "Faults found: {wrong}: {faults_en:or (none)}."
    remedy_zh = "请更正所列各{counted:zh}后重新提交，本次一条也未登记；文件的行号从表头算起，表头为第 1 行。"
    remedy_en = (
        "Correct each {counted:en} and submit again, none was recorded; in a file the header is line 1."
    )

    @property
    def rows(self) -> str:
        """The numbers of the wrong rows."""
        return ",".join(str(number) for number, _, _ in self.faults)

    @property
    def faults_zh(self) -> str:
        """Every named fault in Chinese."""
        return "；".join(f"第 {number} {self.counted[0]}：{zh}" for number, zh, _ in self.faults)

    @property
    def faults_en(self) -> str:
        """Every named fault in English."""
        return "; ".join(f"{self.counted[1]} {number} {en}" for number, _, en in self.faults)


class NothingNewInFile(Refusal):
    """Every row of the file is registered already, as it stands there (名册无新内容)."""

    code = "nothing_new_in_file"
    title_zh, title_en = "名册无新内容", "Nothing new in the file"
    status = 409
    field = "rows"
    shows = ("rows", "new")
    rows: int
    new: int = 0

    says_zh = "{rows} 行均已登记且内容相同，无新增。"
    says_en = "All {rows} rows are registered already as they stand there; none is new."
    remedy_zh = "无须再报；更名、撤销请另行办理。"
    remedy_en = "Nothing needs to be done; to change a row, rename or end the place."


class NameNotPrintable(Refusal):
    """A name holds only characters that can be seen (名称含不可见字符)."""

    code = "name_not_printable"
    title_zh, title_en = "名称含不可见字符", "The name holds what cannot be seen"
    field = "name"
    place_code: str
    name: str

    says_zh = "{place_code} 的新名称“{name}”含不可见字符。"
    says_en = "The new name “{name}” of {place_code} holds characters that cannot be seen."
    remedy_zh, remedy_en = "请删去以反斜杠标出的字符，重新填写。", "Leave out what is shown with a backslash."


class NameUnchanged(Refusal):
    """A new name is another one (名称未变)."""

    code = "name_unchanged"
    title_zh, title_en = "名称未变", "The name is the same"
    field = "name"
    place_code: str
    name: str

    says_zh = "{place_code} 现名就是“{name}”。"
    says_en = "{place_code} is called “{name}” already."
    remedy_zh, remedy_en = "请核对新名称。", "Check the new name."


class SuccessorDoesNotFit(Refusal):
    """A successor is another place of the same kind, in force when it takes over; no circle (接替者不符)."""

    code = "successor_does_not_fit"
    title_zh, title_en = "接替者不符", "The successor does not fit"
    field = "successor_code"
    place_code: str
    successor_code: str

    says_zh = (
        "{successor_code} 不能接替 {place_code}：接替者须是另一个同类、届时有效的区划或单位，且不由它接替。"
    )
    says_en = (
        "{successor_code} cannot follow {place_code}: it must be another one of the same kind, in force by then, "
        "that does not itself end in favour of it."
    )
    remedy_zh, remedy_en = "请改填接替者，没有的留空。", "Name another successor, or none."


class PlaceHoldsOthers(Refusal):
    """A division ends after the divisions inside it (辖内区划仍有效)."""

    code = "place_holds_others"
    title_zh, title_en = "辖内区划仍有效", "Divisions inside go on"
    field = "code"
    place_code: str
    inside: int  # how many of them go on
    first: str

    says_zh = "{place_code} 之下还有 {inside} 个有效区划，如 {first}。"
    says_en = "{inside} divisions inside {place_code} go on, {first} among them."
    remedy_zh = "请先撤销辖内区划，或按新隶属关系登记新代码后再撤销。"
    remedy_en = "End the divisions inside it first, after registering their new codes where they have any."
