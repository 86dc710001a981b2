-- A tiny store; this comment has a ' and a ; in it.
insert into publication (number, published_at, reason) values (1, utc_timestamp(6), 'fixture; with a semicolon');
insert into store (store_id, name, country, currency, language, time_zone, day_ends, tax_placement, tax_level, tax_rounding)
values ('demo', 'Anna''s -- Shop', 'DE', 'EUR', 'en', 'Europe/Berlin', '03:00', 'IN_PRICE', 'PER_LINE', 'HALF_UP');
insert into workstation (workstation_id, store_id, name) values ('till-01', 'demo', 'Till 1');
