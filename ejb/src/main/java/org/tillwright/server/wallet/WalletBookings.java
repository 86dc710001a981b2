package org.tillwright.server.wallet;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Joins sales with the payments that they took, and says what does not fit. Refuses nothing: the goods are gone. */
@Dependent
class WalletBookings {

    @Inject
    WalletPayments payments;

    /** Joins a sale with its payments, and returns doubts in words. */
    List<String> noteSold(UUID transactionId, List<WalletTaken> taken) {
        List<String> doubts = new ArrayList<>();
        for (WalletTaken each : taken) {
            Optional<WalletRow> row = payments.lock(each.paymentId());
            if (row.isEmpty()) {
                continue; // paid through another way than this server's gateway
            }
            long moved = row.get().isRefund()
                    ? Math.negateExact(row.get().amountMinor())
                    : row.get().amountMinor();
            if (!payments.noteSold(each.paymentId(), transactionId, each.number())) {
                doubts.add("wallet payment " + each.paymentId() + " was in another sale before");
            } else if (row.get().state() == WalletState.DECLINED || moved != each.amountMinor()) {
                doubts.add("wallet payment " + each.paymentId() + " is "
                        + row.get().state() + " over " + moved + " in minor units, and the sale says "
                        + each.amountMinor());
            }
        }
        return doubts;
    }
}
