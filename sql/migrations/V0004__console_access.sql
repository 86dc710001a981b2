-- Who may come in at the console. A password of its own: a PIN is only good together with an enrolled register.

create table operator_password (
    operator_id varchar(40)  not null primary key references operator (operator_id),
    verifier    varchar(200) not null, -- salted slow hash, as text; never the password
    set_at      datetime(6)  not null
);

create table console_session (
    token_hash   char(64)    not null primary key, -- SHA-256 in hex of 256 random bits
    operator_id  varchar(40) not null references operator (operator_id),
    role         varchar(20) not null, -- what the operator was at sign-in; another role ends the session
    begun_at     datetime(6) not null,
    last_used_at datetime(6) not null,
    expires_at   datetime(6) not null
);
create index console_session_by_operator on console_session (operator_id);
create index console_session_by_expiry on console_session (expires_at);

-- Wrong passwords in a row. Not the lock of the registers: nobody must be able to lock a till from afar.
create table console_lock (
    operator_id     varchar(40) not null primary key references operator (operator_id),
    wrong_passwords int         not null,
    locked_until    datetime(6) null
);

-- How the console looks to one person, on whatever machine.
create table console_preference (
    operator_id varchar(40) not null primary key references operator (operator_id),
    language    varchar(3)  null, -- null: the operator's own, else the store's
    theme       varchar(5)  null, -- light or dark; null: as the machine has it
    store_id    varchar(40) null references store (store_id)
);
