-- Sales that are not finished where they were begun: parked carts, quotations, and goods set aside against deposits.

insert into account (account_id, kind, name) values
    ('DEPOSITS_KEPT', 'INCOME', 'Deposits kept of layaways that were given up');

-- A parked cart. The row says who may go on with it; what happened to it, and when, is in its events.
create table suspended_sale (
    suspended_sale_id uuid         not null primary key,
    store_id          varchar(40)  not null references store (store_id),
    workstation_id    varchar(40)  not null references workstation (workstation_id),
    code              varchar(20)  not null, -- on the slip; follows from the id
    operator_id       varchar(40)  not null,
    operator_name     varchar(120) not null,
    suspended_at      datetime(6)  not null,
    received_at       datetime(6)  not null,
    expires_at        datetime(6)  not null,
    currency          char(3)      not null,
    total_minor       bigint       not null,
    line_count        bigint       not null,
    label             varchar(60)  null,
    first_items       varchar(800) not null, -- one name a line
    resumed_from      uuid         null,
    draft             mediumtext   null,     -- goes when the sale expires
    state             varchar(20)  not null check (state in ('SUSPENDED', 'RESUMED', 'EXPIRED')),
    claim_id          uuid         null,     -- the sale that goes on with it
    claimed_by        varchar(40)  null,
    closed            boolean      not null default false -- that sale arrived, or was given up
);
create index suspended_sale_by_store on suspended_sale (store_id, state, suspended_at);
create index suspended_sale_by_claim on suspended_sale (claim_id);
create index suspended_sale_by_expiry on suspended_sale (state, expires_at);

-- Insert only.
create table suspended_sale_event (
    event_id          bigint      not null auto_increment primary key,
    suspended_sale_id uuid        not null,
    event             varchar(20) not null,
    workstation_id    varchar(40) null,
    operator_id       varchar(40) null,
    claim_id          uuid        null,
    noted_at          datetime(6) not null
);
create index suspended_sale_event_by_sale on suspended_sale_event (suspended_sale_id);

-- The sales that went on with a parked cart; two of one are listed. No foreign key: the cart may never have been told.
create table suspended_sale_use (
    suspended_sale_id uuid        not null,
    transaction_id    uuid        not null,
    store_id          varchar(40) not null,
    noted_at          datetime(6) not null,
    primary key (suspended_sale_id, transaction_id)
);

-- A quotation or a layaway.
create table customer_order (
    order_id       uuid         not null primary key,
    order_number   bigint       not null auto_increment unique,
    kind           varchar(20)  not null check (kind in ('QUOTATION', 'LAYAWAY')),
    store_id       varchar(40)  not null references store (store_id),
    workstation_id varchar(40)  not null references workstation (workstation_id),
    operator_id    varchar(40)  not null,
    operator_name  varchar(120) not null,
    made_at        datetime(6)  not null,
    received_at    datetime(6)  not null,
    valid_until    date         not null,
    customer_id    varchar(40)  null, -- no foreign key: a customer may be forgotten, the order stays
    customer_name  varchar(200) null,
    phone          varchar(40)  null,
    currency       char(3)      not null,
    total_minor    bigint       not null,
    draft          mediumtext   not null,
    state          varchar(20)  not null check (state in ('OPEN', 'COMPLETED', 'CANCELLED')),
    closed_by      uuid         null, -- the sale that completed it, or what cancelled it
    claim_id       uuid         null, -- the sale that a register is making of it
    claimed_by     varchar(40)  null,
    claimed_at     datetime(6)  null
) auto_increment = 100001;
create index customer_order_by_store on customer_order (store_id, state, made_at);
create index customer_order_by_customer on customer_order (customer_id);
create index customer_order_by_claim on customer_order (claim_id);

create table customer_order_line (
    order_id         uuid         not null references customer_order (order_id),
    number           int          not null,
    item_id          varchar(40)  not null,
    description      varchar(250) not null,
    quantity_milli   bigint       not null check (quantity_milli > 0),
    unit_price_micro bigint       not null, -- promised
    extended_minor   bigint       not null,
    primary key (order_id, number)
);

-- Insert only.
create table customer_order_event (
    event_id       bigint      not null auto_increment primary key,
    order_id       uuid        not null,
    event          varchar(20) not null,
    workstation_id varchar(40) null,
    operator_id    varchar(40) null,
    source_id      uuid        null,
    noted_at       datetime(6) not null
);
create index customer_order_event_by_order on customer_order_event (order_id);
