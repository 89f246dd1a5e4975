-- 项目台账: one row a project and the lists that belong to it, all keyed by the project's code.

CREATE TABLE project_ledger (
    code                 text COLLATE "C" PRIMARY KEY,
    name                 text NOT NULL,
    former_names         jsonb NOT NULL,
    use_code             text NOT NULL,
    kind                 text NOT NULL,
    place_code           text COLLATE "C" NOT NULL,
    implementing_unit    text NOT NULL,
    proposer_unit        text NOT NULL,
    content              text NOT NULL,
    beneficiaries        text NOT NULL,
    nature               text NOT NULL,
    phase                text NOT NULL,
    suspended            boolean NOT NULL,
    ended                boolean NOT NULL,
    proposed_on          date NOT NULL,
    library_no           text NOT NULL,
    plan_no              text NOT NULL,
    plan_year            integer,
    budget_code          text NOT NULL,
    scheme               text NOT NULL,
    starts_on            date,
    ends_on              date,
    approval_no          text NOT NULL,
    started_on           date,
    completed_on         date,
    accepted_on          date,
    settled_on           date,
    handed_over_on       date,
    audit_no             text NOT NULL,
    estimate_fen         bigint NOT NULL,
    plan_fen             bigint NOT NULL,
    contract_fen         bigint NOT NULL,
    measured_fen         bigint NOT NULL,
    settlement_fen       bigint,
    advance_left_fen     bigint NOT NULL,
    payable_fen          bigint NOT NULL,
    retention_fen        bigint NOT NULL,
    retention_paid_fen   bigint NOT NULL,
    retention_release_on date,
    asset_value_fen      bigint NOT NULL,
    rulebook             integer NOT NULL
);
CREATE INDEX project_ledger_by_place ON project_ledger (place_code, code);

-- Each source keeps its channel (渠道不乱) from plan to payment.
CREATE TABLE project_ledger_sources (
    project_code   text COLLATE "C",
    document_no    text COLLATE "C",
    level          text COLLATE "C",
    plan_fen       bigint NOT NULL,
    arrived_fen    bigint NOT NULL,
    paid_fen       bigint NOT NULL,
    settlement_fen bigint NOT NULL,
    recovered_fen  bigint NOT NULL,
    PRIMARY KEY (project_code, document_no, level)
);
CREATE INDEX project_ledger_sources_by_document ON project_ledger_sources (document_no, project_code);

-- A project with all its figures.  Money may arrive for a project before anybody proposed it, so it is kept by source.
CREATE VIEW project_ledger_figures AS
SELECT p.*, p.plan_fen - p.settlement_fen AS saving_fen, s.arrived_fen, s.paid_fen, s.recovered_fen
  FROM project_ledger p,
LATERAL (SELECT coalesce(sum(arrived_fen), 0)::bigint AS arrived_fen,
                coalesce(sum(paid_fen), 0)::bigint AS paid_fen,
                coalesce(sum(recovered_fen), 0)::bigint AS recovered_fen
           FROM project_ledger_sources WHERE project_code = p.code) s;

CREATE TABLE project_ledger_targets (
    project_code text COLLATE "C",
    position     bigint,
    target_no    bigint,
    code         text NOT NULL,
    name         text NOT NULL,
    unit         text NOT NULL,
    value        bigint NOT NULL,
    PRIMARY KEY (project_code, position, target_no)
);

CREATE TABLE project_ledger_decision_steps (
    project_code    text COLLATE "C",
    position        bigint,
    step_no         bigint,
    checklist       text NOT NULL,
    code            text NOT NULL,
    held_on         date NOT NULL,
    due_count       bigint NOT NULL,
    present_count   bigint NOT NULL,
    in_favour_count bigint NOT NULL,
    posted_from     date,
    posted_to       date,
    minutes_sha256  text NOT NULL,
    PRIMARY KEY (project_code, position, step_no)
);

CREATE TABLE project_ledger_contracts (
    project_code    text COLLATE "C",
    contract_no     text COLLATE "C",
    route           text NOT NULL,
    contractor_id   text NOT NULL,
    contractor_name text NOT NULL,
    price_fen       bigint NOT NULL,
    signed_on       date NOT NULL,
    awarded_on      date,
    ends_on         date NOT NULL,
    defect_months   bigint NOT NULL,
    former_names    jsonb NOT NULL,
    ended_as        text NOT NULL,
    ended_on        date,
    certified_fen   bigint NOT NULL,
    owed_fen        bigint NOT NULL,
    reason          text NOT NULL,
    PRIMARY KEY (project_code, contract_no)
);

CREATE TABLE project_ledger_measurements (
    project_code       text COLLATE "C",
    certificate_no     text COLLATE "C",
    measured_on        date NOT NULL,
    amount_fen         bigint NOT NULL,
    advance_offset_fen bigint NOT NULL,
    payable_fen        bigint NOT NULL,
    work               text NOT NULL,
    reversed_on        date,
    reason             text NOT NULL,
    PRIMARY KEY (project_code, certificate_no)
);

CREATE TABLE project_ledger_acceptances (
    project_code    text COLLATE "C",
    position        bigint,
    effective_on    date NOT NULL,
    level           text NOT NULL,
    form_no         text NOT NULL,
    passed          boolean NOT NULL,
    acceptors       jsonb NOT NULL,
    representatives bigint NOT NULL,
    verdict         text NOT NULL,
    rectify_by_on   date,
    reversal        boolean NOT NULL,
    PRIMARY KEY (project_code, position)
);

CREATE TABLE project_ledger_defects (
    project_code    text COLLATE "C",
    level           text COLLATE "C",
    defect_no       text COLLATE "C",
    text            text NOT NULL,
    found_on        date NOT NULL,
    rectify_by_on   date NOT NULL,
    rectified_on    date,
    evidence_sha256 text NOT NULL,
    PRIMARY KEY (project_code, level, defect_no)
);

CREATE TABLE project_ledger_changes (
    project_code        text COLLATE "C",
    position            bigint,
    effective_on        date NOT NULL,
    change_no           text NOT NULL,
    subject             text NOT NULL,
    plan_change_fen     bigint NOT NULL,
    contract_change_fen bigint NOT NULL,
    share_bp            bigint NOT NULL,
    approval_no         text NOT NULL,
    reason              text NOT NULL,
    text                text NOT NULL,
    PRIMARY KEY (project_code, position)
);

CREATE TABLE project_ledger_payments (
    project_code text COLLATE "C",
    account_code text COLLATE "C",
    payment_no   text COLLATE "C",
    position     bigint NOT NULL,
    paid_on      date NOT NULL,
    stage        text NOT NULL,
    voucher_no   text NOT NULL,
    claim_no     text NOT NULL,
    roll_no      text NOT NULL,
    payee_id     text NOT NULL,
    payee_name   text NOT NULL,
    amount_fen   bigint NOT NULL,
    undone_fen   bigint NOT NULL,
    sources      jsonb NOT NULL,
    PRIMARY KEY (project_code, account_code, payment_no)
);

CREATE TABLE project_ledger_claims (
    claim_no     text COLLATE "C" PRIMARY KEY,
    project_code text COLLATE "C" NOT NULL,
    submitted_on date NOT NULL,
    stage        text NOT NULL,
    state        text NOT NULL,
    asked_fen    bigint NOT NULL,
    approved_fen bigint NOT NULL,
    paid_fen     bigint NOT NULL
);
CREATE INDEX project_ledger_claims_by_project ON project_ledger_claims (project_code, claim_no);

CREATE TABLE project_ledger_notices (
    notice_no    text COLLATE "C" PRIMARY KEY,
    project_code text COLLATE "C" NOT NULL,
    kind         text NOT NULL,
    level        text NOT NULL,
    title        text NOT NULL,
    state        text NOT NULL,
    posted_on    date,
    closes_on    date,
    closed_on    date
);
CREATE INDEX project_ledger_notices_by_project ON project_ledger_notices (project_code, notice_no);

-- Which facts tell the story of a project; what they say is read from the journal.
CREATE TABLE project_ledger_timeline (
    project_code text COLLATE "C",
    position     bigint,
    PRIMARY KEY (project_code, position)
);
