-- What a store sells, for how much, where and by whom.
-- Money is bigint: _minor counts the currency's minor unit, _micro millionths of its major unit. Rates are parts per
-- million, quantities thousandths. Times are UTC. Text is compared byte by byte: two ids that differ in case, or in a
-- blank at their end, are two.

alter database character set utf8mb4 collate utf8mb4_nopad_bin;

-- Every change of what registers download takes the next number. Whoever publishes locks the newest row, so numbers
-- commit in order and a register that has number 41 has missed nothing before it. A sale never touches this table.
create table publication (
    number       bigint       not null primary key,
    published_at datetime(6)  not null,
    reason       varchar(100) not null
);
insert into publication (number, published_at, reason) values (0, utc_timestamp(6), 'empty database');

create table department (
    department_id varchar(40) not null primary key,
    position      int         not null,
    hue           int         not null check (hue between 0 and 7)
);

create table department_name (
    department_id varchar(40)  not null references department (department_id),
    language      varchar(5)   not null,
    name          varchar(120) not null,
    primary key (department_id, language)
);

-- The rate of a category from one publication to the next; until_version is the first that it no longer counts for.
create table tax_rate (
    tax_category  varchar(40) not null,
    from_version  bigint      not null,
    until_version bigint      null,
    tax_rate_id   varchar(40) not null,
    rate_ppm      bigint      not null check (rate_ppm >= 0),
    primary key (tax_category, from_version),
    constraint tax_rate_runs_forward check (until_version is null or until_version > from_version)
);

create table picture (
    picture_id varchar(80) not null primary key,
    media_type varchar(40) not null,
    content    mediumblob  not null
);

create table item (
    item_id       varchar(40) not null primary key,
    department_id varchar(40) not null references department (department_id),
    unit          varchar(20) not null check (unit in ('PIECE', 'KILOGRAM', 'LITRE', 'METRE')),
    tax_category  varchar(40) not null,
    picture_id    varchar(80) null,
    tile          int         null,
    active        boolean     not null,
    changed_in    bigint      not null -- publication that last changed anything a register sees of it
);
create index item_by_change on item (changed_in);

create table item_name (
    item_id  varchar(40)  not null references item (item_id),
    language varchar(5)   not null,
    name     varchar(200) not null,
    primary key (item_id, language)
);

-- A code finds one item or none, whatever the program does.
create table item_code (
    code_key varchar(48) not null primary key,
    item_id  varchar(40) not null references item (item_id)
);
create index item_code_by_item on item_code (item_id);

-- The price of an item from one publication to the next. Rows stay for ever: a sale of last year is computed anew with
-- the version it was rung up with.
create table item_price (
    item_id          varchar(40) not null references item (item_id),
    from_version     bigint      not null,
    until_version    bigint      null,
    unit_price_micro bigint      not null check (unit_price_micro >= 0),
    primary key (item_id, from_version),
    constraint item_price_runs_forward check (until_version is null or until_version > from_version)
);

-- What an item's tax category was before it changed: until_version is the publication that changed it.
create table item_former_tax (
    item_id       varchar(40) not null references item (item_id),
    until_version bigint      not null,
    tax_category  varchar(40) not null,
    primary key (item_id, until_version)
);

create table store (
    store_id       varchar(40)  not null primary key,
    name           varchar(120) not null,
    address_line_1 varchar(120) null,
    address_line_2 varchar(120) null,
    address_line_3 varchar(120) null,
    tax_number     varchar(40)  null,
    country        char(2)      not null,
    currency       char(3)      not null,
    language       varchar(5)   not null,
    time_zone      varchar(40)  not null,
    day_ends       varchar(5)   not null,
    tax_placement  varchar(20)  not null,
    tax_level      varchar(20)  not null,
    tax_rounding   varchar(20)  not null
);

create table store_receipt_footer (
    store_id varchar(40)  not null references store (store_id),
    language varchar(5)   not null,
    text     varchar(250) not null,
    primary key (store_id, language)
);

create table workstation (
    workstation_id varchar(40)    not null primary key,
    store_id       varchar(40)    not null references store (store_id),
    name           varchar(120)   not null,
    public_key     varbinary(200) null, -- the register's public key, X.509; null until one enrols
    enrolled_at    datetime(6)    null
);

create table operator (
    operator_id  varchar(40)  not null primary key,
    number       varchar(20)  not null unique,
    name         varchar(120) not null,
    role         varchar(20)  not null check (role in ('CASHIER', 'SUPERVISOR', 'MANAGER')),
    language     varchar(5)   null,
    pin_verifier varchar(200) null, -- salted slow hash; null until a PIN is set
    active       boolean      not null
);
