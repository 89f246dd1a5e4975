"""一号一档: a document, project, account, roll, gift, notice or claim is one record however its number is spelt."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accounts.account import Account
from domain.accounts.payment_refusals import PaymentNumberUsed, PaymentUnknown, VoucherUsed
from domain.books.books import Books
from domain.books.desk.act import Act
from domain.books.desk.journal import Journal
from domain.books.desk.streams import Streams
from domain.funds.fund import Fund
from domain.funds.refusals import NumberUsedInFund
from domain.keys import lookup_key
from domain.notices.notice import Notice
from domain.refusal import AlreadyRecorded, NumberAmbiguous, StreamMoved, UnknownRecord
from tests.domain.county import MARCH_1, an_account, on, pay, receive
from tests.domain.project_papers import ACCOUNT, CODE, FUND, REVIEWER, WORKED_SOURCES, YUAN, day
from tests.domain.project_story import Story
from tests.domain.refusing import refused
from tests.given.funds import an_allocation, cash_of
from tests.given.projects import a_plan
from tests.sources import levels

SPRING = day("2024-03-05")
SPELT_ALIKE = [
    "县财农〔2018〕3号",
    "县财农[2018]3号",
    "县财农【2018】3号",
    "县财农（2018）3号",
    "县财农(2018)3号",
    "县财农〔２０１８〕３号",
    "县财农〔2018〕3",
    " 县财农 〔2018〕 3 号 ",
]


@pytest.fixture
def story(books: Books) -> Story:
    return Story(books).worked_money()


def test_eight_spellings_have_one_key() -> None:
    assert {lookup_key(spelt) for spelt in SPELT_ALIKE} == {"县财农(2018)3"}
    assert lookup_key("xm–2024－01") == lookup_key("XM-2024-01")


@pytest.mark.parametrize(
    "other",
    [
        "县财农〔2018〕13号",
        "县财农〔2019〕3号",
        "县财农〔2018〕3-1号",
        "县财〔2018〕3号",
        "县财农2018-3号",
        "县财农〔2018〕30号",
        "县财农〔201〕83号",
    ],
)
def test_another_document_has_another_key(other: str) -> None:
    assert lookup_key(other) != lookup_key(SPELT_ALIKE[0])


def test_a_hao_that_keeps_figures_apart_stays() -> None:
    assert lookup_key("第3号1") != lookup_key("第31")
    assert lookup_key("〔2018〕3号-1") == lookup_key("[2018]3-1")


@given(st.text(alphabet=st.sampled_from("号第县财Aa〔[(－-K１1İ 2é①\u3000")) | st.text())
def test_a_plain_number_has_the_key_that_folding_gives(text: str) -> None:
    """A blank is folded away and makes no number plain, so the two ways must meet."""
    assert lookup_key(text) == lookup_key(f" {text}")


@given(st.text())
def test_the_key_of_a_key_is_itself(text: str) -> None:
    assert lookup_key(lookup_key(text)) == lookup_key(text)


@given(st.integers(1, 9_999), st.integers(1, 9_999), st.sampled_from(["县财", "AB", "省农-"]))
def test_two_documents_share_a_key_only_with_all_their_figures(one: int, other: int, office: str) -> None:
    first, second = lookup_key(f"{office}〔2018〕{one}号"), lookup_key(f"{office} [2018] {other}")
    assert (first == second) == (one == other)


@pytest.mark.parametrize("spelt", SPELT_ALIKE)
def test_a_document_is_received_once(story: Story, spelt: str) -> None:
    story.receives(100, 0, SPELT_ALIKE[0])
    with refused(story, AlreadyRecorded, stream=f"fund/{SPELT_ALIKE[0]}"):
        story.receives(100, 0, spelt)


OTHERWISE = FUND.replace("〔", "[").replace("〕", "]").removesuffix("号")


def test_facts_name_other_records_as_these_were_recorded(story: Story) -> None:
    story.proposed()
    purpose = ("project", f" {CODE.lower()}")
    allocation_no = story.allocates(100, 0, purpose=purpose, document_no=OTHERWISE)
    story.books.record_cash_arrival(
        story.act("u-fund", SPRING),
        document_no=OTHERWISE,
        **cash_of(allocation_no.lower(), "SK-9", levels(100, 0), account_code=f" {ACCOUNT.lower()}"),
    )
    arrived = list(story.books.events.get(Fund.id_of(FUND)))[-1]
    assert isinstance(arrived, Fund.CashArrived)
    assert (arrived.account_code, arrived.allocation_no) == (ACCOUNT, allocation_no)
    assert story.account.available(("project", CODE))[FUND, "central"] == 594_000 * YUAN + 100
    story.drafted("GS-1", "project_plan", f"project/{CODE.lower()}", SPRING)
    drafted = next(iter(story.books.events.get(Notice.id_of("GS-1"))))
    assert isinstance(drafted, Notice.Drafted)
    assert drafted.subject == f"project/{CODE}"


def test_numbers_inside_a_record_are_used_once_in_whatever_spelling(story: Story) -> None:
    allocation_no = story.allocates(100, 0)

    def arrives(voucher_no: str) -> None:
        story.books.record_cash_arrival(
            story.act("u-fund", SPRING), document_no=FUND, **cash_of(allocation_no, voucher_no, levels(10, 0))
        )

    arrives("收-9号")
    with refused(story, VoucherUsed):
        arrives("收－９")
    with refused(story, NumberUsedInFund):
        story.books.allocate_fund(
            story.act("u-fund", SPRING),
            document_no=FUND,
            **an_allocation(allocation_no.lower(), levels(100, 0)),
        )


def test_a_payment_number_is_used_once_and_found_in_whatever_spelling() -> None:
    account = an_account()
    receive(account, "SK-1", central=1_000)
    pay(account, "FK-1", central=100)
    with pytest.raises(PaymentNumberUsed):
        account.check_number("fk－1")
    account.return_payment(
        on(MARCH_1), payment_no="fk 1".replace(" ", "–"), bank_reference="T-1", reason="户名不符"
    )
    returned = account.pending_events[-1]
    assert isinstance(returned, Account.PaymentReturned)
    assert returned.payment_no == "FK-1"


def test_an_old_payment_under_a_second_spelling_stays_and_a_third_finds_neither() -> None:
    account = an_account()
    receive(account, "SK-1", central=1_000)
    pay(account, "FK-1", central=100)
    (paid,) = [fact for fact in account.pending_events if isinstance(fact, Account.Paid)]
    account.apply(replace(paid, payment_no="fk-1").placed(account.id, account.version + 1))
    assert account.payment("FK-1").fact.payment_no == "FK-1"
    assert account.payment("fk-1").fact.payment_no == "fk-1"
    with pytest.raises(PaymentUnknown):
        account.payment("Fk-1")


def test_the_version_that_a_caller_looked_at_counts_in_whatever_spelling(story: Story) -> None:
    seen = story.stream(Fund, FUND).version
    act = replace(story.act("u-fund", SPRING), seen=(Fund.id_of(OTHERWISE), seen - 1))
    with refused(story, StreamMoved, version=seen, stream=Fund.id_of(OTHERWISE)):
        add_to(story, OTHERWISE, act)
    add_to(story, OTHERWISE, replace(act, seen=(Fund.id_of(OTHERWISE), seen)))


def add_to(story: Story, document_no: str, act: Act | None = None) -> None:
    story.books.add_to_indicator(
        act or story.act("u-fund", SPRING),
        document_no=document_no,
        decision_no="县财1号",
        sources=levels(100, 0),
        amount_fen=100,
        reason="年中追加",
    )


def test_two_old_records_with_one_number_are_written_to_by_neither_spelling(story: Story) -> None:
    story.in_library()
    with_old_twin(story)
    for spelt in (FUND, OTHERWISE, f"{FUND} "):
        with refused(story, NumberAmbiguous, given=spelt, streams=f"fund/{FUND}、fund/{OTHERWISE}"):
            add_to(story, spelt)
    with refused(story, AlreadyRecorded):
        story.receives(100, 0, f"{FUND} ")
    with refused(story, NumberAmbiguous):
        story.books.plan_project(
            story.act(REVIEWER, SPRING), code=CODE, **a_plan(WORKED_SOURCES, starts_on=SPRING)
        )


def with_old_twin(story: Story) -> None:
    """Books of a time when another spelling was another fund, opened again."""
    twin = Fund(Fund.id_of(OTHERWISE))
    (received, *_) = story.books.events.get(Fund.id_of(FUND))
    assert isinstance(received, Fund.IndicatorReceived)
    told = {field.name: getattr(received, field.name) for field in fields(received)}
    twin.record(Fund.IndicatorReceived, **{**told, "document_no": OTHERWISE})
    story.books.streams.queue(story.act("u-fund", twin.received_on), [twin]).receipt()
    assert isinstance(story.books.recorder, Journal)
    story.books.streams = Streams(story.books.recorder, story.books.mapper)


def test_a_number_whose_commit_was_lost_is_free_again(story: Story) -> None:
    story.books.streams.numbers.add("fund/县财〔2024〕77号")
    with refused(story, UnknownRecord, stream="fund/县财[2024]77"):
        add_to(story, "县财[2024]77")
    story.receives(100, 0, "县财[2024]77")
    add_to(story, "县财〔2024〕77")
