-- 捐赠台账: one row a gift, one row a kind of goods in it, one row a movement.

CREATE TABLE gift_register (
    gift_no       text COLLATE "C" PRIMARY KEY,
    donor_id      text NOT NULL,
    donor_name    text NOT NULL,
    donor_kind    text NOT NULL,
    purpose       text NOT NULL,
    place_code    text COLLATE "C" NOT NULL,
    agreed_items  jsonb NOT NULL,
    pledged_on    date NOT NULL,
    pledged_fen   bigint NOT NULL,
    cash_fen      bigint NOT NULL,
    cash_used_fen bigint NOT NULL,
    goods_fen     bigint NOT NULL,
    goods_out_fen bigint NOT NULL
);

CREATE TABLE gift_register_goods (
    gift_no           text COLLATE "C",
    item              text COLLATE "C",
    unit              text NOT NULL,
    received_quantity bigint NOT NULL,
    received_fen      bigint NOT NULL,
    out_quantity      bigint NOT NULL,
    out_fen           bigint NOT NULL,
    PRIMARY KEY (gift_no, item)
);

CREATE TABLE gift_register_movements (
    gift_no      text COLLATE "C",
    position     bigint,
    reference    text NOT NULL,
    amount_fen   bigint NOT NULL,
    PRIMARY KEY (gift_no, position)
);
