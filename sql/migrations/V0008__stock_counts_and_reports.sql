-- What a person says is on hand, what goods cost, and the ways by which reports find a day.

-- Goods also move because somebody counted them.
alter table stock_entry
    modify reason varchar(20) not null check (reason in ('SALE', 'RETURN', 'COUNT'));

-- What was counted, whether or not it differed; the difference is a stock_entry with this id as its source.
create table stock_count (
    count_id       uuid        not null primary key, -- made by who asks, so that a repeat is known
    store_id       varchar(40) not null references store (store_id),
    item_id        varchar(40) not null references item (item_id),
    counted_milli  bigint      not null,
    expected_milli bigint      not null, -- on hand by the ledger when it was counted
    operator_id    varchar(40) not null,
    counted_at     datetime(6) not null
);
create index stock_count_by_item on stock_count (store_id, item_id, counted_at);

-- What one unit cost, each time somebody said so; the highest number counts.
create table unit_cost (
    store_id    varchar(40) not null references store (store_id),
    item_id     varchar(40) not null references item (item_id),
    number      int         not null check (number >= 1),
    cost_micro  bigint      not null check (cost_micro >= 0), -- millionths of the currency's major unit, without tax
    operator_id varchar(40) not null,
    told_at     datetime(6) not null,
    primary key (store_id, item_id, number)
);

create index journal_entry_by_day on journal_entry (store_id, booked_on);
create index till_session_by_day on till_session (store_id, business_day);
