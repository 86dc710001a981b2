-- How the books prove that they are whole: the registers' seals.

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
