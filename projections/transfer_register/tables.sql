-- 调拨登记: one row a transfer between accounts, one row a step of it.

CREATE TABLE transfer_register (
    transfer_no       text COLLATE "C" PRIMARY KEY,
    decision_no       text NOT NULL,
    from_account_code text COLLATE "C" NOT NULL,
    to_account_code   text COLLATE "C" NOT NULL,
    document_no       text COLLATE "C" NOT NULL,
    allocation_no     text NOT NULL,
    purpose_kind      text NOT NULL,
    purpose_code      text NOT NULL,
    year              integer NOT NULL,
    sent_on           date NOT NULL,
    ended_on          date,
    state             text NOT NULL,
    amount_fen        bigint NOT NULL,
    in_transit_fen    bigint NOT NULL,
    CHECK (in_transit_fen IN (0, amount_fen))
);

CREATE TABLE transfer_register_steps (
    transfer_no text COLLATE "C",
    position    bigint,
    state       text NOT NULL,
    PRIMARY KEY (transfer_no, position)
);
