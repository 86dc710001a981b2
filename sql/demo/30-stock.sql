-- Opening stock: every item was counted once and most have a unit cost, so that the shop's stock has a value from the first
-- day. Figures follow from the items' ids, so that each demo store is the same.

insert into stock_count (count_id, store_id, item_id, counted_milli, expected_milli, operator_id, counted_at)
select uuid(), 'demo', item_id,
       case unit when 'PIECE' then (6 + crc32(item_id) % 55) * 1000 else (4 + crc32(item_id) % 36) * 1000 + crc32(item_id) % 20 * 50 end,
       0, 'manager', utc_timestamp(6)
from item where active and department_id <> 'cafe';

insert into stock_entry (source_id, line_number, store_id, item_id, reason, quantity_milli, entered_at)
select count_id, 1, store_id, item_id, 'COUNT', counted_milli, counted_at from stock_count where store_id = 'demo';

insert into stock_level (store_id, item_id, on_hand_milli)
select store_id, item_id, counted_milli from stock_count where store_id = 'demo';

-- Between 55 and 74 hundredths of the price without tax, in whole cents; a few are not known yet.
insert into unit_cost (store_id, item_id, number, cost_micro, operator_id, told_at)
select 'demo', i.item_id, 1,
       greatest(1, round(p.unit_price_micro * (55 + crc32(i.item_id) % 20) / 100 / (1 + r.rate_ppm / 1000000) / 10000)) * 10000,
       'manager', utc_timestamp(6)
from item i
join item_price p on p.item_id = i.item_id and p.until_version is null
join tax_rate r on r.tax_category = i.tax_category and r.until_version is null
where i.active and i.department_id <> 'cafe' and crc32(i.item_id) % 61 <> 0;
