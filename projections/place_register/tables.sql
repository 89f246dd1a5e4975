-- 区划与单位名册: one row a division, one row a unit, as they stand now.

CREATE TABLE place_register_divisions (
    code            text COLLATE "C" PRIMARY KEY,
    name            text NOT NULL,
    level           text NOT NULL,
    parent_code     text COLLATE "C" NOT NULL,
    from_on         date,
    until_on        date,
    successor_code  text NOT NULL,
    source          text NOT NULL
);

CREATE TABLE place_register_units (
    code            text COLLATE "C" PRIMARY KEY,
    name            text NOT NULL,
    kind            text NOT NULL,
    unified_code    text NOT NULL,
    place_code      text COLLATE "C" NOT NULL,
    from_on         date,
    until_on        date,
    successor_code  text NOT NULL,
    source          text NOT NULL
);
