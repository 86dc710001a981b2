-- The rules of the demo shop's prices: choices of the café, promotions, deposits, and the labels of its scales. docs/demo-store.md tells them.

insert into pricing_rules (from_version, until_version, content, content_hash, published_by)
select 1, null, content, sha2(content, 256), 'manager' from (select
'{"currency":"EUR","modifierGroups":[
{"groupId":"milk","names":{"en":"Milk","da":"Mælk","uk":"Молоко"},"minimum":1,"maximum":1,"modifiers":[
{"modifierId":"whole","names":{"en":"Whole milk","da":"Sødmælk","uk":"Звичайне молоко"},"unitPriceMicro":0},
{"modifierId":"lactose-free","names":{"en":"Lactose-free milk","da":"Laktosefri mælk","uk":"Безлактозне молоко"},"unitPriceMicro":300000},
{"modifierId":"oat","names":{"en":"Oat drink","da":"Havredrik","uk":"Вівсяний напій"},"unitPriceMicro":500000}]},
{"groupId":"extra","names":{"en":"Extras","da":"Tilvalg","uk":"Додатки"},"minimum":0,"maximum":3,"modifiers":[
{"modifierId":"shot","names":{"en":"Extra espresso","da":"Ekstra espresso","uk":"Ще один еспресо"},"unitPriceMicro":800000},
{"modifierId":"vanilla","names":{"en":"Vanilla syrup","da":"Vaniljesirup","uk":"Ванільний сироп"},"unitPriceMicro":500000}]}],"itemModifiers":[
{"itemId":"latte","groupIds":["milk","extra"]},
{"itemId":"chai-latte","groupIds":["milk"]}],"itemGroups":[
{"groupId":"chocolate","itemIds":["chocolate-milk-100g","chocolate-nut-100g","chocolate-dark-100g","chocolate-white-100g"]},
{"groupId":"bottled-beer","itemIds":["pils-500ml","wheat-beer-500ml","dark-beer-500ml","beer-alcohol-free-500ml","radler-500ml"]}],"deposits":[
{"itemId":"water-still-1-5l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"water-sparkling-1-5l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"water-still-500ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"cola-1l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"cola-330ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"cola-zero-1l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"orangeade-1l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"lemonade-1l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"apple-spritzer-500ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"ice-tea-peach-500ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"tonic-1l","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"ginger-ale-330ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"energy-drink-250ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"lager-can-500ml","depositItemId":"deposit-can-0-25","quantityMilli":1000},
{"itemId":"pils-500ml","depositItemId":"deposit-bottle-0-08","quantityMilli":1000},
{"itemId":"wheat-beer-500ml","depositItemId":"deposit-bottle-0-08","quantityMilli":1000},
{"itemId":"dark-beer-500ml","depositItemId":"deposit-bottle-0-08","quantityMilli":1000},
{"itemId":"beer-alcohol-free-500ml","depositItemId":"deposit-bottle-0-08","quantityMilli":1000},
{"itemId":"radler-500ml","depositItemId":"deposit-bottle-0-08","quantityMilli":1000},
{"itemId":"water-sparkling-glass-750ml","depositItemId":"deposit-bottle-0-15","quantityMilli":1000},
{"itemId":"water-case-12","depositItemId":"deposit-bottle-0-15","quantityMilli":12000},
{"itemId":"water-case-12","depositItemId":"deposit-crate-1-50","quantityMilli":1000},
{"itemId":"pils-crate-20","depositItemId":"deposit-bottle-0-08","quantityMilli":20000},
{"itemId":"pils-crate-20","depositItemId":"deposit-crate-1-50","quantityMilli":1000}],"promotions":[
{"promotionId":"BEER-6","names":{"en":"6 beers for 6.00","da":"6 øl for 6,00","uk":"6 пляшок пива за 6,00"},"priority":10,"combining":"EXCLUSIVE","returnPolicy":"CLAWBACK","effect":{"type":"MIX_AND_MATCH","items":{"all":false,"groupIds":["bottled-beer"]},"count":6,"priceMinor":600}},
{"promotionId":"CHOCOLATE-3","names":{"en":"Chocolate: 3 for 2","da":"Chokolade: 3 for 2","uk":"Шоколад: 3 за ціною 2"},"priority":10,"combining":"EXCLUSIVE","effect":{"type":"BUY_GET","buy":{"all":false,"groupIds":["chocolate"]},"buyCount":2,"items":{"all":false,"groupIds":["chocolate"]},"getCount":1,"offPpm":1000000}},
{"promotionId":"HOUSEHOLD-COUPON","names":{"en":"5.00 off your next 20.00","da":"5,00 rabat på dine næste 20,00","uk":"5,00 знижки на наступні 20,00"},"priority":90,"combining":"STACKING","effect":{"type":"NEXT_SALE_COUPON","items":{"all":false,"departmentIds":["household"]},"spendMinor":3000,"couponCode":"WREN-5-OFF-20"}},
{"promotionId":"WREN-5-OFF-20","names":{"en":"Coupon: 5.00 off from 20.00","da":"Kupon: 5,00 rabat ved 20,00","uk":"Купон: знижка 5,00 від 20,00"},"priority":80,"combining":"STACKING","couponCode":"WREN-5-OFF-20","perSale":1,"effect":{"type":"SPEND_AMOUNT","items":{"all":true},"spendMinor":2000,"offMinor":500}}],"codePatterns":[
{"name":"Scale label, price","meaning":"PRICE","template":"210IIIIVVVVVC","key":"ITEM"},
{"name":"Scale label, weight","meaning":"QUANTITY","template":"220IIIIVVVVVC","decimals":3,"key":"ITEM"}]}' as content) as rules;
