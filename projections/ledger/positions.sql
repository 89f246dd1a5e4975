-- How far each ledger (台账) has come.  A row moves in the same transaction as the rows of its ledger.
--   shape       digest of its tables.sql: a ledger of another shape waits for a rebuild.
--   generation  new with each rebuild, so that a follower drops the rows that it holds in memory.
--   failure     why it does not go on, or NULL; `failed_at` is when it was last tried.
CREATE TABLE IF NOT EXISTS ledger_positions (
    ledger     text        COLLATE "C" PRIMARY KEY,
    position   bigint      NOT NULL DEFAULT 0 CHECK (position >= 0),
    shape      text        NOT NULL,
    generation uuid        NOT NULL DEFAULT gen_random_uuid(),
    failure    text,
    failed_at  timestamptz
);
