"""算式 (the arithmetic of a notice): evaluates the sums that a published notice must satisfy, exactly."""

import ast
import operator
from collections.abc import Callable
from fractions import Fraction

OPERATIONS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def evaluate(text: str) -> Fraction:
    """The value of a sum such as `(5273-385-258)*0.01`, without any rounding.  Raises ValueError for anything else."""

    def value(node: ast.expr) -> Fraction:
        match node:
            case ast.Constant(value=int() | float()):
                return Fraction(text[node.col_offset : node.end_col_offset])
            case ast.BinOp(left=left, op=sign, right=right) if type(sign) in OPERATIONS:
                return OPERATIONS[type(sign)](value(left), value(right))
        msg = f"not a sum of numbers: {text}"
        raise ValueError(msg)

    return value(ast.parse(text, mode="eval").body)


def holds(left: str, relation: str, right: str, tolerance: str = "0") -> bool:
    """Whether the relation (`==` within the tolerance, or `<=`, `>=`) holds between two sums."""
    difference = evaluate(left) - evaluate(right)
    if relation == "==":
        return abs(difference) <= Fraction(tolerance)
    return difference <= 0 if relation == "<=" else difference >= 0
