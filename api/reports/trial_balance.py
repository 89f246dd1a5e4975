"""科目余额 (trial balance): what stands on every account of the chart, and the posting lines behind it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Path, Query
from starlette.responses import Response

from api.http.clock import today
from api.http.reading import Ask
from domain.accounts.account import Account
from domain.funds.fund import Fund
from projections.number_index.query import as_recorded, purpose_numbered
from projections.reading.paging import Cursor
from projections.trial_balance import query as trial_balance

router = APIRouter(tags=["报表"])

Dimension = Literal[
    "document_no", "level", "purpose_kind", "purpose_code", "year", "budget_code", "account_code"
]


@dataclass(frozen=True)
class Dimensions:
    """辅助核算: the lines of which document, level, purpose, year, budget code and bank account; None lets all pass."""

    document_no: str | None = None
    level: str | None = None
    purpose_kind: str | None = None
    purpose_code: str | None = None
    year: int | None = None
    budget_code: str | None = None
    account_code: str | None = None

    def given(self) -> dict[str, str | int]:
        """Only those that were named."""
        return {name: value for name, value in asdict(self).items() if value is not None}


@router.get("/trial-balance", response_model=trial_balance.TrialBalance)
def read_trial_balance(
    ask: Ask,
    only: Annotated[Dimensions, Depends()],
    *,
    on: date | None = None,
    since: date | None = None,
    chart: Literal["neutral", "village", "county_unit"] = "neutral",
    by: Annotated[list[Dimension], Query()] = [],  # noqa: B006 -- the framework copies it
) -> Response:
    """科目余额表 — opening, turnover and closing of every account, in one of three charts.

    `by` splits the accounts by dimensions; a dimension that is named filters by it.
    """

    def asked(cursor: Cursor) -> trial_balance.TrialBalance:
        named = as_recorded(
            cursor,
            only,
            document_no=Fund,
            account_code=Account,
            purpose_code=purpose_numbered(only.purpose_kind),
        )
        return trial_balance.trial_balance(
            cursor, on=on or today(), since=since, chart=chart, by=by, where=named.given()
        )

    return ask.whole("trial_balance", asked)


@router.get("/postings/{position}", response_model=tuple[trial_balance.PostingLine, ...])
def list_posting_lines(position: Annotated[int, Path(ge=1, le=2**62, examples=[36])], ask: Ask) -> Response:
    """记账凭证 — the posting lines of the fact at a position; none when it moved no money."""
    return ask.whole("trial_balance", lambda cursor: trial_balance.posting_lines(cursor, position))
