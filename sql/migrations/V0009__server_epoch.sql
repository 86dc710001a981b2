-- Which life of the database this is. A copy that was restored begins another one, so that registers see that the server
-- may have forgotten what they told it. The newest row counts. How a restored copy gets its row: restore/new-epoch.sql,
-- which also makes this table in a copy that is older than it; so here it may be there already.
create table if not exists server_epoch (
    epoch    uuid         not null primary key,
    begun_at datetime(6)  not null,
    reason   varchar(100) not null
);
insert into server_epoch (epoch, begun_at, reason)
select uuid(), utc_timestamp(6), 'first start' from dual where not exists (select 1 from server_epoch);

-- Which numbers of a register are missing is read from this; from the table itself it would read every record's bytes.
create index journal_record_by_sequence on journal_record (workstation_id, sequence);
