-- 发放台账: one row a roll, a line, an answer, a sending to the bank.  Persons by their ids only.

CREATE TABLE roll_register (
    roll_no            text COLLATE "C" PRIMARY KEY,
    project_code       text COLLATE "C" NOT NULL,
    account_code       text NOT NULL,
    title              text NOT NULL,
    period_text        text NOT NULL,
    standard_text      text NOT NULL,
    list_sha256        text NOT NULL,
    drawn_up_on        date NOT NULL,
    approved_on        date,
    approved_by        text NOT NULL,
    sent_on            date,
    sent_in            text NOT NULL,
    declared_count     bigint NOT NULL,
    declared_sum_fen   bigint NOT NULL,
    period             text NOT NULL,
    again_reason       text NOT NULL,
    due_fen            bigint NOT NULL,
    approved_fen       bigint NOT NULL,
    sent_fen           bigint NOT NULL,
    confirmed_fen      bigint NOT NULL,
    confirmed_count    bigint NOT NULL,
    returned_fen       bigint NOT NULL,
    cancelled_fen      bigint NOT NULL,
    cancelled_count    bigint NOT NULL,
    recalled_fen       bigint NOT NULL,
    paid_back_fen      bigint NOT NULL,
    paid_back_count    bigint NOT NULL,
    ended_on           date,
    ended_as           text NOT NULL,
    end_reason         text NOT NULL
);
CREATE INDEX roll_register_by_project ON roll_register (project_code, roll_no);

-- What each line was drawn up for; it never changes.
CREATE TABLE roll_register_lines (
    roll_no      text COLLATE "C",
    line_no      bigint,
    person_id    text COLLATE "C" NOT NULL,
    quantity     bigint NOT NULL,
    standard_fen bigint NOT NULL,
    amount_fen   bigint NOT NULL,
    reason       text NOT NULL,
    PRIMARY KEY (roll_no, line_no)
);
CREATE INDEX roll_register_lines_by_person ON roll_register_lines (person_id, roll_no);

-- What became of lines after the roll was sent; a line that no answer names goes with its roll: due, approved or sent.
-- One answer may name twenty thousand lines, so it stands here as ranges of their numbers.
CREATE TABLE roll_register_answers (
    roll_no     text COLLATE "C",
    position    bigint,
    bank_reason text,
    state       text NOT NULL,
    payment_no  text NOT NULL,
    state_on    date NOT NULL,
    lines       int8multirange NOT NULL,
    PRIMARY KEY (roll_no, position, bank_reason)
);

CREATE TABLE roll_register_sendings (
    roll_no    text COLLATE "C",
    position   bigint,
    payment_no text NOT NULL,
    sent_on    date NOT NULL,
    line_no    bigint,
    count      bigint NOT NULL,
    amount_fen bigint NOT NULL,
    PRIMARY KEY (roll_no, position)
);

-- What persons paid back, in part or whole, line by line.
CREATE TABLE roll_register_paid_back (
    roll_no      text COLLATE "C",
    position     bigint,
    line_no      bigint NOT NULL,
    refund_no    text NOT NULL,
    payment_no   text NOT NULL,
    paid_back_on date NOT NULL,
    amount_fen   bigint NOT NULL,
    reason       text NOT NULL,
    PRIMARY KEY (roll_no, position)
);
