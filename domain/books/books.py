"""账 (books): everything a person may do, joined from the desks.  One set of books has one `Books` that writes."""

from eventsourcing.utils import EnvType

from domain.books.accounts import AccountDesk
from domain.books.arrivals import ArrivalDesk
from domain.books.assets import AssetDesk
from domain.books.budgets import BudgetDesk
from domain.books.claims import ClaimDesk
from domain.books.deliveries import DeliveryDesk
from domain.books.fund_reports import FundReportDesk
from domain.books.funds import FundDesk
from domain.books.gifts import GiftDesk
from domain.books.notices import NoticeDesk
from domain.books.parts.notices_about import NoticesAbout
from domain.books.passing_down import PassingDownDesk
from domain.books.periods import PeriodDesk
from domain.books.places import PlaceDesk
from domain.books.project_ends import ProjectEndDesk
from domain.books.project_reversals import ProjectReversalDesk
from domain.books.projects import ProjectDesk
from domain.books.return_reversals import ReturnReversalDesk
from domain.books.roll_ends import RollEndDesk
from domain.books.rolls import RollDesk
from domain.books.rulebooks import RulebookDesk
from domain.books.transfers import TransferDesk
from domain.books.works import WorksDesk
from domain.notices.notice import Notice


class Books(
    RulebookDesk,
    PlaceDesk,
    FundDesk,
    FundReportDesk,
    PassingDownDesk,
    BudgetDesk,
    ArrivalDesk,
    GiftDesk,
    AccountDesk,
    TransferDesk,
    ProjectDesk,
    ProjectEndDesk,
    ProjectReversalDesk,
    WorksDesk,
    ClaimDesk,
    DeliveryDesk,
    RollDesk,
    RollEndDesk,
    ReturnReversalDesk,
    NoticeDesk,
    AssetDesk,
    PeriodDesk,
):
    """账套: the writer of one set of books; each command records all of its facts or none."""

    def __init__(self, env: EnvType | None = None) -> None:
        """Open the books and hand the desks what they share: the notices about each subject."""
        super().__init__(env)
        self.notices = NoticesAbout(self.streams.beginnings(Notice, "subject"))
