-- 资产台账: assets that projects handed over, and the surveys that counted older ones.

-- What a project is called and where it lies, kept for its assets.
CREATE TABLE asset_ledger_projects (
    code       text COLLATE "C" PRIMARY KEY,
    name       text NOT NULL,
    place_code text NOT NULL
);

CREATE TABLE asset_ledger (
    asset_no       text COLLATE "C",
    project_code   text COLLATE "C",
    place_code     text COLLATE "C" NOT NULL,
    asset_class    text NOT NULL,
    owner_level    text NOT NULL,
    owner          text NOT NULL,
    keeper         text NOT NULL,
    value_fen      bigint NOT NULL,
    sources        jsonb NOT NULL,
    handed_over_on date NOT NULL,
    reversed_on    date,
    reason         text NOT NULL,
    PRIMARY KEY (asset_no, project_code)
);

CREATE TABLE asset_ledger_surveys (
    place_code   text COLLATE "C",
    survey_no    text COLLATE "C",
    position     bigint NOT NULL,
    as_of_on     date NOT NULL,
    cuts         jsonb NOT NULL,
    rounding_fen bigint NOT NULL,
    PRIMARY KEY (place_code, survey_no)
);
