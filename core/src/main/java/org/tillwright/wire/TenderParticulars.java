package org.tillwright.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tillwright.wire.json.Limit;

/**
 * What a tender says beyond its amount.
 *
 * @param reference number of the gift card, store credit, voucher, layaway or customer, or the wallet's own number of the payment
 * @param authorizationId under which the server, or the wallet, set the amount aside
 * @param foreign notes of another currency
 * @param reason code of the reason, where a tender asks for one
 */
public record TenderParticulars(
        @Nullable @Limit(60) String reference,
        @Nullable UUID authorizationId,
        @Nullable Foreign foreign,
        @Nullable @Limit(40) String reason) {

    /**
     * Notes of another currency.
     *
     * @param amountMinor in that currency's minor units
     * @param rateMicro millionths of the store's major unit that one major unit was taken for
     */
    public record Foreign(@Limit(3) String currency, Long amountMinor, Long rateMicro) {}

    public static TenderParticulars reference(String reference) {
        return new TenderParticulars(reference, null, null, null);
    }
}
