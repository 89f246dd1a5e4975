"""门口的拒绝 (refusals at the door): what is wrong with a request before any rule of the books is asked.

* Refusal                     the base of the domain; nothing was recorded
  + 400  InvalidJson · IdempotencyKeyMissing · IdempotencyKeyUnusable · IfMatchUnusable
         UnknownParameter · UnusablePageCursor
  + 404  UnknownPath
  + 405  MethodNotAllowed
  + 409  ConflictingWrite
  + 413  BodyTooLarge
  + 415  UnsupportedBody
  + 422  InvalidRequest · ValueOutOfRange
  + 500  Bug
  + 503  BooksUnavailable · PositionNotReached
"""

from collections.abc import Collection, Sequence

from api.http.wording import Complaint
from domain.refusal import Refusal


class InvalidJson(Refusal):
    """The body is not JSON (请求体不是 JSON)."""

    code = "invalid_json"
    title_zh = "请求体不是 JSON"
    title_en = "The body is not JSON"
    status = 400

    def __init__(self, at_character: int) -> None:
        """`at_character` is where the reader stopped, from 0."""
        super().__init__(
            f"读到第 {at_character} 个字符时不是 JSON。",
            f"Not JSON at character {at_character}.",
            figures={"at_character": at_character},
            remedy_zh="请以 UTF-8 编码的 JSON 对象提交，Content-Type 为 application/json。",
            remedy_en="Send a JSON object in UTF-8 with Content-Type application/json.",
        )


class IdempotencyKeyMissing(Refusal):
    """A request that records must carry a key (缺少幂等键)."""

    code = "idempotency_key_missing"
    title_zh = "缺少幂等键"
    title_en = "Idempotency key missing"
    status = 400

    def __init__(self) -> None:
        """Nothing to show: the header is not there."""
        super().__init__(
            "记账请求必须带 Idempotency-Key 请求头。",
            "A request that records must carry the header Idempotency-Key.",
            field="Idempotency-Key",
            remedy_zh="请为每笔业务生成一个唯一的键；重发同一笔业务时用同一个键。",
            remedy_en="Make one unique key for each act, and send the same key when you repeat it.",
        )


class IdempotencyKeyUnusable(Refusal):
    """The key is too long or holds characters that do not print (幂等键不可用)."""

    code = "idempotency_key_unusable"
    title_zh = "幂等键不可用"
    title_en = "Idempotency key unusable"
    status = 400

    def __init__(self, length: int) -> None:
        """`length` of what was given, in characters."""
        super().__init__(
            f"幂等键须为 1 至 128 个可见 ASCII 字符，收到 {length} 个字符。",
            f"A key is 1 to 128 visible ASCII characters; this one has {length} characters.",
            field="Idempotency-Key",
            figures={"given_characters": length, "allowed_characters": 128},
            remedy_zh="请改用 UUID 之类的键。",
            remedy_en="Use a UUID or the like.",
        )


class IfMatchUnusable(Refusal):
    """If-Match does not name a version (If-Match 不可用)."""

    code = "if_match_unusable"
    title_zh = "If-Match 不可用"
    title_en = "If-Match unusable"
    status = 400

    def __init__(self) -> None:
        """Nothing to show."""
        super().__init__(
            'If-Match 须为一个版本号，如 "7"。',
            'If-Match must name one version, as in "7".',
            field="If-Match",
            remedy_zh="版本号见读取记录时的 X-Stream-Version 响应头，或回执。",
            remedy_en="The version stands in X-Stream-Version when the record is read, and in receipts.",
        )


class UnknownParameter(Refusal):
    """The query holds a parameter that this address does not know (不认识的查询参数)."""

    code = "unknown_parameter"
    title_zh = "不认识的查询参数"
    title_en = "Unknown query parameter"
    status = 400

    def __init__(self, name: str, allowed: Collection[str]) -> None:
        """`name` as given; `allowed` are the ones that this address knows."""
        known = "、".join(sorted(allowed)) or "（无）"
        super().__init__(
            f"此地址没有查询参数 {name}；可用的有：{known}。",
            f"This address has no query parameter {name}; it knows: {', '.join(sorted(allowed)) or '(none)'}.",
            field=name,
            remedy_zh="请去掉或改正该参数；不认识的条件不会被悄悄忽略。",
            remedy_en="Remove or correct it; an unknown filter is never ignored in silence.",
        )


class UnusablePageCursor(Refusal):
    """The cursor was not made by these books (翻页标记不可用)."""

    code = "unusable_page_cursor"
    title_zh = "翻页标记不可用"
    title_en = "Unusable page cursor"
    status = 400

    def __init__(self) -> None:
        """Nothing to show: what was given is not ours."""
        super().__init__(
            "cursor 不是本账套给出的翻页标记。",
            "This cursor was not given by these books.",
            field="cursor",
            remedy_zh="请从 Link 响应头取下一页的地址，或从第一页重新开始。",
            remedy_en="Take the address of the next page from the Link header, or begin again.",
        )


class UnknownPath(Refusal):
    """No such address (没有这个地址)."""

    code = "unknown_path"
    title_zh = "没有这个地址"
    title_en = "No such address"
    status = 404

    def __init__(self) -> None:
        """Nothing to show: the address stands in `instance`."""
        super().__init__(
            "服务没有这个地址。",
            "This service has no such address.",
            remedy_zh="接口一览见 /docs，公示栏见 /board。",
            remedy_en="The reference is at /docs, the public board at /board.",
        )


class MethodNotAllowed(Refusal):
    """The address exists, but not for this method (此地址不支持该方法)."""

    code = "method_not_allowed"
    title_zh = "此地址不支持该方法"
    title_en = "Method not allowed"
    status = 405

    def __init__(self, method: str) -> None:
        """`method` as given; the allowed ones stand in the header `Allow`."""
        super().__init__(
            f"此地址不支持 {method}。",
            f"This address does not know {method}.",
            remedy_zh="可用的方法见 Allow 响应头。记录一经登记不得修改或删除，更正请用冲销。",
            remedy_en="See the header Allow.  Records are never changed or deleted; a correction is a reversal.",
        )


class ConflictingWrite(Refusal):
    """Someone else wrote first (他人已先行登记)."""

    code = "conflicting_write"
    title_zh = "他人已先行登记"
    title_en = "Someone else wrote first"
    status = 409

    def __init__(self) -> None:
        """Nothing to show: the journal kept the other request."""
        super().__init__(
            "另一请求已先行登记，本次未登记任何内容。",
            "Another request was recorded first; nothing of this one was.",
            remedy_zh="请用同一个幂等键重发。",
            remedy_en="Send it again with the same key.",
        )


class BodyTooLarge(Refusal):
    """The body is larger than the service reads (请求体过大)."""

    code = "body_too_large"
    title_zh = "请求体过大"
    title_en = "Body too large"
    status = 413

    def __init__(self, allowed_bytes: int) -> None:
        """`allowed_bytes` is the most that is read."""
        super().__init__(
            f"请求体不得超过 {allowed_bytes} 字节。",
            f"A body may hold {allowed_bytes} bytes at most.",
            figures={"allowed_bytes": allowed_bytes},
            remedy_zh="请分批提交。",
            remedy_en="Send it in parts.",
        )


class UnsupportedBody(Refusal):
    """The body is of a kind that this address does not read (请求体类型不支持)."""

    code = "unsupported_body"
    title_zh = "请求体类型不支持"
    title_en = "Unsupported kind of body"
    status = 415

    def __init__(self, allowed: Sequence[str]) -> None:
        """`allowed` are the content types that this address reads."""
        super().__init__(
            f"此地址接受的 Content-Type：{'、'.join(allowed)}。",
            f"This address reads Content-Type {' or '.join(allowed)}.",
            field="Content-Type",
            remedy_zh="请改用所列类型。",
            remedy_en="Use one of these.",
        )


class InvalidRequest(Refusal):
    """Fields are missing, unknown or of the wrong kind (请求内容不合要求); each is listed in `errors`."""

    code = "invalid_request"
    title_zh = "请求内容不合要求"
    title_en = "Invalid request"
    status = 422

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        """`complaints`, one for each place that is wrong; at least one."""
        super().__init__(
            f"请求内容有 {len(complaints)} 处不合要求。",
            f"The request is wrong in {len(complaints)} place{'s' if len(complaints) > 1 else ''}.",
            remedy_zh="请按 errors 逐项改正；什么都没有登记。",
            remedy_en="Correct each place in `errors`; nothing was recorded.",
        )
        self.complaints = tuple(complaints)


class ValueOutOfRange(Refusal):
    """A value is larger than the books can hold or compare (数值超出范围)."""

    code = "value_out_of_range"
    title_zh = "数值超出范围"
    title_en = "A value is out of range"
    status = 422

    def __init__(self) -> None:
        """Show nothing: what the database says may quote the value."""
        super().__init__(
            "请求中有数值超出账套能容纳的范围。",
            "A value of the request is beyond what the books can hold.",
            remedy_zh="请核对年度、金额和编号。",
            remedy_en="Check years, amounts and numbers.",
        )


class Bug(Refusal):
    """Something broke that is ours to mend (系统故障)."""

    code = "bug"
    title_zh = "系统故障"
    title_en = "A fault of the service"
    status = 500

    def __init__(self) -> None:
        """Show nothing of the inside; the correlation id finds it in the log."""
        super().__init__(
            "服务出现故障，已记入日志。",
            "The service failed; the log knows where.",
            remedy_zh="请把 correlation_id 告诉管理员；可用同一个幂等键重发。",
            remedy_en="Give the correlation_id to the administrator; you may repeat with the same key.",
        )


class BooksUnavailable(Refusal):
    """The database does not answer (账套暂不可用)."""

    code = "books_unavailable"
    title_zh = "账套暂不可用"
    title_en = "The books are not available"
    status = 503

    def __init__(self) -> None:
        """Nothing was acknowledged; whether it was kept is known when the key is sent again."""
        super().__init__(
            "数据库暂时不可用，本次请求未获确认。",
            "The database does not answer; this request was not acknowledged.",
            remedy_zh="请稍后用同一个幂等键重发：已登记的会原样答复，未登记的会登记一次。",
            remedy_en="Repeat later with the same key: what was kept is answered again, what was not is kept once.",
        )


class PositionNotReached(Refusal):
    """The ledger has not read as far as the caller asked for (台账尚未更新到该位置)."""

    code = "position_not_reached"
    title_zh = "台账尚未更新到该位置"
    title_en = "The ledger is not there yet"
    status = 503

    def __init__(self, asked: int, reached: int) -> None:
        """`asked` is min_position, `reached` where the ledger stands."""
        super().__init__(
            f"要求至少更新到 {asked}，台账现在更新到 {reached}。",
            f"Asked for position {asked} at least; the ledger stands at {reached}.",
            field="min_position",
            figures={"asked_position": asked, "reached_position": reached},
            remedy_zh="请稍后再读，或去掉 min_position。",
            remedy_en="Read again later, or leave min_position out.",
        )
