package org.tillwright.register.cases;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.pricing.CashRounding;
import org.tillwright.core.pricing.PricedCart;
import org.tillwright.core.pricing.TaxLine;
import org.tillwright.core.promotion.PromotionResult;

/** What a cart came to, as JSON: amounts are decimal texts in the major unit. */
final class CartAnswer {

    private CartAnswer() {}

    static JsonObject of(String id, PricedCart priced, CashRounding rounding) {
        Money cash = priced.total().minus(priced.paidByManufacturers());
        JsonObjectBuilder answer = JsonFile.JSON
                .createObjectBuilder()
                .add("id", id)
                .add("lines", lines(priced))
                .add("promotions", applied(priced))
                .add("not_applied", notApplied(priced))
                .add("promotions_bound", text(money(priced, priced.promotions().boundMinor())))
                .add("coupons_issued", issued(priced.promotions().coupons()))
                .add("manufacturer_coupons", coupons(priced))
                .add("taxes", taxes(priced.taxLines()))
                .add("base", text(priced.net()))
                .add("tax", text(priced.tax()))
                .add("total", text(priced.total()))
                .add("cash_rounding_amount", text(rounding.due(cash).minus(cash)));
        return answer.build();
    }

    private static JsonArrayBuilder lines(PricedCart priced) {
        JsonArrayBuilder lines = JsonFile.JSON.createArrayBuilder();
        for (PricedCart.Line line : priced.lines()) {
            JsonArrayBuilder discounts = JsonFile.JSON.createArrayBuilder();
            line.discounts()
                    .forEach(discount -> discounts.add(JsonFile.JSON
                            .createObjectBuilder()
                            .add("source", discount.source().name())
                            .add("id", discount.id())
                            .add("amount", text(discount.amount()))));
            lines.add(JsonFile.JSON
                    .createObjectBuilder()
                    .add("number", line.wanted().number())
                    .add("item", line.wanted().itemId())
                    .add("quantity", line.quantity().decimal().toPlainString())
                    .add("list", text(line.list()))
                    .add("discounts", discounts)
                    .add("amount", text(line.extended()))
                    .add("base", text(line.net()))
                    .add("tax", text(line.tax()))
                    .add("total", text(line.gross()))
                    .add("taxes", taxes(line.taxes())));
        }
        return lines;
    }

    private static JsonArrayBuilder taxes(List<TaxLine> taxes) {
        JsonArrayBuilder told = JsonFile.JSON.createArrayBuilder();
        taxes.forEach(tax -> told.add(JsonFile.JSON
                .createObjectBuilder()
                .add("tax", tax.tax().taxId())
                .add("group", tax.tax().group())
                .add("base", text(tax.base()))
                .add("amount", text(tax.amount()))));
        return told;
    }

    private static JsonArrayBuilder applied(PricedCart priced) {
        JsonArrayBuilder told = JsonFile.JSON.createArrayBuilder();
        for (PromotionResult.Applied applied : priced.promotions().applied()) {
            JsonArrayBuilder lines = JsonFile.JSON.createArrayBuilder();
            applied.reductions()
                    .forEach(reduction -> lines.add(JsonFile.JSON
                            .createObjectBuilder()
                            .add("line", reduction.lineNumber())
                            .add("pieces", reduction.pieces())
                            .add("amount", text(money(priced, reduction.takenMinor())))));
            told.add(JsonFile.JSON
                    .createObjectBuilder()
                    .add("promotion", applied.promotion().promotionId())
                    .add("times", applied.times())
                    .add("amount", text(money(priced, applied.takenMinor())))
                    .add("lines", lines));
        }
        return told;
    }

    /** What is missing is told in the unit of its reason: minor units, or thousandths of a piece. */
    private static JsonArrayBuilder notApplied(PricedCart priced) {
        JsonArrayBuilder told = JsonFile.JSON.createArrayBuilder();
        priced.promotions()
                .notApplied()
                .forEach(one -> told.add(JsonFile.JSON
                        .createObjectBuilder()
                        .add("promotion", one.promotionId())
                        .add("reason", one.reason().name())
                        .add("missing", one.missing())));
        return told;
    }

    private static JsonArrayBuilder issued(List<PromotionResult.IssuedCoupon> coupons) {
        JsonArrayBuilder told = JsonFile.JSON.createArrayBuilder();
        coupons.forEach(coupon -> told.add(JsonFile.JSON
                .createObjectBuilder()
                .add("promotion", coupon.promotionId())
                .add("code", coupon.couponCode())));
        return told;
    }

    private static JsonArrayBuilder coupons(PricedCart priced) {
        JsonArrayBuilder told = JsonFile.JSON.createArrayBuilder();
        priced.coupons()
                .forEach(coupon -> told.add(JsonFile.JSON
                        .createObjectBuilder()
                        .add("promotion", coupon.promotionId())
                        .add("amount", text(coupon.amount()))));
        return told;
    }

    private static Money money(PricedCart priced, long minor) {
        Currency currency = priced.total().currency();
        return new Money(currency, minor);
    }

    private static String text(Money amount) {
        return amount.decimal().toPlainString();
    }
}
