-- 序时簿: where facts are kept.  Run with search_path set to one set of books (账套).
-- Each statement may run again; `schema_version` tells a later migration where it starts.

CREATE TABLE IF NOT EXISTS schema_version (
    version      integer     PRIMARY KEY,
    installed_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO schema_version (version) VALUES (1) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS journal (
    position        bigint      NOT NULL,
    stream          text        NOT NULL COLLATE "C",
    version         bigint      NOT NULL,
    topic           text        NOT NULL COLLATE "C",
    state           bytea       NOT NULL,
    effective_on    date,
    recorded_at     timestamptz NOT NULL,
    actor           text,
    idempotency_key text        COLLATE "C",
    request_id      text,
    CONSTRAINT journal_position_is_taken PRIMARY KEY (position),
    CONSTRAINT journal_version_is_taken UNIQUE (stream, version)
);

-- A request that was answered: its key, what it asked (as a hash), and the positions of its facts.
-- A request that recorded nothing has an empty range: last_position = first_position - 1.
CREATE TABLE IF NOT EXISTS requests (
    idempotency_key text        NOT NULL COLLATE "C",
    request_hash    bytea       NOT NULL,
    first_position  bigint      NOT NULL,
    last_position   bigint      NOT NULL,
    recorded_at     timestamptz NOT NULL,
    CONSTRAINT requests_key_is_taken PRIMARY KEY (idempotency_key),
    CHECK (last_position >= first_position - 1)
);

CREATE TABLE IF NOT EXISTS tracking (
    application_name text   PRIMARY KEY COLLATE "C",
    position         bigint NOT NULL
);

-- Snapshots may always be made again from the facts, so they may be dropped.
CREATE TABLE IF NOT EXISTS snapshots (
    stream  text   NOT NULL COLLATE "C",
    version bigint NOT NULL,
    topic   text   NOT NULL COLLATE "C",
    state   bytea  NOT NULL,
    PRIMARY KEY (stream, version)
);

CREATE OR REPLACE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '已入账的事实不得改动 / recorded facts are kept as they are'
        USING ERRCODE = 'restrict_violation', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
END $$;

-- ALWAYS: also where session_replication_role would silence ordinary triggers.
CREATE OR REPLACE TRIGGER keep_facts BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
ALTER TABLE journal ENABLE ALWAYS TRIGGER keep_facts;
CREATE OR REPLACE TRIGGER keep_requests BEFORE UPDATE OR DELETE OR TRUNCATE ON requests
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
ALTER TABLE requests ENABLE ALWAYS TRIGGER keep_requests;

-- Move a reader to a position; standing still or going back is a conflict.
CREATE OR REPLACE FUNCTION track(reader text, reached bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO tracking AS t (application_name, position) VALUES (reader, reached)
        ON CONFLICT (application_name) DO UPDATE SET position = excluded.position WHERE t.position < excluded.position;
    IF NOT FOUND THEN
        RAISE EXCEPTION '% has already reached position %', reader, reached USING ERRCODE = 'unique_violation';
    END IF;
END $$;

-- The state as JSON for whoever reads with SQL; NULL when the bytes are not JSON.
CREATE OR REPLACE FUNCTION as_json(state bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
    RETURN convert_from(state, 'UTF8')::jsonb;
EXCEPTION WHEN data_exception THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE VIEW facts AS
    SELECT position, stream, version, topic, as_json(state) AS state, effective_on, recorded_at, actor,
           idempotency_key, request_id
      FROM journal;
