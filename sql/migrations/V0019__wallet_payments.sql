-- Payments from purses on phones, asked of a gateway for the registers.

create table wallet_payment (
    payment_id      uuid         not null primary key, -- made by the register: the same request comes once
    store_id        varchar(40)  not null references store (store_id),
    workstation_id  varchar(40)  not null,
    kind            varchar(10)  not null check (kind in ('SHOW', 'SCAN', 'REFUND')),
    currency        char(3)      not null,
    amount_minor    bigint       not null check (amount_minor > 0),
    refund_of       varchar(60)  null, -- the gateway's number of the payment that is paid back
    state           varchar(10)  not null check (state in ('ASKED', 'WAITING', 'PAID', 'DECLINED')),
    code            varchar(400) null, -- what the customer scans
    reference       varchar(60)  null, -- the gateway's number
    paid_minor      bigint       null, -- what moved, should it be other than what was asked for
    reason          varchar(20)  null,
    gateway_version bigint       not null default 0, -- of what was heard last: older news change nothing
    cancel_wanted   boolean      not null default false,
    asked_at        datetime(6)  not null,
    changed_at      datetime(6)  not null,
    looked_at       datetime(6)  not null,
    next_look_at    datetime(6)  not null,
    looks           int          not null default 0,
    claim_id        uuid         null,
    transaction_id  uuid         null, -- the sale that took it; null while it has not arrived, and of money that no sale knows of
    tender_number   int          null,
    check (state <> 'PAID' or (reference is not null and paid_minor is not null))
);
create index wallet_payment_by_turn on wallet_payment (state, next_look_at);
create index wallet_payment_by_reference on wallet_payment (reference);
create index wallet_payment_by_refund on wallet_payment (refund_of);
create index wallet_payment_by_store on wallet_payment (store_id, asked_at);
create index wallet_payment_by_sale on wallet_payment (transaction_id);

-- Payments that a register asked about and that were never asked for: a request that comes late is refused.
create table wallet_given_up (
    payment_id     uuid        not null primary key,
    workstation_id varchar(40) not null,
    given_up_at    datetime(6) not null
);

-- What the gateway told by itself: each event once.
create table wallet_event (
    event_id    varchar(80) not null primary key,
    payment_id  uuid        not null,
    version     bigint      not null,
    state       varchar(10) not null,
    outcome     varchar(12) not null check (outcome in ('APPLIED', 'STALE', 'UNKNOWN', 'CONTRADICTS')),
    happened_at datetime(6) not null,
    received_at datetime(6) not null
);
create index wallet_event_by_time on wallet_event (received_at);
