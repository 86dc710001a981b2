package org.tillwright.server.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.TenderRules;

/**
 * Holds how a sale was paid, and what was taken beside its goods, against how its store takes money. A register may be wrong, or
 * somebody else's: it could turn cash into paper that nobody redeems, or choose what notes are worth.
 */
final class TakenMoney {

    /** Ways of paying that no rule names, because they come with the goods or the order. */
    private static final Set<TenderType> ALWAYS_TAKEN = Set.of(TenderType.COUPON, TenderType.DEPOSIT);

    private static final int MICRO_DIGITS = 6;

    private final SaleMessage sale;
    private final Supplier<Optional<TenderRules>> rules;
    private final List<String> doubts = new ArrayList<>();

    private TakenMoney(SaleMessage sale, Supplier<Optional<TenderRules>> rules) {
        this.sale = sale;
        this.rules = rules;
    }

    /**
     * Returns in words what does not fit; a sale that undoes another gives back what that one took, and is held against that.
     *
     * @param rules as the store had them then, asked for only where they matter; empty where none were published
     */
    static List<String> doubtsOf(SaleMessage sale, Supplier<Optional<TenderRules>> rules) {
        if (sale.details().postVoidOf() != null) {
            return List.of();
        }
        TakenMoney money = new TakenMoney(sale, rules);
        sale.tenders().forEach(money::tender);
        sale.details().taken().forEach(money::moneyIn);
        return List.copyOf(money.doubts);
    }

    private void tender(SaleMessage.Tender tender) {
        TenderType type = TenderType.valueOf(tender.type());
        TenderParticulars said = tender.particulars();
        if (type == TenderType.DEPOSIT) {
            ofOwnOrder(said == null ? null : said.reference(), "is paid with");
        } else if (!type.isToldAlways() && tender.amountMinor() > 0 && !isTaken(type)) {
            doubts.add(
                    tender.amountMinor() + " in minor units were paid as " + type + ", which the store does not take");
        }
        TenderParticulars.Foreign foreign = said == null ? null : said.foreign();
        if (foreign != null) {
            notes(foreign, tender.amountMinor());
        }
    }

    private boolean isTaken(TenderType type) {
        List<TenderRules.Rule> named = rules.get().map(TenderRules::tenders).orElse(List.of());
        return named.isEmpty()
                || ALWAYS_TAKEN.contains(type)
                || named.stream().anyMatch(rule -> rule.type().equals(type.name()));
    }

    private void notes(TenderParticulars.Foreign foreign, long minor) {
        String notes = foreign.amountMinor() + " " + foreign.currency() + " in minor units";
        if (minor < 0 || foreign.amountMinor() < 0) {
            doubts.add("notes were given back: " + notes);
            return;
        }
        Optional<TenderRules> published = rules.get();
        Long rate = Lists.of(published.map(TenderRules::currencies).orElse(null)).stream()
                .filter(taken -> taken.currency().equals(foreign.currency()))
                .map(TenderRules.ForeignCurrency::rateMicro)
                .findFirst()
                .orElse(null);
        if (rate == null) {
            doubts.add("notes were taken that the store does not take: " + notes);
        } else if (!rate.equals(foreign.rateMicro())) {
            doubts.add(
                    notes + " were taken at " + foreign.rateMicro() + " millionths, and the store's rate is " + rate);
        }
        BigDecimal worth = worth(foreign);
        if (worth.compareTo(BigDecimal.valueOf(minor)) != 0) {
            doubts.add(notes + " were taken for " + minor + ", and are worth " + worth.toPlainString());
        }
    }

    /** As registers round it: half up to the smallest unit of the store's currency. */
    private BigDecimal worth(TenderParticulars.Foreign foreign) {
        int digits = Currency.of(foreign.currency()).digits();
        return BigDecimal.valueOf(foreign.amountMinor(), digits)
                .multiply(BigDecimal.valueOf(foreign.rateMicro(), MICRO_DIGITS))
                .movePointRight(Currency.of(sale.currency()).digits())
                .setScale(0, RoundingMode.HALF_UP);
    }

    private void moneyIn(SaleParticulars.MoneyIn taken) {
        SaleParticulars.Kind kind = SaleParticulars.Kind.valueOf(taken.kind());
        if (kind == SaleParticulars.Kind.TIP && taken.amountMinor() < 0) {
            doubts.add("a tip was given back that no sale was undone for: " + taken.amountMinor() + " in minor units");
        } else if (kind == SaleParticulars.Kind.DEPOSIT) {
            ofOwnOrder(taken.reference(), "takes or gives back");
        }
    }

    private void ofOwnOrder(@Nullable String reference, String does) {
        UUID own = sale.details().orderId();
        if (!Objects.equals(reference, own == null ? null : own.toString())) {
            doubts.add("the sale " + does + " a deposit on order " + reference + ", and it is "
                    + (own == null ? "of no order" : "of order " + own));
        }
    }
}
