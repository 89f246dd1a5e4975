"""花名册史 (histories of rolls): whatever the bank returns, each source pays exactly what persons got."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from domain.money.shares import ByChannel, by_channel, split
from domain.rolls.codes import CANCELLED, CONFIRMED, RETURNED
from domain.rolls.roll import Roll
from domain.rolls.values import ReturnedLine, RollLine
from domain.stamp import Stamp
from tests.domain.project_papers import ACCOUNT, APPROVER, CODE, FUND, HASH, PAYER, RECORDER, day

ON = day("2024-04-01")
amounts = st.lists(st.integers(1, 10_000), min_size=1, max_size=12)


def an_approved_roll(line_fen: list[int], weights: tuple[int, int]) -> Roll:
    lines = tuple(RollLine(n, f"p-{n}", 1, fen, fen) for n, fen in enumerate(line_fen, 1))
    roll = Roll(Roll.id_of("FF"))
    roll.draw_up(
        Stamp(RECORDER, ON),
        roll_no="FF",
        project_code=CODE,
        account_code=ACCOUNT,
        title="补助",
        period_text="2024",
        period="2024",
        standard_text="核定",
        declared_count=len(lines),
        declared_sum_fen=sum(line_fen),
        list_sha256=HASH,
        again_reason="",
        lines=lines,
    )
    channels = {(FUND, "central"): weights[0] + sum(line_fen), (FUND, "provincial"): weights[1]}
    roll.approve(Stamp(APPROVER, ON), split(sum(line_fen), channels), 2024, "2130504")
    return roll


def answered(roll: Roll, payment_no: str, returned: set[int]) -> None:
    back = tuple(ReturnedLine(line_no, "账户已销") for line_no in sorted(returned))
    confirmed, came_back = roll.bank_answer(payment_no, back)
    assert min(confirmed.values()) >= 0
    assert min(came_back.values()) >= 0
    roll.note_answer(Stamp(RECORDER, ON), payment_no, back, confirmed)


def parts_of(roll: Roll, kind: type[Roll.BankConfirmed | Roll.LineCancelled]) -> ByChannel:
    return by_channel(
        share for fact in roll.pending_events if isinstance(fact, kind) for share in fact.sources
    )


@given(line_fen=amounts, weights=st.tuples(st.integers(0, 9_999), st.integers(0, 9_999)), data=st.data())
def test_every_line_ends_confirmed_or_cancelled_and_every_source_is_conserved(
    line_fen: list[int], weights: tuple[int, int], data: st.DataObject
) -> None:
    roll, payer = an_approved_roll(line_fen, weights), Stamp(PAYER, ON)
    roll.send(payer, "DF-0")
    answered(roll, "DF-0", data.draw(st.sets(st.sampled_from(list(roll.lines)))))
    for number, (line_no, line) in enumerate(roll.lines.items(), 1):
        while line.state == RETURNED:
            if data.draw(st.booleans()):
                roll.cancel_line(payer, line_no, "迁出")
            else:
                payment_no = f"DF-{number}-{len(roll.sendings)}"
                roll.resend(payer, line_no, payment_no)
                answered(roll, payment_no, {line_no} if data.draw(st.booleans()) else set())

    assert {line.state for line in roll.lines.values()} <= {CONFIRMED, CANCELLED}
    assert set(roll.returned.values()) == {0}
    ended = Counter(parts_of(roll, Roll.BankConfirmed)) + Counter(parts_of(roll, Roll.LineCancelled))
    assert ended == Counter({channel: fen for channel, fen in roll.sources.items() if fen})
    replayed = Roll(roll.id).replay(roll.pending_events)
    assert (replayed.lines, replayed.returned, replayed.sendings) == (
        roll.lines,
        roll.returned,
        roll.sendings,
    )
