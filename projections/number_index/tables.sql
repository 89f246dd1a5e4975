-- 编号索引: every numbered record by its look-up key, one row a stream.

CREATE TABLE number_index (
    position   bigint PRIMARY KEY,
    stream     text COLLATE "C" NOT NULL,
    lookup_key text COLLATE "C" NOT NULL
);

CREATE INDEX number_index_by_key ON number_index (lookup_key, position);
