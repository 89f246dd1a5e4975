-- 审计线索: one row a fact: who did what, when, why, in sentences.

CREATE TABLE audit_trail (
    position     bigint PRIMARY KEY,
    stream       text COLLATE "C" NOT NULL,
    topic        text COLLATE "C" NOT NULL,
    recorded_at  timestamptz NOT NULL,
    effective_on date NOT NULL,
    actor        text COLLATE "C" NOT NULL,
    rulebook     integer NOT NULL,
    sentence_zh  text NOT NULL,
    sentence_en  text NOT NULL
);
CREATE INDEX audit_trail_by_stream ON audit_trail (stream, position);
