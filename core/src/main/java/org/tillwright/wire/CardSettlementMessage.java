package org.tillwright.wire;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * A card terminal closed its day, and what it moved goes to the acquirer: its own totals, and beside them every receipt that
 * this register knows to be in them. The two may differ; the register tells both as they are. Never a card number.
 *
 * @param settlementId chosen by the register, for ever
 * @param terminalId the terminal's own number of eight digits; empty from one that tells none
 * @param currency ISO 4217 code of every amount in the message
 * @param fromTrace number of the first receipt in it, as digits; null where the terminal tells none
 * @param toTrace number of the last receipt in it
 * @param terminalMinor what the terminal says that it all comes to, refunds taken off; null where it tells none
 * @param schemes what the terminal says of each kind of card; empty from one that tells the sum alone
 * @param receipts what this register had from the terminal since its end of day before, oldest first
 * @param openCount requests of which nobody knew yet what became of them: they may be in the terminal's totals, and are not among
 *     the receipts
 */
public record CardSettlementMessage(
        UUID settlementId,
        @Limit(40) String storeId,
        @Limit(40) String operatorId,
        Instant settledAt,
        @Limit(40) String terminalId,
        @Limit(3) String currency,
        @Nullable @Limit(40) String fromTrace,
        @Nullable @Limit(40) String toTrace,
        @Nullable Long terminalMinor,
        @Limit(50) List<SchemeTotal> schemes,
        @Limit(CardSettlementMessage.MAX_RECEIPTS) List<Receipt> receipts,
        Long openCount) {

    /** A busy terminal's day; a register that has more tells them in several messages, of which the first has the totals. */
    public static final int MAX_RECEIPTS = 2_000;

    /**
     * What the terminal says of one kind of card.
     *
     * @param scheme the terminal's name of it, such as {@code girocard}
     * @param count payments, and refunds where the terminal counts them among them
     * @param amountMinor payments less refunds
     */
    public record SchemeTotal(@Limit(40) String scheme, Long count, Long amountMinor) {}

    /**
     * One movement that the terminal told the register.
     *
     * @param transactionId the sale that it was asked for
     * @param kind PAYMENT; REFUND; or REVERSAL of a payment or refund that has its own receipt
     * @param amountMinor positive for money from the card; negative for what went back to it
     * @param trace the terminal's number of it, as digits
     * @param receiptNumber the number on its receipt; null where there is none
     * @param reversedTrace trace of what a reversal undid; null for the other kinds
     */
    public record Receipt(
            UUID transactionId,
            @Limit(20) String kind,
            Long amountMinor,
            @Limit(40) String trace,
            @Nullable @Limit(40) String receiptNumber,
            @Limit(40) String authorizationCode,
            @Limit(40) String scheme,
            @Limit(4) String lastFour,
            Instant movedAt,
            @Nullable @Limit(40) String reversedTrace) {}

    /** The sum of what this register knows to be in it, in minor units. */
    public long receiptsMinor() {
        return receipts.stream().mapToLong(Receipt::amountMinor).sum();
    }
}
