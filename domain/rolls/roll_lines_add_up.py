"""The lines of a roll are right one by one and sum to what is declared (花名册逐行核对、合计相符)."""

from collections.abc import Iterator, Sequence

from domain.money.fen import LARGEST_FEN
from domain.refusal import FAULTS_NAMED_MAX
from domain.rolls.refusals import RollLinesWrong, RollTotalsDiffer
from domain.rolls.values import RollLine


def roll_lines_add_up(lines: Sequence[RollLine], declared_count: int, declared_sum_fen: int) -> None:
    """Raise RollLinesWrong naming every wrong line, then RollTotalsDiffer.

    A line is wrong when its number is below one, its number or person stands twice, a figure is below one, or its
    amount is not quantity times standard and no reason is given.
    """
    wrong = [fault for _, fault in zip(range(FAULTS_NAMED_MAX), _faults(lines), strict=False)]
    if wrong:
        raise RollLinesWrong(wrong)
    sum_fen = sum(line.amount_fen for line in lines)
    if declared_count != len(lines) or declared_sum_fen != sum_fen or not lines:
        raise RollTotalsDiffer(declared_count, len(lines), declared_sum_fen, sum_fen)


def _faults(lines: Sequence[RollLine]) -> Iterator[tuple[int, str, str]]:
    numbers: set[int] = set()
    persons: dict[str, int] = {}
    for line in lines:
        if line.line_no < 1:
            yield line.line_no, "行号小于 1", "has a number below one"
        if line.line_no in numbers:
            yield line.line_no, "行号重复", "has a number that stands twice"
        numbers.add(line.line_no)
        first = persons.setdefault(line.person_id, line.line_no)
        if first != line.line_no:
            yield line.line_no, f"与第 {first} 行人员重复", f"names the person of line {first}"
        if not line.person_id.strip():
            yield line.line_no, "缺人员编号", "names no person"
        if line.quantity < 1 or line.standard_fen < 1 or not 1 <= line.amount_fen <= LARGEST_FEN:
            yield line.line_no, "数量、标准或金额不是正数", "has a figure that is not above zero"
        due_fen = line.quantity * line.standard_fen
        if line.amount_fen != due_fen and not line.reason.strip():
            yield (
                line.line_no,
                f"数量×标准为 {due_fen} 分，金额为 {line.amount_fen} 分，未说明理由",
                f"is {line.amount_fen} fen where quantity times standard is {due_fen}, with no reason",
            )
