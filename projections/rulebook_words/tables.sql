-- 规章用语: what each code of a rulebook is called, one row a version, a list and a code.

CREATE TABLE rulebook_words (
    list     text COLLATE "C",
    code     text COLLATE "C",
    version  integer,
    name_zh  text NOT NULL,
    name_en  text NOT NULL,
    PRIMARY KEY (list, code, version)
);
