package org.tillwright.server.sales;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the server has of a transaction.
 *
 * @param receiptCode the code that stands on its receipt
 * @param operatorId who is meant by the row's name
 * @param singleTaxes each tax by itself; empty when the register told tax groups alone
 * @param cashRoundingMinor what cash was rounded by: what was taken less the total
 * @param dispute what the server would have computed otherwise; null when nothing
 * @param links the transactions that undid it, that it undid, and that took goods of it back
 * @param fiscal what a fiscal device answered, oldest first; empty where none was asked
 */
public record TransactionDetail(
        TransactionRow row,
        String storeId,
        String receiptCode,
        String operatorId,
        Instant begunAt,
        long priceBookVersion,
        long netMinor,
        long taxMinor,
        List<Line> lines,
        List<TaxLine> taxLines,
        List<SingleTax> singleTaxes,
        long cashRoundingMinor,
        List<Tender> tenders,
        Till till,
        @Nullable Dispute dispute,
        StoredRecord stored,
        Links links,
        List<Fiscal> fiscal) {

    public TransactionDetail {
        lines = List.copyOf(lines);
        taxLines = List.copyOf(taxLines);
        singleTaxes = List.copyOf(singleTaxes);
        tenders = List.copyOf(tenders);
        fiscal = List.copyOf(fiscal);
    }

    /**
     * What a fiscal device answered.
     *
     * @param failure why it did not sign; null where it did, and then all but this are there
     * @param verdict HOLDS, BROKEN or UNKNOWN: the server's own look at the signature
     */
    public record Fiscal(
            @Nullable String failure,
            @Nullable String deviceId,
            @Nullable Long number,
            @Nullable Instant signedAt,
            @Nullable String verdict,
            Instant answeredAt) {}

    /**
     * The other transactions that this one has to do with.
     *
     * @param undid the sale that it undid; null for none
     * @param undoneBy what undid it; null for nothing
     * @param returns what took goods of it back, oldest first
     */
    public record Links(@Nullable UUID undid, @Nullable UUID undoneBy, List<UUID> returns) {

        public Links {
            returns = List.copyOf(returns);
        }
    }

    /**
     * One line.
     *
     * @param unit of the item, by name; null for an item that is not in the catalogue
     * @param regularUnitPriceMicro the book's price, when another was keyed; null when there was none
     * @param overrideReason null when the price is the book's
     * @param listMinor the amount before discounts
     * @param discounts what was taken off, in order
     * @param modifiers what was chosen with the item
     * @param serviceMode EAT_IN or TAKE_AWAY; null for neither
     * @param returnedTransactionId the sale that the goods were sold in; null for goods without a receipt
     */
    public record Line(
            long number,
            String itemId,
            String description,
            @Nullable String unit,
            long quantityMilli,
            long unitPriceMicro,
            long extendedMinor,
            String taxRateId,
            @Nullable Long regularUnitPriceMicro,
            @Nullable String overrideReason,
            @Nullable String approverName,
            long listMinor,
            List<Discount> discounts,
            List<Modifier> modifiers,
            @Nullable String serviceMode,
            @Nullable UUID returnedTransactionId) {

        public Line {
            discounts = List.copyOf(discounts);
            modifiers = List.copyOf(modifiers);
        }

        public boolean isReturn() {
            return quantityMilli < 0;
        }

        public boolean isOverridden() {
            return overrideReason != null;
        }
    }

    /**
     * What was taken off a line.
     *
     * @param source PROMOTION; LINE or SALE for an operator's; EXEMPTION for tax that is not owed
     */
    public record Discount(long lineNumber, String source, String discountId, long amountMinor) {}

    /** Something chosen with an item, so often for one unit of it. */
    public record Modifier(long lineNumber, String modifierId, long pieces) {}

    /**
     * One tax in the whole transaction.
     *
     * @param ratePpm null for a fixed tax
     */
    public record SingleTax(String taxId, @Nullable Long ratePpm, long baseMinor, long taxMinor) {}

    /** The taxes that lines bear together; most often one. */
    public record TaxLine(String taxRateId, long ratePpm, long netMinor, long taxMinor, long grossMinor) {}

    /** One way of paying; of a card never more than its last four digits. */
    public record Tender(
            String tender,
            long amountMinor,
            @Nullable String cardScheme,
            @Nullable String cardLastFour,
            @Nullable String authorizationCode,
            @Nullable String terminalId) {

        /** True for money that went back to the customer. */
        public boolean isGivenBack() {
            return amountMinor < 0;
        }
    }

    /**
     * The till that it was taken into.
     *
     * @param openedAt null when the record of the opening did not arrive
     * @param settledAt null while the till is open
     */
    public record Till(UUID tillSessionId, @Nullable Instant openedAt, @Nullable Instant settledAt) {}

    /**
     * The journal record that brought it, byte for byte as it came.
     *
     * @param sha256 in hex, of all bytes
     */
    public record StoredRecord(String workstationId, long sequence, String kind, long length, String sha256) {}

    /**
     * What the server would have computed otherwise.
     *
     * @param computedTotalMinor null when the sale could not be computed at all
     * @param differences each in words
     * @param look what a person made of it; null while nobody looked
     */
    public record Dispute(
            Instant notedAt, @Nullable Long computedTotalMinor, List<String> differences, @Nullable Look look) {

        public Dispute {
            differences = List.copyOf(differences);
        }
    }

    /** Who looked at it, when, and what they noted. */
    public record Look(String operatorId, String operatorName, Instant lookedAt, String note) {}
}
