"""法定时限 (time limits of acts): what must be done by when, as a dated parameter with its article."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ActLimit:
    """办理时限: from `opens` an act must come to `stops` within `days` of `unit`, or by `due_month_day`.

    opens, stops   codes of `ClockStart` and `ClockStop`.
    due_month_day  MM-DD of the fund's year where the law names a day, e.g. `01-15`; "" where it counts days.
    transfer_kind  only money of this kind (general | earmarked); "" for all.
    level          only money of this source level; "" for all.
    source, source_en  law and article, as the late list prints them.
    """

    code: str
    name_zh: str
    name_en: str
    opens: str
    stops: str
    days: int
    unit: str
    source: str
    source_en: str
    due_month_day: str = ""
    transfer_kind: str = ""
    level: str = ""
