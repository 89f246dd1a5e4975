"""资金台账, 账页 (fund ledger, its rows): what is kept of a document, its channels, passings down and purposes."""

from datetime import date

from projections.ledger.tables import Row, Table


class Header(Row):
    """See query.FundRow."""

    document_no: str
    title: str
    year: int
    place_code: str
    issuer: str
    issued_on: date
    received_on: date
    use_code: str
    nature: str
    budget_code: str
    rulebook: int
    former_titles: tuple[str, ...] = ()
    carried_over_fen: int = 0
    carried_to_year: int | None = None
    passed_down_from: str = ""


class Level(Row):
    """See query.FundLevel."""

    document_no: str
    level: str
    received_fen: int = 0
    unallocated_fen: int = 0
    allocated_fen: int = 0
    arrived_fen: int = 0
    paid_fen: int = 0
    recovered_fen: int = 0
    recovered_left_fen: int = 0
    passed_down_fen: int = 0


class Passing(Row):
    """See query.FundPassing."""

    document_no: str
    to_document_no: str
    place_code: str
    passed_on: date
    amount_fen: int = 0


class Purpose(Row):
    """See query.FundPurpose."""

    document_no: str
    purpose_kind: str
    purpose_code: str
    allocated_fen: int = 0
    arrived_fen: int = 0
    paid_fen: int = 0
    recovered_fen: int = 0


class Allocation(Row):
    """See query.FundAllocation."""

    document_no: str
    allocation_no: str
    decision_no: str
    purpose_kind: str
    purpose_code: str
    use_code: str
    budget_code: str
    allocated_on: date
    allocated_fen: int
    fee_base_fen: int
    fee_base_note: str
    from_recovered: bool
    authorisation_no: str
    spending_item: str
    arrived_fen: int = 0
    recovered_fen: int = 0


class Authorisation(Row):
    """See query.FundAuthorisation."""

    document_no: str
    authorisation_no: str
    document_no_of_authority: str
    level: str
    from_use: str
    to_use: str
    amount_fen: int
    valid_until: date
    used_fen: int = 0


HEADERS = Table("fund_ledger", Header, key=("document_no",))
LEVELS = Table("fund_ledger_levels", Level, key=("document_no", "level"))
PASSINGS = Table("fund_ledger_passings", Passing, key=("document_no", "to_document_no"))
PURPOSES = Table("fund_ledger_purposes", Purpose, key=("document_no", "purpose_kind", "purpose_code"))
ALLOCATIONS = Table("fund_ledger_allocations", Allocation, key=("document_no", "allocation_no"))
AUTHORISATIONS = Table("fund_ledger_authorisations", Authorisation, key=("document_no", "authorisation_no"))
