package org.tillwright.wire.sale;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.LineParticulars;
import org.tillwright.wire.SaleMessage;
import org.tillwright.wire.SaleParticulars;
import org.tillwright.wire.TenderParticulars;
import org.tillwright.wire.TenderType;
import org.tillwright.wire.pricing.Lists;

/**
 * Undoes a finished sale by another one: every line back, every tender back, to the cent. Nothing is priced anew, so what is
 * undone is what was done, whatever prices are today.
 */
public final class PostVoids {

    private PostVoids() {}

    /**
     * Who undoes a sale, when and why.
     *
     * @param cards what the terminal told of each card payment that it took back, by its place among the tenders of the
     *     sale; one that is missing keeps what the sale told
     * @param reason code of the reason; null where the shop has none
     */
    public record Undoing(
            UUID transactionId,
            UUID tillSessionId,
            String operatorId,
            LocalDate businessDay,
            Instant begunAt,
            Instant endedAt,
            Map<Integer, SaleMessage.Card> cards,
            @Nullable String reason) {

        public Undoing {
            cards = Map.copyOf(cards);
        }
    }

    /** Returns true for a sale that undoes another one. */
    public static boolean isOne(SaleMessage sale) {
        return sale.details().postVoidOf() != null;
    }

    /** Returns the sale that undoes {@code original}. */
    public static SaleMessage undoing(SaleMessage original, Undoing how) {
        SaleParticulars details = original.details();
        List<SaleParticulars.MoneyIn> taken = details.taken().stream()
                .map(each -> new SaleParticulars.MoneyIn(each.kind(), each.reference(), turned(each.amountMinor())))
                .toList();
        Long rounding = original.cashRoundingMinor();
        return new SaleMessage(
                how.transactionId(),
                original.storeId(),
                how.tillSessionId(),
                how.operatorId(),
                how.businessDay(),
                how.begunAt(),
                how.endedAt(),
                original.currency(),
                original.lines().stream().map(line -> line(original, line)).toList(),
                original.taxLines().stream().map(PostVoids::taxLine).toList(),
                tenders(original, how),
                turned(original.netMinor()),
                turned(original.taxMinor()),
                turned(original.totalMinor()),
                original.context(),
                original.discounts(),
                original.taxes() == null
                        ? null
                        : original.taxes().stream().map(PostVoids::taxSum).toList(),
                null,
                rounding == null ? null : turned(rounding),
                new SaleParticulars(
                        details.customerId(),
                        details.salespersonId(),
                        taken.isEmpty() ? null : taken,
                        details.orderId(),
                        null,
                        original.transactionId()));
    }

    private static SaleMessage.Line line(SaleMessage original, SaleMessage.Line line) {
        boolean wasSold = line.quantityMilli() > 0;
        Long list = line.listMinor();
        Long label = line.labelMinor();
        LineParticulars said = line.particulars();
        return new SaleMessage.Line(
                line.number(),
                line.itemId(),
                line.description(),
                turned(line.quantityMilli()),
                line.unitPriceMicro(),
                turned(line.extendedMinor()),
                turned(line.netMinor()),
                turned(line.taxMinor()),
                line.taxRateId(),
                line.override(),
                list == null ? null : turned(list),
                line.discounts() == null
                        ? null
                        : line.discounts().stream().map(PostVoids::discount).toList(),
                line.taxes() == null
                        ? null
                        : line.taxes().stream().map(PostVoids::lineTax).toList(),
                line.modifiers(),
                line.manualDiscounts(),
                line.serviceMode(),
                label == null ? null : turned(label),
                line.follows(),
                wasSold ? new SaleMessage.ReturnedLine(original.transactionId(), line.number()) : null,
                said == null || said.instruction() == null
                        ? null
                        : new LineParticulars(said.instruction(), null, null));
    }

    private static SaleMessage.Discount discount(SaleMessage.Discount discount) {
        return new SaleMessage.Discount(discount.source(), discount.discountId(), turned(discount.amountMinor()));
    }

    private static SaleMessage.LineTax lineTax(SaleMessage.LineTax tax) {
        return new SaleMessage.LineTax(tax.taxId(), turned(tax.baseMinor()), turned(tax.amountMinor()));
    }

    private static SaleMessage.TaxLine taxLine(SaleMessage.TaxLine line) {
        return new SaleMessage.TaxLine(
                line.taxRateId(),
                line.ratePpm(),
                turned(line.netMinor()),
                turned(line.taxMinor()),
                turned(line.grossMinor()));
    }

    private static SaleMessage.TaxSum taxSum(SaleMessage.TaxSum sum) {
        return new SaleMessage.TaxSum(
                sum.taxId(),
                sum.kind(),
                sum.value(),
                sum.inPrice(),
                turned(sum.baseMinor()),
                turned(sum.amountMinor()));
    }

    /** Cash given and its change are one amount: what stayed in the drawer goes out of it. */
    private static List<SaleMessage.Tender> tenders(SaleMessage original, Undoing how) {
        List<SaleMessage.Tender> tenders = new ArrayList<>();
        long cash = 0;
        for (int i = 0; i < original.tenders().size(); i++) {
            SaleMessage.Tender tender = original.tenders().get(i);
            if (tender.type().equals(TenderType.CASH.name())) {
                cash = Math.subtractExact(cash, tender.amountMinor());
            } else {
                SaleMessage.Card card = tender.card();
                tenders.add(new SaleMessage.Tender(
                        tender.type(),
                        turned(tender.amountMinor()),
                        card == null ? null : how.cards().getOrDefault(i, card),
                        said(tender.particulars(), how.reason())));
            }
        }
        if (cash != 0) {
            tenders.add(new SaleMessage.Tender(TenderType.CASH.name(), cash, null, said(null, how.reason())));
        }
        return tenders;
    }

    /** What was set aside for the sale is spent; what goes back to it needs none of that. */
    private static @Nullable TenderParticulars said(@Nullable TenderParticulars before, @Nullable String reason) {
        TenderParticulars.Foreign foreign = before == null ? null : before.foreign();
        String reference = before == null ? null : before.reference();
        return foreign == null && reference == null && reason == null
                ? null
                : new TenderParticulars(
                        reference,
                        null,
                        foreign == null
                                ? null
                                : new TenderParticulars.Foreign(
                                        foreign.currency(), turned(foreign.amountMinor()), foreign.rateMicro()),
                        reason);
    }

    private static Long turned(long amount) {
        return Math.negateExact(amount);
    }

    /** Returns in words where a sale is not what undoes {@code original}; empty when it undoes all of it and no more. */
    public static List<String> differences(SaleMessage original, SaleMessage told) {
        List<String> differences = new ArrayList<>();
        compare("net", told.netMinor(), turned(original.netMinor()), differences);
        compare("tax", told.taxMinor(), turned(original.taxMinor()), differences);
        compare("total", told.totalMinor(), turned(original.totalMinor()), differences);
        compare("cash rounding", told.roundedByMinor(), turned(original.roundedByMinor()), differences);
        Map<String, Long> wanted = figures(original);
        Map<String, Long> found = figures(told);
        Map<String, Long> all = new TreeMap<>(wanted);
        all.putAll(found);
        all.keySet()
                .forEach(what -> compare(
                        what, found.getOrDefault(what, 0L), turned(wanted.getOrDefault(what, 0L)), differences));
        return List.copyOf(differences);
    }

    private static Map<String, Long> figures(SaleMessage sale) {
        Map<String, Long> figures = new HashMap<>();
        for (SaleMessage.Line line : sale.lines()) {
            String at = "line " + line.number() + " item " + line.itemId();
            figures.merge(at + " quantity", line.quantityMilli(), Math::addExact);
            figures.merge(at + " amount", line.extendedMinor(), Math::addExact);
            figures.merge(at + " tax", line.taxMinor(), Math::addExact);
        }
        for (SaleMessage.Tender tender : sale.tenders()) {
            TenderParticulars said = tender.particulars();
            String whose = said == null || said.reference() == null ? "" : " " + said.reference();
            figures.merge("tender " + tender.type() + whose, tender.amountMinor(), Math::addExact);
        }
        for (SaleParticulars.MoneyIn taken : Lists.of(sale.details().moneyIn())) {
            figures.merge(
                    "money beside the goods " + taken.kind() + " " + taken.reference(),
                    taken.amountMinor(),
                    Math::addExact);
        }
        return figures;
    }

    private static void compare(String what, long told, long computed, List<String> differences) {
        if (told != computed) {
            differences.add(what + " told " + told + ", computed " + computed);
        }
    }
}
