package org.tillwright.wire;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Fault;
import org.tillwright.wire.json.Limit;

/**
 * A finished sale, return or both, as a register tells it to the server. Its workstation, number, price book and tax
 * policy are in the {@link JournalRecord} around it.
 *
 * @param transactionId chosen by the register, for ever
 * @param businessDay trading day the sale counts for, which may end after midnight
 * @param currency ISO 4217 code of every amount in the message
 * @param tenders what was taken; change is a negative CASH line; they sum to the total
 * @param netMinor total without tax
 * @param totalMinor total due in minor units, as printed on the receipt: net plus tax
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
        Long totalMinor) {

    /**
     * One item sold, or returned when the quantity is negative.
     *
     * @param number names the line within its transaction, from 1, rising; voided lines leave gaps
     * @param description what the receipt says
     * @param quantityMilli thousandths of the item's unit: 1000 is one piece, 345 is 0.345 kg
     * @param unitPriceMicro price that counted, in millionths of the currency's major unit
     * @param extendedMinor unit price times quantity, as printed
     * @param netMinor the line's part of the total without tax
     * @param override what the book's price was replaced for, or null
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
            @Nullable OverriddenPrice override) {}

    /**
     * A price an operator changed by hand.
     *
     * @param regularUnitPriceMicro the book's price, or null when it has none
     */
    public record OverriddenPrice(
            @Nullable Long regularUnitPriceMicro, @Limit(40) String reason, @Limit(40) String approverId) {}

    /** Tax of one rate in the whole transaction. */
    public record TaxLine(@Limit(40) String taxRateId, Long ratePpm, Long netMinor, Long taxMinor, Long grossMinor) {}

    /**
     * One way of paying.
     *
     * @param type name of a {@link TenderType}
     * @param amountMinor what was taken; negative when money went back
     * @param card what the terminal told, for a card tender; null otherwise
     */
    public record Tender(@Limit(20) String type, Long amountMinor, @Nullable Card card) {}

    /**
     * What a card terminal tells of an authorization. Never a card number.
     *
     * @param lastFour last four digits, as the terminal printed them
     */
    public record Card(
            @Limit(40) String scheme,
            @Limit(4) String lastFour,
            @Limit(40) String authorizationCode,
            @Limit(40) String terminalId,
            @Limit(40) String trace) {}

    /** Returns everything in this message that contradicts itself; empty for a sound sale. */
    public List<Fault> faults() {
        return SaleCheck.faultsOf(this);
    }
}
