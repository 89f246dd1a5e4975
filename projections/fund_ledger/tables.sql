-- 资金台账: one row a document (指标文), and what its money did, by level, by purpose, by allocation.

CREATE TABLE fund_ledger (
    document_no      text COLLATE "C" PRIMARY KEY,
    title            text NOT NULL,
    former_titles    jsonb NOT NULL,
    year             integer NOT NULL,
    place_code       text COLLATE "C" NOT NULL,
    issuer           text NOT NULL,
    issued_on        date NOT NULL,
    received_on      date NOT NULL,
    use_code         text NOT NULL,
    nature           text NOT NULL,
    budget_code      text NOT NULL,
    carried_over_fen bigint NOT NULL,
    carried_to_year  integer,
    rulebook         integer NOT NULL,
    passed_down_from text COLLATE "C" NOT NULL
);

-- The channels (渠道) of a document.  The check is the quota side of the books in one line.
CREATE TABLE fund_ledger_levels (
    document_no        text COLLATE "C",
    level              text COLLATE "C",
    received_fen       bigint NOT NULL,
    unallocated_fen    bigint NOT NULL,
    allocated_fen      bigint NOT NULL,
    arrived_fen        bigint NOT NULL,
    paid_fen           bigint NOT NULL,
    recovered_fen      bigint NOT NULL,
    recovered_left_fen bigint NOT NULL,
    passed_down_fen    bigint NOT NULL,
    PRIMARY KEY (document_no, level),
    CHECK (received_fen = unallocated_fen + passed_down_fen + allocated_fen - recovered_fen + recovered_left_fen)
);

-- What a document gave to the documents of places below; there it is received.
CREATE TABLE fund_ledger_passings (
    document_no    text COLLATE "C",
    to_document_no text COLLATE "C",
    place_code     text COLLATE "C" NOT NULL,
    passed_on      date NOT NULL,
    amount_fen     bigint NOT NULL,
    PRIMARY KEY (document_no, to_document_no)
);

CREATE TABLE fund_ledger_purposes (
    document_no   text COLLATE "C",
    purpose_kind  text COLLATE "C",
    purpose_code  text COLLATE "C",
    allocated_fen bigint NOT NULL,
    arrived_fen   bigint NOT NULL,
    paid_fen      bigint NOT NULL,
    recovered_fen bigint NOT NULL,
    PRIMARY KEY (document_no, purpose_kind, purpose_code)
);

CREATE TABLE fund_ledger_allocations (
    document_no      text COLLATE "C",
    allocation_no    text COLLATE "C",
    decision_no      text NOT NULL,
    purpose_kind     text NOT NULL,
    purpose_code     text NOT NULL,
    use_code         text NOT NULL,
    budget_code      text NOT NULL,
    allocated_on     date NOT NULL,
    allocated_fen    bigint NOT NULL,
    arrived_fen      bigint NOT NULL,
    recovered_fen    bigint NOT NULL,
    fee_base_fen     bigint NOT NULL,
    fee_base_note    text NOT NULL,
    from_recovered   boolean NOT NULL,
    authorisation_no text NOT NULL,
    spending_item    text NOT NULL,
    PRIMARY KEY (document_no, allocation_no)
);

CREATE TABLE fund_ledger_authorisations (
    document_no              text COLLATE "C",
    authorisation_no         text COLLATE "C",
    document_no_of_authority text NOT NULL,
    level                    text NOT NULL,
    from_use                 text NOT NULL,
    to_use                   text NOT NULL,
    amount_fen               bigint NOT NULL,
    used_fen                 bigint NOT NULL,
    valid_until              date NOT NULL,
    PRIMARY KEY (document_no, authorisation_no)
);
