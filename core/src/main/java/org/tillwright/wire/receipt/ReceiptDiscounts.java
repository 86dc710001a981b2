package org.tillwright.wire.receipt;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tillwright.wire.SaleMessage;

/** What was taken off a sale, by cause: what lowers one line is told under it, what lowers several once, after them. */
final class ReceiptDiscounts {

    private final Map<Cause, TakenOff> byCause = new LinkedHashMap<>();
    private long saved;

    ReceiptDiscounts(SaleMessage sale) {
        for (SaleMessage.Line line : sale.lines()) {
            for (SaleMessage.Discount discount : line.takenOff()) {
                byCause.merge(Cause.of(discount), new TakenOff(discount, discount.amountMinor(), 1), TakenOff::plus);
                saved = Math.addExact(saved, discount.amountMinor());
            }
        }
    }

    /** Of one line, what lowers no other. */
    List<SaleMessage.Discount> ofAlone(SaleMessage.Line line) {
        return line.takenOff().stream()
                .filter(discount -> byCause.values().stream().noneMatch(off -> off.isShared() && off.is(discount)))
                .toList();
    }

    /** What lowers several lines, in the order of the lines. */
    List<TakenOff> shared() {
        return byCause.values().stream().filter(TakenOff::isShared).toList();
    }

    /** All of it, in minor units; negative where goods came back. */
    long savedMinor() {
        return saved;
    }

    private record Cause(String source, String discountId) {

        static Cause of(SaleMessage.Discount discount) {
            return new Cause(discount.source(), discount.discountId());
        }
    }

    /** All that was taken off for one cause. */
    record TakenOff(SaleMessage.Discount first, long minor, int lines) {

        private TakenOff plus(TakenOff more) {
            return new TakenOff(first, Math.addExact(minor, more.minor), lines + more.lines);
        }

        private boolean isShared() {
            return lines > 1;
        }

        private boolean is(SaleMessage.Discount discount) {
            return Cause.of(first).equals(Cause.of(discount));
        }
    }
}
