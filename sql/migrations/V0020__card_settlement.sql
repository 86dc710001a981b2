-- What terminals closed, what the acquirer paid out, and how the two fit what tills took by cards and phones.

insert into account (account_id, kind, name) values
    ('BANK', 'ASSET', 'Money at the bank'),
    ('CARD_FEES', 'EXPENSE', 'Fees of card and wallet payments'),
    ('CARD_UNMATCHED', 'LIABILITY', 'Paid out, and not matched with a tender yet'),
    ('CARD_DIFFERENCES', 'EXPENSE', 'Differences between tenders and payouts that a person settled');

-- A file once: its bytes are its name. Whoever uploads for a store holds this store's row.
create table settlement_turn (
    store_id varchar(40) not null primary key references store (store_id)
);

create table payout_file (
    file_id      uuid         not null primary key,
    store_id     varchar(40)  not null references store (store_id),
    file_name    varchar(200) not null,
    content_hash char(64)     not null,
    format       varchar(10)  not null check (format in ('CSV', 'CAMT')),
    uploaded_by  varchar(40)  not null,
    uploaded_at  datetime(6)  not null,
    line_count   int          not null, -- of which a line is here
    known_count  int          not null, -- that another file had brought before
    other_count  int          not null, -- of terminals that other stores have
    unique (store_id, content_hash)
);
create index payout_file_by_store on payout_file (store_id, uploaded_at);

-- How the columns of a store's files are called, as they were last uploaded.
create table payout_columns (
    store_id varchar(40)   not null primary key references store (store_id),
    columns  varchar(2000) not null
);

create table payout_line (
    line_id            bigint      not null auto_increment primary key,
    file_id            uuid        not null references payout_file (file_id),
    store_id           varchar(40) not null,
    number             int         not null, -- line of the file, from 1
    line_key           char(64)    not null, -- the same line of another file is the same money
    kind               varchar(20) not null check (kind in ('PAYMENT', 'REFUND', 'CHARGEBACK', 'FEE', 'ADJUSTMENT')),
    currency           char(3)     not null,
    gross_minor        bigint      not null, -- negative when money goes back
    fee_minor          bigint      not null,
    terminal_id        varchar(40) null,
    authorization_code varchar(40) null,
    trace              varchar(40) null,
    reference          varchar(60) null,
    scheme             varchar(40) null,
    happened_on        date        not null,
    payout_reference   varchar(60) null,
    paid_on            date        null,
    state              varchar(10) not null check (state in ('OPEN', 'MATCHED', 'BOOKED', 'RESOLVED')),
    reason             varchar(20) null, -- why it is open
    near_transaction   uuid        null, -- the tender that comes nearest
    near_number        int         null,
    unique (store_id, line_key)
);
create index payout_line_by_state on payout_line (store_id, state, happened_on);
create index payout_line_by_file on payout_line (file_id, number);

-- A tender is one line, and a line one tender.
create table settlement_match (
    transaction_id uuid        not null,
    tender_number  int         not null,
    line_id        bigint      not null unique references payout_line (line_id),
    how            varchar(20) not null,
    matched_by     varchar(40) null, -- null when nobody had to decide
    matched_at     datetime(6) not null,
    primary key (transaction_id, tender_number)
);

-- What a person made of an amount that fits nothing.
create table settlement_resolution (
    subject     varchar(10)  not null check (subject in ('LINE', 'TENDER', 'RECEIPT', 'DAY', 'WALLET')),
    subject_id  varchar(80)  not null,
    store_id    varchar(40)  not null,
    happened_on date         not null,
    currency    char(3)      not null,
    amount_minor bigint       not null,
    was_open    varchar(20)  not null, -- why
    reason      varchar(20)  not null,
    note        varchar(500) not null,
    operator_id varchar(40)  not null,
    resolved_at datetime(6)  not null,
    primary key (subject, subject_id)
);
create index settlement_resolution_by_store on settlement_resolution (store_id, resolved_at);
create index tender_line_by_terminal on tender_line (terminal_id);

-- The day of a card terminal, as its register told it.
create table card_day (
    settlement_id  uuid        not null primary key,
    store_id       varchar(40) not null,
    workstation_id varchar(40) not null,
    operator_id    varchar(40) not null,
    terminal_id    varchar(40) not null,
    settled_at     datetime(6) not null,
    currency       char(3)     not null,
    from_trace     varchar(40) null,
    to_trace       varchar(40) null,
    terminal_minor bigint      null, -- what the terminal says it comes to
    receipts_minor bigint      not null, -- what the register knows of
    open_count     bigint      not null
);
create index card_day_by_store on card_day (store_id, settled_at);

create table card_day_receipt (
    settlement_id      uuid        not null references card_day (settlement_id),
    number             int         not null,
    transaction_id     uuid        not null,
    kind               varchar(20) not null,
    amount_minor       bigint      not null,
    trace              varchar(40) not null,
    receipt_number     varchar(40) null,
    authorization_code varchar(40) not null,
    scheme             varchar(40) not null,
    moved_at           datetime(6) not null,
    reversed_trace     varchar(40) null,
    primary key (settlement_id, number)
);
create index card_day_receipt_by_sale on card_day_receipt (transaction_id, trace);
