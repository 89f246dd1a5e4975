-- 公示台账: one row a notice, one row an objection, one row an extension.

CREATE TABLE notice_register (
    notice_no         text COLLATE "C" PRIMARY KEY,
    kind              text NOT NULL,
    level             text NOT NULL,
    place_code        text COLLATE "C" NOT NULL,
    subject           text COLLATE "C" NOT NULL,
    title             text NOT NULL,
    fields            jsonb NOT NULL,
    amounts           jsonb NOT NULL,
    replaces          text COLLATE "C" NOT NULL,
    state             text NOT NULL,
    drafted_on        date NOT NULL,
    drafted_by        text NOT NULL,
    posted_on         date,
    posted_by         text NOT NULL,
    recorded_on       date,
    place_text        text NOT NULL,
    photo_sha256      text NOT NULL,
    closes_on         date,
    closed_on         date,
    days_posted       bigint,
    objections_count  bigint NOT NULL,
    open_objections   bigint NOT NULL,
    withdrawn_on      date,
    withdrawn_reason  text NOT NULL,
    rulebook          integer NOT NULL
);
CREATE INDEX notice_register_by_subject ON notice_register (subject, notice_no);
CREATE INDEX notice_register_by_place ON notice_register (place_code, notice_no);
CREATE INDEX notice_register_by_posting ON notice_register (posted_on, notice_no);
CREATE INDEX notice_register_by_replaced ON notice_register (replaces) WHERE replaces <> '';

CREATE TABLE notice_register_objections (
    notice_no    text COLLATE "C",
    objection_no text COLLATE "C",
    objected_on  date NOT NULL,
    objector_id  text NOT NULL,
    summary      text NOT NULL,
    answer_by_on date NOT NULL,
    answered_on  date,
    answer       text NOT NULL,
    upheld       boolean,
    PRIMARY KEY (notice_no, objection_no)
);

CREATE TABLE notice_register_extensions (
    notice_no   text COLLATE "C",
    position    bigint,
    extended_on date NOT NULL,
    reason      text NOT NULL,
    closes_on   date NOT NULL,
    PRIMARY KEY (notice_no, position)
);
