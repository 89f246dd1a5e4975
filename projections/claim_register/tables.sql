-- 报账台账: one row a claim with its papers, one row an invoice number.

CREATE TABLE claim_register (
    claim_no           text COLLATE "C" PRIMARY KEY,
    purpose_kind       text COLLATE "C" NOT NULL,
    purpose_code       text COLLATE "C" NOT NULL,
    account_code       text COLLATE "C" NOT NULL,
    stage              text NOT NULL,
    fee_use            text NOT NULL,
    spending_item      text NOT NULL,
    payee_id           text NOT NULL,
    payee_name         text NOT NULL,
    state              text NOT NULL,
    asked_fen          bigint NOT NULL,
    approved_fen       bigint NOT NULL,
    paid_fen           bigint NOT NULL,
    undone_fen         bigint NOT NULL,
    accepted_fen       bigint NOT NULL,
    sheet              text NOT NULL,
    delivered_quantity bigint NOT NULL,
    delivered_unit     text NOT NULL,
    delivered_on       date,
    delivered_by       text NOT NULL,
    submitted_on       date NOT NULL,
    submitted_by       text NOT NULL,
    reviewed_on        date,
    reviewed_by        text NOT NULL,
    decided_on         date,
    decided_by         text NOT NULL,
    refused_because    text NOT NULL,
    refused_reason     text NOT NULL,
    withdrawn_on       date,
    withdrawn_by       text NOT NULL,
    withdrawn_reason   text NOT NULL,
    rulebook           integer NOT NULL,
    documents          jsonb NOT NULL
);
CREATE INDEX claim_register_by_purpose ON claim_register (purpose_kind, purpose_code, claim_no);

CREATE TABLE claim_register_invoices (
    number      text COLLATE "C" PRIMARY KEY,
    claim_no    text COLLATE "C" NOT NULL,
    amount_fen  bigint NOT NULL,
    used_on     date NOT NULL,
    released_on date,
    reason      text NOT NULL
);
CREATE INDEX claim_register_invoices_by_claim ON claim_register_invoices (claim_no);
