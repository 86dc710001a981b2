package org.tillwright.server.wallet;

import java.util.UUID;

/**
 * A wallet tender of a sale.
 *
 * @param number of the tender in the sale, from 1
 * @param paymentId of the payment, or of the refund
 * @param amountMinor negative when money went back
 */
public record WalletTaken(int number, UUID paymentId, long amountMinor) {}
