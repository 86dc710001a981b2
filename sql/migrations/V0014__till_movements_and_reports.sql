-- Cash that moves without a sale, notes of other currencies, numbered Z reports, and what comes too late for one.

-- One row in or out of a till. What has another currency is told in both: amount_minor is what it is worth in the till's.
-- is_late: it came after the till was settled, and stands in the settlement's supplement.
alter table till_entry
    modify kind varchar(20) not null
        check (kind in ('FLOAT', 'TENDER', 'LOAN', 'PICKUP', 'PAID_IN', 'PAID_OUT')),
    add column foreign_currency char(3) null,
    add column foreign_minor    bigint  null,
    add column is_late          boolean not null default false,
    add constraint till_entry_foreign check ((foreign_currency is null) = (foreign_minor is null));

-- What happened at a drawer without a sale, as it was told: by whom, and why. An opened drawer moves nothing.
create table till_movement (
    movement_id      uuid         not null primary key,
    till_session_id  uuid         not null, -- no foreign key, as for till_entry
    store_id         varchar(40)  not null,
    workstation_id   varchar(40)  not null,
    operator_id      varchar(40)  not null,
    business_day     date         not null,
    moved_at         datetime(6)  not null,
    kind             varchar(20)  not null check (kind in ('LOAN', 'PICKUP', 'PAID_IN', 'PAID_OUT', 'NO_SALE')),
    currency         char(3)      not null,
    amount_minor     bigint       not null check (amount_minor >= 0),
    worth_minor      bigint       null, -- of another currency: what it is worth in the till's
    reason           varchar(40)  null,
    note             varchar(200) null,
    approval_id      uuid         null
);
create index till_movement_by_session on till_movement (till_session_id);
create index till_movement_by_day on till_movement (store_id, business_day);

-- The Z report. A register told the server its number; one that is missing or there twice is noted, not refused.
alter table till_settlement
    add column workstation_id varchar(40)  null,
    add column z_number       bigint       null,
    add column reason         varchar(40)  null,
    add column note           varchar(200) null,
    add column approval_id    uuid         null,
    add column approver_id    varchar(40)  null,
    add column report         mediumtext   null; -- the figures as they were printed, in the words of the wire
create index till_settlement_by_z on till_settlement (workstation_id, z_number);

-- Vouchers are counted by the piece too.
alter table till_count
    add column told_expected_pieces bigint null,
    add column counted_pieces       bigint null;

create table till_count_foreign (
    till_session_id     uuid    not null references till_settlement (till_session_id),
    currency            char(3) not null,
    expected_minor      bigint  not null, -- by the server's till entries, in the currency's own units
    told_expected_minor bigint  not null,
    counted_minor       bigint  not null,
    primary key (till_session_id, currency)
);
