"""材料 (papers): the constants of the tests' county, and the small values that its forms are filled with."""

from datetime import date

from domain.claims.document import Document
from domain.money.sources import SourceShare
from domain.notices.notice_amount import NoticeAmount
from domain.projects.values import DecisionStep
from domain.rulebook.notice_rules import NoticeKind
from domain.rulebook.ready.ready import ready_rulebook
from scripts.demo.papers import claim_papers, decision_steps

YUAN = 100
REGULATIONS = ready_rulebook("2021")
CHECKLIST = REGULATIONS.checklist("four_two")
FUND = "达市财农〔2024〕3号"
PLACE = "511703101201"
COUNTY = "511703"
ACCOUNT = "ZZ-01"
CODE = "P1"
HASH = "0" * 64

RECORDER, REVIEWER, APPROVER, PAYER = "u-recorder", "u-reviewer", "u-approver", "u-payer"
ACCEPTORS = {"village": "u-village", "town": "u-town", "county": "u-county"}
CONTRACTOR = "f-builder"

WORKED_SOURCES = (
    SourceShare(FUND, "central", 594_000 * YUAN),
    SourceShare(FUND, "provincial", 396_000 * YUAN),
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def steps(first_on: date) -> tuple[DecisionStep, ...]:
    """A village decision by the checklist 四议两公开 that meets every quorum."""
    return decision_steps(CHECKLIST, first_on, 28, 27)


def papers(
    stage: str, claim_no: str, amount_fen: int, on: date, more: tuple[str, ...] = ()
) -> tuple[Document, ...]:
    return claim_papers(REGULATIONS, stage, claim_no, amount_fen, on, more)


def unprinted(kind: NoticeKind) -> tuple[NoticeAmount, ...]:
    """Every amount that a notice of the kind names, as of an old paper that printed none."""
    return tuple(NoticeAmount(one, 0, one, otherwise_reason="原公告未刊登") for one in kind.figures)
