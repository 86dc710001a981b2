package org.tillwright.wire.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.core.money.Currency;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.CartMessage;

/**
 * A quotation or a layaway, as the register tells it that made it.
 *
 * @param orderId chosen by the register, for ever
 * @param kind name of an {@link OrderKind}
 * @param validUntil last day on which its prices count, or until which the goods are set aside
 * @param customerId a customer that is known; null for somebody else
 * @param customerName for whom it is; a layaway always has one
 * @param totalMinor what the lines come to
 * @param draft the cart in the words of registers; the server keeps it and reads nothing in it
 */
public record OrderMessage(
        UUID orderId,
        @Limit(20) String kind,
        @Limit(40) String operatorId,
        @Limit(120) String operatorName,
        Instant madeAt,
        LocalDate validUntil,
        @Nullable @Limit(40) String customerId,
        @Nullable @Limit(200) String customerName,
        @Nullable @Limit(40) String phone,
        @Limit(3) String currency,
        Long totalMinor,
        @Limit(CartMessage.MAX_LINES) List<Line> lines,
        @Limit(SuspendedSaleMessage.MAX_DRAFT) String draft) {

    /** What stands before the number in the barcode of a quotation or a layaway. */
    public static final String CODE_PREFIX = "TWO";

    private static final long MAX_AMOUNT = 1_000_000_000_000_000L;

    /** As in a sale. */
    private static final long MAX_LINE_NUMBER = 1_000_000;

    /**
     * One thing that is promised.
     *
     * @param number of the line in the cart
     * @param unitPriceMicro promised price of one unit, before discounts by hand and without modifiers, in millionths
     * @param extendedMinor what the line comes to
     */
    public record Line(
            Long number,
            @Limit(40) String itemId,
            String description,
            Long quantityMilli,
            Long unitPriceMicro,
            Long extendedMinor) {}

    /** Returns everything in this message that contradicts itself; empty for a sound order. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        OrderKind known = OrderKind.find(kind);
        require(known != null, "kind", "is neither QUOTATION nor LAYAWAY", faults);
        require(Currency.find(currency) != null, "currency", "is no known currency", faults);
        require(!lines.isEmpty(), "lines", "is empty", faults);
        require(totalMinor >= 0 && totalMinor <= MAX_AMOUNT, "totalMinor", "is no amount that goods can cost", faults);
        require(
                known != OrderKind.LAYAWAY || customerName != null,
                "customerName",
                "is missing: nobody knows for whom the goods are set aside",
                faults);
        require(
                known != OrderKind.LAYAWAY || customerId != null || phone != null,
                "phone",
                "is missing: nobody can tell the customer anything",
                faults);
        Set<Long> numbers = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String field = "lines[" + i + "]";
            boolean isNumber = line.number() > 0 && line.number() <= MAX_LINE_NUMBER;
            require(isNumber, field + ".number", "is no number of a line", faults);
            require(numbers.add(line.number()), field + ".number", "is there twice", faults);
            require(line.quantityMilli() > 0, field + ".quantityMilli", "is not above zero", faults);
            require(line.unitPriceMicro() >= 0, field + ".unitPriceMicro", "is negative", faults);
        }
        return List.copyOf(faults);
    }

    private static void require(boolean holds, String field, String message, List<Fault> faults) {
        if (!holds) {
            faults.add(new Fault(field, message));
        }
    }
}
