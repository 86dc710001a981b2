-- The demo shop itself: its first publication, tax rates, receipt, workstations and people.
-- No one can sign on yet and no register is enrolled: the server makes PINs and enrolment codes at its first start.

insert into publication (number, published_at, reason) values
(1, utc_timestamp(6), 'Demo store');

insert into tax_rate (tax_category, from_version, until_version, tax_rate_id, rate_ppm) values
('STANDARD', 1, null, 'S', 190000),
('REDUCED', 1, null, 'R', 70000);

insert into store (store_id, name, address_line_1, address_line_2, address_line_3, tax_number, country, currency, language, time_zone, day_ends, tax_placement, tax_level, tax_rounding) values
('demo', 'Wren & Rye Food Shop', 'Holunderzeile 7', '00815 Kirschhafen', null, 'DE000000000', 'DE', 'EUR', 'en', 'Europe/Berlin', '03:00', 'IN_PRICE', 'PER_LINE', 'HALF_UP');

insert into store_receipt_footer (store_id, language, text) values
('demo', 'en', 'Thank you for shopping with us. Unopened goods may be returned within 14 days with this receipt.'),
('demo', 'da', 'Tak for besøget. Uåbnede varer tages retur inden for 14 dage mod denne bon.'),
('demo', 'uk', 'Дякуємо за покупку! Невідкриті товари можна повернути протягом 14 днів із цим чеком.');

insert into workstation (workstation_id, store_id, name, public_key, enrolled_at) values
('till-01', 'demo', 'Till 1', null, null),
('till-02', 'demo', 'Till 2', null, null);

insert into operator (operator_id, number, name, role, language, pin_verifier, active) values
('manager', '1', 'Manager', 'MANAGER', null, null, true),
('supervisor', '2', 'Supervisor', 'SUPERVISOR', null, null, true),
('cashier-1', '3', 'Cashier 1', 'CASHIER', null, null, true),
('cashier-2', '4', 'Cashier 2', 'CASHIER', null, null, true);
