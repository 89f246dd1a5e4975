-- 总账与试算平衡: every posting of the neutral chart, and its turnover by month.
-- Amounts in fen; a line stands on one side, debit or credit.

-- What a line is about (辅助核算): source level x batch (document) x purpose x year x budget code, and the bank account.
CREATE TABLE trial_balance_dimensions (
    level        text    NOT NULL COLLATE "C",
    document_no  text    NOT NULL COLLATE "C",
    purpose_kind text    NOT NULL COLLATE "C",
    purpose_code text    NOT NULL COLLATE "C",
    year         integer NOT NULL,
    budget_code  text    NOT NULL COLLATE "C",
    account_code text    NOT NULL COLLATE "C",
    dimension_no bigint  NOT NULL UNIQUE,
    PRIMARY KEY (document_no, level, purpose_kind, purpose_code, year, budget_code, account_code)
);

-- The last number given to a dimension; one row.
CREATE TABLE trial_balance_numbering (
    series  text   PRIMARY KEY COLLATE "C",
    last_no bigint NOT NULL
);

CREATE TABLE trial_balance_lines (
    position     bigint  NOT NULL,
    line_no      integer NOT NULL,
    effective_on date    NOT NULL,
    rule         text    NOT NULL COLLATE "C",
    account      text    NOT NULL COLLATE "C",
    dimension_no bigint  NOT NULL,
    debit_fen    bigint  NOT NULL,
    credit_fen   bigint  NOT NULL,
    PRIMARY KEY (position, line_no),
    CHECK (least(debit_fen, credit_fen) = 0 AND greatest(debit_fen, credit_fen) > 0)
);
-- Facts are recorded nearly in the order of their business days, so a summary of blocks finds a month.
CREATE INDEX trial_balance_lines_by_day ON trial_balance_lines USING brin (effective_on) WITH (pages_per_range = 16);

-- The county as a whole; split by dimension there are nearly as many months as lines.
CREATE TABLE trial_balance_turnover (
    month_on   date   NOT NULL,
    rule       text   NOT NULL COLLATE "C",
    account    text   NOT NULL COLLATE "C",
    debit_fen  bigint NOT NULL,
    credit_fen bigint NOT NULL,
    PRIMARY KEY (month_on, rule, account)
);

-- What a line needs to know of facts before it: the batch, what an allocation is for, the plan of a project, the
-- account of a roll, the year of a payment.
CREATE TABLE trial_balance_batches (
    document_no text PRIMARY KEY COLLATE "C",
    year        integer NOT NULL,
    budget_code text    NOT NULL
);
CREATE TABLE trial_balance_allocations (
    document_no   text COLLATE "C",
    allocation_no text COLLATE "C",
    purpose_kind  text NOT NULL,
    purpose_code  text NOT NULL,
    PRIMARY KEY (document_no, allocation_no)
);
CREATE TABLE trial_balance_channels (
    document_no  text COLLATE "C",
    purpose_kind text COLLATE "C",
    purpose_code text COLLATE "C",
    year         integer NOT NULL,
    budget_code  text    NOT NULL,
    PRIMARY KEY (document_no, purpose_kind, purpose_code)
);
CREATE TABLE trial_balance_plans (
    project_code text PRIMARY KEY COLLATE "C",
    year         integer NOT NULL,
    budget_code  text    NOT NULL
);
CREATE TABLE trial_balance_rolls (
    roll_no      text PRIMARY KEY COLLATE "C",
    account_code text NOT NULL
);

CREATE TABLE trial_balance_payments (
    account_code text    COLLATE "C",
    payment_no   text    COLLATE "C",
    paid_in_year integer NOT NULL,
    PRIMARY KEY (account_code, payment_no)
);

-- The lines as a bookkeeper reads them (凭证明细).
CREATE VIEW posting_lines AS
    SELECT l.position, l.line_no, CASE WHEN l.account LIKE 'Q%' THEN 'quota' ELSE 'cash' END AS side,
           l.rule, l.account, l.debit_fen, l.credit_fen, d.level, d.document_no, d.purpose_kind, d.purpose_code,
           d.year, d.budget_code, d.account_code, l.effective_on
      FROM trial_balance_lines AS l JOIN trial_balance_dimensions AS d USING (dimension_no);
