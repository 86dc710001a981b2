-- Run once on every restored copy, before a server starts on it. Twice does no harm. The only place that says what a
-- restored database must do so that registers and books agree again (docs/offline.md, "When the server was restored").

-- A copy from before V0009 has no such table yet, and V0009 leaves this one as it is.
create table if not exists server_epoch (
    epoch    uuid         not null primary key,
    begun_at datetime(6)  not null,
    reason   varchar(100) not null
);

start transaction;

-- A gap in the publication numbers. The lost server gave out numbers that this copy does not know; none of them may come
-- to mean something else, not even when the same copy is restored a second time after another loss. So the next number
-- is the milliseconds since 1970: no server publishes a thousand times a second. Where the clock is behind, a million
-- further than the copy. A sale that was rung up with a number inside the gap finds the prices in force before it, and a
-- register that has such a number is sent everything.
insert into publication (number, published_at, reason)
select greatest(coalesce(max(number), 0) + 1000000, cast(unix_timestamp(now(6)) * 1000 as unsigned)), utc_timestamp(6),
       'restored from a backup'
from publication;

-- The newest row counts, also on a machine whose clock is behind that of the lost one.
insert into server_epoch (epoch, begun_at, reason)
select uuid(),
       greatest(
           utc_timestamp(6),
           coalesce((select max(begun_at) + interval 1 microsecond from server_epoch), utc_timestamp(6))),
       'restored from a backup';

commit;
