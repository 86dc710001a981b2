-- Promotions, price lists and taxes beyond one rate a category, and what they did to each sale.

-- All rules of prices as one document, from one publication to the next; until_version is the first that it no longer
-- counts for. Rows stay for ever: a sale of last year is computed anew with the rules that it was rung up with.
create table pricing_rules (
    from_version  bigint      not null primary key,
    until_version bigint      null,
    content       longtext    not null,
    content_hash  char(64)    not null, -- SHA-256 in hex
    published_by  varchar(40) null,
    constraint pricing_rules_run_forward check (until_version is null or until_version > from_version)
);

-- What an item's department and unit were before they changed, since promotions go by them: until_version is the publication
-- that changed them.
create table item_former_place (
    item_id       varchar(40) not null references item (item_id),
    until_version bigint      not null,
    department_id varchar(40) not null,
    unit          varchar(20) not null,
    primary key (item_id, until_version)
);

-- What was taken off a line, for one cause: its amount is positive when the customer paid less.
create table line_discount (
    transaction_id uuid        not null,
    line_number    int         not null,
    number         int         not null,
    source         varchar(20) not null,
    discount_id    varchar(40) not null, -- the promotion, or the id of a discount by hand, which names it within its sale
    amount_minor   bigint      not null,
    primary key (transaction_id, line_number, number),
    foreign key (transaction_id, line_number) references line_item (transaction_id, number)
);
create index line_discount_by_id on line_discount (discount_id);

-- Each tax on a line. Sales of registers that tell one tax group a line have no rows here; their tax is in tax_line.
create table line_tax (
    transaction_id uuid        not null,
    line_number    int         not null,
    number         int         not null, -- the order in which the taxes were worked out
    tax_id         varchar(40) not null,
    kind           varchar(20) not null check (kind in ('PERCENT', 'DIVISION', 'FIXED')),
    value          bigint      not null, -- parts per million, or for FIXED millionths of the major unit for each unit
    in_price       boolean     not null,
    base_minor     bigint      not null,
    tax_minor      bigint      not null,
    primary key (transaction_id, line_number, number),
    foreign key (transaction_id, line_number) references line_item (transaction_id, number)
);

-- What was chosen with an item; its price is in the line's.
create table line_modifier (
    transaction_id uuid        not null,
    line_number    int         not null,
    number         int         not null,
    group_id       varchar(40) not null,
    modifier_id    varchar(40) not null,
    pieces         bigint      not null check (pieces > 0), -- of it, with one unit of the item
    primary key (transaction_id, line_number, number),
    foreign key (transaction_id, line_number) references line_item (transaction_id, number)
);

-- What a line says beyond its amounts; only lines that say any of it have a row. The sale that a returned line came from
-- may be unknown here: a register tells what its customer's receipt says.
create table line_detail (
    transaction_id          uuid        not null,
    line_number             int         not null,
    list_minor              bigint      null,
    service_mode            varchar(20) null,
    label_minor             bigint      null,
    follows_line            int         null,
    returned_transaction_id uuid        null,
    returned_line           int         null,
    primary key (transaction_id, line_number),
    foreign key (transaction_id, line_number) references line_item (transaction_id, number)
);
create index line_detail_by_returned on line_detail (returned_transaction_id);

-- What cash was rounded by in a sale: what was taken less the total.
create table cash_rounding (
    transaction_id uuid   not null primary key references retail_transaction (transaction_id),
    rounding_minor bigint not null check (rounding_minor <> 0)
);

insert into account (account_id, kind, name) values
    ('CASH_ROUNDING', 'INCOME', 'Rounding of cash to the smallest coin'),
    ('COUPON', 'ASSET', 'Coupons of manufacturers to be redeemed');
