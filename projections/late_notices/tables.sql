-- 逾期未公示: the duties to disclose, as raised by facts, and the notices that answered them.

-- What each version of the rulebook asks for (asks: after, kind, kind_zh, kind_en, level, days, unit, levels).
CREATE TABLE late_notices_rules (
    rulebook integer PRIMARY KEY,
    asks     jsonb NOT NULL
);

CREATE TABLE late_notices_calendar (
    year         integer PRIMARY KEY,
    days_off     jsonb NOT NULL,
    make_up_days jsonb NOT NULL
);

-- A duty is open while answered_by is "" and void_on NULL.
CREATE TABLE late_notices (
    position    bigint,
    kind        text COLLATE "C",
    level       text COLLATE "C",
    kind_zh     text NOT NULL,
    kind_en     text NOT NULL,
    subject     text COLLATE "C" NOT NULL,
    topic       text NOT NULL,
    raised_on   date NOT NULL,
    rulebook    integer NOT NULL,
    days        bigint NOT NULL,
    unit        text NOT NULL,
    answered_by text COLLATE "C" NOT NULL,
    posted_on   date,
    void_on     date,
    PRIMARY KEY (position, kind, level)
);

-- For one subject, kind and level: the open duties, and the notices as they were posted, each with the duties that it
-- met (hanging: notice_no, posted_on, answers).
CREATE TABLE late_notices_subjects (
    subject        text COLLATE "C",
    kind           text COLLATE "C",
    level          text COLLATE "C",
    open_positions jsonb NOT NULL,
    hanging        jsonb NOT NULL,
    PRIMARY KEY (subject, kind, level)
);

-- Where each subject belongs, by which rulebook it was opened, and when it was taken back.
CREATE TABLE late_notices_places (
    subject    text COLLATE "C" PRIMARY KEY,
    place_code text,
    rulebook   integer NOT NULL,
    void_on    date
);

CREATE TABLE late_notices_drafts (
    notice_no text COLLATE "C" PRIMARY KEY,
    subject   text NOT NULL,
    kind      text NOT NULL,
    level     text NOT NULL
);
