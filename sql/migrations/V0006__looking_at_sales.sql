-- For people who look at what was sold, and at what was refused.

-- The list of a store's sales, newest first, page by page; and what arrived in the last minutes.
create index retail_transaction_by_acceptance on retail_transaction (store_id, accepted_at, transaction_id);
create index line_item_by_item on line_item (item_id);

-- What registers sent and the server refused for good. The register keeps such a record aside; here a person sees it.
-- Nothing here says whether it was settled: that is so once the journal has a record of that number, and the journal says
-- it best.
create table refused_record (
    refused_record_id bigint        not null auto_increment primary key,
    workstation_id    varchar(40)   not null references workstation (workstation_id),
    sequence          bigint        not null, -- as the address said; the record itself may not be readable
    content_hash      char(64)      not null, -- SHA-256 in hex of all its bytes
    content           mediumblob    not null, -- its first bytes, up to a limit
    content_length    bigint        not null,
    code              varchar(40)   not null, -- of the newest refusal
    detail            varchar(1000) not null,
    faults            text          not null, -- one a line
    first_refused_at  datetime(6)   not null,
    last_refused_at   datetime(6)   not null,
    refusals          bigint        not null check (refusals >= 1),
    constraint refused_record_once unique (workstation_id, sequence, content_hash)
);
create index refused_record_by_time on refused_record (last_refused_at);

-- That a person looked at a refused record, and what they made of it. The last word counts; each is in the audit trail.
create table refused_record_look (
    refused_record_id bigint       not null primary key references refused_record (refused_record_id),
    operator_id       varchar(40)  not null,
    looked_at         datetime(6)  not null,
    note              varchar(500) not null
);

-- The same for a sale whose totals are disputed.
create table disputed_totals_look (
    transaction_id uuid         not null primary key references disputed_totals (transaction_id),
    operator_id    varchar(40)  not null,
    looked_at      datetime(6)  not null,
    note           varchar(500) not null
);
