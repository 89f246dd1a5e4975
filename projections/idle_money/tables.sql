-- 闲置资金: what moved on which day, by document and level, so that any day can be asked for.

CREATE TABLE idle_money_funds (
    document_no      text COLLATE "C" PRIMARY KEY,
    title            text NOT NULL,
    year             integer NOT NULL,
    place_code       text COLLATE "C" NOT NULL,
    issued_on        date NOT NULL,
    carry_over_years integer
);

CREATE TABLE idle_money_rules (
    rulebook         integer PRIMARY KEY,
    carry_over_years integer NOT NULL
);

-- Signed: what a step undoes is a negative amount of the same step.
CREATE TABLE idle_money (
    position    bigint NOT NULL,
    document_no text COLLATE "C" NOT NULL,
    level       text COLLATE "C" NOT NULL,
    step        text COLLATE "C" NOT NULL,
    moved_on    date NOT NULL,
    amount_fen  bigint NOT NULL
);
CREATE INDEX idle_money_by_document ON idle_money (document_no, moved_on);
