-- What fiscal devices answered to the records of registers, as it was told; one row for each answer. Insert only.
create table fiscal_signature (
    workstation_id varchar(40)   not null,
    sequence       bigint        not null, -- of the record that told it
    of_sequence    bigint        not null, -- of the record that it is about
    transaction_id uuid          not null,
    store_id       varchar(40)   not null,
    country        char(2)       not null,
    kind           varchar(20)   not null,
    failure        varchar(40)   null, -- why the device did not sign; null where it did
    device_id      varchar(80)   null,
    number         bigint        null, -- the device's own
    signed_at      datetime(6)   null, -- by the device's clock
    algorithm      varchar(40)   null,
    public_key     varchar(400)  null,
    signed_text    text          null,
    signature      varchar(400)  null,
    verification   varchar(300)  null,
    verdict        varchar(10)   null check (verdict in ('HOLDS', 'BROKEN', 'UNKNOWN')), -- the server's own look at it
    answered_at    datetime(6)   not null, -- by the register's clock
    primary key (workstation_id, sequence),
    check ((failure is null) = (signature is not null))
);
create index fiscal_signature_by_transaction on fiscal_signature (transaction_id);
create index fiscal_signature_by_number on fiscal_signature (device_id, number);
