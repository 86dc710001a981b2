-- A small shop as a server of schema V0003 left it on an October morning: till-01 is open, two sales are in the books,
-- and the register has rung up more since. Public key and record bytes are put in by the test.

insert into publication (number, published_at, reason) values
(1, '2026-09-01 06:00:00', 'new store'), (2, '2026-09-01 06:00:01', '3 items'), (3, '2026-10-01 05:30:00', 'item maelk');

insert into department (department_id, position, hue) values ('mad', 1, 3);
insert into department_name (department_id, language, name) values ('mad', 'da', 'Mad'), ('mad', 'en', 'Food');
insert into tax_rate (tax_category, from_version, until_version, tax_rate_id, rate_ppm) values ('MOMS', 1, null, 'M', 250000);

insert into item (item_id, department_id, unit, tax_category, picture_id, tile, active, changed_in) values
('maelk', 'mad', 'PIECE', 'MOMS', null, 1, true, 3),
('rugbroed', 'mad', 'PIECE', 'MOMS', null, 2, true, 2),
('aebler', 'mad', 'KILOGRAM', 'MOMS', null, 3, true, 2);
insert into item_name (item_id, language, name) values
('maelk', 'da', 'Sødmælk 1 l'), ('rugbroed', 'da', 'Rugbrød'), ('aebler', 'da', 'Æbler');
insert into item_code (code_key, item_id) values ('05701234567899', 'maelk'), ('20', 'aebler');
insert into item_price (item_id, from_version, until_version, unit_price_micro) values
('maelk', 2, 3, 11950000), ('maelk', 3, null, 12950000), ('rugbroed', 2, null, 24950000), ('aebler', 2, null, 24950000);

insert into store values ('kanalgade', 'Kanalgade Købmand', 'Kanalgade 4', '4000 Roskilde', null, 'DK00000000', 'DK', 'DKK',
 'da', 'Europe/Copenhagen', '03:00', 'IN_PRICE', 'PER_LINE', 'HALF_UP');
insert into store_receipt_footer (store_id, language, text) values ('kanalgade', 'da', 'Tak for besøget.');
insert into workstation values ('till-01', 'kanalgade', 'Kasse 1', null, '2026-09-01 06:30:00'),
 ('till-02', 'kanalgade', 'Kasse 2', null, null);
insert into operator values
('bestyrer', '1', 'Bestyrer', 'MANAGER', 'da', 'pbkdf2-sha256$210000$AAECAwQFBgcICQoLDA0ODw==$NFYVj5S6wh7zkhg7MQa3X/5P2sSg1TPJ/ZQzd3ES+Oo=', true),
('kasse-1', '3', 'Kasse', 'CASHIER', null, null, true);

insert into retail_transaction (transaction_id, store_id, workstation_id, sequence, till_session_id, operator_id, business_day,
 begun_at, ended_at, accepted_at, price_book_version, tax_placement, tax_level, tax_rounding, currency, net_minor, tax_minor,
 total_minor) values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'kanalgade', 'till-01', 2, '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'kasse-1',
 '2026-10-30', '2026-10-30 08:10:00', '2026-10-30 08:10:31.25', '2026-10-30 08:10:32', 3, 'IN_PRICE', 'PER_LINE', 'HALF_UP',
 'DKK', 2072, 518, 2590),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'kanalgade', 'till-01', 3, '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'kasse-1',
 '2026-10-30', '2026-10-30 08:14:00', '2026-10-30 08:14:40', '2026-10-30 08:14:41', 3, 'IN_PRICE', 'PER_LINE', 'HALF_UP',
 'DKK', 1996, 499, 2495);
insert into line_item (transaction_id, number, item_id, description, quantity_milli, unit_price_micro, extended_minor,
 net_minor, tax_minor, tax_rate_id) values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 1, 'maelk', 'Sødmælk 1 l', 2000, 12950000, 2590, 2072, 518, 'M'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 1, 'rugbroed', 'Rugbrød', 1000, 24950000, 2495, 1996, 499, 'M');
insert into tax_line values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'M', 250000, 2072, 518, 2590),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'M', 250000, 1996, 499, 2495);
insert into tender_line values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 1, 'CASH', 5000, null, null, null, null, null),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 2, 'CASH', -2410, null, null, null, null, null),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 1, 'CARD', 2495, 'DANKORT', '4821', '117203', 'T-1', '000011');
insert into stock_entry values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 1, 'kanalgade', 'maelk', 'SALE', -2000, '2026-10-30 08:10:32'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 1, 'kanalgade', 'rugbroed', 'SALE', -1000, '2026-10-30 08:14:41');
insert into stock_level values ('kanalgade', 'maelk', -2000), ('kanalgade', 'rugbroed', -1000);
insert into till_session values ('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'kanalgade', 'till-01', 'kasse-1', '2026-10-30',
 '2026-10-30 07:55:00', 'DKK', 50000);
insert into till_entry values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 0, '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'FLOAT', 'CASH', 'DKK', 50000,
 '2026-10-30 07:55:01'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 1, '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'TENDER', 'CASH', 'DKK', 5000,
 '2026-10-30 08:10:32'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 2, '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'TENDER', 'CASH', 'DKK', -2410,
 '2026-10-30 08:10:32'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 1, '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'TENDER', 'CARD', 'DKK', 2495,
 '2026-10-30 08:14:41');
insert into journal_entry values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'TILL_OPENED', 'kanalgade', '2026-10-30', 'DKK', '2026-10-30 07:55:01'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'SALE', 'kanalgade', '2026-10-30', 'DKK', '2026-10-30 08:10:32'),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'SALE', 'kanalgade', '2026-10-30', 'DKK', '2026-10-30 08:14:41');
insert into posting values
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'TILL_OPENED', 1, 'CASH', null, 50000),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', 'TILL_OPENED', 2, 'SAFE', null, -50000),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'SALE', 1, 'CASH', null, 5000),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'SALE', 2, 'CASH', null, -2410),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'SALE', 3, 'SALES', 'M', -2072),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'SALE', 4, 'TAX', 'M', -518),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'SALE', 1, 'CARD', null, 2495),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'SALE', 2, 'SALES', 'M', -1996),
('7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'SALE', 3, 'TAX', 'M', -499);
insert into audit_entry (noted_at, happened_at, action, store_id, workstation_id, operator_id, subject, detail) values
('2026-10-30 07:55:01', '2026-10-30 07:55:00', 'TILL_OPENED', 'kanalgade', 'till-01', 'kasse-1',
 '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0001', null),
('2026-10-30 08:10:32', '2026-10-30 08:10:31', 'SALE', 'kanalgade', 'till-01', 'kasse-1',
 '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0002', 'SALE 2'),
('2026-10-30 08:14:41', '2026-10-30 08:14:40', 'SALE', 'kanalgade', 'till-01', 'kasse-1',
 '7d0c2c54-6c0e-4a34-9f57-0c1a5a2e0003', 'SALE 3');
