"""总账的汇总 (what the trial balance adds up itself): months, dimensions and numbers must agree with its lines.

The lines are compared with the facts before.  The database adds up the lines, which none of the ledgers does.
"""

from collections.abc import Iterator

from psycopg2.extensions import connection

from scripts.verify.difference import Difference

CHECKS = {
    "trial_balance_lines line_no": """
        SELECT position::text, max(line_no), count(*) FROM trial_balance_lines GROUP BY position
        HAVING min(line_no) <> 1 OR max(line_no) <> count(*)
    """,
    "trial_balance_dimensions": """
        SELECT dimension_no::text, 1, 0 FROM trial_balance_dimensions d
         WHERE NOT EXISTS (SELECT FROM trial_balance_lines l WHERE l.dimension_no = d.dimension_no)
    """,
    "trial_balance_numbering": """
        SELECT coalesce(n.series, 'dimensions'), n.last_no, d.last_no
          FROM trial_balance_numbering n
          FULL JOIN (SELECT 'dimensions' AS series, max(dimension_no) AS last_no FROM trial_balance_dimensions
                     HAVING count(*) > 0) d USING (series)
         WHERE n.last_no IS DISTINCT FROM d.last_no
    """,
    "trial_balance_turnover": """
        SELECT concat_ws(' ', month_on, rule, account), t.fen, l.fen
          FROM (SELECT *, ARRAY[debit_fen, credit_fen] AS fen FROM trial_balance_turnover) t
          FULL JOIN (SELECT date_trunc('month', effective_on)::date AS month_on, rule, account,
                            ARRAY[sum(debit_fen)::bigint, sum(credit_fen)::bigint] AS fen
                       FROM trial_balance_lines GROUP BY 1, 2, 3) l USING (month_on, rule, account)
         WHERE t.fen IS DISTINCT FROM l.fen
    """,
}
"""Table → what differs in it: key, in the ledger, by the lines."""


def compare_with_lines(opened: connection) -> Iterator[Difference]:
    """Find months, dimensions and numbers that do not follow from the lines."""
    with opened.cursor() as reading:
        for table, query in CHECKS.items():
            reading.execute(query)
            for key, in_the_ledger, by_the_lines in reading:
                yield Difference(f"{table} {key}", "by the lines", in_the_ledger, by_the_lines)
