package org.tillwright.register.till;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tillwright.core.money.Currency;
import org.tillwright.core.money.Money;
import org.tillwright.core.money.Quantity;
import org.tillwright.register.dialogue.CashNotes;
import org.tillwright.register.dialogue.KeyedFigures;
import org.tillwright.register.text.Texts;
import org.tillwright.register.till.TillClosingState.CountRow;
import org.tillwright.wire.TenderType;

/** What is counted of a till: its rows, and what was keyed into each so far. */
final class CountSheet {

    private static final String DENOMINATION = "d";
    private static final String FOREIGN = "f";
    private static final String PIECES = "PIECES";

    private final TillSession till;
    private final Map<String, String> keyed = new HashMap<>();
    private boolean isByDenomination;

    CountSheet(TillSession till) {
        this.till = till;
    }

    void clear() {
        keyed.clear();
    }

    void key(String rowId, String text) {
        keyed.put(rowId, text);
    }

    /** Counts the other way from now on; coins that were counted are the sum that was counted, too. */
    void turn() {
        if (isByDenomination && !cash().isZero()) {
            keyed.put(TenderType.CASH.name(), cash().decimal().toPlainString());
        }
        isByDenomination = !isByDenomination;
    }

    boolean isByDenomination() {
        return isByDenomination;
    }

    /** True once anything was keyed. */
    boolean isBegun() {
        return keyed.values().stream().anyMatch(text -> !text.isBlank());
    }

    /** True when cash was counted one way or the other; an empty drawer is told by a 0. */
    boolean isCashCounted() {
        return isByDenomination || !text(TenderType.CASH.name()).isEmpty();
    }

    /** What was keyed that is no figure; empty when all of it is. */
    Optional<String> fault() {
        return rowIds().stream().filter(id -> !isSound(id)).map(this::text).findFirst();
    }

    /** Cash first, then what lies beside it, then what is told by paper. */
    private List<String> rowIds() {
        List<String> ids = new ArrayList<>();
        if (isByDenomination) {
            CashNotes.denominations(own().code()).forEach(minor -> ids.add(DENOMINATION + minor));
        } else {
            ids.add(TenderType.CASH.name());
        }
        till.expectedForeign().keySet().forEach(code -> ids.add(FOREIGN + code));
        ids.add(TenderType.CARD.name());
        for (TenderType paper : new TenderType[] {TenderType.COUPON, TenderType.VOUCHER}) {
            if (till.expected().containsKey(paper)) {
                ids.add(paper.name());
            }
        }
        if (hasVouchers()) {
            ids.add(PIECES);
        }
        return ids;
    }

    private boolean hasVouchers() {
        return till.expected().containsKey(TenderType.VOUCHER);
    }

    private String text(String id) {
        return keyed.getOrDefault(id, "").strip();
    }

    /** Nothing counts as zero; what is counted by the piece takes whole numbers only. */
    private boolean isSound(String id) {
        String text = text(id);
        return text.isEmpty() || (isByPiece(id) ? pieces(text) : KeyedFigures.amount(text, currencyOf(id))).isPresent();
    }

    private static boolean isCoin(String id) {
        return id.startsWith(DENOMINATION);
    }

    private static boolean isForeign(String id) {
        return id.startsWith(FOREIGN);
    }

    private static boolean isByPiece(String id) {
        return isCoin(id) || id.equals(PIECES);
    }

    private static Optional<Long> pieces(String text) {
        return KeyedFigures.quantity(text)
                .filter(quantity -> quantity.milli() % Quantity.ONE.milli() == 0)
                .map(quantity -> quantity.milli() / Quantity.ONE.milli());
    }

    TillCount count() {
        Map<TenderType, Money> counts = new EnumMap<>(TenderType.class);
        Map<String, Money> foreign = new TreeMap<>();
        for (String id : rowIds()) {
            if (isForeign(id)) {
                foreign.put(currencyOf(id).code(), amount(id));
            } else if (!id.equals(PIECES)) {
                TenderType tender = isCoin(id) ? TenderType.CASH : TenderType.valueOf(id);
                counts.merge(tender, amount(id), Money::plus);
            }
        }
        Long vouchers = hasVouchers() ? pieces(text(PIECES)).orElse(0L) : null;
        return new TillCount(counts, foreign, vouchers, null, null);
    }

    Money cash() {
        return count().counted().getOrDefault(TenderType.CASH, Money.zero(own()));
    }

    /** What was keyed for a row comes to; a coin's row holds how many there are. */
    private Money amount(String id) {
        Currency currency = currencyOf(id);
        if (isCoin(id)) {
            long value = Long.parseLong(id.substring(DENOMINATION.length()));
            return new Money(currency, Math.multiplyExact(pieces(text(id)).orElse(0L), value));
        }
        return KeyedFigures.amount(text(id), currency).orElse(Money.zero(currency));
    }

    private Currency own() {
        return Currency.of(till.opened()
                .orElseThrow(() -> new IllegalStateException("no till to count"))
                .currency());
    }

    private Currency currencyOf(String id) {
        return isForeign(id) ? Currency.of(id.substring(FOREIGN.length())) : own();
    }

    List<CountRow> rows(Texts texts) {
        return rowIds().stream()
                .map(id -> {
                    String amount = text(id).isEmpty() || id.equals(PIECES)
                            ? ""
                            : texts.figures().amount(amount(id));
                    return new CountRow(
                            id, name(id, texts), isCoin(id), keyed.getOrDefault(id, ""), amount, false, true);
                })
                .toList();
    }

    private String name(String id, Texts texts) {
        if (isCoin(id)) {
            return texts.figures().amount(new Money(own(), Long.parseLong(id.substring(DENOMINATION.length()))));
        }
        String name = isForeign(id)
                ? texts.text("till.count.foreign", currencyOf(id).code())
                : texts.text("till.count." + id);
        Money should = isForeign(id)
                ? till.expectedForeign().get(currencyOf(id).code())
                : id.equals(PIECES) ? null : till.expected().get(TenderType.valueOf(id));
        return till.isBlind() || should == null
                ? name
                : texts.text("till.count.of", name, texts.figures().amount(should));
    }
}
