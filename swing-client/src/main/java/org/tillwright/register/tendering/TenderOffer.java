package org.tillwright.register.tendering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tillwright.register.catalogue.Shop;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.shop.TenderRules;

/** Which tenders a shop takes, in which order, and what its rules say of each. */
record TenderOffer(Shop shop) {

    private static final List<TenderRules.Rule> USUAL = List.of(of(TenderType.CASH), of(TenderType.CARD));

    private static TenderRules.Rule of(TenderType type) {
        return new TenderRules.Rule(type.name(), null, null, null, null, null);
    }

    /** The tenders in the order of their keys; what a newer server names and this register does not know is left out. */
    List<TenderType> types() {
        List<TenderType> types = new ArrayList<>();
        for (TenderRules.Rule rule : rules()) {
            TenderType type = TenderType.find(rule.type());
            boolean isKey = type != null && type != TenderType.COUPON && !types.contains(type);
            if (type != null
                    && isKey
                    && (type != TenderType.FOREIGN_CASH || !currencies().isEmpty())) {
                types.add(type);
            }
        }
        return List.copyOf(types);
    }

    boolean takes(TenderType type) {
        return types().contains(type);
    }

    /** Returns null for a tender that the shop does not take. */
    TenderRules.@Nullable Rule rule(TenderType type) {
        return rules().stream()
                .filter(rule -> rule.type().equals(type.name()))
                .findFirst()
                .orElse(null);
    }

    /** True if money can go back this way. */
    boolean takesRefunds(TenderType type) {
        TenderRules.Rule rule = rule(type);
        Boolean told = rule == null ? Boolean.FALSE : rule.takesRefunds();
        return switch (type) {
            case CASH, CARD, WALLET, GIFT_CARD, STORE_CREDIT, ON_ACCOUNT -> told == null || told;
            case COUPON, VOUCHER, FOREIGN_CASH, DEPOSIT -> false;
        };
    }

    List<TenderRules.ForeignCurrency> currencies() {
        return Lists.of(shop.tenders().currencies());
    }

    /** Tips that are offered, parts per million; empty where none are asked for. */
    List<Long> tipPercentsPpm() {
        return Lists.of(shop.tenders().tipPercentsPpm());
    }

    private List<TenderRules.Rule> rules() {
        List<TenderRules.Rule> own = Lists.of(shop.tenders().tenders());
        return own.isEmpty() ? USUAL : own;
    }
}
