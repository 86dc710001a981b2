-- What fits nothing is found by an index, however much has fitted over the years.

-- Tenders by card and phone that no payout has paid and nobody has written off. A sale adds its own; a match takes them away.
create table unsettled_tender (
    transaction_id uuid        not null,
    number         int         not null,
    store_id       varchar(40) not null,
    tender         varchar(20) not null check (tender in ('CARD', 'WALLET')),
    business_day   date        not null,
    primary key (transaction_id, number),
    foreign key (transaction_id, number) references tender_line (transaction_id, number)
);
create index unsettled_tender_by_day on unsettled_tender (store_id, tender, business_day);
insert into unsettled_tender (transaction_id, number, store_id, tender, business_day)
select n.transaction_id, n.number, t.store_id, n.tender, t.business_day
from tender_line n
join retail_transaction t on t.transaction_id = n.transaction_id
where n.tender in ('CARD', 'WALLET') and n.amount_minor <> 0
  and not exists (select 1 from settlement_match m
                  where m.transaction_id = n.transaction_id and m.tender_number = n.number)
  and not exists (select 1 from settlement_resolution r
                  where r.subject = 'TENDER' and r.subject_id = concat(n.transaction_id, '/', n.number));

-- Whose days a line tells of: cards', until it turns out to be a phone's payment. Null for what is no payment.
alter table payout_line add column pays varchar(10) null check (pays in ('CARD', 'WALLET'));
update payout_line l
left join settlement_match m on m.line_id = l.line_id
left join tender_line n on n.transaction_id = m.transaction_id and n.number = m.tender_number
set l.pays = if(n.tender = 'WALLET', 'WALLET', 'CARD')
where l.kind in ('PAYMENT', 'REFUND');
create index payout_line_by_day on payout_line (store_id, pays, happened_on);

-- A receipt of a terminal is looked at again only while no sale of it has come.
alter table card_day_receipt add column awaits_sale boolean not null default true;
update card_day_receipt c
set c.awaits_sale = false
where c.kind = 'REVERSAL'
   or exists (select 1 from tender_line n where n.transaction_id = c.transaction_id
              and n.tender = 'CARD' and n.amount_minor = c.amount_minor);
create index card_day_receipt_by_waiting on card_day_receipt (awaits_sale, settlement_id);

-- Paid by phone, and in no sale yet.
create index wallet_payment_by_waiting on wallet_payment (store_id, state, transaction_id);
