"""请求的拒绝 (refusals of requests): what is wrong with a request before any rule of the books is asked."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from api.http.wording import Complaint
from domain.refusal import Refusal


class InvalidJson(Refusal):
    """The body is not JSON (请求体不是 JSON)."""

    code = "invalid_json"
    title_zh, title_en = "请求体不是 JSON", "The body is not JSON"
    status = 400
    at_character: int  # where the reader stopped, from 0

    says_zh = "读到第 {at_character} 个字符时不是 JSON。"
    says_en = "Not JSON at character {at_character}."
    remedy_zh = "请以 UTF-8 编码的 JSON 对象提交，Content-Type 为 application/json。"
    remedy_en = "Send a JSON object in UTF-8 with Content-Type application/json."


class IdempotencyKeyMissing(Refusal):
    """A request that records must carry a key (缺少幂等键)."""

    code = "idempotency_key_missing"
    title_zh, title_en = "缺少幂等键", "Idempotency key missing"
    status = 400
    field = "Idempotency-Key"

    says_zh = "记账请求必须带 Idempotency-Key 请求头。"
    says_en = "A request that records must carry the header Idempotency-Key."
    remedy_zh = "请为每笔业务生成一个唯一的键；重发同一笔业务时用同一个键。"
    remedy_en = "Make one unique key for each act, and send the same key when you repeat it."


class IdempotencyKeyUnusable(Refusal):
    """The key is too long or holds characters that do not print (幂等键不可用)."""

    code = "idempotency_key_unusable"
    title_zh, title_en = "幂等键不可用", "Idempotency key unusable"
    status = 400
    field = "Idempotency-Key"
    allowed_characters = 128
    shows = ("given_characters", "allowed_characters")
    given_characters: int

    says_zh = "幂等键须为 1 至 {allowed_characters} 个可见 ASCII 字符，收到 {given_characters} 个字符。"
    says_en = "A key is 1 to {allowed_characters} visible ASCII characters; this one has {given_characters} characters."
    remedy_zh, remedy_en = "请改用 UUID 之类的键。", "Use a UUID or the like."


class IfMatchUnusable(Refusal):
    """If-Match does not name a version (If-Match 不可用)."""

    code = "if_match_unusable"
    title_zh, title_en = "If-Match 不可用", "If-Match unusable"
    status = 400
    field = "If-Match"

    says_zh = 'If-Match 须为一个版本号，如 "7"。'
    says_en = 'If-Match must name one version, as in "7".'
    remedy_zh = "版本号见读取记录时的 X-Stream-Version 响应头，或回执。"
    remedy_en = "The version stands in X-Stream-Version when the record is read, and in receipts."


class UnknownParameter(Refusal):
    """The query holds a parameter that this address does not know (不认识的查询参数)."""

    code = "unknown_parameter"
    title_zh, title_en = "不认识的查询参数", "Unknown query parameter"
    status = 400
    shows = ()
    field: str
    allowed: AbstractSet[str]

    says_zh = "此地址没有查询参数 {field}；可用的有：{allowed}。"
    says_en = "This address has no query parameter {field}; it knows: {allowed:commas}."
    remedy_zh = "请去掉或改正该参数；不认识的条件不会被悄悄忽略。"
    remedy_en = "Remove or correct it; an unknown filter is never ignored in silence."


class UnusablePageCursor(Refusal):
    """The cursor was not made by these books (翻页标记不可用)."""

    code = "unusable_page_cursor"
    title_zh, title_en = "翻页标记不可用", "Unusable page cursor"
    status = 400
    field = "cursor"

    says_zh = "cursor 不是本账套给出的翻页标记。"
    says_en = "This cursor was not given by these books."
    remedy_zh = "请从 Link 响应头取下一页的地址，或从第一页重新开始。"
    remedy_en = "Take the address of the next page from the Link header, or begin again."


class UnknownPath(Refusal):
    """No such address (没有这个地址)."""

    code = "unknown_path"
    title_zh, title_en = "没有这个地址", "No such address"
    status = 404

    says_zh = "服务没有这个地址。"
    says_en = "This service has no such address."
    remedy_zh = "接口一览见 /docs，公示栏见 /board。"
    remedy_en = "The reference is at /docs, the public board at /board."


class MethodNotAllowed(Refusal):
    """The address exists, but not for this method (此地址不支持该方法)."""

    code = "method_not_allowed"
    title_zh, title_en = "此地址不支持该方法", "Method not allowed"
    status = 405
    shows = ()
    method: str

    says_zh = "此地址不支持 {method}。"
    says_en = "This address does not know {method}."
    remedy_zh = "可用的方法见 Allow 响应头。记录一经登记不得修改或删除，更正请用冲销。"
    remedy_en = "See the header Allow.  Records are never changed or deleted; a correction is a reversal."


class ConflictingWrite(Refusal):
    """Someone else wrote first (他人已先行登记)."""

    code = "conflicting_write"
    title_zh, title_en = "他人已先行登记", "Someone else wrote first"
    status = 409

    says_zh = "另一请求已先行登记，本次未登记任何内容。"
    says_en = "Another request was recorded first; nothing of this one was."
    remedy_zh, remedy_en = "请用同一个幂等键重发。", "Send it again with the same key."


class BodyTooLarge(Refusal):
    """The body is larger than the service reads (请求体过大)."""

    code = "body_too_large"
    title_zh, title_en = "请求体过大", "Body too large"
    status = 413
    allowed_bytes: int

    says_zh = "请求体不得超过 {allowed_bytes} 字节。"
    says_en = "A body may hold {allowed_bytes} bytes at most."
    remedy_zh, remedy_en = "请分批提交。", "Send it in parts."


class UnsupportedBody(Refusal):
    """The body is of a kind that this address does not read (请求体类型不支持)."""

    code = "unsupported_body"
    title_zh, title_en = "请求体类型不支持", "Unsupported kind of body"
    status = 415
    field = "Content-Type"
    shows = ()
    allowed: Sequence[str]
    received: str = ""  # where it is known

    says_zh = "此地址不收 {received:or 这类内容}，只收 Content-Type 为 {allowed} 的内容。"
    says_en = "This address does not read {received:or such a body}; it reads Content-Type {allowed:either}."
    remedy_zh = "请改用所列类型；表格请另存为“CSV UTF-8（逗号分隔）”。"
    remedy_en = "Use one of these; save a sheet as “CSV UTF-8 (comma delimited)”."


class InvalidRequest(Refusal):
    """Fields are missing, unknown or of the wrong kind (请求内容不合要求); each is listed in `errors`."""

    code = "invalid_request"
    title_zh, title_en = "请求内容不合要求", "Invalid request"
    shows = ()
    complaints: Sequence[Complaint]  # one for each place that is wrong; at least one

    says_zh = "请求内容有 {complaints:count} 处不合要求。"
    says_en = "The request is wrong in {places}."
    remedy_zh = "请按 errors 逐项改正；什么都没有登记。"
    remedy_en = "Correct each place in `errors`; nothing was recorded."

    @property
    def places(self) -> str:
        """How many places are wrong, in English."""
        count = len(self.complaints)
        return f"{count} place{'s' if count > 1 else ''}"


class ValueOutOfRange(Refusal):
    """A value is larger than the books can hold or compare (数值超出范围)."""

    code = "value_out_of_range"
    title_zh, title_en = "数值超出范围", "A value is out of range"
    status = 422

    says_zh = "请求中有数值超出账套能容纳的范围。"  # what the database says may quote the value
    says_en = "A value of the request is beyond what the books can hold."
    remedy_zh, remedy_en = "请核对年度、金额和编号。", "Check years, amounts and numbers."


class Bug(Refusal):
    """Something broke that is ours to mend (系统故障)."""

    code = "bug"
    title_zh, title_en = "系统故障", "A fault of the service"
    status = 500

    says_zh = "服务出现故障，已记入日志。"
    says_en = "The service failed; the log knows where."
    remedy_zh = "请把 correlation_id 告诉管理员；可用同一个幂等键重发。"
    remedy_en = "Give the correlation_id to the administrator; you may repeat with the same key."


class BooksUnavailable(Refusal):
    """The database does not answer (账套暂不可用)."""

    code = "books_unavailable"
    title_zh, title_en = "账套暂不可用", "The books are not available"
    status = 503

    says_zh = "数据库暂时不可用，本次请求未获确认。"
    says_en = "The database does not answer; this request was not acknowledged."
    remedy_zh = "请稍后用同一个幂等键重发：已登记的会原样答复，未登记的会登记一次。"
    remedy_en = "Repeat later with the same key: what was kept is answered again, what was not is kept once."


class LedgersNotReady(Refusal):
    """A ledger that answers this is not made yet, or not as this release reads it (台账未建)."""

    code = "ledgers_not_ready"
    title_zh, title_en = "台账未建", "The ledgers are not made yet"
    status = 503

    says_zh = "回答所需的台账还没有建立，或者是另一版本建立的。"
    says_en = "A ledger that this answer needs is not made yet, or was made by another release."
    remedy_zh = "请稍后再查；管理员须用本版本启动 serve，仍不行的，运行 rebuild。"
    remedy_en = "Ask again later; the administrator starts `serve` of this release, or else runs `rebuild`."


class PositionNotReached(Refusal):
    """The ledger has not read as far as the caller asked for (台账尚未更新到该位置)."""

    code = "position_not_reached"
    title_zh, title_en = "台账尚未更新到该位置", "The ledger is not there yet"
    status = 503
    field = "min_position"
    asked_position: int
    reached_position: int

    says_zh = "要求至少更新到 {asked_position}，台账现在更新到 {reached_position}。"
    says_en = "Asked for position {asked_position} at least; the ledger stands at {reached_position}."
    remedy_zh, remedy_en = "请稍后再读，或去掉 min_position。", "Read again later, or leave min_position out."
