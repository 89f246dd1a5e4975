"""路径中的编号 (keys in paths): the business keys that name a record in its address."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Path

Code = Annotated[str, Path(min_length=1, max_length=64, description="代码")]
DocumentNo = Annotated[str, Path(min_length=1, max_length=64, description="指标文号，如 达市财农〔2024〕3号")]
ClaimNo = Annotated[str, Path(min_length=1, max_length=64, description="报账单号")]
NoticeNo = Annotated[str, Path(min_length=1, max_length=64, description="公示编号")]
RollNo = Annotated[str, Path(min_length=1, max_length=64, description="名册编号")]
GiftNo = Annotated[str, Path(min_length=1, max_length=64, description="捐赠编号")]
Month = Annotated[str, Path(pattern=r"^\d{4}-\d{2}$", description="月份，形如 2024-06")]
PaymentNo = Annotated[str, Path(min_length=1, max_length=64, description="付款编号")]
PersonId = Annotated[str, Path(min_length=1, max_length=64, description="人员代码，不是姓名")]

PATH_KEYS: Mapping[str, Any] = {
    "claim_no": ClaimNo,
    "code": Code,
    "document_no": DocumentNo,
    "gift_no": GiftNo,
    "month": Month,
    "notice_no": NoticeNo,
    "roll_no": RollNo,
}
"""What `{claim_no}` in the path of a command may be, by its name."""
