-- 专账明细: one row a posting with the balance after it, in the order of the journal.

CREATE TABLE account_daybook_accounts (
    code               text COLLATE "C" PRIMARY KEY,
    name               text NOT NULL,
    mode               text NOT NULL,
    place_code         text COLLATE "C" NOT NULL,
    holder_unit        text NOT NULL,
    bank               text NOT NULL,
    approval_no        text NOT NULL,
    interest_owner     text NOT NULL,
    opened_on          date NOT NULL,
    closed_on          date,
    in_fen             bigint NOT NULL,
    out_fen            bigint NOT NULL,
    balance_fen        bigint NOT NULL,
    in_transit_fen     bigint NOT NULL,
    interest_due_fen   bigint NOT NULL,
    entries_count      bigint NOT NULL,
    reconciled_on      date,
    differences_count  bigint NOT NULL,
    CHECK (balance_fen = in_fen - out_fen)
);

CREATE TABLE account_daybook (
    account_code text COLLATE "C",
    position     bigint,
    effective_on date NOT NULL,
    kind         text NOT NULL,
    voucher_no   text NOT NULL,
    reference    text NOT NULL,
    purpose_kind text NOT NULL,
    purpose_code text NOT NULL,
    stage        text NOT NULL,
    party        text NOT NULL,
    in_fen       bigint NOT NULL,
    out_fen      bigint NOT NULL,
    balance_fen  bigint NOT NULL,
    PRIMARY KEY (account_code, position)
);

CREATE TABLE account_daybook_reconciliations (
    account_code       text COLLATE "C",
    position           bigint,
    effective_on       date NOT NULL,
    statement_on       date NOT NULL,
    bank_balance_fen   bigint NOT NULL,
    ledger_balance_fen bigint NOT NULL,
    matched_count      bigint NOT NULL,
    statement_sha256   text NOT NULL,
    differences        jsonb NOT NULL,
    PRIMARY KEY (account_code, position)
);
