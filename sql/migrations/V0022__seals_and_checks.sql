-- How the books prove that they are whole: registers' seals, supplements of Z reports, and the chain over the audit trail.

-- What stands beside a record's bytes, as its register sealed it. No row for a record from before registers sealed.
create table journal_seal (
    workstation_id varchar(40)  not null,
    sequence       bigint       not null,
    key_id         char(16)     not null, -- the first hex digits of the SHA-256 of the register's key
    previous       char(64)     not null, -- the head of the chain before this record, in hex
    head           char(64)     not null, -- and after it
    signature      varchar(150) not null, -- over the head after it; Base64 as seals write it
    primary key (workstation_id, sequence),
    foreign key (workstation_id, sequence) references journal_record (workstation_id, sequence)
);

-- What arrived for a till after its Z report stands in a supplement of that report, one for each day on which something did:
-- Z 12 is never changed, Z 12/1 has what came on the next morning, Z 12/2 what came a week later.
create table till_supplement (
    till_session_id uuid        not null,
    number          int         not null check (number >= 1),
    arrived_on      date        not null, -- the store's calendar
    begun_at        datetime(6) not null,
    primary key (till_session_id, number),
    constraint till_supplement_once_a_day unique (till_session_id, arrived_on)
);

-- Which sale, movement or opening stands in which supplement.
create table till_supplement_entry (
    source_id       uuid not null primary key,
    till_session_id uuid not null,
    number          int  not null,
    foreign key (till_session_id, number) references till_supplement (till_session_id, number)
);

insert into till_supplement (till_session_id, number, arrived_on, begun_at)
select till_session_id, row_number() over (partition by till_session_id order by date(entered_at)), date(entered_at),
       min(entered_at)
from till_entry
where is_late
group by till_session_id, date(entered_at);
insert into till_supplement_entry (source_id, till_session_id, number)
select distinct e.source_id, s.till_session_id, s.number
from till_entry e
join till_supplement s on s.till_session_id = e.till_session_id and s.arrived_on = date(e.entered_at)
where e.is_late;

-- The chain over the audit trail: a digest of each entry and of the head before it, in the order in which they were sealed.
create table audit_seal (
    number         bigint   not null primary key check (number >= 1),
    audit_entry_id bigint   not null unique,
    head           char(64) not null
);

-- What one server at a time does: whoever does it holds the row's lock for as long as it takes.
create table turn (
    name varchar(40) not null primary key
);
insert into turn (name) values ('AUDIT_SEAL'), ('BOOKS_CHECK');

-- What came of the checks of the books.
create table books_check (
    books_check_id bigint      not null auto_increment primary key,
    scope          varchar(20) not null check (scope in ('RECENT', 'WHOLE')),
    begun_at       datetime(6) not null,
    ended_at       datetime(6) not null,
    faults         bigint      not null,
    report         mediumtext  not null -- in the words of the wire
);
