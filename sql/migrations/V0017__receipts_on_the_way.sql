-- Receipts that customers want by e-mail or on their phone, and every attempt to send one.

create table delivery (
    request_id     uuid         not null primary key, -- chosen by the register: the same request comes once
    store_id       varchar(40)  not null references store (store_id),
    workstation_id varchar(40)  not null,
    operator_id    varchar(40)  not null,
    transaction_id uuid         not null, -- no foreign key: another register's sale may arrive later
    channel        varchar(10)  not null,
    address        varchar(254) not null, -- shortened beyond recognition some time after it was settled
    language       varchar(5)   not null,
    requested_at   datetime(6)  not null,
    accepted_at    datetime(6)  not null,
    state          varchar(12)  not null check (state in ('WAITING', 'SENT', 'GIVEN_UP')),
    attempts       int          not null,
    tried_since    datetime(6)  null, -- of the first attempt: what cannot be tried is not given up either
    next_at        datetime(6)  not null,
    claimed_until  datetime(6)  null, -- one server sends it; when that one ends, another may after this
    claim_id       uuid         null,
    settled_at     datetime(6)  null,
    forgotten      boolean      not null default false
);
create index delivery_by_turn on delivery (state, next_at);
create index delivery_by_store on delivery (store_id, accepted_at);
create index delivery_by_transaction on delivery (transaction_id);
create index delivery_by_address on delivery (address, accepted_at); -- nobody's mailbox is to be filled
create index delivery_by_settlement on delivery (forgotten, settled_at);

create table delivery_attempt (
    request_id uuid         not null references delivery (request_id),
    number     int          not null,
    ended_at   datetime(6)  not null,
    outcome    varchar(12)  not null check (outcome in ('SENT', 'LATER', 'REFUSED')),
    detail     varchar(300) not null, -- what the other side said, without the address
    primary key (request_id, number)
);
