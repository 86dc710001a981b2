-- How each store sells, who may be let do what, and what somebody else allowed.

-- How a store sells as one document, from one publication to the next; until_version is the first that it no longer counts
-- for. Rows stay for ever: what an operator was allowed a year ago is looked up as it was then.
create table shop_rules (
    store_id      varchar(40) not null references store (store_id),
    from_version  bigint      not null,
    until_version bigint      null,
    content       longtext    not null,
    content_hash  char(64)    not null, -- SHA-256 in hex
    published_by  varchar(40) null,
    primary key (store_id, from_version),
    constraint shop_rules_run_forward check (until_version is null or until_version > from_version)
);

-- What a person's badge is known by: a hash of its code, which has 130 random bits and is shown once.
create table operator_badge (
    operator_id varchar(40)  not null primary key references operator (operator_id),
    verifier    varchar(100) not null,
    made_at     datetime(6)  not null
);

-- What a person was before a change: until_version is the publication that changed it.
create table operator_former_role (
    operator_id   varchar(40) not null references operator (operator_id),
    until_version bigint      not null,
    role          varchar(20) not null,
    active        boolean     not null,
    primary key (operator_id, until_version)
);

-- Keys that a workstation's register signed with before it was given another: what they signed until then still counts.
create table register_former_key (
    workstation_id varchar(40)    not null references workstation (workstation_id),
    replaced_at    datetime(6)    not null,
    public_key     varbinary(200) not null,
    primary key (workstation_id, replaced_at)
);

-- One person's yes to one thing that another may not do, as the register told and signed it.
create table approval (
    approval_id    uuid         not null primary key,
    workstation_id varchar(40)  not null,
    sequence       bigint       not null,
    store_id       varchar(40)  not null,
    action         varchar(40)  not null,
    permission     varchar(40)  not null,
    subject        varchar(40)  not null,
    detail         varchar(200) null,
    amount_minor   bigint       null,
    currency       char(3)      null,
    operator_id    varchar(40)  not null,
    approver_id    varchar(40)  not null,
    means          varchar(10)  not null,
    approved_at    datetime(6)  not null,
    doubts         text         null -- one a line; null when everything holds
);
create index approval_by_subject on approval (subject);
create index approval_by_workstation on approval (workstation_id, sequence);

-- Registers fetch people with their next snapshot; this lets those of a server that sold before learn what people may do now.
insert into publication (number, published_at, reason)
select max(number) + 1, utc_timestamp(6), 'what people may do' from publication having max(number) > 0;
