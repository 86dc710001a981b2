-- What managers may do with workstations, and what they may ask the audit trail.

-- A workstation that is no longer used. It is never deleted: its journal and its sales name it.
create table workstation_retired (
    workstation_id varchar(40) not null primary key references workstation (workstation_id),
    retired_at     datetime(6) not null
);

-- When a register was last heard from, and which snapshot it had then; written at most once a minute for a workstation,
-- and never in a sale's transaction.
create table workstation_contact (
    workstation_id  varchar(40) not null primary key references workstation (workstation_id),
    heard_at        datetime(6) not null,
    snapshot_number bigint      not null
);

-- The audit trail is read newest first, by day or for one person, place or thing.
create index audit_entry_by_happening on audit_entry (happened_at);
create index audit_entry_by_operator on audit_entry (operator_id, happened_at);
create index audit_entry_by_workstation on audit_entry (workstation_id, happened_at);
create index audit_entry_by_subject on audit_entry (subject);
