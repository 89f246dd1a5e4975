"""账 (books): everything a person may do, joined from the desks.  One set of books has one `Books` that writes."""

from domain.books.accounts import AccountDesk
from domain.books.assets import AssetDesk
from domain.books.claims import ClaimDesk
from domain.books.funds import FundDesk
from domain.books.gifts import GiftDesk
from domain.books.notices import NoticeDesk
from domain.books.periods import PeriodDesk
from domain.books.projects import ProjectDesk
from domain.books.rolls import RollDesk
from domain.books.rulebooks import RulebookDesk
from domain.books.works import WorksDesk


class Books(
    RulebookDesk,
    FundDesk,
    GiftDesk,
    AccountDesk,
    ProjectDesk,
    WorksDesk,
    ClaimDesk,
    RollDesk,
    NoticeDesk,
    AssetDesk,
    PeriodDesk,
):
    """账套: the writer of one set of books; each method records all of its facts or none."""
