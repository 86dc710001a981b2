-- How the devices of each register are doing, as registers tell it, and what people are told of it.

create table device_report (
    workstation_id          varchar(40) not null primary key references workstation (workstation_id),
    heard_at                datetime(6) not null, -- by the server's clock
    version                 varchar(40) not null,
    host_restarts_last_hour bigint      not null
);

create table device_condition (
    workstation_id varchar(40) not null references workstation (workstation_id),
    kind           varchar(24) not null,
    protocol       varchar(40) not null,
    state          varchar(12) not null check (state in ('UNUSED', 'WELL', 'TROUBLE')),
    seen_at        datetime(6) null, -- the register's word, set right by the server's clock
    trouble        varchar(24) null,
    since          datetime(6) not null, -- of this state and trouble, by the server's clock
    errors         bigint      not null,
    paper_low      boolean     not null,
    cover_open     boolean     not null,
    drawer_open    boolean     not null,
    primary key (workstation_id, kind)
);

create table device_change ( -- the newest of each register; older ones are deleted
    change_id      bigint      not null auto_increment primary key,
    workstation_id varchar(40) not null references workstation (workstation_id),
    kind           varchar(24) not null,
    changed_at     datetime(6) not null,
    state          varchar(12) not null,
    trouble        varchar(24) null,
    paper_low      boolean     not null,
    cover_open     boolean     not null,
    drawer_open    boolean     not null
);
create index device_change_by_workstation on device_change (workstation_id, change_id);

create table device_alert (
    alert_id       uuid        not null primary key,
    workstation_id varchar(40) not null references workstation (workstation_id),
    kind           varchar(24) not null, -- host for what is said of no device in particular
    what           varchar(24) not null check (what in ('PAPER_LOW', 'DOWN', 'TERMINAL_UNREACHABLE', 'HOST_RESTARTS')),
    began_at       datetime(6) not null,
    cleared_at     datetime(6) null,
    is_open        boolean     null, -- true or null: of one kind only one is open
    mailed_at      datetime(6) null,
    mail_given_up  boolean     not null default false,
    unique (workstation_id, kind, what, is_open)
);
create index device_alert_by_age on device_alert (cleared_at);

create table device_alert_rules ( -- none means: nobody is written to, and the usual limits
    store_id         varchar(40)  not null primary key references store (store_id),
    mail_address     varchar(254) null,
    down_minutes     bigint       not null,
    restarts_an_hour bigint       not null,
    next_mail_at     datetime(6)  null, -- what comes before waits, and goes in one letter
    mail_trouble     varchar(300) null -- why the last letter could not be sent, without the address
);
