-- Customers, and money that is kept under a number: gift cards, store credit, accounts of customers, deposits.

create table customer (
    customer_id        varchar(40)  not null primary key,
    card_number        varchar(40)  null unique, -- without spaces and hyphens, in capitals
    name               varchar(200) not null,
    email              varchar(254) null,
    phone              varchar(40)  null,
    phone_digits       varchar(40)  null, -- what it is found by
    phone_reversed     varchar(40)  null, -- so that the end of a number finds it too
    tax_exempt         boolean      not null,
    credit_limit_minor bigint       null, -- null: may not pay later
    language           varchar(5)   null, -- null: the store's
    created_at         datetime(6)  not null,
    changed_at         datetime(6)  not null
);
create index customer_by_name on customer (name, customer_id);
create index customer_by_phone on customer (phone_digits);
create index customer_by_phone_end on customer (phone_reversed);

create table customer_group (
    customer_id varchar(40) not null references customer (customer_id) on delete cascade,
    group_id    varchar(40) not null,
    primary key (customer_id, group_id)
);

-- The words of a customer's name and e-mail address; without case and accents.
create table customer_word (
    customer_id varchar(40) not null references customer (customer_id) on delete cascade,
    word        varchar(48) not null,
    primary key (customer_id, word)
);
create index customer_word_by_word on customer_word (word, customer_id);

-- One row for each number. Whoever changes what is kept under it locks this row and no other. Its two sums are caches of
-- value_entry and of the holds that have no end.
create table value_account (
    kind          varchar(20) not null check (kind in ('GIFT_CARD', 'STORE_CREDIT', 'ON_ACCOUNT', 'DEPOSIT')),
    number        varchar(60) not null,
    currency      char(3)     not null,
    blocked       boolean     not null,
    balance_minor bigint      not null, -- of ON_ACCOUNT what the customer owes, of the others what the shop owes
    held_minor    bigint      not null,
    opened_at     datetime(6) not null,
    primary key (kind, number, currency)
);
create index value_account_by_balance on value_account (balance_minor, kind);

-- The ledger: insert only. What a sale did to a number.
create table value_entry (
    source_id        uuid        not null, -- the sale
    event            varchar(20) not null check (event in ('MONEY_IN', 'TENDER')),
    line             int         not null,
    kind             varchar(20) not null,
    number           varchar(60) not null,
    currency         char(3)     not null,
    change_minor     bigint      not null,
    authorization_id uuid        null,
    store_id         varchar(40) not null,
    workstation_id   varchar(40) not null,
    happened_at      datetime(6) not null,
    entered_at       datetime(6) not null,
    primary key (source_id, event, line),
    foreign key (kind, number, currency) references value_account (kind, number, currency)
);
create index value_entry_by_account on value_entry (kind, number, currency, entered_at);

-- Amounts that registers had set aside: insert only. A hold has an end or is still there.
create table value_hold (
    authorization_id uuid        not null primary key,
    kind             varchar(20) not null,
    number           varchar(60) not null,
    currency         char(3)     not null,
    amount_minor     bigint      not null check (amount_minor > 0),
    available_minor  bigint      not null, -- what was left then, for whoever asks again
    transaction_id   uuid        not null,
    workstation_id   varchar(40) not null,
    held_at          datetime(6) not null,
    foreign key (kind, number, currency) references value_account (kind, number, currency)
);
create index value_hold_by_account on value_hold (kind, number, currency, held_at);

-- How holds ended. An end may come before its hold: the register gave up before its question arrived.
create table value_hold_end (
    authorization_id uuid        not null primary key,
    cause            varchar(20) not null check (cause in ('CAPTURED', 'RELEASED', 'EXPIRED')),
    workstation_id   varchar(40) not null,
    ended_at         datetime(6) not null
);
