-- What happened. Every table here but stock_level only grows: a correction is another row.
-- No row is shared by two registers, except stock_level: a counter or a running total would make tills wait in line.

-- The register's records, byte for byte as they came: evidence, and how a repeat is told from a forgery.
create table journal_record (
    workstation_id     varchar(40) not null references workstation (workstation_id),
    sequence           bigint      not null check (sequence >= 1),
    kind               varchar(40) not null,
    price_book_version bigint      not null,
    content            mediumblob  not null,
    accepted_at        datetime(6) not null,
    primary key (workstation_id, sequence)
);

create table retail_transaction (
    transaction_id     uuid        not null primary key,
    store_id           varchar(40) not null,
    workstation_id     varchar(40) not null,
    sequence           bigint      not null,
    till_session_id    uuid        not null,
    operator_id        varchar(40) not null,
    business_day       date        not null,
    begun_at           datetime(6) not null,
    ended_at           datetime(6) not null,
    accepted_at        datetime(6) not null,
    price_book_version bigint      not null,
    tax_placement      varchar(20) not null,
    tax_level          varchar(20) not null,
    tax_rounding       varchar(20) not null,
    currency           char(3)     not null,
    net_minor          bigint      not null,
    tax_minor          bigint      not null,
    total_minor        bigint      not null,

    constraint retail_transaction_once unique (workstation_id, sequence),
    constraint retail_transaction_adds_up check (net_minor + tax_minor = total_minor)
);
create index retail_transaction_by_till on retail_transaction (till_session_id);
create index retail_transaction_by_day on retail_transaction (store_id, business_day);

create table line_item (
    transaction_id           uuid         not null references retail_transaction (transaction_id),
    number                   int          not null,
    item_id                  varchar(40)  not null, -- no foreign key: the server never argues with the past
    description              varchar(250) not null,
    quantity_milli           bigint       not null check (quantity_milli <> 0),
    unit_price_micro         bigint       not null,
    extended_minor           bigint       not null,
    net_minor                bigint       not null,
    tax_minor                bigint       not null,
    tax_rate_id              varchar(40)  not null,
    regular_unit_price_micro bigint       null,
    override_reason          varchar(40)  null,
    override_approver_id     varchar(40)  null,
    primary key (transaction_id, number)
);

create table tax_line (
    transaction_id uuid        not null references retail_transaction (transaction_id),
    tax_rate_id    varchar(40) not null,
    rate_ppm       bigint      not null,
    net_minor      bigint      not null,
    tax_minor      bigint      not null,
    gross_minor    bigint      not null,
    primary key (transaction_id, tax_rate_id),
    constraint tax_line_adds_up check (net_minor + tax_minor = gross_minor)
);

create table tender_line (
    transaction_id     uuid        not null references retail_transaction (transaction_id),
    number             int         not null,
    tender             varchar(20) not null,
    amount_minor       bigint      not null, -- negative when money went back, change too
    card_scheme        varchar(40) null,
    card_last_four     varchar(4)  null,
    authorization_code varchar(40) null,
    terminal_id        varchar(40) null,
    terminal_trace     varchar(40) null,
    primary key (transaction_id, number)
);

-- Sales that the server would have computed otherwise. The sale stands as told; a person looks at these.
create table disputed_totals (
    transaction_id       uuid          not null primary key references retail_transaction (transaction_id),
    workstation_id       varchar(40)   not null,
    sequence             bigint        not null,
    noted_at             datetime(6)   not null,
    computed_total_minor bigint        null, -- null when the sale could not be computed at all
    reason               varchar(1000) not null,
    unique (workstation_id, sequence)
);
create index disputed_totals_by_time on disputed_totals (noted_at);

create table stock_entry (
    source_id      uuid        not null, -- the transaction that moved the goods
    line_number    int         not null,
    store_id       varchar(40) not null,
    item_id        varchar(40) not null,
    reason         varchar(20) not null check (reason in ('SALE', 'RETURN')),
    quantity_milli bigint      not null check (quantity_milli <> 0), -- negative when goods leave the store
    entered_at     datetime(6) not null,
    primary key (source_id, line_number) -- a repeated sale moves the goods once
);
create index stock_entry_by_item on stock_entry (store_id, item_id, entered_at);

-- The running sum of stock_entry: a cache, and the one row that tills share. Always changed as on_hand + ?, items in
-- order of their ids, so that two sales of the same goods wait for each other and never lock each other out.
create table stock_level (
    store_id      varchar(40) not null,
    item_id       varchar(40) not null,
    on_hand_milli bigint      not null,
    primary key (store_id, item_id)
);

create table till_session (
    till_session_id uuid        not null primary key,
    store_id        varchar(40) not null,
    workstation_id  varchar(40) not null,
    operator_id     varchar(40) not null,
    business_day    date        not null,
    opened_at       datetime(6) not null,
    currency        char(3)     not null,
    float_minor     bigint      not null
);

-- Money into and out of a till. No foreign key: a sale may arrive whose opening the server refused, and it stands.
create table till_entry (
    source_id       uuid        not null,
    number          int         not null,
    till_session_id uuid        not null,
    kind            varchar(20) not null check (kind in ('FLOAT', 'TENDER')),
    tender          varchar(20) not null,
    currency        char(3)     not null,
    amount_minor    bigint      not null,
    entered_at      datetime(6) not null,
    primary key (source_id, number)
);
create index till_entry_by_session on till_entry (till_session_id);

create table till_settlement (
    till_session_id        uuid        not null primary key,
    operator_id            varchar(40) not null,
    settled_at             datetime(6) not null,
    currency               char(3)     not null,
    told_transaction_count bigint      not null
);

create table till_count (
    till_session_id     uuid        not null references till_settlement (till_session_id),
    tender              varchar(20) not null,
    expected_minor      bigint      not null, -- by the server's till entries
    told_expected_minor bigint      not null, -- by the register's own sums; the two should be one
    counted_minor       bigint      not null,
    over_short_minor    bigint      not null,
    primary key (till_session_id, tender),
    constraint till_count_adds_up check (counted_minor - expected_minor = over_short_minor)
);

create table account (
    account_id varchar(40)  not null primary key,
    kind       varchar(20)  not null check (kind in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE')),
    name       varchar(120) not null
);
insert into account (account_id, kind, name) values
    ('SAFE', 'ASSET', 'Cash in the safe'),
    ('CASH', 'ASSET', 'Cash in tills'),
    ('CARD', 'ASSET', 'Card payments on their way'),
    ('SALES', 'INCOME', 'Sales without tax'),
    ('TAX', 'LIABILITY', 'Sales tax owed'),
    ('OVER_SHORT', 'EXPENSE', 'Differences found when tills were counted');

-- One business event in the books. The key is the event itself, so it is booked once.
create table journal_entry (
    source_id uuid        not null,
    event     varchar(20) not null,
    store_id  varchar(40) not null,
    booked_on date        not null,
    currency  char(3)     not null,
    booked_at datetime(6) not null,
    primary key (source_id, event)
);

-- Debits are positive, credits negative; the postings of an entry sum to zero.
create table posting (
    source_id    uuid        not null,
    event        varchar(20) not null,
    number       int         not null,
    account_id   varchar(40) not null, -- no foreign key: its check would lock the account's row, which all tills share
    subject      varchar(40) null, -- what the account is split by: a tax rate
    amount_minor bigint      not null,
    primary key (source_id, event, number),
    foreign key (source_id, event) references journal_entry (source_id, event)
);
create index posting_by_account on posting (account_id);

create table audit_entry (
    audit_entry_id bigint        not null auto_increment primary key,
    noted_at       datetime(6)   not null,
    happened_at    datetime(6)   not null,
    action         varchar(40)   not null,
    store_id       varchar(40)   null,
    workstation_id varchar(40)   null,
    operator_id    varchar(40)   null,
    subject        varchar(250)  null,
    detail         varchar(1000) null
);
create index audit_entry_by_time on audit_entry (noted_at);
create index audit_entry_by_action on audit_entry (action, noted_at);
