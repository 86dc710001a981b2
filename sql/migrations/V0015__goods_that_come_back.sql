-- Goods that come back: why and in what condition; and sales that were undone by another.

-- Goods that nobody can sell again come back and go to waste; what undoes a sale moves its goods the other way.
alter table stock_entry
    modify reason varchar(20) not null check (reason in ('SALE', 'RETURN', 'COUNT', 'WASTE', 'POST_VOID'));

create table line_return (
    transaction_id  uuid        not null,
    line_number     int         not null,
    reason          varchar(40) null, -- code of the shop's reason; null where it asked for none
    goods_condition varchar(20) not null check (goods_condition in ('RESELL', 'SCRAP')),
    primary key (transaction_id, line_number),
    foreign key (transaction_id, line_number) references line_item (transaction_id, number)
);

-- No foreign key to the sale that was undone: it may arrive later, or was refused, and the books show what is there.
create table post_void (
    transaction_id uuid not null primary key references retail_transaction (transaction_id),
    post_void_of   uuid not null
);
create index post_void_by_sale on post_void (post_void_of);

-- What a receipt's barcode holds: the first 64 bits of the id. The database sorts ids from their other end, so the beginning of
-- one is found by a column of its own.
alter table retail_transaction
    add column receipt_code char(16) as (left(replace(cast(transaction_id as char(36)), '-', ''), 16)) virtual;
create index retail_transaction_by_code on retail_transaction (receipt_code);
