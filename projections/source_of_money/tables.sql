-- 资金来源: for every project and every payment, how many fen of which document and level.

CREATE TABLE source_of_money_projects (
    project_code     text   COLLATE "C",
    document_no      text   COLLATE "C",
    level            text   COLLATE "C",
    planned_fen      bigint NOT NULL,
    arrived_fen      bigint NOT NULL,
    advanced_fen     bigint NOT NULL,
    measured_fen     bigint NOT NULL,
    settled_fen      bigint NOT NULL,
    retained_fen     bigint NOT NULL,
    paid_fen         bigint NOT NULL,
    handed_over_fen  bigint NOT NULL,
    recovered_fen    bigint NOT NULL,
    PRIMARY KEY (project_code, document_no, level)
);

CREATE TABLE source_of_money_payments (
    account_code text   COLLATE "C",
    payment_no   text   COLLATE "C",
    document_no  text   COLLATE "C",
    level        text   COLLATE "C",
    purpose_kind text   NOT NULL COLLATE "C",
    purpose_code text   NOT NULL COLLATE "C",
    stage        text   NOT NULL,
    payee_name   text   NOT NULL,
    position     bigint NOT NULL,
    paid_on      date   NOT NULL,
    paid_fen     bigint NOT NULL,
    returned_fen bigint NOT NULL,
    PRIMARY KEY (account_code, payment_no, document_no, level)
);
CREATE INDEX source_of_money_payments_of_purpose
    ON source_of_money_payments (purpose_kind, purpose_code, position);
