-- 令牌登记簿: who may come in, as what, for which place.  The token itself is never kept, only its SHA-256.
CREATE TABLE IF NOT EXISTS access_tokens (
    token_id    text        PRIMARY KEY,
    token_hash  bytea       NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
    person_id   text        NOT NULL CHECK (person_id <> ''),
    roles       text[]      NOT NULL CHECK (cardinality(roles) > 0),
    scope       text        NOT NULL DEFAULT '' CHECK (scope ~ '^[0-9]*$'),
    made_at     timestamptz NOT NULL DEFAULT now(),
    revoked_at  timestamptz
);
