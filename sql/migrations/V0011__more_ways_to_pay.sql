-- Accounts for more ways of paying, and for money that is taken beside the price of goods.

insert into account (account_id, kind, name) values
    ('WALLET', 'ASSET', 'Paid by phone, on the way to the bank'),
    ('GIFT_CARDS', 'LIABILITY', 'What gift cards still buy'),
    ('STORE_CREDIT', 'LIABILITY', 'Credit given for goods that came back'),
    ('VOUCHERS', 'ASSET', 'Vouchers of others to be redeemed'),
    ('CUSTOMER_ACCOUNTS', 'ASSET', 'What customers owe'),
    ('FOREIGN_CASH', 'ASSET', 'Notes of other currencies, at what they were taken for'),
    ('DEPOSITS', 'LIABILITY', 'Paid before the goods were handed over'),
    ('TIPS', 'LIABILITY', 'Owed to those who served'),
    ('SUNDRY_CASH', 'EXPENSE', 'Paid out of tills and into them without a sale');
