-- What the console needs of the catalogue: prices that begin on a day to come, who changed which item, and lists that
-- stay fast with a hundred thousand items.

-- A price that is decided and does not count yet. When its day begins it becomes a publication, and the row goes; who
-- planned what stays in the audit trail.
create table planned_price (
    item_id          varchar(40) not null references item (item_id),
    from_date        date        not null, -- the store's day
    due_at           datetime(6) not null, -- when that day began in the zone that the store had when it was planned
    unit_price_micro bigint      not null check (unit_price_micro >= 0),
    planned_by       varchar(40) not null,
    planned_at       datetime(6) not null,
    primary key (item_id, from_date)
);
create index planned_price_by_due on planned_price (due_at);

-- A tax rate that is decided and does not count yet; as planned_price.
create table planned_tax_rate (
    tax_category varchar(40) not null,
    from_date    date        not null,
    due_at       datetime(6) not null,
    tax_rate_id  varchar(40) not null,
    rate_ppm     bigint      not null check (rate_ppm >= 0),
    planned_by   varchar(40) not null,
    planned_at   datetime(6) not null,
    primary key (tax_category, from_date)
);

-- What a person, or a plan, changed of one item: what an editor who comes too late is told. Imports are not in it.
create table item_change (
    item_id     varchar(40)  not null references item (item_id),
    number      bigint       not null, -- the publication
    operator_id varchar(40)  null,     -- null when the server did what somebody had planned
    changed     varchar(200) not null, -- names of the item's parts, in the order of the form
    primary key (item_id, number)
);

-- One row an item, with what lists filter and sort by. It follows from the other tables and is written with them; what
-- came into the database another way gets its row when a server starts.
create table item_listing (
    item_id          varchar(40) not null primary key references item (item_id),
    department_id    varchar(40) not null,
    active           boolean     not null,
    priced           boolean     not null,
    pictured         boolean     not null,
    unit_price_micro bigint      null,
    changed_in       bigint      not null
);
create index item_listing_by_state on item_listing (active, priced, pictured);
create index item_listing_by_department on item_listing (department_id, active);
create index item_listing_by_price on item_listing (unit_price_micro, item_id);
create index item_listing_by_change on item_listing (changed_in, item_id);

-- The words that find an item: of its names in every language, its codes and its id; without case and accents.
create table item_word (
    item_id varchar(40) not null references item (item_id),
    word    varchar(48) not null,
    primary key (item_id, word)
);
create index item_word_by_word on item_word (word, item_id);

-- Names in the order of an alphabet, not of bytes.
alter table item_name add column sort_name varchar(200) collate utf8mb4_unicode_520_nopad_ci
    generated always as (name) virtual;
create index item_name_by_sort_name on item_name (language, sort_name, item_id);
