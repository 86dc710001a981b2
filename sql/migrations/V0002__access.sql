-- Who may come in. Secrets are kept as hashes only: whoever reads this database learns no code, no token and no PIN.

create table enrolment_code (
    code_hash      char(64)    not null primary key, -- SHA-256 in hex; the code has 50 random bits and lives a day
    workstation_id varchar(40) not null references workstation (workstation_id),
    made_at        datetime(6) not null,
    expires_at     datetime(6) not null,
    used_at        datetime(6) null
);
create index enrolment_code_by_workstation on enrolment_code (workstation_id);

create table person_session (
    token_hash     char(64)    not null primary key, -- SHA-256 in hex of 256 random bits
    operator_id    varchar(40) not null references operator (operator_id),
    workstation_id varchar(40) not null references workstation (workstation_id),
    begun_at       datetime(6) not null,
    expires_at     datetime(6) not null
);
create index person_session_by_expiry on person_session (expires_at);

-- Wrong PINs in a row. A row of its own, so that guessing at one operator locks nobody else's row.
create table sign_on_lock (
    operator_id  varchar(40) not null primary key references operator (operator_id),
    wrong_pins   int         not null,
    locked_until datetime(6) null
);
