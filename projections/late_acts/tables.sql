-- 逾期事项: what had to be done by a day of the law, and when it was done.

-- What each version of the rulebook limits, and from which day it judges.
CREATE TABLE late_acts_rules (
    rulebook      integer PRIMARY KEY,
    in_force_from date NOT NULL,
    limits        jsonb NOT NULL
);

CREATE TABLE late_acts_calendar (
    year         integer PRIMARY KEY,
    days_off     jsonb NOT NULL,
    make_up_days jsonb NOT NULL
);

-- A clock is open while met_on is NULL; void_on is the day on which its act was taken back.  due_fixed_on is the day where the law names one and counts no days.
CREATE TABLE late_acts (
    position     bigint,
    code         text COLLATE "C",
    subject      text COLLATE "C",
    name_zh      text NOT NULL,
    name_en      text NOT NULL,
    source       text NOT NULL,
    source_en    text NOT NULL,
    stops        text NOT NULL,
    opened_on    date NOT NULL,
    rulebook     integer NOT NULL,
    days         bigint NOT NULL,
    unit         text NOT NULL,
    due_fixed_on date,
    met_on       date,
    void_on      date,
    PRIMARY KEY (position, code, subject)
);

-- What of a document is not yet allocated or passed down, and not yet on an account; its last clocks; the allocations
-- that plan recovered surplus again; what each document below has of it, with the clocks of that; since when nothing is
-- left to split; and the papers sent up about it, with the clocks that each stopped.
CREATE TABLE late_acts_documents (
    document_no   text COLLATE "C" PRIMARY KEY,
    year          integer NOT NULL,
    transfer_kind text NOT NULL,
    unsplit_fen   bigint NOT NULL,
    awaited_fen   bigint NOT NULL,
    acts          jsonb NOT NULL,
    again         jsonb NOT NULL,
    passings      jsonb NOT NULL,
    split_on      date,
    reports       jsonb NOT NULL
);

-- The day of each step of a budget; the clocks that count from it, and those that it stopped.
CREATE TABLE late_acts_steps (
    budget   text COLLATE "C",
    step     text COLLATE "C",
    taken_on date,
    opened   jsonb NOT NULL,
    met      jsonb NOT NULL,
    PRIMARY KEY (budget, step)
);

-- Special accounts: those that are open, in one row; and of each its statements after the last end of a quarter that
-- was asked for, and the clocks that wait for one; those that were sent up, and the clocks that they stop.
CREATE TABLE late_acts_open_accounts (
    mode  text PRIMARY KEY,
    codes jsonb NOT NULL
);
CREATE TABLE late_acts_accounts (
    account_code text COLLATE "C" PRIMARY KEY,
    asked_on     date NOT NULL,
    statements   jsonb NOT NULL,
    waiting      jsonb NOT NULL,
    filed        jsonb NOT NULL,
    owed         jsonb NOT NULL
);
