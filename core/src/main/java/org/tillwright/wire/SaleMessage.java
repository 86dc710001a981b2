package org.tillwright.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;
import org.tillwright.wire.pricing.CartMessage;
import org.tillwright.wire.pricing.Lists;
import org.tillwright.wire.pricing.SaleContextMessage;

/**
 * A finished sale, return or both, as a register tells it to the server. Its workstation, number, price book and tax
 * policy are in the {@link JournalRecord} around it.
 *
 * <p>What may be null came with later versions, and means in its absence what sales were before: no discount, one tax on each
 * line, cash to the cent.
 *
 * @param transactionId chosen by the register, for ever
 * @param businessDay trading day the sale counts for, which may end after midnight
 * @param currency ISO 4217 code of every amount in the message
 * @param taxLines what each tax group comes to; every line is in exactly one
 * @param tenders what was taken; change is a negative CASH line; they sum to the total, the money taken beside the goods and
 *     the cash rounding
 * @param netMinor total without tax
 * @param totalMinor total due in minor units, as printed on the receipt: net plus tax
 * @param context what besides the goods decided on the prices
 * @param discounts what an operator took off the whole, in the order of entry; its parts are among the lines' discounts
 * @param taxes what each single tax comes to; there when the lines tell their taxes one by one
 * @param coupons codes for a next sale that were handed out with this one
 * @param cashRoundingMinor what cash was rounded by: tenders less what was due; null or 0 for none
 * @param particulars what there is to say beyond goods and money; null for nothing
 */
public record SaleMessage(
        UUID transactionId,
        @Limit(40) String storeId,
        UUID tillSessionId,
        @Limit(40) String operatorId,
        LocalDate businessDay,
        Instant begunAt,
        Instant endedAt,
        @Limit(3) String currency,
        List<Line> lines,
        @Limit(50) List<TaxLine> taxLines,
        @Limit(50) List<Tender> tenders,
        Long netMinor,
        Long taxMinor,
        Long totalMinor,
        @Nullable SaleContextMessage context,
        @Nullable @Limit(CartMessage.MAX_DISCOUNTS) List<CartMessage.ManualDiscount> discounts,
        @Nullable @Limit(100) List<TaxSum> taxes,
        @Nullable @Limit(50) List<IssuedCoupon> coupons,
        @Nullable Long cashRoundingMinor,
        @Nullable SaleParticulars particulars) {

    /** A sale of which nothing is known beyond goods and money. */
    public SaleMessage(
            UUID transactionId,
            String storeId,
            UUID tillSessionId,
            String operatorId,
            LocalDate businessDay,
            Instant begunAt,
            Instant endedAt,
            String currency,
            List<Line> lines,
            List<TaxLine> taxLines,
            List<Tender> tenders,
            Long netMinor,
            Long taxMinor,
            Long totalMinor,
            @Nullable SaleContextMessage context,
            @Nullable List<CartMessage.ManualDiscount> discounts,
            @Nullable List<TaxSum> taxes,
            @Nullable List<IssuedCoupon> coupons,
            @Nullable Long cashRoundingMinor) {
        this(
                transactionId,
                storeId,
                tillSessionId,
                operatorId,
                businessDay,
                begunAt,
                endedAt,
                currency,
                lines,
                taxLines,
                tenders,
                netMinor,
                taxMinor,
                totalMinor,
                context,
                discounts,
                taxes,
                coupons,
                cashRoundingMinor,
                null);
    }

    /** A sale at its items' prices: nobody took anything off, and nothing is told of single taxes. */
    public SaleMessage(
            UUID transactionId,
            String storeId,
            UUID tillSessionId,
            String operatorId,
            LocalDate businessDay,
            Instant begunAt,
            Instant endedAt,
            String currency,
            List<Line> lines,
            List<TaxLine> taxLines,
            List<Tender> tenders,
            Long netMinor,
            Long taxMinor,
            Long totalMinor) {
        this(
                transactionId,
                storeId,
                tillSessionId,
                operatorId,
                businessDay,
                begunAt,
                endedAt,
                currency,
                lines,
                taxLines,
                tenders,
                netMinor,
                taxMinor,
                totalMinor,
                null,
                null,
                null,
                null,
                null);
    }

    /**
     * One item sold, or returned when the quantity is negative.
     *
     * @param number names the line within its transaction, from 1, rising; voided lines leave gaps
     * @param description what the receipt says
     * @param quantityMilli thousandths of the item's unit: 1000 is one piece, 345 is 0.345 kg
     * @param unitPriceMicro price that counted, in millionths of the currency's major unit
     * @param extendedMinor what the line comes to, as printed: its list amount less its discounts
     * @param netMinor the line's part of the total without tax
     * @param taxRateId the tax group that the line counts for: its tax, or its taxes' ids
     * @param override what the book's price was replaced for, or null
     * @param listMinor unit price and modifiers times quantity, before discounts; null when nothing was taken off
     * @param discounts what was taken off, by whom; negative on a line of goods that come back
     * @param taxes each tax on the line; null from a register that tells the group alone
     * @param modifiers what was chosen with the item; their prices are in the list amount
     * @param manualDiscounts what an operator took off this line, in the order of entry
     * @param serviceMode EAT_IN or TAKE_AWAY
     * @param labelMinor what the label said that the line comes to
     * @param follows number of the line that this one is the deposit of
     * @param returned which sale's line comes back; null for a sale, and for a return without a receipt
     * @param particulars what there is to say beyond goods and amounts; null for nothing
     */
    public record Line(
            Long number,
            @Limit(40) String itemId,
            String description,
            Long quantityMilli,
            Long unitPriceMicro,
            Long extendedMinor,
            Long netMinor,
            Long taxMinor,
            @Limit(40) String taxRateId,
            @Nullable OverriddenPrice override,
            @Nullable Long listMinor,
            @Nullable @Limit(100) List<Discount> discounts,
            @Nullable @Limit(20) List<LineTax> taxes,
            @Nullable @Limit(CartMessage.MAX_MODIFIERS) List<CartMessage.Modifier> modifiers,
            @Nullable @Limit(CartMessage.MAX_DISCOUNTS) List<CartMessage.ManualDiscount> manualDiscounts,
            @Nullable @Limit(20) String serviceMode,
            @Nullable Long labelMinor,
            @Nullable Long follows,
            @Nullable ReturnedLine returned,
            @Nullable LineParticulars particulars) {

        /** A line of which nothing is known beyond goods and amounts. */
        public Line(
                Long number,
                String itemId,
                String description,
                Long quantityMilli,
                Long unitPriceMicro,
                Long extendedMinor,
                Long netMinor,
                Long taxMinor,
                String taxRateId,
                @Nullable OverriddenPrice override,
                @Nullable Long listMinor,
                @Nullable List<Discount> discounts,
                @Nullable List<LineTax> taxes,
                @Nullable List<CartMessage.Modifier> modifiers,
                @Nullable List<CartMessage.ManualDiscount> manualDiscounts,
                @Nullable String serviceMode,
                @Nullable Long labelMinor,
                @Nullable Long follows,
                @Nullable ReturnedLine returned) {
            this(
                    number,
                    itemId,
                    description,
                    quantityMilli,
                    unitPriceMicro,
                    extendedMinor,
                    netMinor,
                    taxMinor,
                    taxRateId,
                    override,
                    listMinor,
                    discounts,
                    taxes,
                    modifiers,
                    manualDiscounts,
                    serviceMode,
                    labelMinor,
                    follows,
                    returned,
                    null);
        }

        /** A line at its item's price. */
        public Line(
                Long number,
                String itemId,
                String description,
                Long quantityMilli,
                Long unitPriceMicro,
                Long extendedMinor,
                Long netMinor,
                Long taxMinor,
                String taxRateId,
                @Nullable OverriddenPrice override) {
            this(
                    number,
                    itemId,
                    description,
                    quantityMilli,
                    unitPriceMicro,
                    extendedMinor,
                    netMinor,
                    taxMinor,
                    taxRateId,
                    override,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        /** Returns the amount before discounts. */
        public long listedMinor() {
            return listMinor == null ? extendedMinor : listMinor;
        }

        /** Returns what was taken off the line; none from a register that knew no discounts. */
        public List<Discount> takenOff() {
            return Lists.of(discounts);
        }
    }

    /**
     * What was taken off one line, for one cause.
     *
     * @param source PROMOTION; or LINE or SALE: by hand from this line, or its part of one from the whole sale; or EXEMPTION: tax that the
     *     customer does not owe
     * @param discountId the promotion, or the discount by hand
     * @param amountMinor positive when the customer pays less
     */
    public record Discount(@Limit(20) String source, @Limit(40) String discountId, Long amountMinor) {}

    /** One tax on one line. */
    public record LineTax(@Limit(40) String taxId, Long baseMinor, Long amountMinor) {}

    /**
     * One tax in the whole transaction.
     *
     * @param taxId where an id has several rates in one sale, as of goods of last year that come back, it names the first of them;
     *     the others are told as the id, "@" and the value
     * @param kind PERCENT, DIVISION or FIXED
     * @param value parts per million; for a FIXED tax millionths of the major unit for each unit
     * @param inPrice true when the prices hold it
     */
    public record TaxSum(
            @Limit(40) String taxId,
            @Limit(20) String kind,
            Long value,
            Boolean inPrice,
            Long baseMinor,
            Long amountMinor) {}

    /** The line of an earlier sale that comes back. */
    public record ReturnedLine(UUID transactionId, Long line) {}

    /** A code that a customer may hand in next time. */
    public record IssuedCoupon(@Limit(40) String promotionId, @Limit(40) String couponCode, Long count) {}

    /**
     * A price an operator changed by hand.
     *
     * @param regularUnitPriceMicro the book's price, or null when it has none
     */
    public record OverriddenPrice(
            @Nullable Long regularUnitPriceMicro, @Limit(40) String reason, @Limit(40) String approverId) {

        /** Reason of a price that the item asks for at each sale. */
        public static final String OPEN_PRICE = "OPEN_PRICE";

        /** Reason of a price that a quotation or a layaway promised. */
        public static final String QUOTED = "QUOTED";
    }

    /**
     * One tax group in the whole transaction: the lines that bear the same tax, or the same taxes together.
     *
     * @param ratePpm the tax's rate; for a group of several taxes the sum of their percentages
     */
    public record TaxLine(@Limit(40) String taxRateId, Long ratePpm, Long netMinor, Long taxMinor, Long grossMinor) {}

    /**
     * One way of paying.
     *
     * @param type name of a {@link TenderType}
     * @param amountMinor what was taken; negative when money went back
     * @param card what the terminal told, for a card tender; null otherwise
     * @param particulars what there is to say beyond the amount; null for nothing
     */
    public record Tender(
            @Limit(20) String type, Long amountMinor, @Nullable Card card, @Nullable TenderParticulars particulars) {

        /** A tender of which nothing is known beyond its amount, and what a terminal told. */
        public Tender(String type, Long amountMinor, @Nullable Card card) {
            this(type, amountMinor, card, null);
        }
    }

    /**
     * What a card terminal tells of an authorization. Never a card number.
     *
     * @param lastFour last four digits, as the terminal printed them
     * @param receiptNumber the terminal's own number of the payment, by which it can undo it; null from one that told none
     */
    public record Card(
            @Limit(40) String scheme,
            @Limit(4) String lastFour,
            @Limit(40) String authorizationCode,
            @Limit(40) String terminalId,
            @Limit(40) String trace,
            @Nullable @Limit(40) String receiptNumber) {

        /** A payment that the terminal can undo no more, or never could. */
        public Card(String scheme, String lastFour, String authorizationCode, String terminalId, String trace) {
            this(scheme, lastFour, authorizationCode, terminalId, trace, null);
        }
    }

    /** Returns what cash was rounded by; 0 for none. */
    public long roundedByMinor() {
        return cashRoundingMinor == null ? 0 : cashRoundingMinor;
    }

    /** Returns what there is to say beyond goods and money. */
    public SaleParticulars details() {
        return particulars == null ? SaleParticulars.NONE : particulars;
    }

    /** Returns what was taken beside the goods. */
    public long moneyInMinor() {
        long sum = 0;
        for (SaleParticulars.MoneyIn taken : details().taken()) {
            sum = Math.addExact(sum, taken.amountMinor());
        }
        return sum;
    }

    /** Returns everything in this message that contradicts itself; empty for a sound sale. */
    public List<Fault> faults() {
        return SaleCheck.faultsOf(this);
    }
}
