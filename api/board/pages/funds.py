"""资金页 (pages of funds): the list of documents, and one document with everything its money did."""

from api.board.pages.overview import kept_fen, money_bar
from api.board.section import Section
from api.board.visit import Contents, NotOnTheBoard, Visit
from domain.funds.codes import PurposeKind
from domain.funds.fund import Fund as FundStream
from projections.claim_register.query import spending_of_units
from projections.fund_ledger.overview import years_with_funds
from projections.fund_ledger.query import fund, funds
from projections.idle_money.query import idle_money
from projections.notice_register.posted import posted_notices
from projections.project_ledger.overview import project_names
from projections.reading.paging import Paging
from projections.transfer_register.query import TransferFilter, in_transit_fen, transfers

SECTION = Section("/board/funds", ("资金", "Funds"), order=20, stream=FundStream.KIND)
ROWS = 30
NOTICES, CLAIMS, TRANSFERS = 50, 50, 50


def fund_list(visit: Visit) -> Contents:
    """Contents of `funds.html`; filter `year`."""
    year = visit.asked_year()
    page = funds(visit.cursor, visit.paging(ROWS), year=year)
    return {
        "trail": visit.trail(SECTION),
        "years": years_with_funds(visit.cursor),
        "year": year,
        "funds": page.rows,
        "next_path": visit.next_path(page.next_cursor),
    }


def one_fund(visit: Visit, document_no: str) -> Contents:
    """Contents of `fund.html`.  Raises NotOnTheBoard."""
    found = fund(visit.cursor, document_no)
    if found is None:
        raise NotOnTheBoard(document_no)
    projects = [row.purpose_code for row in found.purposes if row.purpose_kind == PurposeKind.PROJECT]
    units = [row.purpose_code for row in found.purposes if row.purpose_kind == PurposeKind.UNIT]
    about = FundStream.id_of(document_no)
    return {
        "trail": visit.trail(SECTION, (document_no, "")),
        "fund": found,
        "bar": money_bar(found.total),
        "kept_fen": kept_fen(found.total),
        "in_transit_fen": in_transit_fen(visit.cursor, document_no=document_no),
        "idle": idle_money(visit.cursor, visit.today, Paging(1), document_no=document_no).rows,
        "project_names": project_names(visit.cursor, projects),
        "spending": spending_of_units(visit.cursor, units, CLAIMS),
        "transfers": transfers(visit.cursor, Paging(TRANSFERS), TransferFilter(document_no=document_no)).rows,
        "notices": posted_notices(visit.cursor, Paging(NOTICES), subjects=[about]).rows,
    }


LISTING = (SECTION.sheet("funds.html", "year", "cursor"), fund_list)
RECORD = (SECTION.sheet("fund.html"), one_fund)
